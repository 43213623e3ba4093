"""What stands between a name and its predicate, and what goes on after an object, on invented statutes of kites."""

from __future__ import annotations

import pytest

from phapquy.authority.named import find_holders
from phapquy.authority.power import Act
from phapquy.law.holder import Level
from phapquy.vietnamese.letters import CAPITAL, CAPITALS
from tests.authority.invented_powers import article, rows

XA, TINH, SO = "Ủy ban nhân dân cấp xã", "Ủy ban nhân dân cấp tỉnh", "Sở Nội vụ"
CHAIR = "Chủ tịch Ủy ban nhân dân cấp xã"


def read(words):
    return rows(article(f"1. {words}"))


def named(words):
    return [(one.name, one.level) for one in find_holders(words)]


@pytest.mark.parametrize(
    "between",
    [
        " trong phạm vi nhiệm vụ, quyền hạn của mình",
        " (sau đây gọi là Ủy ban) có trách nhiệm",
        " có trách nhiệm trong việc",
        " sau khi thống nhất với Sở Nội vụ",
        " căn cứ số diều và sức gió để",
        ", cơ quan, tổ chức có thẩm quyền phê duyệt mẫu diều quy định tại Điều 3 có trách nhiệm",
        " định kỳ hằng năm hoặc đột xuất",
        " nơi có bãi thả",
    ],
)
def test_what_stands_between_a_name_and_its_verb_is_passed_over(between):
    assert (XA, Act.CHI_DAO) in [one[:2] for one in read(f"{XA}{between} chỉ đạo việc giữ bãi thả.")]


def test_whoever_is_given_something_on_a_ground_does_it():
    found = read(
        f"Giao {TINH} căn cứ ý kiến người chơi và báo cáo của {TINH} để ban hành quy ước; chỉ đạo {XA} giữ bãi."
    )
    assert (TINH, Act.BAN_HANH, "quy ước") in found
    assert (TINH, Act.CHI_DAO) in [one[:2] for one in found]


def test_who_set_up_an_office_is_read_beside_what_the_office_answers_for():
    found = read(f"Trưởng Công an cấp xã do {CHAIR} bổ nhiệm, chịu trách nhiệm trông bãi thả.")
    assert ("Trưởng Công an cấp xã", Act.CHIU_TRACH_NHIEM, "trông bãi thả") in found
    assert (CHAIR, Act.BO_NHIEM, "Trưởng Công an cấp xã") in found


def test_all_who_are_directed_together_act():
    found = read(f"{CHAIR} chỉ đạo, hướng dẫn Trưởng thôn, Tổ trưởng tổ dân phố tổ chức hội diều.")
    assert [one[0] for one in found if one[1] is Act.TO_CHUC_THUC_HIEN] == ["Trưởng thôn", "Tổ trưởng tổ dân phố"]


def test_who_is_directed_to_an_end_does_it():
    assert (XA, Act.TO_CHUC_THUC_HIEN, "kiểm đếm diều") in read(
        f"{TINH} chỉ đạo {XA} (nếu có) để thực hiện kiểm đếm diều."
    )


def test_a_report_goes_on_with_what_is_sent_to_somebody_else():
    found = read(f"{XA} báo cáo {TINH} về kết quả thực hiện hội diều, đồng thời gửi {SO} để giám sát.")
    assert (XA, Act.BAO_CAO, f"{TINH} về kết quả thực hiện hội diều") in found
    assert (XA, Act.CONG_KHAI) in [one[:2] for one in found]


def test_what_was_drawn_up_is_what_is_sent():
    assert (XA, Act.CONG_KHAI, "biên bản") in read(f"{XA} lập biên bản và gửi đến {SO}.")


def test_notice_to_an_organ_is_a_deed_of_its_own():
    found = read(f"{XA} quản lý công tác giữ bãi, định kỳ thông báo với {TINH} về công tác giữ bãi.")
    assert (XA, Act.QUAN_LY, "công tác giữ bãi") in found
    assert (XA, Act.CONG_KHAI) in [one[:2] for one in found]


def test_a_verb_in_two_halves_takes_both():
    assert read(f"{TINH} cho hội diều thuê đất để làm bãi thả.") == [
        (TINH, Act.QUYET_DINH, "cho hội diều thuê đất để làm bãi thả")
    ]


