"""Whether a document applies on a day, the whole way, on an invented corpus."""

from datetime import date

import pytest

from phapquy.answer.model import Outcome, Role
from phapquy.assistant import KnowledgeBase
from phapquy.index.build import build
from tests.conftest import make_home, stand_in

OLD, NEW, NEXT = "nd-1-2080-nd-dd", "luat-2-2090-qhdd", "luat-3-2092-qhdd"
TEXTS = {
    OLD: """NGHỊ ĐỊNH
Về thuyền thúng
Điều 1. Thuyền thúng
1. Thuyền thúng được sơn màu xanh.
2. Thuyền thúng có một mái chèo.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2080.
""",
    NEW: """LUẬT
BẾN SÔNG
Điều 1. Bến sông
1. Bến sông có một ngọn đèn.
Điều 2. Hiệu lực thi hành
1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2090.
2. Luật Bến sông số 7/2070/QHDD hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành.
3. Nghị định số 5/2075/NĐ-DD về mái chèo hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành.
""",
    NEXT: """LUẬT
HỘI HOA
Điều 1. Hội hoa
1. Ủy ban nhân dân xã quyết định ngày mở hội hoa mỗi năm một lần.
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2092.
""",
}
FACTS = {
    OLD: ("1/2080/NĐ-DD", "Nghị định về thuyền thúng", "Nghị định số 1/2080/NĐ-DD", "Nghị định", "2080-01-01", False),
    NEW: ("2/2090/QHDD", "Luật Bến sông", "Luật Bến sông số 2/2090/QHDD", "Luật", "2090-07-01", True),
    NEXT: ("3/2092/QHDD", "Luật Hội hoa", "Luật Hội hoa số 3/2092/QHDD", "Luật", "2092-03-01", True),
}
ROWS = (f"{OLD},{OLD}/1/1,,bai-bo,toan-bo,2/2090/QHDD,{NEW},{NEW}/2/3,2090-07-01,co,,cao",)
DAY = date(2091, 1, 1)


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    stand_in(patch)
    patch.setattr("phapquy.answer.enough.MIN_STRENGTH", 0.0)  # the stand-in's vectors say nothing of meaning
    settings = make_home(tmp_path_factory.mktemp("ben-song"), TEXTS, FACTS, ROWS)
    build(settings)
    yield KnowledgeBase.open(settings)
    patch.undo()


def bases(answer):
    return [one.id for one in answer.citations if one.role is Role.BASIS]


@pytest.mark.parametrize(
    ("question", "start", "basis"),
    [
        # by name, by number, one not yet, one that ended and is not at hand
        ("Luật Bến sông có hiệu lực từ ngày nào?", "Luật Bến sông số 2/2090/QHDD có hiệu lực từ ngày 01/7/2090", f"{NEW}/2/1"),
        ("Nghị định 1/2080/NĐ-DD còn hiệu lực không?", "Có. Nghị định số 1/2080/NĐ-DD có hiệu lực", f"{OLD}/2"),
        ("Luật Hội hoa đã áp dụng chưa?", "Chưa. Luật Hội hoa số 3/2092/QHDD chưa có hiệu lực", f"{NEXT}/2"),
        ("Nghị định 5/2075/NĐ-DD còn hiệu lực không?", "Không. Nghị định số 5/2075/NĐ-DD đã hết hiệu lực", f"{NEW}/2/3"),
    ],
)  # fmt: skip
def test_the_standing_is_said_first_with_the_clause_that_says_so(kb, question, start, basis):
    answer = kb.ask(question, DAY)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.text.startswith(start)
    assert bases(answer)[0] == basis


def test_an_older_law_of_the_same_name_is_told_by_its_year(kb):
    assert "đã hết hiệu lực từ ngày 01/7/2090" in kb.ask("Luật Bến sông 2070 còn áp dụng không?", DAY).text


def test_parts_that_ended_are_told_beside_a_document_still_in_force(kb):
    answer = kb.ask("Nghị định 1/2080/NĐ-DD còn hiệu lực không?", DAY)
    assert "Luật số 2/2090/QHDD" in answer.text
    assert bases(answer) == [f"{OLD}/2", f"{NEW}/2/3"]
    assert "hết hiệu lực theo" not in kb.ask("Nghị định 1/2080/NĐ-DD còn hiệu lực không?", date(2090, 6, 30)).text


@pytest.mark.parametrize(
    "question",
    ["Nghị định 1/2080/NĐ-DD được sửa đổi bởi văn bản nào?", "Luật nào sửa đổi Nghị định 1/2080/NĐ-DD?"],
)
def test_what_changed_a_document_is_told(kb, question):
    answer = kb.ask(question, DAY)
    assert answer.reason == "in-force"
    assert "Luật số 2/2090/QHDD" in answer.text


def test_whether_anything_changed_a_document_is_told_by_the_day(kb):
    question = "Nghị định 1/2080/NĐ-DD đã bị sửa đổi chưa?"
    assert kb.ask(question, DAY).text.startswith("Có. ")
    assert kb.ask(question, date(2090, 6, 30)).text.startswith("Trong kho chưa thấy văn bản nào sửa đổi")
    assert kb.ask("Luật 2/2090/QHDD được sửa đổi bởi văn bản nào?", DAY).text.startswith("Trong kho chưa thấy")


