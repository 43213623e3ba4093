"""Take pictures of every page at three widths, light and dark: ``python -m phapquy.app.pictures [folder]``.

Serves the knowledge base of this installation on a free port and drives Debian's Chromium by Playwright, which are
needed for development only.
"""

from __future__ import annotations

import argparse
import io
import shutil
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

LOOKS = ((390, "light"), (820, "light"), (1440, "light"), (390, "dark"), (1440, "dark"))
"""Width in pixels, and colours."""
PAGES = {
    "hoi-dap": "/",
    "van-ban": "/van-ban",
    "luat": "/van-ban/luat-72-2025-qh15?ngay=21/11/2026#d21-k2-d",
    "nghi-dinh": "/van-ban/nd-118-2025-nd-cp?ngay=21/11/2026#d10-k3",
    "tim": "/van-ban?tim=dat+ten+duong&ngay=21/11/2026",
    "kho": "/kho",
    "tham-quyen": "/tham-quyen",
    "chong-cheo": "/chong-cheo",
    "don-vi": "/don-vi",
}
_HEIGHT = 900
_SETTLE_MS = 700
_DESK_MS = 4000
"""Gradio keeps a connection open and lays its page out late, so there is no quiet moment to wait for."""
_COLOURS = 128
_ARGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars")


def main(arguments: Sequence[str]) -> int:
    """Take the pictures; return 0, or 1 where there is no browser."""
    parser = argparse.ArgumentParser(prog="python -m phapquy.app.pictures")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("docs/images"))
    parser.add_argument("--only", choices=sorted(PAGES), action="append")
    parser.add_argument("--address", help="a running server, in place of one of its own")
    chosen = parser.parse_args(arguments)
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        sys.stderr.write("Không thấy Chromium. Trên Debian: apt install chromium\n")
        return 1
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with _address(chosen.address) as address:
        for path in take(program, address, chosen.folder, chosen.only or tuple(PAGES)):
            sys.stdout.write(f"{path}\n")
    return 0


def take(program: str, address: str, folder: Path, names: Sequence[str]) -> Iterator[Path]:
    """Take the pictures of the named pages; yield each file as it is written."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(_ARGS))
        for width, scheme in LOOKS:
            page = browser.new_page(
                viewport={"width": width, "height": _HEIGHT},
                color_scheme="dark" if scheme == "dark" else "light",
                locale="vi-VN",
            )
            for name in names:
                page.goto(address + PAGES[name])
                page.wait_for_timeout(_DESK_MS if PAGES[name] == "/" else _SETTLE_MS)
                path = folder / f"{name}-{width}-{scheme}.png"
                _write(page.screenshot(), path)
                yield path
            page.close()
        browser.close()


def _write(picture: bytes, path: Path) -> None:
    """Write a picture with few colours: a third of the bytes, and no difference to be seen."""
    from PIL import Image

    with Image.open(io.BytesIO(picture)) as image:
        image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


@contextmanager
def _address(given: str | None) -> Iterator[str]:
    if given:
        yield given.rstrip("/")
        return
    import uvicorn

    from phapquy.app.contract import IndexStatus
    from phapquy.app.server import create_app, open_port
    from phapquy.assistant import KnowledgeBase
    from phapquy.config import load_settings

    settings = load_settings()
    base: Any = KnowledgeBase.open(settings)
    listener = open_port("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(create_app(settings, lambda: base, IndexStatus), log_level="critical"))
    thread = threading.Thread(target=lambda: server.run(sockets=[listener]), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