def test_competence_that_only_tells_which_committee_decides_nothing():
    found = read("Ủy ban nhân dân cấp có thẩm quyền thu hồi bãi thả quyết định phê duyệt phương án dời bãi.")
    assert found == [("Ủy ban nhân dân", Act.QUYET_DINH, "phê duyệt phương án dời bãi")]


def test_a_choice_between_deciding_and_submitting_has_one_object():
    found = read(
        f"{TINH} trình Chính phủ quyết định theo thẩm quyền hoặc trình cấp có thẩm quyền quyết định giá thuê bãi."
    )
    assert (TINH, Act.TRINH, "giá thuê bãi") in found
    assert ("Chính phủ", Act.QUYET_DINH, "giá thuê bãi") in found


def test_entrusting_without_a_name_does_not_hand_the_rest_over():
    found = read("Chính phủ quyết định giá thuê bãi hoặc ủy quyền ban hành bảng giá, định kỳ báo cáo Quốc hội.")
    assert ("Chính phủ", Act.BAO_CAO, "Quốc hội") in found


def test_two_verbs_without_a_comma_share_what_is_put_before_somebody():
    found = read(f"{SO} xây dựng trình {TINH} ban hành quy ước thả diều.")
    assert [(one[0], one[1]) for one in found if one[2] == "quy ước thả diều"] == [
        (SO, Act.XAY_DUNG), (SO, Act.TRINH), (TINH, Act.BAN_HANH)
    ]  # fmt: skip


@pytest.mark.parametrize("how", ["nghiêm", "kịp thời"])
def test_how_something_is_done_is_no_part_of_the_object(how):
    assert read(f"{XA} xử lý {how} người thả diều đêm.") == [(XA, Act.GIAI_QUYET, "người thả diều đêm")]


def test_a_thing_put_before_somebody_by_a_passive_is_his_to_decide():
    found = read(f"Cơ cấu hội diều do {XA} trình {TINH} quyết định.")
    assert found == [(XA, Act.TRINH, "Cơ cấu hội diều"), (TINH, Act.QUYET_DINH, "Cơ cấu hội diều")]


@pytest.mark.parametrize(
    "words",
    [
        f"Diều lớn phải được lập thành danh sách, {XA} được bố trí ở nơi thoáng gió.",
        f"Trong trường hợp {XA} cấm diều đêm thì việc thả diều phải dừng.",
        f"Dự án thuộc thẩm quyền {TINH} quyết định, chấp thuận thì được ưu tiên.",
        f"Khiếu nại do {XA} chuyển đến phải được trả lời.",
    ],
)
def test_who_only_stands_in_a_description_holds_nothing(words):
    assert read(words) == []


def test_an_exception_names_nobody_who_acts():
    found = read(f"{TINH} quyết định các loại diều, trừ điều ước về diều trình Quốc hội phê chuẩn.")
    assert found == [(TINH, Act.QUYET_DINH, "các loại diều")]


def test_whose_deed_is_approved_does_not_do_it_here():
    found = read(f"Kết quả {XA} bầu trưởng hội phải được {TINH} phê chuẩn.")
    assert [one[:2] for one in found] == [(TINH, Act.PHE_CHUAN)]


def test_who_is_helped_is_not_who_acts():
    found = read(f"{XA} lập tổ giữ dây để giúp {TINH} quản lý, hướng dẫn việc thả diều.")
    assert {one[0] for one in found} == {XA}


def test_who_is_worked_with_without_a_preposition_does_not_act():
    assert TINH not in {one[0] for one in read(f"Ban quản lý bãi diều phối hợp {SO} và {TINH} dời bãi.")}


def test_a_ground_with_verbs_in_it_leaves_the_subject_its_place():
    found = rows(article(
        f"1. Căn cứ nhu cầu chơi diều, bảo đảm trật tự và khả năng của hội diều, {TINH} trình Chính phủ mở bãi.",
        f"Nhiệm vụ của {XA}",
    ))  # fmt: skip
    assert XA not in {one[0] for one in found}


