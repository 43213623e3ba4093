"""Where one verb phrase of a subject ends and the next begins, on invented statutes of kites."""

from __future__ import annotations

import pytest

from phapquy.authority.acts import chain_at
from phapquy.authority.power import Act
from tests.authority.invented_powers import article, rows

XA, TINH, SO = "Ủy ban nhân dân cấp xã", "Ủy ban nhân dân cấp tỉnh", "Sở Nội vụ"
COUNCIL = "Hội đồng nhân dân cấp tỉnh"


def read(words):
    return rows(article(f"1. {words}"))


def of(holder, words):
    return [one[1:] for one in read(words) if one[0] == holder]


@pytest.mark.parametrize(
    ("words", "first", "then"),
    [
        (
            "lập biên bản ghi nhận sự tuân thủ và tiến hành kiểm tra bãi thả",
            (Act.XAY_DUNG, "biên bản ghi nhận sự tuân thủ"),
            (Act.KIEM_TRA, "bãi thả"),
        ),
        (
            "ban hành quyết định cưỡng chế và tổ chức thu hồi diều",
            (Act.BAN_HANH, "quyết định cưỡng chế"),
            (Act.QUYET_DINH, "tổ chức thu hồi diều"),
        ),
        (
            "quyết định phê duyệt mẫu diều và chấp thuận nơi thả",
            (Act.QUYET_DINH, "phê duyệt mẫu diều"),
            (Act.CHAP_THUAN, "nơi thả"),
        ),
        (
            "chỉ đạo thực hiện và tổ chức phổ biến luật thả diều",
            (Act.CHI_DAO, "thực hiện và tổ chức phổ biến luật thả diều"),
            (Act.HUONG_DAN, "luật thả diều"),
        ),
        (
            "kiểm tra hoạt động lấp ao và quản lý bãi thả",
            (Act.KIEM_TRA, "hoạt động lấp ao"),
            (Act.QUAN_LY, "bãi thả"),
        ),
        (
            "trả thưởng và bảo đảm các quyền lợi khác của người thả",
            (Act.CONG_KHAI, "thưởng"),
            (Act.TO_CHUC_THUC_HIEN, "các quyền lợi khác của người thả"),
        ),
        (
            "mở sổ thả diều để quản lý bãi và có văn bản đề nghị Sở Nội vụ cấp dây",
            (Act.TO_CHUC_THUC_HIEN, "sổ thả diều để quản lý bãi"),
            (Act.TRINH, "Sở Nội vụ cấp dây"),
        ),
        (
            "chỉ đạo việc tiếp thu ý kiến góp ý, xem xét và ký ban hành quy ước",
            (Act.CHI_DAO, "tiếp thu ý kiến góp ý"),
            (Act.BAN_HANH, "quy ước"),
        ),
        (
            "lập hồ sơ gửi lấy ý kiến của người thả diều",
            (Act.XAY_DUNG, "hồ sơ"),
            (Act.CONG_KHAI, "lấy ý kiến của người thả diều"),
        ),
    ],
)
def test_a_verb_that_begins_a_predicate_ends_the_object_before_it(words, first, then):
    assert of(XA, f"{XA} {words}.") == [first, then]


@pytest.mark.parametrize(
    ("words", "act", "task"),
    [
        (
            "tạo điều kiện để người chơi thả diều, tổ chức thực hiện quy ước",
            Act.TO_CHUC_THUC_HIEN,
            "để người chơi thả diều, tổ chức thực hiện quy ước",
        ),
        (
            "chuyển sổ diều đến Sở Nội vụ để chỉnh lý số diều và trao dây cho người thả",
            Act.CONG_KHAI,
            "sổ diều đến Sở Nội vụ để chỉnh lý số diều và trao dây cho người thả",
        ),
        (
            "thành lập tổ thả diều để giúp Sở Nội vụ nghiên cứu, chỉ đạo các cuộc thả",
            Act.QUYET_DINH,
            "thành lập tổ thả diều để giúp Sở Nội vụ nghiên cứu, chỉ đạo các cuộc thả",
        ),
        (
            "tổng hợp số diều để báo cáo Sở Nội vụ",
            Act.BAO_CAO,
            "số diều để báo cáo Sở Nội vụ",
        ),
    ],
)
def test_what_something_is_done_for_stays_in_the_object(words, act, task):
    assert of(XA, f"{XA} {words}.") == [(act, task)]


