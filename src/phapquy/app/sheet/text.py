"""The sheet as text to paste into Zalo or an e-mail: short lines, no markup."""

from __future__ import annotations

from phapquy.answer.model import Answer
from phapquy.app import strings as desk
from phapquy.app.card import AnswerView
from phapquy.app.fields import show_day
from phapquy.app.sheet import strings


def as_text(view: AnswerView) -> str:
    """Write question, answer and bases one under the other."""
    answer = view.answer
    lines = [
        strings.TEXT_QUESTION.format(question=" ".join(answer.question.split())),
        "",
        strings.TEXT_ANSWER.format(day=show_day(answer.as_of), head=_head(view)),
        *_said(view, answer),
    ]
    bases = [one for one in view.citations if one.role == "basis"]
    if bases:
        lines += ["", strings.TEXT_BASES]
    for one in bases:
        lines.append(f"{strings.NUMBER.format(number=one.number)} {one.label}: “{' '.join(one.quote.split())}”")
        facts = (one.validity, one.digest_words or one.quality, one.doubts.rstrip("."))
        lines.append(f"({'; '.join(filter(None, facts))})")
    if answer.warnings:
        lines += ["", *(f"{desk.WARNINGS_LABEL}: {one}" for one in answer.warnings)]
    lines += ["", strings.TEXT_FOOT.format(coverage=view.coverage)]
    return "\n".join(lines)


def _head(view: AnswerView) -> str:
    organs = "; ".join(one.organ for one in view.holders)
    return " – ".join(part for part in (view.verdict, view.level, organs) if part) or view.outcome


def _said(view: AnswerView, answer: Answer) -> list[str]:
    if not view.sentences:
        return [answer.text] if answer.text else []
    return [
        " ".join([one.text, *(strings.NUMBER.format(number=it.number) for it in one.citations)])
        for one in view.sentences
    ]