@pytest.mark.parametrize(
    "lead",
    [
        f"{XA} mở bãi trong thời hạn 10 ngày kể từ ngày:",
        f"{XA} chuẩn bị hồ sơ. Hồ sơ bãi thả gồm:",
        f"{XA} họp với người chơi để lấy ý kiến về các nội dung sau đây:",
        f"{XA} ban hành quy chế giữ bãi theo các nguyên tắc sau:",
        f"Hành vi thả diều vào bãi do {XA} quản lý thì mức phạt như sau:",
    ],
)
def test_what_is_listed_under_papers_days_principles_or_offences_is_nobodys_power(lead):
    found = rows(article(f"1. {lead}\na) Phê duyệt phương án dời bãi;\nb) Phạt tiền 10 đồng;"))
    assert not [one for one in found if "dời bãi" in one[2] or "10 đồng" in one[2]]


def test_what_a_rule_does_not_reach_is_nobodys_power():
    body = f"1. {XA} ký giấy mượn bãi, trừ các loại giấy sau đây:\na) Giấy mượn bãi đêm;\nb) Giấy mượn bãi xa."
    assert rows(article(body)) == [(XA, Act.CAP, "giấy mượn bãi")]


def test_a_point_that_was_repealed_gives_nothing():
    body = f"1. {TINH} tổ chức lập quy hoạch trong các trường hợp sau đây:\na) (được bãi bỏ)\nb) Quy hoạch bãi thả;"
    assert [one for one in rows(article(body)) if one[2] != "quy hoạch"] == [(TINH, Act.XAY_DUNG, "Quy hoạch bãi thả")]


def test_a_verb_of_the_lead_in_said_again_in_a_point_is_read_there():
    """Points like these tell a commune what to confirm case by case; the case is no part of what is confirmed."""
    body = (
        f"1. {XA} xác nhận các nội dung sau:\na) Trường hợp bãi chung thì xác nhận số diều. Trường hợp bãi riêng thì "
        f"xác nhận chủ bãi.\nb) Khi xác nhận số diều thì {XA} căn cứ vào sổ diều."
    )
    found = [one for one in rows(article(body)) if "nội dung" not in one[2]]
    assert found == [(XA, Act.CAP, "số diều"), (XA, Act.CAP, "chủ bãi")]


def test_who_decides_to_whom_a_text_applies_is_read_under_that_heading_too():
    assert rows(article(f"1. {TINH} quyết định việc áp dụng quy chế này ở bãi thả.", "Đối tượng áp dụng")) == [
        (TINH, Act.QUYET_DINH, "áp dụng quy chế này ở bãi thả")
    ]
    assert rows(article(f"1. {TINH} giữ bãi thả.", "Đối tượng áp dụng")) == []


def test_whose_paper_is_put_before_somebody_does_not_put_it_there():
    """The sentence does not say who submits; the council the paper is about surely does not."""
    council = "Hội đồng nhân dân cấp tỉnh"
    found = read(f"Nghị quyết của {council} giải tán Hội đồng nhân dân cấp xã phải trình Quốc hội phê chuẩn.")
    assert found == [("Quốc hội", Act.PHE_CHUAN, f"Nghị quyết của {council} giải tán Hội đồng nhân dân cấp xã")]


def test_a_draft_put_before_several_is_what_the_last_decides_on():
    found = read(
        f"Đề án mở bãi do {XA} xây dựng phải được thẩm định trước khi trình Chính phủ và được thẩm tra trước khi trình "
        "Quốc hội xem xét, quyết định."
    )
    assert ("Quốc hội", Act.QUYET_DINH, "Đề án mở bãi") in found


def test_a_deputy_removed_with_his_chairman_does_nothing():
    deputy = "Phó Chủ tịch Ủy ban nhân dân"
    found = read(f"Chính phủ quy định trình tự cách chức Chủ tịch, {deputy}, giao quyền Chủ tịch Ủy ban nhân dân.")
    assert {one[0] for one in found} == {"Chính phủ"}


@pytest.mark.parametrize(
    "words",
    [
        f"Kết quả chấm diều là căn cứ xác định trách nhiệm của cá nhân, {SO} tiếp nhận diều.",
        f"Sổ diều do hội ký (đối với trường hợp {XA} quyết định).",
        f"F là tổng chi phí do {XA} chi trả cho người giữ bãi.",
        f"Thành phần Ban quản lý bãi diều gồm {XA} và người chơi.",
    ],
)
def test_who_stands_in_a_list_a_bracket_or_a_formula_does_nothing(words):
    assert read(words) == []


