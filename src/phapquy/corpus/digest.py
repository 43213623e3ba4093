"""Digests: what is reported of documents whose wording is not to be had, item by item, in our own words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from phapquy.corpus.kinds import Operation
from phapquy.errors import TextError
from phapquy.law.label import RUNNING
from phapquy.law.provision import Diagnostic, Document, Kind, Provision, ProvisionId


def _day(value: Any) -> Any:
    return None if value == "" else value


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DigestHeader(_Strict):
    """What the digest is of, where it comes from, and what it does not know."""

    slug: str
    so_ky_hieu: str
    ten: str
    ky_bao_cao: str = ""
    co_quan_ban_hanh: str
    ngay_ban_hanh: date
    ngay_hieu_luc: date | None = None
    ngay_ban_hanh_agreement: str = ""
    ngay_hieu_luc_agreement: str = ""
    header_agreement: str = ""
    tinh_trang: str
    nguoi_ky: str = ""
    can_cu: str = ""
    lien_quan: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    header_sources: tuple[str, ...] = ()
    dan_qua: tuple[str, ...] = ()
    quy_uoc: tuple[str, ...] = ()
    chua_biet: tuple[str, ...] = ()


class DigestItem(_Strict):
    """One thing the document is reported to say."""

    id: str
    numbering: str = Field(pattern=r"^(theo-van-ban|theo-bao-chi|suy-luan)$")
    """``suy-luan``: a running number of ours, never to be cited as an article or clause number."""
    heading: str
    summary: str
    assignees: tuple[str, ...] = ()
    deadline: Annotated[date | None, BeforeValidator(_day)] = None
    deadline_agreement: str = ""
    amends: tuple[str, ...] = ()
    operation: Operation = Operation.NONE
    effective: Annotated[date | None, BeforeValidator(_day)] = None
    hien_trang: str = ""
    ghi_chu: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()
    agreement: str = Field(pattern=r"^(hai-nguon|mot-nguon)$")
    """Whether at least two independent sources report the item."""

    @property
    def identity(self) -> ProvisionId:
        """The item's id as a value."""
        return ProvisionId.parse(self.id)

    @property
    def numbered_by_source(self) -> bool:
        """Whether a source printed the number."""
        return self.numbering != "suy-luan"


class Digest(_Strict):
    """A whole digest file."""

    header: DigestHeader
    item: tuple[DigestItem, ...] = Field(min_length=1)


def read_digest(slug: str, text: str) -> Digest:
    """Read a digest from its TOML text.

    Raises:
        TextError: not TOML, a field is missing or unknown, or an id belongs to another document.
    """
    try:
        digest = Digest.model_validate(tomllib.loads(text))
        strangers = [item.id for item in digest.item if item.identity.slug != slug]
    except tomllib.TOMLDecodeError as error:
        raise TextError(f"Bản tóm lược {slug} sai cú pháp TOML: {error}.") from error
    except (ValidationError, ValueError) as error:
        raise TextError(f"Bản tóm lược {slug} có dữ kiện sai: {_short(error)}.") from error
    if digest.header.slug != slug or strangers:
        raise TextError(f"Bản tóm lược {slug} lẫn nội dung của văn bản khác: {strangers or digest.header.slug}.")
    return digest


