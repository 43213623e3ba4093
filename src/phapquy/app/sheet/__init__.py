"""“Phiếu trả lời”: an answer on paper, as DOCX, as PDF and as text to paste."""

from __future__ import annotations

from phapquy.app.sheet.content import Sheet, sheet_of
from phapquy.app.sheet.text import as_text

__all__ = ["Sheet", "as_text", "sheet_of"]
