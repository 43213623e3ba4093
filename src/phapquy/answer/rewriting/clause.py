"""The clause that a statement quotes may be named anywhere in its rewriting, once, whole, or not at all."""

from __future__ import annotations

import re

from phapquy.answer.rewriting.places import same_reference
from phapquy.answer.rewriting.reading import prepared, read_units
from phapquy.answer.rewriting.source import Source
from phapquy.answer.rewriting.units import Units

_LEAD = (
    r"(?:(?:theo|căn cứ|căn cứ vào)\s+(?:quy định\s+)?(?:(?:tại|của|ở)\s+)?"
    r"|(?:được\s+)?(?:quy định|nêu)\s+(?:tại|ở)\s+|tại\s+)?"
)
_SAYS = r"(?:\s*,?\s*(?:có\s+)?quy định(?:\s+rằng|\s+là)?(?!\w))?"
_MARK = "\u2060"


def without_clause(source: Source, text: str) -> Units | None:
    """Read a rewriting without the clause it names; None if it names that clause twice.

    Raises:
        Unreadable: see :func:`read_units`.
    """
    marked, count = _marked(source, text)
    if count > 1:
        return None
    if not count:
        return read_units(text)
    says = "" if [unit.key for unit in source.units[:2]] == ["quy", "định"] else _SAYS
    named = rf"[,(]?\s*(?<!\w){_LEAD}{_MARK}{says}\s*[),:]?"
    return read_units(re.sub(named, " ", marked, flags=re.IGNORECASE).strip())


def names_clause(source: Source, text: str) -> bool:
    """Whether a rewriting names the clause its statement quotes."""
    return _marked(source, prepared(text))[1] > 0


def _marked(source: Source, text: str) -> tuple[str, int]:
    """Set a mark where the clause is named, by its label or in other words; return how often it is."""
    if not source.label:
        return text, 0
    marked, count = re.subn(re.escape(source.label), _MARK, text, flags=re.IGNORECASE)
    if count:
        return marked, count
    own = [
        unit.citation
        for unit in read_units(text)
        if unit.citation and source.label_units and same_reference(source.label_units[0], unit, own=True)
    ]
    if len(own) != 1:
        return text, len(own)
    return text[: own[0].start] + _MARK + text[own[0].end :], 1
