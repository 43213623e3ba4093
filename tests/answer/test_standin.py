"""An installation without the text answers from the digest: labelled, never in quotation marks, and only till it comes."""

from datetime import date

import pytest

from phapquy.answer.model import Outcome, Role
from phapquy.assistant import KnowledgeBase
from phapquy.index.build import build
from phapquy.index.freshness import freshness
from phapquy.index.snapshot import newest
from tests.conftest import make_home, stand_in

DAY = date(2092, 1, 1)
LAW = "luat-7-2090-qhdd"
TOLD = """[[provision]]
id = "1"
heading = "Luật nói gì"
plain = "Luật nói về thung lũng và đèn."

[[provision]]
id = "2"
heading = "Quyền hạn của Hội đồng nhân dân xã"

[[provision]]
id = "2/1"
plain = "Mùa nước cạn, ai thắp đèn lồng ở bến sông do hội đồng xã quyết định."
ask = ["ai quyết định thắp đèn lồng ở bến sông"]
[provision.facts]
organs = [{ name = "Hội đồng nhân dân xã", role = "quyết định", level = "xa" }]
task = "thắp đèn lồng"
field = "đèn"

[[provision]]
id = "2/2"
plain = "Quyền của Hội đồng nhân dân xã về cây:"

[[provision]]
id = "2/2/a"
plain = "Trồng liễu ven đường làng do hội đồng xã chốt."
[provision.facts]
organs = [{ name = "Hội đồng nhân dân xã", role = "quyết định", level = "xa" }]

[[provision]]
id = "2/2/b"
plain = "Muốn chặt cây đa thì hỏi hội đồng xã."

[[provision]]
id = "3"
heading = "Quyền hạn của Ủy ban nhân dân tỉnh"

[[provision]]
id = "3/1"
plain = "Tỉnh đặt tên thác, hang."

[[provision]]
id = "3/2"
plain = "Giấy phép nuôi đom đóm được cấp trong 12 ngày làm việc."

[[provision]]
id = "4"
heading = "Hiệu lực"
plain = "Luật áp dụng từ ngày 01 tháng 7 năm 2090."
"""


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A home with the digest of the law and without its text; the text is handed out apart."""
    stand_in(monkeypatch)
    settings = make_home(tmp_path)
    settings.digests_dir.mkdir(parents=True)
    (settings.digests_dir / f"{LAW}.toml").write_text(TOLD, "utf-8")
    path = settings.texts_dir / f"{LAW}.txt"
    text = path.read_text("utf-8")
    path.unlink()
    return settings, path, text


def test_without_the_text_an_answer_is_told_and_labelled_and_quotes_nothing(bare):
    settings, _, _ = bare
    build(settings)
    kb = KnowledgeBase.open(settings)
    answer = kb.ask("Ai quyết định thắp đèn lồng ở bến sông mùa nước cạn?", DAY)
    assert answer.outcome is Outcome.ANSWERED
    assert (answer.level, answer.holders[0].organ) == ("xa", "Hội đồng nhân dân xã")
    first = next(one for one in answer.citations if one.role is Role.BASIS)
    assert (first.id, first.text_kind, first.source_quality) == (f"{LAW}/2/1", "digest", "digest")
    assert first.plain == ""
    assert "Theo bản tóm lược (không phải nguyên văn)" in answer.text
    assert "“" not in answer.text
    assert any("không có nguyên văn" in line for line in answer.warnings)


def test_a_list_is_told_without_quotation_marks_too(bare):
    settings, _, _ = bare
    build(settings)
    answer = KnowledgeBase.open(settings).ask("Điều 2 Luật Thung lũng", DAY)
    assert answer.outcome is Outcome.ANSWERED
    assert "“" not in answer.text


def test_the_article_is_shown_as_a_digest(bare):
    settings, _, _ = bare
    build(settings)
    view = KnowledgeBase.open(settings).article(f"{LAW}/2/1", DAY)
    assert view.text_kind == "digest"
    assert "Quyền hạn của Hội đồng nhân dân xã" in view.text


def test_the_snapshot_is_behind_once_the_text_has_come_and_then_quotes_it(bare, monkeypatch):
    settings, path, text = bare
    build(settings)
    monkeypatch.setattr("phapquy.index.build.recipe_of_manifest", lambda settings: newest(settings).recipe)
    assert freshness(settings).current
    path.write_text(text, "utf-8")
    assert not freshness(settings).current
    build(settings)
    assert newest(settings).digests == ()
    answer = KnowledgeBase.open(settings).ask("Ai quyết định thắp đèn lồng ở bến sông mùa nước cạn?", DAY)
    first = next(one for one in answer.citations if one.role is Role.BASIS)
    assert (first.text_kind, first.quote) == ("verbatim", "1. Quyết định thắp đèn lồng ở bến sông trong mùa nước cạn.")
    assert first.plain.startswith("Mùa nước cạn")
