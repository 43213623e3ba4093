"""Who holds what, read from clause, lead-in and heading of invented provisions."""

import pytest

from phapquy.authority.competence import competences
from phapquy.authority.roles import Role
from phapquy.law.holder import Level
from phapquy.law.provision import ProvisionId
from phapquy.law.structure import parse


def holders(text, identity):
    document = parse("luat-x", text)
    return [
        (one.organ.name, one.organ.level, one.role)
        for one in competences(document, ProvisionId.parse(f"luat-x/{identity}"))
    ]


def test_a_clause_without_subject_takes_the_holder_of_the_heading():
    text = "Điều 1. Nhiệm vụ của Hội đồng nhân dân xã\n1. Quyết định trồng hoa.\n"
    assert holders(text, "1/1") == [("Hội đồng nhân dân xã", Level.XA, Role.DECIDES)]


def test_the_lead_in_of_the_clause_is_nearer_than_the_heading():
    text = "Điều 1. Việc của Ủy ban nhân dân\n1. Chủ tịch Ủy ban nhân dân cấp tỉnh thực hiện:\na) Cấp phép ong;\n"
    assert holders(text, "1/1/a")[0][:2] == ("Chủ tịch Ủy ban nhân dân cấp tỉnh", Level.TINH)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        # who decides and who submits are told apart
        (
            "Ủy ban nhân dân cấp xã trình Hội đồng nhân dân cấp xã quyết định.",
            ("Hội đồng nhân dân cấp xã", Role.DECIDES),
        ),
        # "do … quyết định"
        ("Việc thả cá do Ủy ban nhân dân cấp tỉnh quyết định.", ("Ủy ban nhân dân cấp tỉnh", Role.DECIDES)),
        # on whose proposal is not who decides
        (
            "Theo đề nghị của Ủy ban nhân dân cấp xã, Chủ tịch Ủy ban nhân dân cấp tỉnh phê duyệt.",
            ("Chủ tịch Ủy ban nhân dân cấp tỉnh", Role.DECIDES),
        ),
        # the district level ended: its successor is named first
        (
            "Thẩm quyền của Ủy ban nhân dân cấp huyện do Chủ tịch Ủy ban nhân dân cấp xã thực hiện.",
            ("Chủ tịch Ủy ban nhân dân cấp xã", Role.DECIDES),
        ),
        # whose power it was lets go of it where another does it
        (
            "Thẩm quyền phê duyệt ao của Chính phủ do Bộ trưởng Bộ Ao hồ thực hiện.",
            ("Bộ trưởng Bộ Ao hồ", Role.DECIDES),
        ),
        # passive: it is done to the first, by the second
        (
            "Phó Chủ tịch Hội đồng nhân dân cấp xã phải được Thường trực Hội đồng nhân dân cấp tỉnh phê chuẩn.",
            ("Thường trực Hội đồng nhân dân cấp tỉnh", Role.DECIDES),
        ),
        # what lasts until somebody elects is not decided by who elects
        (
            "Thường trực Hội đồng nhân dân cấp tỉnh chỉ định người đến khi Hội đồng nhân dân cấp xã bầu người mới.",
            ("Thường trực Hội đồng nhân dân cấp tỉnh", Role.DECIDES),
        ),
        # a decision by a verb of its own
        ("Ủy ban nhân dân cấp xã cho thuê ao công ích.", ("Ủy ban nhân dân cấp xã", Role.DECIDES)),
        # within its remit it still only submits
        (
            "Chủ tịch Ủy ban nhân dân cấp xã theo phạm vi, thẩm quyền được giao trình danh sách ao.",
            ("Chủ tịch Ủy ban nhân dân cấp xã", Role.PROPOSES),
        ),
        # who is heard decides nothing
        ("Hội đồng nhân dân cấp xã cho ý kiến về việc đổi tên ao.", ("Hội đồng nhân dân cấp xã", Role.ADVISES)),
        # a body that may appoint does appoint; a person who is appointed does nothing
        (
            "Thường trực Hội đồng nhân dân cấp tỉnh được chỉ định người trông ao.",
            ("Thường trực Hội đồng nhân dân cấp tỉnh", Role.DECIDES),
        ),
        (
            "Chủ tịch Ủy ban nhân dân cấp xã được bổ nhiệm thì Ủy ban nhân dân cấp tỉnh công bố.",
            ("Ủy ban nhân dân cấp tỉnh", Role.DECIDES),
        ),
    ],
)
def test_the_words_around_an_organ_tell_its_role(clause, expected):
    name, _, role = holders(f"Điều 1. A\n1. {clause}\n", "1/1")[0]
    assert (name, role) == expected


def test_an_organ_of_the_same_level_takes_the_level_of_the_article():
    text = "Điều 1. Việc của Hội đồng nhân dân xã\n1. Ủy ban nhân dân cùng cấp quyết định giống cây.\n"
    assert ("Ủy ban nhân dân cấp xã", Level.XA, Role.DECIDES) in holders(text, "1/1")


@pytest.mark.parametrize(
    "clause",
    [
        "Được thay mặt Ủy ban nhân dân cấp mình quyết định những việc thuộc thẩm quyền của Ủy ban nhân dân.",
        "Chỉ đạo việc nuôi đom đóm theo quy chế do Ủy ban nhân dân cùng cấp ban hành.",
    ],
)
def test_a_clause_that_begins_with_a_verb_keeps_the_holder_above(clause):
    """As Law 72/2025 Điều 17.21: the chairman acts in place of the committee whose matters they are."""
    text = f"Điều 1. Nhiệm vụ của Chủ tịch Ủy ban nhân dân tỉnh\n1. {clause}\n"
    assert holders(text, "1/1")[0][0] == "Chủ tịch Ủy ban nhân dân tỉnh"


def test_a_heading_that_hands_over_names_the_one_it_hands_over_to():
    text = "Điều 1. Thẩm quyền của Ủy ban nhân dân cấp tỉnh phân cấp cho cơ quan quản lý đất đai cấp tỉnh\n1. Cấp phép ao.\n"
    assert holders(text, "1/1")[0][0] == "cơ quan quản lý đất đai cấp tỉnh"
