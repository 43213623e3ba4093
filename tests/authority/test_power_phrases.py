"""More of the grammar of powers on invented statutes: cases before the subject, titles, choices of verbs, told organs."""

from __future__ import annotations

import pytest

from phapquy.authority.named import find_holders
from phapquy.authority.power import Act
from phapquy.law.holder import Level
from tests.authority.invented_powers import article, rows

XA, TINH = "Ủy ban nhân dân cấp xã", "Ủy ban nhân dân cấp tỉnh"
CHAIR = "Chủ tịch Ủy ban nhân dân cấp xã"


def named(text):
    return [(one.name, one.level) for one in find_holders(text)]


@pytest.mark.parametrize(
    "before",
    [
        "Đối với hội diều thuộc thẩm quyền phê duyệt của Thủ tướng Chính phủ,",
        "Căn cứ lịch gió hằng năm của Chính phủ,",
        "Tại các bãi rộng, căn cứ quy định của Chính phủ,",
        "Trong thời hạn 05 ngày kể từ ngày nhận được chỉ đạo của Thủ tướng Chính phủ,",
    ],
)
def test_whose_affair_a_case_is_does_not_share_the_list_with_the_subject(before):
    assert rows(article(f"1. {before} {TINH} quyết định bãi thả.")) == [(TINH, Act.QUYET_DINH, "bãi thả")]


def test_several_whose_proposal_it_is_stay_one_list():
    found = rows(article(f"1. Theo đề nghị của Sở Nội vụ và Sở Xây dựng, {TINH} quyết định bãi thả."))
    assert [holder for holder, act, _ in found if act is Act.QUYET_DINH] == [TINH]


def test_a_lead_in_that_is_a_title_says_whose_tasks_are_listed():
    body = f"1. Nhiệm vụ của {XA}:\na) Lập sổ diều;\n2. Nhiệm vụ của {CHAIR}:\na) Phân loại diều;"
    found = rows(article(body, "Nhiệm vụ, quyền hạn của Ủy ban, Chủ tịch Ủy ban nhân dân xã"))
    assert [(holder, act) for holder, act, _ in found] == [(XA, Act.XAY_DUNG), (CHAIR, Act.QUYET_DINH)]


def test_tasks_given_to_somebody_unnamed_are_the_givers_power_to_give_them():
    body = f"1. {CHAIR} giao đơn vị phù hợp thực hiện các nhiệm vụ sau đây:\na) Phân loại diều;"
    assert (CHAIR, Act.GIAO, "Phân loại diều") in rows(article(body))


def test_tasks_given_to_an_office_are_its_own():
    body = f"1. {CHAIR} giao Trưởng Công an cấp xã thực hiện các nhiệm vụ sau đây:\na) Phân loại diều;"
    assert ("Trưởng Công an cấp xã", Act.QUYET_DINH) in [one[:2] for one in rows(article(body))]


def test_what_a_file_holds_is_nobodys_task():
    body = f"1. Hồ sơ trình {TINH} quyết định hội diều:\na) Báo cáo số diều;"
    assert not [one for one in rows(article(body)) if "số diều" in one[2]]


def test_what_people_in_a_case_have_done_to_them_is_no_task():
    body = "1. Công chức được cử đi học thả diều phải trả tiền trong các trường hợp sau:\na) Thực hiện buộc thôi học."
    assert rows(article(body, "Trách nhiệm của đơn vị sử dụng diều giấy")) == []


def test_what_is_not_done_gives_no_power():
    assert rows(article("1. Không thành lập hội diều ở bãi cấm.", f"Thẩm quyền của {XA}")) == []
    found = rows(article(f"1. {XA} tra cứu sổ diều; không yêu cầu nộp bản giấy."))
    assert not [one for one in found if one[1] is Act.YEU_CAU]


def test_who_is_described_as_helping_another_helps():
    found = rows(article("1. Bộ Xây dựng là cơ quan đầu mối giúp Chính phủ thống nhất quản lý hội diều."))
    assert found[0][:2] == ("Bộ Xây dựng", Act.THAM_MUU)


