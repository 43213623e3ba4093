"""Decisions of a whole field that one clause gives to an organ, for provisions that name the district or nobody.

Since 31/01/2026 Điều 14 of Decree 49/2026 names, for the whole land law, who decides on what the district decided by
it; the clauses of Decree 151/2025 that had moved those powers one by one ended that day.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from phapquy.index.readings import field_powers, shared_powers
from phapquy.index.snapshot import Snapshot
from phapquy.law.holder import Level, Organ, find_organs
from phapquy.law.provision import ProvisionId
from phapquy.law.transfers import Transfer

_DECIDES = re.compile(r"\s*(?:quyết định|có thẩm quyền|phê duyệt)\s+(?:(?:phê duyệt|phương án|về|việc)\s+)*")
_CALLED = re.compile(r" cấp có thẩm quyền(?!\w)")
_COMPETENT = re.compile(
    r" cấp có thẩm quyền(?: (?:quyết định|phê duyệt) (?:(?:phê duyệt|phương án|về|việc) )*| (?:thực hiện )?)"
)
# "Ủy ban nhân dân cấp có thẩm quyền lấp ao quyết định …": who may fill in ponds; "… quyết định lấp ao"
# "Ủy ban nhân dân cấp huyện quyết định thu hồi đất …", "… quyết định phê duyệt phương án P …"


def taken_by_field(provision: ProvisionId, snapshot: Snapshot, day: date) -> Transfer | None:
    """Return who has, on a day, a decision that a provision or its lead-in gives an organ of the district level.

    Only a sentence in which that organ decides, and which goes on with a task the clause of the field lists, is taken.
    """
    return _by_field(provision, snapshot, day, _district_decides)


def competent_by_field(provision: ProvisionId, snapshot: Snapshot, day: date) -> Transfer | None:
    """Return who is, on a day, the "Ủy ban nhân dân cấp có thẩm quyền" of which a provision speaks."""
    return _by_field(provision, snapshot, day, _competent_decides)


def _by_field(
    provision: ProvisionId, snapshot: Snapshot, day: date, decides: Callable[[str, Organ], re.Match[str] | None]
) -> Transfer | None:
    document = snapshot.document(provision.slug)
    if document is None or provision not in document.provisions:
        return None
    title = snapshot.entry(provision.slug).title.lower()
    powers = [one for one in field_powers(snapshot) if one.field in title and snapshot.validity.of(one.by).covers(day)]
    if not powers:
        return None
    nodes = (node for node in (*document.paths[provision], document.provisions[provision]) if node.id is not None)
    words = " ".join(" ".join(map(document.own_text, nodes)).split())
    for organ in find_organs(words):
        decided = decides(words, organ)
        for power in powers if decided else ():
            if decided and any(words.lower().startswith(task, decided.end()) for task in power.tasks):
                return Transfer(power.by, replace(organ, start=0, end=0), power.taker, ())
    return None


def _district_decides(words: str, organ: Organ) -> re.Match[str] | None:
    return _DECIDES.match(words, organ.end) if organ.level is Level.HUYEN else None


def _competent_decides(words: str, organ: Organ) -> re.Match[str] | None:
    named = organ.base == "Ủy ban nhân dân" and organ.level is None
    return _COMPETENT.match(words, organ.end) if named else None


def names_competent_only(words: str) -> bool:
    """Whether a text speaks of "Ủy ban nhân dân cấp có thẩm quyền" and of no committee with its level."""
    committees = [one for one in find_organs(words) if one.base == "Ủy ban nhân dân"]
    return any(_CALLED.match(words, one.end) for one in committees) and not any(one.level for one in committees)


def shared_by_field(provision: ProvisionId, snapshot: Snapshot, day: date) -> tuple[ProvisionId, ...]:
    """Return the points that share out, on a day, a task which a provision gives an organ of the district level."""
    document = snapshot.document(provision.slug)
    if document is None or provision not in document.provisions:
        return ()
    title = snapshot.entry(provision.slug).title.lower()
    words = " ".join(document.own_text(document.provisions[provision]).split())
    for power in shared_powers(snapshot):
        if power.field not in title or not snapshot.validity.of(power.by).covers(day):
            continue
        for organ in find_organs(words):
            if organ.level is Level.HUYEN and words[organ.end :].lstrip().lower().startswith(power.tasks[0]):
                return power.points
    return ()
