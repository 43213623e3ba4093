"""The facts of a document as its own text gives them, each with the place it was read from.

Nothing is guessed: a fact that the text does not state, or states in two ways, is None, with the reason. A person
confirms the rest (``phapquy corpus add``).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from phapquy.corpus.letterhead import Letterhead, read_letterhead
from phapquy.corpus.numbers import Reading
from phapquy.law.amending import all_operations
from phapquy.law.force import Anchor, ForceFact, ForceKind, read_force
from phapquy.law.orders import PHRASES, Act
from phapquy.law.provision import Document
from phapquy.law.structure import parse

T = TypeVar("T")

AMENDS, REPLACES, REPEALS = "sửa đổi, bổ sung", "thay thế", "bãi bỏ"


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """One fact: its value, where in the text it stands, or why there is none."""

    value: T | None = None
    start: int | None = None
    end: int | None = None
    """``text[start:end]`` is the wording the value was read from; both None if there is none."""
    why: str = ""
    """In Vietnamese, why the value is None or needs a second look; empty if it is plainly stated."""


@dataclass(frozen=True, slots=True)
class Affected:
    """A document that this one amends, replaces or repeals."""

    operation: str
    """``sửa đổi, bổ sung``, ``thay thế`` or ``bãi bỏ``."""
    number: str
    """As printed: ``61/2018/NĐ-CP``; empty if only the name is given."""
    name: str
    """The words the text names it with: ``Nghị định 61/2018/NĐ-CP``."""
    start: int
    end: int
    """The clause that says so."""
    whole: bool = False
    """Whether it is all of that document, not provisions of it."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself."""

    number: Found[str]
    type: Found[str]
    """``Luật``, ``Nghị định``, ``Nghị quyết``, ``Văn bản hợp nhất`` …"""
    title: Found[str]
    """Without the type: ``Cán bộ, công chức``."""
    issuer: Found[str]
    signed: Found[datetime.date]
    effective: Found[datetime.date]
    affects: tuple[Affected, ...] = ()


def read_metadata(document_text: str) -> Metadata:
    """Read the facts out of a clean text (one paragraph a line); never raises, whatever the text."""
    document = parse("van-ban", document_text)
    head = read_letterhead(document)
    number = _found(head.number, "Phần đầu văn bản không có số, ký hiệu.")
    signed = _dated(head.signed, number.value)
    return Metadata(
        number,
        _found(head.type, "Không thấy dòng ghi loại văn bản."),
        _found(head.title, "Không thấy tên văn bản."),
        _found(head.issuer, "Không thấy cơ quan ban hành."),
        signed,
        _effective(document, head, signed),
        tuple(_affects(document, number.value or "")),
    )


def _found(reading: Reading | None, missing: str) -> Found[str]:
    if reading is None:
        return Found(why=missing)
    return Found(reading.value or None, reading.start, reading.end, reading.why)


def _dated(reading: Reading | None, number: str | None) -> Found[datetime.date]:
    if reading is None:
        return Found(why="Văn bản không ghi ngày ký, ngày thông qua.")
    day = datetime.date.fromisoformat(reading.value) if reading.value else None
    why = reading.why
    year = number.split("/")[1] if number and number.count("/") > 1 else ""
    if day and year.isdigit() and int(year) != day.year:
        why = f"Năm trong số hiệu là {year}, khác năm của ngày ký. {why}".strip()
    return Found(day, reading.start, reading.end, why)


def _effective(document: Document, head: Letterhead, signed: Found[datetime.date]) -> Found[datetime.date]:
    """Return the first day of force of the whole document, if its clauses name one and the same."""
    begins = [fact for fact in read_force(document) if fact.kind is ForceKind.BEGINS and fact.whole]
    days = {day: fact for fact in reversed(begins) if (day := _day(fact, signed.value))}
    if len(days) > 1:
        shown = ", ".join(f"{day:%d/%m/%Y}" for day in sorted(days))
        return Found(why=f"Văn bản nêu nhiều ngày có hiệu lực: {shown}.")
    if days:
        (day, fact) = next(iter(days.items()))
        return Found(day, *fact.span, _second_look(fact, head))
    if begins:
        fact = begins[0]
        return Found(None, *fact.span, f"Hiệu lực tính từ {fact.moment.anchor.value}, văn bản không ghi ngày đó.")
    return Found(why="Không thấy điều khoản ghi ngày có hiệu lực.")


def _day(fact: ForceFact, signed: datetime.date | None) -> datetime.date | None:
    if fact.moment.day or fact.moment.anchor not in {Anchor.SIGNED, Anchor.ADOPTED}:
        return fact.moment.day
    return signed


def _second_look(fact: ForceFact, head: Letterhead) -> str:
    notes = []
    if head.consolidated:
        notes.append("Ngày của văn bản gốc; các phần sửa đổi có ngày riêng (xem chú thích).")
    if fact.excepted or fact.limited:
        notes.append("Có điều khoản có hiệu lực vào ngày khác.")
    if fact.moment.anchor in {Anchor.SIGNED, Anchor.ADOPTED}:
        notes.append(f"Tính từ {fact.moment.anchor.value}.")
    return " ".join(notes)


def _affects(document: Document, own: str) -> Iterator[Affected]:
    """Yield each document affected once for each thing done to it, whole documents before parts of them."""
    found: dict[tuple[str, str], Affected] = {}
    for one in (*_ended(document), *_amended(document)):
        if one.number == own and own:
            continue
        key = (one.operation if not one.whole else REPLACES, one.name)
        if one.operation != AMENDS and (AMENDS, one.name) in found and not one.whole:
            continue
        found.setdefault(key, one)
    yield from sorted(found.values(), key=lambda one: one.start)


def _ended(document: Document) -> Iterator[Affected]:
    for fact in read_force(document):
        if fact.kind is ForceKind.ENDS_OTHER and fact.document and not fact.parts:
            words = document.text[slice(*fact.span)].casefold()
            operation = REPLACES if "thay thế" in words or "hết hiệu lực" in words else REPEALS
            yield Affected(operation, _number(fact.document), fact.document, *fact.span, whole=True)


def _amended(document: Document) -> Iterator[Affected]:
    for one in all_operations(document):
        node = document.provisions.get(one.clause)
        if one.document is None or node is None or one.unread:
            continue
        ends = one.act in {Act.BAI_BO, Act.HET_HIEU_LUC}
        whole = one.targets == ((),) and one.act not in PHRASES and (ends or one.act is Act.THAY_THE)
        operation = (REPEALS if one.act is Act.BAI_BO else REPLACES) if whole else AMENDS
        made = Affected(operation, _number(one.document), one.document, node.start, node.own_end)
        yield replace(made, whole=whole)


def _number(name: str) -> str:
    last = name.rsplit(" ", 1)[-1]
    return last if "/" in last and any(char.isdigit() for char in last) else ""
