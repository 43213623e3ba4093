"""The findings of a day as lines of a file beside the snapshot: compared once, not once a process.

What is found depends on which powers are in force and on nothing else of the day, so one file serves every day until
the next clause begins or ends. A finding names its two powers by their places among the powers compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from phapquy.authority.beside import leave_newest, put, take
from phapquy.authority.overlaps.find import Report
from phapquy.authority.overlaps.model import Finding, Ground, Judgement, Reason, Verdict
from phapquy.authority.power import Power
from phapquy.index.snapshot import Snapshot

_NAME = "overlaps-{made_from:.12}.jsonl"
_DAYS = 4
"""How many reports are kept: today's and some days somebody asked about."""


def load_report(snapshot: Snapshot, powers: Sequence[Power]) -> Report | None:
    """Return the report on these powers that is kept beside a snapshot, or None where there is none."""

    def read(row: Any) -> Finding | int:
        if isinstance(row, int):
            return row
        first, second, verdict, reasons, likeness, score, hints = row
        judgement = Judgement(Verdict(verdict), tuple(Reason(Ground(ground), text) for ground, text in reasons))
        return Finding(powers[first], powers[second], judgement, likeness, score, tuple(hints))

    made_from = _made_from(powers)
    rows = take(snapshot, _NAME.format(made_from=made_from), made_from, read)
    if not rows or not isinstance(rows[0], int):
        return None
    return Report(tuple(one for one in rows[1:] if isinstance(one, Finding)), len(powers), rows[0])


def keep_report(snapshot: Snapshot, powers: Sequence[Power], report: Report) -> None:
    """Write a report on these powers beside a snapshot; the oldest of several goes."""
    places = {id(power): place for place, power in enumerate(powers)}
    rows = ([places[id(one.first)], places[id(one.second)], *_row(one)] for one in report.findings)
    made_from = _made_from(powers)
    put(snapshot, _NAME.format(made_from=made_from), made_from, (report.pairs, *rows))
    leave_newest(snapshot, _NAME.split("{", maxsplit=1)[0] + "*", _DAYS)


def _row(finding: Finding) -> list[Any]:
    reasons = [[one.ground.value, one.text] for one in finding.judgement.reasons]
    return [finding.verdict.value, reasons, finding.likeness, finding.score, finding.hints]


def _made_from(powers: Sequence[Power]) -> str:
    """A fingerprint of the powers compared, in order."""
    seen = hashlib.sha256()
    for power in powers:
        seen.update(f"{power.basis}|{power.span}|{power.act.value}|{power.holder.name}|{power.via}\n".encode())
    return seen.hexdigest()
