"""A document clause by clause in the words of a day.

The stored text is shown as it stands. Where an amendment gave a clause anew, the new words stand in its place and
the old ones beside them; what an amendment inserted stands where its number belongs; what has ended is shown as ended.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from phapquy.corpus.consolidate import number_order
from phapquy.corpus.kinds import TextKind
from phapquy.corpus.wording import Piece, Stage, State, Wording
from phapquy.index.readings import plain_words
from phapquy.index.snapshot import Snapshot
from phapquy.index.stored import consolidator
from phapquy.law.provision import Document, Kind, Provision, ProvisionId
from phapquy.law.quoted import Place, quoted_parts
from phapquy.law.validity import Validity
from phapquy.reading.links import Links
from phapquy.reading.model import Clause, Line, OtherWording

_BY_DEPTH = {1: Kind.DIEU, 2: Kind.KHOAN, 3: Kind.DIEM}
_ENDED_BELOW = "Đã hết hiệu lực từ"
"""How a wording begins to tell of the clauses below it that have ended; each of them says so itself."""
HEADED = frozenset({Kind.PHAN, Kind.CHUONG, Kind.MUC, Kind.TIEU_MUC, Kind.DIEU, Kind.PHU_LUC})
"""Kinds whose first line is a heading."""


class Clauses:
    """The clauses of one document on one day."""

    def __init__(self, snapshot: Snapshot, links: Links, document: Document, day: date) -> None:
        self._snapshot = snapshot
        self._links = links
        self._document = document
        self._day = day
        self._wordings = consolidator(snapshot)
        self._changed = self._wordings.changed(document.slug)
        self._plain = plain_words(snapshot)
        self._doubts: dict[str, tuple[str, ...]] = {}
        for doubt in snapshot.entry(document.slug).doubts:
            self._doubts[doubt.provision] = (*self._doubts.get(doubt.provision, ()), doubt.note)
        self._new: dict[ProvisionId, list[ProvisionId]] = {}
        for identity in self._changed:
            if identity not in document.provisions and identity.parent is not None:
                self._new.setdefault(identity.parent, []).append(identity)

    def __iter__(self) -> Iterator[Clause]:
        """Yield every clause, headings of parts and chapters included, in reading order."""
        pending = sorted(self._new.get(ProvisionId(self._document.slug), ()), key=_number)
        for node in self._document.nodes:
            yield from self._node(node, pending, ended=False)
        yield from self._inserted_before(None, pending)

    def place(self, identity: ProvisionId) -> ProvisionId:
        """Return the clause under whose id a provision is read: itself, or the one above it that was given anew."""
        above = [ProvisionId(identity.slug, identity.parts[:n]) for n in range(1, len(identity.parts))]
        for one in above:
            if one in self._changed and one in self._document.provisions:
                wording = self._wordings.wording(one, self._day)
                if wording.pieces and wording.pieces[0].source != one:
                    return identity if any(clause.id == identity for clause in self._reworded(wording)) else one
        return identity

    # -- one node -----------------------------------------------------------------------------------------

    def _node(self, node: Provision, pending: list[ProvisionId], *, ended: bool) -> Iterator[Clause]:
        """Yield a node and what stands below it; ``pending`` are inserted articles that still wait for their place."""
        if node.kind is Kind.DIEU:
            yield from self._inserted_before(node, pending)
        if node.id is None:
            yield self._stored(node)
            for child in node.children:
                yield from self._node(child, pending, ended=ended)
            return
        wording = self._wordings.wording(node.id, self._day) if node.id in self._changed and not ended else None
        if wording and wording.pieces and wording.pieces[0].source != node.id:
            yield from self._reworded(wording)
            return
        clause = self._stored(node, wording)
        yield clause
        gone = ended or clause.state is State.ENDED
        waiting = [] if gone else sorted(self._new.get(node.id, ()), key=_number)
        for child in node.children:
            yield from self._inserted_before(child, waiting)
            yield from self._node(child, pending, ended=gone)
        yield from self._inserted_before(None, waiting)

    def _inserted_before(self, node: Provision | None, waiting: list[ProvisionId]) -> Iterator[Clause]:
        """Yield the inserted clauses whose number comes before a node's; all that are left before nothing."""
        while waiting and (node is None or (node.id and _number(waiting[0]) < _number(node.id))):
            identity = waiting.pop(0)
            wording = self._wordings.wording(identity, self._day)
            if wording.pieces:
                yield from self._reworded(wording, inserted=True)
            elif others := self._others(wording):
                yield self._described(_BY_DEPTH[len(identity.parts)], identity, wording, others, inserted=True)

    # -- clauses ------------------------------------------------------------------------------------------

    def _stored(self, node: Provision, wording: Wording | None = None) -> Clause:
        """A node in the words of the document itself."""
        heading, start = self._heading(node)
        lines = self._links.lines(self._document, start, node.own_end)
        if node.id is None:
            return Clause(node.kind, heading=heading, mark=container_mark(node), lines=lines)
        validity = self._snapshot.validity.of(node.id)
        clause = Clause(
            node.kind, node.id, heading, lines=lines, state=_state(validity, self._day), validity=validity,
            plain=self._plain.get(str(node.id), ""), doubts=self._doubts.get(str(node.id), ()),
        )  # fmt: skip
        if clause.state is State.ENDED:
            clause = replace(clause, changed_by=validity.ended_by)
        if wording is None:
            return clause
        notes = self._own_notes(wording, node)
        others = tuple(one for one in self._others(wording) if _is_whole(one, wording))
        return replace(clause, changed_by=wording.amended_by or clause.changed_by, notes=notes, others=others)

    def _own_notes(self, wording: Wording, node: Provision) -> tuple[str, ...]:
        """What is told of the clause itself: the clauses below it tell their own, and its id need not be repeated."""
        found = []
        for note in (*wording.notes, *wording.warnings):
            place, _, words = note.partition(": ")
            below = place != str(node.id) and place.startswith(f"{node.id}/")
            if not (below or (node.children and note.startswith(_ENDED_BELOW))):
                found.append(words if place == str(node.id) else note)
        return tuple(found)

    def _heading(self, node: Provision) -> tuple[str, int]:
        """The heading on one line, and where the words after it begin."""
        if node.kind not in HEADED:
            return "", node.start
        text, first = self._document.text, node.heading[1] if node.heading else node.start
        end = _line_end(text, first, node.own_end)
        return " ".join(text[node.start : end].split()), end

    def _reworded(self, wording: Wording, *, inserted: bool = False) -> Iterator[Clause]:
        """The clauses of a wording that stands in another text; the first one tells of the change."""
        kind = _BY_DEPTH[len(wording.provision.parts)]
        head = self._described(kind, wording.provision, wording, self._others(wording), inserted=inserted)
        head = replace(head, notes=tuple(note.removeprefix(f"{wording.provision}: ") for note in head.notes))
        for number, clause in enumerate(one for piece in wording.pieces for one in self._piece(piece)):
            if number == 0:
                yield replace(
                    head,
                    heading=clause.heading,
                    lines=clause.lines,
                    source=clause.source,
                    digest=clause.digest,
                    doubts=clause.doubts,
                )
            else:
                yield clause

    def _described(
        self, kind: Kind, identity: ProvisionId, wording: Wording, others: tuple[OtherWording, ...], *, inserted: bool
    ) -> Clause:
        """A clause without its words, with all that is told about them."""
        now = next((one for one in wording.history if _holds(one, self._day) and one.pieces), None)
        validity = Validity(now.start, now.end) if now else self._snapshot.validity.of(identity)
        return Clause(
            kind, identity, state=wording.state, validity=validity, changed_by=wording.amended_by, inserted=inserted,
            others=others, notes=(*wording.notes, *wording.warnings),
        )  # fmt: skip

    def _piece(self, piece: Piece) -> Iterator[Clause]:
        """The clauses of a piece of wording, each with its own id."""
        document = self._snapshot.document(piece.source.slug)
        if document is None:
            return
        digest = self._snapshot.entry(document.slug).text_kind is TextKind.DIGEST
        parts = () if digest else quoted_parts(document.text, piece.span)
        spans = [(_filled(part.place, piece.provision), part.own) for part in parts]
        if not spans or document.text[piece.span[0] : spans[0][1][0]].strip():
            first = spans[0][1][0] if spans else piece.span[1]
            spans.insert(0, (piece.provision, (piece.span[0], first)))
        for identity, (start, end) in spans:
            kind = _BY_DEPTH[len(identity.parts)]
            heading, begin = "", start
            if kind is Kind.DIEU and not digest:
                begin = _line_end(document.text, start, end)
                heading = " ".join(document.text[start:begin].split())
            source = piece.source if piece.source.slug != self._document.slug else None
            yield Clause(
                kind, identity, heading, lines=self._links.lines(document, begin, end), source=source, digest=digest,
                doubts=self._snapshot.validity.doubts_at(piece.source),
            )  # fmt: skip

    # -- other wordings -----------------------------------------------------------------------------------

    def _others(self, wording: Wording) -> tuple[OtherWording, ...]:
        """The wordings of other days, oldest first."""
        return tuple(
            OtherWording(stage.start, stage.end, stage.operation, stage.by, self._words(stage))
            for stage in wording.history
            if not _holds(stage, self._day) and stage.pieces != wording.pieces
        )

    def _words(self, stage: Stage) -> tuple[Line, ...]:
        found: list[Line] = []
        for piece in stage.pieces:
            document = self._snapshot.document(piece.source.slug)
            found += self._links.lines(document, *piece.span) if document else ()
        return tuple(found)


