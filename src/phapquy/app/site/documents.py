"""The pages of the documents: the list with its search, each document, lasting addresses of clauses, cards."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse

from phapquy.app.fields import show_day
from phapquy.app.site import strings
from phapquy.app.site.addresses import provision_address
from phapquy.app.site.document import Kept, page
from phapquy.app.site.nav import DOCUMENTS
from phapquy.app.site.pages import Site, field
from phapquy.app.site.render import render
from phapquy.app.site.words import state_of, state_tag
from phapquy.app.view import DOUBTFUL_SOURCES, doubt_words, quality_words
from phapquy.corpus.originals import Original, find_original
from phapquy.corpus.wording import State
from phapquy.errors import PhapquyError, UsageError
from phapquy.law.provision import ProvisionId
from phapquy.reading import Held, Preview, Reading
from phapquy.vietnamese.normalize import fold

_HITS = 10
_WORD = re.compile(r"\w+")
_LEAST = 2
"""Letters of a word that is looked for in what was found."""
_STATES = {"con": State.IN_FORCE, "chua": State.NOT_YET, "het": State.ENDED}
_FOUND = 303


class Documents:
    """What the addresses below ``/van-ban`` and ``/xem-nhanh`` give."""

    def __init__(self, site: Site, originals: Path) -> None:
        self._site = site
        self._originals = originals
        self._kept = Kept()

    def list(self, request: Request) -> Response:
        """Give the list of documents; with words typed also the nearest clauses."""
        base = self._site.base()
        reading, day = base.reading, self._site.day(request)
        words, kind, state = (field(request, name) for name in ("tim", "loai", "tinh-trang"))
        held = reading.documents(day)
        rows = [
            _row(one, day)
            for one in held
            if (not kind or one.entry.type == kind)
            and (state not in _STATES or state_of(one.validity, day) is _STATES[state])
            and (not words or _named(one, words))
        ]
        body = render(
            "documents.html",
            **self._site.frame(DOCUMENTS, strings.LIST_TITLE, base),
            rows=rows,
            hits=_with_a_word(_hits(base, reading, words, day), words) if words else (),
            words=words,
            types=sorted({one.entry.type for one in held}),
            type=kind,
            chosen_state=state,
            day=show_day(day),
            link_day=day if field(request, "ngay") else None,
            show_day=show_day,
        )
        return HTMLResponse(body)

    def document(self, request: Request) -> Response:
        """Give the page of a document, sent as it is read."""
        base = self._site.base()
        reading, day = base.reading, self._site.day(request)
        held = reading.document(request.path_params["slug"], day)
        frame = self._site.frame(DOCUMENTS, held.entry.short, base)
        chosen = day != self._site.today()
        words, original = field(request, "tim"), self._original(held)
        parts = page(reading, held, day, self._kept, frame, chosen=chosen, words=words, original=original)
        return StreamingResponse(parts, media_type="text/html; charset=utf-8")

    def original(self, request: Request) -> Response:
        """Give the original PDF of a document."""
        original = self._original(self._site.base().reading.document(request.path_params["slug"], self._site.today()))
        if original is None:
            raise UsageError(strings.NO_ORIGINAL)
        name = original.path.name
        return FileResponse(
            original.path, media_type="application/pdf", filename=name, content_disposition_type="inline"
        )

    def _original(self, held: Held) -> Original | None:
        """Return the PDF that the text held was read from."""
        found = find_original(self._originals, held.entry.slug)
        return found if found and found.fingerprint == held.entry.fingerprint else None

    def clause(self, request: Request) -> Response:
        """Lead from the lasting address of a clause to its place on the page of its document."""
        reading, identity = self._site.base().reading, _identity(request)
        if not reading.exists(identity):
            raise UsageError(reading.nearest(identity))
        day = self._site.day(request)
        chosen = day if field(request, "ngay") else None
        return RedirectResponse(provision_address(reading.place(identity, day), chosen), _FOUND)

    def card(self, request: Request) -> Response:
        """Give a provision in a few words as JSON, for the card beside a reference."""
        try:
            day = self._site.day(request)
            return JSONResponse(_card(self._site.base().reading.preview(_identity(request), day), day))
        except PhapquyError as error:
            return JSONResponse({"error": {"message": str(error)}}, 404)


def _identity(request: Request) -> ProvisionId:
    path = "/".join(str(request.path_params[name]) for name in ("slug", "place") if name in request.path_params)
    try:
        return ProvisionId.parse(path)
    except ValueError as error:
        raise UsageError(strings.NO_PAGE) from error


def _row(held: Held, day: date) -> dict[str, Any]:
    quality = held.entry.source_quality.value
    return {
        "entry": held.entry,
        "state": state_tag(state_of(held.validity, day), held.validity, day),
        "quality": quality_words(quality),
        "doubtful": quality in DOUBTFUL_SOURCES,
        "doubts": bool(held.entry.doubts),
    }


def _named(held: Held, words: str) -> bool:
    entry = held.entry
    name = fold(f"{entry.type} {entry.number} {entry.title} {entry.short} {entry.issuer} {entry.slug}")
    return all(word in name for word in fold(words).split())


def _hits(base: Any, reading: Reading, words: str, day: date) -> list[Preview]:
    found = []
    for hit in base.search(words, day, limit=_HITS).hits:
        try:
            found.append(reading.preview(hit.id, day))
        except UsageError:
            continue
    return found


def _with_a_word(hits: list[Preview], words: str) -> list[Preview]:
    """Return the clauses found, or none where not one of them holds a word of what was typed: then it was no word."""
    typed = [word for word in _WORD.findall(fold(words)) if len(word) >= _LEAST]
    held = _WORD.findall(" ".join(fold(f"{hit.label} {hit.heading} {hit.text}") for hit in hits))
    return hits if not typed or set(typed) & set(held) else []


def _card(preview: Preview, day: date) -> dict[str, Any]:
    words, _ = state_tag(preview.state, preview.validity, day)
    label = preview.label[:1].upper() + preview.label[1:]
    return {
        "id": str(preview.id),
        "label": label,
        "heading": preview.heading,
        "text": preview.text + (" …" if preview.more else ""),
        "state": words,
        "in_force": preview.state is State.IN_FORCE,
        "doubts": doubt_words(preview.doubts),
    }
