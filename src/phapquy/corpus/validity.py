"""From when to when each provision is in force, worked out from the manifest and the table of amendments.

The rules, decided on real rows and on the wording of the amending clauses (notably Decree 309/2026 on 118,
Decree 300/2026 on 170, Decrees 226/2025 and 49/2026 on the land decrees):

- ``het-hieu-luc``, ``bai-bo`` and ``ngung`` with extent ``toan-bo`` end the target on the row's date, and with
  it every provision inside it. A target that is the bare slug ends the whole document.
- ``sua-doi`` with extent ``toan-bo``: the amending clause quotes the whole new khoản, điểm or Điều
  (``3. …`` for khoản 3 of Điều 10) and the corpus holds it, so the *old wording* ends that day; the new one is
  found at the amending clause, which ``wording_of`` names.
- ``sua-doi`` with extent ``mot-phan`` (only a formula or a phrase is given, or the wording is not in the
  corpus): the provision stays in force and lists ``amended_by``.
- ``thay-the`` in these texts always replaces *phrases* or forms, never a whole clause, so its extent is
  ``mot-phan`` and ends nothing; with extent ``toan-bo`` it would end its target like a repeal.
- ``bo-sung`` ends nothing. With extent ``toan-bo`` the target is a new id that begins on the row's date and
  lives at the amending clause; with ``mot-phan`` something was added to a provision that existed.
- ``uu-tien`` (a rule of precedence) and rows without an operation change nothing. The latter record exceptions
  ("except điểm i khoản 1"): such a provision stays in force unless a row names it or something above it.
- An amending clause whose every target has since been replaced or ended by a later row ends with them.

Of the starts of a provision and of all that stands above it the nearest counts (a clause may begin before or
after its document); of the ends the earliest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from phapquy.corpus import notices
from phapquy.corpus.amendments import Amendment
from phapquy.corpus.kinds import Extent, Operation
from phapquy.corpus.manifest import Manifest
from phapquy.law.provision import ProvisionId
from phapquy.law.validity import Validity

_End = tuple[date, tuple[str, ...]]


class ValidityTable:
    """Answers, for any provision id, from when to when it is in force and who changed it."""

    def __init__(self, manifest: Manifest, amendments: Iterable[Amendment]) -> None:
        self._manifest = manifest
        self._amendments = tuple(amendments)
        self._starts: dict[ProvisionId, date] = {}
        self._ends: defaultdict[ProvisionId, list[_End]] = defaultdict(list)
        self._amended: defaultdict[ProvisionId, list[Amendment]] = defaultdict(list)
        self._made_by: defaultdict[ProvisionId, list[Amendment]] = defaultdict(list)
        self._read_manifest()
        self._read_amendments()
        self._start_insertions()
        self._end_superseded_clauses()

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """The rows of the table of amendments."""
        return self._amendments

    def _read_manifest(self) -> None:
        for entry in self._manifest.document:
            whole = ProvisionId(entry.slug)
            if entry.effective:
                self._starts[whole] = entry.effective
            if entry.expires:
                self._ends[whole].append((entry.expires, entry.replaced_by))
            for fact in entry.validity:
                provision = ProvisionId.parse(fact.provision)
                if fact.start:
                    self._starts[provision] = fact.start
                if fact.end:
                    self._ends[provision].append((fact.end, (fact.by,)))

    def _read_amendments(self) -> None:
        for row in self._amendments:
            for clause in row.by_provisions:
                self._made_by[clause].append(row)
            for target in row.targets:
                if row.operation is not Operation.NONE and row.extent is not Extent.UU_TIEN:
                    self._amended[target].append(row)
                if row.ends_target and row.effective:
                    self._ends[target].append((row.effective, row.sources))

    def _start_insertions(self) -> None:
        """Begin each inserted id on its day, unless it had been there before and was repealed by then."""
        for row in self._amendments:
            for target in row.targets if row.inserts_target else ():
                day = row.effective
                if day and not any(end <= day for end, _ in self._ends.get(target, ())):
                    self._starts[target] = day

    def _end_superseded_clauses(self) -> None:
        """End each amending clause whose targets have all been reworded or ended by later rows."""
        ended: list[tuple[ProvisionId, _End]] = []
        for clause, rows in self._made_by.items():
            if not all(row.operation in _WORDING and row.targets and row.effective for row in rows):
                continue
            later = [self._ended_after(target, row.effective) for row in rows for target in row.targets]
            known = [end for end in later if end is not None]
            if known and len(known) == len(later):
                ended.append((clause, max(known)))
        for clause, end in ended:
            self._ends[clause].append(end)

    def _ended_after(self, target: ProvisionId, day: date | None) -> _End | None:
        ends = [end for above in _upwards(target) for end in self._ends.get(above, ()) if day and end[0] > day]
        return min(ends, default=None)

    def of(self, provision: ProvisionId) -> Validity:
        """Return the validity of a provision, of an article, or (for a bare slug) of a document.

        A provision the tables do not name has the validity of what stands above it.
        """
        chain = tuple(_upwards(provision))
        ends = sorted(end for above in chain for end in self._ends.get(above, ()))
        first = ends[0] if ends else None
        return Validity(
            start=next((self._starts[above] for above in chain if above in self._starts), None),
            end=first[0] if first else None,
            ended_by=_distinct(by for end in ends if first and end[0] == first[0] for by in end[1]),
            amended_by=self._amended_by(chain),
        )

    def _amended_by(self, chain: tuple[ProvisionId, ...]) -> tuple[str, ...]:
        """The clauses that changed the wording of the provision or of what stands above it, oldest first."""
        rows = [row for above in chain if above.parts for row in self._amended.get(above, ())]
        changed = [row for row in rows if row.operation in _WORDING]
        changed.sort(key=_day_of)
        return _distinct(source for row in changed for source in row.sources)

    def amended_by(self, provision: ProvisionId, day: date) -> tuple[str, ...]:
        """Return the clauses that had changed the wording of a provision, or of what stands above it, by a day."""
        rows = [row for row in self.amendments_of(provision) if row.operation in _WORDING and _by(row, day)]
        return _distinct(source for row in rows if row.target_slug == provision.slug for source in row.sources)

    @cached_property
    def amended(self) -> frozenset[str]:
        """The documents that a row of the table changes."""
        return frozenset(row.target_slug for row in self._amendments if row.operation is not Operation.NONE)

    def wording_of(self, provision: ProvisionId, day: date) -> ProvisionId | None:
        """Return the clause that holds the wording of ``provision`` in force on ``day``.

        That is the latest amending clause that gave it (or what stands above it) anew, for an inserted
        provision the clause that inserted it, and the provision itself where nobody reworded it.
        None when the provision has been repealed, or had not yet begun.
        """
        chain = tuple(_upwards(provision))
        rows = [row for above in chain for row in self._amended.get(above, ()) if _by(row, day)]
        repealed = [row for row in rows if row.ends_target and row.operation in _REPEALS]
        reworded = [row for row in rows if row.rewords]
        newest = max(reworded, key=_day_of, default=None)
        if newest is None:
            return provision if self.of(provision).covers(day) else None
        if any(_day_of(row) > _day_of(newest) for row in repealed):
            return None
        clause = newest.by_provisions[0]
        return clause if self.of(clause).covers(day) else None

    def amendments_by(self, clause: ProvisionId) -> tuple[Amendment, ...]:
        """Return the rows that the clause (or a clause inside it) brings about: what it changes, and where."""
        made_by = self._made_by_slug.get(clause.slug, {})
        return tuple(row for made, rows in made_by.items() if made.within(clause) for row in rows)

    @cached_property
    def _made_by_slug(self) -> dict[str, dict[ProvisionId, list[Amendment]]]:
        found: dict[str, dict[ProvisionId, list[Amendment]]] = {}
        for clause, rows in self._made_by.items():
            found.setdefault(clause.slug, {})[clause] = rows
        return found

    def amendments_of(self, provision: ProvisionId) -> tuple[Amendment, ...]:
        """Return the rows that touch the provision or what stands above it, oldest first."""
        rows = [row for above in _upwards(provision) for row in self._amended.get(above, ())]
        return tuple(sorted(rows, key=_day_of))

    def warnings_for(self, slug: str, day: date | None = None) -> tuple[str, ...]:
        """Return what a reader of the document must be told; with ``day`` also what follows from the date.

        An unknown slug has no warnings.
        """
        entry = self._manifest.by_slug.get(slug)
        if entry is None:
            return ()
        rows = [row for row in self._amendments if row.target_slug == slug and (day is None or _by(row, day))]
        found = [
            *notices.of_text(entry),
            *notices.of_manifest(entry),
            *notices.of_unseen(entry, rows, self._manifest.by_slug),
        ]
        return _distinct([*found, *(notices.of_dates(entry, day) if day else ())])

    def doubts_at(self, *provisions: ProvisionId) -> tuple[str, ...]:
        """Return why the stored words of provisions must be compared with the original; nothing for words read well.

        Each line ends in "cần đối chiếu bản gốc" (:data:`phapquy.corpus.readers.MARK`) and names the page.
        """
        entries = self._manifest.by_slug
        known = (one for one in provisions if one.slug in entries)
        return _distinct(note for one in known for note in notices.doubts_at(entries[one.slug], one))

    def warnings_at(self, provision: ProvisionId, day: date | None = None) -> tuple[str, ...]:
        """Return the warnings about this very provision: doubtful reading, later changes not in the corpus."""
        entry = self._manifest.by_slug.get(provision.slug)
        return (*notices.of_doubts(entry, provision), *self.unseen_at(provision, day)) if entry else ()

    def unseen_at(self, provision: ProvisionId, day: date | None = None) -> tuple[str, ...]:
        """Return the warnings about changes of this very provision whose words the corpus does not have."""
        entry = self._manifest.by_slug.get(provision.slug)
        if entry is None:
            return ()
        rows = (row for row in self.amendments_of(provision) if day is None or _by(row, day))
        return tuple(notices.of_unseen(entry, rows, self._manifest.by_slug))


_WORDING = frozenset({Operation.SUA_DOI, Operation.BO_SUNG, Operation.THAY_THE})
_REPEALS = frozenset({Operation.HET_HIEU_LUC, Operation.BAI_BO, Operation.NGUNG})


def _upwards(provision: ProvisionId) -> Iterator[ProvisionId]:
    """Yield the id, then everything above it up to the document."""
    at: ProvisionId | None = provision
    while at is not None:
        yield at
        at = at.parent


def _day_of(row: Amendment) -> date:
    return row.effective or date.min


def _by(row: Amendment, day: date) -> bool:
    return row.effective is None or row.effective <= day


def _distinct(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
