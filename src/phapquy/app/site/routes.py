"""The addresses of the site on the one application."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import Response

from phapquy.app.contract import KnowledgeBaseProvider
from phapquy.app.site import strings
from phapquy.app.site.addresses import ORIGINAL
from phapquy.app.site.documents import Documents
from phapquy.app.site.nav import DOCUMENTS, OVERLAPS, POWERS, PREVIEW, STORE, UNITS
from phapquy.app.site.overlaps import Overlaps
from phapquy.app.site.pages import Site
from phapquy.app.site.powers import Powers
from phapquy.app.site.store import store_page
from phapquy.app.site.units import Units


def make_site(provider: KnowledgeBaseProvider, originals: Path) -> APIRouter:
    """Build the routes; each request takes one knowledge base and keeps it to its end. ``originals`` holds the PDFs."""
    router, site = APIRouter(), Site(provider)
    documents = Documents(site, originals)

    def add(path: str, here: str, title: str, needs: str, make: Callable[[Request], Response]) -> None:
        page = site.guarded(site.with_feature(needs, here, title, make), here)
        router.add_api_route(path, page, methods=["GET", "HEAD"], include_in_schema=False, response_model=None)

    def document_page(path: str, make: Callable[[Request], Response]) -> None:
        add(path, DOCUMENTS, strings.NAV_DOCUMENTS, "reading", make)

    document_page(DOCUMENTS, documents.list)
    document_page(DOCUMENTS + "/{slug}", documents.document)
    document_page(DOCUMENTS + "/{slug}/" + ORIGINAL, documents.original)
    document_page(DOCUMENTS + "/{slug}/{place:path}", documents.clause)
    document_page(PREVIEW + "/{slug}", documents.card)
    document_page(PREVIEW + "/{slug}/{place:path}", documents.card)
    add(STORE, STORE, strings.NAV_STORE, "reading", lambda request: store_page(site, request))
    units, powers, overlaps = Units(site), Powers(site), Overlaps(site)
    add(UNITS, UNITS, strings.NAV_UNITS, "unit_history", units.look)
    add(UNITS + "/goi-y", UNITS, strings.NAV_UNITS, "suggest_units", units.suggest)
    add(UNITS + "/{province}", UNITS, strings.NAV_UNITS, "unit_history", units.province)
    add(POWERS, POWERS, strings.NAV_POWERS, "matrix", powers.page)
    add(POWERS + "/xuat.{kind}", POWERS, strings.NAV_POWERS, "matrix", powers.export)
    add(OVERLAPS, OVERLAPS, strings.NAV_OVERLAPS, "overlaps", overlaps.page)
    add(OVERLAPS + "/xuat.{kind}", OVERLAPS, strings.NAV_OVERLAPS, "snapshot", overlaps.export)
    return router
