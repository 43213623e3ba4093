"""``phapquy ask`` and ``phapquy search``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from phapquy.cli.common import AsJson, AsOf, open_kb, parse_day, print_json, wrap
from phapquy.cli.phrase import Rewrite, show_streaming, wants_rewriting
from phapquy.errors import PhapquyError, UsageError

if TYPE_CHECKING:
    from phapquy.answer.model import Answer, Citation
    from phapquy.search.retriever import SearchResult

_OUTCOMES = {"answered": "Trả lời", "clarify": "Cần hỏi thêm", "not_found": "Không tìm thấy"}
_LEVELS = {
    "xa": "Cấp xã", "tinh": "Cấp tỉnh", "trung-uong": "Trung ương", "nhieu-cap": "Nhiều cấp", "huyen": "Cấp huyện"
}  # fmt: skip
_ROLES = {"basis": "Căn cứ", "related": "Liên quan", "contrast": "Đối chiếu"}


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("ask", help="Hỏi: cấp nào, cơ quan nào, theo điều khoản nào.")(ask_command)
    app.command("search", help="Tìm điều khoản; --explain cho xem từng bước.")(search_command)


def ask_command(
    question: Annotated[str | None, typer.Argument(metavar="CÂU-HỎI", help="Câu hỏi; “-” đọc từ stdin.")] = None,
    *,
    as_of: AsOf = None,
    as_json: AsJson = False,
    batch: Annotated[
        Path | None, typer.Option("--batch", metavar="TỆP", help="Tệp JSONL, mỗi dòng một câu hỏi.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="TỆP", help="Nơi ghi câu trả lời của --batch.")] = None,
    docx: Annotated[Path | None, typer.Option("--docx", metavar="TỆP", help="Ghi Phiếu trả lời dạng Word.")] = None,
    pdf: Annotated[Path | None, typer.Option("--pdf", metavar="TỆP", help="Ghi Phiếu trả lời dạng PDF.")] = None,
    rewrite: Rewrite = None,
) -> None:
    """Answer one question, or a file of them."""
    day = parse_day(as_of)
    if batch is not None:
        if question is not None:
            raise UsageError("Chỉ dùng một trong hai: câu hỏi hoặc --batch.")
        if docx is not None or pdf is not None:
            raise UsageError("--docx và --pdf chỉ dùng với một câu hỏi, không dùng cùng --batch.")
        _batch(batch, out, as_of, rewrite=rewrite)
        return
    if out is not None:
        raise UsageError("--out chỉ dùng cùng --batch.")
    if question is None:
        raise UsageError('Thiếu câu hỏi. Ví dụ: phapquy ask "HĐND xã có được lập thôn mới không?"')
    kb = open_kb()
    reworded = wants_rewriting(kb, rewrite)
    answer = kb.ask(sys.stdin.read() if question == "-" else question, day)
    if as_json:
        print_json((kb.phrase(answer) if reworded else answer).to_json())
    elif reworded:
        show_streaming(kb, answer, _show_head, _show_tail)
    else:
        _show_head(answer)
        typer.echo(wrap(answer.text))
        _show_tail(answer)
    _write_sheets(answer, docx, pdf)


def _write_sheets(answer: Answer, docx: Path | None, pdf: Path | None) -> None:
    """Write the answer sheet where a file is named; its libraries are loaded only then."""
    if docx is None and pdf is None:
        return
    from datetime import date

    from phapquy.app.sheet import sheet_of
    from phapquy.app.sheet.docx import docx_of
    from phapquy.app.sheet.pdf import pdf_of
    from phapquy.cli.files import write_whole

    sheet = sheet_of(answer, date.today())
    for path, made in ((docx, docx_of), (pdf, pdf_of)):
        if path is not None:
            write_whole(path, made(sheet))
            typer.echo(f"Đã ghi phiếu trả lời vào {path}.", err=True)


def _show_head(answer: Answer) -> None:
    head = _OUTCOMES[answer.outcome.value]
    if answer.level:
        head += f" · {_LEVELS[answer.level]}"
    typer.echo(f"[{head}] áp dụng tại ngày {answer.as_of:%d/%m/%Y}")
    if answer.holders:
        typer.echo(wrap("; ".join(holder.organ for holder in answer.holders)))
    if answer.understood_as != answer.question:
        typer.echo(wrap(f"Hiểu là: {answer.understood_as}"))
    typer.echo()


def _show_powers(answer: Answer) -> None:
    """Say what each organ holds by the basis; the basis itself is listed below."""
    from phapquy.app.held import power_views

    for one in power_views(answer):
        typer.echo()
        typer.echo(wrap(one.organ))
        for name, value in one.facts:
            typer.echo(wrap(f"{name}: {value}", "   "))


def _show_tail(answer: Answer) -> None:
    _show_powers(answer)
    if answer.clarify:
        for choice in answer.clarify.choices:
            typer.echo(f"  - {choice}")
    if answer.citations:
        typer.echo()
    for one in answer.citations:
        _show_citation(one)
    for line in answer.warnings:
        typer.echo(wrap(f"Lưu ý: {line}"))
    typer.echo(
        f"\nKho văn bản: {answer.coverage.documents} văn bản, tính đến ngày {answer.coverage.as_at:%d/%m/%Y}.", err=True
    )


def _show_citation(one: Citation) -> None:
    from phapquy.corpus.kinds import SourceQuality

    typer.echo(wrap(f"{_ROLES[one.role.value]}: {one.label} [{one.id}]"))
    for why in one.doubts:
        typer.echo(wrap(f"CẦN ĐỐI CHIẾU BẢN GỐC: {why}", "   "))
    if one.role.value != "basis":
        return
    since = f"từ {one.effective_from:%d/%m/%Y}" if one.effective_from else "còn hiệu lực"
    until = f" đến trước {one.effective_to:%d/%m/%Y}" if one.effective_to else ""
    facts = [f"hiệu lực {since}{until}", f"nguồn {SourceQuality(one.source_quality).label}"]
    facts += [f"giao qua {one.labels.get(name, name)}" for name in one.via]
    facts += [f"sửa bởi {one.labels.get(name, name)}" for name in one.amended_by]
    typer.echo(wrap("; ".join(facts), "   "))
    if one.plain:
        typer.echo(wrap(f"nói dễ hiểu: {one.plain}", "   "))
    if one.points_to:
        places = (f"{it.label}{'' if it.in_force else ' (không có hiệu lực)'}" for it in one.points_to)
        typer.echo(wrap(f"dẫn chiếu tới: {'; '.join(places)}", "   "))


def _batch(source: Path, out: Path | None, as_of: str | None, *, rewrite: bool | None) -> None:
    """Answer a JSONL file in order; a line that cannot be read stops before anything is asked."""
    rows = list(_read_batch(source))
    if out is not None and (out.is_dir() or not out.parent.is_dir()):
        raise PhapquyError(f"Không ghi được {out}: hãy chọn một tệp trong thư mục đã có cho --out.")
    kb = open_kb()
    reworded = wants_rewriting(kb, rewrite)
    made = (_answer_row(kb, row, as_of, reworded=reworded) for row in rows)
    lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in made)
    if out is None:
        for line in lines:
            typer.echo(line, nl=False)
        return
    part = out.with_name(f".{out.name}.tmp")
    try:
        with part.open("w", encoding="utf-8") as stream:
            stream.writelines(lines)
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise PhapquyError(f"Không ghi được {out}. Hãy chọn nơi khác cho --out.") from error
    typer.echo(f"Đã ghi {len(rows)} câu trả lời vào {out}.", err=True)


def _read_batch(source: Path) -> Iterator[dict[str, Any]]:
    try:
        text = sys.stdin.read() if str(source) == "-" else source.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"Không đọc được {source}: cần tệp JSONL mã UTF-8.") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if not isinstance(row["question"], str):
                raise TypeError("question")
            parse_day(row.get("as_of"))
        except UsageError as error:
            raise UsageError(f"{source}, dòng {number}: {error}") from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UsageError(f'{source}, dòng {number}: cần một đối tượng JSON có "question" là chuỗi.') from error
        yield row


def _answer_row(kb: Any, row: dict[str, Any], as_of: str | None, *, reworded: bool) -> dict[str, Any]:
    """Answer one line; a question that cannot be read gives its error in place of an answer."""
    identity = row.get("id")
    day = parse_day(row.get("as_of") or as_of)
    try:
        asked = kb.ask(row["question"], day)
        answer: dict[str, Any] = (kb.phrase(asked) if reworded else asked).to_json()
    except UsageError as error:
        answer = kb.refused(row["question"], day, "bad-question", str(error)).to_json()
    return {"id": identity, **answer} if identity is not None else answer


def search_command(
    question: Annotated[str, typer.Argument(metavar="CÂU-HỎI")],
    *,
    as_of: AsOf = None,
    as_json: AsJson = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=100, help="Số điều khoản.")] = 10,
    explain: Annotated[
        bool, typer.Option("--explain", help="Cho xem từng bước: hiểu câu hỏi, điểm từng tín hiệu.")
    ] = False,
) -> None:
    """Rank provisions for a question."""
    kb = open_kb()
    result = kb.search(question, parse_day(as_of), limit)
    if as_json:
        print_json(_search_json(result))
        return
    if explain:
        _explain(result)
    for place, hit in enumerate(result.hits, 1):
        typer.echo(f"{place:3}. {hit.score:5.3f}  {hit.id}")
        if explain:
            typer.echo("       " + "  ".join(f"{name} {value:.2f}" for name, value in hit.signals.items()))
        typer.echo(wrap(kb.excerpt(str(hit.id)), "       "))
    if not result.hits:
        typer.echo("Không có điều khoản nào khớp.", err=True)


def _explain(result: SearchResult) -> None:
    question = result.question
    steps = [
        ("Đã gõ", question.raw),
        ("Hiểu là", question.text),
        ("Từ pháp lý thêm", "; ".join(question.notes) or "không"),
        ("Viện dẫn", "; ".join(str(one) for one in question.references) or "không"),
        ("Cơ quan", "; ".join(one.name for one in question.organs) or "không"),
        ("Hỏi về", question.asks.value),
        ("Đoạn có hiệu lực", f"{result.trace['in_force']} / {result.trace['passages']}"),
        ("Điểm thô cao nhất", "  ".join(f"{name} {value:.2f}" for name, value in result.best.items())),
        ("Thời gian (ms)", "  ".join(f"{name} {value}" for name, value in result.timings_ms.items())),
    ]
    for name, value in steps:
        typer.echo(wrap(f"{name}: {value}"), err=True)


def _search_json(result: SearchResult) -> dict[str, Any]:
    return {
        "question": result.question.raw,
        "understood_as": result.question.text,
        "as_of": result.as_of.isoformat(),
        "hits": [{"id": str(hit.id), "score": round(hit.score, 4), "signals": hit.signals} for hit in result.hits],
        "trace": result.trace,
        "timings_ms": result.timings_ms,
    }
