"""The grammar of powers, rule by rule, on invented statutes: offices, lists, lead-ins, verb phrases, organs in between."""

from __future__ import annotations

import pytest

from phapquy.authority.named import find_holders
from phapquy.authority.power import Act
from phapquy.law.holder import Level
from tests.authority.invented_powers import article, rows

XA, TINH = "Ủy ban nhân dân cấp xã", "Ủy ban nhân dân cấp tỉnh"


def named(text):
    return [(one.name, one.level) for one in find_holders(text)]


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        # what the office is for stands right after its head, and is no predicate
        ("cơ quan quản lý diều giấy có trách nhiệm đếm diều", "Cơ quan quản lý diều giấy", Level.NHIEU_CAP),
        ("Đơn vị sử dụng diều giấy báo cáo định kỳ", "Đơn vị sử dụng diều giấy", Level.NHIEU_CAP),
        ("Hội đồng xét thưởng họp để chọn diều", "Hội đồng xét thưởng", Level.NHIEU_CAP),
        ("Ban giám sát hội diều cấp xã quyết định", "Ban giám sát hội diều cấp xã", Level.XA),
        # proper names, also those that begin with a verb
        ("Cục Đăng ký và Thống kê diều công bố số diều", "Cục Đăng ký và Thống kê diều", Level.TRUNG_UONG),
        ("Ngân hàng Diều sáo thanh toán tiền", "Ngân hàng Diều sáo", Level.TRUNG_UONG),
        ("Ủy ban Gió và Mây của Quốc hội thẩm tra", "Ủy ban Gió và Mây của Quốc hội", Level.TRUNG_UONG),
        # the level shows in the name
        ("Cơ quan chuyên môn về diều cấp tỉnh thẩm định", "Cơ quan chuyên môn về diều cấp tỉnh", Level.TINH),
        ("Sở Nội vụ lập hồ sơ", "Sở Nội vụ", Level.TINH),
        # who heads an office is not the office
        ("Thủ trưởng cơ quan quản lý diều giấy quyết định", "Thủ trưởng cơ quan quản lý diều giấy", Level.NHIEU_CAP),
        ("Chánh Thanh tra Sở Xây dựng có quyền phạt", "Chánh Thanh tra Sở Xây dựng", Level.TINH),
        # of which organ it is part does not make the whole organ a holder
        ("Cục Diều, Bộ Xây dựng công bố", "Cục Diều", Level.TRUNG_UONG),
    ],
)
def test_an_office_is_read_by_its_head_noun_up_to_the_predicate(text, name, level):
    assert named(text) == [(name, level)]


@pytest.mark.parametrize(
    "text",
    [
        "cơ quan có thẩm quyền xem xét",
        "Cơ quan quản lý nhà nước có thẩm quyền cho phép",
        "tổ chức liên quan gửi ý kiến",
        "Chủ tịch Hội đồng xét thưởng tuyên bố lý do",
    ],
)
def test_who_is_only_described_or_chairs_a_meeting_is_no_office(text):
    assert named(text) == []


def test_wards_and_zones_named_in_one_breath_are_two_organs():
    assert named("Ủy ban nhân dân phường, đặc khu lập danh sách") == [
        ("Ủy ban nhân dân phường", Level.XA),
        ("Ủy ban nhân dân đặc khu", Level.XA),
    ]


def test_the_committees_of_all_provinces_are_of_the_provincial_level():
    text = "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương lập danh sách"
    assert named(text) == [(TINH, Level.TINH)]


