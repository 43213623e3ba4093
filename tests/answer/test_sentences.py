"""What an answer quotes: decisive sentences, lists with their points, points under their lead-in; and forbidden acts."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

from phapquy.answer.enough import content_terms
from phapquy.answer.sentences import quote_sentence, quoting, with_lists
from phapquy.answer.transition import without_transition
from phapquy.answer.yesno import forbidden
from phapquy.corpus.kinds import TextKind
from tests.invented import asked, evidence

DAY = date(2092, 1, 1)
SNAPSHOT = SimpleNamespace(
    validity=SimpleNamespace(of=lambda _: SimpleNamespace(end=None, start=None)),
    entry=lambda _: SimpleNamespace(text_kind=TextKind.VERBATIM),
)
LIST = (
    "Điều 1. Việc ở bến\n1. Người lái đò không được làm các việc sau đây:\n"
    "a) Chở quá số khách;\nb) Bỏ bến khi có khách, trừ khi nước dữ.\n"
)


def found(place, question, text=LIST):
    one = evidence(place, content_terms(asked(question).text), text)
    return replace(one, entry=SimpleNamespace(text_kind=TextKind.VERBATIM, cite_as="Luật Bến đò"))


def test_a_list_is_quoted_with_its_points():
    question = "Người lái đò không được làm những việc gì?"
    (one,) = with_lists([found("1/1", question)])
    said = quoting([one], asked(question), SNAPSHOT, DAY)
    assert "quá số khách" in said[0].text
    assert "nước dữ" in said[0].text


def test_a_point_is_told_under_its_lead_in_with_its_exception():
    question = "Người lái đò bỏ bến có đúng không?"
    said = quote_sentence(found("1/1/b", question), asked(question), SNAPSHOT, DAY)
    assert "Người lái đò không được làm các việc sau đây" in said
    assert "trừ khi nước dữ" in said


def test_points_of_a_basis_are_told_in_its_sentence_once():
    question = "Người lái đò không được làm gì?"
    said = quoting([found("1/1", question), found("1/1/a", question)], asked(question), SNAPSHOT, DAY)
    assert len(said) == 1
    assert len(said[0].citations) == 2


def test_of_a_long_clause_the_sentence_with_the_figure_asked_for_is_quoted():
    filler = " ".join(f"Người lái đò số {n} xếp hàng ở bến đò theo thứ tự đã ghi trong sổ của bến." for n in range(14))
    text = f"Điều 1. Bến đò\n1. {filler} Thời hạn cấp phép là 09 ngày.\n"
    question = "Cấp phép lái đò trong mấy ngày?"
    said = quote_sentence(found("1/1", question, text), asked(question), SNAPSHOT, DAY)
    assert "09 ngày" in said
    assert len(said) < 900


def test_what_stands_in_a_list_of_forbidden_acts_is_said_not_to_be_allowed():
    question = "Người lái đò có được chở quá số khách không?"
    assert forbidden(asked(question), found("1/1/a", question)) == "Không. Đây là việc không được làm."
    wrong = "Người lái đò chở quá số khách có sai không?"
    assert forbidden(asked(wrong), found("1/1/a", wrong)) == "Đây là việc không được làm."
    assert forbidden(asked("Ai phạt người lái đò?"), found("1/1/a", question)) == ""


def test_a_clause_of_transition_goes_back_where_no_time_is_spoken_of():
    text = "Điều 1. Điều khoản chuyển tiếp\n1. Phép đò đã nộp do xã cấp.\nĐiều 2. Phép đò\n1. Phép đò do tỉnh cấp.\n"
    question = "Ai cấp phép đò?"
    both = [found("1/1", question, text), found("2/1", question, text).scored(0.95)]
    assert without_transition(asked(question), both)[0].identity.dieu == "2"
    late = "Phép đò nộp trước khi luật có hiệu lực thì ai cấp?"
    assert without_transition(asked(late), both)[0].identity.dieu == "1"
