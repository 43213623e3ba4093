"""The knowledge base being served, and the watch that puts a newly published snapshot in its place."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from types import TracebackType

from phapquy.app import strings
from phapquy.app.contract import IndexStatus, KnowledgeBase
from phapquy.app.failures import log_failure
from phapquy.app.memory import give_back
from phapquy.errors import PhapquyError

_log = logging.getLogger(__name__)
_LOOK_SECONDS = 3.0


class LiveBase:
    """Holds the knowledge base of the moment.

    Swapping is one assignment, and a request takes the object once, so every answer comes from one snapshot.
    """

    def __init__(self, base: KnowledgeBase, status: IndexStatus | None = None) -> None:
        self._base = base
        self._status = status or IndexStatus()

    def base(self) -> KnowledgeBase:
        """Return the knowledge base to answer the present request with."""
        return self._base

    def status(self) -> IndexStatus:
        """Return how far the index is."""
        return self._status

    def swap(self, base: KnowledgeBase) -> None:
        """Serve another snapshot from the next request on."""
        self._base = base

    def report(self, status: IndexStatus) -> None:
        """Set what the page says about the index."""
        self._status = status


class Watch:
    """A thread that looks for a newly published snapshot and swaps it in.

    Args:
        live: where the new one goes.
        newest: returns the id of the newest published snapshot, or None.
        open_base: opens it, ready to answer at once; its errors leave the old one serving.
        progress: returns the state of the background build, or None when there is none.
    """

    def __init__(
        self,
        live: LiveBase,
        newest: Callable[[], str | None],
        open_base: Callable[[], KnowledgeBase],
        progress: Callable[[], IndexStatus] | None = None,
    ) -> None:
        self._live = live
        self._newest = newest
        self._open = open_base
        self._progress = progress or IndexStatus
        self._refused = ""
        self._problem = ""
        self._swapped = False
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="snapshot-watch", daemon=True)

    def __enter__(self) -> Watch:
        self._live.report(self._progress())
        self._thread.start()
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _value: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._ended.set()

    def look(self) -> None:
        """Look once: swap in what is new, then report the build, so that "busy" ends only after the swap."""
        status = self._progress()
        if self._swapped:  # one look later, when no request holds the old one any more
            self._swapped = False
            give_back()
        found = self._newest()
        if found and found not in (self._live.base().snapshot_id, self._refused):
            self._problem = self._swap(found)
            self._refused = found if self._problem else ""
        self._live.report(IndexStatus(failed=self._problem) if self._problem else status)

    def _swap(self, found: str) -> str:
        """Open and swap in; return what is wrong, or nothing."""
        try:
            self._live.swap(self._open())
        except PhapquyError as error:
            return str(error)
        except Exception as error:
            log_failure("swap", error)
            return strings.SWAP_BROKE.format(kind=type(error).__name__)
        _log.info("now serving snapshot %s", found)
        self._swapped = True
        return ""

    def _run(self) -> None:
        while not self._ended.wait(_LOOK_SECONDS):
            try:
                self.look()
            except Exception as error:
                # The folder may be gone for a moment (another build tidying up); the next look tries again.
                log_failure("look", error)
