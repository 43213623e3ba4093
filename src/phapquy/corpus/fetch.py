"""One text from its official address: downloaded, then read as any file that is not trusted: in a child process."""

from __future__ import annotations

from urllib.parse import urlsplit

from phapquy.corpus.download import DOCX, PDF, Download, Downloader
from phapquy.corpus.readers import read_file
from phapquy.corpus.readers.sandbox import on_disk
from phapquy.corpus.text import decode, normalise
from phapquy.errors import TextError

_SUFFIXES = {PDF: ".pdf", DOCX: ".docx"}


def has_page(url: str) -> bool:
    """Whether the address names one page of a site, not just the site."""
    parts = urlsplit(url)
    return bool(parts.netloc) and (parts.path.strip("/") != "" or parts.query != "")


def fetch_text(url: str, downloader: Downloader) -> str:
    """Return the normalised text found at an official address (plain text, web page, PDF or .docx).

    Raises:
        FetchError: the address gives nothing that can be used.
        TextError: what came cannot be read.
    """
    return read_download(url, downloader.get(url))


def read_download(url: str, came: Download) -> str:
    """Return the normalised text of what came.

    Raises:
        TextError: it cannot be read; the message names the address.
    """
    if came.kind == "text/plain":
        return normalise(decode(came.data))
    suffix = _SUFFIXES.get(came.kind, ".html")
    with on_disk(came.data, f"tai-ve{suffix}") as path:
        try:
            return normalise(read_file(path).text)
        except TextError as error:
            raise TextError(str(error).replace(str(path), url).replace(path.name, url)) from error
