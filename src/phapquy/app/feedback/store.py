"""The judgements on disk: SQLite in write-ahead mode, synchronised at every write, bounded."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from phapquy.app import strings
from phapquy.app.feedback.record import Judgement, Verdict
from phapquy.errors import PhapquyError

_TABLE = """
CREATE TABLE IF NOT EXISTS judgement (
  id INTEGER PRIMARY KEY AUTOINCREMENT, token TEXT NOT NULL UNIQUE, day TEXT NOT NULL, verdict TEXT NOT NULL,
  question TEXT NOT NULL, as_of TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, level TEXT,
  organs TEXT NOT NULL, cited TEXT NOT NULL, snapshot TEXT NOT NULL, note TEXT NOT NULL
)
"""
_COLUMNS = "day, verdict, question, as_of, outcome, reason, level, organs, cited, snapshot, note"
_TRIM = "DELETE FROM judgement WHERE id <= (SELECT MAX(id) FROM judgement) - ?"
_WAIT_SECONDS = 5.0


class FeedbackStore:
    """Judgements in one file; safe from several threads and processes, each call opens its own connection.

    Args:
        path: the database; made with its folder at the first write.
        limit: the most judgements kept.
    """

    def __init__(self, path: Path, limit: int) -> None:
        self._path = path
        self._limit = limit

    def add(self, judgement: Judgement) -> str:
        """Keep a judgement; return the token by which the same page may still change it.

        Raises:
            PhapquyError: it could not be written.
        """
        token = secrets.token_urlsafe(16)
        with self._writing() as base:
            base.execute(
                f"INSERT INTO judgement (token, {_COLUMNS}) VALUES ({', '.join('?' * 12)})",
                (token, *_row(judgement)),
            )
            base.execute(_TRIM, (self._limit,))
        return token

    def change(self, token: str, judgement: Judgement) -> bool:
        """Replace the judgement of a token; False if it is no longer kept.

        Raises:
            PhapquyError: it could not be written.
        """
        with self._writing() as base:
            places = ", ".join(f"{name} = ?" for name in _COLUMNS.split(", "))
            done = base.execute(f"UPDATE judgement SET {places} WHERE token = ?", (*_row(judgement), token))
            return done.rowcount == 1

    def all(self) -> tuple[tuple[int, Judgement], ...]:
        """Return every judgement with its number, oldest first.

        Raises:
            PhapquyError: the database cannot be read.
        """
        if not self._path.is_file():
            return ()
        with self._opened() as base:
            rows = base.execute(f"SELECT id, {_COLUMNS} FROM judgement ORDER BY id").fetchall()
        return tuple((row[0], _judgement(row[1:])) for row in rows)

    def clear(self) -> int:
        """Erase every judgement from the disk; return how many there were.

        Raises:
            PhapquyError: it could not be written.
        """
        if not self._path.is_file():
            return 0
        with self._writing() as base:
            gone = base.execute("DELETE FROM judgement").rowcount
        with self._opened() as base:
            base.execute("VACUUM")
            base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise PhapquyError(strings.FEEDBACK_LOST.format(path=self._path)) from error
        with self._opened() as base, base:
            base.execute(_TABLE)
            yield base

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            base = sqlite3.connect(self._path, timeout=_WAIT_SECONDS)
            try:
                base.execute("PRAGMA journal_mode = WAL")
                # FULL: a judgement the officer was thanked for is on the disk, whatever happens next.
                base.execute("PRAGMA synchronous = FULL")
                base.execute("PRAGMA secure_delete = ON")
                yield base
            finally:
                base.close()
        except sqlite3.Error as error:
            raise PhapquyError(strings.FEEDBACK_LOST.format(path=self._path)) from error


def _row(one: Judgement) -> tuple[str | None, ...]:
    return (
        one.day.isoformat(), one.verdict.value, one.question, one.as_of.isoformat(), one.outcome, one.reason, one.level,
        json.dumps(one.organs, ensure_ascii=False), json.dumps(one.cited), one.snapshot, one.note,
    )  # fmt: skip


def _judgement(row: tuple[str, ...]) -> Judgement:
    day, verdict, question, as_of, outcome, reason, level, organs, cited, snapshot, note = row
    return Judgement(
        date.fromisoformat(day), Verdict(verdict), question, date.fromisoformat(as_of), outcome, reason, level,
        tuple(json.loads(organs)), tuple(json.loads(cited)), snapshot, note,
    )  # fmt: skip
