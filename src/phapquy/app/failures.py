"""Write down what broke without writing down what was asked: a question may hold a citizen's name."""

from __future__ import annotations

import logging
import traceback

_log = logging.getLogger(__name__)
_FRAMES = 8


def log_failure(where: str, error: BaseException) -> None:
    """Log an unexpected error's type and the places it went through, never its message or any value.

    The message is left out because libraries put the offending text into it.
    """
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    _log.error("%s failed: %s at %s", where, type(error).__name__, " < ".join(reversed(places[-_FRAMES:])))
