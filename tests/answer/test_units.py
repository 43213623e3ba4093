"""Questions on units, from the typed words to the verified answer, in the invented country."""

from datetime import date

import pytest

from phapquy.answer.model import Outcome, Role
from phapquy.assistant import KnowledgeBase
from phapquy.index.build import build
from phapquy.index.units import FILE, gazetteer
from phapquy.units.finding import Status
from phapquy.vietnamese.diacritics import Restorer
from tests.conftest import TEXTS, make_home, stand_in
from tests.units import invented

DAY = date(2092, 1, 1)
FACTS = {
    "luat-7-2090-qhdd": ("7/2090/QHDD", "Luật Thung lũng", "Luật Thung lũng số 7/2090/QHDD", "Luật", "2090-07-01", True),
    "nd-8-2090-nd-dd": ("8/2090/NĐ-DD", "Nghị định về đèn lồng", "Nghị định số 8/2090/NĐ-DD", "Nghị định", "2091-01-01", False),
    "nq-1-2090": ("1/2090", "Nghị quyết sắp xếp tỉnh", "Nghị quyết số 1/2090", "Nghị quyết", "2090-06-01", False),
    "nq-2-2090": ("2/2090", "Nghị quyết sắp xếp xã của tỉnh Mây Xa", "Nghị quyết số 2/2090", "Nghị quyết", "2090-06-01", False),
    "nq-3-2090": ("3/2090", "Nghị quyết sắp xếp xã của tỉnh Nắng", "Nghị quyết số 3/2090", "Nghị quyết", "2090-06-01", False),
}  # fmt: skip


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    stand_in(patch)
    patch.setattr("phapquy.index.units.shipped_places", lambda: invented.PLACES)
    train = Restorer.train
    patch.setattr("phapquy.index.build.Restorer.train", classmethod(lambda cls, *lines: train(*lines, general=False)))
    settings = make_home(tmp_path_factory.mktemp("may-xa"), TEXTS | invented.TEXTS, FACTS)
    build(settings)
    yield KnowledgeBase.open(settings)
    patch.undo()


def bases(answer):
    return [one.id for one in answer.citations if one.role is Role.BASIS]


def test_the_history_is_kept_in_the_snapshot_and_read_from_there(kb):
    assert FILE in kb.info.files
    assert len(gazetteer(kb._snapshot).history.by_new) == 13


@pytest.mark.parametrize(
    ("question", "cited", "says"),
    [
        ("Xã Bãi Cát, huyện Lá cũ nay là xã nào?", ["nq-2-2090/1/1"], "xã Hồ Sen"),
        ("xa bai cat gio thanh xa gi", ["nq-2-2090/1/1"], "xã Hồ Sen"),
        ("Xã Suối Đá nay về những xã nào?", ["nq-2-2090/1/2", "nq-2-2090/1/3"], "phường Trăng Khuya"),
        ("phuong trang khuya duoc lap tu nhung xa nao", ["nq-2-2090/1/3"], "Khe Trăng"),
        ("tinh gio nhap voi tinh nao, ten moi la gi", ["nq-1-2090/1/1"], "tỉnh Mây Xa"),
        ("Xã Đá Đứng có bị sáp nhập không?", ["nq-2-2090/1/10"], "Không. Xã Đá Đứng"),
        ("Tỉnh Mây Xa có bao nhiêu xã, phường?", ["nq-2-2090/1/10"], "08 xã, 02 phường"),
    ],
)
def test_a_question_on_units_is_answered_with_its_clauses(kb, question, cited, says):
    answer = kb.ask(question, DAY)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.reason == "unit"
    assert bases(answer) == cited
    assert says in answer.text
    assert all(one.quote in kb.source_text(one.id) for one in answer.citations)
    assert all(one.citations for one in answer.statements)


def test_a_homonym_is_asked_back_with_choices_that_are_answered(kb):
    asked = kb.ask("Xã Hồ Sen cũ nay thuộc xã nào?", DAY)
    assert (asked.outcome, asked.reason) == (Outcome.CLARIFY, "homonym")
    assert len(asked.clarify.choices) == 2
    for choice in asked.clarify.choices:
        assert kb.ask(choice, DAY).outcome is Outcome.ANSWERED


def test_a_unit_in_the_wrong_place_is_asked_back(kb):
    asked = kb.ask("Xã Bãi Cát tỉnh Nắng nay là xã nào?", DAY)
    assert (asked.outcome, asked.reason) == (Outcome.CLARIFY, "misplaced-unit")


def test_an_old_name_in_another_question_is_told_with_its_successor(kb, monkeypatch):
    monkeypatch.setattr("phapquy.answer.enough.MIN_STRENGTH", 0.0)  # the stand-in's vectors know no names
    answer = kb.ask("Ở xã Bãi Cát ai quyết định thắp đèn lồng ở bến sông mùa nước cạn?", DAY)
    assert answer.holders[0].organ == "Hội đồng nhân dân xã"
    assert answer.text.startswith("Xã Bãi Cát (huyện Lá, tỉnh Gió cũ) nay thuộc xã Hồ Sen")
    assert {"nq-2-2090/1/1", "luat-7-2090-qhdd/2/1"} <= set(bases(answer))


def test_words_that_only_look_like_a_name_are_left_alone(kb):
    answer = kb.ask("xa bai cat ai quyet dinh thap den long o ben song mua nuoc can", DAY)
    assert not answer.text.startswith("Xã Bãi Cát")


def test_a_question_on_units_before_the_day_says_that_the_old_unit_still_is(kb):
    assert "vẫn còn" in kb.ask("Xã Bãi Cát nay là xã nào?", date(2090, 6, 15)).text


def test_the_look_up_of_the_knowledge_base_gives_facts_and_sentences(kb):
    found = kb.units("xã Bãi Cát, huyện Lá", DAY)
    assert found.finding.status is Status.FOUND
    assert found.facts["unit"]["name"] == "Hồ Sen"
    assert found.facts["became"][0]["by"] == "nq-2-2090/1/1"
    assert found.facts["old"]["district_from"] == "dữ liệu underthesea"
    assert kb.units("", DAY).message
    assert kb.units("xã Hồ Sen", DAY).choices
    assert kb.unit_history.units_of("Nắng")
    assert kb.suggest_units("xã bãi", DAY)
