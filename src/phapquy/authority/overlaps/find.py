"""All pairs of a day's powers that are worth a verdict, each with its verdict, the highest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from phapquy.authority.overlaps.candidates import candidates
from phapquy.authority.overlaps.deeds import Sharing, sharing
from phapquy.authority.overlaps.judge import Priority, judge
from phapquy.authority.overlaps.model import Finding, Verdict
from phapquy.authority.overlaps.side import Side, side_of
from phapquy.authority.power import Power
from phapquy.law.holder import Level, Organ
from phapquy.law.provision import ProvisionId

Enrich = Callable[[Side], Side]
"""Adds to a side what is only read for pairs that may be an overlap: the provisions its clause names."""
_UNJUDGED = frozenset({Verdict.TRUNG, Verdict.CHUA_DU, Verdict.LAP})
_LONG = 8
"""Syllables from which a task is as telling as it gets."""


@dataclass(frozen=True, slots=True)
class Options:
    """Which pairs are wanted; a pair counts when one of its two powers fits."""

    fields: frozenset[str] = frozenset()
    levels: frozenset[Level] = frozenset()
    documents: frozenset[str] = frozenset()
    holder: Organ | None = None
    verdicts: frozenset[Verdict] = frozenset()

    def wants(self, first: Power, second: Power) -> bool:
        """Whether a pair is asked for."""
        return any(self._fits(one) for one in (first, second))

    def names(self, power: Power) -> bool:
        """Whether a power is held by the organ that is asked for."""
        return self.holder is None or _named(self.holder, power.holder)

    def _fits(self, power: Power) -> bool:
        return (
            (not self.fields or power.field in self.fields)
            and (not self.levels or power.level in self.levels)
            and (not self.documents or power.basis.slug in self.documents)
            and self.names(power)
        )


@dataclass(frozen=True, slots=True)
class Report:
    """The findings and what they were found among."""

    findings: tuple[Finding, ...]
    powers: int
    pairs: int
    """How many pairs were given a verdict."""

    def narrowed(self, options: Options) -> Report:
        """The report with the findings that are wanted; what was compared stays the same."""
        verdicts = options.verdicts or frozenset(Verdict)
        found = (one for one in self.findings if one.verdict in verdicts and options.wants(one.first, one.second))
        return replace(self, findings=tuple(found))

    def of(self, verdict: Verdict) -> tuple[Finding, ...]:
        """The findings of a verdict."""
        return tuple(one for one in self.findings if one.verdict is verdict)


def find_overlaps(
    powers: Sequence[Power],
    options: Options | None = None,
    *,
    near: Iterable[tuple[int, int]] = (),
    enrich: Enrich | None = None,
    priority: Priority | None = None,
    hints: Callable[[Power, Power], tuple[str, ...]] | None = None,
) -> Report:
    """Compare powers pairwise and return the verdicts, overlaps first, each list by how telling its tasks are.

    Args:
        powers: the powers of a day.
        options: which pairs are wanted; all by default.
        near: pairs of places the embedding index proposes beside those of the words.
        enrich: reads, for pairs that may be an overlap, what their clauses name.
        priority: the clause that sets one document before another.
        hints: what the general rules of precedence suggest for a pair.
    """
    options = options or Options()
    sides = _with_partners([side_of(power) for power in powers])
    kept: dict[tuple[object, ...], Finding] = {}
    judged = 0
    brief = bool(options.verdicts) and Verdict.KHONG_TRUNG not in options.verdicts
    for alike, (one, other) in candidates(sides, near):
        first, second = sorted((sides[one], sides[other]), key=lambda side: side.key)
        if not options.wants(first.power, second.power) or first.power == second.power:
            continue
        judged += 1
        judgement = judge(first, second, priority, first_reason_only=brief)
        if enrich and judgement.verdict in _UNJUDGED:
            first, second = enrich(first), enrich(second)
            judgement = judge(first, second, priority, first_reason_only=brief)
        if options.verdicts and judgement.verdict not in options.verdicts:
            continue
        finding = Finding(first.power, second.power, judgement, round(alike, 4), _score(first, second, alike))
        kept.setdefault(_identity(finding), finding)
    ranked = sorted(kept.values(), key=lambda one: (_ORDER[one.verdict], -one.score, str(one.first.basis)))
    if hints:
        ranked = [_hinted(one, hints) for one in ranked]
    return Report(tuple(ranked), len(powers), judged)


def _with_partners(sides: Sequence[Side]) -> list[Side]:
    """Note with each side which other organs have the same task by the same clause."""
    groups: defaultdict[tuple[object, ...], set[tuple[str, Level | None]]] = defaultdict(set)
    for side in sides:
        groups[_task_of(side)].add((side.power.holder.base, side.power.holder.level))
    return [replace(side, partners=frozenset(groups[_task_of(side)])) for side in sides]


def _task_of(side: Side) -> tuple[object, ...]:
    return (side.power.basis, side.power.source, side.deeds, side.words.text)


_ORDER = {verdict: place for place, verdict in enumerate(Verdict)}
_HINTED = frozenset({Verdict.TRUNG, Verdict.CHUA_DU})


def _hinted(finding: Finding, hints: Callable[[Power, Power], tuple[str, ...]]) -> Finding:
    if finding.verdict not in _HINTED:
        return finding
    return replace(finding, hints=hints(finding.first, finding.second))


def _score(first: Side, second: Side, alike: float) -> float:
    """How telling a pair is: likeness, length of the shorter task, deeds that exclude one another."""
    length = min(len(first.words.syllables), len(second.words.syllables), _LONG) / _LONG
    shared = first.deeds & second.deeds
    exclusive = any(sharing(kind) is Sharing.EXCLUSIVE for kind in shared)
    return round(alike * (0.5 + 0.5 * length) * (1.0 if exclusive else 0.7), 4)


def _identity(finding: Finding) -> tuple[object, ...]:
    """What makes two findings one for a reader: the same clauses, holders and verdict, whatever the kind of unit."""
    one, other = finding.first, finding.second
    places: tuple[ProvisionId, ProvisionId] = (one.basis, other.basis)
    holders = (one.holder.base, one.holder.level, other.holder.base, other.holder.level)
    return (*places, *holders, one.normal, other.normal, finding.verdict)


def _named(asked: Organ, held: Organ) -> bool:
    return asked.base == held.base and (asked.level is None or asked.level == held.level)
