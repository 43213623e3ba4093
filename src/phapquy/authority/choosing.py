"""Which powers a person asked for; what is not known is answered with what there is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from phapquy.authority.matrix import Column, Filters, column_of
from phapquy.authority.merged import present_name
from phapquy.authority.power import Act, Power
from phapquy.authority.topics import FIELDS
from phapquy.errors import UsageError
from phapquy.law.holder import LEVEL_NAMES, Level
from phapquy.vietnamese.abbreviations import expand_abbreviations
from phapquy.vietnamese.normalize import fold, syllables

_MANY = 12
"""How many names an error lists at most."""


def choose(powers: Iterable[Power], filters: Filters, documents: Iterable[str]) -> tuple[Power, ...]:
    """Return the powers that filters let through, in order.

    Raises:
        UsageError: a field, level, role, organ or document is not known; the message says which there are.
    """
    known = tuple(powers)
    field = field_named(filters.field) if filters.field else None
    level = level_named(filters.level) if filters.level else None
    acts = _acts(filters.role) if filters.role else None
    doc = document_named(filters.doc, documents) if filters.doc else None
    columns = _columns(filters.holder, known) if filters.holder else None
    names = _names(filters.holder) if filters.holder else frozenset()
    chosen = tuple(
        one
        for one in known
        if (field is None or one.field == field)
        and (level is None or one.level is level)
        and (acts is None or one.act in acts)
        and (doc is None or doc in (one.basis.slug, one.source.slug))
        and (columns is None or column_of(one.holder) in columns or slug(one.holder.name) in names)
    )
    return _with_words(chosen, filters.words) if filters.words else chosen


def _with_words(powers: tuple[Power, ...], typed: str) -> tuple[Power, ...]:
    """Those that hold the words one after the other; where there are none, those that hold all of them anywhere."""
    words = syllables(fold(typed))
    held = [syllables(fold(f"{one.verb} {one.task} {one.holder.name}")) for one in powers]
    phrase = f" {' '.join(words)} "
    together = tuple(one for one, among in zip(powers, held, strict=True) if phrase in f" {' '.join(among)} ")
    return together or tuple(one for one, among in zip(powers, held, strict=True) if set(words) <= set(among))


def _names(text: str) -> frozenset[str]:
    """The slugs under which an organ named by a person stands: what every unit of a level holds a ward holds too."""
    wanted = slug(written_out(text))
    general = next(
        (wanted.removesuffix(unit) + level for unit, level in _UNITS.items() if wanted.endswith(unit)), wanted
    )
    return frozenset({wanted, general})


_UNITS = {
    "-dac-khu": "-cap-xa", "-phuong": "-cap-xa", "-cap-xa": "-cap-xa", "-xa": "-cap-xa",
    "-thanh-pho": "-cap-tinh", "-cap-tinh": "-cap-tinh", "-tinh": "-cap-tinh",
}  # fmt: skip


def slug(text: str) -> str:
    """Write words as a slug: ``đất-đai`` and ``Đất đai`` are ``dat-dai``."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))


def field_named(text: str) -> str:
    """Return the slug of a field named by its slug or in words.

    Raises:
        UsageError: there is none; the message says which there are.
    """
    wanted = slug(text)
    for name, (title, _) in FIELDS.items():
        if wanted in (name, slug(title)):
            return name
    near = [name for name in FIELDS if _part_of(wanted, slug(FIELDS[name][0]))]
    if len(near) == 1:
        return near[0]
    there = "; ".join(f"{slug_} ({title})" for slug_, (title, _) in FIELDS.items())
    raise UsageError(f"Không có lĩnh vực “{text}”. Các lĩnh vực: {there}.")


def _part_of(wanted: str, whole: str) -> bool:
    """Whether a slug is another, or whole words of it: ``151-2025`` of ``nd-151-2025-nd-cp``, not ``51-2025``."""
    return bool(wanted) and f"-{wanted}-" in f"-{whole}-"


def level_named(text: str) -> Level:
    """Return a level named by its code or in words.

    Raises:
        UsageError: there is none; the message says which there are.
    """
    wanted = slug(text).removeprefix("cap-")
    for level in Level:
        if wanted in (level.value, slug(LEVEL_NAMES[level]).removeprefix("cap-")):
            return level
    there = "; ".join(f"{level.value} ({LEVEL_NAMES[level]})" for level in Level)
    raise UsageError(f"Không có cấp “{text}”. Các cấp: {there}.")


def _acts(text: str) -> frozenset[Act]:
    wanted = slug(text)
    whole = frozenset(act for act in Act if slug(act.value) == wanted)
    parts = frozenset(act for act in Act if wanted in [slug(part) for part in act.value.split(",")])
    if found := whole or parts:
        return found
    raise UsageError(f"Không có vai trò “{text}”. Các vai trò: {'; '.join(act.value for act in Act)}.")


def document_named(text: str, documents: Iterable[str]) -> str:
    """Return the slug of a document named by its slug or by a part of it that no other has: ``151-2025``.

    Raises:
        UsageError: there is none, or there are several; the message names the nearest.
    """
    held = list(documents)
    wanted = slug(text)
    found = [one for one in held if _part_of(wanted, one)]
    if wanted in held or len(found) == 1:
        return wanted if wanted in held else found[0]
    near = found or get_close_matches(wanted, held, n=_MANY, cutoff=0.4)
    what = f"“{text}” chỉ nhiều văn bản." if found else f"Không có văn bản “{text}” trong kho."
    said = f" Có thể là: {', '.join(near[:_MANY])}." if near else " Xem danh sách: phapquy corpus status"
    raise UsageError(f"{what}{said}")


def written_out(text: str) -> str:
    """Write the abbreviations of organs in full."""
    return expand_abbreviations(text).text


def _columns(text: str, powers: tuple[Power, ...]) -> frozenset[Column]:
    """The columns of an organ named by a person, also by its short forms and without its level."""
    wanted = slug(written_out(text))
    names: dict[str, set[Column]] = {}
    for holder in {one.holder for one in powers}:
        column = column_of(holder)
        names.setdefault(slug(column.name), set()).add(column)
        names.setdefault(slug(holder.name), set())
        names.setdefault(slug(holder.base), set()).add(column)
        if successor := present_name(column.name):
            names.setdefault(slug(successor), set()).add(column)
    if wanted in names:
        return frozenset(names[wanted])
    near = get_close_matches(wanted, names, n=_MANY, cutoff=0.6) or [one for one in names if wanted and wanted in one]
    titles = sorted({column.name for one in near for column in names[one]})[:_MANY]
    said = f" Gần nhất: {'; '.join(titles)}." if titles else f" Có {len(names)} cơ quan; xem: phapquy matrix --json"
    raise UsageError(f"Không có cơ quan “{text}” trong ma trận.{said}")
