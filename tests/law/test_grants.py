"""Powers by reference of an invented law: what is given, what is left out, to whom and on which condition."""

import pytest

from phapquy.law.grants import grants_of, in_unit, organ_in, unit_asked
from phapquy.law.holder import Level, find_organs
from phapquy.law.structure import parse
from tests.invented import BOATS, SLUG, asked, pid

DOCUMENT = parse(SLUG, BOATS)
GRANTS = {(str(grant.by).removeprefix(f"{SLUG}/"), grant.urban): grant for grant in grants_of(DOCUMENT)}


def targets(by, *, urban=False):
    return [str(one).removeprefix(f"{SLUG}/") for one in GRANTS[by, urban].targets]


def test_every_referring_clause_is_found_and_no_other():
    assert list(GRANTS) == [("2", False), ("6", False), ("7", False), ("8", False), ("9/1", False), ("9/1", True)]


def test_each_grant_names_the_kind_of_unit_that_gets_it():
    assert [grant.unit for grant in GRANTS.values()] == [
        "thành phố",
        "phường",
        "phường",
        "phường",
        "đặc khu",
        "đặc khu",
    ]


def test_a_list_of_clauses_and_points_is_read_whole():
    assert sorted(targets("6")) == ["3/1", "3/2/a", "3/2/c", "3/3", "3/4"]


def test_a_whole_article_is_given_as_one():
    assert targets("7") == ["4"]
    assert GRANTS["7", False].gives(pid("4/1"))


@pytest.mark.parametrize("given", ["3/1", "3/2/a", "3/2/c", "3/3", "3/4", "3/2", "3"])
def test_what_the_list_names_and_what_holds_it_is_given(given):
    assert GRANTS["6", False].gives(pid(given))
    assert not GRANTS["6", False].leaves_out(pid(given))


@pytest.mark.parametrize(
    ("by", "left"),
    [
        ("6", "3/2/b"),  # one point of a clause
        ("8", "5/2"),  # one clause of an article
    ],
)
def test_what_the_list_passes_over_is_left_out_on_purpose(by, left):
    assert GRANTS[by, False].leaves_out(pid(left))
    assert not GRANTS[by, False].gives(pid(left))


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("Ở phường ai mở chợ?", "phường"),
        ("Đổi tên một phường thì ai quyết?", None),  # done to it
        ("Ai công nhận phường loại I?", None),
        ("Các phường, xã thuộc thành phố Huế do ai giao biên chế?", "thành phố"),
        ("Hội đồng nhân dân phường sai thì Hội đồng nhân dân thành phố giải tán được không?", "thành phố"),
    ],
)
def test_the_unit_that_acts_is_asked_about_not_the_one_it_is_done_to(question, unit):
    one = asked(question)
    assert unit_asked(one.text, one.organs) == unit


@pytest.mark.parametrize("other", ["1/1", "4/1", "6/1"])
def test_what_stands_in_other_articles_is_neither_given_nor_left_out(other):
    grant = GRANTS["6", False]
    assert not grant.gives(pid(other))
    assert not grant.leaves_out(pid(other))


def test_another_documents_article_of_the_same_number_is_not_given():
    assert not GRANTS["6", False].gives(pid("3/1", "luat-khac"))
    assert not GRANTS["6", False].leaves_out(pid("3/2/b", "luat-khac"))


def test_a_section_gives_all_its_articles():
    assert targets("9/1") == ["3", "4", "5"]
    assert GRANTS["9/1", False].gives(pid("5/2"))


def test_the_second_paragraph_gives_another_section_on_a_condition():
    assert targets("9/1", urban=True) == ["6", "7", "8"]
    assert GRANTS["9/1", True].urban
    assert not GRANTS["9/1", False].urban


def test_a_reference_to_what_the_document_lacks_gives_nothing():
    text = (
        "Điều 1. A\nHội đồng nhân dân phường thực hiện nhiệm vụ, quyền hạn quy định tại khoản 5 Điều 77 của Luật này.\n"
    )
    assert grants_of(parse(SLUG, text)) == ()


def test_a_reference_into_another_law_is_no_grant():
    text = (
        "Điều 1. A\n1. Thả diều.\nĐiều 2. B\n"
        "Hội đồng nhân dân phường thực hiện nhiệm vụ, quyền hạn quy định tại Điều 1 của Luật Bến đò.\n"
    )
    assert grants_of(parse(SLUG, text)) == ()


def test_several_articles_in_a_row_are_all_given():
    text = (
        "Điều 1. A\n1. Thả diều.\n2. Vớt bèo.\nĐiều 2. B\nĐua vịt.\nĐiều 3. C\n"
        "Ủy ban nhân dân phường thực hiện nhiệm vụ, quyền hạn quy định tại khoản 2 Điều 1 và Điều 2 của Luật này.\n"
    )
    (grant,) = grants_of(parse(SLUG, text))
    assert [str(one) for one in grant.targets] == [f"{SLUG}/1/2", f"{SLUG}/2"]
    assert grant.leaves_out(pid("1/1"))


def test_an_organ_is_the_same_organ_in_the_other_unit():
    organ = organ_in(DOCUMENT, pid("3/2/a"))
    assert organ.name == "Hội đồng nhân dân xã"
    moved = in_unit(organ, "phường")
    assert (moved.name, moved.level) == ("Hội đồng nhân dân phường", Level.XA)
    assert in_unit(organ_in(DOCUMENT, pid("1/1")), "thành phố").level is Level.TINH


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Hội đồng nhân dân phường có được lập xóm không?", "phường"),
        ("ai lập xóm ở phường", "phường"),
        ("Ai lập xóm ở đặc khu?", "đặc khu"),
        ("Ở thành phố Hà Nội ai đặt tên bến đò?", "thành phố"),
        ("Ở thành phố trực thuộc trung ương ai đặt tên bến đò?", "thành phố"),
        ("Người nào ở thành phố quyết định việc của phường thuộc thành phố?", "thành phố"),
        # a commune or a province holds its powers itself
        ("Hội đồng nhân dân xã có được lập xóm không?", None),
        ("Ai đặt tên bến đò của tỉnh?", None),
    ],
)
def test_the_unit_a_question_is_about(text, unit):
    assert unit_asked(text, tuple(find_organs(text))) == unit
    assert unit_asked(asked(text).text, asked(text).organs) == unit
