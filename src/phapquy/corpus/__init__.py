"""The corpus: what the documents are, where their texts come from, and the texts themselves, checked.

``library.Library`` is the way in; ``sources.pull`` brings texts, ``validity.ValidityTable`` knows what is in
force, ``manifest`` and ``amendments`` read the data it stands on.
"""
