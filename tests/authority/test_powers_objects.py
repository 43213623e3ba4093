"""Objects told before, after or above their verbs, and words that grant nothing, on invented statutes of kites."""

from __future__ import annotations

import pytest

from phapquy.authority.named import find_holders
from phapquy.authority.power import Act
from tests.authority.invented_powers import article, rows

XA, TINH, HUYEN = "Ủy ban nhân dân cấp xã", "Ủy ban nhân dân cấp tỉnh", "Ủy ban nhân dân cấp huyện"
CHAIR = "Chủ tịch Ủy ban nhân dân cấp xã"


def read(words):
    return rows(article(f"1. {words}"))


def tasks_of(words, act):
    return [task for _, one, task in read(words) if one is act]


def test_several_things_after_semicolons_are_further_objects():
    words = f"{XA} rà soát, công bố trên bảng của xã các bãi thả mới; các bãi thả được sửa; các bãi thả hẹp."
    assert tasks_of(words, Act.KIEM_TRA)[1:] == ["các bãi thả được sửa", "các bãi thả hẹp"]


def test_a_sentence_on_the_things_told_is_no_further_object():
    words = f"{XA} rà soát các bãi thả mới; các bãi thả phải có rào."
    assert tasks_of(words, Act.KIEM_TRA) == ["các bãi thả mới"]


@pytest.mark.parametrize(
    "more",
    ["quy định của pháp luật về ao", "số diều được ghi thành biên bản", "phần bãi thừa (nếu có) thì để trống"],
)
def test_a_ground_or_what_is_said_of_the_object_is_no_further_object(more):
    assert len(read(f"{XA} quyết định số bãi thả theo quy định của pháp luật về diều; {more}.")) == 1


def test_verbs_before_a_semicolon_share_the_object_after_it():
    found = read(f"{XA} lập sổ diều; hướng dẫn, giám sát; đôn đốc việc giữ bãi thả.")
    assert [(act, task) for _, act, task in found if task == "giữ bãi thả"] == [
        (Act.HUONG_DAN, "giữ bãi thả"),
        (Act.GIAM_SAT, "giữ bãi thả"),
        (Act.KIEM_TRA, "giữ bãi thả"),
    ]


def test_deeds_listed_before_their_predicate_are_nobodys():
    assert read(
        f"{XA} lập sổ diều. Việc chia bãi thả; công nhận đội diều, hủy sổ diều được thực hiện theo quy ước."
    ) == [(XA, Act.XAY_DUNG, "sổ diều")]


def test_what_those_do_by_themselves_who_are_helped_is_not_the_subjects():
    found = read(f"{XA} tạo điều kiện để người chơi học vẽ diều; tự nghiên cứu mẫu diều.")
    assert [act for _, act, _ in found] == [Act.TO_CHUC_THUC_HIEN]


@pytest.mark.parametrize(
    "words",
    [
        f"Đối với diều chung thì việc chọn {XA} thực hiện theo thứ tự trong sổ.",
        f"Đề xuất của Sở Nội vụ, {XA} phải xác định rõ số diều.",
        f"Người chơi thả diều trong trường hợp {XA} ban hành lệnh thả.",
        f"Giấy khám mắt do {XA} cấp.",
    ],
)
def test_who_is_only_spoken_of_has_nothing(words):
    assert read(words) == []


def test_who_sits_in_something_does_nothing():
    words = f"Đội giữ bãi có thành viên của xã, gồm: {XA}, xây dựng, thanh tra, bưu điện."
    assert read(words) == []


def test_a_case_told_by_verbs_ends_at_its_then():
    found = read(f"{XA} lập sổ diều. Trường hợp cấp sổ diều, thu hồi bãi thả to thì phải có ý kiến của người chơi.")
    assert found == [(XA, Act.XAY_DUNG, "sổ diều")]


