"""``phapquy corpus add | remove | export``: take documents in, take added ones out, make a mirror folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phapquy.cli.common import AsJson, parse_day, print_json, wrap
from phapquy.errors import PhapquyError, UsageError

if TYPE_CHECKING:
    from phapquy.config import Settings
    from phapquy.corpus.intake import Examination, Given

_Yes = Annotated[bool, typer.Option("--yes", "-y", help="Không hỏi lại: đã xem và đồng ý.")]
_NoBuild = Annotated[bool, typer.Option("--no-build", help="Không lập lại chỉ mục; sẽ tự chạy phapquy build.")]
_MOST = 50
"""Files in one command: more are an accident, or want to be looked at in smaller lots."""


def register(app: typer.Typer) -> None:
    """Add the commands to the group ``corpus``."""
    app.command("add", help="Thêm văn bản từ tệp: đọc, cho xem những gì tìm thấy, hỏi lại rồi mới lưu.")(add_command)
    app.command("remove", help="Gỡ một văn bản do cơ quan tự thêm.")(remove_command)
    app.command("export", help="Xuất văn bản ra thư mục (ổ USB) để máy khác lấy bằng: corpus pull --from.")(
        export_command
    )


def add_command(
    files: Annotated[list[Path], typer.Argument(metavar="TỆP", help="PDF, DOCX, HTML, Markdown, TXT hoặc ảnh quét.")],
    *,
    number: Annotated[str | None, typer.Option("--number", metavar="SỐ", help="Số hiệu, như 5/2099/NĐ-CP.")] = None,
    kind: Annotated[str | None, typer.Option("--type", metavar="LOẠI", help="Loại: Luật, Nghị định…")] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TÊN", help="Tên đầy đủ của văn bản.")] = None,
    issuer: Annotated[str | None, typer.Option("--issuer", metavar="TÊN", help="Cơ quan ban hành.")] = None,
    signed: Annotated[str | None, typer.Option("--signed", metavar="NGÀY", help="Ngày ban hành.")] = None,
    effective: Annotated[
        str | None, typer.Option("--effective", metavar="NGÀY", help="Ngày bắt đầu có hiệu lực.")
    ] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="ĐỊA-CHỈ", help="Địa chỉ chính thức (https).")] = None,
    similar: Annotated[
        bool, typer.Option("--similar", help="Vẫn thêm dù gần giống một văn bản đã có (bản khác của nó).")
    ] = False,
    yes: _Yes = False,
    no_build: _NoBuild = False,
    as_json: AsJson = False,
) -> None:
    """Examine, show, confirm and store; exits 1 when one of the files was not stored."""
    from phapquy.config import load_settings
    from phapquy.corpus.intake import Given

    if len(files) > _MOST:
        raise UsageError(f"Mỗi lần thêm tối đa {_MOST} tệp.")
    told = (number, kind, title, issuer, signed, effective, url)
    lots = _lots(files)
    if len(lots) > 1 and any(told):
        raise UsageError("Các tùy chọn nói về một văn bản (--number, --title…) chỉ dùng khi thêm một tệp.")
    if url and not url.startswith("https://"):
        raise UsageError("Địa chỉ sau --url phải bắt đầu bằng https://")
    given = Given(number, kind, title, issuer, parse_day(signed), parse_day(effective), url)
    settings = load_settings()
    results = [_one(settings, lot, given, similar=similar, yes=yes, quiet=as_json) for lot in lots]
    stored = [slug for slug, _ in results if slug]
    snapshot = _rebuild(settings, quiet=as_json) if stored and not no_build else None
    if as_json:
        print_json({"stored": stored, "snapshot": snapshot, "files": [report for _, report in results]})
    if len(stored) < len(lots):
        raise typer.Exit(1)


def _lots(files: list[Path]) -> list[list[Path]]:
    """Return the files of each document: several images are the pages of one."""
    from phapquy.corpus.intake.incoming import IMAGES

    pages = len(files) > 1 and all(path.suffix.lower() in IMAGES for path in files)
    return [files] if pages else [[path] for path in files]


def _one(
    settings: Settings, lot: list[Path], given: Given, *, similar: bool, yes: bool, quiet: bool
) -> tuple[str, dict[str, object]]:
    """Take one document in; return its slug (empty if it was not stored) and the report for ``--json``."""
    from phapquy.cli.corpus_intake_view import show
    from phapquy.corpus.intake import add, examine_file, examine_pages
    from phapquy.corpus.library import Library

    try:
        library = Library(settings)
        found = examine_pages(library, lot, given) if len(lot) > 1 else examine_file(library, lot[0], given)
    except PhapquyError as error:
        typer.echo(f"Lỗi: {error}", err=True)
        return "", {"file": lot[0].name, "error": str(error)}
    if not quiet:
        show(found)
    report = found.to_json()
    try:
        if not _agreed(found, yes=yes, quiet=quiet):
            return "", report
        slug = add(settings, found, similar=similar or not yes)
    except PhapquyError as error:
        typer.echo(f"Lỗi: {error}", err=True)
        return "", {**report, "error": str(error)}
    typer.echo(f"Đã lưu {slug}.", err=True)
    return slug, {**report, "slug": slug}


def _agreed(found: Examination, *, yes: bool, quiet: bool) -> bool:
    if found.obstacles:
        typer.echo(wrap(f"Không thêm {found.name}: {' '.join(found.obstacles)}"), err=True)
        if found.entry is None and not any(one.blocks for one in found.duplicates):
            options = ", ".join(f"--{name}" for name in found.facts.missing)
            typer.echo(f"  Hãy xem bản gốc rồi cho biết bằng tùy chọn {options}", err=True)
        elif any(one.blocks for one in found.duplicates):
            typer.echo("  Văn bản đã có trong kho, không cần thêm. Xem danh sách: phapquy corpus status", err=True)
        return False
    if yes:
        return True
    if quiet:
        typer.echo("Chưa lưu: thêm --yes để lưu.", err=True)
        return False
    return typer.confirm("Các dữ kiện trên đã đúng với bản gốc, thêm vào kho?", default=False, err=True)


def remove_command(
    slug: Annotated[str, typer.Argument(metavar="MÃ-VĂN-BẢN", help="Xem mã bằng: phapquy corpus status")],
    *,
    yes: _Yes = False,
    no_build: _NoBuild = False,
) -> None:
    """Remove a document this installation added."""
    from phapquy.config import load_settings
    from phapquy.corpus.intake import remove
    from phapquy.corpus.library import Library

    settings = load_settings()
    library = Library(settings)
    if slug in library.added and not yes:
        entry = library.entry(slug)
        if not typer.confirm(f"Gỡ {entry.cite_as} khỏi kho?", default=False, err=True):
            raise typer.Exit(1)
    typer.echo(f"Đã gỡ {remove(settings, slug).cite_as}.", err=True)
    if not no_build:
        _rebuild(settings, quiet=False)


def export_command(
    folder: Annotated[Path, typer.Argument(metavar="THƯ-MỤC", help="Thư mục đích; tạo mới nếu chưa có.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Write a mirror folder and verify it; exits 1 when a text of the list is not at hand."""
    from phapquy.config import load_settings
    from phapquy.corpus.export import export

    report = export(load_settings(), folder)
    if as_json:
        print_json(report.to_json())
    else:
        typer.echo(f"Đã xuất và đối chiếu {report.texts} văn bản vào {report.folder}.")
        for slug in report.missing:
            typer.echo(f"  thiếu {slug}: chưa có văn bản đúng trong kho", err=True)
        typer.echo(f"Ở máy khác: phapquy corpus pull --from {report.folder}", err=True)
    if report.missing:
        raise typer.Exit(1)


def _rebuild(settings: Settings, *, quiet: bool) -> str | None:
    """Build the next snapshot; what is stored stays stored when that cannot be done now."""
    from phapquy.cli.build import Bar
    from phapquy.index.build import build

    try:
        with Bar(hidden=quiet) as bar:
            snapshot = build(settings, progress=bar.show)
    except PhapquyError as error:
        typer.echo(f"Kho đã đổi nhưng chưa lập lại được chỉ mục: {error}", err=True)
        typer.echo("Chỉ mục cũ vẫn phục vụ. Sửa xong, hãy chạy: phapquy build", err=True)
        return None
    typer.echo(f"Đã lập lại chỉ mục: {snapshot}", err=True)
    return snapshot