def _short(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{' › '.join(map(str, first['loc']))}: {first['msg']}"
    return str(error)


def as_document(digest: Digest) -> Document:
    """Build the document of a digest: an opening, then one node an item, in natural sentences.

    Items numbered by the document itself are ``Kind.DIEU`` and ``Kind.KHOAN``; all others, whose numbers
    must not be mistaken for articles, are ``Kind.DOAN``; one whose number is ours alone is called an ``Ý``.
    """
    return _Builder(digest).build()


class _Builder:
    """Writes the text from left to right and keeps the offsets."""

    def __init__(self, digest: Digest) -> None:
        self.digest = digest
        self.text = ""
        self.nodes: list[Provision] = []

    def build(self) -> Document:
        slug = self.digest.header.slug
        self.text = "\n".join(_opening(self.digest.header)) + "\n"
        self.nodes.append(Provision(Kind.MO_DAU, "", 0, len(self.text), len(self.text)))
        for dieu, items in self._groups():
            self.nodes.append(self._item(items[0]) if dieu is None else self._dieu(slug, dieu, items))
        return Document(slug, self.text, tuple(self.nodes), self._diagnostics())

    def _groups(self) -> Iterator[tuple[str | None, list[DigestItem]]]:
        """Yield each item alone, and the clauses of one article together."""
        grouped: dict[str, list[DigestItem]] = {}
        for item in self.digest.item:
            identity = item.identity
            key = identity.parts[0] if len(identity.parts) > 1 else item.id
            grouped.setdefault(key, []).append(item)
        for key, items in grouped.items():
            yield (key if len(items[0].identity.parts) > 1 else None), items

    def _dieu(self, slug: str, dieu: str, items: list[DigestItem]) -> Provision:
        start = len(self.text)
        self.text += f"Điều {dieu}.\n"
        own_end = len(self.text)
        children = tuple(self._item(item) for item in items)
        identity = ProvisionId(slug, (dieu,))
        return Provision(Kind.DIEU, dieu, start, own_end, len(self.text), identity, children=children)

    def _item(self, item: DigestItem) -> Provision:
        identity, start = item.identity, len(self.text)
        kind = _kind(item)
        word = {Kind.DIEU: "Điều", Kind.KHOAN: "Khoản"}.get(kind, "Mục" if item.numbered_by_source else RUNNING)
        self.text += f"{word} {identity.parts[-1]}. "
        heading = (len(self.text), len(self.text) + len(item.heading))
        stop = "" if item.heading.endswith((".", "?", "!", ":")) else "."
        self.text += "\n".join([item.heading + stop, " ".join(_sentences(item))]) + "\n"
        end = len(self.text)
        return Provision(kind, identity.parts[-1], start, end, end, identity, heading)

    def _diagnostics(self) -> tuple[Diagnostic, ...]:
        ids = [item.id for item in self.digest.item]
        twice = sorted({one for one in ids if ids.count(one) > 1})
        return tuple(Diagnostic("duplicate-id", f"Mục {one} xuất hiện hai lần.") for one in twice)


def _kind(item: DigestItem) -> Kind:
    if item.numbering != "theo-van-ban":
        return Kind.DOAN
    return Kind.KHOAN if len(item.identity.parts) > 1 else Kind.DIEU


def _opening(header: DigestHeader) -> list[str]:
    issued = f"Số {header.so_ky_hieu}, {header.co_quan_ban_hanh} ban hành ngày {in_words(header.ngay_ban_hanh)}"
    if header.ngay_hieu_luc:
        issued += f", có hiệu lực từ ngày {in_words(header.ngay_hieu_luc)}"
    period = f" ({header.ky_bao_cao})" if header.ky_bao_cao else ""
    lines = [f"{header.ten}{period}", f"{issued}.", "Đây là bản tóm lược bằng lời riêng, không phải nguyên văn."]
    if header.can_cu:
        lines.append(f"Căn cứ: {header.can_cu}.")
    return lines


def _sentences(item: DigestItem) -> Iterator[str]:
    yield item.summary.strip()
    if item.assignees:
        yield f"Cơ quan, tổ chức được giao: {_listed(item.assignees)}."
    if item.deadline:
        weak = " (chỉ một nguồn nêu)" if item.deadline_agreement == "mot-nguon" else ""
        yield f"Thời hạn hoàn thành: chậm nhất ngày {in_words(item.deadline)}{weak}."
    if item.effective:
        yield f"Có hiệu lực từ ngày {in_words(item.effective)}."
    if item.agreement == "mot-nguon":
        yield "Nội dung này mới có một nguồn nêu."


def _listed(names: tuple[str, ...]) -> str:
    lowered = [names[0], *(name[:1].lower() + name[1:] if name.startswith("Các ") else name for name in names[1:])]
    return lowered[0] if len(lowered) == 1 else f"{'; '.join(lowered[:-1])} và {lowered[-1]}"


def in_words(day: date) -> str:
    """Write a date as laws do: ``01 tháng 7 năm 2025`` (a zero before days, and before months 1 and 2)."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)  # noqa: PLR2004
    return f"{day.day:02d} tháng {month} năm {day.year}"
