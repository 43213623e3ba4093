"""The wording in force on a day: the stored text with the amendments of the table applied.

Which clause changed what, and from when, is the table's word (``ValidityTable``); where the new words stand
in the amending text is read from the text (``law.amending``). The rules, on top of those of ``validity``:

- The newest change by the day decides; of two on one day the later row of the table, with a warning if their
  words differ. A change of a clause replaces all earlier changes of what stands inside it.
- What a clause gave anew ends when that clause is itself repealed; the wording before it does not come back
  to life by itself, and a warning says so.
- An amending clause that has been reworded itself is not followed: its words are shown, with a warning. Nothing
  is ever followed twice, so rows that point at each other end like any others.
- A change that cannot be read out of the text is reported, and the wording before it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from phapquy.corpus.amendments import Amendment
from phapquy.corpus.changes import Changes
from phapquy.corpus.kinds import Extent, HaveText
from phapquy.corpus.notices import short_date
from phapquy.corpus.rewording import Report, Source, Sources
from phapquy.corpus.validity import ValidityTable
from phapquy.corpus.wording import SAID, Phrase, Piece, Stage, State, Wording
from phapquy.law.amending import PHRASES
from phapquy.law.provision import Document, ProvisionId
from phapquy.law.quoted import QuotedPart, quoted_parts
from phapquy.law.structure import DIEM_ORDER


def wording_at(
    provision: ProvisionId, day: date, documents: Mapping[str, Document], validity: ValidityTable
) -> Wording:
    """Return the wording of a provision in force on ``day``, with its history.

    Args:
        provision: a stored provision or one that an amendment inserted; a bare slug is not consolidated.
        day: the day asked about.
        documents: the stored documents by slug.
        validity: who changed what, and from when.
    """
    return Consolidator(documents, validity).wording(provision, day)


class Consolidator:
    """Puts wordings together; keeps what it has read of the amending clauses."""

    def __init__(self, documents: Mapping[str, Document], validity: ValidityTable) -> None:
        self._documents = documents
        self._validity = validity
        self._changes = Changes(documents, validity)
        self._sources = Sources(documents, validity, self._changes)

    def wording(self, provision: ProvisionId, day: date) -> Wording:
        """Return the wording on a day, with its history."""
        days = self._days(provision)
        ends = [*days, None]
        stages = [self._stage(provision, since, ends[place]) for place, since in enumerate([None, *days])]
        return replace(self.at(provision, day), history=_merged(stages))

    def at(self, provision: ProvisionId, day: date) -> Wording:
        """Return the wording on a day without its history."""
        report = Report()
        state, pieces = self._compose(provision, day, report)
        if state is State.ENDED:
            span = self._validity.of(provision)
            report.by.extend((span.end or date.min, name) for name in span.ended_by if span.end and span.end <= day)
        report.by.extend((end, name) for _, end, names in report.ended for name in names)
        return Wording(
            provision=provision,
            day=day,
            state=state,
            pieces=tuple(pieces),
            exact=report.exact and bool(pieces),
            amended_by=tuple(dict.fromkeys(name for _, name in sorted(report.by, key=lambda one: one[0]))),
            phrases=tuple(report.phrases),
            notes=report.all_notes(),
            warnings=tuple(dict.fromkeys(report.warnings)),
        )

    def changed(self, slug: str) -> frozenset[ProvisionId]:
        """Return the provisions of a document that amendments touch themselves, inserted ones included."""
        phrases = (ProvisionId(slug, parts) for one, _ in self._changes.phrases(slug) for parts in one.targets)
        return frozenset(one for one in (*self._changes.by_target(slug), *phrases) if one.parts)

    def phrases(self, slug: str) -> tuple[Phrase, ...]:
        """Return the phrases that later clauses replaced in a document, each at its place, found there or not."""
        return tuple(
            Phrase(ProvisionId(slug, parts), order.clause, since, *(order.phrase or ("", "")), order.act.value, True)
            for order, since in self._changes.phrases(slug)
            for parts in order.targets
        )

    # -- which words --------------------------------------------------------------------------------------

    def _compose(self, provision: ProvisionId, day: date, report: Report) -> tuple[State, list[Piece]]:
        """Find the words of a provision and of all below it."""
        state, source = self._sources.find(provision, day, report)
        rows = [row for row in self._validity.amendments_of(provision) if row.effective and row.effective <= day]
        repealed = max((row.effective for row in rows if row.effective and row.ends_target), default=None)
        self._note_partial(provision, rows, source.since if source else repealed, report)
        return (state, self._pieces(provision, source, day, report)) if source else (state, [])

    # -- what stands below --------------------------------------------------------------------------------

    def _pieces(self, provision: ProvisionId, source: Source, day: date, report: Report) -> list[Piece]:
        """Cut the provision's own words and those of its clauses on that day; one piece if nothing below changed."""
        by = source.clause if source.row else None
        later = self._changes.below(provision, source.since, day)
        self._add_phrases(provision, source, day, report, whole=not later)
        if not later:
            return [Piece(provision, source.clause, source.part.span, by)]
        children = self._children(provision, source)
        depth = len(provision.parts) + 1
        inserted = {ProvisionId(one.slug, one.parts[:depth]) for one in later}
        pieces = [Piece(provision, source.clause, source.part.own, by)]
        for child in sorted({*children, *inserted}, key=lambda one: number_order(one.parts[-1])):
            if child in children and not any(one.within(child) for one in later):
                at = source if source.row else replace(source, clause=child)
                pieces.append(Piece(child, at.clause, children[child].span, by))
                self._add_phrases(child, replace(at, part=children[child]), day, report, whole=True)
                continue
            state, found = self._compose(child, day, report)
            pieces.extend(found)
            span = self._validity.of(child)
            if state is State.ENDED and span.end:
                report.ended.append((child, span.end, span.ended_by))
        return pieces

    def _children(self, provision: ProvisionId, source: Source) -> dict[ProvisionId, QuotedPart]:
        document = self._documents[source.clause.slug]
        if source.row is None or source.digest:
            nodes = document.provisions[source.clause].children
            spans = {node.id: ((node.start, node.end), (node.start, node.own_end)) for node in nodes if node.id}
            return {identity: QuotedPart((None, None, None), *both) for identity, both in spans.items()}
        depth = len(provision.parts)
        found: dict[ProvisionId, QuotedPart] = {}
        for part in quoted_parts(document.text, source.part.span):
            number = part.place[depth] if depth < len(part.place) else None
            if number is not None and not any(part.place[depth + 1 :]):
                found.setdefault(provision.child(number), part)
        return found

    def _note_partial(self, provision: ProvisionId, rows: list[Amendment], since: date | None, report: Report) -> None:
        """Tell of changes to a part: a formula, a paragraph, or words that are known only in substance."""
        for row in rows:
            if row.extent is not Extent.MOT_PHAN or (since and row.effective and row.effective <= since):
                continue
            held = row.have_text is HaveText.CO
            if held and any(one.act in PHRASES for clause in row.by_provisions for one in self._changes.orders(clause)):
                continue
            report.exact = False
            where = provision if provision in row.targets or not row.targets else row.targets[0]
            when = f" từ {short_date(row.effective)}" if row.effective else ""
            report.notes.append(
                f"{where}: một phần đã {SAID[row.operation]} theo "
                f"{', '.join(row.sources)}{when}; {'lời văn mới ở đó' if held else 'kho không có nguyên văn phần này'}."
            )
            report.by.extend((row.effective or date.min, name) for name in row.sources)

    def _add_phrases(self, provision: ProvisionId, source: Source, day: date, report: Report, *, whole: bool) -> None:
        """Note the phrases replaced in the words of ``source``; the stored text stays as it is."""
        text = self._documents[source.clause.slug].text
        words = " ".join(text[slice(*(source.part.span if whole else source.part.own))].split())
        for order, since in self._changes.phrases(provision.slug):
            if since > day or (source.since and since <= source.since):
                continue
            if not self._validity.of(order.clause).covers(day):
                continue
            for parts in order.targets:
                target = ProvisionId(provision.slug, parts)
                old, new = order.phrase or ("", "")
                found = not old or " ".join(old.split()) in words
                inside = whole and target.within(provision)
                if target == provision or (found and (inside or provision.within(target))):
                    phrase = Phrase(target, order.clause, since, old, new, order.act.value, found)
                    if phrase not in report.phrases:
                        _tell(phrase, report)

    # -- history ------------------------------------------------------------------------------------------

    def _days(self, provision: ProvisionId) -> list[date]:
        """The days on which something changes, the end of an amending clause included."""
        rows = self._changes.touching(provision)
        days = {row.effective for row in rows} | {self._validity.of(provision).end}
        days |= {self._validity.of(clause).end for row in rows if row.rewords for clause in row.by_provisions}
        days |= {since for _, since in self._changes.phrases_on(provision)}
        return sorted(day for day in days if day)

    def _stage(self, provision: ProvisionId, since: date | None, until: date | None) -> Stage:
        first = since or self._validity.of(provision).start
        day = first if first and (until is None or first < until) else (until - timedelta(1) if until else date.max)
        wording = self.at(provision, day)
        rows = [row for row in self._changes.touching(provision) if since and row.effective == since]
        phrases = [order for order, day in self._changes.phrases_on(provision) if day == since]
        named = [name for row in rows for name in row.sources] + [str(order.clause) for order in phrases]
        acts = [SAID[row.operation] for row in rows] + [order.act.value for order in phrases]
        by, said = tuple(dict.fromkeys(named)), ", ".join(dict.fromkeys(acts))
        said = said or (State.ENDED.value if wording.state is State.ENDED else "ban đầu")
        by = by or (wording.amended_by[-1:] if wording.state is State.ENDED else ())
        return Stage(wording.quote_from or provision, first, until, by, said, wording.state, wording.pieces)


