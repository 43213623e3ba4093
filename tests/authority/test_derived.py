"""Who else holds what a clause says: the invented law of boats, and a decree that moves powers."""

from datetime import date
from types import SimpleNamespace

import pytest

from phapquy.authority.derived import How, derived_powers, given_by
from phapquy.index.readings import moves
from tests.invented import BOATS, SLUG, FakeSnapshot, pid

PREPARING = BOATS.replace(
    "1. Tổ chức chợ phiên vùng cao.",
    "1. Tổ chức chợ phiên vùng cao.\n2. Xây dựng, trình Hội đồng nhân dân cùng cấp lệ mới để thực hiện nhiệm vụ, "
    "quyền hạn quy định tại khoản 1, các điểm a, b khoản 2 Điều 3 của Luật này và tổ chức thực hiện.",
)
DAY = date(2090, 1, 1)


@pytest.fixture(scope="module")
def snapshot():
    made = FakeSnapshot({SLUG: PREPARING})
    made.validity = SimpleNamespace(of=lambda _: SimpleNamespace(covers=lambda _: True))
    made.memo["moves"] = SimpleNamespace(of=lambda *_: (), by=lambda *_: ())
    return made


def derived(path, snapshot):
    found = derived_powers(pid(path), snapshot, DAY)
    return {(one.organ, one.how, tuple(str(clause).removeprefix(f"{SLUG}/") for clause in one.chain)) for one in found}


def test_a_power_given_by_reference_names_the_units_organ_and_the_chain(snapshot):
    found = derived("3/2/a", snapshot)
    assert ("Hội đồng nhân dân phường", How.GIVEN, ("6",)) in found
    assert ("Hội đồng nhân dân đặc khu", How.GIVEN, ("9/1",)) in found
    assert ("Hội đồng nhân dân đặc khu", How.GIVEN_URBAN, ("9/1", "6")) in found


def test_what_a_list_passes_over_is_known_as_left_out_also_through_another_grant(snapshot):
    found = derived("3/2/b", snapshot)
    assert ("Hội đồng nhân dân phường", How.LEFT_OUT, ("6",)) in found
    assert ("Hội đồng nhân dân đặc khu", How.LEFT_OUT_URBAN, ("9/1", "6")) in found
    assert ("Hội đồng nhân dân đặc khu", How.GIVEN, ("9/1",)) in found


def test_the_executive_prepares_what_its_clause_lists_and_nothing_else(snapshot):
    prepares = ("Ủy ban nhân dân xã", How.PREPARES, ("4/2",))
    assert prepares in derived("3/2/b", snapshot)
    assert prepares not in derived("3/2/c", snapshot)


def test_a_city_has_what_the_provinces_article_says(snapshot):
    assert derived("1/1", snapshot) == {("Hội đồng nhân dân thành phố", How.GIVEN, ("2",))}


def test_a_referring_clause_tells_what_it_gives_and_what_it_leaves_out(snapshot):
    found = [(str(one.provision).removeprefix(f"{SLUG}/"), one.how) for one in given_by(pid("6"), snapshot, DAY)]
    assert found == [
        ("3/1", How.GIVEN), ("3/2/a", How.GIVEN), ("3/2/c", How.GIVEN), ("3/3", How.GIVEN), ("3/4", How.GIVEN),
        ("3/2/b", How.LEFT_OUT),
    ]  # fmt: skip


def test_nothing_is_derived_from_a_clause_that_is_not_in_force(snapshot):
    made = FakeSnapshot({SLUG: BOATS})
    made.validity = SimpleNamespace(of=lambda _: SimpleNamespace(covers=lambda _: False))
    made.memo["moves"] = SimpleNamespace(of=lambda *_: (), by=lambda *_: ())
    assert derived_powers(pid("3/2/a"), made, DAY) == ()
    assert given_by(pid("6"), made, DAY) == ()


def test_transfers_are_read_once_a_snapshot(snapshot):
    assert moves(snapshot) is moves(snapshot)
