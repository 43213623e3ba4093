"""Another wording of an answer, let through only where it says what the composed statement says.

``rewrite`` gives each statement to a writer (a language model, somewhere above) and holds what comes back against it,
unit by unit: see ``docs/rewriting.md``. Nothing here knows what a language model is.
"""

from phapquy.answer.rewriting.check import Refusal, check
from phapquy.answer.rewriting.flow import Limits, Phrased, Writer, WriterError, phrase, with_statements

__all__ = ["Limits", "Phrased", "Refusal", "Writer", "WriterError", "check", "phrase", "with_statements"]
