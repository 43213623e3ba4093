"""Measuring speed and memory against the budgets; prints, never asserts."""

from __future__ import annotations

from phapquy.bench.budgets import Row
from phapquy.bench.measure import measure_all, measure_web

__all__ = ["Row", "measure_all", "measure_web"]
