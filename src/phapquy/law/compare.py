"""What changed between two wordings, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\n|[^\W_]+(?:[-/.,][^\W_]+)*|[^\w\s]|_+")
_TIGHT = re.compile(r"\s+([.,;:)”…?!])|([(“])\s+")


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words: kept (``old == new``), removed (``new`` empty), added (``old`` empty) or replaced."""

    old: str
    new: str

    @property
    def kept(self) -> bool:
        """Whether the run is the same in both."""
        return self.old == self.new


def word_diff(old: str, new: str) -> tuple[Change, ...]:
    """Compare two texts word by word; line ends count as words, other white space does not."""
    before, after = _WORD.findall(old.strip()), _WORD.findall(new.strip())
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return tuple(
        Change(_joined(before[start:end]), _joined(after[first:last]))
        for _, start, end, first, last in matcher.get_opcodes()
    )


def marked(changes: tuple[Change, ...]) -> str:
    """Write the changes in one text: ``[-removed-]`` and ``{+added+}``."""
    out: list[str] = []
    for change in changes:
        if change.kept:
            out.append(change.old)
        else:
            out.extend((_between("[-", change.old, "-]"), _between("{+", change.new, "+}")))
    return re.sub(r" *\n *", "\n", " ".join(piece for piece in out if piece))


def _between(left: str, text: str, right: str) -> str:
    """Put marks around the words, line ends left outside."""
    words = text.strip("\n ")
    return text.replace(words, f"{left}{words}{right}", 1) if words else text


def _joined(words: list[str]) -> str:
    text = " ".join(words)
    return re.sub(r" ?\n ?", "\n", _TIGHT.sub(lambda found: found[1] or found[2], text))