def test_before_its_end_an_old_document_is_not_said_to_have_ended(kb):
    answer = kb.ask("Nghị định 5/2075/NĐ-DD còn hiệu lực không?", date(2090, 6, 30))
    assert "đã hết hiệu lực" not in answer.text


def test_a_clause_is_said_to_be_in_force_or_not(kb):
    assert kb.ask("khoản 1 Điều 1 Nghị định 1/2080/NĐ-DD còn hiệu lực không?", DAY).text.startswith(
        "Không. Khoản 1 Điều 1"
    )
    assert kb.ask("khoản 2 Điều 1 Nghị định 1/2080/NĐ-DD còn hiệu lực không?", DAY).text.startswith(
        "Có. Khoản 2 Điều 1"
    )


def test_a_matter_of_a_law_that_does_not_apply_yet_gets_only_that(kb):
    answer = kb.ask("Theo Luật Hội hoa thì ai mở hội hoa?", DAY)
    assert bases(answer) == [f"{NEXT}/2"]
    assert answer.holders == ()
    after = kb.ask("Theo Luật Hội hoa thì ai mở hội hoa?", date(2092, 3, 1))
    assert [holder.organ for holder in after.holders] == ["Ủy ban nhân dân xã"]


def test_a_document_that_no_text_speaks_of_is_refused(kb):
    answer = kb.ask("Nghị định 999/2081/NĐ-DD còn hiệu lực không?", DAY)
    assert (answer.outcome, answer.reason) == (Outcome.NOT_FOUND, "document-not-held")


def test_a_question_on_what_an_ended_document_says_is_answered_with_its_end(kb):
    answer = kb.ask("Nghị định 5/2075/NĐ-DD nói gì về mái chèo?", DAY)
    assert (answer.outcome, answer.reason) == (Outcome.ANSWERED, "ended-document")
    assert "đã hết hiệu lực từ ngày 01/7/2090" in answer.text
    assert bases(answer) == [f"{NEW}/2/3"]


def test_an_end_that_is_still_to_come_is_told_with_its_day(kb):
    answer = kb.ask("Nghị định 5/2075/NĐ-DD còn hiệu lực không?", date(2090, 6, 30))
    assert answer.text.startswith("Có. Nghị định số 5/2075/NĐ-DD còn hiệu lực vào ngày 30/6/2090")
    assert "01/7/2090" in answer.text


def test_a_clause_of_which_parts_ended_is_said_to_stand_in_part(kb):
    answer = kb.ask("Điều 1 Nghị định 1/2080/NĐ-DD còn hiệu lực không?", DAY)
    assert answer.text.startswith("Chỉ còn một phần. Điều 1 Nghị định số 1/2080/NĐ-DD: khoản 1 đã hết hiệu lực")
    assert "chỉ còn khoản 2" in answer.text
    assert f"{NEW}/2/3" in bases(answer)


def test_a_day_after_the_corpus_was_checked_is_told(kb):
    assert any("Kho chỉ cập nhật đến ngày" in line for line in kb.ask("Ai mở hội hoa?", date(2093, 1, 1)).warnings)
    assert not any("Kho chỉ cập nhật" in line for line in kb.ask("Ai mở hội hoa?", DAY).warnings)


def test_a_day_before_the_first_document_says_which_day_that_is(kb):
    answer = kb.ask("Ai mở hội hoa?", date(1979, 1, 1))
    assert (answer.outcome, answer.reason) == (Outcome.NOT_FOUND, "before-the-corpus")
    assert "01/01/2080" in answer.text


OPENING = "Ai quyết định ngày mở hội hoa mỗi năm?"


def test_a_question_that_only_a_rule_still_to_come_answers_is_told_when_it_comes(kb):
    answer = kb.ask(OPENING, DAY)
    assert (answer.outcome, answer.reason) == (Outcome.NOT_FOUND, "not-yet-in-force")
    assert "đến ngày 01/3/2092 mới có hiệu lực" in answer.text
    first = answer.citations[0]
    assert (first.id, first.role, first.in_force) == (f"{NEXT}/1/1", Role.RELATED, False)


def test_the_same_question_is_answered_once_the_rule_has_come(kb):
    answer = kb.ask(OPENING, date(2092, 3, 1))
    assert (answer.outcome, bases(answer)[0], answer.level) == (Outcome.ANSWERED, f"{NEXT}/1/1", "xa")


def test_a_rule_still_to_come_does_not_stand_in_the_way_of_one_in_force(kb):
    answer = kb.ask("Bến sông có mấy ngọn đèn?", DAY)
    assert (answer.outcome, bases(answer)[0]) == (Outcome.ANSWERED, f"{NEW}/1/1")


def test_a_law_by_its_name_with_the_number_of_another_is_not_opened(kb):
    answer = kb.ask("Điều 1 Luật Bến sông số 99/2099/QHDD quy định gì?", DAY)
    assert (answer.outcome, answer.reason) == (Outcome.NOT_FOUND, "document-not-held")
    assert "99/2099/QHDD" in answer.text
    assert bases(kb.ask("Điều 1 Luật Bến sông số 2/2090/QHDD quy định gì?", DAY))[0] == f"{NEW}/1"