def test_somebody_after_the_preface_who_is_no_holder_does_what_follows():
    found = read(f"{XA} lập sổ diều. Sau khi lập sổ thì căn cứ số diều, cơ quan có thẩm quyền thử gió, bán sổ diều.")
    assert found == [(XA, Act.XAY_DUNG, "sổ diều")]


def test_what_was_received_is_what_is_decided_on():
    words = f"Trong thời hạn 3 ngày kể từ ngày nhận được mẫu diều của đội, {XA} có văn bản chấp thuận, trường hợp không"
    assert tasks_of(f"{words} chấp thuận thì trả lời người chơi.", Act.CHAP_THUAN) == ["mẫu diều của đội"]


def test_a_time_after_a_verb_leaves_it_the_object_before():
    words = f"{XA} tổng hợp kết quả thả diều và công bố trước ngày 05 tháng 6."
    assert tasks_of(words, Act.CONG_KHAI) == ["kết quả thả diều"]


def test_what_is_not_yet_ruled_on_is_what_somebody_else_decides():
    words = (
        f"Trong thời gian {TINH} chưa quy định giá diều thì người thả đề xuất trong đơn để {XA} xem xét, quyết định."
    )
    assert (XA, Act.QUYET_DINH, "giá diều") in read(words)


def test_bare_verbs_share_the_object_that_comes_after():
    assert tasks_of(f"{XA} thống nhất quản lý nhà nước và tổ chức thực hiện hội diều.", Act.QUAN_LY) == ["hội diều"]
    directed = tasks_of(f"{XA} chỉ đạo tổ chức thực hiện và quyết định phân loại diều.", Act.CHI_DAO)
    assert directed == ["tổ chức thực hiện và quyết định phân loại diều"]


def test_what_is_watched_over_is_one_object():
    found = read(f"{XA} giám sát việc lập và tổ chức thực hiện kế hoạch thả diều.")
    assert found == [(XA, Act.GIAM_SAT, "lập và tổ chức thực hiện kế hoạch thả diều")]


def test_hiring_somebody_is_beside_what_he_is_hired_for():
    found = read(f"{XA} lập hoặc thuê thợ ở làng bên để lập sổ diều và báo cáo {TINH} phê duyệt.")
    assert (XA, Act.XAY_DUNG, "sổ diều") in found
    assert (XA, Act.QUYET_DINH, "thuê thợ ở làng bên") in found
    assert (TINH, Act.PHE_DUYET, "sổ diều") in found


def test_a_thing_handed_over_is_what_the_taker_gets():
    found = read(f"Ao đã lấp mà chưa thả diều thì giao cho {XA} quản lý, sử dụng.")
    assert (XA, Act.QUAN_LY, "Ao đã lấp mà chưa thả diều") in found


def test_manner_and_plans_of_spending_go_on_past_a_comma():
    found = read(f"{XA} lập dự toán chi cho các nhiệm vụ thả diều, giải quyết diều rơi.")
    assert [act for _, act, _ in found] == [Act.XAY_DUNG]


def test_which_tasks_are_meant_gives_nothing():
    found = read(f"{XA} lập sổ diều theo nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao và hướng dẫn, kiểm tra khi thả.")
    assert {name for name, _, _ in found} == {XA}


def test_what_needs_somebodys_word_is_only_spoken_of():
    found = read(f"{XA} tiếp nhận đơn xin thả diều, những vấn đề cần báo cáo {TINH} cho ý kiến chỉ đạo.")
    assert found == [(XA, Act.TIEP_NHAN, f"đơn xin thả diều, những vấn đề cần báo cáo {TINH} cho ý kiến chỉ đạo")]


def test_a_subject_after_a_time_limit_has_no_other_beside_it():
    body = f"1. {TINH} có nhiệm vụ:\na) Gửi mẫu diều. Trong thời hạn 3 ngày {XA} có trách nhiệm trả lời người chơi;"
    assert [name for name, act, _ in rows(article(body)) if act is Act.GIAI_QUYET] == [XA]