def test_a_report_that_another_settles_is_a_deed_though_it_is_a_purpose():
    found = of(XA, f"{XA} tổng hợp số diều để báo cáo {TINH} quyết định mức thưởng.")
    assert [act for act, _ in found] == [Act.BAO_CAO, Act.BAO_CAO]


def test_what_is_put_before_another_ends_where_the_subject_goes_on():
    found = read(f"{TINH} trình {COUNCIL} quyết định giá diều, công bố công khai và chỉ đạo ghi vào sổ.")
    assert (TINH, Act.TRINH, "giá diều") in found
    assert (TINH, Act.CONG_KHAI, "giá diều") in found
    assert (TINH, Act.CHI_DAO, "ghi vào sổ") in found


def test_who_put_something_before_another_carries_it_out():
    found = read(f"{TINH} trình {COUNCIL} ban hành quy ước thả diều và tổ chức thực hiện.")
    assert (TINH, Act.TRINH, "quy ước thả diều") in found
    assert (TINH, Act.TO_CHUC_THUC_HIEN, "quy ước thả diều") in found
    assert (COUNCIL, Act.BAN_HANH, "quy ước thả diều") in found


def test_adverbs_alone_are_no_object():
    found = of(XA, f"{XA} quản lý tập trung, thống nhất và cập nhật sổ diều.")
    assert found == [(Act.QUAN_LY, "sổ diều"), (Act.CAP, "sổ diều")]


def test_what_is_settled_or_put_higher_ends_where_the_subject_goes_on():
    found = of(
        XA,
        f"{XA} giải quyết kịp thời, đúng pháp luật, theo thẩm quyền hoặc kiến nghị cơ quan có thẩm quyền giải quyết "
        "đơn xin thả diều và xử lý kịp thời những vi phạm ở bãi thả.",
    )
    assert found == [
        (Act.GIAI_QUYET, "đơn xin thả diều"),
        (Act.TRINH, "đơn xin thả diều"),
        (Act.GIAI_QUYET, "những vi phạm ở bãi thả"),
    ]


def test_a_case_is_the_object_of_verbs_that_only_say_how_also_before_others():
    found = of(XA, f"Đối với diều rách, {XA} tiêu hủy theo quy định của pháp luật và lập biên bản về số diều.")
    assert [act for act, _ in found] == [Act.QUYET_DINH, Act.XAY_DUNG]
    assert found[0][1] == "Đối với diều rách"


@pytest.mark.parametrize(
    "words", ["tổ chức nơi thả diều", "tổ chức nước ngoài", "tổ chức phi chính phủ", "Thanh tra Chính phủ hướng dẫn"]
)
def test_what_is_half_of_a_name_is_no_verb(words):
    assert chain_at(words, 0) is None


def test_a_paper_issued_where_the_ground_lies_is_issued():
    assert of(XA, f"{XA} nơi có bãi thả tranh chấp ban hành quyết định chia bãi.") == [
        (Act.BAN_HANH, "quyết định chia bãi")
    ]


def test_when_two_work_together_is_not_what_they_do():
    assert of(XA, f"{XA} phối hợp với {SO} trong quá trình lập sổ diều.") == [
        (Act.PHOI_HOP, f"với {SO} trong quá trình lập sổ diều")
    ]


def test_a_verb_in_several_words_goes_with_the_others():
    [*found] = of(XA, f"{XA} bổ nhiệm, kéo dài thời gian giữ chức vụ lãnh đạo, quản lý, điều động người giữ bãi.")
    assert found == [(Act.BO_NHIEM, "người giữ bãi")]


def test_those_beside_an_office_that_are_none_are_passed_over():
    assert of(XA, f"{XA}, tổ chức, nhà đầu tư có trách nhiệm lập sổ diều.") == [(Act.XAY_DUNG, "sổ diều")]


