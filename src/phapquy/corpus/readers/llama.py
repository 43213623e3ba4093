"""Readers in LlamaIndex's shape: a file in, LlamaIndex documents with their place out.

Import this module only where LlamaIndex is needed; ``read``, ``pages`` and ``text`` do the reading without it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from llama_index.core.readers.base import BaseReader
from llama_index.core.schema import Document

from phapquy.corpus.readers.pages import pdf_pages
from phapquy.corpus.text import decode, normalise
from phapquy.errors import TextError, reason


class TextReader(BaseReader):  # type: ignore[misc]
    """Reads a UTF-8 (or marked UTF-16) text as one normalised document."""

    def load_data(
        self, file: Path | str, slug: str | None = None, extra_info: dict[str, Any] | None = None
    ) -> list[Document]:
        """Return the text of ``file`` as one document with its ``slug`` (default: the file's stem).

        Raises:
            TextError: the file is missing, unreadable, empty, or in another encoding.
        """
        path = Path(file)
        text = normalise(decode(_bytes(path)))
        if not text:
            raise TextError(f"Tệp {path} rỗng.")
        name = slug or path.stem
        return [_document(text, name, {**(extra_info or {}), "slug": name})]


class PdfReader(BaseReader):  # type: ignore[misc]
    """Reads a PDF with a text layer as one document a page."""

    def load_data(
        self, file: Path | str, slug: str | None = None, extra_info: dict[str, Any] | None = None
    ) -> list[Document]:
        """Return one document for each page that has text, with ``slug`` and ``page`` (its printed label).

        Raises:
            TextError: the file is missing, unreadable, empty, damaged, locked, or a scan.
        """
        path = Path(file)
        name = slug or path.stem
        return [
            _document(page.text, f"{name}#trang-{place}", {**(extra_info or {}), "slug": name, "page": page.label})
            for place, page in enumerate(pdf_pages(_bytes(path)), start=1)
            if page.text
        ]


class FileReader(BaseReader):  # type: ignore[misc]
    """Reads any supported file, cleaned, as one document a page, with what is known of its trustworthiness."""

    def load_data(
        self, file: Path | str, slug: str | None = None, extra_info: dict[str, Any] | None = None
    ) -> list[Document]:
        """Return one document for each page that has text.

        Its metadata are ``slug``, ``page``, ``kind``, ``quality``, ``mark`` ("cần đối chiếu bản gốc" or nothing)
        and ``why``.

        Raises:
            TextError: the file cannot be read; see :func:`phapquy.corpus.readers.read_file`.
        """
        from phapquy.corpus.readers.read import read_file

        path = Path(file)
        name = slug or path.stem
        result = read_file(path)
        about = {**(extra_info or {}), "slug": name, "kind": result.kind, "quality": result.quality}
        return [
            _document(
                result.text[page.start : page.end],
                f"{name}#trang-{page.number}",
                {**about, "page": page.number, "mark": result.mark(page.start, page.end), "why": page.why},
            )
            for page in result.pages
            if result.text[page.start : page.end].strip()
        ]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise TextError(f"Không thấy tệp {path}. Hãy kiểm tra lại đường dẫn.") from None
    except OSError as error:
        raise TextError(f"Không đọc được tệp {path}: {reason(error)}.") from error


def _document(text: str, identity: str, metadata: dict[str, Any]) -> Document:
    hidden = list(metadata)
    return Document(
        text=text,
        id_=identity,
        metadata=metadata,
        excluded_embed_metadata_keys=hidden,
        excluded_llm_metadata_keys=hidden,
    )
