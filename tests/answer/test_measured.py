"""The clause whose range holds the amount, and the number that a clause of steps gives it."""

from datetime import date
from types import SimpleNamespace

from phapquy.answer.enough import content_terms
from phapquy.answer.measured import by_amount, reckoned
from tests.invented import SLUG, FakeSnapshot, asked, evidence

DAY = date(2092, 1, 1)
LEVELS = (
    "Điều 1. Hạng bến\n1. Hạng của bến theo tổng số điểm của bến đò.\n"
    "2. Đạt từ 60 điểm đến dưới 75 điểm là hạng hai.\n3. Đạt dưới 60 điểm là hạng ba.\n"
)
STEPS = (
    "Điều 1. Đại biểu\n1. Số đại biểu của làng được tính như sau:\n"
    "a) Làng chài có từ 500 dân trở xuống được bầu 5 đại biểu; có trên 500 dân thì cứ thêm 100 dân được bầu thêm 01 đại biểu;\n"
    "b) Làng gốm có từ 900 dân trở xuống được bầu 9 đại biểu.\n"
)


class Snapshot(FakeSnapshot):
    def __init__(self, text):
        super().__init__({SLUG: text})
        self.validity = SimpleNamespace(of=lambda _: SimpleNamespace(covers=lambda _: True))
        self.amending = frozenset()


def found(place, question, text, score=1.0):
    return evidence(place, content_terms(asked(question).text), text, score=score)


def test_the_clause_whose_range_holds_the_amount_comes_first_though_it_was_not_found():
    question = "Bến đò được 68 điểm là hạng mấy?"
    first = by_amount(asked(question), [found("1/1", question, LEVELS)], Snapshot(LEVELS), DAY)[0]
    assert first.own_words.startswith("2.")


def test_a_range_that_leaves_the_amount_out_goes_back():
    question = "Bến đò được 68 điểm là hạng mấy?"
    both = [found("1/3", question, LEVELS), found("1/2", question, LEVELS, 0.97)]
    assert by_amount(asked(question), both, Snapshot(LEVELS), DAY)[0].own_words.startswith("2.")


def test_a_question_without_an_amount_leaves_the_order():
    question = "Bến đò có mấy hạng?"
    both = [found("1/3", question, LEVELS), found("1/2", question, LEVELS, 0.97)]
    assert by_amount(asked(question), both, Snapshot(LEVELS), DAY) == both


def test_the_number_is_worked_out_from_the_steps():
    question = "Làng chài có 750 dân bầu bao nhiêu đại biểu?"
    snapshot = Snapshot(STEPS)
    found_one = reckoned(asked(question), found("1/1/a", question, STEPS), snapshot, DAY)
    assert found_one.text == "Với 750 dân, tính theo quy định này được 7 đại biểu (5 + 2)."
    assert reckoned(asked("Làng có 750 dân thì ai bầu?"), found("1/1/a", question, STEPS), snapshot, DAY) is None


def test_where_the_kind_is_not_told_each_kinds_number_is():
    """As with communes of the mountains and others, Law 72/2025 Điều 30.2: one of two numbers would be a guess."""
    question = "Làng có 750 dân bầu bao nhiêu đại biểu?"
    number = reckoned(asked(question), found("1/1/a", question, STEPS), Snapshot(STEPS), DAY)
    assert number.text == "Với 750 dân, tùy trường hợp: Làng chài: 7 đại biểu (5 + 2); Làng gốm: 9 đại biểu."
    assert [str(one.identity).split("/", 1)[1] for one in number.bases] == ["1/1/a", "1/1/b"]