def test_the_name_of_a_ministry_is_no_verb():
    found = read("Bộ Công an chủ trì, phối hợp với Bộ Xây dựng xây dựng kế hoạch giữ bãi.")
    assert found == [("Bộ Công an", Act.XAY_DUNG, "kế hoạch giữ bãi")]


def test_what_is_told_as_troubles_is_what_they_are_reported_for():
    found = read("Nếu có khó khăn, vướng mắc, đề nghị kịp thời phản ánh về Bộ Tư pháp để nghiên cứu, giải quyết.")
    assert ("Bộ Tư pháp", Act.GIAI_QUYET, "khó khăn, vướng mắc") in found


def test_a_file_sent_only_to_hear_somebody_gives_him_nothing():
    found = read(f"{XA} gửi hồ sơ bãi thả đến {SO} để lấy ý kiến và trình Chính phủ.")
    assert SO not in {one[0] for one in found}


def test_receiving_people_and_settling_their_complaints_are_two_tasks():
    assert rows(article("1. Tiếp công dân, giải quyết khiếu nại.", f"Nhiệm vụ của {XA}")) == [
        (XA, Act.TO_CHUC_THUC_HIEN, "công dân"), (XA, Act.GIAI_QUYET, "khiếu nại")
    ]  # fmt: skip


def test_what_a_body_is_set_up_for_is_what_it_does():
    found = read("Ban quản lý bãi diều được thành lập để trực tiếp quản lý bãi thả.")
    assert found == [("Ban quản lý bãi diều", Act.QUAN_LY, "bãi thả")]


def test_who_leads_together_with_others_does_the_verb_after_their_list():
    found = read(f"{XA} nơi có bãi thả chủ trì phối hợp với {SO} và hội diều, tổ chức họp với người chơi.")
    assert found == [(XA, Act.TO_CHUC_THUC_HIEN, "họp với người chơi")]


def test_the_changes_that_are_registered_are_no_acts_of_their_own():
    found = read(f"{XA} thực hiện đăng ký diều, chấm dứt giữ diều, thay đổi chủ diều.")
    assert found == [(XA, Act.CAP, "diều, chấm dứt giữ diều, thay đổi chủ diều")]


def test_a_list_under_who_decides_is_not_of_who_only_submits():
    body = f"1. Giá thuê bãi do {XA} trình {TINH} quyết định điều chỉnh như sau:\na) Bổ sung giá bãi đêm;"
    assert {one[0] for one in rows(article(body)) if "đêm" in one[2]} == {TINH}


def test_who_is_named_in_brackets_of_a_lead_in_has_nothing_of_the_list():
    body = f"1. Tiền thuê bãi (do {XA} được giao giữ) không thu trong các trường hợp sau:\na) Sử dụng bãi để tập;"
    assert rows(article(body)) == []


def test_the_grounds_of_a_lead_in_are_not_what_is_decided():
    body = f"1. Căn cứ nhu cầu chơi diều, {TINH} quyết định:\na) Bán diều cũ;"
    assert [one[1:] for one in rows(article(body))] == [(Act.QUYET_DINH, "Bán diều cũ")]


def test_a_lead_in_that_names_conditions_is_no_power():
    body = f"1. {XA} bảo đảm các điều kiện sau:\na) Có bãi thả;"
    assert rows(article(body)) == []


def test_the_title_of_a_file_decides_nothing():
    assert rows(article(f"1. Hồ sơ trình {TINH} quyết định giá thuê bãi:\na) Bảng giá thuê bãi;")) == []


def test_what_somebody_may_entrust_tells_only_which_offices_are_meant():
    words = f"Đối với các chức vụ {TINH} ủy quyền cho người đứng đầu quyết định thì phải có hồ sơ."
    assert TINH not in {one[0] for one in read(words)}


def test_after_an_election_only_the_last_of_the_list_acts():
    """The others are who was elected: the standing committee sends the result, not those it is about."""
    found = read(f"Trong thời hạn 05 ngày kể từ ngày bầu {CHAIR}, Phó {CHAIR}, {SO} phải gửi kết quả bầu đến {TINH}.")
    assert {one[0] for one in found if one[1] is Act.CONG_KHAI} == {SO}