@pytest.mark.parametrize(
    ("body", "holders"),
    [
        # an unnamed member does not end the list
        (f"{TINH}, các cơ quan, tổ chức có liên quan kịp thời thực hiện việc đếm diều.", [TINH]),
        # "các" before a member
        ("Hội đồng Dân tộc, các Ủy ban của Quốc hội, trong phạm vi nhiệm vụ của mình, giám sát hội diều.",
         ["Hội đồng Dân tộc", "Ủy ban của Quốc hội"]),
        # semicolons between subjects
        (f"Các bộ, cơ quan ngang bộ; {TINH} có trách nhiệm thực hiện quy chế thả diều.",
         ["Các bộ, cơ quan ngang bộ", TINH]),
        # a unit's own name
        ("Hội đồng nhân dân, Ủy ban nhân dân tỉnh Mây Trắng có trách nhiệm thực hiện quy chế thả diều.",
         ["Hội đồng nhân dân tỉnh", "Ủy ban nhân dân tỉnh"]),
        # a footnote mark in the middle
        ("Ban tiếp công dân cấp tỉnh[19], Ủy ban nhân dân cấp xã[2] tổ chức hội diều.",
         ["Ban tiếp công dân cấp tỉnh", XA]),
    ],
)  # fmt: skip
def test_every_named_member_of_a_list_of_subjects_holds_the_power(body, holders):
    assert [holder for holder, _, _ in rows(article(f"1. {body}"))] == holders


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # an object stands before the comma, and the next verb has one of its own
        (f"{TINH} lập kế hoạch hội diều và cử thợ diều dự hội.",
         [(TINH, Act.XAY_DUNG, "kế hoạch hội diều"), (TINH, Act.BO_NHIEM, "thợ diều dự hội")]),
        (f"{TINH} ban hành quyết định khẩn cấp và tổ chức thu diều.",
         [(TINH, Act.BAN_HANH, "quyết định khẩn cấp"), (TINH, Act.TO_CHUC_THUC_HIEN, "thu diều")]),
        # what is told by verbs goes on
        (f"{TINH} quy định việc quản lý diều, bảo vệ bãi thả.",
         [(TINH, Act.QUY_DINH, "quản lý diều, bảo vệ bãi thả")]),
        # … unless only a subject can do the next
        (f"{TINH} thẩm định nội dung quản lý diều, tổng hợp kết quả đếm.",
         [(TINH, Act.THAM_DINH, "nội dung quản lý diều"), (TINH, Act.BAO_CAO, "kết quả đếm")]),
        # a passive description goes on
        (f"{TINH} rà soát số diều đã được phê duyệt kiểu dáng, cấp biển số.",
         [(TINH, Act.KIEM_TRA, "số diều đã được phê duyệt kiểu dáng, cấp biển số")]),
        # a verb without an object has the one before
        (f"{TINH} xây dựng lịch thả diều và tổ chức thực hiện.",
         [(TINH, Act.XAY_DUNG, "lịch thả diều"), (TINH, Act.TO_CHUC_THUC_HIEN, "lịch thả diều")]),
    ],
)  # fmt: skip
def test_verb_phrases_of_one_subject_are_powers_of_their_own(body, expected):
    assert rows(article(f"1. {body}")) == expected


def test_who_stands_between_two_verbs_does_what_follows_him():
    body = f"1. {TINH} chỉ đạo {XA} lập hồ sơ diều gửi Sở Nội vụ kiểm tra, hoàn thiện hồ sơ báo cáo {TINH} xem xét."
    found = [(holder, act) for holder, act, _ in rows(article(body))]
    assert found == [
        (TINH, Act.CHI_DAO), (XA, Act.XAY_DUNG), (XA, Act.CONG_KHAI), ("Sở Nội vụ", Act.KIEM_TRA),
        ("Sở Nội vụ", Act.XAY_DUNG), ("Sở Nội vụ", Act.BAO_CAO), (TINH, Act.GIAI_QUYET),
    ]  # fmt: skip


def test_who_is_written_to_only_to_know_does_nothing():
    found = rows(article(f"1. {XA} gửi danh sách diều cho Sở Nội vụ để theo dõi."))
    assert {holder for holder, _, _ in found} == {XA}


def test_what_is_put_before_an_organ_is_what_it_decides_on():
    found = rows(article("1. Đề án hội diều phải được trình Quốc hội xem xét, thông qua trước ngày rằm."))
    assert found == [("Quốc hội", Act.QUYET_DINH, "Đề án hội diều")]


def test_an_order_that_names_no_giver_gives_the_task_to_whom_it_names():
    assert rows(article("1. Giao Bộ Công an hướng dẫn việc thả diều."))[0][:2] == ("Bộ Công an", Act.HUONG_DAN)


def test_the_modal_marks_the_predicate_where_a_verb_before_it_describes_the_subject():
    found = rows(article("1. Cơ quan quản lý diều giấy lưu giữ hồ sơ diều có trách nhiệm cung cấp bản sao."))
    assert found == [("Cơ quan quản lý diều giấy", Act.CONG_KHAI, "bản sao")]


@pytest.mark.parametrize(
    "lead",
    [
        f"{TINH} phê duyệt các quy hoạch thuộc địa bàn trong các trường hợp sau đây:",
        f"{TINH} phê duyệt các quy hoạch sau:",
        f"Bãi thả là nơi công cộng. {TINH} phê duyệt các quy hoạch:",
        f"Sau khi lấy ý kiến, {TINH} phê duyệt các quy hoạch sau đây:",
    ],
)
def test_what_is_listed_under_a_verb_with_an_open_object_is_its_object(lead):
    assert rows(article(f"1. {lead}\na) Bãi thả diều;"))[-1] == (TINH, Act.PHE_DUYET, "Bãi thả diều")


