"""Metamorphic checks: what happens to an answer when only the question's dress changes, or its unit does.

A relation changes a question and says what must hold between the two answers; no gold is needed for that. Where the
questions have gold, the share that is right is compared as well. ``marks``, ``shorten``, ``slips``, ``manners`` and
``units`` change questions, ``agreement`` compares two answers, ``relations`` lists what is checked, ``run`` asks.

The idea is that of metamorphic testing (Chen et al. 1998): a program without an oracle is tested on relations between
its outputs.
"""

from __future__ import annotations

from phapquy.evaluate.metamorphic.relations import RELATIONS, Relation
from phapquy.evaluate.metamorphic.run import check_relations, metamorphic_json

__all__ = ["RELATIONS", "Relation", "check_relations", "metamorphic_json"]
