"""One file from an address over HTTPS: patient, polite, bounded, and resumed where the server lets it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from phapquy.corpus.download_errors import MAX_REDIRECTS, Again, in_vietnamese
from phapquy.corpus.partial import Partial
from phapquy.errors import FetchError

if TYPE_CHECKING:
    import httpx

MAX_BYTES = 32 * 1024 * 1024
"""Far above the largest official PDF in the corpus (some 10 MB)."""
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ANY = "application/octet-stream"
HTML = ("text/html", "application/xhtml+xml")
TYPES = ("text/plain", *HTML, PDF, DOCX)
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_OK, _PARTIAL, _RANGE = 200, 206, 416


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait and how often to try, in seconds."""

    tries: int = 4
    wait: float = 1.0
    """Before the second try; doubled before each further one."""
    longest_wait: float = 60.0
    """The longest wait a server may ask for; one that asks for more is left alone."""
    pause: float = 1.0
    """Between two requests to one host: official sites are shared with everybody."""
    total: float = 300.0
    """For one document with all its tries."""
    connect: float = 10.0
    read: float = 30.0


@dataclass(frozen=True, slots=True)
class Download:
    """What came: its kind as told and as its first bytes show, and its bytes."""

    kind: str
    data: bytes


@dataclass
class Downloader:
    """Fetches files one after the other.

    Args:
        client: an HTTP client, as :func:`new_client` makes it.
        folder: where unfinished files wait to be resumed; None to keep none.
        patience: time-outs, tries and pauses.
        sleep: waits; replaced in tests.
    """

    client: httpx.Client
    folder: Path | None = None
    patience: Patience = field(default_factory=Patience)
    sleep: Callable[[float], None] = time.sleep
    _last: dict[str, float] = field(default_factory=dict)

    def get(self, url: str) -> Download:
        """Return what the address gives.

        Raises:
            FetchError: it is not https, cannot be reached, answers with an error, with another kind of content,
                with more than ``MAX_BYTES``, or not in time.
        """
        if urlsplit(url).scheme != "https":
            raise FetchError(f"Từ chối tải {url}: chỉ tải qua https.")
        deadline = time.monotonic() + self.patience.total
        partial = Partial.of(self.folder, url)
        for turn in range(1, self.patience.tries + 1):
            self._be_polite(url)
            try:
                return _checked(url, *self._once(url, partial, deadline))
            except Again as error:
                wait = error.wait if error.wait is not None else self.patience.wait * 2 ** (turn - 1)
                late = time.monotonic() + wait > deadline
                if turn == self.patience.tries or wait > self.patience.longest_wait or late:
                    raise FetchError(f"{error} Đã thử {turn} lần. Hãy thử lại sau hoặc dùng --from.") from error
                self.sleep(wait)
        raise AssertionError("unreachable")

    def _once(self, url: str, partial: Partial, deadline: float) -> tuple[str, bytes]:
        with in_vietnamese(url), self.client.stream("GET", url, headers=partial.headers()) as response:
            if response.status_code == _RANGE and partial.size:
                partial.drop()
                raise Again(f"{url} không nối tiếp được phần đã tải.", 0.0)
            _check_status(url, response)
            kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
            if kind not in (*TYPES, _ANY):
                raise FetchError(f"{url} trả về loại nội dung {kind or 'không rõ'}, không phải văn bản hay PDF.")
            if int(response.headers.get("content-length", "0") or 0) > MAX_BYTES:
                raise FetchError(_too_large(url))
            partial.begin(response.headers, resumed=response.status_code == _PARTIAL)
            for chunk in response.iter_bytes():
                partial.add(chunk)
                if partial.size > MAX_BYTES:
                    partial.drop()
                    raise FetchError(_too_large(url))
                if time.monotonic() > deadline:
                    raise FetchError(f"{url} gửi quá chậm (hơn {self.patience.total:.0f} giây). Hãy thử lại sau.")
        return kind, partial.finish()

    def _be_polite(self, url: str) -> None:
        host = urlsplit(url).netloc
        waited = time.monotonic() - self._last.get(host, float("-inf"))
        if waited < self.patience.pause:
            self.sleep(self.patience.pause - waited)
        self._last[host] = time.monotonic()


def new_client(patience: Patience | None = None) -> httpx.Client:
    """Return a client that follows a few https redirects, honours the system's proxies and checks certificates."""
    import httpx

    patience = patience or Patience()
    return httpx.Client(
        timeout=httpx.Timeout(patience.read, connect=patience.connect),
        follow_redirects=True,
        max_redirects=MAX_REDIRECTS,
        # identity: a resumed file must be the bytes themselves, and a small answer cannot unpack to a great deal.
        headers={"User-Agent": "phapquy", "Accept": ", ".join(TYPES), "Accept-Encoding": "identity"},
        event_hooks={"request": [_https_only]},
    )


def _https_only(request: httpx.Request) -> None:
    if request.url.scheme != "https":
        raise FetchError(f"Từ chối tải {request.url}: chỉ tải qua https.")


def _too_large(url: str) -> str:
    return f"{url} lớn hơn {MAX_BYTES // 1024 // 1024} MB, đã dừng tải."


def _check_status(url: str, response: httpx.Response) -> None:
    status = response.status_code
    if status in _AGAIN:
        asked = response.headers.get("retry-after", "")
        raise Again(f"{url} trả về mã {status}.", float(asked) if asked.isdigit() else None)
    if status not in (_OK, _PARTIAL):
        raise FetchError(f"{url} trả về mã {status}. Hãy kiểm tra địa chỉ, hoặc dùng --from.")


def _checked(url: str, kind: str, data: bytes) -> Download:
    """Hold what is said to have come against what came."""
    pdf, archive = data.startswith(b"%PDF-"), data.startswith(b"PK\x03\x04")
    wants_pdf = kind == PDF or urlsplit(url).path.lower().endswith(".pdf")
    if wants_pdf and not pdf:
        page = data[:2000].lstrip().lower().startswith((b"<!doctype", b"<html"))
        raise FetchError(f"{url} trả về {'trang web' if page or kind in HTML else 'nội dung khác'} thay vì tệp PDF.")
    if pdf and b"%%EOF" not in data[-2048:]:
        raise FetchError(f"{url} trả về tệp PDF bị cắt ngang. Hãy thử lại sau hoặc dùng --from.")
    if not data.strip():
        raise FetchError(f"{url} trả về nội dung rỗng.")
    if kind in (_ANY, DOCX) and not (pdf or archive):
        raise FetchError(f"{url} trả về nội dung không phải PDF hay DOCX.")
    return Download(PDF if pdf else DOCX if archive else kind, data)
