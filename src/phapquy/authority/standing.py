"""Which documents give powers that stand: no letters, no conclusions of the Party, no rearrangement of one place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from phapquy.authority.power import Power
from phapquy.index.snapshot import Snapshot

_NO_LAW = frozenset({"kết luận", "công văn", "thông báo"})
_OF_ONE_PLACE = re.compile(r"^Nghị quyết về việc (?:sắp xếp|thành lập)", re.IGNORECASE)
"""Resolutions that rearrange the units of one place: the same words in thirty-four of them are no repetition."""


def gives_standing_powers(slug: str, snapshot: Snapshot) -> bool:
    """Whether a document is law that lasts; one the manifest does not know is taken for law."""
    entry = snapshot.manifest.by_slug.get(slug)
    if entry is None:
        return True
    return not (entry.type.lower() in _NO_LAW or slug.endswith("-tw") or rearranges_one_place(slug, snapshot))


def rearranges_one_place(slug: str, snapshot: Snapshot) -> bool:
    """Whether a document only says which units of one place become which: a thousand acts done, no power given."""
    return _OF_ONE_PLACE.match(snapshot.entry(slug).title) is not None


def standing_powers(found: Sequence[Power], snapshot: Snapshot, doc: str | None = None) -> tuple[Power, ...]:
    """Return the powers that stand, and those of a document that is asked for by name whatever it is."""
    kept: dict[str, bool] = {}
    for power in found:
        slug = power.basis.slug
        if slug not in kept:
            kept[slug] = slug == doc or gives_standing_powers(slug, snapshot)
    return tuple(one for one in found if kept[one.basis.slug])
