"""``phapquy serve``: open the web assistant, building what is missing on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phapquy.config import Settings, load_settings
from phapquy.corpus.local import LOCAL_NAME
from phapquy.errors import LanguageModelError

if TYPE_CHECKING:
    from phapquy.app.live import LiveBase
    from phapquy.app.rebuild import Rebuilds
    from phapquy.assistant import KnowledgeBase
    from phapquy.corpus.library import Library
    from phapquy.index.embedding import Encoder
    from phapquy.index.snapshot import Snapshot, SnapshotInfo
    from phapquy.phrasing import Phraser

HELP = "Mở trợ lý trên trình duyệt (mặc định http://127.0.0.1:7860)."

_FACTS = ("manifest.toml", LOCAL_NAME, "amendments.csv")


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("serve", help=HELP)(serve)


def serve(
    *,
    host: Annotated[
        str | None, typer.Option("--host", metavar="ĐỊA-CHỈ", help="Địa chỉ mở; mặc định 127.0.0.1, chỉ máy này dùng.")
    ] = None,
    port: Annotated[
        int | None, typer.Option("--port", metavar="SỐ", min=1, max=65535, help="Cổng; mặc định 7860.")
    ] = None,
    open_browser: Annotated[bool, typer.Option("--open", help="Mở luôn trình duyệt.")] = False,
) -> None:
    """Serve at once: the core texts are indexed first, the rest follows in the background and is swapped in."""
    from phapquy.app.admin.desk import Desk
    from phapquy.app.live import LiveBase, Watch
    from phapquy.app.server import open_port
    from phapquy.app.server import serve as serve_page
    from phapquy.app.warming import Warming

    changes = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    settings = load_settings().model_copy(update=changes)
    # A taken port is said now, not after the core texts have been indexed.
    open_port(settings.host, settings.port).close()
    _check_password(settings)
    live = LiveBase(_first_base(settings))
    with _rest(settings) as rest:
        watch = Watch(live, lambda: _newest_id(settings), lambda: _next(settings, live), rest.status)
        with watch, Warming(live.base):
            # A build that has ended is told as ended only once what it made is served.
            desk = Desk(settings, rest.ask, lambda: rest.status() if rest.status().busy else live.status())
            serve_page(settings, live.base, live.status, open_browser, _ready(settings), desk=desk)
    typer.echo("Đã dừng trợ lý.", err=True)


def _secret(settings: Settings) -> str:
    return settings.admin_password.get_secret_value()


def _check_password(settings: Settings) -> None:
    """Refuse a password that is no good before anything is built.

    Raises:
        UsageError: it is too short, or its hash is damaged.
    """
    if _secret(settings):
        from phapquy.app.admin.password import Password

        Password.of(_secret(settings))


def _ready(settings: Settings) -> Callable[[str], None]:
    def say(url: str) -> None:
        typer.echo(f"==> Trợ lý đã sẵn sàng: {url}  (nhấn Ctrl-C để dừng)", err=True)
        if _secret(settings):
            typer.echo(f"==> Trang quản trị: {url}/quan-tri", err=True)
        if _secret(settings) and settings.host not in _OWN:
            typer.echo(
                "==> CHÚ Ý: trang mở cho máy khác qua http; mật khẩu quản trị đi trên mạng không mã hóa. "
                "Chỉ dùng trong mạng tin cậy, hoặc đặt sau máy chủ https.",
                err=True,
            )

    return say


_OWN = ("127.0.0.1", "localhost", "::1")


def _open(settings: Settings, before: KnowledgeBase | None = None) -> KnowledgeBase:
    """Open the newest snapshot, ready to answer at once; it shares with the one before what did not change."""
    from phapquy.app.memory import give_back, share_dictionaries
    from phapquy.assistant import KnowledgeBase
    from phapquy.index.snapshot import Snapshot

    snapshot = Snapshot.open(settings, like=before.snapshot if before else None)
    _load_in_steps(snapshot)
    encoder = _encoder(settings)
    snapshot.check_model(encoder.identity, encoder.dimension)
    base = KnowledgeBase(settings, snapshot, encoder, _phraser(settings))
    base.warm()
    share_dictionaries()
    give_back()
    return base


def _load_in_steps(snapshot: Snapshot) -> None:
    """Load the tables one after the other: reading each takes twice what it weighs, and the next can use that room."""
    from phapquy.app.memory import give_back

    give_back()
    _ = snapshot.lexicon
    give_back()


def _next(settings: Settings, live: LiveBase) -> KnowledgeBase:
    from phapquy.app.memory import give_back
    from phapquy.assistant import KnowledgeBase

    before = live.base()
    if not isinstance(before, KnowledgeBase):
        return _open(settings)
    before.forget()  # for a moment there will be two
    give_back()
    return _open(settings, before)


@lru_cache(maxsize=1)
def _phraser(settings: Settings) -> Phraser | None:
    """Load the language model once, if one is configured; one that cannot be used is told and left out."""
    if not settings.language_model:
        return None
    from phapquy.phrasing import configured_model

    try:
        phraser = configured_model(settings)
    except LanguageModelError as error:
        typer.echo(f"Lưu ý: {error}", err=True)
        return None
    if phraser is not None and phraser.notice:
        typer.echo(f"Lưu ý: {phraser.notice}", err=True)
    return phraser


@lru_cache(maxsize=1)
def _encoder(settings: Settings) -> Encoder:
    """Load the model once: a swapped-in snapshot shares it, for two would not fit the memory of an office PC."""
    from phapquy.index.embedding import Encoder

    return Encoder.load(settings)


def _first_base(settings: Settings) -> KnowledgeBase:
    """Open the newest snapshot; where there is none that can be used, index the core texts first."""
    from phapquy.app.background import build_first
    from phapquy.errors import SnapshotError

    if _newest_id(settings):
        try:
            return _open(settings)
        except SnapshotError as error:
            typer.echo(f"{error}\n==> Chỉ mục cũ không dùng được, đang lập lại.", err=True)
    typer.echo("==> Lập chỉ mục các văn bản cốt lõi (lần đầu, khoảng một phút)", err=True)
    with _bar() as show:
        build_first(_core(settings), show)
    return _open(settings)


def _core(settings: Settings) -> list[str] | None:
    """Return the core documents at hand; None (all there are) when not one of them is."""
    from phapquy.corpus.library import Library

    library = Library(settings)
    at_hand = frozenset(library.answerable())
    return [entry.slug for entry in library.manifest.core() if entry.slug in at_hand] or None


@contextmanager
def _rest(settings: Settings) -> Iterator[Rebuilds]:
    """Build in the background: the rest, if there is one, and again whenever the administrator changes the corpus."""
    from phapquy.app.rebuild import Rebuilds
    from phapquy.corpus.library import Library
    from phapquy.index.snapshot import newest

    info = newest(settings)
    wanted = info is not None and _behind(settings, Library(settings), info)
    if wanted:
        typer.echo("==> Phần còn lại đang được lập chỉ mục ở chế độ nền; trang web cho biết tiến độ.", err=True)
    with Rebuilds(wanted=wanted) as running:
        yield running


def _behind(settings: Settings, library: Library, info: SnapshotInfo) -> bool:
    """Whether the snapshot lacks a text that is at hand, or was made from other texts or facts."""
    available = library.answerable()
    if not available:
        return False
    if library.corpus_hash(available) != info.corpus_hash:
        return True
    corpus = settings.manifest_path.parent
    return any(_bytes(corpus / name) != _bytes(info.path / name) for name in _FACTS)


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _newest_id(settings: Settings) -> str | None:
    from phapquy.index.snapshot import newest

    info = newest(settings)
    return info.id if info else None


@contextmanager
def _bar() -> Iterator[Callable[[str, float], None]]:
    """Show a bar on stderr; where stderr is no terminal, one line for each tenth."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    shown = -1

    def line(what: str, share: float) -> None:
        nonlocal shown
        if int(share * 10) > shown:
            shown = int(share * 10)
            typer.echo(f"    {share:4.0%}  {what}", err=True)

    if not console.is_terminal:
        yield line
        return
    columns = (BarColumn(), TaskProgressColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda what, share: bar.update(task, completed=share, description=what)
