"""The one fact that is asked back, and the other level's part that is set beside an answer."""

from phapquy.answer.asked import Asked
from phapquy.answer.bases import of_the_other_level
from phapquy.answer.enough import content_terms
from phapquy.answer.holders import holders_of
from phapquy.answer.missing import missing_fact
from tests.invented import asked, evidence

PONDS = (
    "Điều 1. Thẩm quyền giao ao\n1. Ủy ban nhân dân cấp tỉnh giao ao đối với tổ chức.\n"
    "2. Ủy ban nhân dân cấp xã giao ao đối với cá nhân, hộ gia đình.\n"
    "Điều 2. Ao lớn\n1. Ủy ban nhân dân cấp xã giao ao đối với cá nhân.\n"
)


def wants(question):
    return Asked(asked(question), frozenset(content_terms(asked(question).text)))


def found(question, *places):
    terms = content_terms(asked(question).text)
    return [evidence(place, terms, PONDS, score=1 - 0.01 * step) for step, place in enumerate(places)]


def test_the_fact_that_two_clauses_set_against_each_other_is_asked_for_with_choices():
    question = "Ai giao ao?"
    clarify = missing_fact(wants(question), found(question, "1/1", "1/2"))
    assert clarify.choices == ("Tổ chức", "Cá nhân, hộ gia đình, cộng đồng dân cư")


def test_a_question_that_tells_the_fact_is_not_asked_back():
    question = "Ai giao ao cho hộ gia đình?"
    assert missing_fact(wants(question), found(question, "1/1", "1/2")) is None


def test_clauses_of_two_articles_are_not_set_against_each_other():
    question = "Ai giao ao?"
    assert missing_fact(wants(question), found(question, "1/1", "2/1")) is None


def test_the_other_levels_clause_on_the_same_matter_is_set_beside_the_answer():
    question = "Ai giao ao?"
    both = found(question, "1/2", "1/1")
    holding = holders_of(wants(question), both[:1])
    assert of_the_other_level(wants(question), holding, both[:1], both) is both[1]
    assert of_the_other_level(wants(question), holding, both, both) is None
