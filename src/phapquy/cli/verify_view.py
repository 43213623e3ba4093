"""The report of ``phapquy verify`` for a terminal of 100 columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import typer

from phapquy.checking.report import Force, Result, Verdict
from phapquy.cli.common import wrap
from phapquy.corpus.kinds import SourceQuality

if TYPE_CHECKING:
    from phapquy.checking.report import CitationCheck, ProvisionCheck, QuoteCheck, Report

_RESULTS = {
    Result.EXISTS: "tồn tại",
    Result.MISSING: "KHÔNG TỒN TẠI",
    Result.OUTSIDE: "ngoài kho",
    Result.AMBIGUOUS: "chưa rõ",
    Result.NOT_CHECKED: "không kiểm tra được",
}
_FORCES = {Force.IN_FORCE: "còn hiệu lực", Force.ENDED: "HẾT HIỆU LỰC", Force.NOT_YET: "CHƯA CÓ HIỆU LỰC"}
_VERDICTS = {
    Verdict.VERIFIED: "đúng",
    Verdict.REPAIRED: "gần đúng",
    Verdict.NOT_VERIFIED: "KHÔNG KHỚP",
    Verdict.NOT_CHECKED: "không kiểm tra được",
}
_SHOWN = 5
"""Provisions of one citation that are shown one by one."""
_EDGES = " .,;:"
_LENGTH = 320
"""Characters of words that are shown."""

_ID = re.compile(r"(?<![\w/-])[a-z]{2,5}-[a-z0-9-]+/[0-9A-Za-zđ/]+")

Cite = Callable[[str], str]


def show(report: Report, cite: Cite) -> None:
    """Print a report: a block a citation, then the loose quotations, then the counts."""
    typer.echo(f"Kiểm tra theo pháp luật tại ngày {report.as_of:%d/%m/%Y}\n")
    for number, one in enumerate(report.citations, 1):
        for line in _citation(number, one, cite):
            typer.echo(line)
        typer.echo()
    if report.quotations:
        typer.echo("Lời trong ngoặc kép không kèm viện dẫn")
        for quote in report.quotations:
            for line in _quote(quote, cite):
                typer.echo(line)
        typer.echo()
    for line in _summary(report):
        typer.echo(line)


def _citation(number: int, one: CitationCheck, cite: Cite) -> Iterator[str]:
    mark = "✗" if one.wrong else ("✓" if one.result is Result.EXISTS else "?")
    yield _hanging(f"{mark} {number}. [dòng {one.line}] ", _short(one.words))
    if one.result is not Result.EXISTS:
        yield wrap(_sentence(_RESULTS[one.result], one.reason), "     ")
    there = [part for part in one.provisions if part.result is Result.EXISTS]
    shown = there if len(there) <= _SHOWN else [part for part in there if part.force is not Force.IN_FORCE][:_SHOWN]
    if len(there) > len(shown):
        whole = sum(part.force is Force.IN_FORCE for part in there)
        yield wrap(f"tồn tại: {len(there)} điều khoản, {whole} còn hiệu lực", "     ")
    for part in shown:
        yield from _provision(part, cite)
    others = [part for part in one.provisions if part.result is not Result.EXISTS and part.reason != one.reason]
    for part in others[:_SHOWN]:
        yield wrap(_sentence(_RESULTS[part.result], part.reason), "     ")
    for note in one.notes:
        yield wrap(f"lưu ý: {note}", "     ")
    for quote in one.quotes:
        yield from _quote(quote, cite)


def _provision(one: ProvisionCheck, cite: Cite) -> Iterator[str]:
    yield wrap(f"tồn tại: {one.label} [{one.id}]", "     ")
    facts = [_force(one, cite)]
    if one.amended_by:
        done = "được bổ sung" if one.inserted else "đã sửa đổi, bổ sung"
        facts.append(f"{done} theo {'; '.join(map(cite, one.amended_by))}")
    if one.wording_from and one.wording_from not in {one.id, *one.amended_by}:
        facts.append(f"lời văn của ngày ở {cite(one.wording_from)}")
    if one.source_quality:
        facts.append(f"nguồn: {SourceQuality(one.source_quality).label}")
    for fact in facts:
        yield wrap(fact, "     ")
    for note in one.doubts:
        yield wrap(f"CẦN ĐỐI CHIẾU BẢN GỐC: {note}", "     ")
    for note in one.notes:
        yield wrap(f"lưu ý: {_in_words(note, cite)}", "     ")


def _force(one: ProvisionCheck, cite: Cite) -> str:
    if one.force is None:
        return "không rõ hiệu lực"
    words = _FORCES[one.force]
    if one.force is Force.ENDED:
        since = f" từ {one.until:%d/%m/%Y}" if one.until else ""
        return f"{words}{since}" + (f", theo {'; '.join(map(cite, one.ended_by))}" if one.ended_by else "")
    return words + (f" (từ {one.since:%d/%m/%Y})" if one.since else "")


def _in_words(note: str, cite: Cite) -> str:
    """Write the ids of a note in words."""
    return _ID.sub(lambda found: cite(found[0]), note)


def _quote(one: QuoteCheck, cite: Cite) -> Iterator[str]:
    yield _hanging(f"     [dòng {one.line}] lời trích {_VERDICTS[one.verdict]}: ", f"“{_short(one.words)}”")
    if one.reason:
        yield wrap(_in_words(one.reason, cite), "       ")
    text = " … ".join(" ".join(part.text.split()) for part in one.true_words)
    if one.verdict is not Verdict.VERIFIED and text and text.strip(_EDGES) != one.words.strip(_EDGES):
        yield wrap(f"lời trong kho ({cite(one.true_words[0].source)}): “{_short(text)}”", "       ")
    if one.differences:
        yield wrap(f"khác ở: {' '.join(one.differences.split())}", "       ")


def _summary(report: Report) -> Iterator[str]:
    counts = report.counts
    if not report.citations:
        yield "Không thấy viện dẫn nào trong văn bản."
    yield "Tổng hợp"
    yield f"  Viện dẫn ({len(report.citations)})" + _listed(
        (("tồn tại", counts["citations"]["exists"]), ("không tồn tại", counts["citations"]["missing"]),
         ("ngoài kho", counts["citations"]["outside"]), ("chưa rõ", counts["citations"]["ambiguous"]),
         ("không kiểm tra được", counts["citations"]["not_checked"]))
    )  # fmt: skip
    yield "  Hiệu lực" + _listed(
        (("còn hiệu lực", counts["force"]["in_force"]), ("hết hiệu lực", counts["force"]["ended"]),
         ("chưa có hiệu lực", counts["force"]["not_yet"]))
    )  # fmt: skip
    yield "  Trích dẫn" + _listed(
        (("đúng", counts["quotes"]["verified"]), ("gần đúng", counts["quotes"]["repaired"]),
         ("không khớp", counts["quotes"]["not_verified"]), ("không kiểm tra được", counts["quotes"]["not_checked"]))
    )  # fmt: skip
    if report.not_checked:
        yield f"  Không kiểm tra được: {len(report.not_checked)}"
        for one in report.not_checked:
            words = f"{_short(one.words, 60)}: " if one.words else ""
            yield _hanging(f"    [dòng {one.line}] ", f"{words}{one.reason}")
    yield f"  Kết luận: {_conclusion(report)}"


def _conclusion(report: Report) -> str:
    if not report.ok:
        return "CÓ ĐIỀU SAI, xem các mục đánh dấu ✗"
    if not report.citations and not report.quotations:
        return "không có gì để kiểm tra"
    return "không thấy điều gì sai" + (" trong phần kiểm tra được" if report.not_checked else "")


def _listed(counts: tuple[tuple[str, int], ...]) -> str:
    return ": " + " · ".join(f"{name} {count}" for name, count in counts)


def _sentence(head: str, reason: str) -> str:
    return f"{head}: {reason}" if reason else head


def _short(text: str, length: int = _LENGTH) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


def _hanging(head: str, text: str, width: int = 96) -> str:
    """Fold a paragraph under its head."""
    import textwrap

    indent = " " * (len(head) - len(head.lstrip()) + 5)
    return textwrap.fill(head + text, width, subsequent_indent=indent, break_long_words=True, drop_whitespace=True)
