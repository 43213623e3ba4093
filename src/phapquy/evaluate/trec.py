"""Rankings and judgments in the formats of TREC, for other evaluation programs.

A run line is ``qid Q0 provision rank score tag``; a judgment line ``qid 0 provision 1``. Questions that
need no basis have no judgment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from phapquy.evaluate.dataset import Case
from phapquy.evaluate.retrieval import Ranked


def run_lines(rankings: Mapping[str, Sequence[Ranked]], tag: str) -> Iterator[str]:
    """Yield the lines of a run file in the order of the questions."""
    for qid, ranking in rankings.items():
        for rank, hit in enumerate(ranking, start=1):
            yield f"{qid} Q0 {hit.id} {rank} {hit.score:.6f} {tag}"


def qrel_lines(cases: Iterable[Case]) -> Iterator[str]:
    """Yield the lines of a judgment file: every id that satisfies a basis is relevant."""
    for case in cases:
        for cited in dict.fromkeys(one for group in case.cite for one in group):
            yield f"{case.id} 0 {cited} 1"