def test_holders_listed_under_what_they_answer_for_have_it():
    body = f"1. {CHAIR} đối với việc giữ bãi thả; ao làng.\n2. Chủ ao đối với ao."
    assert rows(article(body, "Người chịu trách nhiệm đối với bãi thả")) == [
        (CHAIR, Act.CHIU_TRACH_NHIEM, "đối với việc giữ bãi thả"),
        (CHAIR, Act.CHIU_TRACH_NHIEM, "ao làng"),
    ]


def test_who_gives_what_is_listed_and_who_takes_it_both_have_it():
    body = f"1. {TINH} giao cho tổ chức phát triển quỹ đất quản lý các bãi thả sau đây:\na) Bãi ven sông;"
    assert [one for one in rows(article(body)) if one[2] == "Bãi ven sông"] == [
        ("Tổ chức phát triển quỹ đất", Act.QUAN_LY, "Bãi ven sông"),
        (TINH, Act.GIAO, "Bãi ven sông"),
    ]


@pytest.mark.parametrize(
    "item", [f"{TINH} giải quyết theo quy định của pháp luật về diều;", f"Phải được {TINH} chấp thuận;"]
)
def test_who_decides_on_what_the_lead_in_tells_has_it(item):
    found = rows(article(f"1. Tranh chấp về bãi thả thực hiện như sau:\na) {item}"))
    assert [(name, task) for name, _, task in found] == [(TINH, item.rstrip(";"))]


def test_a_heading_of_two_levels_names_an_organ_at_each():
    heading = "Thẩm quyền của Chủ tịch Ủy ban nhân dân cấp huyện, cấp tỉnh"
    found = rows(article("1. Chủ tịch Ủy ban nhân dân cấp có thẩm quyền ban hành quyết định thả diều.", heading))
    assert [name for name, _, _ in found] == [f"Chủ tịch {HUYEN}", f"Chủ tịch {TINH}"]


@pytest.mark.parametrize("lead", ["Nội dung chi", "Quy ước này hết hiệu lực trừ các trường hợp sau:"])
def test_what_money_is_spent_on_and_what_is_excepted_is_nobodys(lead):
    assert rows(article(f"1. {lead}\na) Khi mất sổ giao cho {TINH} quản lý bãi thả;")) == []


def test_a_rule_to_be_made_stands_for_itself_among_exceptions():
    body = f"1. Quy ước này hết hiệu lực trừ các trường hợp sau:\na) {TINH} quy định số diều;"
    assert rows(article(body)) == [(TINH, Act.QUY_DINH, "số diều")]


def test_conditions_of_a_deed_are_nobodys():
    lead = f"Số diều đã được {XA} thực hiện đúng quy ước chỉ được hủy khi {XA} nhận được văn bản của các đội sau đây:"
    assert rows(article(f"1. {lead}\na) Quyết định của đội có nội dung phải hủy sổ;")) == []


def test_who_is_counted_in_a_lead_in_does_not_do_what_follows():
    lead = "Hoạt động thả diều khi không còn đủ tổng số đại biểu Hội đồng nhân dân được thực hiện như sau:"
    assert rows(article(f"1. {lead}\na) Trường hợp trời gió thì thực hiện thả diều chung;")) == []


def test_a_committee_after_a_ministry_is_named():
    assert [one.name for one in find_holders(f"Bộ Xây dựng hoặc {TINH} quyết định")] == ["Bộ Xây dựng", TINH]


@pytest.mark.parametrize(
    ("partner", "task"),
    [("tổ chức phát triển quỹ đất quản lý bãi thả", "bãi thả"), ("Ban Chấp hành đội diều, lập sổ", "sổ")],
)
def test_a_verb_within_the_partners_name_is_not_what_is_led(partner, task):
    assert read(f"{XA} phối hợp với {partner}.") == [(XA, Act.PHOI_HOP, task)]


