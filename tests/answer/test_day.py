"""The law of the day asked about, the whole way, on an invented corpus in which a level ends and powers move."""

from datetime import date

import pytest

from phapquy.answer.model import Outcome, Role
from phapquy.assistant import KnowledgeBase
from phapquy.index.build import build
from tests.conftest import make_home, stand_in

LAKES, UNITS, MOVING, LATER, REWORDING = (
    "luat-1-2088-qhdd", "luat-2-2090-qhdd", "nd-3-2090-nd-dd", "nd-4-2091-nd-dd", "nd-5-2091-nd-dd",
)  # fmt: skip
TEXTS = {
    LAKES: """LUẬT
HỒ NƯỚC
Điều 1. Thẩm quyền về hồ nước
1. Thẩm quyền cấp giấy thả bè hoa sen được quy định như sau:
a) Ủy ban nhân dân cấp tỉnh cấp giấy thả bè hoa sen cho hợp tác xã;
b) Ủy ban nhân dân cấp huyện cấp giấy thả bè hoa sen cho hộ gia đình.
2. Ủy ban nhân dân cấp huyện quyết định ngày tát hồ.
Điều 2. Hiệu lực
Luật này có hiệu lực từ ngày 01 tháng 01 năm 2088.
""",
    UNITS: """LUẬT
ĐƠN VỊ
Điều 1. Đơn vị
1. Cấp đơn vị gồm có:
a) Xã, phường, đặc khu trực thuộc cấp tỉnh (sau đây gọi chung là cấp xã).
2. Ủy ban nhân dân huyện, quận, thị xã (sau đây gọi chung là cấp huyện) kết thúc hoạt động từ ngày 01 tháng 7 năm 2090.
3. Hội đồng nhân dân cấp xã họp hai kỳ mỗi năm theo quy định tại khoản 2 Điều 1 Luật Hồ nước.
""",
    MOVING: """NGHỊ ĐỊNH
Về việc chuyển giao
Điều 1. Chuyển giao cho xã
1. Thẩm quyền của Ủy ban nhân dân cấp huyện theo Luật Hồ nước do Chủ tịch Ủy ban nhân dân cấp xã thực hiện, bao gồm:
a) Cấp giấy thả bè hoa sen quy định tại điểm b khoản 1 Điều 1 Luật Hồ nước;
b) Quyết định ngày tát hồ quy định tại khoản 2 Điều 1 Luật Hồ nước.
2. Thư viện xóm được phục vụ từ 18 giờ đến 20 giờ mỗi tối.
3. Thư viện xóm có một người trông nom.
""",
    LATER: """NGHỊ ĐỊNH
Bãi bỏ
Điều 1. Bãi bỏ
1. Bãi bỏ điểm b khoản 1 Điều 1 Nghị định số 3/2090/NĐ-DD.
""",
    REWORDING: """NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 3/2090/NĐ-DD
Điều 1. Sửa đổi, bổ sung Điều 1
1. Sửa đổi khoản 2 Điều 1 như sau:
“2. Thư viện xóm được phục vụ từ 17 giờ đến 23 giờ mỗi tối.”.
2. Bổ sung khoản 4 vào sau khoản 3 Điều 1 như sau:
“4. Thư viện xóm có một chiếc chuông đồng.”.
""",
}
FACTS = {
    LAKES: ("1/2088/QHDD", "Luật Hồ nước", "Luật Hồ nước số 1/2088/QHDD", "Luật", "2088-01-01", True),
    UNITS: ("2/2090/QHDD", "Luật Đơn vị", "Luật Đơn vị số 2/2090/QHDD", "Luật", "2090-06-16", True),
    MOVING: ("3/2090/NĐ-DD", "Nghị định chuyển giao", "Nghị định số 3/2090/NĐ-DD", "Nghị định", "2090-07-01", False),
    LATER: ("4/2091/NĐ-DD", "Nghị định bãi bỏ", "Nghị định số 4/2091/NĐ-DD", "Nghị định", "2091-03-01", False),
    REWORDING: ("5/2091/NĐ-DD", "Nghị định sửa đổi", "Nghị định số 5/2091/NĐ-DD", "Nghị định", "2091-05-01", False),
}
ROWS = (
    f"{MOVING},{MOVING}/1/1/b,,bai-bo,toan-bo,4/2091/NĐ-DD,{LATER},{LATER}/1/1,2091-03-01,co,Điều 1 khoản 1,cao",
    f"{MOVING},{MOVING}/1/2,,sua-doi,toan-bo,5/2091/NĐ-DD,{REWORDING},{REWORDING}/1/1,2091-05-01,co,Điều 1 khoản 1,cao",
    f"{MOVING},{MOVING}/1/4,,bo-sung,toan-bo,5/2091/NĐ-DD,{REWORDING},{REWORDING}/1/2,2091-05-01,co,Điều 1 khoản 2,cao",
    f"{MOVING},,nhiều chỗ,sua-doi,mot-phan,9/2091/NĐ-DD,,,2091-06-01,khong,tin báo,cao",
)
BEFORE, MOVED, ENDED = date(2090, 6, 30), date(2090, 7, 1), date(2091, 6, 15)


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    stand_in(patch)
    patch.setattr("phapquy.answer.enough.MIN_STRENGTH", 0.05)  # the stand-in's vectors lie further apart
    patch.setattr("phapquy.answer.enough._FOR_A_FIGURE", 0.0)
    patch.setattr("phapquy.answer.enough._PHRASE_WEIGHT", 0.06)
    settings = make_home(tmp_path_factory.mktemp("ho-nuoc"), TEXTS, FACTS, ROWS)
    settings.manifest_path.write_text(
        settings.manifest_path.read_text("utf-8").replace(
            f'slug = "{REWORDING}"', f'slug = "{REWORDING}"\namends = ["{MOVING}"]'
        ),
        "utf-8",
    )
    build(settings)
    yield KnowledgeBase.open(settings)
    patch.undo()


