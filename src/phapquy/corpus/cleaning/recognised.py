"""What optical recognition misreads in a way its surroundings settle."""

from __future__ import annotations

import re

from phapquy.corpus.cleaning.tally import Tally

STEP = "chữ nhận dạng sai mà chỗ đứng cho biết"
_SQUARE = re.compile(r"(?<=\d km)[?”\"'’*°2]{1,2}(?=[,.;)\s])")
_AREA = re.compile(r"(diện tích[^.;]{0,40}\d{1,3}(?:\.\d{3})*(?:,\d+)? km)(?=,)")
_ONE = re.compile(r"(?<=\b[Kk]hoản )[lI|](?=[\s,;.])|(?<=\bĐiều )[lI|](?=[\s,;.])")


def settled(text: str, tally: Tally) -> str:
    """Put right the unit of an area (``km?`` is km²), and a letter read for the number 1 after khoản, Điều."""
    text = _SQUARE.sub(lambda found: tally.add(f"km{found[0]}", "km²")[2:], text)
    text = _AREA.sub(lambda found: tally.add(found[1], f"{found[1]}²"), text)
    return _ONE.sub(lambda found: tally.add(found[0], "1"), text)