def test_a_case_told_in_parts_gives_nothing_up_to_its_then():
    found = read(f"Trường hợp {CHAIR} ký giấy; {CHAIR} ủy quyền cho {SO} ký giấy thì thực hiện theo quy định về diều.")
    assert not [one for one in found if one[1] in {Act.GIAO, Act.CAP}]


def test_who_sits_in_a_council_is_no_further_object_of_setting_it_up():
    found = read(f"{TINH} quyết định thành lập Hội đồng chấm diều bao gồm {CHAIR}; đại diện hội diều; người chơi diều.")
    assert [one[:2] for one in found] == [(TINH, Act.QUYET_DINH)]


def test_a_sentence_on_the_object_after_a_semicolon_is_none():
    found = read(f"{TINH} ban hành đơn giá bãi thả; đơn giá bãi thả bảo đảm phù hợp với giá thị trường.")
    assert found == [(TINH, Act.BAN_HANH, "đơn giá bãi thả")]


def test_what_something_is_done_for_is_no_task_of_its_own():
    found = read(f"{XA} lập sổ diều để theo dõi, kiểm tra việc thả diều.")
    assert [one[1] for one in found] == [Act.XAY_DUNG]


@pytest.mark.parametrize("verb", ["Thành lập", "Tham gia"])
def test_a_board_that_is_set_up_or_joined_does_nothing_yet(verb):
    body = f"1. {verb} Ban cưỡng chế dời bãi, quyết định về thành viên của Ban."
    assert {one[0] for one in rows(article(body, f"Nhiệm vụ của {XA}"))} == {XA}


def test_a_time_limit_without_a_comma_leaves_the_subject_its_place():
    found = read(f"Sau khi nhận sổ diều, trong thời hạn 30 ngày {SO} lập hồ sơ dời bãi trình {TINH} dời bãi.")
    assert (SO, Act.XAY_DUNG, "hồ sơ dời bãi") in found


def test_a_lead_in_that_says_only_the_competent_one_takes_every_level_of_the_heading():
    body = "1. Chủ tịch Ủy ban nhân dân cấp có thẩm quyền có trách nhiệm:\na) Giao người đếm diều;"
    found = rows(article(body, "Thủ tục thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân cấp xã, cấp tỉnh"))
    assert [one[0] for one in found] == [CHAIR, "Chủ tịch Ủy ban nhân dân cấp tỉnh"]


def test_a_council_sets_up_what_its_grounds_call_for():
    body = "1. Hội đồng chấm diều có nhiệm vụ:\na) Căn cứ vào số diều và sức gió quyết định việc thành lập các ban;"
    assert rows(article(body)) == [("Hội đồng chấm diều", Act.QUYET_DINH, "thành lập các ban")]


def test_a_lead_in_that_only_opens_its_list_is_no_power():
    body = f"1. {XA} thực hiện kiểm tra như sau:\na) Đếm diều;"
    assert not [one for one in rows(article(body)) if "như sau" in one[2]]


@pytest.mark.parametrize(
    ("words", "name", "level"),
    [
        ("Chủ tịch Hội đồng chấm diều quyết định", "Chủ tịch Hội đồng chấm diều", Level.NHIEU_CAP),
        ("Thanh tra Bộ Quốc phòng, Thanh tra Bộ Công an có", "Thanh tra Bộ Quốc phòng", Level.TRUNG_UONG),
        ("Ban Chấp hành Công đoàn ở cơ sở chỉ đạo", "Ban Chấp hành Công đoàn ở cơ sở", Level.NHIEU_CAP),
        ("Chủ tịch Hội đồng triệu tập ban chấm diều", "Chủ tịch Hội đồng", Level.NHIEU_CAP),
        ("Các bộ, ngành, cơ quan trung ương, địa phương hoàn thành", "Các bộ, ngành, cơ quan trung ương, địa phương", Level.NHIEU_CAP),
        ("Trưởng đoàn thanh tra do Chánh thanh tra Bộ Nội vụ thành lập có quyền", "Trưởng đoàn thanh tra", Level.TRUNG_UONG),
        ("bộ phận Một cửa thông báo", "Bộ phận Một cửa", Level.NHIEU_CAP),
        ("Cơ quan trung ương có trách nhiệm", "Cơ quan trung ương", Level.TRUNG_UONG),
        ("Hội đồng chấm diều vận động người chơi", "Hội đồng chấm diều", Level.NHIEU_CAP),
        ("Các sở, ban, ngành có liên quan gửi", "Các sở, ban, ngành có liên quan", Level.TINH),
        ("Cơ quan trực tiếp quản lý bãi diều có trách nhiệm", "Cơ quan trực tiếp quản lý bãi diều", Level.NHIEU_CAP),
        ("Đơn vị vận hành hệ thống thông tin quốc gia về diều có trách nhiệm", "Đơn vị vận hành hệ thống thông tin quốc gia về diều",
         Level.TRUNG_UONG),
    ],
)  # fmt: skip
def test_further_offices_are_named_with_their_level(words, name, level):
    assert (name, level) in named(words)


