"""The page of one document, sent in parts as it is read, and kept for the next reader."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any
from urllib.parse import quote

from phapquy.app.fields import show_day
from phapquy.app.site import strings
from phapquy.app.site.addresses import anchor, provision_address
from phapquy.app.site.render import template
from phapquy.app.site.words import change_words, other_title, state_of, state_tag, told
from phapquy.app.view import DOUBTFUL_SOURCES, doubt_words, quality_words, safe_url
from phapquy.corpus.originals import Original
from phapquy.corpus.wording import State
from phapquy.law.provision import Kind, ProvisionId
from phapquy.law.validity import Validity
from phapquy.reading import Clause, Held, Reading

_FIRST, _CHUNK = 12, 150
"""Clauses in the first part, which should be on the screen at once, and in each later one."""
_KEPT = 24
"""Documents kept as they were sent; the largest is some 2 MB."""


_Key = tuple[str, str, date, bool, bool]
"""Snapshot, document, day, whether it was chosen, whether there is an original."""


class Kept:
    """The texts of documents as they were sent last, the least used dropped first. Safe for several threads."""

    def __init__(self, size: int = _KEPT) -> None:
        self._size = size
        self._parts: OrderedDict[_Key, list[str]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: _Key) -> list[str] | None:
        """Return the parts of a page, or None."""
        with self._lock:
            if key in self._parts:
                self._parts.move_to_end(key)
            return self._parts.get(key)

    def put(self, key: _Key, parts: list[str]) -> None:
        """Keep the parts of a page."""
        with self._lock:
            self._parts[key] = parts
            while len(self._parts) > self._size:
                self._parts.popitem(last=False)


def page(
    reading: Reading,
    held: Held,
    day: date,
    kept: Kept,
    frame: dict[str, Any],
    *,
    chosen: bool,
    words: str = "",
    original: Original | None = None,
) -> Iterator[str]:
    """Yield the page of a document: its head and contents first, then the clauses as they are read, then its foot.

    Args:
        reading: where it is read from.
        held: the document's facts.
        day: whose wording is shown.
        kept: pages sent before.
        frame: what ``base.html`` needs.
        chosen: whether the day was chosen, so that links must carry it on.
        words: show only the clauses that hold these words.
        original: its PDF, whose pages are then named.
    """
    slug = held.entry.slug
    values = {**frame, **_facts(reading, held, day), "link_day": day if chosen else None, "words": words}
    values["original"] = original is not None
    clauses: Iterable[Clause] | None = None
    if words:
        clauses = tuple(reading.find(slug, words, day))
        values["found"] = len(clauses)
    head, _, foot = template("document.html").render(**values).partition(_SEAM)
    yield head
    yield from _text(_Read(reading, held, day, chosen, original), kept, clauses)
    yield foot


_SEAM = "<!-- text -->"
"""Where in the template the clauses belong. No text can hold it: it would be escaped."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What is being read: a document on a day; ``chosen`` as for ``page``."""

    reading: Reading
    held: Held
    day: date
    chosen: bool
    original: Original | None


def _text(read: _Read, kept: Kept, clauses: Iterable[Clause] | None) -> Iterator[str]:
    if clauses is not None:
        yield from _chunks(read, clauses, whole_text=False)
        return
    slug = read.held.entry.slug
    key = (read.reading.snapshot_id, slug, read.day, read.chosen, read.original is not None)
    parts = kept.get(key)
    if parts is None:
        parts = []
        for part in _chunks(read, read.reading.clauses(slug, read.day)):
            parts.append(part)
            yield part
        kept.put(key, parts)
    else:
        yield from parts


def _chunks(read: _Read, clauses: Iterable[Clause], *, whole_text: bool = True) -> Iterator[str]:
    entry, whole, day = read.held.entry, read.held.validity, read.day
    waiting, size = iter(clauses), _FIRST
    made = template("clauses.html")
    page_of = pages_of(read.original)
    link_day = day if read.chosen else None

    def here(identity: ProvisionId) -> str:
        """Where a reference leads: without leaving the page where it can."""
        own = whole_text and identity.slug == entry.slug and identity.parts
        return f"#{quote(anchor(identity))}" if own else provision_address(identity, link_day)

    while batch := tuple(islice(waiting, size)):
        size = _CHUNK
        yield made.render(
            rows=[row(clause, read.reading, whole, day, chosen=read.chosen) for clause in batch],
            slug=entry.slug,
            page_of=page_of,
            here=here,
            quality=quality_words(entry.source_quality.value),
            doubtful=entry.source_quality.value in DOUBTFUL_SOURCES,
        )


