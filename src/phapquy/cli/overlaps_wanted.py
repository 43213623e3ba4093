"""Which overlaps a person asked for; what is not known is answered with what there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from phapquy.app.overlaps.strings import VERDICTS
from phapquy.authority.choosing import document_named, field_named, level_named, slug, written_out
from phapquy.authority.overlaps import Options
from phapquy.errors import UsageError
from phapquy.law.holder import Level, find_asked_organs

if TYPE_CHECKING:
    from phapquy.authority.power import Power

_NAMED = 12
"""How many existing names a message lists."""
_LEVELS = (Level.XA, Level.TINH, Level.TRUNG_UONG)
_WITHOUT_SEPARATED = ("trung", "lap", "chua-du")
"""Verdicts shown unless others are asked for."""


def options_of(
    held: Sequence[Power],
    *,
    fields: Sequence[str],
    levels: Sequence[str],
    holder: str | None,
    documents: Sequence[str],
    verdicts: Sequence[str],
    stored: Iterable[str] = (),
) -> Options:
    """Read what is wanted, in the words the matrix understands too.

    Raises:
        UsageError: a name is unknown; the message lists those there are.
    """
    known = sorted({one.basis.slug for one in held} | set(stored))
    chosen = [level_named(one) for one in levels]
    for asked, one in zip(levels, chosen, strict=True):
        _check("cấp", asked, one.value, [level.value for level in _LEVELS])
    named = [slug(one) for one in verdicts]
    for asked, name in zip(verdicts, named, strict=True):
        _check("kết luận", asked, name, VERDICTS)
    organ = next(iter(find_asked_organs(written_out(holder))), None) if holder else None
    options = Options(
        frozenset(field_named(one) for one in fields),
        frozenset(chosen),
        frozenset(document_named(one, known) for one in documents),
        organ,
        frozenset(VERDICTS[name] for name in named or _WITHOUT_SEPARATED),
    )
    if holder and (organ is None or not any(options.names(one) for one in held)):
        _check("chủ thể", holder, holder, _often(one.holder.name for one in held))
    return options


def choices_in_words(*given: object) -> tuple[str, ...]:
    """Write the choice of fields, levels, holder, documents and verdicts for the head of a report."""
    names = ("lĩnh vực", "cấp", "chủ thể", "văn bản", "kết luận")
    texts = (", ".join(one) if isinstance(one, list) else one for one in given)
    return tuple(f"{name}: {text}" for name, text in zip(names, texts, strict=True) if text)


def _often(names: Iterable[str]) -> list[str]:
    return [name for name, _ in Counter(names).most_common(_NAMED)]


def _check(what: str, asked: str, name: str, known: Iterable[str]) -> None:
    """Refuse what is not known, and say what is."""
    there = list(known)
    if name not in there:
        raise UsageError(f"Không có {what} “{asked}”. Hiện có: {', '.join(there)}.")