def _line_end(text: str, start: int, end: int) -> int:
    """Where the line of ``start`` ends, at the latest at ``end``."""
    found = text.find("\n", start, end)
    return end if found < 0 else found


def container_mark(node: Provision) -> str:
    """Return the id on the page of a part, chapter or other node without a provision id."""
    return f"p{node.start}"


def _state(validity: Validity, day: date) -> State:
    if validity.covers(day):
        return State.IN_FORCE
    return State.ENDED if validity.end and validity.end <= day else State.NOT_YET


def _holds(stage: Stage, day: date) -> bool:
    return (stage.start is None or stage.start <= day) and (stage.end is None or day < stage.end)


def _is_whole(one: OtherWording, wording: Wording) -> bool:
    """Whether another wording is of the whole clause, and not only of what stands below it."""
    stage = next(stage for stage in wording.history if (stage.start, stage.end) == (one.start, one.end))
    return not stage.pieces or stage.pieces[0].source != wording.provision


def _filled(place: Place, provision: ProvisionId) -> ProvisionId:
    """The id of a quoted part: what its quotation does not say stands in the id of the whole."""
    deepest = max(i for i, number in enumerate(place) if number is not None)
    known = (*provision.parts, None, None, None)
    parts = [place[i] if place[i] is not None else known[i] for i in range(deepest + 1)]
    return ProvisionId(provision.slug, tuple(part for part in parts if part is not None))


def _number(identity: ProvisionId) -> tuple[int, int, int, str]:
    return number_order(identity.parts[-1])
