"""``phapquy ask --rewrite``: the configured language model, and its sentences as they are let through."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from phapquy.cli.common import wrap
from phapquy.errors import LanguageModelError

if TYPE_CHECKING:
    from phapquy.answer.model import Answer
    from phapquy.assistant import KnowledgeBase

Rewrite = Annotated[
    bool | None,
    typer.Option(
        "--rewrite/--no-rewrite",
        help="Cho mô hình ngôn ngữ đã cấu hình diễn đạt lại câu trả lời; câu nào sai khác thì giữ lời văn đã lập.",
    ),
]
Show = Callable[["Answer"], None]


def wants_rewriting(kb: KnowledgeBase, rewrite: bool | None) -> bool:
    """Whether answers are to be reworded: as asked, else where a model is configured and can be used.

    Raises:
        LanguageModelError: rewording was asked for, and there is no model or it cannot be used.
    """
    if rewrite is False or (rewrite is None and not kb.settings.language_model):
        return False
    try:
        phraser = kb.phraser()
    except LanguageModelError as error:
        if rewrite:
            raise
        typer.echo(f"Lưu ý: {error}", err=True)
        return False
    if phraser is None:
        from phapquy.phrasing.strings import NONE

        raise LanguageModelError(NONE)
    if phraser.notice:
        typer.echo(f"Lưu ý: {phraser.notice}", err=True)
    return True


def show_streaming(kb: KnowledgeBase, answer: Answer, head: Show, tail: Show) -> None:
    """Print an answer whose sentences come one by one, each when its wording is settled."""
    phraser = kb.phraser()
    if phraser is None or not answer.statements:
        head(answer)
        typer.echo(wrap(answer.text))
        tail(answer)
        return
    head(answer)
    phrased = []
    for one in phraser.stream(answer):
        typer.echo(wrap(one.statement.text))
        phrased.append(one)
    worded = phraser.gathered(answer, phrased)
    if worded.phrased_by:
        typer.echo(wrap(f"(Diễn đạt lại bằng mô hình {worded.phrased_by}; căn cứ và trích dẫn không đổi.)"))
    tail(worded)
