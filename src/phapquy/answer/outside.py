"""Whether a question names a matter of another branch of law: pensions, driving licences, divorce, school fees.

Such a question is near to some clause in any vector model - one on retirement, on papers, on persons - and shares its
words. It needs more nearness than others (``answer/enough.py``), not a refusal: the texts mention some of these
matters, and a question that is answered by such a mention lies close to it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from phapquy.vietnamese.normalize import tone_normal


def names_other_law(text: str) -> bool:
    """Whether a text, diacritics restored, names a matter listed in ``outside.txt``."""
    return _matters().search(tone_normal(text)) is not None


@lru_cache(maxsize=1)
def _matters() -> re.Pattern[str]:
    lines = (files("phapquy.answer") / "outside.txt").read_text("utf-8").splitlines()
    names = [tone_normal(line.strip()) for line in lines if line.strip() and not line.startswith("#")]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
