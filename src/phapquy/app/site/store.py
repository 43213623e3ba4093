"""The page of the store: what the corpus holds, how well it is verified, and which changes are known but missing."""

from __future__ import annotations

from collections import Counter
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from phapquy.app.fields import show_day
from phapquy.app.site import strings
from phapquy.app.site.document import places
from phapquy.app.site.nav import STORE
from phapquy.app.site.pages import Site
from phapquy.app.site.render import render
from phapquy.app.site.words import state_of, state_tag
from phapquy.app.view import DOUBTFUL_SOURCES, quality_words
from phapquy.corpus.kinds import SourceQuality, TextKind
from phapquy.law.provision import ProvisionId
from phapquy.reading import Held, Reading

_GOOD = frozenset({SourceQuality.OFFICIAL, SourceQuality.CHECKED_COPY})


def store_page(site: Site, request: Request) -> Response:
    """Give the page."""
    base = site.base()
    reading: Reading = base.reading
    day = site.day(request)
    held = reading.documents(day)
    unseen = [_missing(one, reading) for one in reading.unseen()]
    good = sum(one.entry.source_quality in _GOOD and one.entry.text_kind is TextKind.VERBATIM for one in held)
    body = render(
        "store.html",
        **site.frame(STORE, strings.STORE_TITLE, base),
        figures=(
            (str(len(held)), strings.STORE_DOCUMENTS),
            (show_day(reading.as_at), strings.STORE_AS_AT),
            (f"{good} / {len(held)}", strings.STORE_CHECKED),
            (str(len(unseen)), strings.STORE_MISSING),
        ),
        snapshot=strings.STORE_SNAPSHOT.format(id=reading.snapshot_id),
        qualities=_qualities(held),
        types=Counter(one.entry.type for one in held).most_common(),
        unseen=unseen,
        incomplete=[one.entry for one in held if not one.entry.complete and one.entry.text_kind is TextKind.VERBATIM],
        doubtful=[
            (one.entry, dict.fromkeys(doubt.note for doubt in one.entry.doubts)) for one in held if one.entry.doubts
        ],
        rows=[(one, state_tag(state_of(one.validity, day), one.validity, day), _quality(one)) for one in held],
        show_day=show_day,
    )
    return HTMLResponse(body)


def _qualities(held: tuple[Held, ...]) -> list[tuple[str, int, str, bool]]:
    counted = Counter(one.entry.source_quality for one in held)
    return [
        (quality_words(one.value), counted[one], strings.STORE_QUALITY_HELP[one.value], one.value in DOUBTFUL_SOURCES)
        for one in SourceQuality
        if counted[one]
    ]


def _quality(one: Held) -> tuple[str, bool]:
    quality = one.entry.source_quality.value
    return quality_words(quality), quality in DOUBTFUL_SOURCES


def _missing(one: Any, reading: Reading) -> dict[str, Any]:
    return {
        "document": (reading.name(one.slug), one.slug),
        "by": reading.name(one.by),
        "since": show_day(one.since) if one.since else strings.UNKNOWN_DAY,
        "scope": [_short(words, address, one.slug, reading) for words, address in places(one.scope, reading, None)],
        "digest": one.digest,
    }


def _short(words: str, address: str, slug: str, reading: Reading) -> tuple[str, str]:
    """Leave out the document's name: it stands in the row already."""
    name = reading.name(str(ProvisionId(slug)))
    return words.removesuffix(name).removesuffix(name[:1].lower() + name[1:]).strip() or words, address