def test_a_lease_to_several_is_one_verb():
    assert read(f"{XA} cho các tổ chức, cá nhân thuê bãi thả.") == [
        (XA, Act.QUYET_DINH, "cho các tổ chức, cá nhân thuê bãi thả")
    ]


def test_whom_a_file_is_passed_to_by_his_competence_is_not_told_to_act():
    assert read("Hồ sơ thả diều phải được chuyển cho Tòa án có thẩm quyền giải quyết khi có yêu cầu.") == []


def test_a_last_day_is_no_object():
    found = read(f"Sau khi mẫu diều được chọn thì {XA} công bố chậm nhất là 5 ngày.")
    assert found == [(XA, Act.CONG_KHAI, "Sau khi mẫu diều được chọn")]


def test_studying_a_petition_before_it_is_settled_draws_nothing_up():
    assert read(f"{XA} nghiên cứu, giải quyết kiến nghị của đội diều.") == [
        (XA, Act.GIAI_QUYET, "kiến nghị của đội diều")
    ]


def test_verbs_before_a_semicolon_of_the_act_after_it_are_told_once():
    found = read(f"{XA} lập sổ diều; hướng dẫn, kiểm tra; đôn đốc việc giữ bãi thả.")
    assert [act for _, act, task in found if task == "giữ bãi thả"] == [Act.HUONG_DAN, Act.KIEM_TRA]


def test_what_is_to_be_made_public_is_one_list():
    lead = f"{XA} công khai các nội dung sau đây:"
    found = rows(article(f"1. {lead}\na) Số diều của xã; danh sách đội diều; giá vé bãi thả;"))
    assert found[1:] == [(XA, Act.CONG_KHAI, "Số diều của xã; danh sách đội diều; giá vé bãi thả")]


@pytest.mark.parametrize("aim", ["lập, cập nhật sổ diều", "thực hiện việc thu hồi diều"])
def test_who_gets_papers_to_keep_or_carry_out_has_no_power(aim):
    assert {name for name, _, _ in read(f"{XA} chuyển hồ sơ đến Văn phòng đăng ký đất đai để {aim}.")} == {XA}


def test_who_is_sent_papers_to_settle_and_tell_it_settles():
    found = read(f"{XA} gửi phiếu đến cơ quan thuế để xác định và thông báo tiền thuê bãi.")
    assert [act for name, act, _ in found if name == "Cơ quan thuế"] == [Act.QUYET_DINH]


def test_who_is_told_to_put_something_before_another_puts_it():
    found = read(
        f"{XA} thông báo đến cơ quan có chức năng quản lý đất đai trình {TINH} hủy quyết định chia bãi,"
        " người thắng không được thả tiếp."
    )
    assert [(name, act) for name, act, _ in found] == [
        (XA, Act.CONG_KHAI),
        ("cơ quan có chức năng quản lý đất đai", Act.TRINH),
        (TINH, Act.DINH_CHI),
    ]
    assert found[2][2] == "quyết định chia bãi"


def test_a_written_notice_with_its_reason_is_told_once():
    assert read(f"{XA} thông báo bằng văn bản và nêu rõ lý do.") == [
        (XA, Act.CONG_KHAI, "bằng văn bản và nêu rõ lý do")
    ]


def test_the_same_verb_once_more_on_the_same_thing_goes_on():
    assert read(f"{XA} quyết định đóng bãi thả, quyết định gia hạn đóng bãi thả.") == [
        (XA, Act.QUYET_DINH, "đóng bãi thả, quyết định gia hạn đóng bãi thả")
    ]


def test_the_same_verb_on_another_thing_does_not():
    assert len(read(f"{XA} quyết định đóng bãi thả, quyết định giá vé xem diều.")) == 2


def test_what_is_watched_over_and_what_is_done_besides_are_two():
    found = read(f"{XA} giám sát việc giữ bãi; động viên đội diều tập đều.")
    assert found == [(XA, Act.GIAM_SAT, "giữ bãi"), (XA, Act.TO_CHUC_THUC_HIEN, "đội diều tập đều")]


