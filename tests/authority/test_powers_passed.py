"""What one organ puts before another: who is asked, told, charged, and what the deed is on."""

from __future__ import annotations

import pytest

from phapquy.authority.power import Act
from tests.authority.invented_powers import article, rows


def of(sentence):
    return rows(article(f"1. {sentence}"))


def done(sentence, holder, act):
    """The objects of what a holder does in a sentence."""
    return [task for who, what, task in of(sentence) if (who, what) == (holder, act)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bộ Tài chính lập sổ diều gửi Bộ Y tế thẩm định.",
        "Bộ Tài chính lập sổ diều và gửi Bộ Y tế.",
        "Bộ Tài chính thuê người vẽ để lập sổ diều gửi Bộ Y tế.",
        "Bộ Tài chính lập sổ diều; gửi Bộ Y tế thẩm định, trình Bộ Công an phê duyệt.",
    ],
)
def test_what_is_sent_is_what_was_drawn_up(sentence):
    assert done(sentence, "Bộ Tài chính", Act.CONG_KHAI) == ["sổ diều"]


def test_a_paper_that_is_sent_is_told_after_the_verb():
    sentence = "Bộ Tài chính lập sổ diều và gửi Phiếu diều cho Bộ Y tế để tính công."
    assert done(sentence, "Bộ Tài chính", Act.CONG_KHAI)[0].startswith("Phiếu diều")


@pytest.mark.parametrize(
    "sentence",
    [
        "Bộ Tài chính chỉ đạo lập sổ diều gửi Bộ Y tế thẩm định trình Chính phủ xem xét, quyết định.",
        "Bộ Tài chính lập sổ diều, gửi Bộ Y tế thẩm định, báo cáo Chính phủ quyết định theo quy định của Chính phủ.",
        "Bộ Tài chính lập sổ diều; gửi Bộ Y tế thẩm định, trình Chính phủ quyết định.",
    ],
)
def test_all_before_whom_it_comes_act_on_what_was_drawn_up(sentence):
    assert done(sentence, "Bộ Y tế", Act.THAM_DINH) == ["sổ diều"]
    assert done(sentence, "Chính phủ", Act.QUYET_DINH) == ["sổ diều"]


def test_a_part_after_a_semicolon_is_on_what_the_part_before_drew_up():
    sentence = "Bộ Tài chính xác định giá diều; lập sổ diều; trình Bộ Y tế phê duyệt."
    assert done(sentence, "Bộ Tài chính", Act.TRINH) == ["sổ diều"]
    assert done(sentence, "Bộ Y tế", Act.PHE_DUYET) == ["sổ diều"]


def test_what_is_put_before_others_is_told_without_the_verb_that_made_it():
    sentence = "Bộ Tài chính xác định giá diều, trình Bộ Y tế phê duyệt."
    assert done(sentence, "Bộ Y tế", Act.PHE_DUYET) == ["giá diều"]


def test_who_draws_up_for_another_to_submit_does_not_submit():
    sentence = "Bộ Tài chính xây dựng sổ diều để Chính phủ trình Quốc hội."
    assert of(sentence) == [
        ("Bộ Tài chính", Act.XAY_DUNG, "sổ diều"),
        ("Chính phủ", Act.TRINH, "sổ diều"),
    ]


def test_verbs_before_a_receiver_share_the_object_after_his_verb():
    sentence = "Bộ Tài chính xây dựng, sửa đổi trình Chính phủ ban hành sổ diều."
    assert done(sentence, "Bộ Tài chính", Act.XAY_DUNG) == ["sổ diều"]
    both = "Bộ Tài chính xây dựng, trình Chính phủ, Thủ tướng Chính phủ ban hành sổ diều."
    assert done(both, "Bộ Tài chính", Act.TRINH) == ["sổ diều"]


def test_what_is_signed_or_handed_in_is_told_after_to_whom():
    signed = "Bộ Tài chính lập sổ diều và trình ký Giấy thả diều."
    assert done(signed, "Bộ Tài chính", Act.TRINH) == ["Giấy thả diều"]
    handed = "Bộ Tài chính tiếp thu ý kiến và trình Chính phủ hồ sơ thả diều."
    assert done(handed, "Bộ Tài chính", Act.TRINH) == ["hồ sơ thả diều"]


