"""The block of signatures, where a table was flattened: the signer's name lost among the recipients."""

from __future__ import annotations

import re
from dataclasses import replace

from phapquy.corpus.cleaning.tally import Tally
from phapquy.corpus.readers.lines import Line, Page

STEP = "bảng chữ ký bị dàn phẳng"
_BEGINS = re.compile(r"^(?:Nơi nhận\s*:|(?:TM|KT|TL|TUQ|T/M)\.?\s+[A-ZĐÂÊÔƠƯÁÀẢÃẠỦỐỘỊ]{2})")
_CELLS = re.compile(r"\s{0,20}[|\t]\s{0,20}")
_LONGEST = 40
"""Lines after which a closing block has ended."""


def unflattened(pages: list[Page], tally: Tally) -> None:
    """Give each cell of a closing block a line of its own, in place (``Việt Nam; | Nguyễn Văn A``)."""
    left = 0
    for page in pages:
        tally.page = page.number
        made: list[Line] = []
        for line in page.lines:
            left = _LONGEST if _BEGINS.match(line.text.strip()) else left - 1
            cells = [cell for cell in _CELLS.split(line.text) if cell] if left > 0 else [line.text]
            if len(cells) > 1:
                tally.add(line.text, " ⏎ ".join(cells))
                made.extend(replace(line, text=cell, fresh=True) for cell in cells)
            else:
                made.append(line)
        page.lines = made
