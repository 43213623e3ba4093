"""Who is a holder by the shape of his name, and which predicate is his, on invented statutes of kites and ponds."""

from __future__ import annotations

import pytest

from phapquy.authority.named import find_holders
from phapquy.authority.power import Act
from phapquy.law.holder import Level
from tests.authority.invented_powers import article, rows
from tests.authority.invented_powers import read as whole

XA, TINH = "Ủy ban nhân dân cấp xã", "Ủy ban nhân dân cấp tỉnh"
CHAIR = "Chủ tịch Ủy ban nhân dân cấp xã"


def read(words, heading="Thả diều"):
    return rows(article(f"1. {words}", heading))


def named(words):
    return [(one.name, one.level) for one in find_holders(words)]


@pytest.mark.parametrize(
    "between",
    [
        " sau khi nhận được ý kiến của người chơi quy định tại khoản 2 Điều này có trách nhiệm",
        " khi xử phạt người thả diều quy định tại Điều 3 phải",
        " được Bộ Xây dựng, Bộ Nội vụ giao trông bãi thả phải",
        " là đơn vị đầu mối giúp Bộ trưởng, Chủ tịch Ủy ban nhân dân cấp tỉnh trông bãi có trách nhiệm",
        " không phải lập sổ diều, nhưng phải",
        " nơi đã giao bãi thả cho người chơi diều có trách nhiệm",
    ],
)
def test_a_subject_is_tied_to_a_later_modal(between):
    assert (XA, Act.CONG_KHAI, "lịch thả diều") in read(f"{XA}{between} công bố lịch thả diều.")


def test_all_of_a_list_are_tied_to_a_later_modal():
    found = read(f"Chính phủ, {TINH}, {CHAIR} sau khi nhận được đơn của người chơi có trách nhiệm rà soát, lập sổ ao.")
    assert [one[0] for one in found if one[1] is Act.XAY_DUNG] == ["Chính phủ", TINH, CHAIR]


def test_a_case_does_not_lend_its_modal_to_the_subject():
    found = read(f"{XA} khi thấy bãi thuộc trường hợp phải thu hồi bãi thả thì gửi sổ bãi đến {TINH}.")
    assert [one[:2] for one in found] == [(XA, Act.CONG_KHAI)]


def test_who_was_charged_with_something_decides_after_that():
    found = read(f"{XA} được giao trông bãi, có sân và có kho riêng quyết định ký sổ diều.")
    assert [one[:2] for one in found] == [(XA, Act.QUYET_DINH)]


def test_the_first_of_two_modals_only_says_which_organ():
    found = read(f"{XA} có trách nhiệm trông bãi quy định tại Điều 3 có trách nhiệm lập sổ diều.")
    assert found == [(XA, Act.XAY_DUNG, "sổ diều")]


def test_who_decides_and_answers_for_it_answers():
    found = read("Người đứng đầu cơ quan quản lý diều quyết định bổ nhiệm chịu trách nhiệm về quyết định của mình.")
    assert [one[1] for one in found] == [Act.CHIU_TRACH_NHIEM]


@pytest.mark.parametrize(
    ("words", "name", "level"),
    [
        ("Cơ quan quản lý nhà nước về diều có trách nhiệm", "Cơ quan quản lý nhà nước về diều", Level.NHIEU_CAP),
        (
            "Đơn vị chuyên trách về diều thuộc Bộ Khoa học và Công nghệ phải",
            "Đơn vị chuyên trách về diều thuộc Bộ Khoa học và Công nghệ",
            Level.TRUNG_UONG,
        ),
        ("ban quản lý khu bãi diều lập sổ", "Ban quản lý khu bãi diều", Level.NHIEU_CAP),
        ("Lực lượng công an có trách nhiệm", "Lực lượng công an", Level.NHIEU_CAP),
        ("Bộ đội biên phòng có trách nhiệm", "Bộ đội biên phòng", Level.NHIEU_CAP),
        ("Cơ quan cảnh sát điều tra ra quyết định", "Cơ quan cảnh sát điều tra", Level.NHIEU_CAP),
        ("Chánh án Tòa án nhân dân khu vực quyết định", "Chánh án Tòa án nhân dân khu vực", Level.NHIEU_CAP),
        ("Thống đốc Ngân hàng Nhà nước quyết định", "Thống đốc Ngân hàng Nhà nước", Level.TRUNG_UONG),
        ("Hội Nông dân cấp xã có trách nhiệm", "Hội Nông dân cấp xã", Level.XA),
        ("Hội Nông dân Việt Nam có trách nhiệm", "Hội Nông dân Việt Nam", Level.TRUNG_UONG),
        ("Sở Diều sáo cấp giấy phép", "Sở Diều sáo", Level.TINH),
        ("Phòng Kinh tế cấp xã cấp giấy phép", "Phòng Kinh tế cấp xã", Level.XA),
        ("Hội đồng xét diều (Ban chấm) lập danh sách", "Hội đồng xét diều", Level.NHIEU_CAP),
        ("Công chức, viên chức giữ ao đang thi hành công vụ được", "Công chức, viên chức giữ ao", Level.NHIEU_CAP),
        ("Trung tâm dịch vụ việc làm có trách nhiệm", "Trung tâm dịch vụ việc làm", Level.NHIEU_CAP),
    ],
)
def test_an_office_is_known_by_its_shape(words, name, level):
    assert (name, level) in named(words)


