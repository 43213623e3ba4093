"""Whether one provision is in force on a day: all of it, parts of it, or none."""

from __future__ import annotations

from datetime import date

from phapquy.answer.evidence import Evidence, gather
from phapquy.answer.labels import labels_of
from phapquy.index.stored import consolidator
from phapquy.corpus.notices import short_date
from phapquy.corpus.wording import State
from phapquy.index.snapshot import Snapshot
from phapquy.law.provision import ProvisionId


def force_of(one: Evidence, snapshot: Snapshot, as_of: date) -> tuple[str, tuple[Evidence, ...]]:
    """Say in one sentence whether a provision is in force on a day, with the clause that ended it or parts of it."""
    validity = snapshot.validity.of(one.identity)
    place = one.label[:1].upper() + one.label[1:]
    state = consolidator(snapshot).at(one.identity, as_of).state if _changed(one, snapshot) else None
    in_force = state is State.IN_FORCE if state else validity.covers(as_of)
    if not in_force and not (validity.end and validity.end <= as_of):
        return f"Chưa. {place} chưa có hiệu lực vào ngày {short_date(as_of)}.", ()
    if not in_force and validity.end:
        ended = f"đã hết hiệu lực từ ngày {short_date(validity.end)}{_by(validity.ended_by, snapshot)}"
        return f"Không. {place} {ended}.", _clauses(validity.ended_by, snapshot)
    gone, left = _parts(one, snapshot, as_of)
    if gone:
        ended_by = snapshot.validity.of(gone[0])
        since = short_date(ended_by.end) if ended_by.end else ""
        rest = f"chỉ còn {_listed(left)}" if left else "không còn phần nào"
        text = (
            f"Chỉ còn một phần. {place}: {_listed(gone)} đã hết hiệu lực từ ngày {since}"
            f"{_by(ended_by.ended_by, snapshot)}; {rest}."
        )
        return (text if left else text.replace("Chỉ còn một phần", "Không", 1)), _clauses(ended_by.ended_by, snapshot)
    changed = snapshot.validity.amended_by(one.identity, as_of)
    how = " theo lời văn đã được sửa đổi, bổ sung" if changed else ""
    return f"Có. {place} còn hiệu lực vào ngày {short_date(as_of)}{how}.", ()


def _changed(one: Evidence, snapshot: Snapshot) -> bool:
    return one.identity.slug in snapshot.validity.amended


def _parts(one: Evidence, snapshot: Snapshot, as_of: date) -> tuple[list[ProvisionId], list[ProvisionId]]:
    """The clauses directly below that ended by the day, and those still in force."""
    below = [child.id for child in one.node.children if child.id is not None]
    known = consolidator(snapshot)
    states = {child: known.at(child, as_of).state for child in below} if _changed(one, snapshot) else {}
    gone = [child for child in below if states.get(child) is State.ENDED]
    return gone, [child for child in below if child not in gone]


def _listed(parts: list[ProvisionId]) -> str:
    """Name sibling clauses by their numbers: ``điểm a, b, c``."""
    word = {1: "Điều", 2: "khoản", 3: "điểm"}[len(parts[0].parts)]
    return f"{word} {', '.join(part.parts[-1] for part in parts)}"


def _by(names: tuple[str, ...], snapshot: Snapshot) -> str:
    labels = labels_of(snapshot, names)
    return f", theo {'; '.join(labels.get(name, f'văn bản số {name}') for name in names)}" if names else ""


def _clauses(names: tuple[str, ...], snapshot: Snapshot) -> tuple[Evidence, ...]:
    found = []
    for name in names[:1]:
        try:
            identity = ProvisionId.parse(name)
        except ValueError:
            continue
        if identity.parts and (clause := gather(snapshot, identity, 1.0, ())):
            found.append(clause)
    return tuple(found)
