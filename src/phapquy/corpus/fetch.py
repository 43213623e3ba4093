"""One text from its official address, over HTTPS, with limits."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from phapquy.corpus.readers.html import html_text
from phapquy.corpus.readers.pages import pdf_pages
from phapquy.corpus.text import decode, normalise
from phapquy.errors import FetchError

if TYPE_CHECKING:
    import httpx

MAX_BYTES = 32 * 1024 * 1024
"""Far above the largest official PDF in the corpus (some 10 MB)."""
CONNECT_SECONDS = 10.0
READ_SECONDS = 30.0
MAX_REDIRECTS = 5
_TYPES = ("text/plain", "text/html", "application/xhtml+xml", "application/pdf")


def has_page(url: str) -> bool:
    """Whether the address names one page of a site, not just the site."""
    parts = urlsplit(url)
    return bool(parts.netloc) and (parts.path.strip("/") != "" or parts.query != "")


def fetch_text(url: str, client: httpx.Client) -> str:
    """Return the normalised text found at an official address (plain text, web page or PDF).

    Raises:
        FetchError: the address is not https, cannot be reached, answers with an error, with another kind of
            content, or with more than ``MAX_BYTES``.
        TextError: what came is in another encoding, or a PDF that cannot be read.
    """
    kind, data = _download(url, client)
    if kind == "application/pdf":
        return normalise("\n".join(page.text for page in pdf_pages(data)))
    text = decode(data)
    return normalise(text) if kind == "text/plain" else html_text(text)


def new_client() -> httpx.Client:
    """Return a client with the time-outs of this module that follows a few redirects."""
    import httpx

    return httpx.Client(
        timeout=httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
        follow_redirects=True,
        max_redirects=MAX_REDIRECTS,
        headers={"User-Agent": "phapquy", "Accept": ", ".join(_TYPES)},
        event_hooks={"request": [_https_only]},
    )


def _https_only(request: httpx.Request) -> None:
    if request.url.scheme != "https":
        raise FetchError(f"Từ chối tải {request.url}: chỉ tải qua https.")


def _download(url: str, client: httpx.Client) -> tuple[str, bytes]:
    import httpx

    if urlsplit(url).scheme != "https":
        raise FetchError(f"Từ chối tải {url}: chỉ tải qua https.")
    try:
        with client.stream("GET", url) as response:
            if response.status_code != httpx.codes.OK:
                raise FetchError(f"{url} trả về mã {response.status_code}. Hãy thử lại sau hoặc dùng --from.")
            kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
            if kind not in _TYPES:
                raise FetchError(f"{url} trả về loại nội dung {kind or 'không rõ'}, không phải văn bản hay PDF.")
            data = bytearray()
            for chunk in response.iter_bytes():
                data += chunk
                if len(data) > MAX_BYTES:
                    raise FetchError(f"{url} lớn hơn {MAX_BYTES // 1024 // 1024} MB, đã dừng tải.")
            return kind, bytes(data)
    except httpx.TimeoutException as error:
        raise FetchError(f"Quá thời gian chờ khi tải {url}. Hãy thử lại sau hoặc dùng --from.") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError(
            f"Không tải được {url} ({type(error).__name__}). Hãy kiểm tra mạng, hoặc dùng --from với thư mục văn bản."
        ) from error