def bases(answer):
    return [one for one in answer.citations if one.role is Role.BASIS]


def ids(answer):
    return [one.id for one in bases(answer)]


SEN = "Ai cấp giấy thả bè hoa sen cho hộ gia đình?"


def test_before_the_district_ended_its_organ_is_the_answer(kb):
    answer = kb.ask(SEN, BEFORE)
    assert [holder.organ for holder in answer.holders] == ["Ủy ban nhân dân cấp huyện"]
    assert ids(answer)[0] == f"{LAKES}/1/1/b"


def test_afterwards_the_clause_that_moved_the_power_names_the_holder_and_both_ends_are_cited(kb):
    answer = kb.ask(SEN, MOVED)
    assert [holder.organ for holder in answer.holders] == ["Chủ tịch Ủy ban nhân dân cấp xã"]
    cited = {one.id: one.via for one in bases(answer)}
    assert f"{MOVING}/1/1/a" in cited
    assert cited[f"{LAKES}/1/1/b"] == (f"{MOVING}/1/1/a",)


def test_a_question_to_the_district_is_told_that_it_ended_and_where_the_task_went(kb):
    answer = kb.ask("Ủy ban nhân dân huyện có được cấp giấy thả bè hoa sen cho hộ gia đình không?", MOVED)
    assert answer.text.startswith("Không. Cấp huyện không còn")
    assert "01/7/2090" in answer.text
    assert ids(answer)[0] == f"{UNITS}/1/2"
    assert answer.level == "xa"
    assert "Chủ tịch Ủy ban nhân dân cấp xã" in answer.text


def test_the_same_question_the_day_before_gets_yes(kb):
    answer = kb.ask("Ủy ban nhân dân huyện có được cấp giấy thả bè hoa sen cho hộ gia đình không?", BEFORE)
    assert answer.text.startswith("Có.")
    assert answer.level == "huyen"