def test_what_is_made_known_is_what_was_drawn_up_or_decided_on():
    sentence = "Bộ Tài chính lập sổ diều và công bố trước ngày 30 tháng 6."
    assert done(sentence, "Bộ Tài chính", Act.CONG_KHAI) == ["sổ diều"]
    decided = "Bộ Tài chính trình Chính phủ quyết định giá diều, công bố công khai và chỉ đạo treo bảng."
    assert done(decided, "Bộ Tài chính", Act.TRINH) == ["giá diều"]
    assert done(decided, "Bộ Tài chính", Act.CONG_KHAI) == ["giá diều"]


@pytest.mark.parametrize(
    ("sentence", "object_"),
    [
        ("Trường hợp diều rơi, Bộ Tài chính có trách nhiệm báo cáo Chính phủ quyết định.", "Trường hợp diều rơi"),
        ("Trong trường hợp diều rơi thì Bộ Tài chính trình Chính phủ quyết định.", "Trong trường hợp diều rơi"),
        ("Trường hợp diều rơi, người thả phải nêu rõ lý do để Chính phủ quyết định.", "Trường hợp diều rơi"),
        ("Căn cứ hồ sơ thả diều đã được sửa, Bộ Tài chính trình Chính phủ quyết định.", "hồ sơ thả diều"),
        ("Đối với bãi diều cũ thì Chính phủ quyết định.", "bãi diều cũ"),
        ("Trong thời hạn 05 ngày kể từ ngày nhận được đơn thả diều, Chính phủ quyết định.", "đơn thả diều"),
    ],
)
def test_a_decision_without_an_object_is_on_the_case_ground_or_thing_before_it(sentence, object_):
    assert done(sentence, "Chính phủ", Act.QUYET_DINH) == [object_]


def test_what_is_handed_over_is_told_before_who_gets_it():
    assert done("Bãi diều bỏ không tại khu vực đô thị thì giao cho Bộ Y tế quản lý.", "Bộ Y tế", Act.QUAN_LY) == [
        "Bãi diều bỏ không"
    ]
    given = "Bộ Tài chính giao bãi diều cũ cho Bộ Y tế quản lý."
    assert done(given, "Bộ Y tế", Act.QUAN_LY) == ["bãi diều cũ"]


def test_who_is_told_of_in_a_case_does_what_follows_it():
    sentence = "Bộ Tài chính họp. Trường hợp Bộ Y tế, Bộ Công an không đồng ý thì có quyền báo cáo Chính phủ xem xét."
    assert [who for who, act, _ in of(sentence) if act is Act.BAO_CAO] == ["Bộ Y tế", "Bộ Công an"]


def test_what_is_going_on_in_a_case_gives_nothing():
    assert of("Trường hợp đang lập hồ sơ hoặc trình Bộ Y tế phê duyệt bãi diều thì theo quy định cũ.") == []
    assert of("Sổ diều phải được thẩm định trước khi trình Bộ Y tế có thẩm quyền quyết định thu hồi diều.") == []


def test_a_letter_that_asks_is_not_its_receivers_request():
    sentence = "Bộ Tài chính gửi văn bản đến Bộ Y tế yêu cầu xem xét lại."
    assert {who for who, _, _ in of(sentence)} == {"Bộ Tài chính"}


def test_who_is_asked_to_supply_something_has_to():
    sentence = "Bộ Tài chính đề nghị Bộ Y tế cung cấp hồ sơ diều."
    assert done(sentence, "Bộ Y tế", Act.CONG_KHAI) == ["hồ sơ diều"]


def test_who_is_directed_and_guided_acts():
    sentence = "Bộ Tài chính chỉ đạo, hướng dẫn Bộ Y tế có liên quan lập sổ diều."
    assert done(sentence, "Bộ Y tế", Act.XAY_DUNG) == ["sổ diều"]


def test_who_asked_one_goes_on_with_another():
    sentence = (
        "Bộ Tài chính xem xét bãi diều hoặc đề nghị Bộ Y tế thẩm định sức gió, "
        "nếu phải dời bãi thì đề nghị Bộ Công an quyết định dời bãi."
    )
    assert [who for who, act, _ in of(sentence) if act is Act.TRINH] == ["Bộ Tài chính", "Bộ Tài chính"]


