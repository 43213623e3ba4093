"""A page that cannot be trusted: its mark on every citation from it, in every place a citation is shown."""

from __future__ import annotations

import asyncio
import io
import sys
from datetime import date
from types import SimpleNamespace

import httpx
import pytest
from fastapi import FastAPI

from phapquy import cli
from phapquy.answer.model import Role
from phapquy.app.card import answer_view
from phapquy.app.render import answer_card, article_panel
from phapquy.app.sheet import as_text, sheet_of
from phapquy.app.sheet.docx import docx_of
from phapquy.app.sheet.pdf import pdf_of
from phapquy.app.site.routes import make_site
from phapquy.assistant import KnowledgeBase
from phapquy.config import load_settings
from phapquy.corpus.export import export
from phapquy.corpus.intake import Given, add, examine_file, remove
from phapquy.corpus.library import Library
from phapquy.corpus.local import local_path
from phapquy.index.build import build
from phapquy.law.provision import ProvisionId
from tests.app.test_sheet import docx_words, pdf_words
from tests.conftest import FakeEncoder, make_home
from tests.corpus.printed import a_pdf, column
from tests.ponds import AFTER, CHANGE, FACTS, PONDS, ROWS, TEXTS

FLOATS = a_pdf(
    column([
        "CHỢ ĐÈN", "Số: 5/2091/NĐ-DEN", "NGHỊ ĐỊNH", "Về việc thả đèn nước", "Điều 1. Ai thả đèn nước",
        "1. Hội đồng nhân dân xã quyết định ngày thả đèn nước ở bến sông.",
    ]),
    column([
        "Điều 2. Ai vớt đèn nước", "1. Ủy ban nhân dân tỉnh cấp giấy phép vớt đèn nước\x00 sau hội làng.",
        "2. Đèn vớt lên được phơi ở sân đình.",
    ]),
)  # fmt: skip
GIVEN = Given(
    "5/2091/NĐ-DEN", "Nghị định", "Nghị định về việc thả đèn nước", "Chợ Đèn", date(2091, 3, 1), date(2091, 5, 1)
)
SLUG, DAY = "nd-5-2091-nd-den", date(2091, 12, 1)
GOOD, BAD = f"{SLUG}/1/1", f"{SLUG}/2/1"
MARK, TAG = "cần đối chiếu bản gốc", "Cần đối chiếu bản gốc"


@pytest.fixture(scope="module")
def encoder():
    fake, patch = FakeEncoder(), pytest.MonkeyPatch()
    patch.setattr("phapquy.index.embedding.Encoder.load", classmethod(lambda cls, settings: fake))
    yield fake
    patch.undo()


@pytest.fixture(scope="module")
def floats(tmp_path_factory, encoder):
    """A home into which the two-page file was taken, its second page doubtful."""
    settings = make_home(tmp_path_factory.mktemp("den"))
    path = settings.home / "den.pdf"
    path.write_bytes(FLOATS)
    found = examine_file(Library(settings), path, GIVEN)
    assert found.untrusted == (2,)
    add(settings, found)
    build(settings)
    return settings


@pytest.fixture(scope="module")
def kb(floats):
    return KnowledgeBase.open(floats)


@pytest.fixture
def run(floats, monkeypatch, capsys):
    def phapquy(*words, typed=""):
        monkeypatch.setenv("PHAPQUY_HOME", str(floats.home))
        monkeypatch.setattr(sys, "argv", ["phapquy", *words])
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(typed.encode()), read=lambda: typed))
        load_settings.cache_clear()
        try:
            cli.main()
        except SystemExit:
            pass
        finally:
            load_settings.cache_clear()
        return " ".join(capsys.readouterr().out.split())

    return phapquy


@pytest.fixture
def get(kb):
    """Give a page of the site as it would be sent."""
    app = FastAPI()
    app.include_router(make_site(lambda: kb, kb.settings.originals_dir))

    async def ask(address):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://den") as client:
            answer = await client.get(address, params={"ngay": "01/12/2091"})
            assert answer.status_code == 200
            return answer.text

    return lambda address: asyncio.run(ask(address))


def asked(kb, provision):
    """The answer that opens one clause by its name."""
    dieu = provision.split("/")[1]
    answer = kb.ask(f"khoản 1 Điều {dieu} Nghị định số 5/2091/NĐ-DEN", DAY)
    assert [one.id for one in answer.citations if one.role is Role.BASIS] == [provision]
    return answer


def test_the_answer_marks_the_citation_from_the_doubtful_page_and_no_other(kb):
    bad, good = asked(kb, BAD), asked(kb, GOOD)
    (doubt,) = bad.to_json()["citations"][0]["doubts"]
    assert "trang 2" in doubt and MARK in doubt
    assert good.to_json()["citations"][0]["doubts"] == []
    assert any(MARK in line for line in bad.warnings)
    assert not any(MARK in line for line in good.warnings)


def test_every_clause_of_a_doubtful_page_is_marked(kb):
    """Nothing says which letters of a doubtful page are right."""
    assert kb.doubts(f"{SLUG}/2/2") == kb.doubts(BAD) != ()
    assert kb.doubts(f"{SLUG}/2") == kb.doubts(BAD)
    assert kb.doubts(f"{SLUG}/1") == kb.doubts("khong/phai ma") == ()


def test_the_card_and_the_panel_show_the_mark(kb):
    assert TAG in answer_card(asked(kb, BAD)) and TAG not in answer_card(asked(kb, GOOD))
    assert TAG in article_panel(kb.article(BAD, DAY), DAY)
    assert TAG not in article_panel(kb.article(GOOD, DAY), DAY)
    assert "trang 2" in article_panel(kb.article(BAD, DAY), DAY)


