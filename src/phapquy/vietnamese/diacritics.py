"""Restore missing diacritics: a trigram model over syllables read through a noisy keyboard.

Every text goes through, typed well or not: how much the typist leaves out is estimated from the text
itself, so the same search keeps a well-typed question as it is, repairs a half-typed one and restores an
unmarked one.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from phapquy.errors import SnapshotError
from phapquy.vietnamese.candidates import WORD, Candidates
from phapquy.vietnamese.everyday import general_vietnamese
from phapquy.vietnamese.lattice import Slot, best_path, fixed
from phapquy.vietnamese.ngrams import BOUNDARY, NUMBER, Ngrams, Source
from phapquy.vietnamese.normalize import fold, tone_normal
from phapquy.vietnamese.syllable import is_syllable

_FORMAT = 1
_PIECE = re.compile(r"[^\W\d_]+|\d[\d.,/]*|[.;:?!()\"“”…\n]")
_PHRASES = (10.0, 6.0)
_NEWS = (8.0, 4.0)
_QUESTIONS = (3.0, 2.0)
_WORD_LIST = (0.4, 0.02)
"""Weight of the n-grams and of the single words of each source beside the corpus (1, 1); the best of 20
settings on unmarked development questions, with legal text held out losing under 0.003."""
_NAME_COUNT = 3
"""Occurrences from which a word that is no Vietnamese syllable (Krông, Đắk) counts as known."""
_SIGN_LENGTH = 2
_ARRAYS = ("unigram", "backoff", "pair_keys", "pair_logs", "pair_backoff", "triple_keys", "triple_logs")


@dataclass(frozen=True, slots=True)
class Restored:
    """A text with its diacritics restored."""

    text: str
    """In NFC, with tone marks placed as in the statute books."""
    changed: bool
    """Whether any syllable got other marks or letters than were typed."""
    confidence: float
    """Mean posterior of the syllables that were in doubt, 0 to 1; 1 when none was."""


class Restorer:
    """Restores diacritics with counts taken from the corpus and from general Vietnamese."""

    def __init__(self, model: Ngrams) -> None:
        self._model = model
        self._candidates = Candidates(model)

    @classmethod
    def train(cls, texts: Iterable[str], questions: Iterable[str] = (), *, general: bool = True) -> Restorer:
        """Count the syllables of well-typed texts.

        Args:
            texts: verbatim texts of the corpus.
            questions: sentences in the words that people use for what the texts say.
            general: count our everyday phrases and the word lists of the installed segmenter as well.
        """
        lines = (line for text in texts for line in text.splitlines() if line.strip())
        sources = [Source([_sentence(line) for line in lines])]
        if asked := [_sentence(line) for line in questions]:
            sources.append(Source(asked, *_QUESTIONS))
        if general:
            spoken = general_vietnamese()
            sources += [
                Source([_sentence(line) for line in spoken.phrases], *_PHRASES),
                Source([_sentence(line) for line in spoken.news], *_NEWS),
                Source([_pieces(line) for line in spoken.word_list], *_WORD_LIST),
            ]
        return cls(Ngrams.count(sources, _vocabulary(sources)))

    def save(self, path: Path) -> None:
        """Write the model as one ``.npz`` file."""
        words = np.frombuffer("\n".join(self._model.words).encode(), dtype=np.uint8)
        arrays = {name: getattr(self._model, name) for name in _ARRAYS}
        with path.open("wb") as file:
            np.savez(file, format=np.array([_FORMAT]), words=words, **arrays)

    @classmethod
    def load(cls, path: Path) -> Restorer:
        """Read a model written by :meth:`save`.

        Raises:
            SnapshotError: the file is missing, damaged or of another format.
        """
        try:
            with np.load(path, allow_pickle=False) as data:
                if int(data["format"][0]) != _FORMAT:
                    raise ValueError("another format")
                words = tuple(data["words"].tobytes().decode("utf-8").split("\n"))
                model = Ngrams(words, *(data[name] for name in _ARRAYS))
            model.check()
            return cls(model)
        except (OSError, ValueError, KeyError, IndexError, EOFError, zipfile.BadZipFile) as error:
            raise SnapshotError(
                f"Không đọc được mô hình khôi phục dấu {path.name} (thiếu, hỏng hoặc khác định dạng). "
                "Hãy chạy: phapquy build"
            ) from error

    def restore(self, text: str) -> Restored:
        """Return the text with missing marks restored, Telex leftovers and small slips repaired.

        Case, punctuation, numbers, abbreviations and unknown words stay; no word is split or joined.
        """
        text = tone_normal(text)
        slots = self._slots(text)
        path, confidence = best_path(self._model, slots)
        parts: list[str] = []
        done = 0
        for slot, choice in zip(slots, path, strict=True):
            if slot.span:
                start, end = slot.span
                parts += [text[done:start], _cased(slot.words[choice], text[start:end])]
                done = end
        made = "".join((*parts, text[done:]))
        return Restored(made, made != text, confidence)

    def _slots(self, text: str) -> list[Slot]:
        known = self._candidates
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
        loud = sum(map(str.isupper, text)) > sum(map(str.islower, text))
        costs = known.costs(lower)
        boundary = fixed(known.id_of(BOUNDARY))
        slots = [boundary]
        for found in _PIECE.finditer(lower):
            piece, span = found[0], found.span()
            if piece[0].isdigit():
                slots.append(fixed(known.id_of(NUMBER)))
            elif not piece[0].isalpha():
                slots.append(boundary)
            elif not WORD.match(lower, span[0]) or (not loud and self._is_sign(text, *span)):
                slots.append(fixed(known.id_of(piece)))
            else:
                slots.append(Slot(*known.of(piece, costs), span))
        return [*slots, boundary]

    def _is_sign(self, text: str, start: int, end: int) -> bool:
        """Whether a word in capitals amid small letters is a letter or an abbreviation: "A", "CT", "QĐ".

        "O" that begins a sentence is the word "Ở".
        """
        word = text[start:end]
        if word in {"O", "Ơ"} and text[end : end + 1] == " ":
            return bool(text[:start].strip()) and text[:start].rstrip()[-1] not in ".?!:;"
        return word.isupper() and (len(word) <= _SIGN_LENGTH or not self._candidates.knows(word))


def _cased(word: str, typed: str) -> str:
    if len(word) == len(typed):
        return "".join(new.upper() if old.isupper() else new for new, old in zip(word, typed, strict=True))
    if typed.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if typed[0].isupper() else word


def _sentence(line: str) -> list[str]:
    return [BOUNDARY, *_pieces(line), BOUNDARY]


def _pieces(line: str) -> list[str]:
    """Return the sequence that a line is to the model: words, numbers as one sign, boundaries."""
    made: list[str] = []
    for piece in _PIECE.findall(tone_normal(line).lower()):
        if piece[0].isalpha():
            made.append(piece)
        else:
            made.append(NUMBER if piece[0].isdigit() else BOUNDARY)
    return made


def _vocabulary(sources: list[Source]) -> set[str]:
    """Return the well-formed syllables of all sources and the repeated names of the corpus, the first source.

    Words of the corpus run together by a lost space ("củathị") are no syllables and are left out.
    """
    counts = Counter(word for sentence in sources[0].sentences for word in sentence)
    names = {word for word, count in counts.items() if count >= _NAME_COUNT and _may_be_name(word)}
    every = {word for source in sources for sentence in source.sentences for word in sentence}
    return names | {word for word in every if is_syllable(word)}


def _may_be_name(word: str) -> bool:
    if not 2 <= len(word) <= 8 or not set(fold(word)) & set("aeiouy"):  # noqa: PLR2004
        return False
    return not any(is_syllable(word[:cut]) and is_syllable(word[cut:]) for cut in range(2, len(word) - 1))