@pytest.mark.parametrize(
    ("lead", "item"),
    [
        (f"{TINH} cho thả diều khi đáp ứng các điều kiện sau đây:", "Trời nắng;"),
        (f"{TINH} thành lập Hội đồng xét thưởng, gồm:", "Một thợ diều;"),
        (f"{TINH} gửi phiếu đến từng nhà trong các trường hợp sau đây:", "Hội diều đã họp mà không đủ người;"),
        ("Người thả diều có các nghĩa vụ sau đây:", "Gửi diều;"),
    ],
)
def test_conditions_members_and_duties_of_others_are_no_objects(lead, item):
    assert not [one for one in rows(article(f"1. {lead}\na) {item}", f"Trách nhiệm của {TINH}")) if item[:-1] in one[2]]


def test_a_title_that_only_speaks_of_an_organ_makes_it_no_holder():
    assert rows(article("1. Cung cấp chỗ họp.", f"Trách nhiệm trong việc bảo đảm hoạt động của {XA}")) == []


def test_what_a_resolution_does_itself_is_no_power_of_its_author():
    body = (
        "1. Ủy ban Thường vụ Quốc hội quyết định sắp xếp các bãi thả diều như sau:\na) Sắp xếp bãi Đông thành bãi mới."
    )
    assert all("bãi Đông" not in task for _, _, task in rows(article(body)))


def test_an_article_of_one_sentence_without_a_title_is_read():
    text = f"NGHỊ QUYẾT\nVỀ DIỀU\nĐiều 1. {XA} tổ chức hội diều.\nĐiều 2. {TINH} kiểm tra hội diều.\n"
    assert [one[:2] for one in rows(text)] == [(XA, Act.TO_CHUC_THUC_HIEN), (TINH, Act.KIEM_TRA)]


def test_a_part_after_a_semicolon_has_the_subject_and_not_who_was_asked_before_it():
    found = rows(article(f"1. {XA} lập danh sách diều báo cáo Bộ Xây dựng có ý kiến; kiểm tra hội diều."))
    assert [holder for holder, act, _ in found if act is Act.KIEM_TRA] == [XA]


def test_noun_phrases_after_a_semicolon_go_on_with_what_is_ruled_on():
    found = rows(article(f"1. {TINH} quy định cơ cấu của ban diều; việc bố trí bãi thả; thẻ thợ diều."))
    assert [task for _, _, task in found] == ["cơ cấu của ban diều", "bố trí bãi thả", "thẻ thợ diều"]


@pytest.mark.parametrize(
    "body",
    [
        "Thông báo mời thả diều phải bao gồm giờ thả.",
        "Việc thả diều ban đêm phải bảo đảm trật tự.",
    ],
)
def test_a_sentence_about_an_act_gives_it_to_nobody(body):
    assert rows(article(f"1. {body}", f"Trách nhiệm của {XA}")) == []


@pytest.mark.parametrize(
    "between",
    [
        "theo chức năng, nhiệm vụ",
        "căn cứ điều kiện của địa phương",
        "trên cơ sở báo cáo của thợ diều,",
        "quy định tại khoản 2 Điều này",
        "tự mình hoặc theo đề nghị của Bộ Xây dựng, Sở Nội vụ",
    ],
)
def test_what_stands_between_an_organ_and_its_verb_is_passed_over(between):
    assert rows(article(f"1. {TINH} {between} tổ chức hội diều."))[-1] == (TINH, Act.TO_CHUC_THUC_HIEN, "hội diều")


def test_following_up_is_an_object_although_it_begins_like_according_to():
    assert rows(article(f"1. {XA} tổ chức thực hiện theo dõi số diều."))[0][:2] == (XA, Act.TO_CHUC_THUC_HIEN)


def test_levels_named_in_one_breath_are_two_organs():
    assert named("Hội đồng nhân dân cấp tỉnh, cấp xã quyết định") == [
        ("Hội đồng nhân dân cấp tỉnh", Level.TINH),
        ("Hội đồng nhân dân cấp xã", Level.XA),
    ]


def test_a_subject_described_by_what_it_is_doing_has_the_predicate_after_the_modal():
    found = rows(article("1. Cơ quan quản lý diều giấy đang lưu giữ sổ diều có trách nhiệm cập nhật sổ."))
    assert [(holder, task) for holder, _, task in found] == [("Cơ quan quản lý diều giấy", "sổ")]


def test_after_the_one_above_has_spoken_the_next_part_is_his():
    body = "1. Bảo đảm để Bộ Xây dựng đếm diều; giải quyết kiến nghị về diều."
    found = rows(article(body, f"Trách nhiệm của {XA}"))
    assert (XA, Act.GIAI_QUYET, "kiến nghị về diều") in found
