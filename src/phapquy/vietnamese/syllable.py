"""What a written Vietnamese syllable is: onset, rhyme, tone, and where the tone mark stands.

The grammar follows the ordinary orthography (Nguyễn Đình Hòa 1997 describes the same inventory); place
names of other languages (Krông, Đắk, Pleiku) are outside it on purpose.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
_QUALITY = "ăâêôơư"
_ONSET_LIST = "ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x"
_RHYME_LIST = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on
    ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uôc uôi uôm uôn uông uôt up ut uơ
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu ych ynh yt
"""
_ONSETS = tuple(_ONSET_LIST.split())
_RHYMES = frozenset(_RHYME_LIST.split())
_ONLY_AFTER_QU = frozenset({"ych", "ynh", "yt"})
_FRONT = "eêiy"
_STOPS = ("c", "ch", "p", "t")


def _strip(text: str, marks: frozenset[str]) -> str:
    kept = (char for char in unicodedata.normalize("NFD", text) if char not in marks)
    return unicodedata.normalize("NFC", "".join(kept))


_TONE_MARKS = frozenset(_TONES)
_ALL_MARKS = frozenset({*_TONES, "\u0302", "\u0306", "\u031b"})
_FOLDED_RHYMES = frozenset(_strip(rhyme, _ALL_MARKS) for rhyme in _RHYMES)


@lru_cache(maxsize=1 << 16)
def tone_of(word: str) -> str:
    """Return the combining tone mark of a word, or an empty string when it has none or several."""
    found = [char for char in unicodedata.normalize("NFD", word) if char in _TONE_MARKS]
    return found[0] if len(found) == 1 else ""


def without_tone(word: str) -> str:
    """Return the word without tone marks; the marks of ă â ê ô ơ ư and đ stay."""
    return _strip(word, _TONE_MARKS)


def split(bare: str, *, folded: bool = False) -> tuple[str, str] | None:
    """Split a lower-case toneless syllable into onset and rhyme; None when it is not a syllable.

    Args:
        bare: the syllable without a tone mark, in lower case, NFC.
        folded: accept a syllable whose ă â ê ô ơ ư đ were typed without their marks.
    """
    rhymes = _FOLDED_RHYMES if folded else _RHYMES
    for onset in _ONSETS:
        rest = bare[len(onset) :]
        if bare.startswith(onset) and rest in rhymes and _goes_with(onset, rest):
            return onset, rest
    if bare in rhymes and bare not in _ONLY_AFTER_QU:
        return "", bare
    return None


def _goes_with(onset: str, rhyme: str) -> bool:
    front = rhyme[0] in _FRONT
    if onset in {"k", "gh", "ngh"}:
        return front
    if onset in {"c", "ng"}:
        return not front
    if onset == "g":
        return not front or rhyme[0] == "i"
    if onset == "gi":
        return rhyme[0] not in "iy"
    if onset == "qu":
        return rhyme[0] not in "uư" and rhyme[:2] not in {"oa", "oe", "oă"}
    return rhyme not in _ONLY_AFTER_QU


@lru_cache(maxsize=1 << 16)
def is_syllable(word: str) -> bool:
    """Tell whether a lower-case NFC word is a well-formed syllable, its tone included.

    A rhyme that ends in a stop (c, ch, p, t) must carry sắc or nặng, so ``cac`` is not one and ``các`` is.
    """
    tone = tone_of(word)
    parts = split(without_tone(word))
    if parts is None or (not tone and without_tone(word) != word):
        return False
    return not parts[1].endswith(_STOPS) or tone in {"\u0301", "\u0323"}


@lru_cache(maxsize=1 << 16)
def is_folded_syllable(word: str) -> bool:
    """Tell whether a lower-case word without any mark could be a syllable typed without its marks."""
    return word.isascii() and split(word, folded=True) is not None


@lru_cache(maxsize=1 << 16)
def place_tone(word: str) -> str:
    """Return a lower-case word with its tone mark on the customary vowel: hoà -> hòa, uỷ -> ủy, laị -> lại.

    A word that is not a syllable, or has no tone mark or several, comes back unchanged.
    """
    tone = tone_of(word)
    bare = without_tone(word) if tone else word
    parts = split(bare) if tone else None
    if parts is None:
        return word
    at = len(parts[0]) + _nucleus(parts[1])
    return unicodedata.normalize("NFC", bare[: at + 1] + tone + bare[at + 1 :])


def _nucleus(rhyme: str) -> int:
    """Return the place of the vowel that carries the tone mark (the older, statute-book custom)."""
    vowels = len(rhyme) - len(rhyme.lstrip("aăâeêioôơuưy"))
    marked = [at for at in range(vowels) if rhyme[at] in _QUALITY]
    if marked:
        return marked[-1]
    if vowels < len(rhyme):
        return vowels - 1
    return 1 if vowels > 2 else 0  # noqa: PLR2004
