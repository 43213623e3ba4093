"""The part of a file that has come so far, kept on disk so that the next try goes on where the last one broke off."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from phapquy.errors import FetchError, reason


class Partial:
    """What has come of one address.

    Only a file that the server marks with an ETag or a day of change is kept and resumed: without such a mark
    nobody can tell whether the rest still belongs to the beginning.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._facts = path.with_suffix(".json") if path else None
        self._mark = ""
        self._data = bytearray()
        if path and self._facts:
            with contextlib.suppress(OSError, ValueError):
                facts = json.loads(self._facts.read_text("utf-8"))
                self._mark = str(facts["mark"])
                self._data = bytearray(path.read_bytes())

    @classmethod
    def of(cls, folder: Path | None, url: str) -> Partial:
        """Return what has come of ``url`` so far; None as folder keeps it in memory only."""
        return cls(folder / f"{hashlib.sha256(url.encode()).hexdigest()[:32]}.part" if folder else None)

    @property
    def size(self) -> int:
        """Bytes that have come."""
        return len(self._data)

    def headers(self) -> dict[str, str]:
        """Return what asks the server for the rest."""
        if not (self._mark and self._data):
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": self._mark}

    def begin(self, headers: Mapping[str, str], *, resumed: bool) -> None:
        """Take what follows as the rest if the server resumed at the right place, else as the whole.

        Raises:
            FetchError: the server resumed somewhere else.
        """
        if resumed:
            if not headers.get("content-range", "").startswith(f"bytes {self.size}-"):
                self.drop()
                raise FetchError("Máy chủ gửi tiếp sai chỗ. Hãy thử lại.")
            return
        self.drop()
        mark = headers.get("etag", "") or headers.get("last-modified", "")
        # A weak mark says the page means the same, not that its bytes are the same.
        self._mark = "" if mark.startswith("W/") or headers.get("content-encoding") else mark

    def add(self, chunk: bytes) -> None:
        """Keep one more piece.

        Raises:
            FetchError: the disk is full.
        """
        self._data += chunk
        if self._path is None or self._facts is None or not self._mark:
            return
        try:
            if len(self._data) == len(chunk):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._facts.write_text(json.dumps({"mark": self._mark}), "utf-8")
            with self._path.open("ab") as out:
                out.write(chunk)
        except OSError as error:
            self.drop()
            raise FetchError(f"Không ghi được phần đã tải ({reason(error)}).") from error

    def finish(self) -> bytes:
        """Return the whole and forget it."""
        data = bytes(self._data)
        self.drop()
        return data

    def drop(self) -> None:
        """Forget what has come."""
        self._data, self._mark = bytearray(), ""
        for path in (self._path, self._facts):
            if path:
                with contextlib.suppress(OSError):
                    path.unlink()