def _tell(phrase: Phrase, report: Report) -> None:
    report.phrases.append(phrase)
    report.by.append((phrase.since or date.min, str(phrase.by)))
    report.exact = False
    if phrase.found:
        report.notes.append(f"{phrase.provision}: {phrase}.")
    else:
        report.warnings.append(f"{phrase.provision}: không thấy cụm từ “{phrase.old}” mà {phrase.by} nói tới.")


def _merged(stages: list[Stage]) -> tuple[Stage, ...]:
    """Leave out stages before there was anything, and join those that changed nothing."""
    out: list[Stage] = []
    for stage in stages:
        if not out and stage.state in {State.NOT_YET, State.UNKNOWN}:
            continue
        same = bool(out) and out[-1].state is stage.state and out[-1].pieces == stage.pieces
        if same and (not stage.by or stage.state is State.ENDED):
            out[-1] = replace(out[-1], end=stage.end)
        else:
            out.append(stage)
    return tuple(out)


def number_order(number: str) -> tuple[int, int, int, str]:
    """Return the place of a number among its like: 2 < 2a < 3; d < đ < e; g < g1 < h."""
    digits = "".join(letter for letter in number if letter.isdigit())
    if number[:1].isdigit():
        return (0, int(digits), DIEM_ORDER.find(number[-1:]) + 1, number)
    return (1, DIEM_ORDER.find(number[:1]), int(digits or 0), number)