@pytest.mark.parametrize(
    "words", ["thống nhất nơi thả diều với Sở Nội vụ", "xử lý kỷ luật, thống nhất nơi thả diều với Sở Nội vụ"]
)
def test_what_is_agreed_with_another_is_worked_out_with_him(words):
    assert (Act.PHOI_HOP, "nơi thả diều với Sở Nội vụ") in of(XA, f"{XA} {words}.")


def test_how_something_is_decided_is_not_what_its_agent_does():
    assert of(XA, f"Việc bố trí bãi thả do {XA} quyết định, bảo đảm kết nối với các bãi khác.") == [
        (Act.QUYET_DINH, "bố trí bãi thả")
    ]


def test_a_subject_may_settle_what_it_may_report():
    found = of(XA, f"{XA} báo cáo cấp có thẩm quyền quyết định hoặc quyết định theo thẩm quyền.")
    assert (Act.QUYET_DINH, "theo thẩm quyền") in found


def test_what_is_put_before_an_unnamed_office_ends_where_the_subject_goes_on():
    found = of(XA, f"{XA} trình cấp có thẩm quyền ký giấy thả diều và thực hiện các công việc khác.")
    assert found == [(Act.TRINH, "giấy thả diều"), (Act.TO_CHUC_THUC_HIEN, "các công việc khác")]


def test_what_is_examined_and_discussed_is_two_deeds():
    assert [act for act, _ in of(XA, f"{XA} xem xét, thảo luận về số diều.")] == [Act.GIAI_QUYET, Act.CHO_Y_KIEN]


def test_what_a_plan_is_for_stays_in_it():
    assert of(XA, f"{XA} phê duyệt phương án dời bãi, cưỡng chế dời bãi và bố trí chỗ thả.") == [
        (Act.PHE_DUYET, "phương án dời bãi, cưỡng chế dời bãi và bố trí chỗ thả")
    ]


@pytest.mark.parametrize("kept", ["an ninh", "trật tự", "ổn định số diều"])
def test_what_is_kept_safe_after_another_object_is_a_deed(kept):
    assert (Act.TO_CHUC_THUC_HIEN, kept) in of(XA, f"{XA} ngăn chặn người phá bãi, bảo đảm {kept}.")


def test_the_verb_after_a_function_is_what_is_done():
    assert of(XA, f"{XA} thực hiện chức năng quản lý bãi thả.") == [(Act.QUAN_LY, "bãi thả")]


def test_what_an_office_is_stands_before_its_function():
    assert of(SO, f"{SO} là cơ quan của tỉnh thực hiện chức năng quản lý bãi thả.") == [(Act.QUAN_LY, "bãi thả")]


def test_who_has_a_plan_draws_it_up_without_what_has_to_stand_in_it():
    found = of(XA, f"{XA} có kế hoạch tổ chức thi diều, trong đó nêu rõ số diều và nơi thả.")
    assert found == [(Act.XAY_DUNG, "kế hoạch tổ chức thi diều")]


@pytest.mark.parametrize(
    ("words", "act"), [("cuộc họp chọn diều", Act.TO_CHUC_THUC_HIEN), ("đội thả diều", Act.QUYET_DINH)]
)
def test_a_meeting_is_held_again_and_a_team_is_set_up_anew(words, act):
    assert [one[0] for one in of(XA, f"{XA} tổ chức lại {words}.")] == [act]


@pytest.mark.parametrize(
    ("words", "act"), [("Hội nghị người chơi diều", Act.TO_CHUC_THUC_HIEN), ("Việc thả diều", Act.CHI_DAO)]
)
def test_who_leads_a_meeting_holds_it(words, act):
    assert [one[0] for one in of(SO, f"{words} do {SO} chủ trì.")] == [act]


def test_a_thing_after_a_list_of_those_who_are_counted_is_ruled_on_too():
    found = read(f"{TINH} quy định tiêu chuẩn diều; số lượng {SO}, việc bố trí bãi thả.")
    assert {one[0] for one in found} == {TINH}


def test_the_same_ruling_once_more_is_a_phrase_of_its_own():
    assert of(TINH, f"{TINH} quy định việc đo bãi thả, quy định các loại diều khác.") == [
        (Act.QUY_DINH, "đo bãi thả"),
        (Act.QUY_DINH, "các loại diều khác"),
    ]