def pages_of(original: Original | None) -> Callable[[Clause], int | None]:
    """Return what says on which page of the original a clause begins, for articles and where a page begins."""
    shown: int | None = None

    def page_of(clause: Clause) -> int | None:
        nonlocal shown
        page = original.page_of(clause.id) if original and clause.id and not clause.inserted else None
        if page is None or (page == shown and clause.kind not in _ALWAYS):
            return None
        shown = page
        return page

    return page_of


def row(clause: Clause, reading: Reading, whole: Validity, day: date, *, chosen: bool = False) -> dict[str, Any]:
    """Return what the template shows of a clause.

    An article always says whether it is in force; what stands inside it only where it differs from its document.
    """
    own = clause.id is not None and clause.validity != Validity()
    doubt = doubt_words(clause.doubts)
    differs = (clause.validity.start, clause.validity.end) != (
        whole.start,
        whole.end,
    ) or clause.state is not State.IN_FORCE
    tagged = own and (
        clause.kind in _ALWAYS or (differs and bool(clause.changed_by)) or clause.state is not State.IN_FORCE
    )
    return {
        "clause": clause,
        "kind": _CLASS[clause.kind],
        "state": {State.IN_FORCE: "con", State.ENDED: "het"}.get(clause.state, "chua"),
        "tag": state_tag(clause.state, clause.validity, day) if tagged else None,
        "article": clause.kind in _ALWAYS,
        "change": change_words(clause),
        "changed_by": places(clause.changed_by, reading, day if chosen else None),
        # The pages of the document itself stand at its head; those of another text that gave the words, only here.
        "notes": (*filter(None, [doubt if clause.source else ""]), *told(clause.notes, reading.name)),
        "doubt": doubt,
        "others": [(other_title(one, day, reading.name), one) for one in clause.others],
        "label": reading.name(str(clause.id)) if clause.id and clause.kind in _ALWAYS else "",
    }


def places(ids: Iterable[str], reading: Reading, day: date | None) -> list[tuple[str, str]]:
    """Return ids in words with their addresses; no address where the id is only a number."""
    return [(reading.name(one), _address(one, reading, day)) for one in ids]


def _address(text: str, reading: Reading, day: date | None) -> str:
    try:
        identity = ProvisionId.parse(text)
    except ValueError:
        return ""
    return provision_address(identity, day) if reading.holds(identity.slug) else ""


_ALWAYS = frozenset({Kind.DIEU, Kind.PHU_LUC, Kind.DOAN})
_CLASS = {
    Kind.MO_DAU: "mo-dau", Kind.PHAN: "phan", Kind.CHUONG: "chuong", Kind.MUC: "muc", Kind.TIEU_MUC: "tieu-muc",
    Kind.DIEU: "dieu", Kind.KHOAN: "khoan", Kind.DIEM: "diem", Kind.DOAN: "doan", Kind.PHU_LUC: "phu-luc",
    Kind.CHU_THICH: "chu-thich", Kind.KET: "ket",
}  # fmt: skip


def _facts(reading: Reading, held: Held, day: date) -> dict[str, Any]:
    entry = held.entry
    quality = entry.source_quality.value
    return {
        "held": held,
        "entry": entry,
        "day": show_day(day),
        "state": state_tag(state_of(held.validity, day), held.validity, day),
        "quality": quality_words(quality),
        "doubtful": quality in DOUBTFUL_SOURCES,
        "url": safe_url(entry.url),
        "contents": reading.contents(entry.slug),
        "related": [
            (label, places(ids, reading, None))
            for label, ids in (
                (strings.FACT_AMENDED_BY, entry.amended_by),
                (strings.FACT_AMENDS, entry.amends),
                (strings.FACT_REPLACES, entry.replaces),
                (strings.FACT_REPLACED_BY, entry.replaced_by),
            )
            if ids
        ],
        "show_day": show_day,
        "doubts": entry.doubt_notes,
        "digest": entry.text_kind.value == "digest",
    }
