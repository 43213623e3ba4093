"""Numbers that Word writes by itself: "Điều 1.", "1.", "a)" are not in the words of such a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from phapquy.law.lines import roman

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")
_PRIVATE = re.compile(r"[\ue000-\uf8ff·•▪◦o]")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    lists: dict[str, dict[int, _Level]] = field(default_factory=dict)
    family: dict[str, str] = field(default_factory=dict)
    """List -> the definition it counts with: lists of one definition go on counting."""
    restarted: dict[str, dict[int, int]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def read(cls, numbers: Element | None, styles: Element | None) -> Numbering:
        """Read ``numbering.xml`` and the styles that number their paragraphs."""
        made = cls()
        if numbers is None:
            return made
        abstract = {
            _value(one, "abstractNumId"): {
                int(_value(level, "ilvl") or 0): _level(level) for level in one.findall(f"{_W}lvl")
            }
            for one in numbers.findall(f"{_W}abstractNum")
        }
        for one in numbers.findall(f"{_W}num"):
            identity, base = _value(one, "numId"), _child(one, "abstractNumId")
            made.lists[identity] = abstract.get(base, {})
            made.family[identity] = base
            made.restarted[identity] = {
                int(_value(change, "ilvl") or 0): int(_child(change, "startOverride") or 1)
                for change in one.findall(f"{_W}lvlOverride")
                if change.find(f"{_W}startOverride") is not None
            }
        for style in styles.findall(f"{_W}style") if styles is not None else ():
            numbered = style.find(f"{_W}pPr/{_W}numPr")
            if numbered is not None and (identity := _child(numbered, "numId")):
                made.styles[_value(style, "styleId")] = identity, int(_child(numbered, "ilvl") or 0)
        return made

    def next(self, properties: Element | None) -> str:
        """Return the number of a paragraph with these properties and count it; empty if it has none."""
        place = self._place(properties)
        if place is None or not self.lists.get(place[0]):
            return ""
        identity, depth = place
        levels = self.lists[identity]
        level = levels.get(depth, _Level())
        if level.form in {"bullet", "none"}:
            return "" if level.form == "none" else _PRIVATE.sub("-", level.text.strip()) or "-"
        family = self.family[identity]
        counts = self.counts.setdefault(family, {})
        first = self.restarted[identity].pop(depth, None)
        counts[depth] = first if first is not None else counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        return _PLACE.sub(lambda found: _part(int(found[1]) - 1, levels, counts), level.text).strip()

    def _place(self, properties: Element | None) -> tuple[str, int] | None:
        if properties is None:
            return None
        style = properties.find(f"{_W}pStyle")
        by_style = self.styles.get(style.get(f"{_W}val", "")) if style is not None else None
        numbered = properties.find(f"{_W}numPr")
        if numbered is None:
            return by_style
        identity = _child(numbered, "numId") or (by_style[0] if by_style else "")
        depth = _child(numbered, "ilvl")
        at = int(depth) if depth else (by_style[1] if by_style else 0)
        return (identity, min(at, _LEVELS - 1)) if identity not in {"", "0"} else None


def _part(depth: int, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    level = levels.get(depth, _Level())
    return _written(counts.get(depth, level.start), level.form)


def _written(number: int, form: str) -> str:
    letters = form in {"lowerLetter", "upperLetter"}
    if letters and number > 0:
        sign = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return sign.upper() if form == "upperLetter" else sign
    if form in {"upperRoman", "lowerRoman"}:
        return roman(number) if form == "upperRoman" else roman(number).lower()
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _level(element: Element) -> _Level:
    return _Level(
        int(_child(element, "start") or 1), _child(element, "numFmt") or "decimal", _child(element, "lvlText")
    )


def _value(element: Element, name: str) -> str:
    return element.get(f"{_W}{name}", "")


def _child(element: Element, name: str) -> str:
    child = element.find(f"{_W}{name}")
    return child.get(f"{_W}val", "") if child is not None else ""
