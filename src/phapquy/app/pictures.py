"""Take pictures of every page at three widths: ``python -m phapquy.app.pictures [folder]``.

Serves the knowledge base of this installation on a free port and drives Debian's Chromium by Playwright, which are
needed for development only. Every page is taken in light at three widths; some also in dark.
"""

from __future__ import annotations

import argparse
import io
import secrets
import shutil
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WIDTHS = {390: 844, 820: 1000, 1440: 900}
"""Width and height of the window in pixels: a phone, a tablet, an office screen."""
DARK = 1440
"""The width at which dark pictures are taken."""
_DAY = "21/11/2026"
_SETTLE_MS = 700
_COLOURS = 96
_ARGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars")


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: where, what is asked there, what is clicked then, and whether it is taken in dark too."""

    path: str
    question: str = ""
    click: str = ""
    dark: bool = False


SCENES: Mapping[str, Scene] = {
    "hoi-dap": Scene("/"),
    "tra-loi": Scene("/", "HĐND xã có được đặt tên đường không?", dark=True),
    "tron-dieu": Scene("/", "HĐND xã có được đặt tên đường không?", "#pq-c1 .pq-open"),
    "hoi-lai": Scene("/", "xã Tân Hưng nay thuộc đâu?"),
    "khong-tim-thay": Scene("/", "Thuế thu nhập cá nhân năm nay bao nhiêu phần trăm?"),
    "cap-huyen": Scene("/", "UBND huyện có còn giải quyết tranh chấp đất đai không?"),
    "van-ban": Scene("/van-ban"),
    "tim": Scene(f"/van-ban?tim=dat+ten+duong&ngay={_DAY}"),
    "luat": Scene(f"/van-ban/luat-72-2025-qh15?ngay={_DAY}#d21-k2-d", dark=True),
    "nghi-dinh": Scene(f"/van-ban/nd-118-2025-nd-cp?ngay={_DAY}#d10-k3"),
    "tham-quyen": Scene("/tham-quyen"),
    "chong-cheo": Scene("/chong-cheo"),
    "don-vi": Scene("/don-vi?tim=x%C3%A3+%C4%90%E1%BA%A1+Sar%2C+huy%E1%BB%87n+L%E1%BA%A1c+D%C6%B0%C6%A1ng"),
    "tinh": Scene("/don-vi/lam-dong"),
    "kho": Scene("/kho"),
    "khong-co-trang": Scene("/khong-co-trang-nay"),
    "quan-tri": Scene("/quan-tri"),
}


def main(arguments: Sequence[str]) -> int:
    """Take the pictures; return 0, or 1 where there is no browser."""
    parser = argparse.ArgumentParser(prog="python -m phapquy.app.pictures")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("docs/images"))
    parser.add_argument("--only", choices=sorted(SCENES), action="append")
    parser.add_argument("--address", help="a running server, in place of one of its own")
    chosen = parser.parse_args(arguments)
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        sys.stderr.write("Không thấy Chromium. Trên Debian: apt install chromium\n")
        return 1
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with _address(chosen.address) as address:
        for path in take(program, address, chosen.folder, chosen.only or tuple(SCENES)):
            sys.stdout.write(f"{path} {path.stat().st_size // 1000} kB\n")
    return 0


def take(program: str, address: str, folder: Path, names: Sequence[str]) -> Iterator[Path]:
    """Take the pictures of the named scenes; yield each file as it is written."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(_ARGS))
        for name in names:
            looks = [(width, "light") for width in WIDTHS] + [(DARK, "dark")] * SCENES[name].dark
            for width, scheme in looks:
                size = {"width": width, "height": WIDTHS[width]}
                page = browser.new_page(viewport=size, color_scheme=scheme, locale="vi-VN")
                _play(page, address, SCENES[name])
                path = folder / f"{name}-{width}-{scheme}.png"
                _write(page.screenshot(), path)
                yield path
                page.close()
        browser.close()


def _play(page: Any, address: str, scene: Scene) -> None:
    """Bring a page to what is to be seen."""
    page.goto(address + scene.path)
    if scene.path == "/":
        # Gradio keeps a connection open and lays its page out late, so there is no quiet moment to wait for.
        page.wait_for_selector("#pq-question textarea")
        page.wait_for_selector(".pq-status")
    if scene.question:
        page.wait_for_timeout(_SETTLE_MS)
        page.fill("#pq-day input, #pq-day textarea", _DAY)
        page.fill("#pq-question textarea", scene.question)
        page.press("#pq-question textarea", "Enter")
        page.wait_for_selector("[data-answer]")
    if scene.click:
        page.click(scene.click)
    page.wait_for_timeout(_SETTLE_MS)


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
    from pydantic import SecretStr

    from phapquy.app.admin.desk import Desk
    from phapquy.app.contract import IndexStatus
    from phapquy.app.server import create_app, open_port
    from phapquy.assistant import KnowledgeBase
    from phapquy.config import load_settings

    # A password of the moment, so that the administrator's page can be seen; nobody logs in.
    settings = load_settings().model_copy(update={"admin_password": SecretStr(secrets.token_hex())})
    base: Any = KnowledgeBase.open(settings)
    app = create_app(settings, lambda: base, IndexStatus, Desk(settings, lambda: None, IndexStatus))
    listener = open_port("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical"))
    thread = threading.Thread(target=lambda: server.run(sockets=[listener]), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
