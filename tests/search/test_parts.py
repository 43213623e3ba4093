"""Questions of several parts are cut where each part asks something of its own."""

import pytest

from phapquy.search.parts import parts_of
from phapquy.search.question import Asks
from tests.invented import asked


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Ai vớt bèo ở hồ, có phải trả tiền vớt không?", ["Ai vớt bèo ở hồ", "có phải trả tiền vớt không"]),
        ("Chợ cá do ai mở? Chợ hoa thì sao?", ["Chợ cá do ai mở", "Chợ hoa thì sao"]),
        ("Thuyền nhà tôi hỏng. Ai sửa bến đò, trong bao lâu thì xong?", ["Ai sửa bến đò", "trong bao lâu thì xong"]),
    ],
)  # fmt: skip
def test_each_part_that_asks_is_one(question, parts):
    assert [part.text for part in parts_of(asked(question))] == parts


@pytest.mark.parametrize(
    "question",
    [
        "Ai mở chợ cá, chợ hoa và chợ phiên?",
        "Bèo chưa vớt, hồ chưa tát, ai phải làm?",  # what is told asks nothing
        "Chợ cá mở ở bến, đúng không?",  # a tag asks nothing of its own
        "",
    ],
)
def test_a_question_that_asks_once_has_no_parts(question):
    assert parts_of(asked(question or "chợ")) == ()


def test_a_part_is_read_like_a_question():
    _, second = parts_of(asked("Ai mở chợ cá? Ủy ban nhân dân xã có được mở chợ hoa không?"))
    assert second.asks is Asks.MAY
    assert [organ.name for organ in second.organs] == ["Ủy ban nhân dân xã"]


def test_at_most_three_parts_are_asked():
    assert len(parts_of(asked("Ai vớt bèo nhỉ? Ai tát hồ nhỉ? Ai mở chợ nhỉ? Ai thả đèn nhỉ?"))) == 3