@pytest.mark.parametrize(
    "paper",
    [
        lambda answer: docx_words(docx_of(sheet_of(answer, DAY))),
        lambda answer: pdf_words(pdf_of(sheet_of(answer, DAY))),
        lambda answer: as_text(answer_view(answer)),
    ],
    ids=["docx", "pdf", "text"],
)
def test_the_sheet_says_it_beside_the_clause(kb, paper):
    assert "trang 2 (" in paper(asked(kb, BAD)) and MARK in paper(asked(kb, BAD)).partition("Lưu ý")[0]
    assert MARK not in paper(asked(kb, GOOD))


def test_the_pages_of_the_documents_and_of_the_store_show_it(get):
    page = get(f"/van-ban/{SLUG}")
    text = page[page.index('class="d-text"') :]
    first, second = text.split('id="d2"')
    assert TAG in second and TAG not in first
    assert "Có chỗ cần đối chiếu bản gốc" in page[: page.index('class="d-text"')]
    assert TAG not in get("/van-ban/luat-7-2090-qhdd")
    for address in ("/van-ban", "/kho"):
        assert get(address).count("Có chỗ cần đối chiếu bản gốc") == 1
    assert "Đọc chưa chắc ở trang 2" in get("/kho")
    assert MARK in get(f"/xem-nhanh/{BAD}")
    assert MARK not in get(f"/xem-nhanh/{GOOD}")


def test_the_terminal_says_it(run):
    day = ("--as-of", "2091-12-01")
    for command in (("ask", "khoản 1 Điều {} Nghị định số 5/2091/NĐ-DEN"), ("show", f"{SLUG}/{{}}/1")):
        bad, good = (run(command[0], command[1].format(dieu), *day) for dieu in (2, 1))
        assert "CẦN ĐỐI CHIẾU BẢN GỐC: đọc chưa chắc ở trang 2" in bad
        assert "ĐỐI CHIẾU BẢN GỐC" not in good
    report = run("verify", "-", *day, typed="Theo khoản 1 Điều 1 và khoản 1 Điều 2 Nghị định số 5/2091/NĐ-DEN.\n")
    first, second = report.split("[dòng 1]")[1:3]
    assert "ĐỐI CHIẾU BẢN GỐC" not in first
    assert "CẦN ĐỐI CHIẾU BẢN GỐC: đọc chưa chắc ở trang 2" in second


def test_words_that_an_amendment_brings_are_marked_by_the_page_of_the_amendment(tmp_path, encoder):
    settings = make_home(tmp_path, TEXTS, FACTS, ROWS)
    entries = settings.manifest_path.read_text("utf-8").split("[[document]]")
    place = next(i for i, one in enumerate(entries) if f'slug = "{CHANGE}"' in one)
    entries[place] = entries[place].replace(f'slug = "{CHANGE}"', f'slug = "{CHANGE}"\namends = ["{PONDS}"]')
    entries[place] += f'[[document.doubts]]\nprovision = "{CHANGE}/1/1"\nnote = "đọc chưa chắc ở trang 9, {MARK}."\n\n'
    settings.manifest_path.write_text("[[document]]".join(entries), "utf-8")
    build(settings)
    kb = KnowledgeBase.open(settings)
    answer = kb.ask("khoản 2 Điều 2 Luật Ao làng số 1/2090/QHDD", AFTER)
    (one,) = (it for it in answer.citations if it.role is Role.BASIS)
    assert one.quote_from == f"{CHANGE}/1/1"
    assert "trang 9" in one.doubts[0]
    assert any("trang 9" in line for line in answer.warnings)
    before = kb.ask("khoản 2 Điều 2 Luật Ao làng số 1/2090/QHDD", date(2091, 1, 1))
    assert all(not it.doubts for it in before.citations)


# -- the mark goes with the text and with no other ---------------------------------------------------------


def test_a_text_exported_to_another_machine_keeps_its_mark(floats, tmp_path):
    export(floats, tmp_path / "usb")
    other = make_home(tmp_path / "khac")
    found = examine_file(Library(other), tmp_path / "usb" / f"{SLUG}.txt", GIVEN)
    assert found.untrusted == () and any("trang 2" in note for note in found.carried)
    add(other, found)
    doubts = Library(other).validity.doubts_at
    assert "trang 2" in doubts(ProvisionId.parse(BAD))[0]
    assert doubts(ProvisionId.parse(GOOD)) == ()


@pytest.mark.parametrize("broken", ["[[document]]\nslug = 1\n", "\x00", None])
def test_a_list_that_cannot_be_used_carries_nothing(floats, tmp_path, broken):
    export(floats, tmp_path / "usb")
    beside = tmp_path / "usb" / "manifest.local.toml"
    if broken is None:
        beside.unlink()
        beside.symlink_to(local_path(floats.manifest_path))
    else:
        beside.write_text(broken, "utf-8")
    found = examine_file(Library(make_home(tmp_path / "khac")), tmp_path / "usb" / f"{SLUG}.txt", GIVEN)
    assert found.carried == ()


def test_the_mark_belongs_to_one_text_and_falls_with_it(floats, tmp_path):
    export(floats, tmp_path / "usb")
    path = tmp_path / "usb" / f"{SLUG}.txt"
    path.write_text(path.read_text("utf-8").replace("sân đình", "sân chợ"), "utf-8")
    other = make_home(tmp_path / "khac")
    assert examine_file(Library(other), path, GIVEN).carried == ()
    (other.home / "den.pdf").write_bytes(FLOATS)
    add(other, examine_file(Library(other), other.home / "den.pdf", GIVEN))
    remove(other, SLUG)
    add(other, examine_file(Library(other), path, GIVEN))
    assert Library(other).entry(SLUG).doubts == ()
