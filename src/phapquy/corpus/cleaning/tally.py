"""What a step changed: counted, with a few samples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from phapquy.corpus.readers.lines import Page
from phapquy.corpus.readers.model import Change

_SAMPLES = 5
_LONGEST = 60


@dataclass(slots=True)
class Tally:
    """Counts the changes of one step."""

    step: str
    count: int = 0
    samples: list[str] = field(default_factory=list)
    page: int = 1

    def add(self, before: str, after: str, count: int = 1) -> str:
        """Count a change and return what it made."""
        self.count += count
        if len(self.samples) < _SAMPLES:
            self.samples.append(f"{_short(before)} → {_short(after)} (trang {self.page})")
        return after

    def changes(self) -> tuple[Change, ...]:
        """Return the step as a change, or nothing if it did nothing."""
        return (Change(self.step, self.count, tuple(self.samples)),) if self.count else ()


def each_line(pages: list[Page], tally: Tally, step: Callable[[str, Tally], str]) -> None:
    """Let a step rewrite the words of every line, in place."""
    for page in pages:
        tally.page = page.number
        for at, line in enumerate(page.lines):
            made = step(line.text, tally)
            if made != line.text:
                page.lines[at] = replace(line, text=made)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
