"""From a place in words to the provisions of a document that it names, or the reason why there are none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Protocol

from phapquy.corpus.amendments import Amendment
from phapquy.corpus.frames import Frame
from phapquy.corpus.kinds import TextKind
from phapquy.corpus.manifest import Manifest
from phapquy.errors import TextError
from phapquy.law.citations import THIS, Level, Step, Target
from phapquy.law.provision import Document, Kind, Provision, ProvisionId


class Corpus(Protocol):
    """What resolving needs of a library."""

    @property
    def manifest(self) -> Manifest:
        """The documents' facts."""

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """The known amendments; a provision that one inserts exists."""

    def document(self, slug: str) -> Document:
        """Return a document as a tree."""


class Problem(StrEnum):
    """Why a citation has no provision here."""

    OUTSIDE = "ngoài kho"
    """The document, the annex or the missing part of the text is not in the corpus."""
    MISSING = "không tồn tại"
    """The document is here and has no such provision."""
    AMBIGUOUS = "không rõ"
    """More than one document or provision answers to the words."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a citation points to."""

    ids: tuple[ProvisionId, ...] = ()
    problem: Problem | None = None
    why: str = ""
    """In Vietnamese, for a person; empty when resolved."""
    document: str = ""
    """Slug of the cited document, where it is in the corpus."""
    inserted: tuple[ProvisionId, ...] = ()
    """Those of ``ids`` that the stored text does not hold, because a later clause inserts them."""


class Places:
    """Looks up places in the documents of a corpus."""

    def __init__(self, library: Corpus) -> None:
        self._library = library

    def find(self, document: Document, target: Target) -> Resolution:
        """Find a completed place (see :func:`complete`) in a document."""
        if target[0].level is Level.PHU_LUC:
            return self._annex(document, target[0])
        unclear = _unclear(target)
        if unclear:
            return Resolution(problem=Problem.AMBIGUOUS, why=unclear, document=document.slug)
        if target[-1].level < Level.DIEU:
            return self._container(document, target)
        steps = [step for step in target if Level.DIEU <= step.level <= Level.DIEM]
        if steps[0].level is not Level.DIEU:
            # "khoản 2 Mục XI nội dung C Phần V": the numbering of an annex
            return Resolution(problem=Problem.OUTSIDE, why="kho không có phụ lục này", document=document.slug)
        identity = ProvisionId(document.slug, tuple(step.number for step in steps))
        if steps[-1].last:
            return self._range(document, identity, steps[-1].last)
        return self._exists(document, identity)

    def _exists(self, document: Document, identity: ProvisionId) -> Resolution:
        """The provision of exactly these numbers; ``12a`` is never taken for ``12``."""
        if identity in document.provisions:
            twice = identity.parent and identity.parent.child(f"{identity.parts[-1]}~2") in document.provisions
            if twice:
                why = f"{identity} có hai lần"
                return Resolution(problem=Problem.AMBIGUOUS, why=why, document=document.slug)
            return Resolution((identity,), document=document.slug)
        if any(identity.within(one) for one in self._inserted) or self._reworded(identity):
            return Resolution((identity,), document=document.slug, inserted=(identity,))
        entry = self._library.manifest.by_slug[document.slug]
        if not entry.complete or entry.text_kind is TextKind.DIGEST:
            return Resolution(problem=Problem.OUTSIDE, why=f"bản trong kho thiếu {identity}", document=document.slug)
        return Resolution(problem=Problem.MISSING, why=f"không có {identity}", document=document.slug)

    @cached_property
    def _inserted(self) -> frozenset[ProvisionId]:
        added = (row.targets for row in self._library.amendments if row.inserts_target)
        return frozenset(target for targets in added for target in targets)

    def _reworded(self, identity: ProvisionId) -> bool:
        """Whether a clause that rewrites the provision's article has a line of this number."""
        if len(identity.parts) == 1:
            return False
        line = re.compile(rf"^[“\"]?\s*{re.escape(identity.parts[-1])}[.)]", re.MULTILINE)
        for row in self._library.amendments:
            if row.rewords and any(identity.within(target) for target in row.targets):
                for by in row.by_provisions:
                    held = self._held(by.slug)
                    if held and by in held.provisions and line.search(held.full_text(held.provisions[by])):
                        return True
        return False

    def _held(self, slug: str) -> Document | None:
        try:
            return self._library.document(slug)
        except TextError:
            return None

    def _range(self, document: Document, first: ProvisionId, last: str) -> Resolution:
        """All provisions from the first to the last, with those inserted between them."""
        ends = [self._exists(document, one) for one in (first, replace(first, parts=(*first.parts[:-1], last)))]
        if broken := next((end for end in ends if end.problem), None):
            return broken
        siblings = [one for one in document.provisions if one.parts[:-1] == first.parts[:-1]]
        order = {one.parts[-1]: i for i, one in enumerate(siblings) if len(one.parts) == len(first.parts)}
        chosen = siblings[order.get(first.parts[-1], 0) : order.get(last, -1) + 1]
        return Resolution(tuple(chosen), document=document.slug)

    def _container(self, document: Document, target: Target) -> Resolution:
        """The articles of a chapter or section."""
        nodes = list(document.nodes)
        for step in target:
            kind = {Level.PHAN: Kind.PHAN, Level.CHUONG: Kind.CHUONG, Level.MUC: Kind.MUC,
                    Level.TIEU_MUC: Kind.TIEU_MUC}.get(step.level)  # fmt: skip
            inside = [one for node in nodes for one in node.walk() if one.kind is kind]
            nodes = _between(inside, step)
            if not nodes:
                return self._no_container(document, step)
        if len({node.start for node in nodes}) > 1 and not target[-1].last:
            return Resolution(problem=Problem.AMBIGUOUS, why="có nhiều chỗ cùng số", document=document.slug)
        ids = [one.id for node in nodes for one in node.walk() if one.kind is Kind.DIEU and one.id]
        return Resolution(tuple(ids), document=document.slug)

    def _no_container(self, document: Document, step: Step) -> Resolution:
        whole = self._library.manifest.by_slug[document.slug].complete and step.level in (Level.CHUONG, Level.MUC)
        # parts and lettered contents are those of an annex, and annexes are not stored
        problem = Problem.MISSING if whole else Problem.OUTSIDE
        name = {Level.CHUONG: "Chương", Level.MUC: "Mục", Level.PHAN: "Phần"}.get(step.level, "nội dung")
        return Resolution(problem=problem, why=f"không có {name} {step.number}", document=document.slug)

    def _annex(self, document: Document, step: Step) -> Resolution:
        annexes = [one.id for one in document.walk() if one.kind is Kind.PHU_LUC and one.id]
        number = _roman(step.number)
        if number is None and len(annexes) == 1:
            return Resolution((annexes[0],), document=document.slug)
        wanted = ProvisionId(document.slug, (f"pl{number}",))
        if wanted in annexes:
            return Resolution((wanted,), document=document.slug)
        why = f"kho không có Phụ lục {step.number}".strip()
        return Resolution(problem=Problem.OUTSIDE, why=f"{why} của {document.slug}", document=document.slug)