@pytest.mark.parametrize(
    "words",
    [
        f"Người chơi nộp lại diều để {XA} thực hiện việc hủy diều.",
        f"Khuyến khích {TINH} và {XA} đề xuất việc chia bãi.",
        f"Trong trường hợp {XA} hủy sổ diều thì việc hủy phải có người làm chứng.",
        "Khu thả diều có diện tích do Ủy ban nhân dân cấp xã xác định theo nhu cầu.",
        f"Người chơi còn được hưởng tiền vải, tiền dây do {XA} chi trả.",
        "Hội đồng kỷ luật tự giải thể sau khi xong việc.",
        f"{TINH} sẽ có hướng dẫn cụ thể.",
    ],
)
def test_whose_deed_is_only_spoken_of_has_no_power(words):
    assert read(words) == []


def test_an_exception_goes_on_after_a_semicolon():
    words = (
        f"Chủ ao được lấp ao, trừ trường hợp ao thuộc thẩm quyền của {TINH} quyết định theo quy ước;"
        f" {XA} quyết định việc lấp ao nhỏ theo quy ước."
    )
    assert read(words) == []


def test_what_follows_a_decision_as_a_duty_is_not_who_decided():
    found = read(f"{XA} báo cáo {TINH} chấp thuận việc lấp ao và phải cập nhật khi rà soát quy hoạch.")
    assert [act for name, act, _ in found if name == TINH] == [Act.CHAP_THUAN]


def test_who_is_invited_does_nothing_and_the_list_is_one():
    found = read(f"{XA} mời Chủ tịch Ủy ban nhân dân cấp tỉnh tham dự hội diều; đại diện đội diều; già làng.")
    assert found == [(XA, Act.TO_CHUC_THUC_HIEN, "Chủ tịch Ủy ban nhân dân cấp tỉnh tham dự hội diều")]


def test_misdeeds_listed_are_not_the_subjects():
    words = f"{XA} xử lý đối với các hành vi không giữ bãi thả; sử dụng bãi sai; chuyển diều cho người khác."
    assert [act for _, act, _ in read(words)] == [Act.GIAI_QUYET]


def test_what_is_made_public_goes_on_with_orders():
    words = f"{XA} công bố công khai việc lấp ao, điều chỉnh, hủy bỏ việc lấp ao."
    assert {act for _, act, _ in read(words)} == {Act.CONG_KHAI}


def test_a_board_that_somebody_decides_to_set_up():
    assert read(f"Ban Quản lý bãi diều được {XA} quyết định thành lập theo từng mùa.") == [
        (XA, Act.QUYET_DINH, "thành lập theo từng mùa")
    ]


def test_receiving_as_ruled_ends_before_what_is_passed_on():
    found = read(f"{XA} tiếp nhận theo quy định tại Điều 7 Nghị định này, chuyển hồ sơ đến {TINH}.")
    assert (XA, Act.CONG_KHAI) in [(name, act) for name, act, _ in found]


def test_meeting_people_and_looking_are_two():
    found = read(f"{XA} làm việc với các đội diều, kiểm tra thực tế tại bãi.")
    assert [act for _, act, _ in found] == [Act.TO_CHUC_THUC_HIEN, Act.KIEM_TRA]


def test_a_sentence_on_how_a_deed_is_done_is_no_further_object():
    words = f"{XA} thực hiện tiếp nhận diều; việc sửa đổi thông tin thực hiện theo quy định của làng."
    assert [task for _, _, task in read(words)] == ["tiếp nhận diều"]


def test_a_case_is_no_object_of_a_passive_without_a_doer():
    words = f"{XA} chọn đội diều. Trường hợp không đội nào đến thì được gia hạn 01 lần."
    assert all(task != "gia hạn 01 lần" for _, _, task in read(words))
