"""The capital letters of Vietnamese, for patterns: a range of code points would take small letters with them."""

from __future__ import annotations

CAPITALS = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
"""What stands between the brackets of a character class."""
CAPITAL = f"[{CAPITALS}]"
