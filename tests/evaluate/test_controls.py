"""Broken assistants on the invented corpus: the figures fall with what is broken, and only with that."""

from datetime import date

import pytest

from phapquy.assistant import KnowledgeBase
from phapquy.evaluate import evaluate
from phapquy.evaluate.controls import REFUSAL, commonest, run_controls
from phapquy.evaluate.dataset import Case
from phapquy.index.build import build
from tests.conftest import make_home, stand_in

DAY = date(2092, 1, 1)
NEAR_ENOUGH = 0.1
"""The stand-in's vectors of these short questions: the invented ones lie above, the senseless ones below."""
LAW, DECREE = "luat-7-2090-qhdd", "nd-8-2090-nd-dd"


def case(number, question, cite, level=None, organ=None):
    return Case(
        id=f"x-{number}",
        kind="authority" if organ else "fact",
        question=question,
        form="plain",
        outcome="answered" if cite else "not_found",
        level=level,
        organs=(organ,) if organ else (),
        cite=((cite,),) if cite else (),
    )


COUNCIL, PROVINCE = "Hội đồng nhân dân xã", "Ủy ban nhân dân tỉnh"
CASES = (
    case(1, "Ai quyết định thắp đèn lồng ở bến sông mùa nước cạn?", f"{LAW}/2/1", "xa", COUNCIL),
    case(2, "Ai quyết định trồng hàng liễu ven đường làng?", f"{LAW}/2/2/a", "xa", COUNCIL),
    case(3, "Ai đặt tên cho thác nước và hang động?", f"{LAW}/3/1", "tinh", PROVINCE),
    case(4, "Cấp giấy phép nuôi đom đóm trong bao lâu?", f"{LAW}/3/2"),
    case(5, "Đèn lồng được thắp từ mấy giờ?", f"{DECREE}/1/1"),
    case(6, "Chủ tịch nào kiểm tra dầu đèn mỗi tuần?", f"{DECREE}/1/2"),
    case(7, "Qwerty zxcvb asdfg?", None),
    case(8, "Poiuy lkjhg mnbvc?", None),
)


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    stand_in(patch)
    patch.setattr("phapquy.answer.enough.MIN_STRENGTH", NEAR_ENOUGH)
    settings = make_home(tmp_path_factory.mktemp("doi-chung"))
    build(settings)
    kb = KnowledgeBase.open(settings)
    own = evaluate(kb, CASES, DAY)
    yield own, run_controls(kb, CASES, own)
    patch.undo()


def test_the_whole_assistant_is_good_enough_to_be_broken(found):
    own, figures = found
    assert own.overall["right"] >= 0.7, [(score.case.id, score.given_outcome) for score in own.scores]
    assert next(iter(figures)) == "phapquy"


@pytest.mark.parametrize("name", ["Xếp hạng ngẫu nhiên", "Xếp hạng của câu hỏi khác"])
def test_a_broken_ranking_breaks_bases_organs_and_what_rests_on_them(found, name):
    own, broken = found[1]["phapquy"], found[1][name]
    for figure in ("right", "cited_all", "recall_khoan", "mrr_khoan@10"):
        assert broken[figure] <= own[figure] - 0.3, figure


def test_refusing_everything_is_right_as_often_as_refusing_is(found):
    refused = found[1]["Từ chối tất cả"]
    assert refused["not_found_recall"] == refused["answerable_refused"] == 1.0
    assert refused["outcome"] == refused["right"] == pytest.approx(2 / 8)
    assert refused["recall_khoan"] == 0.0


def test_one_clause_for_everything_knows_no_refusal_and_hardly_a_basis(found):
    parrot = found[1]["Luôn một điều khoản"]
    assert parrot["not_found_recall"] == parrot["answerable_refused"] == 0.0
    assert parrot["cited_all"] <= 0.34
    assert parrot["outcome"] == pytest.approx(6 / 8)


def test_without_a_threshold_bases_stay_and_refusals_go(found):
    own, sure = found[1]["phapquy"], found[1]["Không từ chối vì yếu"]
    assert sure["recall_khoan"] >= own["recall_khoan"]
    assert sure["not_found_recall"] <= own["not_found_recall"]
    assert sure["answerable_refused"] == 0.0


def test_the_commonest_answer_is_that_of_the_commonest_first_basis(answer, citation):
    rare, often = answer(citations=[citation("a/1", "x")]), answer(citations=[citation("b/1", "x")])
    assert commonest([rare, often, often]) is often
    assert commonest([answer("not_found")]) is REFUSAL
