"""Powers whose holder a later text changed by replacing words: "cấp huyện" by "cấp xã", a ministry by its office.

The stored clause keeps its old words, so the power is read with the old holder; from the day of the replacement on
another holds it, or nobody where the name was taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from phapquy.authority.named import find_holders
from phapquy.authority.power import Mode, Power
from phapquy.corpus.wording import Phrase
from phapquy.index.snapshot import Snapshot
from phapquy.index.stored import consolidator
from phapquy.law.holder import Level, Organ
from phapquy.law.orders import Act


def with_new_names(found: Iterable[Power], snapshot: Snapshot) -> Iterator[Power]:
    """Yield the powers; one whose holder's name was replaced ends there, and the new holder's begins."""
    replaced = Replacements(snapshot)
    for power in found:
        phrase = replaced.of_holder(power)
        if phrase is None or phrase.since is None or (power.end and power.end <= phrase.since):
            yield power
            continue
        yield replace(power, end=phrase.since)
        if holder := _named_anew(power.holder, phrase):
            moved = power.level is Level.HUYEN and holder.level is not Level.HUYEN
            yield replace(
                power, holder=holder, unit=None, former=power.holder, start=phrase.since, renamed=phrase.by,
                mode=Mode.CHUYEN_GIAO if moved else power.mode,
            )  # fmt: skip


class Replacements:
    """The phrases replaced in the documents of a snapshot, looked up once a document."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._kept: dict[str, tuple[Phrase, ...]] = {}

    def of(self, slug: str) -> tuple[Phrase, ...]:
        """Return what was put in the place of other words, or taken out, in a document."""
        if slug not in self._kept:
            known = consolidator(self._snapshot).phrases(slug) if slug in self._snapshot.validity.amended else ()
            self._kept[slug] = tuple(one for one in known if one.old and one.act != Act.THEM_CUM_TU.value)
        return self._kept[slug]

    def of_holder(self, power: Power) -> Phrase | None:
        """Return the replacement that touches the name of a power's holder, the nearest to its clause first."""
        near = [
            one
            for one in self.of(power.source.slug)
            if power.source.within(one.provision) and _touches(power.holder.name, one)
        ]
        return max(near, key=lambda one: len(one.provision.parts), default=None)


def _touches(name: str, phrase: Phrase) -> bool:
    old, known = _plain(phrase.old), _plain(name)
    return old in known if phrase.new else known in old or known.endswith(old)


def _named_anew(holder: Organ, phrase: Phrase) -> Organ | None:
    """The organ that stands there now; None where the name was taken out."""
    if not phrase.new:
        return None
    old, new = _plain(phrase.old), " ".join(phrase.new.split())
    if old == _plain(holder.name):
        name = new
    else:
        place = _plain(holder.name).index(old)
        name = holder.name[:place] + new + holder.name[place + len(old) :]
    known = next((one for one in find_holders(name) if (one.start, one.end) == (0, len(name))), None)
    if known:
        return replace(known, start=0, end=0)
    return Organ(name[:1].upper() + name[1:], "", holder.level)


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).strip(" ,;")
