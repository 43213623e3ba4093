"""References inside statutory text: who cites what, word for word.

``find_citations`` is the whole of it: text in, citations with spans out. What a citation points to in a given
corpus is decided in ``phapquy.corpus.references``, where the documents are known.
"""

from phapquy.law.citations.grammar import find_citations
from phapquy.law.citations.model import THIS, Citation, DocumentRef, Level, Step, Target

__all__ = ["THIS", "Citation", "DocumentRef", "Level", "Step", "Target", "find_citations"]
