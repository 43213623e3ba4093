"""Scans: OCRmyPDF with Tesseract's Vietnamese, two programs of the system; without them a scan is refused, and why."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from phapquy.corpus.readers.lines import Draft
from phapquy.corpus.readers.model import Limits
from phapquy.corpus.readers.pdf import NO_TEXT, RECOGNISED
from phapquy.corpus.readers.sandbox import read_apart, run_apart
from phapquy.errors import TextError

HOW = "sudo apt-get install ocrmypdf tesseract-ocr-vie"
_OVERSAMPLE = "400"
"""Dots per inch at which a scan is recognised. On five scans of 200 dpi (docs/readers.md): 0.979 of the characters at
200, 0.978 at 300, 0.980 at 400, before cleaning."""
_ASSUMED = "200"
"""Dots per inch of an image that does not say."""
_FEWEST_SECONDS = 60.0


def missing() -> str:
    """Say in Vietnamese what is missing for recognising scans and how to install it; empty if nothing is."""
    if shutil.which("ocrmypdf") is None or shutil.which("tesseract") is None:
        return f"Cần phần mềm nhận dạng chữ. Trên Debian/Ubuntu hãy chạy: {HOW}"
    if not _knows_vietnamese():
        return f"Phần mềm nhận dạng chữ chưa có tiếng Việt. Trên Debian/Ubuntu hãy chạy: {HOW}"
    return ""


@cache
def _knows_vietnamese() -> bool:
    try:
        known = subprocess.run(["tesseract", "--list-langs"], capture_output=True, check=False, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return b"vie" in known.stdout.split() + known.stderr.split()


def recognise(path: Path, limits: Limits, pages: int = 1, *, image: bool = False) -> Draft:
    """Read a scan: a PDF whose pages have no text, or an image. Every page read so carries a doubt.

    Raises:
        TextError: the programs are missing, fail, or take too long; or nothing was recognised.
    """
    if lacking := missing():
        raise TextError(f"Tệp {path.name} là bản quét (ảnh), không có lớp chữ. {lacking}")
    with tempfile.TemporaryDirectory(prefix="phapquy-") as folder:
        made = Path(folder) / "nhan-dang.pdf"
        seconds = max(_FEWEST_SECONDS, limits.ocr_seconds_per_page * pages)
        code = run_apart(_command(path, made, image=image), limits, seconds, path.name)
        if not made.is_file():
            raise TextError(
                f"Không nhận dạng được chữ trong {path.name} (ocrmypdf báo lỗi số {code}). "
                "Hãy kiểm tra ảnh quét có rõ và không có mật khẩu."
            )
        draft = read_apart("pdf", made, limits)
    return _marked(draft, path.name)


def _command(path: Path, made: Path, *, image: bool) -> list[str]:
    command = ["ocrmypdf", "--quiet", "--language", "vie", "--output-type", "pdf", "--optimize", "0", "--rotate-pages",
               "--deskew", "--oversample", _OVERSAMPLE, "--jobs", "2"]  # fmt: skip
    command += ["--image-dpi", _ASSUMED] if image and not _says_dpi(path) else []
    command += [] if image else ["--skip-text"]
    return [*command, str(path.resolve()), str(made)]


def _says_dpi(path: Path) -> bool:
    from PIL import Image

    try:
        with Image.open(path) as picture:
            dpi = picture.info.get("dpi", (0, 0))[0]
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    return 70 <= float(dpi) <= 2400  # noqa: PLR2004 - what scanners write; 1 or 0 means unknown


def _marked(draft: Draft, name: str) -> Draft:
    recognised = [page for page in draft.pages if RECOGNISED in page.doubts]
    if not any(page.lines for page in draft.pages):
        raise TextError(f"Không nhận dạng được chữ nào trong {name}. Hãy quét lại rõ hơn (300 dpi, đen trắng).")
    for page in draft.pages:
        page.doubts = [doubt for doubt in page.doubts if doubt != NO_TEXT] if page.lines else page.doubts
    if len(recognised) * 2 >= len(draft.pages):
        draft.kind = "scan"
    return draft