def test_who_asks_for_a_decision_sends_the_papers_too():
    sentence = (
        "Cơ quan có diều trình Bộ Y tế quyết định thả diều thì đồng thời gửi hồ sơ diều cho Bộ Công an để thẩm định."
    )
    assert not done(sentence, "Bộ Y tế", Act.CONG_KHAI)
    assert done(sentence, "Bộ Công an", Act.THAM_DINH) == ["hồ sơ diều"]


def test_recipients_of_what_is_passed_on_hold_nothing_to_the_end_of_their_list():
    sentence = (
        "Bộ Tài chính phân cấp cho Bộ Y tế, các đơn vị giữ bãi diều, các đơn vị khác giữ diều và dây diều ở mọi nơi, "
        "các đơn vị phơi giấy làm diều ở trong và ngoài làng, Bộ Công an thực hiện thả diều."
    )
    assert {who for who, _, _ in of(sentence)} == {"Bộ Tài chính"}


@pytest.mark.parametrize(
    ("sentence", "holder", "act", "object_"),
    [
        ("Sổ diều ghi mọi con diều lớn và nhỏ phải được Bộ Y tế công bố trên mạng.", "Bộ Y tế", Act.CONG_KHAI,
         "Sổ diều ghi mọi con diều lớn và nhỏ"),
        ("Sổ diều phải được Bộ Công an thẩm tra, Bộ Y tế cho ý kiến trước khi in.", "Bộ Y tế", Act.CHO_Y_KIEN,
         "Sổ diều"),
        ("Bãi diều phải được Bộ Y tế chấp thuận phương án dời bãi.", "Bộ Y tế", Act.CHAP_THUAN, "phương án dời bãi"),
        ("Sổ diều là sổ chung, được lập thống nhất, do Bộ Y tế quản lý.", "Bộ Y tế", Act.QUAN_LY, "Sổ diều"),
        ("Đội diều là đơn vị độc lập do Bộ Y tế quyết định thành lập ở bãi.", "Bộ Y tế", Act.QUYET_DINH,
         "thành lập ở bãi"),
        ("Diều nhỏ do người thả giữ, đối với diều lớn thì bãi thả do Bộ Y tế quyết định.", "Bộ Y tế", Act.QUYET_DINH,
         "bãi thả"),
        ("Giá diều do Bộ Y tế trình Chính phủ quyết định điều chỉnh.", "Bộ Y tế", Act.TRINH, "Giá diều"),
        ("Việc thả diều phải do Bộ Y tế quyết định.", "Bộ Y tế", Act.QUYET_DINH, "thả diều"),
        ("Bộ Công an tổ chức thả diều theo trình tự, thủ tục do Bộ Y tế quy định.", "Bộ Y tế", Act.QUY_DINH,
         "trình tự, thủ tục"),
    ],
)  # fmt: skip
def test_what_is_done_by_an_organ_stands_before_it(sentence, holder, act, object_):
    assert done(sentence, holder, act) == [object_]


def test_of_the_same_level_is_of_the_level_of_who_submits():
    text = article("1. Ủy ban nhân dân cấp xã trình Hội đồng nhân dân cùng cấp quyết định giá diều.", "Quỹ diều")
    assert ("Hội đồng nhân dân cấp xã", Act.QUYET_DINH, "giá diều") in rows(text)


@pytest.mark.parametrize(
    ("sentence", "holder", "act", "object_"),
    [
        ("Trường hợp gió quá lớn thì Bộ Y tế trình Chính phủ xem xét, quyết định.", "Bộ Y tế", Act.TRINH,
         "Trường hợp gió quá lớn"),
        ("Trường hợp cần thiết phải dời bãi diều, Bộ Y tế trình Chính phủ quyết định.", "Bộ Y tế", Act.TRINH,
         "dời bãi diều"),
        ("Trường hợp gió quá lớn thì Bộ Y tế trình Chính phủ quyết định dời bãi diều.", "Bộ Y tế", Act.TRINH,
         "dời bãi diều"),
        ("Bộ Y tế lập sổ diều gửi Bộ Công an để trình Chính phủ ban hành quy chế thả diều.", "Bộ Công an", Act.TRINH,
         "quy chế thả diều"),
        ("Bộ Y tế định kỳ báo cáo Quốc hội, Chính phủ và thông báo đến Bộ Công an về tình hình thả diều.", "Bộ Y tế",
         Act.BAO_CAO, "về tình hình thả diều"),
        ("Bộ Y tế lập sổ diều gửi Bộ Công an tổng hợp báo cáo theo quy chế bãi.", "Bộ Công an", Act.BAO_CAO,
         "sổ diều"),
        ("Trường hợp quy chế chưa quy định giá diều thì Bộ Y tế quy định phù hợp với sức gió.", "Bộ Y tế",
         Act.QUY_DINH, "giá diều"),
        ("Bộ Y tế tổ chức thực hiện chỉnh sửa và hoàn thiện dự thảo sổ diều; trình Bộ Công an.", "Bộ Y tế", Act.TRINH,
         "dự thảo sổ diều"),
        ("Bộ Y tế lập sổ diều, gửi lấy ý kiến của các hội; gửi Bộ Công an thẩm định trước khi báo cáo hội diều "
         "để trình Chính phủ phê duyệt.", "Chính phủ", Act.PHE_DUYET, "sổ diều"),
    ],
)  # fmt: skip
def test_what_is_put_before_somebody_is_told_elsewhere(sentence, holder, act, object_):
    assert done(sentence, holder, act) == [object_]


