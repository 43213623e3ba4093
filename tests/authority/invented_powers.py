"""Powers read from an invented article: what the tests of the grammar share."""

from __future__ import annotations

from phapquy.authority.clauses import stored_clauses
from phapquy.authority.reading import Reader
from tests.invented import FakeSnapshot


class Always:
    """Everything is in force."""

    amended = frozenset()
    amendments = ()

    def of(self, provision):
        return _Span()


class _Span:
    start = end = None

    def covers(self, day):
        return True


def read(text, slug="nd-9-2090-nd-cp"):
    snapshot = FakeSnapshot({slug: text})
    snapshot.validity = Always()
    document = snapshot.document(slug)
    reader = Reader(snapshot, None)
    return [one for clause in stored_clauses(document) for one in reader.read(clause, document.text)], document.text


def rows(text):
    return [(one.holder.name, one.act, one.task) for one in read(text)[0]]


def article(body, heading="Thả diều"):
    return f"NGHỊ ĐỊNH\nVỀ DIỀU\nĐiều 1. {heading}\n{body}\n"
