"""Taking in a document an office has: staged, read, examined, confirmed by a person, stored or removed again.

``examine`` says what was found and changes nothing; ``store`` is the only module that writes.
See ``docs/corpus.md``.
"""

from phapquy.corpus.intake.examination import Examination, examine, examine_file, examine_pages
from phapquy.corpus.intake.facts import Given
from phapquy.corpus.intake.store import add, remove

__all__ = ["Examination", "Given", "add", "examine", "examine_file", "examine_pages", "remove"]
