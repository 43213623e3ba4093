"""The whole way from a typed question to a verified answer, on the invented corpus."""

from datetime import date

import pytest

from phapquy.answer.model import Outcome, Role
from phapquy.assistant import KnowledgeBase
from phapquy.errors import UsageError
from phapquy.index.build import build
from tests.conftest import make_home, stand_in

DAY = date(2092, 1, 1)


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    stand_in(patch)
    settings = make_home(tmp_path_factory.mktemp("xu-dom-dom"))
    build(settings)
    yield KnowledgeBase.open(settings)
    patch.undo()


def bases(answer):
    return [one.id for one in answer.citations if one.role is Role.BASIS]


def test_who_decides_names_the_holder_its_level_and_the_clause(kb):
    answer = kb.ask("Ai quyết định thắp đèn lồng ở bến sông mùa nước cạn?", DAY)
    assert answer.outcome is Outcome.ANSWERED
    assert (answer.level, answer.holders[0].organ) == ("xa", "Hội đồng nhân dân xã")
    assert bases(answer)[0] == "luat-7-2090-qhdd/2/1"


def test_a_question_without_diacritics_gives_the_same_basis(kb):
    assert bases(kb.ask("ai quyet dinh thap den long o ben song mua nuoc can", DAY))[0] == "luat-7-2090-qhdd/2/1"


def test_a_yes_or_no_question_gets_yes_or_no_first(kb):
    yes = kb.ask("Hội đồng nhân dân xã có được quyết định trồng hàng liễu ven đường làng không?", DAY)
    no = kb.ask("Ủy ban nhân dân xã có được đặt tên thác nước và hang động không?", DAY)
    assert yes.text.startswith("Có.")
    assert no.text.startswith("Không.")
    assert no.level == "tinh"


def test_a_yes_or_no_on_another_matter_names_no_organ(kb):
    answer = kb.ask("Chủ tịch xã có được kiểm tra dầu đèn thay Ủy ban nhân dân tỉnh không?", DAY)
    named = {one.organ for one in answer.holders}
    assert named <= {"Chủ tịch Ủy ban nhân dân cấp xã"}
    other = kb.ask("Hội đồng nhân dân tỉnh có giờ thắp đèn lồng không?", DAY)
    assert other.outcome is not Outcome.ANSWERED or not other.holders


def test_every_quote_is_a_slice_of_the_stored_text(kb):
    answer = kb.ask("cấp giấy phép nuôi đom đóm trong bao lâu", DAY)
    assert answer.citations
    for one in answer.citations:
        assert one.quote in kb.source_text(one.id)
        assert kb.exists(one.id)


def test_every_statement_rests_on_a_basis(kb):
    answer = kb.ask("Ai đặt tên cho thác nước và hang động?", DAY)
    cited = set(bases(answer))
    assert answer.statements
    assert all(set(one.citations) <= cited and one.citations for one in answer.statements)
    assert answer.text == " ".join(one.text for one in answer.statements)


@pytest.mark.parametrize(
    "question",
    [
        "Giá vé tàu vũ trụ đi sao Hỏa là bao nhiêu?",
        "How do I bake sourdough bread at home?",
        "xyzzy plugh qwerty",
        "'; DROP TABLE passages; --",
        "<script>alert(1)</script>",
    ],
)
def test_what_the_corpus_does_not_cover_is_refused_without_a_basis(kb, question):
    answer = kb.ask(question, DAY)
    assert answer.outcome is Outcome.NOT_FOUND
    assert bases(answer) == []
    assert "2 văn bản" in answer.text


def test_a_share_that_no_clause_states_is_refused(kb):
    answer = kb.ask("Chặt cây đa đầu đình bị phạt bao nhiêu tiền?", DAY)
    assert (answer.outcome, answer.reason) == (Outcome.NOT_FOUND, "no-such-figure")


def test_an_exact_reference_opens_the_clause_at_once(kb):
    answer = kb.ask("điểm b khoản 2 Điều 2 Luật 7/2090", DAY)
    assert (answer.outcome, answer.reason) == (Outcome.ANSWERED, "exact-reference")
    assert bases(answer) == ["luat-7-2090-qhdd/2/2/b"]
    assert bases(kb.ask("k2 đ3 luật thung lũng", DAY)) == ["luat-7-2090-qhdd/3/2"]


def test_a_reference_to_what_does_not_exist_says_what_does(kb):
    answer = kb.ask("khoản 9 Điều 2 Luật 7/2090", DAY)
    assert (answer.outcome, answer.reason) == (Outcome.NOT_FOUND, "no-such-provision")
    assert "chỉ có khoản 1, 2" in answer.text
    assert "4 điều" in kb.ask("Điều 40 Luật 7/2090", DAY).text


def test_a_reference_to_a_document_not_held_is_refused(kb):
    assert kb.ask("Điều 3 Luật số 99/1999/QHDD", DAY).reason == "document-not-held"


def test_a_bare_article_is_asked_back_with_choices(kb):
    answer = kb.ask("điều 3 nói gì", DAY)
    assert (answer.outcome, answer.reason) == (Outcome.CLARIFY, "which-document")
    assert answer.clarify.choices == ("Điều 3 Luật Thung lũng số 7/2090/QHDD",)


def test_before_a_text_is_in_force_it_is_not_used(kb):
    question = "Chủ tịch Ủy ban nhân dân cấp xã kiểm tra dầu đèn mấy lần?"
    assert "nd-8-2090-nd-dd/1/2" in bases(kb.ask(question, DAY))
    assert "nd-8-2090-nd-dd/1/2" not in bases(kb.ask(question, date(2090, 8, 1)))


def test_a_day_before_the_first_text_finds_nothing(kb):
    assert kb.ask("Ai đặt tên cho thác nước và hang động?", date(1900, 1, 1)).outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize("bad", ["", "   ", "\u200b", "???", "a" * 100_000])
def test_a_question_that_cannot_be_read_is_a_usage_error(kb, bad):
    with pytest.raises(UsageError):
        kb.ask(bad, DAY)


def test_the_answer_as_json_keeps_the_contract(kb):
    out = kb.ask("Ai đặt tên cho thác nước và hang động?", DAY, id="q1").to_json()
    assert list(out)[:2] == ["id", "question"]
    assert {
        "understood_as", "as_of", "outcome", "reason", "level", "holders", "text", "statements", "citations", "clarify",
        "warnings", "suggestions", "snapshot", "coverage", "timings_ms",
    } <= set(out)  # fmt: skip
    assert {
        "id", "label", "quote", "role", "via", "in_force", "effective_from", "amended_by", "text_kind", "source_quality", "url",
    } <= set(out["citations"][0])  # fmt: skip
    assert out["as_of"] == "2092-01-01"


def test_the_same_question_gives_the_same_answer(kb):
    first, second = (kb.ask("Ai đặt tên cho thác nước và hang động?", DAY).to_json() for _ in range(2))
    del first["timings_ms"], second["timings_ms"]
    assert first == second


def test_the_article_view_marks_the_cited_part(kb):
    view = kb.article("luat-7-2090-qhdd/2/2/a", DAY)
    start, end = view.spans[0]
    assert view.text.startswith("Điều 2.")
    assert view.text[start:end].startswith("a) Quyết định trồng hàng liễu")
    with pytest.raises(UsageError, match="không có Điều 9"):
        kb.article("luat-7-2090-qhdd/9", DAY)
    with pytest.raises(UsageError, match="không đúng dạng"):
        kb.article("../../etc/passwd", DAY)
