"""Yes or no where a clause itself says it: what stands in a list of forbidden acts may not be done.

More was tried and left out: reading "được", "phải", "không phải" before the words asked about told yes or no six times
on 95 questions and was wrong three times, for the condition that turns it round stands elsewhere in the clause. There
the quotation answers.
"""

from __future__ import annotations

import re

from phapquy.answer.evidence import Evidence
from phapquy.search.question import Question

_FORBIDS = re.compile(r"\b(?:không được|nghiêm cấm|bị (?:nghiêm )?cấm)\b[^:]*:$", re.IGNORECASE)
_WHETHER_ALLOWED = re.compile(
    r"\b(?:có )?(?:được|quyền|thể|đúng|sai|trái)\b[^?;]*\b(?:không|chưa)\b|\bđược (?:không|chưa)\b", re.IGNORECASE
)
_WHETHER_WRONG = re.compile(r"\b(?:sai|trái|vi phạm)\b[^?;]*\bkhông\b", re.IGNORECASE)


def forbidden(question: Question, one: Evidence) -> str:
    """Return the sentence that says an act is not allowed; empty where that is not asked or not said."""
    if not (question.may and _WHETHER_ALLOWED.search(question.text) and _FORBIDS.search(one.lead)):
        return ""
    no = "" if _WHETHER_WRONG.search(question.text) else "Không. "
    return f"{no}Đây là việc không được làm."
