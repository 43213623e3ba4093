"""Where the words of a provision stand on a day: the changes of the table applied one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from phapquy.corpus.amendments import Amendment
from phapquy.corpus.changes import Changes
from phapquy.corpus.kinds import Extent, Operation
from phapquy.corpus.notices import short_date
from phapquy.corpus.validity import ValidityTable
from phapquy.corpus.wording import SAID, Phrase, State
from phapquy.law.provision import Document, ProvisionId
from phapquy.law.quoted import QuotedPart

_REPEALS = frozenset({Operation.HET_HIEU_LUC, Operation.BAI_BO, Operation.NGUNG})


@dataclass(frozen=True, slots=True)
class Source:
    """Where the words of a provision are at some moment; without ``row`` it is the stored text itself."""

    clause: ProvisionId
    part: QuotedPart
    row: Amendment | None = None
    digest: bool = False

    @property
    def since(self) -> date | None:
        """The day the words began, if an amendment gave them."""
        return self.row.effective if self.row else None


@dataclass(slots=True)
class Report:
    """What is collected while a wording is put together."""

    by: list[tuple[date, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    ended: list[tuple[ProvisionId, date, tuple[str, ...]]] = field(default_factory=list)
    exact: bool = True

    def warn(self, text: str) -> None:
        """Say that something could not be applied."""
        self.exact = False
        self.warnings.append(text)

    def all_notes(self) -> tuple[str, ...]:
        """The notes, with one line for all that one clause ended on one day."""
        grouped: dict[tuple[date, tuple[str, ...]], list[str]] = {}
        for identity, day, by in self.ended:
            grouped.setdefault((day, by), []).append("/".join(identity.parts))
        lines = [
            f"Đã hết hiệu lực từ {short_date(day)} theo {', '.join(by) or 'văn bản chưa rõ'}: {', '.join(parts)}."
            for (day, by), parts in grouped.items()
        ]
        return tuple(dict.fromkeys([*self.notes, *lines]))


class Sources:
    """Finds the words of provisions; says in a report what could not be applied."""

    def __init__(self, documents: Mapping[str, Document], validity: ValidityTable, changes: Changes) -> None:
        self._documents = documents
        self._validity = validity
        self._changes = changes

    def find(self, provision: ProvisionId, day: date, report: Report) -> tuple[State, Source | None]:
        """Return whether a provision is in force on a day, and where its words stand if it is."""
        rows = [row for row in self._validity.amendments_of(provision) if row.effective and row.effective <= day]
        state, source = self._applied(provision, rows, report)
        return self._checked(provision, day, state, source, report)

    def _applied(self, provision: ProvisionId, rows: list[Amendment], report: Report) -> tuple[State, Source | None]:
        """Apply the changes of a provision one after the other."""
        source = self._stored(provision)
        state = State.IN_FORCE if source else State.UNKNOWN
        for row in rows:
            if row.operation in _REPEALS and row.ends_target:
                state, source = State.ENDED, None
            elif row.extent is Extent.TOAN_BO and row.operation is not Operation.NONE:
                found = self._reworded(provision, row, report)
                if found is None:
                    continue
                if source and source.since == found.since:
                    self._compare(provision, source, found, report)
                state, source = State.IN_FORCE, found
        return state, source

    def _checked(
        self, provision: ProvisionId, day: date, state: State, source: Source | None, report: Report
    ) -> tuple[State, Source | None]:
        """Compare with the validity of the provision, its document, and the clause that holds the words."""
        span = self._validity.of(provision)
        if source is None:
            inserted = any(row.inserts_target for row in self._validity.amendments_of(provision))
            waiting = state is State.UNKNOWN and inserted and span.start is not None and day < span.start
            return (State.NOT_YET if waiting else state), None
        if source.row is None:
            if span.start and day < span.start:
                return State.NOT_YET, None
            over = span.end is not None and span.end <= day and not self._stands(provision, day)
            return (State.ENDED, None) if over else (state, source)
        report.by.append((source.since or date.min, str(source.clause)))
        whole, holder = self._validity.of(ProvisionId(provision.slug)), self._validity.of(source.clause)
        if whole.end and whole.end <= day:
            return State.ENDED, None
        if holder.end and holder.end <= day:
            by = ", ".join(holder.ended_by) or "không rõ theo văn bản nào"
            report.warn(
                f"{source.clause}, nơi đặt ra lời văn này, đã hết hiệu lực từ {short_date(holder.end)} ({by}); "
                "lời văn trước đó không tự sống lại."
            )
            report.by.extend((holder.end, name) for name in holder.ended_by)
            return State.ENDED, None
        again = (row for row in self._validity.amendments_of(source.clause) if row.rewords)
        if any(row.effective and row.effective <= day for row in again):
            report.warn(f"{source.clause} lại đã được sửa đổi; hãy xem chính điều khoản đó.")
        return state, source

    def _stands(self, provision: ProvisionId, day: date) -> bool:
        """Whether only changes that could not be applied ended the stored wording; it then stands, with a warning."""
        rows = self._validity.amendments_of(provision)
        ended = [row for row in rows if row.ends_target and row.effective and row.effective <= day]
        whole = self._validity.of(ProvisionId(provision.slug)).end
        return bool(ended) and not any(row.operation in _REPEALS for row in ended) and not (whole and whole <= day)

    def _stored(self, provision: ProvisionId) -> Source | None:
        document = self._documents.get(provision.slug)
        node = document.provisions.get(provision) if document else None
        if node is None:
            return None
        return Source(provision, QuotedPart((None, None, None), (node.start, node.end), (node.start, node.own_end)))

    def _reworded(self, provision: ProvisionId, row: Amendment, report: Report) -> Source | None:
        """Find the new words of a provision; None, with a warning, where they are not held or not read."""
        target = next((one for one in row.targets if provision.within(one)), provision)
        said = SAID[row.operation]
        if not row.rewords:
            digest = next((one for clause in row.by_provisions if (one := self._stored(clause))), None)
            if digest is None:
                report.warn(f"{provision}: đã {said} theo {row.by}, kho không có lời văn mới; đây là lời văn cũ.")
                return None
            report.exact = False
            report.notes.append(f"{provision}: {said} theo {row.by}; kho chỉ có bản tóm lược của lời văn mới.")
            return replace(digest, row=row, digest=True)
        for clause in row.by_provisions:
            found = self._changes.find(clause, target, provision)
            if found:
                if found.written:
                    written = ", ".join(map("/".join, found.written))
                    report.warnings.append(
                        f"{clause} ghi nơi sửa là {written}; bảng sửa đổi xác định là {'/'.join(target.parts)}."
                    )
                return Source(found.clause, found.part, row)
        report.warn(f"{provision}: không áp dụng được {', '.join(row.sources)} ({said}); lời văn cũ được giữ nguyên.")
        return None

    def _compare(self, provision: ProvisionId, old: Source, new: Source, report: Report) -> None:
        words = [self._documents[one.clause.slug].text[slice(*one.part.span)].split() for one in (old, new)]
        if words[0] != words[1]:
            report.warn(f"{provision}: hai lần sửa trong cùng một ngày ({old.clause}, {new.clause}); theo lần sau.")
