"""Decisions of a whole field that one clause gives to an organ, for provisions that still name the district.

Since 31/01/2026 Điều 14 of Decree 49/2026 names, for the whole land law, who decides on what the district decided by
it; the clauses of Decree 151/2025 that had moved those powers one by one ended that day.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from phapquy.index.readings import field_powers, shared_powers
from phapquy.index.snapshot import Snapshot
from phapquy.law.holder import Level, find_organs
from phapquy.law.provision import ProvisionId
from phapquy.law.transfers import Transfer

_DECIDES = re.compile(r"\s*(?:quyết định|có thẩm quyền|phê duyệt)\s+(?:(?:phê duyệt|phương án|về|việc)\s+)*")
# "Ủy ban nhân dân cấp huyện quyết định thu hồi đất …", "… quyết định phê duyệt phương án P …"


def taken_by_field(provision: ProvisionId, snapshot: Snapshot, day: date) -> Transfer | None:
    """Return who has, on a day, a decision that a provision or its lead-in gives an organ of the district level.

    Only a sentence in which that organ decides, and which goes on with a task the clause of the field lists, is taken.
    """
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
        decided = _DECIDES.match(words, organ.end) if organ.level is Level.HUYEN else None
        for power in powers if decided else ():
            if decided and any(words.lower().startswith(task, decided.end()) for task in power.tasks):
                return Transfer(power.by, replace(organ, start=0, end=0), power.taker, ())
    return None


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
