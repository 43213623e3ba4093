"""Who is logged in: a random token in a cookie, kept in memory, for half an hour after the last use."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

COOKIE = "phapquy_quan_tri"
SECONDS = 1800.0
_MOST = 20


class Sessions:
    """The open sessions, by the hash of their token."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._until: OrderedDict[str, float] = OrderedDict()

    def begin(self) -> str:
        """Open a session and return its token; beyond the bound the oldest one ends."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._until[_key(token)] = self._clock() + SECONDS
            while len(self._until) > _MOST:
                self._until.popitem(last=False)
        return token

    def holds(self, token: str | None) -> bool:
        """Whether the token is that of an open session; if so it stays open for another while."""
        if not token:
            return False
        with self._lock:
            key = _key(token)
            if self._until.get(key, 0.0) <= self._clock():
                self._until.pop(key, None)
                return False
            self._until[key] = self._clock() + SECONDS
            self._until.move_to_end(key)
            return True

    def end(self, token: str | None) -> None:
        """Close a session."""
        if token:
            with self._lock:
                self._until.pop(_key(token), None)


def _key(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