def test_the_head_of_two_offices_is_said_once():
    names = [
        one[0] for one in named("Người đứng đầu cơ quan quản lý diều hoặc cơ quan sử dụng diều quyết định việc thả.")
    ]
    assert names == ["Người đứng đầu cơ quan quản lý diều", "Người đứng đầu cơ quan sử dụng diều"]


def test_a_council_is_called_by_its_head_noun_where_no_other_is_named():
    found = read("Hội đồng thẩm định diều có năm người. Hội đồng có trách nhiệm lập sổ diều.")
    assert ("Hội đồng thẩm định diều", Act.XAY_DUNG, "sổ diều") in found
    assert read("Hội đồng thẩm định diều và Hội đồng chọn ao họp. Hội đồng có trách nhiệm lập sổ.") == []


def test_the_chief_of_a_board_is_known_in_the_next_sentence():
    found = read(
        "Ban Giám sát đầu tư của cộng đồng có Trưởng ban và Phó Trưởng ban. Trưởng ban chịu trách nhiệm về bãi."
    )
    assert ("Trưởng Ban Giám sát đầu tư của cộng đồng", Act.CHIU_TRACH_NHIEM, "về bãi") in found


def test_a_capital_letter_inside_a_partners_name_is_no_verb():
    found = read(f"{XA} chủ trì, phối hợp với Hội Kiểm tra bãi hướng dẫn việc thả diều.")
    assert [one[1] for one in found] == [Act.HUONG_DAN]


def test_a_heading_on_the_right_of_a_board_names_the_holder():
    found = read("Lập quy ước giữ ao.", heading="Quyền của Ban quản lý khu bãi diều")
    assert found == [("Ban quản lý khu bãi diều", Act.XAY_DUNG, "quy ước giữ ao")]


def test_unrelated_sentences_of_one_council_stay_without_holder():
    assert read("Người chơi diều giữ ao. Hội đồng có trách nhiệm lập sổ diều.") == []


def test_deputies_of_a_named_province_end_a_list_of_subjects():
    found = read(
        "Đoàn đại biểu Quốc hội và đại biểu Quốc hội tỉnh Sao Mai, trong phạm vi quyền hạn của mình, giám sát hội."
    )
    assert [one[:2] for one in found] == [
        ("Đoàn đại biểu Quốc hội", Act.GIAM_SAT),
        ("Đại biểu Quốc hội", Act.GIAM_SAT),
    ]


def test_what_is_spoken_of_first_is_the_object():
    found = read(f"Ao bị người chơi diều lấn thì {XA} giải quyết theo quy định của pháp luật.")
    assert found == [(XA, Act.GIAI_QUYET, "Ao bị người chơi diều lấn")]


def test_a_specialised_office_has_the_level_of_who_directs_it():
    body = article(f"1. {XA} chỉ đạo cơ quan chuyên môn lập sổ diều.\n2. Cơ quan chuyên môn lập sổ ao.")
    held = [(one.holder.name, one.level) for one in whole(body)[0] if one.act is Act.XAY_DUNG]
    assert held == [("Cơ quan chuyên môn", Level.XA), ("Cơ quan chuyên môn", Level.NHIEU_CAP)]


