"""What a language model writes, without what is not part of the sentence: thinking, markup, control characters."""

from __future__ import annotations

import re
import unicodedata

_THOUGHT = re.compile(r"<think>.*?(?:</think>|$)", re.DOTALL)
_FENCE = re.compile(r"^\s*```\w*\s*$", re.MULTILINE)
_EMPHASIS = re.compile(r"\*{1,3}|_{2,3}|`|^\s*(?:#{1,6}|>|[-*•])\s+", re.MULTILINE)
_ECHO = re.compile(r"^\s*(?:câu )?(?:viết lại|diễn đạt lại|trả lời)\s*:\s*", re.IGNORECASE)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def cleaned(written: str) -> str:
    """Return the words of a model's output as one paragraph; markup that is not known stays and is refused later."""
    text = _EMPHASIS.sub("", _FENCE.sub("", _THOUGHT.sub("", written)))
    text = "".join(" " if char in "\n\t\r" else char for char in text if char in "\n\t\r" or _seen(char))
    return " ".join(_ECHO.sub("", text).split())


def finished(text: str) -> str:
    """Return a rewriting as a sentence: a capital first, a full stop last."""
    text = text.strip().rstrip(" .;,") + "."
    return text[:1].upper() + text[1:]


def _seen(char: str) -> bool:
    return unicodedata.category(char) not in _UNSEEN
