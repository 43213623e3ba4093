"""The steps of cleaning in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from phapquy.corpus.cleaning import (
    broken,
    doubled,
    furniture,
    legacy,
    letters,
    notes,
    recognised,
    renumbered,
    signature,
)
from phapquy.corpus.cleaning.paragraphs import assemble
from phapquy.corpus.cleaning.tally import Tally, each_line
from phapquy.corpus.readers.lines import Draft, Page
from phapquy.corpus.readers.model import Change, PageSpan, ReadResult
from phapquy.corpus.readers.quality import quality

LOW = 0.9
"""Share of well-formed words under which a page is not trusted. Of the checked texts cut in 1,838 pages of 3,000
characters, one is under it: a list of names of other languages."""
POOR = "nhiều từ không đúng chính tả tiếng Việt (chất lượng {share:.0%})"
_FEWEST_CHARACTERS = 200
_ROUNDS = 4

_LINE_STEPS: tuple[tuple[str, Callable[[str, Tally], str]], ...] = (
    ("ký tự không rõ là chữ gì", letters.plain_blanks),
    (legacy.STEP, legacy.decoded),
    (doubled.STEP, doubled.undouble),
    (letters.LOOK_ALIKE, letters.look_alikes),
    (letters.TONE, letters.tones),
    (broken.STEP, broken.mended),
)
_PAGE_STEPS: tuple[tuple[str, Callable[[list[Page], Tally], None]], ...] = (
    (furniture.RULE, furniture.without_rules),
    (furniture.STEP, furniture.without_furniture),
    (signature.STEP, signature.unflattened),
    (notes.STEP, notes.unglued),
    (recognised.TONELESS, recognised.completed),
    (renumbered.STEP, renumbered.renumbered),
)
_SHAPED = (furniture.without_rules, signature.unflattened)
"""Steps that undo a printed layout: a plain text has none, and what looks like one is its writer's."""
_RECOGNISED = (recognised.completed, renumbered.renumbered)
_KIND_STEPS: tuple[tuple[tuple[str, ...], str, Callable[[str, Tally], str]], ...] = (
    (("pdf", "scan"), broken.SIGNS, broken.tight),
    (("scan",), recognised.STEP, recognised.settled),
)


def clean(draft: Draft) -> ReadResult:
    """Return a draft as clean text with the map to its pages, all changes, and what is not to be trusted."""
    changes = [Change(step, count, samples) for step, count, samples in draft.done]
    tallies = [Tally(name) for name, _ in _LINE_STEPS]
    for page in draft.pages:
        for one in tallies:
            one.page = page.number
        page.lines = [replace(line, text=_settled(line.text, tallies)) for line in page.lines]
    changes.extend(change for one in tallies for change in one.changes())
    for kinds, name, step in _KIND_STEPS:
        if draft.kind in kinds:
            tally = Tally(name)
            each_line(draft.pages, tally, step)
            changes.extend(tally.changes())
    for name, whole in _PAGE_STEPS:
        if (draft.kind == "text" and whole in _SHAPED) or (draft.kind != "scan" and whole in _RECOGNISED):
            continue
        tally = Tally(name)
        whole(draft.pages, tally)
        changes.extend(tally.changes())
    tally = Tally(broken.HYPHEN)
    made = assemble(draft.pages, tally)
    changes.extend(tally.changes())
    spans = _spans(draft, made.text, made.starts)
    return ReadResult(made.text, spans, tuple(changes), quality(made.text), draft.kind, tuple(draft.warnings))


def clean_text(text: str) -> str:
    """Return one text, a paragraph a line, with only the steps that look at single lines."""
    tallies = [Tally(name) for name, _ in _LINE_STEPS]
    return "\n".join(_settled(line, tallies) for line in text.split("\n"))


def _settled(text: str, tallies: Sequence[Tally]) -> str:
    """Take a line through the steps until none changes it: a decoded word may have to be mended."""
    for _ in range(_ROUNDS):
        before = text
        for (_, step), tally in zip(_LINE_STEPS, tallies, strict=True):
            text = step(text, tally)
        if text == before:
            break
    return text


def _spans(draft: Draft, text: str, starts: tuple[int, ...]) -> tuple[PageSpan, ...]:
    ends = [*starts[1:], len(text)]
    spans = []
    for at, (page, start, end) in enumerate(zip(draft.pages, starts, ends, strict=True)):
        span = PageSpan(page.number, 0 if at == 0 else start, end)
        why = [*page.doubts]
        share = quality(text[span.start : span.end])
        if end - span.start >= _FEWEST_CHARACTERS and share < LOW:
            why.append(POOR.format(share=share))
        spans.append(replace(span, trusted=not why, why="; ".join(why)))
    return tuple(spans)
