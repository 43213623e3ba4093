"""Measuring: how well the assistant answers a file of questions with known answers.

``dataset`` reads the questions, ``citations``, ``organs`` and ``metrics`` score one answer, ``retrieval``
scores one ranking, ``summary`` adds up, ``run`` asks and ``report`` writes and compares.
"""

from __future__ import annotations

from phapquy.evaluate.dataset import Case, read_cases
from phapquy.evaluate.metrics import CaseScore, score_answer
from phapquy.evaluate.run import Report, evaluate

__all__ = ["Case", "CaseScore", "Report", "evaluate", "read_cases", "score_answer"]