def test_a_heading_says_whose_board_it_is():
    found = read(
        "Ban Thanh tra nhân dân lập sổ diều.", heading="Hoạt động của Ban Thanh tra nhân dân ở xã, phường, đặc khu"
    )
    assert [one[0] for one in found] == ["Ban Thanh tra nhân dân ở xã, phường, đặc khu"]


def test_who_tries_something_out_decides_after_that():
    found = read(f"{XA} đang thả thử diều, trên cơ sở số gió, quyết định thành lập đội diều.")
    assert [one[:2] for one in found] == [(XA, Act.QUYET_DINH)]


def test_the_other_members_of_a_board_are_no_object():
    found = read(
        "Ban Giám sát đầu tư của cộng đồng có Trưởng ban. Phó Trưởng ban có trách nhiệm giúp Trưởng ban giữ ao; các thành"
        " viên khác thực hiện nhiệm vụ theo phân công."
    )
    assert [one[1] for one in found] == [Act.THAM_MUU]


def test_an_office_at_two_levels_is_two():
    found = read("Cơ quan chuyên môn về diều thuộc Ủy ban nhân dân cấp tỉnh, cấp xã lưu giữ sổ diều.")
    assert [one[0] for one in found] == [
        "Cơ quan chuyên môn về diều thuộc Ủy ban nhân dân cấp tỉnh",
        "Cơ quan chuyên môn về diều thuộc Ủy ban nhân dân cấp xã",
    ]


def test_the_unit_an_authority_sits_in_shows_its_level():
    body = "1. Chính quyền địa phương ở đơn vị hành chính cấp xã sau sắp xếp lập sổ diều."
    assert [one.holder.level for one in whole(article(body))[0]] == [Level.XA]


def test_who_is_on_his_own_in_deciding_decides():
    found = read("Ủy ban nhân dân cấp xã tự chủ trong việc ra quyết định và tự chịu trách nhiệm về bãi thả diều.")
    assert [one[1] for one in found] == [Act.QUYET_DINH, Act.CHIU_TRACH_NHIEM]


def test_who_has_many_kites_stands_before_the_predicate():
    found = read("Hội đồng nhân dân ở tỉnh, thành phố có nhiều người chơi diều được thành lập Ban Diều.")
    assert [one[1:] for one in found] == [(Act.QUYET_DINH, "thành lập Ban Diều")]


def test_what_an_organ_supplies_may_be_told_after_how_it_is_reckoned():
    found = read("Số diều được tính theo số bãi và do cơ quan Công an có thẩm quyền cung cấp.")
    assert found == [("Cơ quan Công an", Act.CONG_KHAI, "Số diều")]


def test_an_organ_is_asked_beside_the_competent_one():
    found = read(
        f"Trường hợp diều rơi thì kiến nghị {XA} hoặc kiến nghị người có thẩm quyền áp dụng biện pháp gỡ diều."
    )
    assert (XA, Act.QUYET_DINH, "biện pháp gỡ diều") in found


def test_then_by_an_organ_is_a_predicate():
    found = read(f"Ao ở địa bàn xã nào thì do {XA} đó quản lý; bãi thả diều thì thôi;")
    assert found == [(XA, Act.QUAN_LY, "Ao ở địa bàn xã nào")]


def test_a_course_of_things_ends_before_the_modal():
    found = read(f"{XA} ban hành quy chế thả diều; trong quá trình thả diều có thể chủ động xây dựng đội diều.")
    assert found == [(XA, Act.BAN_HANH, "quy chế thả diều"), (XA, Act.XAY_DUNG, "đội diều")]


def test_each_organisation_has_its_office():
    found = read("Cơ quan trung ương của tổ chức chính trị, tổ chức xã hội quy định việc thả diều.")
    assert [one[0] for one in found] == [
        "Cơ quan trung ương của tổ chức chính trị",
        "Cơ quan trung ương của tổ chức xã hội",
    ]
    assert read("Cơ quan có thẩm quyền quy định việc thả diều.") == []


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Chiến sĩ Công an nhân dân", Level.NHIEU_CAP),
        ("Kiểm lâm viên", Level.NHIEU_CAP),
        ("Hội Người cao tuổi cấp xã", Level.XA),
        ("Thanh tra Sở Xây dựng", Level.TINH),
        ("Sở, ban, ngành cấp tỉnh", Level.TINH),
        ("Trưởng bản", Level.XA),
        ("Ủy ban bầu cử ở xã", Level.XA),
        ("Đội quản lý bãi diều", Level.NHIEU_CAP),
        ("Viện trưởng Viện Diều giấy", Level.NHIEU_CAP),
        ("Bảo hiểm xã hội Việt Nam", Level.TRUNG_UONG),
        ("Cơ quan, tổ chức có chức năng quản lý bãi diều, ao làng", Level.NHIEU_CAP),
    ],
)
def test_more_bodies_are_holders_by_their_shape(name, level):
    found = whole(article(f"1. {name} có trách nhiệm lập sổ diều."))[0]
    assert [(one.holder.name, one.holder.level) for one in found] == [(name, level)]


