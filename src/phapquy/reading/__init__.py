"""Documents as they are read: clause by clause in the words of a day, with what each points to.

It stands on a snapshot and below the knowledge base, which gives it to the pages as :attr:`KnowledgeBase.reading`.
"""

from phapquy.reading.desk import Reading
from phapquy.reading.model import Clause, Contents, Held, OtherWording, Preview, Stretch

__all__ = ["Clause", "Contents", "Held", "OtherWording", "Preview", "Reading", "Stretch"]
