"""What the administrator does, without HTTP: examine a file, look again, store, put away, remove."""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from phapquy.app.admin import strings
from phapquy.app.contract import IndexStatus
from phapquy.config import Settings
from phapquy.corpus.intake import Examination, Given, add, examine, examine_file, remove
from phapquy.corpus.library import Library
from phapquy.corpus.manifest import Entry
from phapquy.errors import TextError

WAITING = 5
"""Examined files that wait for a decision; beyond that the oldest is put away."""
_WAIT_SECONDS = 3600.0


@dataclass(frozen=True, slots=True)
class Waiting:
    """An examined file that waits for a decision."""

    id: str
    found: Examination
    since: float


class Desk:
    """The administrator's desk over one installation.

    Args:
        settings: where the corpus is.
        rebuild: asks for a new snapshot; returns at once.
        status: how far that is.
        clock: the time in seconds; replaced in tests.
    """

    def __init__(
        self,
        settings: Settings,
        rebuild: Callable[[], None],
        status: Callable[[], IndexStatus],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.settings = settings
        self.status = status
        self._rebuild = rebuild
        self._clock = clock
        self._lock = threading.Lock()
        self._reading = threading.Lock()
        self._waiting: OrderedDict[str, Waiting] = OrderedDict()

    @property
    def max_bytes(self) -> int:
        """The largest file taken."""
        return self.settings.upload_mb * 1_000_000

    def examine(self, path: Path, name: str) -> Waiting:
        """Read a file that has arrived and keep what was found.

        Raises:
            TextError: it cannot be read, or another one is being read just now.
        """
        if not self._reading.acquire(blocking=False):
            raise TextError(strings.BUSY)
        try:
            found = examine_file(Library(self.settings), path, name=name, max_bytes=self.max_bytes)
        finally:
            self._reading.release()
        return self._keep(Waiting(secrets.token_hex(8), found, self._clock()))

    def look_again(self, identity: str, given: Given) -> Waiting:
        """Examine a waiting file once more, with what the administrator says about it.

        Raises:
            TextError: it waits no more.
        """
        old = self._get(identity)
        found = examine(Library(self.settings), old.found.read, old.found.name, given)
        return self._keep(Waiting(identity, replace(found, original=old.found.original), self._clock()))

    def store(self, identity: str, given: Given, *, similar: bool) -> str:
        """Store a waiting file as the administrator says; return the slug and begin a new snapshot.

        Raises:
            TextError: it waits no more, is there already, lacks a fact, or nothing can be written.
        """
        waiting = self.look_again(identity, given)
        slug = add(self.settings, waiting.found, similar=similar)
        self.put_away(identity)
        self._rebuild()
        return slug

    def put_away(self, identity: str) -> None:
        """Forget a waiting file."""
        with self._lock:
            self._waiting.pop(identity, None)

    def remove(self, slug: str) -> Entry:
        """Remove a document that was added here, and begin a new snapshot.

        Raises:
            UsageError: it is not one of those.
        """
        entry = remove(self.settings, slug)
        self._rebuild()
        return entry

    def added(self) -> tuple[Entry, ...]:
        """Return the documents this installation added.

        Raises:
            ManifestError: the list is broken.
        """
        return Library(self.settings).manifest_files.all_added

    def waiting(self) -> tuple[Waiting, ...]:
        """Return the files that wait, the newest first."""
        with self._lock:
            return tuple(reversed(self._waiting.values()))

    def _get(self, identity: str) -> Waiting:
        with self._lock:
            waiting = self._waiting.get(identity)
            if waiting is None or self._clock() - waiting.since > _WAIT_SECONDS:
                raise TextError(strings.GONE)
            return waiting

    def _keep(self, waiting: Waiting) -> Waiting:
        with self._lock:
            self._waiting[waiting.id] = waiting
            self._waiting.move_to_end(waiting.id)
            while len(self._waiting) > WAITING:
                self._waiting.popitem(last=False)
        return waiting
