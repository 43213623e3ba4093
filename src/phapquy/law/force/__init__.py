"""From when to when a text says that it applies: its clauses on entry into force, read into facts.

``read_force`` is the whole of it: a document in, facts out, each with the clause and the span it was read from.
Nothing is refused: a sentence that no rule fits gives no fact. What a document quotes (the new wording it gives to
another text) and what stands in the footnotes of a consolidated text are not facts of the document itself.
"""

from phapquy.law.force.days import read_moment
from phapquy.law.force.model import Anchor, ForceFact, ForceKind, Moment
from phapquy.law.force.reader import read_force

__all__ = ["Anchor", "ForceFact", "ForceKind", "Moment", "read_force", "read_moment"]
