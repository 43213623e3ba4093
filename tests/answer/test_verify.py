"""The last gate stops what does not exist and what is not verbatim."""

from dataclasses import replace
from datetime import date

import pytest

from phapquy.answer.compose import coverage
from phapquy.answer.model import Answer, Citation, Outcome, Role, Statement
from phapquy.answer.verify import verified
from phapquy.index.build import build
from phapquy.index.snapshot import Snapshot

TRUE = Citation("luat-7-2090-qhdd/3/1", "khoản 1 Điều 3", "1. Đặt tên cho thác nước và hang động.")


@pytest.fixture
def snapshot(home, encoder):
    build(home)
    return Snapshot.open(home)


def answer(snapshot, *citations):
    statements = tuple(Statement(f"Câu {n}.", (one.id,)) for n, one in enumerate(citations))
    return Answer(
        "q", "q", date(2092, 1, 1), Outcome.ANSWERED, "fact", None, (), " ".join(one.text for one in statements), statements,
        citations, None, (), (), "s", coverage(snapshot),
    )  # fmt: skip


def test_a_true_citation_passes(snapshot):
    whole = answer(snapshot, TRUE)
    assert verified(snapshot, whole) == whole


@pytest.mark.parametrize(
    "lie",
    [
        replace(TRUE, id="luat-7-2090-qhdd/99"),  # an article that does not exist
        replace(TRUE, id="luat-khong-co/1"),  # a document that does not exist
        replace(TRUE, quote="1. Đặt tên cho thác nước và mọi hang động."),  # a word put in
        replace(TRUE, id="luat-7-2090-qhdd/3/2"),  # the right words under the wrong clause
        replace(TRUE, quote=""),  # nothing quoted
        replace(TRUE, id="không phải mã"),
    ],
)
def test_a_false_citation_takes_its_statement_with_it(snapshot, lie):
    mixed = verified(snapshot, answer(snapshot, TRUE, lie))
    assert [one.id for one in mixed.citations] == [TRUE.id]
    assert all(ref == TRUE.id for one in mixed.statements for ref in one.citations)
    alone = verified(snapshot, answer(snapshot, lie))
    assert (alone.outcome, alone.reason, alone.citations) == (Outcome.NOT_FOUND, "unverified", ())


def test_a_refusal_never_carries_a_basis(snapshot):
    refused = replace(answer(snapshot, TRUE), outcome=Outcome.NOT_FOUND, statements=())
    assert verified(snapshot, refused).citations == ()
    near = replace(refused, citations=(replace(TRUE, role=Role.RELATED),))
    assert len(verified(snapshot, near).citations) == 1