def test_once_the_moving_clause_is_repealed_nobody_is_named_and_the_reader_is_told(kb):
    moved = kb.ask("Ai quyết định ngày tát hồ?", MOVED)
    assert [holder.organ for holder in moved.holders] == ["Chủ tịch Ủy ban nhân dân cấp xã"]
    ended = kb.ask("Ai quyết định ngày tát hồ?", ENDED)
    assert ended.holders == ()
    assert f"{MOVING}/1/1/b" not in ids(ended)
    assert any("còn giao việc cho cấp huyện" in line for line in ended.warnings)


def test_a_question_to_the_district_on_something_nobody_rules_only_says_that_it_ended(kb):
    answer = kb.ask("Ủy ban nhân dân huyện có được phóng vệ tinh lên sao Thổ không?", MOVED)
    assert answer.outcome is Outcome.ANSWERED
    assert ids(answer) == [f"{UNITS}/1/2"]
    assert answer.holders == ()


def test_a_town_is_told_which_kinds_of_unit_there_are(kb):
    answer = kb.ask("Hội đồng nhân dân thị trấn họp mấy kỳ mỗi năm?", MOVED)
    assert "không còn thị trấn" in answer.text
    assert ids(answer)[:2] == [f"{UNITS}/1/1/a", f"{UNITS}/1/3"]


LAMPS = "Thư viện xóm được phục vụ từ mấy giờ đến mấy giờ mỗi tối?"


def test_the_wording_of_the_day_is_quoted_under_the_id_of_the_clause_it_changed(kb):
    old, new = kb.ask(LAMPS, MOVED), kb.ask(LAMPS, ENDED)
    assert (bases(old)[0].id, bases(old)[0].quote_from, bases(old)[0].amended_by) == (f"{MOVING}/1/2", None, ())
    assert "18 giờ" in bases(old)[0].quote
    first = bases(new)[0]
    assert (first.id, first.quote_from) == (f"{MOVING}/1/2", f"{REWORDING}/1/1")
    assert first.amended_by == (f"{REWORDING}/1/1",)
    assert "17 giờ" in first.quote
    assert first.quote in kb.source_text(first.quote_from)


def test_an_article_opened_whole_shows_each_change_of_text_as_one_piece(kb):
    found = [(one.id, one.quote_from) for one in bases(kb.ask("Điều 1 Nghị định 3/2090", ENDED))]
    assert found == [
        (f"{MOVING}/1", None),
        (f"{MOVING}/1/2", f"{REWORDING}/1/1"),
        (f"{MOVING}/1/3", None),
        (f"{REWORDING}/1/2", None),
    ]


def test_a_change_whose_text_is_not_at_hand_is_told_with_every_answer_from_the_document(kb):
    answer = kb.ask("Thư viện xóm có mấy người trông nom?", ENDED)
    assert ids(answer)[0] == f"{MOVING}/1/3"
    assert any("9/2091/NĐ-DD" in line for line in answer.warnings)
    assert not any("9/2091/NĐ-DD" in line for line in kb.ask("Thư viện xóm có mấy người trông nom?", MOVED).warnings)


def test_a_basis_shows_the_clauses_it_points_to_as_they_are_on_the_day(kb):
    (first, *_) = bases(kb.ask("Hội đồng nhân dân cấp xã họp mấy kỳ mỗi năm?", ENDED))
    assert [(one.id, one.in_force) for one in first.points_to] == [(f"{LAKES}/1/2", True)]


def test_no_warning_shows_a_bare_id(kb):
    lines = [line for question in (SEN, LAMPS) for line in kb.ask(question, ENDED).warnings]
    assert lines
    assert not any("/1/" in line.replace("nd-dd", "") and "luat-" in line for line in lines)
    assert not any(slug in line for line in lines for slug in TEXTS)
