"""What a reader must be told about a document or a provision, in Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from phapquy.corpus.amendments import Amendment
from phapquy.corpus.kinds import HaveText, Operation, SourceQuality, TextKind
from phapquy.corpus.manifest import Entry
from phapquy.law.provision import ProvisionId

_DONE = {
    Operation.SUA_DOI: "sửa đổi",
    Operation.BO_SUNG: "bổ sung",
    Operation.THAY_THE: "thay thế",
    Operation.BAI_BO: "bãi bỏ",
    Operation.HET_HIEU_LUC: "làm hết hiệu lực",
    Operation.NGUNG: "tạm ngưng áp dụng",
}


def short_date(day: date) -> str:
    """Write a date as ``05/8/2026``."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)  # noqa: PLR2004
    return f"{day.day:02d}/{month}/{day.year}"


def of_text(entry: Entry) -> Iterable[str]:
    """Yield what is wrong or missing with the stored text itself."""
    if entry.source_quality is SourceQuality.DIGEST:
        yield (
            f"Kho không có nguyên văn {entry.type} số {entry.number}; nội dung là bản tóm lược bằng lời riêng, "
            "không phải lời văn của văn bản."
        )
    elif entry.source_quality is SourceQuality.SECONDARY:
        yield f"Bản {entry.cite_as} trong kho lấy từ nguồn thứ cấp, cần đối chiếu với bản chính thức."
    if not entry.complete and entry.source_quality is not SourceQuality.DIGEST and entry.note:
        yield f"Bản {entry.cite_as} trong kho chưa đầy đủ. {entry.note}"


def of_manifest(entry: Entry) -> Iterable[str]:
    """Yield what the manifest wants every reader of the document to know, with the document's name before it."""
    for line in entry.warnings:
        yield line if entry.number in line or entry.short in line else f"{entry.cite_as}: {line}"


def doubts_at(entry: Entry, provision: ProvisionId) -> tuple[str, ...]:
    """Return what could not be read with certainty in a provision, or in what it holds or stands in, each once."""
    touched = (
        doubt.note
        for doubt in entry.doubts
        if (where := ProvisionId.parse(doubt.provision)).within(provision) or provision.within(where)
    )
    return tuple(dict.fromkeys(touched))


def of_doubts(entry: Entry, provision: ProvisionId) -> Iterable[str]:
    """Yield what could not be read with certainty in a provision, with the document's name before it."""
    return (f"{entry.cite_as}: {note}" for note in doubts_at(entry, provision))


def of_dates(entry: Entry, day: date) -> Iterable[str]:
    """Yield what follows from the day asked about."""
    if entry.effective and day < entry.effective:
        begins = short_date(entry.effective)
        yield f"Đến ngày {short_date(day)} {entry.cite_as} chưa có hiệu lực (có hiệu lực từ {begins})."
    if entry.expires and entry.expires <= day:
        yield f"Đến ngày {short_date(day)} {entry.cite_as} đã hết hiệu lực (từ {short_date(entry.expires)})."
    if entry.wording_from and day < entry.wording_from:
        yield (
            f"Lời văn của {entry.cite_as} là bản hợp nhất, trong đó có sửa đổi chỉ áp dụng từ "
            f"{short_date(entry.wording_from)}; quy định áp dụng vào ngày {short_date(day)} có thể khác."
        )


def of_unseen(entry: Entry, rows: Iterable[Amendment], entries: Mapping[str, Entry]) -> Iterable[str]:
    """Yield one warning for each later text that changed the document and whose wording is not at hand.

    ``entries`` are the corpus' documents by slug: where one of them is a digest of the later text, it says so.
    """
    grouped: dict[str, list[Amendment]] = {}
    for row in rows:
        if row.have_text is HaveText.KHONG and row.operation is not Operation.NONE:
            for number in _NUMBERS.split(row.by):
                grouped.setdefault(number, []).append(row)
    held = {one.number: one for one in entries.values()}
    for number, group in grouped.items():
        changed = any(row.operation in _CHANGES for row in group)
        done = "đã được sửa đổi, bổ sung" if changed else f"đã bị {_DONE[group[0].operation]} một phần"
        days = [row.effective for row in group if row.effective]
        since = f" từ ngày {short_date(min(days))}" if days else ""
        later = held.get(number)
        name = f"{later.type} số {number}" if later else f"văn bản số {number}"
        only = "chỉ có bản tóm lược của" if later and later.text_kind is TextKind.DIGEST else "chưa có nguyên văn"
        yield f"{entry.cite_as} {done} theo {name}{since}; kho {only} phần đó."


_NUMBERS = re.compile(r", | và ")
_CHANGES = frozenset({Operation.SUA_DOI, Operation.BO_SUNG, Operation.THAY_THE})
