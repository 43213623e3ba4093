"""A ward's or a special zone's question reads the commune's clauses as they hold for it."""

import pytest

from phapquy.answer.byref import apply_grants
from tests.invented import BOATS, SLUG, FakeSnapshot, asked, evidence


@pytest.fixture(scope="module")
def snapshot():
    return FakeSnapshot({SLUG: BOATS})


def read(question, snapshot, *paths):
    """``path -> (via, holder)`` of what is kept."""
    kept = apply_grants(asked(question), [evidence(path) for path in paths], snapshot).kept
    short = [(str(one.identity), tuple(map(str, one.via)), one.holder.name if one.holder else None) for one in kept]
    return [
        (identity.removeprefix(f"{SLUG}/"), tuple(via.removeprefix(f"{SLUG}/") for via in chain), holder)
        for identity, chain, holder in short
    ]


def test_a_communes_question_reads_the_clauses_as_they_stand(snapshot):
    assert read("Hội đồng nhân dân xã lập xóm chài?", snapshot, "3/2/b") == [("3/2/b", (), None)]


def test_a_wards_question_carries_the_reference_and_the_wards_own_organ(snapshot):
    found = read("Ở phường ai quyết định giờ mở chợ cá?", snapshot, "3/2/a")
    assert found == [("3/2/a", ("6",), "Hội đồng nhân dân phường")]


def test_a_wards_question_drops_what_the_reference_leaves_out(snapshot):
    found = read("Phường có được lập xóm chài không?", snapshot, "3/2/b", "3/2/a", "6/1")
    assert [path for path, _, _ in found] == ["3/2/a", "6/1"]


def test_a_clause_that_is_the_wards_own_needs_no_reference(snapshot):
    assert read("Phường có được lập tổ phố không?", snapshot, "6/1") == [("6/1", (), None)]


def test_each_organ_of_the_ward_takes_the_place_of_its_like(snapshot):
    found = read("Việc này ở phường do ai làm?", snapshot, "3/3", "4/1", "5/1")
    assert [holder for _, _, holder in found] == [
        "Hội đồng nhân dân phường",
        "Ủy ban nhân dân phường",
        "Chủ tịch Ủy ban nhân dân phường",
    ]


def test_a_city_has_the_powers_of_a_province(snapshot):
    found = read("Ai đặt tên bến đò ở thành phố Hà Nội?", snapshot, "1/1")
    assert found == [("1/1", ("2",), "Hội đồng nhân dân thành phố")]


def test_a_special_zone_has_all_of_the_communes_section(snapshot):
    found = read("Ở đặc khu ai lập xóm chài?", snapshot, "3/2/b")
    assert found == [("3/2/b", ("9/1",), "Hội đồng nhân dân đặc khu")]


def test_an_urban_special_zone_has_what_the_ward_has_through_the_ward(snapshot):
    question = "Đặc khu được công nhận loại đô thị thì ai quyết định giờ mở chợ cá?"
    assert read(question, snapshot, "3/2/a") == [("3/2/a", ("9/1", "6"), "Hội đồng nhân dân đặc khu")]
    assert read(question, snapshot, "6/1") == [("6/1", ("9/1",), "Hội đồng nhân dân đặc khu")]


def test_an_urban_special_zone_lacks_what_the_ward_lacks(snapshot):
    question = "Đặc khu được công nhận loại đô thị thì ai lập xóm chài?"
    assert [path for path, _, _ in read(question, snapshot, "3/2/b", "6/1")] == ["6/1"]


def test_a_zone_said_not_to_be_urban_keeps_the_communes_powers(snapshot):
    question = "Đặc khu chưa được công nhận loại đô thị thì ai lập xóm chài?"
    assert read(question, snapshot, "3/2/b") == [("3/2/b", ("9/1",), "Hội đồng nhân dân đặc khu")]


def test_the_grants_of_a_document_are_read_once(snapshot):
    read("Việc này ở phường do ai làm?", snapshot, "3/3")
    known = snapshot.memo["grants"]
    read("Việc này ở phường do ai làm?", snapshot, "3/3")
    assert snapshot.memo["grants"] is known


def test_the_holder_of_a_given_clause_is_the_wards_organ_in_its_competences(snapshot):
    (one,) = apply_grants(asked("Ở phường ai quyết định lễ rước đèn?"), [evidence("3/3")], snapshot).kept
    assert [item.organ.name for item in one.competences] == ["Hội đồng nhân dân phường"]