def test_an_agent_joined_to_who_proposes_decides_on_the_same_object():
    found = rows(article("1. Việc chọn bãi thả do tổ chức chơi diều đề xuất và Hội đồng xét thưởng quyết định."))
    assert found == [("Hội đồng xét thưởng", Act.QUYET_DINH, "chọn bãi thả")]


def test_submitting_or_issuing_as_competent_have_the_object_after_both():
    body = "1. Xây dựng, trình cấp có thẩm quyền ban hành hoặc ban hành theo thẩm quyền các quy chế thả diều."
    found = rows(article(body, "Nhiệm vụ của Bộ Nội vụ"))
    assert {act for _, act, _ in found} == {Act.XAY_DUNG, Act.TRINH, Act.BAN_HANH}
    assert all("các quy chế thả diều" in task for _, _, task in found)


def test_the_same_verb_again_begins_a_phrase_of_its_own():
    found = rows(article(f"1. {TINH} chỉ định trưởng hội diều cùng cấp và chỉ định phó hội diều."))
    assert [task for _, _, task in found] == ["trưởng hội diều cùng cấp", "phó hội diều"]


def test_a_choice_of_verbs_begins_a_phrase_of_its_own():
    body = f"1. {TINH} tổ chức thực hiện các nội dung quản lý bãi thả và ban hành hoặc phân cấp việc ban hành lịch gió."
    assert [act for _, act, _ in rows(article(body))] == [Act.TO_CHUC_THUC_HIEN, Act.BAN_HANH, Act.GIAO]


def test_what_follows_the_last_of_two_verbs_of_an_agent_is_its_object_only():
    found = rows(article(f"1. Việc đếm diều do {XA} tổ chức thực hiện hoặc thuê thợ diều ngoài xã."))
    assert sorted(found) == [
        (XA, Act.QUYET_DINH, "thợ diều ngoài xã"),
        (XA, Act.TO_CHUC_THUC_HIEN, "đếm diều"),
    ]


def test_agents_parted_by_a_semicolon_are_one_list():
    found = rows(article(f"1. Việc đếm diều do {TINH}, Sở Nội vụ; {XA} tổ chức thực hiện."))
    assert [holder for holder, _, _ in found] == [TINH, "Sở Nội vụ", XA]


def test_the_case_is_what_an_organ_decides_on_that_it_is_reported_to():
    found = rows(article("1. Trường hợp bãi thả không đủ gió thì Chính phủ báo cáo Quốc hội xem xét, quyết định."))
    assert found[-1] == ("Quốc hội", Act.QUYET_DINH, "Trường hợp bãi thả không đủ gió")


def test_what_is_sent_somewhere_to_be_examined_is_examined_there():
    found = rows(article("1. Trường hợp diều rách thì đề án được gửi đồng thời tới Bộ Nội vụ để thẩm định."))
    assert found[0][:2] == ("Bộ Nội vụ", Act.THAM_DINH)


def test_who_is_guided_or_answered_to_does_not_hold_the_power():
    body = f"1. {XA} hướng dẫn Ban Giám sát đầu tư của cộng đồng xây dựng sổ diều."
    assert {holder for holder, _, _ in rows(article(body))} == {XA}
    body = "2. Bộ Nội vụ chịu trách nhiệm trước Chính phủ thực hiện quản lý hội diều."
    assert {holder for holder, _, _ in rows(article(body))} == {"Bộ Nội vụ"}


def test_a_report_that_is_considered_is_not_made():
    found = rows(article("1. Xem xét báo cáo hoạt động của hội diều.", f"Nhiệm vụ của {XA}"))
    assert [act for _, act, _ in found] == [Act.GIAI_QUYET]


def test_where_a_servant_works_does_not_part_the_head_of_an_office_from_his_duty():
    body = "1. Người đứng đầu cơ quan, tổ chức, đơn vị nơi cán bộ, công chức làm việc có trách nhiệm công bố số diều."
    assert rows(article(body)) == [("Người đứng đầu cơ quan, tổ chức, đơn vị", Act.CONG_KHAI, "số diều")]


