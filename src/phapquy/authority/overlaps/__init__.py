"""Where two clauses give one task: compared pairwise, each pair with a verdict and its reasons."""

from phapquy.authority.overlaps.find import Options, Report, find_overlaps
from phapquy.authority.overlaps.model import Finding, Ground, Reason, Verdict

__all__ = ["Finding", "Ground", "Options", "Reason", "Report", "Verdict", "find_overlaps"]
