"""The part of a named provision that a question is on."""

import pytest

from phapquy.answer.within import is_ground, own_terms, parts_asked
from tests.invented import SLUG, FakeSnapshot, asked, evidence

LAW = """Điều 1. Việc của bến
1. Quyết định giờ mở bến đò.
2. Trong việc trồng cây:
a) Trồng liễu ven sông;
b) Chặt cây đa già trước đình.
"""


def stored(text):
    made = FakeSnapshot({SLUG: text})
    made.amending = frozenset()
    return made


@pytest.fixture
def snapshot():
    return stored(LAW)


def parts(question, path, snapshot):
    read = asked(question)
    found = parts_asked(evidence(path, text=LAW), own_terms(read, read.references), snapshot)
    return ["/".join(one.identity.parts) for one in found]


@pytest.mark.parametrize(
    ("question", "path", "expected"),
    [
        ("Điều 1 nói gì về giờ mở bến đò?", "1", ["1/1"]),
        ("Điều 1 có cho chặt cây đa không?", "1", ["1/2/b"]),
        ("Khoản 2 Điều 1 nói gì về liễu ven sông?", "1/2", ["1/2/a"]),
        # nothing of its own, one word, nothing in it, already the lowest
        ("Điều 1 nói gì?", "1", []),
        ("Điều 1 nói gì về cây?", "1", []),
        ("Điều 1 nói gì về nuôi ong lấy mật?", "1", []),
        ("Khoản 1 Điều 1 nói gì về giờ mở bến đò?", "1/1", []),
    ],
)
def test_the_one_part_that_holds_what_is_asked_is_opened(question, path, expected, snapshot):
    assert parts(question, path, snapshot) == expected


def test_two_parts_that_hold_it_alike_leave_the_whole():
    twice = "Điều 1. Bến\n1. Mở bến đò sớm.\n2. Mở bến đò muộn.\n"
    read = asked("Điều 1 nói gì về mở bến đò?")
    whole = evidence("1", text=twice)
    assert parts_asked(whole, own_terms(read, read.references), stored(twice)) == []


@pytest.mark.parametrize(
    ("question", "ground"),
    [
        ("Văn bản ban hành theo khoản 2 Điều 1 hết hiệu lực khi nào?", True),
        ("Khoản 2 Điều 1 hết hiệu lực khi nào?", False),
        ("Theo Điều 1 thì ai mở bến?", False),  # the clause itself is what is opened
    ],
)
def test_a_provision_may_be_only_the_ground_of_what_is_asked_about(question, ground):
    read = asked(question)
    assert is_ground(read, read.references[0]) is ground