def test_a_competence_that_describes_the_subject_is_not_its_predicate():
    body = "1. Cơ quan quản lý bãi thả có thẩm quyền phê duyệt lịch gió quyết định thành lập hội diều."
    assert rows(article(body)) == [("Cơ quan quản lý bãi thả", Act.QUYET_DINH, "thành lập hội diều")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cơ quan quản lý cán bộ, công chức quyết định", [("Cơ quan quản lý cán bộ, công chức", Level.NHIEU_CAP)]),
        ("cơ quan quản lý, đơn vị sử dụng công chức quyết định",
         [("Cơ quan quản lý công chức", Level.NHIEU_CAP), ("Đơn vị sử dụng công chức", Level.NHIEU_CAP)]),
        ("Ban Chấp hành Hội diều sáo có trách nhiệm", [("Ban Chấp hành Hội diều sáo", Level.NHIEU_CAP)]),
        ("Hội đồng kỷ luật kiến nghị áp dụng hình thức thả diều", [("Hội đồng kỷ luật", Level.NHIEU_CAP)]),
        ("các tổ chức chính trị - xã hội khác có trách nhiệm",
         [("Tổ chức chính trị - xã hội khác", Level.NHIEU_CAP)]),
        ("Nhiệm vụ của các cơ quan nhà nước, Mặt trận Tổ quốc Việt Nam, các tổ chức chính trị - xã hội ở trung ương",
         [("Cơ quan nhà nước ở trung ương", Level.TRUNG_UONG), ("Mặt trận Tổ quốc Việt Nam", Level.TRUNG_UONG),
          ("Tổ chức chính trị - xã hội ở trung ương", Level.TRUNG_UONG)]),
        ("cơ quan có chức năng quản lý về xây dựng xác định chiều gió",
         [("Cơ quan có chức năng quản lý về xây dựng", Level.NHIEU_CAP)]),
        ("Hội đồng kỷ luật vẫn họp", [("Hội đồng kỷ luật", Level.NHIEU_CAP)]),
        ("Ban cưỡng chế kiểm đếm bắt buộc được thực hiện", [("Ban cưỡng chế kiểm đếm bắt buộc", Level.NHIEU_CAP)]),
        ("Đại diện Văn phòng Chủ tịch nước tiếp nhận", [("Đại diện Văn phòng Chủ tịch nước", Level.TRUNG_UONG)]),
        ("Người đứng đầu các cơ sở đào tạo, bồi dưỡng quyết định",
         [("Người đứng đầu cơ sở đào tạo, bồi dưỡng", Level.NHIEU_CAP)]),
        ("Tổ chức lập, tổ chức thực hiện phương án thả diều", []),
        ("Hội đồng nhân dân ở đơn vị hành chính dưới tỉnh quyết định", [("Hội đồng nhân dân cấp xã", Level.XA)]),
        ("Cơ quan trực thuộc Ủy ban nhân dân cấp tỉnh được giao quản lý bãi thả tổ chức lập lịch gió",
         [("Cơ quan trực thuộc Ủy ban nhân dân cấp tỉnh được giao quản lý bãi thả", Level.TINH)]),
    ],
)  # fmt: skip
def test_offices_with_commas_verbs_and_shared_words_in_their_names(text, expected):
    assert named(text) == expected


def test_an_item_under_does_that_is_a_sentence_has_its_own_verbs():
    lead = "1. Cơ quan quản lý diều giấy thực hiện:"
    body = f"{lead}\na) Sau khi nhận được sổ diều của hội diều, cơ quan quản lý diều giấy trình {XA} ký thẻ diều;"
    found = rows(article(body))
    assert [one[:2] for one in found] == [("Cơ quan quản lý diều giấy", Act.TRINH), (XA, Act.CAP)]


def test_an_item_under_does_that_is_a_noun_is_its_object():
    body = "1. Cơ quan quản lý diều giấy thực hiện các việc sau:\na) Việc đếm diều;"
    assert rows(article(body))[-1] == ("Cơ quan quản lý diều giấy", Act.TO_CHUC_THUC_HIEN, "đếm diều")
