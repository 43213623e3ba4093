"""Units of one name in several provinces of an invented country."""

import pytest

from phapquy.answer.homonyms import clarify_homonym
from tests.invented import FakeSnapshot, asked

TITLE = "Nghị quyết sắp xếp các đơn vị hành chính cấp xã của {} năm 2090"


def resolution(*clauses):
    listed = "".join(f"{number}. {clause}\n" for number, clause in enumerate(clauses, 1))
    return f"Điều 1. Sắp xếp\n{listed}Điều 2. Hiệu lực\n1. Nhắc lại xã Bến Vắng.\n"


RESOLUTIONS = {
    "nq-1": ("tỉnh Gió", resolution("Nhập xã Hồ Sen và xã Bãi Cát thành xã Hồ Sen.", "Nhập xã Hồ Sen Thượng vào phường Đồi.")),
    "nq-2": ("tỉnh Mây", resolution("Nhập các xã Đồng Cỏ, Hồ Sen và Núi Nhỏ thành xã mới tên là xã Núi Nhỏ.")),
    "nq-3": ("thành phố Nắng", resolution("Nhập phường Hồ Sen và phường Bến Vắng thành phường Nắng Mai.")),
}  # fmt: skip


@pytest.fixture(scope="module")
def snapshot():
    texts = {slug: text for slug, (_, text) in RESOLUTIONS.items()}
    titles = {slug: TITLE.format(province) for slug, (province, _) in RESOLUTIONS.items()}
    return FakeSnapshot({**texts, "luat": "Điều 1. Xã Hồ Sen\n1. Xã Hồ Sen đẹp.\n"}, titles)


def test_a_name_of_several_provinces_is_asked_back_with_the_choices(snapshot):
    found = clarify_homonym(asked("xã Hồ Sen nay thuộc xã nào?"), snapshot)
    assert "xã Hồ Sen" in found.question
    assert len(found.choices) == 2
    assert all(province in choice for province, choice in zip(("tỉnh Gió", "tỉnh Mây"), found.choices, strict=True))


@pytest.mark.parametrize(
    "question",
    [
        "xã Hồ Sen tỉnh Gió nay thuộc xã nào?",  # the province is said
        "xã Hồ Sen ở Gió nay thuộc xã nào?",  # its bare name is said
        "xã Hồ Sen huyện Lá nay thuộc xã nào?",  # the former district is said
        "phường Bến Vắng nay thuộc phường nào?",  # only one province has it
        "xã Không Đâu nay thuộc xã nào?",  # none has it
        "xã nào nay thuộc tỉnh khác?",  # no unit is named
        "Ủy ban nhân dân xã Hồ Sen có được đua vịt không?",  # it is not about the unit
    ],
)
def test_nothing_is_asked_back_where_the_place_is_clear_or_no_matter(snapshot, question):
    assert clarify_homonym(asked(question), snapshot) is None


def test_a_longer_name_is_another_name(snapshot):
    assert clarify_homonym(asked("xã Hồ Sen Thượng nay thuộc xã nào?"), snapshot) is None


def test_a_commune_and_a_ward_of_one_name_are_two_things(snapshot):
    assert clarify_homonym(asked("phường Hồ Sen nay thuộc phường nào?"), snapshot) is None


def test_many_provinces_are_counted_rather_than_all_listed():
    slugs = [f"nq-{number}" for number in range(11)]
    texts = dict.fromkeys(slugs, resolution("Nhập xã Hồ Sen và xã Bãi Cát thành xã Hồ Sen."))
    titles = {slug: TITLE.format(f"tỉnh Số {slug[3:]}") for slug in slugs}
    found = clarify_homonym(asked("xã Hồ Sen nay thuộc xã nào?"), FakeSnapshot(texts, titles))
    assert len(found.choices) == 8
    assert "3 nơi khác" in found.question
