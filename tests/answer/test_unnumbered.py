"""What only the press tells of: a number it printed is opened, a running number of ours is never cited as one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from phapquy.answer.model import Outcome
from phapquy.assistant import KnowledgeBase
from phapquy.config import Settings
from phapquy.corpus.text import fingerprint
from phapquy.index.build import build
from tests.conftest import FakeEncoder, make_home, manifest_toml

HEAD = """[header]
slug = "{slug}"
so_ky_hieu = "{number}"
ten = "{title}"
co_quan_ban_hanh = "Ban Đèn"
ngay_ban_hanh = "2090-10-31"
tinh_trang = "tóm lược"
"""
ITEM = """
[[item]]
id = "{id}"
numbering = "{numbering}"
heading = "{heading}"
summary = "{summary}"
agreement = "hai-nguon"
"""
TOLD, DECREE = "kl-7-kl-dd", "nd-9-2091-nd-dd"
DIGESTS = {
    TOLD: ("7-KL/DD", "Kết luận về mùa đèn", "Kết luận", [
        (f"{TOLD}/1", "theo-bao-chi", "Đếm đèn", "Mọi bến phải đếm đèn trước mùa mưa."),
        (f"{TOLD}/2", "suy-luan", "Thay bấc", "Ban Đèn thay bấc đèn cũ ở các bến xa."),
        (f"{TOLD}/5", "suy-luan", "Mua dầu", "Tổ dầu sớm mua dầu thắp cho các bến nghèo."),
    ]),
    DECREE: ("9/2091/NĐ-DD", "Nghị định về bấc đèn", "Nghị định", [
        (f"{DECREE}/1/4", "theo-van-ban", "Bấc bông", "Bấc đèn làm bằng bông."),
        (f"{DECREE}/101", "suy-luan", "Bấc tre", "Bấc tre bỏ dần."),
    ]),
}  # fmt: skip
DAY = date(2092, 1, 1)


def press(settings: Settings) -> None:
    """Add the digests from the press to an invented home."""
    folder = settings.home / "corpus" / "digests"
    folder.mkdir()
    more = []
    for slug, (number, title, kind, items) in DIGESTS.items():
        text = HEAD.format(slug=slug, number=number, title=title)
        for one in items:
            text += ITEM.format(**dict(zip(("id", "numbering", "heading", "summary"), one, strict=True)))
        (folder / f"{slug}.toml").write_text(text, "utf-8")
        more.append(
            f'[[document]]\nslug = "{slug}"\nnumber = "{number}"\ntitle = "{title}"\nshort = "{title}"\n'
            f'cite_as = "{kind} số {number} (tóm lược)"\ntype = "{kind}"\nissuer = "Ban Đèn"\neffective = 2090-10-31\n'
            f'status = "con-hieu-luc"\nsource_quality = "digest"\ntext_kind = "digest"\ncomplete = false\n'
            f'file = "{slug}.toml"\nfingerprint = "{fingerprint(text)}"\n'
        )
    settings.manifest_path.write_text(manifest_toml() + "\n".join(more), "utf-8")


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    fake, patch = FakeEncoder(), pytest.MonkeyPatch()
    patch.setattr("phapquy.index.embedding.Encoder.load", classmethod(lambda cls, settings: fake))
    home: Path = tmp_path_factory.mktemp("den")
    settings = make_home(home)
    press(settings)
    build(settings)
    yield KnowledgeBase.open(settings)
    patch.undo()


def test_a_number_the_press_printed_is_opened(kb):
    for place in ("mục 1", "khoản 1"):
        answer = kb.ask(f"{place} Kết luận số 7-KL/DD nói gì?", DAY)
        assert [one.id for one in answer.citations] == [f"{TOLD}/1"]
        assert answer.citations[0].label == "mục 1 Kết luận số 7-KL/DD (tóm lược)"
        assert any("không có nguyên văn" in line for line in answer.warnings)


@pytest.mark.parametrize("place", ["mục 2", "khoản 5", "mục 9", "Điều 5", "điểm 1", "muc 2"])
def test_any_other_number_is_refused_and_it_says_that_there_is_no_text(kb, place):
    answer = kb.ask(f"{place} Kết luận số 7-KL/DD", DAY)
    assert (answer.outcome, answer.citations) == (Outcome.NOT_FOUND, ())
    assert "không có nguyên văn Kết luận số 7-KL/DD" in answer.text
    assert "mục 1" in answer.text


def test_a_running_number_is_never_called_a_clause(kb):
    answer = kb.ask("Kết luận số 7-KL/DD giao ai mua dầu thắp cho bến nghèo?", DAY)
    assert answer.citations[0].id == f"{TOLD}/5"
    assert answer.citations[0].label == "ý 5 Kết luận số 7-KL/DD (tóm lược)"
    shown = " ".join([answer.text, *(one.label + one.quote for one in answer.citations if one.id != f"{TOLD}/1")])
    for word in ("mục", "khoản", "Điều", "Mục", "Khoản"):
        assert not any(f"{word} {number} Kết luận" in shown or f"{word} {number}." in shown for number in (2, 5))


def test_what_a_digest_does_not_tell_of_is_not_said_to_be_missing_from_the_document(kb):
    answer = kb.ask("khoản 3 Điều 1 Nghị định số 9/2091/NĐ-DD", DAY)
    assert answer.outcome is Outcome.NOT_FOUND
    assert "bản tóm lược không nêu khoản 3 Điều 1, không có nghĩa là văn bản không có" in answer.text
    opened = kb.ask("khoản 4 Điều 1 Nghị định số 9/2091/NĐ-DD", DAY)
    assert opened.citations[0].id == f"{DECREE}/1/4"


def test_the_conclusion_of_the_corpus_calls_its_running_numbers_so():
    from phapquy.config import load_settings
    from phapquy.corpus.library import Library
    from phapquy.law.label import label

    library = Library(load_settings())
    document, entry = library.document("kl-202-kl-tw"), library.entry("kl-202-kl-tw")
    labels = [label(document, identity, entry.cite_as) for identity in document.provisions]
    assert labels[:2] == ["mục 1 Kết luận số 202-KL/TW (tóm lược)", "mục 2 Kết luận số 202-KL/TW (tóm lược)"]
    assert len(labels) == 17
    assert all(one.startswith("ý ") for one in labels[2:])
