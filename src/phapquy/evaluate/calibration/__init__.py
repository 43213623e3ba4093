"""How far the score behind answered / not_found can be trusted, by cross-validation.

``asked`` collects one row a question, ``folds`` fits and scores out of fold, ``risk`` trades coverage for errors.
scikit-learn is used here and nowhere else: answering needs two published numbers (``answer/enough.py``).
"""

from __future__ import annotations

from phapquy.evaluate.calibration.asked import Asked, asked_of
from phapquy.evaluate.calibration.folds import calibrate

__all__ = ["Asked", "asked_of", "calibrate"]
