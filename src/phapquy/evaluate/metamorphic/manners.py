"""Manners: greetings and thanks around the question, capitals, spaces and marks too many."""

from __future__ import annotations

import random
import re

from phapquy.vietnamese.normalize import nfc

_BEFORE = (
    "Chào anh chị, cho em hỏi ",
    "Dạ em chào anh/chị ạ. Anh chị cho em hỏi chút: ",
    "Kính gửi bộ phận một cửa, xin cho tôi hỏi ",
    "Ad ơi cho mình hỏi xíu, ",
    "Cháu chào cô chú, cô chú làm ơn cho cháu hỏi là ",
)
_AFTER = (
    " Em cảm ơn ạ.",
    " Mong anh chị trả lời giúp em, em cảm ơn nhiều ạ!",
    " Tôi xin chân thành cảm ơn.",
    " Cảm ơn ad nhiều nha.",
    " Cháu cảm ơn cô chú ạ.",
)
_GAP = re.compile(r" ")
_MARKS = ("?", "??", "???", " ?", "?!", " ...")


def polite(question: str, chance: random.Random) -> str:
    """Put a greeting before the question and thanks after it."""
    text = nfc(question).strip()
    first = text[:1] if text[:2].isupper() else text[:1].lower()
    ended = text if text.endswith((".", "?", "!")) else f"{text}?"
    return f"{chance.choice(_BEFORE)}{first}{ended[1:]}{chance.choice(_AFTER)}"


def thanked(question: str, _chance: random.Random) -> str:
    """Only thank, after the question."""
    return f"{nfc(question).strip()} em cảm ơn ạ"


def capitals(question: str, _chance: random.Random) -> str:
    """Type everything in capitals."""
    return nfc(question).upper()


def untidy(question: str, chance: random.Random) -> str:
    """Put extra spaces between words, and other marks or none at the end."""
    text = nfc(question).strip().rstrip("?.! ")
    spaced = _GAP.sub(lambda _: " " * chance.choice((1, 1, 2, 3)), text)
    return f"  {spaced}{chance.choice(_MARKS)} "
