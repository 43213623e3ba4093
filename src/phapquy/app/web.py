"""The page as Gradio Blocks: a question box, a date field, an answer card and an article panel.

Imports Gradio (3.7 s), so it is itself imported only when the page is served.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from phapquy.app import render, strings
from phapquy.app.page import BUSY_SECONDS, Page

_HISTORY = "window.phapquy.clicks(element, trigger); window.phapquy.history(element); // triggers 'ask'"
_ANSWER = "window.phapquy.clicks(element, trigger); window.phapquy.answer(element, watch); // triggers 'ask' and 'open'"
_ARTICLE = "window.phapquy.clicks(element, trigger); window.phapquy.article(element, watch); // triggers 'open'"
_QUIET: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}
"""Answers take milliseconds: no queue, no progress in English, and no public endpoint besides our own API."""

_PLAIN: dict[str, Any] = {"apply_default_css": False}
"""The markup is ours and so is its look."""


@dataclass(frozen=True, slots=True)
class _Parts:
    question: Any
    day: Any
    button: Any
    history: Any
    answer: Any
    article: Any
    status: Any
    timer: Any
    default_day: Any


def build_blocks(page: Page) -> Any:
    """Lay out the page and wire its events; the theme and the head are given when it is mounted."""
    with gr.Blocks(title=strings.TITLE, analytics_enabled=False, fill_width=True) as blocks:
        gr.HTML(render.fixed("lead"), elem_id="pq-lead", js_on_load=None, **_PLAIN)
        with gr.Row(elem_id="pq-form"):
            question, day, button = _form(2 * page.max_question_chars)
        with gr.Row(elem_id="pq-under"):
            history = gr.HTML(render.fixed("history"), elem_id="pq-history", js_on_load=_HISTORY, **_PLAIN)
            status = gr.HTML(elem_id="pq-status", js_on_load=None, **_PLAIN)
        parts = _Parts(
            question=question,
            day=day,
            button=button,
            history=history,
            answer=gr.HTML(render.fixed("intro"), elem_id="pq-answer", js_on_load=_ANSWER, **_PLAIN),
            article=gr.HTML(elem_id="pq-article", js_on_load=_ARTICLE, **_PLAIN),
            status=status,
            timer=gr.Timer(BUSY_SECONDS),
            default_day=gr.State(""),
        )
        gr.HTML(render.fixed("footer"), js_on_load=None, **_PLAIN)
        _wire_questions(page, parts)
        _wire_articles(page, parts)
        _wire_status(blocks, page, parts)
    return blocks


def _form(max_chars: int) -> tuple[Any, Any, Any]:
    # The box takes more than a question may have, so that a long one is refused with a reason and not cut silently;
    # but not without bound: laying out 100,000 pasted characters without a space stops a browser for seconds.
    question = gr.Textbox(
        label=strings.QUESTION_LABEL,
        placeholder=strings.QUESTION_PLACEHOLDER,
        elem_id="pq-question",
        lines=1,
        max_lines=6,
        max_length=max_chars,
        autofocus=True,
        scale=6,
    )
    day = gr.Textbox(
        label=strings.DATE_LABEL,
        placeholder=strings.DATE_PLACEHOLDER,
        elem_id="pq-day",
        lines=1,
        max_lines=1,
        max_length=40,
        scale=1,
        min_width=180,
    )
    button = gr.Button(strings.ASK, variant="primary", elem_id="pq-ask", scale=0, min_width=120)
    return question, day, button


def _wire_questions(page: Page, parts: _Parts) -> None:
    answered = [
        asked(page.ask, [parts.question, parts.day], parts.answer, **_QUIET)
        for asked in (parts.button.click, parts.question.submit, parts.day.submit)
    ]

    def ask_clicked(day: str, event: gr.EventData) -> tuple[str, str, str]:
        fields = event._data if isinstance(event._data, dict) else {}
        question, other_day = (_text(fields.get(name)) for name in ("question", "day"))
        asked_day = other_day or day
        return question, asked_day, page.ask(question, asked_day)

    answered += [
        clicked(ask_clicked, parts.day, [parts.question, parts.day, parts.answer], **_QUIET)
        for clicked in (parts.history.ask, parts.answer.ask)
    ]
    if page.rewords:
        _wire_rewording(page, parts, answered)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _wire_rewording(page: Page, parts: _Parts, answered: list[Any]) -> None:
    """Show the composed answer at once and the reworded one when it is there, if the same is still asked."""
    ready = gr.State(("", "", ""))

    def reword(question: str, day: str) -> tuple[str, str, str]:
        return question, day, page.reworded(question, day)

    def show(question: str, day: str, made: tuple[str, str, str]) -> Any:
        return made[2] if made[2] and made[:2] == (question, day) else gr.skip()

    asked = [parts.question, parts.day]
    for event in answered:
        made = event.then(reword, asked, ready, trigger_mode="multiple", **_QUIET)
        made.then(show, [*asked, ready], parts.answer, trigger_mode="multiple", **_QUIET)


def _wire_articles(page: Page, parts: _Parts) -> None:
    def open_clicked(event: gr.EventData) -> str:
        return page.article(event._data)

    for clicked in (parts.answer.open, parts.article.open):
        clicked(open_clicked, None, parts.article, **_QUIET)


def _wire_status(blocks: Any, page: Page, parts: _Parts) -> None:
    def refresh(day: str, default_day: str) -> tuple[Any, Any, str, Any]:
        line, seconds = page.status()
        today = page.day()
        # A page left open overnight must not go on asking by yesterday's law; a day typed by hand stays.
        new_day = today if day in ("", default_day) and day != today else gr.skip()
        return line, new_day, today, gr.Timer(seconds)

    for event in (blocks.load, parts.timer.tick):
        event(
            refresh,
            [parts.day, parts.default_day],
            [parts.status, parts.day, parts.default_day, parts.timer],
            **_QUIET,
        )
