"""Addresses: of documents, of clauses inside them, and of other pages with what is chosen on them."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote, urlencode

from phapquy.app.fields import show_day
from phapquy.app.site.nav import DOCUMENTS
from phapquy.law.provision import ProvisionId

_LETTERS = str.maketrans({"đ": "dd", "Đ": "DD"})
ORIGINAL = "ban-goc.pdf"
_STEPS = ("d", "k", "")


def anchor(identity: ProvisionId) -> str:
    """Return the id of a clause on its document's page: ``d21-k2-d``; đ is written dd, so that d and đ differ."""
    parts = (part.translate(_LETTERS) for part in identity.parts)
    return "-".join(f"{step}{part}" for step, part in zip(_STEPS, parts, strict=False))


def document_address(slug: str, day: date | None = None) -> str:
    """Return the address of a document, with the day asked about where one is given."""
    return f"{DOCUMENTS}/{quote(slug)}{query(ngay=show_day(day) if day else '')}"


def provision_address(identity: ProvisionId, day: date | None = None) -> str:
    """Return the address of a clause on its document's page."""
    mark = anchor(identity)
    return document_address(identity.slug, day) + (f"#{quote(mark)}" if mark else "")


def permalink(identity: ProvisionId) -> str:
    """Return the lasting address of a clause, ``/van-ban/<slug>/21/2/d``, which leads to its place on the page."""
    return DOCUMENTS + "/" + "/".join(quote(part) for part in (identity.slug, *identity.parts))


def original_address(slug: str, page: int | None = None) -> str:
    """Return the address of a document's original PDF, at a page where one is given."""
    return f"{DOCUMENTS}/{quote(slug)}/{ORIGINAL}" + (f"#page={page}" if page else "")


def query(**values: str) -> str:
    """Return ``?a=b`` of the values that are not empty, or nothing."""
    given = {name: value for name, value in values.items() if value}
    return f"?{urlencode(given)}" if given else ""