def test_who_tells_somebody_to_draw_up_a_paper_settles_it():
    found = read(f"Mẫu diều giấy dó do {XA} phân công cơ quan chủ trì soạn thảo;")
    assert found == [(XA, Act.GIAO, "Mẫu diều giấy dó")]


@pytest.mark.parametrize(
    "between",
    [
        ", sau khi đếm diều của người chơi,",
        " định kỳ 6 tháng, hằng năm",
        " trước ngày 15 tháng 12 hằng năm",
        " còn có nhiệm vụ",
        " có trách nhiệm:",
        " được giao trông bãi thả có trách nhiệm",
    ],
)
def test_what_stands_before_a_predicate_is_passed_over(between):
    assert [one[:2] for one in read(f"{XA}{between} báo cáo Bộ Xây dựng.")] == [(XA, Act.BAO_CAO)]


def test_ministries_that_nobody_names_stand_in_a_list():
    assert [one[0] for one in read("Bộ Xây dựng và các Bộ, ngành có liên quan hướng dẫn việc thả diều.")] == [
        "Bộ Xây dựng"
    ]
    found = read(f"Các Bộ, ngành liên quan, {TINH} có trách nhiệm lập sổ diều.")
    assert [one[0] for one in found] == ["Các Bộ, ngành liên quan", TINH]


def test_who_has_not_done_something_goes_on():
    found = read(
        "Trường hợp cơ quan quản lý diều không thuê, mượn diều thì có trách nhiệm lập sổ diều.", heading="Diều"
    )
    assert found == [("Cơ quan quản lý diều", Act.XAY_DUNG, "sổ diều")]


@pytest.mark.parametrize(
    "name",
    [
        "Lực lượng Cảnh sát cơ động",
        "Đội trưởng Đội quản lý bãi diều",
        "Ủy ban Chứng khoán Nhà nước",
        "Quỹ Diều giấy",
        "Giám thị trại giam",
        "Hiệu trưởng",
        "Chi cục trưởng",
        "Viện kiểm sát",
        "Cơ quan thuế quản lý trực tiếp",
        "Hội đồng thi đua - khen thưởng các cấp",
        "Chính quyền Thành phố",
    ],
)
def test_still_more_holders_by_their_shape(name):
    assert [one[0] for one in read(f"{name} có quyền ban hành quy chế thả diều.")] == [name]


def test_an_office_where_somebody_lives_does_what_follows():
    assert read("Cơ quan Công an nơi cư trú cấp giấy thả diều.") == [("Cơ quan Công an", Act.CAP, "giấy thả diều")]


def test_both_are_appointed():
    found = read(f"Đội trưởng đội diều đều do {XA} bổ nhiệm.")
    assert found == [(XA, Act.BO_NHIEM, "Đội trưởng đội diều")]


@pytest.mark.parametrize(
    "between",
    [
        ", với sự tham gia của người chơi diều,",
        " nơi có bãi diều, trong thời hạn 10 ngày,",
        " trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ",
        " hoặc người được ủy quyền",
    ],
)
def test_how_and_within_what_time_stand_before_a_predicate(between):
    assert [one[:2] for one in read(f"{XA}{between} thẩm định mẫu diều.")] == [(XA, Act.THAM_DINH)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Đoàn kiểm tra do Sở Xây dựng thành lập", "Đoàn kiểm tra"),
        ("Ban chỉ huy phòng thủ dân sự các cấp", "Ban chỉ huy phòng thủ dân sự các cấp"),
        ("Giám đốc các Sở", "Giám đốc các Sở"),
        ("Thủ trưởng các ban, ngành", "Thủ trưởng các ban, ngành"),
    ],
)
def test_boards_and_chiefs_at_the_end_of_a_text_are_holders(words, name):
    assert [one[0] for one in read(f"{words} kiểm tra bãi diều.")] == [name]
