"""The composer's sentence of competence may be turned round in a few fixed ways."""

from __future__ import annotations

import re

from phapquy.answer.rewriting.reading import prepared
from phapquy.law.holder import find_organs

_ORGANS = r"O(?: và O| , O)*"
_MATTER = r"(?:việc|nội dung|vấn đề|thẩm quyền)(?: này| đó| được hỏi)?"
_COMPOSED = re.compile(rf"(?:(?:có|không) )?(?P<now>nay )?việc này thuộc thẩm quyền của (?P<organs>{_ORGANS})")
_SAID = re.compile(
    rf"(?P<now>nay )?(?:{_MATTER} (?:thuộc|là) (?:thẩm )?quyền (?:giải quyết )?của (?P<of>{_ORGANS})"
    rf"|{_MATTER} do (?P<by>{_ORGANS}) (?:có thẩm quyền )?(?:giải quyết|quyết định)"
    rf"|{_MATTER} thuộc về (?P<to>{_ORGANS})"
    rf"|(?P<has>{_ORGANS}) (?:là (?:cơ quan|nơi) )?có (?:thẩm )?quyền (?:(?:giải quyết|quyết định) )?"
    rf"(?:(?:đối với|với|trong|về) )?{_MATTER})"
)
_GAPS = re.compile(r"[\s.,]+")


def names_same_holders(statement: str, said: str) -> bool:
    """Whether a text says in one of the fixed ways that the organs of the composed sentence are competent.

    Args:
        statement: the composed sentence, with its yes or no.
        said: the rewriting, prepared and without its yes or no.
    """
    composed, names = _organs_marked(prepared(statement))
    wanted = _COMPOSED.fullmatch(composed)
    text, others = _organs_marked(said)
    found = _SAID.fullmatch(text)
    if not wanted or not found or names != others:
        return False
    return bool(wanted["now"]) is bool(found["now"])


def _organs_marked(text: str) -> tuple[str, list[str]]:
    out, pos, names = [], 0, []
    for organ in find_organs(text):
        out += [text[pos : organ.start].lower(), "O"]
        names.append(organ.name.lower())
        pos = organ.end
    out.append(text[pos:].lower())
    return _GAPS.sub(" ", "".join(out)).strip(), names
