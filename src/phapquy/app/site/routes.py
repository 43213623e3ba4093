"""The addresses of the site on the one application."""

from __future__ import annotations

from fastapi import APIRouter

from phapquy.app.contract import KnowledgeBaseProvider
from phapquy.app.site import strings
from phapquy.app.site.nav import DOCUMENTS, OVERLAPS, POWERS, STORE, UNITS
from phapquy.app.site.pages import Site


def make_site(provider: KnowledgeBaseProvider) -> APIRouter:
    """Build the routes; each request takes one knowledge base and keeps it to its end."""
    router = APIRouter()
    site = Site(provider)
    for path, title in (
        (DOCUMENTS, strings.NAV_DOCUMENTS),
        (POWERS, strings.NAV_POWERS),
        (OVERLAPS, strings.NAV_OVERLAPS),
        (UNITS, strings.NAV_UNITS),
        (STORE, strings.NAV_STORE),
    ):
        router.add_api_route(path, site.not_yet(path, title), methods=["GET"], include_in_schema=False)
    return router