def test_one_who_submits_may_enact_detailed_rules_himself():
    sentence = (
        "Bộ Y tế xây dựng, trình Chính phủ ban hành hoặc ban hành theo thẩm quyền quy định chi tiết việc thả diều."
    )
    assert done(sentence, "Bộ Y tế", Act.BAN_HANH) == ["quy định chi tiết việc thả diều"]
    assert done(sentence, "Chính phủ", Act.BAN_HANH) == ["quy định chi tiết việc thả diều"]


def test_what_follows_a_report_is_not_done_by_who_hears_it():
    sentence = (
        "Bộ Y tế giải quyết đơn của người thả diều, báo cáo Quốc hội, Chính phủ quyết định "
        "và thực hiện việc công khai kết quả thả diều."
    )
    assert not done(sentence, "Chính phủ", Act.CONG_KHAI)
    assert not done(sentence, "Quốc hội", Act.CONG_KHAI)
    must = "Bộ Y tế báo cáo Chính phủ chấp thuận việc dời bãi và phải cập nhật khi sửa sổ diều."
    assert not done(must, "Chính phủ", Act.CAP)


def test_what_one_is_charged_with_by_others_in_a_case_is_no_power():
    sentence = "Trường hợp diều được Hội diều giao cho Bộ Y tế giữ thì Bộ Y tế lập sổ diều."
    assert [act for _, act, _ in of(sentence)] == [Act.XAY_DUNG]


def test_what_is_sent_to_one_is_sent_to_another_too():
    sentence = (
        "Bộ Y tế công khai sổ diều trên bảng và gửi cho cơ quan quản lý diều cấp tỉnh để công khai trên bảng mới, "
        "đồng thời gửi về Bộ Tài chính."
    )
    assert "sổ diều trên bảng" in done(sentence, "Bộ Y tế", Act.CONG_KHAI)[1:]


def test_who_decides_in_the_case_of_a_lead_in_does_not_hold_the_list():
    text = article(
        "1. Đối với các chức vụ Thủ tướng Chính phủ quyết định thì còn phải thực hiện các công việc sau:\n"
        "a) Người giữ bãi diều trình Bộ Y tế cho ý kiến về sức gió.",
        "Bãi diều",
    )
    assert {who for who, _, _ in rows(text)} == {"Bộ Y tế"}


def test_a_decision_after_a_semicolon_is_put_before_the_same_organ():
    text = article("1. Trình Chính phủ quyết định lịch thả diều; quyết định bãi thả diều.", "Nhiệm vụ của Bộ Y tế")
    got = rows(text)
    assert ("Bộ Y tế", Act.TRINH, "bãi thả diều") in got
    assert ("Chính phủ", Act.QUYET_DINH, "bãi thả diều") in got
    assert not any(who == "Bộ Y tế" and act is Act.QUYET_DINH for who, act, _ in got)


def test_a_passive_may_be_the_predicate():
    assert done("Đội diều được Bộ Y tế quyết định thành lập theo từng bãi.", "Bộ Y tế", Act.QUYET_DINH) == ["Đội diều"]
    assert of("Đội diều được Bộ Y tế quyết định thành lập phải có mười người.") == []
    assert of("Trường hợp đội diều được Bộ Y tế quyết định thành lập thì theo quy định cũ.") == []