def test_a_name_told_once_more_in_brackets_is_one():
    assert [one[0] for one in named(f"{TINH} (sau đây gọi chung là {TINH}) quyết định")] == [TINH]


def test_committees_of_the_party_are_no_holders_of_the_states_powers():
    assert named("Các tỉnh ủy, thành ủy chỉ đạo hội diều.") == []


def test_every_vietnamese_capital_is_one_and_no_small_letter_is():
    from re import fullmatch

    assert all(fullmatch(CAPITAL, letter) for letter in "AĂÂBDĐEÊOÔƠUƯYÁẶỔỮỲỴ")
    assert not [letter for letter in "aăâđêôơưýặổữỳỵ" if fullmatch(CAPITAL, letter)]
    assert all(letter.isupper() for letter in CAPITALS.replace("-", ""))


def test_what_is_settled_or_put_before_others_is_the_object_of_both():
    told = rows(article("1. Ủy ban nhân dân cấp xã giải quyết kịp thời theo thẩm quyền hoặc kiến nghị cơ quan, tổ chức"
                        " có thẩm quyền giải quyết việc mượn diều."))  # fmt: skip
    assert {(act.value, task) for _, act, task in told} == {("giải quyết", "mượn diều"), ("trình", "mượn diều")}


def test_who_signs_in_the_name_of_another_signs_himself():
    told = rows(article("1. Sở Xây dựng trình Ủy ban nhân dân cấp tỉnh ký giấy thả diều hoặc ký giấy thả diều đối với"
                        " trường hợp được ủy quyền."))  # fmt: skip
    signed = [who for who, act, _ in told if act is Act.CAP]
    assert sorted(signed) == ["Sở Xây dựng", "Ủy ban nhân dân cấp tỉnh"]


def test_what_is_needed_is_put_before_everybody_in_the_sentence():
    told = rows(article("1. Trường hợp cần thiết phải có chính sách về diều, Ủy ban nhân dân cấp tỉnh đề xuất gửi"
                        " Bộ Tài chính để tổng hợp trình Chính phủ quyết định."))  # fmt: skip
    assert {task for who, _, task in told if who != "Ủy ban nhân dân cấp tỉnh"} == {"chính sách về diều"}
    assert {who for who, _, _ in told} == {"Ủy ban nhân dân cấp tỉnh", "Bộ Tài chính", "Chính phủ"}


def test_an_office_named_for_some_units_has_its_powers_for_them():
    from tests.authority.invented_powers import read as powers_in

    found, _ = powers_in(article("1. Phòng Kinh tế (đối với xã), Phòng Văn hóa - Xã hội giữ sổ diều."))
    assert {one.holder.name: one.condition for one in found} == {
        "Phòng Kinh tế": "đối với xã",
        "Phòng Văn hóa - Xã hội": None,
    }


def test_a_sentence_with_its_own_subject_in_an_item_is_read_beside_the_item():
    told = rows(
        article(
            "1. Ủy ban nhân dân cấp tỉnh phê duyệt các quy hoạch sau:\n"
            "a) Quy hoạch bãi diều. Đối với bãi nhỏ, Ủy ban nhân dân cấp xã kiểm tra dây diều."
        )
    )
    assert (TINH, Act.PHE_DUYET, "Quy hoạch bãi diều") in told
    assert (XA, Act.KIEM_TRA, "dây diều") in told


def test_who_is_responsible_where_something_lies_is_read_past_a_list():
    told = read("Ủy ban nhân dân cấp xã nơi có bãi diều, ao sen, giếng cổ chịu trách nhiệm giữ gìn nơi này.")
    assert [(who, act) for who, act, _ in told] == [(XA, Act.CHIU_TRACH_NHIEM)]
