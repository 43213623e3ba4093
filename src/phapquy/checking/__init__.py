"""Checking a text of somebody else's: are its citations and quotations those of the law of a day?

``Checker.check`` is the whole of it: a letter, a draft or an answer in, a report out. See ``docs/verify.md``.
"""

from phapquy.checking.check import Checker
from phapquy.checking.report import Report

__all__ = ["Checker", "Report"]
