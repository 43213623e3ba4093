"""Compile the command line's message catalogue: ``python -m tests.cli.catalog`` writes the .mo beside the .po."""

from __future__ import annotations

import ast
import struct
from pathlib import Path

from phapquy.cli import language

PO = Path(language.__file__).parent / "locale" / "vi" / "LC_MESSAGES" / "phapquy.po"
MO = PO.with_suffix(".mo")


def compiled(po: str) -> bytes:
    """Return the GNU .mo form of a simple catalogue (one-line msgid and msgstr pairs)."""
    rows: list[list[str]] = []
    for line in po.splitlines():
        for word in ("msgid ", "msgstr "):
            if line.startswith(word):
                text = ast.literal_eval(line.removeprefix(word))
                rows.append([text]) if word == "msgid " else rows[-1].append(text)
    pairs = sorted((source.encode(), target.encode()) for source, target in rows)
    count, head = len(pairs), 28
    offset = head + 16 * count
    tables: list[list[int]] = [[], []]
    blob = b""
    for side in (0, 1):
        for pair in pairs:
            tables[side] += [len(pair[side]), offset + len(blob)]
            blob += pair[side] + b"\0"
    numbers = [0x950412DE, 0, count, head, head + 8 * count, 0, 0, *tables[0], *tables[1]]
    return struct.pack(f"<{len(numbers)}I", *numbers) + blob


if __name__ == "__main__":
    MO.write_bytes(compiled(PO.read_text("utf-8")))