def complete(target: Target, frame: Frame) -> Target:
    """Put before a target the steps that the words leave to their place: the article of a bare ``khoản 2``."""
    this = next((step.level for step in target if step.number == THIS), None)
    if this is not None:
        own = next((i for i, step in enumerate(frame.steps) if step.level is this), None)
        here = {step.level: step for step in frame.steps}
        rest = tuple(
            here.get(step.level, step) if step.number == THIS else step for step in target if step.level > this
        )
        return target if own is None else (*frame.steps[: own + 1], *rest)
    if target[0].level is Level.DIEU:
        return target
    above = tuple(step for step in frame.steps if step.level < target[0].level)
    if target[0].level < Level.DIEU:
        return target if target[0].level is not Level.MUC else (*above, *target)
    return (*above, *target)


def _unclear(target: Target) -> str:
    """Why a completed place still names nothing, or an empty string."""
    if any(step.number == THIS for step in target):
        return "không rõ “này” là chỗ nào"
    if target[0].level > Level.DIEU:
        return "không rõ thuộc Điều nào"
    return ""


def _between(nodes: list[Provision], step: Step) -> list[Provision]:
    start = [i for i, node in enumerate(nodes) if node.number == step.number]
    if not step.last or not start:
        return [nodes[i] for i in start]
    end = next((i for i in range(start[0], len(nodes)) if nodes[i].number == step.last), None)
    return [] if end is None else nodes[start[0] : end + 1]


def _roman(number: str) -> int | None:
    if number.isdigit():
        return int(number)
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    if not number or any(sign not in values for sign in number):
        return None
    digits = [values[sign] for sign in number]
    return sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))