def test_a_paper_is_sent_without_a_comma_before_it():
    found = of(SO, f"{SO} ban hành thông báo thả diều gửi cho người chơi diều.")
    assert [act for act, _ in found] == [Act.BAN_HANH, Act.CONG_KHAI]


def test_when_two_work_together_is_not_what_he_who_leads_does():
    found = of(XA, f"{XA} chủ trì, phối hợp với {SO} trong quá trình lập sổ diều.")
    assert {act for act, _ in found} == {Act.CHI_DAO, Act.PHOI_HOP}


def test_where_a_ground_lies_ends_before_what_is_carried_out():
    assert of(XA, f"{XA} nơi có bãi thả thực hiện thu hồi diều.") == [(Act.TO_CHUC_THUC_HIEN, "thu hồi diều")]


def test_what_others_do_goes_on_after_a_semicolon_under_two_verbs():
    found = of(XA, f"{XA} chỉ đạo và tổ chức thực hiện kế hoạch thả diều; việc sử dụng bãi thả của làng.")
    assert [act for act, _ in found] == [Act.CHI_DAO, Act.TO_CHUC_THUC_HIEN] * 2
    assert found[-1][1].endswith("sử dụng bãi thả của làng")


@pytest.mark.parametrize(("verb", "act"), [("bảo đảm", Act.TRINH), ("công bố", Act.CONG_KHAI)])
def test_what_is_asked_for_goes_on_after_a_semicolon(verb, act):
    text = article(
        f"1. {XA} có các nhiệm vụ sau đây:\na) Kiến nghị người đứng đầu cơ quan sửa bãi thả; {verb} chỗ chơi."
    )
    assert [one[1] for one in rows(text)] == [Act.TRINH, act]


def test_what_is_to_be_ruled_on_in_detail_goes_on_after_a_semicolon():
    assert [act for act, _ in of(TINH, f"{TINH} quy định chi tiết lập sổ diều; đo đạc, lập bản đồ bãi thả.")] == [
        Act.QUY_DINH
    ] * 2


def test_a_report_is_what_is_decided_on():
    text = article(f"1. {XA} quyết định những nội dung sau đây:\na) Báo cáo tình hình thả diều hằng năm;")
    assert rows(text)[-1] == (XA, Act.QUYET_DINH, "Báo cáo tình hình thả diều hằng năm")


@pytest.mark.parametrize(
    ("item", "act"), [("Ký hợp đồng với thợ diều", Act.QUYET_DINH), ("Phê duyệt mẫu diều", Act.PHE_DUYET)]
)
def test_items_under_a_bare_decision_are_decided_on_unless_they_are_decisions(item, act):
    assert [one[1] for one in rows(article(f"1. {XA} quyết định:\na) {item};"))] == [act]


def test_what_somebody_answers_for_is_one_object():
    assert of(XA, f"{XA} chịu trách nhiệm chỉ đạo giữ bãi thả, tổ chức thực hiện việc thả diều.") == [
        (Act.CHIU_TRACH_NHIEM, "chỉ đạo giữ bãi thả, tổ chức thực hiện việc thả diều")
    ]


def test_what_is_collected_and_reported_is_what_is_published():
    found = of(SO, f"{SO} tổng hợp báo cáo {TINH} và công bố kết quả thả diều.")
    assert found == [(Act.BAO_CAO, "kết quả thả diều"), (Act.CONG_KHAI, "kết quả thả diều")]


def test_settling_ends_where_another_settling_begins():
    assert (Act.GIAI_QUYET, "người phá bãi thả") in of(
        XA, f"{XA} hướng dẫn, giải quyết khiếu nại về diều và xử lý người phá bãi thả."
    )


def test_between_the_sessions_of_a_council_somebody_else_decides():
    text = article(
        f"1. {TINH} quyết định một số nội dung cụ thể sau đây:\n"
        f"a) Trong thời gian giữa hai kỳ họp {COUNCIL}, quyết định giao quyền giữ bãi;"
    )
    assert {one[0] for one in rows(text)} == {TINH}
    assert rows(text)[-1][2] == "giao quyền giữ bãi"
