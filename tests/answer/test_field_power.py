"""A decree that gives decisions of a whole field to one organ: who has what the older law still gives the district."""

from datetime import date

import pytest

from phapquy.answer.model import Outcome, Role
from phapquy.assistant import KnowledgeBase
from phapquy.index.build import build
from tests.conftest import make_home, stand_in

LAKES, UNITS, DECREE = "luat-1-2088-qhdd", "luat-2-2090-qhdd", "nd-6-2091-nd-dd"
TEXTS = {
    LAKES: """LUẬT
HỒ NƯỚC
Điều 1. Thẩm quyền về hồ nước
1. Ủy ban nhân dân cấp huyện quyết định tát hồ sen trong các trường hợp sau:
a) Hồ sen của hộ gia đình cạn quá nửa;
b) Hồ sen có nhiều bèo tây.
2. Ủy ban nhân dân cấp huyện quyết định ngày hội chèo thuyền thúng.
3. Ủy ban nhân dân cấp huyện cấp thẻ chèo thuyền cho người có thuyền.
4. Ủy ban nhân dân cấp có thẩm quyền quyết định thả cá trắm đen trước mùa mưa.
Điều 2. Hiệu lực
Luật này có hiệu lực từ ngày 01 tháng 01 năm 2088.
""",
    UNITS: """LUẬT
ĐƠN VỊ
Điều 1. Đơn vị
1. Ủy ban nhân dân huyện, quận, thị xã (sau đây gọi chung là cấp huyện) kết thúc hoạt động từ ngày 01 tháng 7 năm 2090.
""",
    DECREE: """NGHỊ ĐỊNH
Về hồ nước
Điều 1. Phân cấp thẩm quyền cho Ủy ban nhân dân cấp tỉnh thực hiện trong lĩnh vực hồ nước
1. Ủy ban nhân dân cấp tỉnh có thẩm quyền quyết định về đắp bờ, tát hồ sen, thả cá.
Ủy ban nhân dân cấp tỉnh quyết định việc phân cấp, ủy quyền cho nơi khác.
2. Quy định về thẩm quyền cấp thẻ chèo thuyền, thu hồi thẻ chèo thuyền:
a) Ủy ban nhân dân cấp tỉnh cấp thẻ chèo thuyền trong trường hợp cấp tỉnh giao hồ;
b) Chủ tịch Ủy ban nhân dân cấp xã cấp thẻ chèo thuyền trong trường hợp cấp xã giao hồ.
3. Hồ nước được ghi vào sổ hồ.
""",
}
FACTS = {
    LAKES: ("1/2088/QHDD", "Luật Hồ nước", "Luật Hồ nước số 1/2088/QHDD", "Luật", "2088-01-01", True),
    UNITS: ("2/2090/QHDD", "Luật Đơn vị", "Luật Đơn vị số 2/2090/QHDD", "Luật", "2090-06-16", True),
    DECREE: ("6/2091/NĐ-DD", "Nghị định về hồ", "Nghị định số 6/2091/NĐ-DD", "Nghị định", "2091-03-01", False),
}
PONDS = "Ai quyết định tát hồ sen có nhiều bèo tây?"
BEFORE, BETWEEN, AFTER = date(2090, 1, 1), date(2090, 9, 1), date(2091, 6, 1)


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    stand_in(patch)
    patch.setattr("phapquy.answer.enough.MIN_STRENGTH", 0.0)  # the stand-in's vectors say nothing of meaning
    settings = make_home(tmp_path_factory.mktemp("ho-sen"), TEXTS, FACTS)
    build(settings)
    yield KnowledgeBase.open(settings)
    patch.undo()


def test_what_the_district_decided_goes_to_the_organ_that_the_decree_gives_the_field(kb):
    answer = kb.ask(PONDS, AFTER)
    assert (answer.outcome, answer.level) == (Outcome.ANSWERED, "tinh")
    assert [one.organ for one in answer.holders] == ["Ủy ban nhân dân cấp tỉnh"]
    cited = {one.id for one in answer.citations if one.role is Role.BASIS}
    assert f"{DECREE}/1/1" in cited
    assert cited & {f"{LAKES}/1/1", f"{LAKES}/1/1/b"}
    assert any("hãy xem quyết định của Ủy ban nhân dân cấp tỉnh" in line for line in answer.warnings)


def test_before_the_decree_nobody_is_named_and_before_the_end_the_district_is(kb):
    assert kb.ask(PONDS, BETWEEN).holders == ()
    assert [one.organ for one in kb.ask(PONDS, BEFORE).holders] == ["Ủy ban nhân dân cấp huyện"]


def test_a_decision_that_the_decree_does_not_list_stays_without_a_holder(kb):
    answer = kb.ask("Ai quyết định ngày hội chèo thuyền thúng?", AFTER)
    assert answer.holders == ()
    assert any("còn giao việc cho cấp huyện" in line for line in answer.warnings)


def test_a_task_that_the_decree_shares_out_names_each_organ_with_its_point(kb):
    """As with land certificates: Decree 49/2026 Điều 14.2 shares out what the Land Law's Điều 136.1.b gave the district."""
    answer = kb.ask("Ai cấp thẻ chèo thuyền cho người có thuyền?", AFTER)
    assert answer.level == "nhieu-cap"
    assert [one.organ for one in answer.holders] == ["Ủy ban nhân dân cấp tỉnh", "Chủ tịch Ủy ban nhân dân cấp xã"]
    assert [one.id for one in answer.citations if one.role is Role.BASIS] == [f"{DECREE}/1/2/a", f"{DECREE}/1/2/b"]
    assert answer.text.startswith("Tùy trường hợp, ")


def test_before_the_decree_the_shared_task_names_nobody_in_its_place(kb):
    answer = kb.ask("Ai cấp thẻ chèo thuyền cho người có thuyền?", BETWEEN)
    assert DECREE not in " ".join(one.id for one in answer.citations)


def test_the_competent_level_is_the_one_that_the_clause_of_the_field_names(kb):
    """Land law Điều 87.3.c: "UBND cấp có thẩm quyền thu hồi đất"; Decree 49/2026 Điều 14.1 says which that is."""
    before, after = (kb.ask("Ai quyết định thả cá trắm đen trước mùa mưa?", day) for day in (BETWEEN, AFTER))
    assert [one.level for one in before.holders] == [None]
    assert [(one.organ, one.level) for one in after.holders] == [("Ủy ban nhân dân cấp tỉnh", "tinh")]
    bases = [one.id for one in after.citations if one.role is Role.BASIS]
    assert {f"{DECREE}/1/1", f"{LAKES}/1/4"} <= set(bases)


def test_the_card_shows_the_power_of_the_deed_that_is_asked_about(kb):
    answer = kb.ask("Ai cấp thẻ chèo thuyền trong trường hợp cấp xã giao hồ?", AFTER)
    assert [one.verb.lower() for one in answer.powers if one.basis == f"{DECREE}/1/2/b"] == ["cấp"]
