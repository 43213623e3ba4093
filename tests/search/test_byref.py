"""A ward's question is put to the commune as well; a question about the district is put to the commune."""

from datetime import date
from types import SimpleNamespace

import pytest

from phapquy.index.readings import grants
from phapquy.search.byref import given_to, restate, units_in
from phapquy.search.former import What, districts_ended, former_in, restate_former
from tests.invented import BOATS, SLUG, FakeSnapshot, asked

RIVERS = """Điều 1. Đơn vị
1. Cấp đơn vị gồm có:
a) Xã, phường, đặc khu trực thuộc cấp tỉnh (sau đây gọi chung là cấp xã).
2. Ủy ban nhân dân huyện, quận, thị xã kết thúc hoạt động từ ngày 01 tháng 7 năm 2091.
"""
RIVERS_SLUG = "luat-5-2091-qhdd"


class Snapshot(FakeSnapshot):
    """A snapshot whose provisions are all in force and whose passages are its provisions."""

    def __init__(self, texts):
        super().__init__(texts)
        self.validity = SimpleNamespace(of=lambda _: SimpleNamespace(covers=lambda _: True))
        ids = [identity for slug in texts for identity in self.document(slug).provisions]
        self.passages = [SimpleNamespace(id=str(identity), slug=identity.slug) for identity in ids]


@pytest.fixture(scope="module")
def snapshot():
    return Snapshot({SLUG: BOATS, RIVERS_SLUG: RIVERS})


@pytest.mark.parametrize(
    ("question", "units", "restated"),
    [
        ("Ở phường ai mở chợ cá?", ("phường",), "Ở xã ai mở chợ cá?"),
        ("Đặc khu ngoài đảo ai mở chợ cá?", ("đặc khu",), "xã ai mở chợ cá?"),
        (
            "Ai mở chợ cá ở đặc khu chưa được công nhận loại đô thị?",
            ("đặc khu",),
            "Ai mở chợ cá ở xã ?",
        ),
        ("Ở thành phố Huế ai đặt tên bến đò?", ("thành phố",), "Ở tỉnh ai đặt tên bến đò?"),
        ("Ai đặt tên bến đò ở thành phố trực thuộc trung ương?", ("thành phố",), "Ai đặt tên bến đò ở tỉnh?"),
        # a ward of a city: either may hold it, each by its own articles
        (
            "Ở thành phố trực thuộc trung ương, ai mở chợ cá của phường?",
            ("phường", "thành phố"),
            "Ở tỉnh, ai mở chợ cá của xã?",
        ),
    ],
)
def test_the_unit_is_replaced_by_the_one_whose_powers_it_has(question, units, restated):
    one = asked(question)
    assert units_in(one) == units
    assert restate(one, units).text.replace(" ?", "?") == restated.replace(" ?", "?")


def test_only_provisions_given_to_the_unit_count_for_the_second_reading(snapshot):
    given = {
        passage.id.removeprefix(f"{SLUG}/")
        for passage, yes in zip(snapshot.passages, given_to(("phường",), snapshot), strict=True)
        if yes
    }
    assert {"3/1", "3/2/a", "4/1", "5/1", "6/1"} <= given
    assert not {"3/2/b", "5/2", "1/1", "9/1"} & given


def test_a_special_zone_is_also_given_what_the_ward_has(snapshot):
    mask = given_to(("đặc khu",), snapshot)
    given = {passage.id for passage, yes in zip(snapshot.passages, mask, strict=True) if yes}
    assert {f"{SLUG}/3/2/b", f"{SLUG}/6/1", f"{SLUG}/9/1"} <= given


def test_the_grants_are_read_once(snapshot):
    assert grants(snapshot) is grants(snapshot)


@pytest.mark.parametrize(
    "question",
    [
        "Ủy ban nhân dân huyện có được mở chợ cá không?",
        "Phòng Sông nước huyện có được mở chợ cá không?",
        "Chủ tịch quận ký giấy thả đèn được không?",
        "Phòng Sông nước huyện giờ phòng nào làm thay?",  # knows that it ended, asks who has its work
        "Ủy ban nhân dân cấp huyện làm gì?",
        "Ai ở thị xã ký giấy, Ủy ban nhân dân thị xã à?",
        "Quận còn giải quyết đơn mở chợ cá không?",
        "Huyện Sông Dài có được quyết định giờ mở chợ không?",
    ],
)
def test_a_question_about_the_district_is_known_to_be_about_something_that_ended(snapshot, question):
    found = former_in(asked(question), snapshot, date(2091, 7, 1))
    assert found is not None
    assert (found.what, str(found.by), found.day) == (What.DISTRICT, f"{RIVERS_SLUG}/1/2", date(2091, 7, 1))


def test_the_day_before_the_end_there_still_is_a_district(snapshot):
    question = asked("Ủy ban nhân dân huyện có được mở chợ cá không?")
    assert former_in(question, snapshot, date(2091, 6, 30)) is None
    assert not districts_ended(snapshot, date(2091, 6, 30))
    assert districts_ended(snapshot, date(2091, 7, 1))


@pytest.mark.parametrize("question", ["Muốn lập thị trấn mới thì ai quyết?", "Xã được lên thị trấn khi nào?"])
def test_a_town_to_be_made_is_told_as_well(snapshot, question):
    found = former_in(asked(question), snapshot, date(2091, 7, 1))
    assert found is not None
    assert found.what is What.TOWN


def test_a_town_is_not_among_the_kinds_of_unit(snapshot):
    found = former_in(asked("Hội đồng nhân dân thị trấn họp mấy lần?"), snapshot, date(2091, 7, 1))
    assert found is not None
    assert (found.what, found.kinds) == (What.TOWN, ("xã", "phường", "đặc khu"))


@pytest.mark.parametrize(
    "question",
    [
        "Ủy ban nhân dân xã có được mở chợ cá không?",
        "Công an huyện ở đâu?",  # ended by no clause of this law
        "Giấy do huyện ký năm ngoái còn dùng được không?",  # what it once did, not what it does
        "Xã Bến Nứa, huyện Sông Dài cũ nay là xã nào?",  # asks what became of a unit
    ],
)
def test_other_questions_take_nothing_ended_to_exist(snapshot, question):
    assert former_in(asked(question), snapshot, date(2091, 7, 1)) is None


@pytest.mark.parametrize(
    ("question", "restated"),
    [
        ("Ủy ban nhân dân huyện Sông Dài mở chợ cá?", "Ủy ban nhân dân xã mở chợ cá?"),
        ("Ủy ban nhân dân cấp huyện mở chợ cá?", "Ủy ban nhân dân cấp xã mở chợ cá?"),
        ("Chủ tịch quận 3 ký giấy?", "Chủ tịch xã ký giấy?"),
        ("Hội đồng nhân dân thị trấn họp?", "Hội đồng nhân dân xã họp?"),
    ],
)
def test_the_question_is_put_to_the_commune(question, restated):
    assert restate_former(asked(question)).text == restated
