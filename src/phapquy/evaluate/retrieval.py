"""Score one ranking of provisions against the needed bases, without the answer on top of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from phapquy.evaluate.citations import Groups, cut, groups_met
from phapquy.evaluate.dataset import Case

CUTOFFS = (1, 5, 10, 20)
RETRIEVAL_DEPTHS = ("khoan", "dieu")
MRR_CUTOFF = 10


@dataclass(frozen=True, slots=True)
class Ranked:
    """One place in a ranking."""

    id: str
    score: float


def distinct_at(ranking: Iterable[str], depth: str) -> list[str]:
    """Cut every id to the depth and keep the first of each, in order."""
    return list(dict.fromkeys(cut(one, depth) for one in ranking))


def recall_at(groups: Groups, ranking: Sequence[str], depth: str, cutoff: int) -> float:
    """Return the share of the needed bases among the first ``cutoff`` distinct provisions of a depth."""
    return groups_met(groups, distinct_at(ranking, depth)[:cutoff], depth) / len(groups)


def reciprocal_rank(groups: Groups, ranking: Sequence[str], depth: str, cutoff: int = MRR_CUTOFF) -> float:
    """Return 1 / rank of the first provision that any group lists; 0 beyond ``cutoff``."""
    gold = {cut(one, depth) for group in groups for one in group}
    for rank, one in enumerate(distinct_at(ranking, depth)[:cutoff], start=1):
        if one in gold:
            return 1 / rank
    return 0.0


def retrieval_figures(cases: Iterable[Case], rankings: dict[str, Sequence[Ranked]]) -> dict[str, float]:
    """Average the rankings of the cases that need a basis.

    Returns:
        ``all_khoan@5`` (share of questions whose every basis is found), ``recall_dieu@10`` (mean share of
        bases found), ``mrr_khoan@10`` and so on; empty without a judged case.
    """
    judged = [case for case in cases if case.cite and case.id in rankings]
    if not judged:
        return {}
    figures: dict[str, float] = {}
    for depth in RETRIEVAL_DEPTHS:
        ids = {case.id: [hit.id for hit in rankings[case.id]] for case in judged}
        for cutoff in CUTOFFS:
            shares = [recall_at(case.cite, ids[case.id], depth, cutoff) for case in judged]
            figures[f"all_{depth}@{cutoff}"] = sum(share == 1.0 for share in shares) / len(shares)
            figures[f"recall_{depth}@{cutoff}"] = sum(shares) / len(shares)
        ranks = [reciprocal_rank(case.cite, ids[case.id], depth) for case in judged]
        figures[f"mrr_{depth}@{MRR_CUTOFF}"] = sum(ranks) / len(ranks)
    return figures
