"""The templates of the site: autoescaped, with the words and the navigation at hand."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, Template

from phapquy.app import strings as desk_strings
from phapquy.app.site import strings
from phapquy.app.site.addresses import anchor, document_address, original_address, permalink, provision_address, query
from phapquy.app.site.nav import NAV
from phapquy.app.templating import environment


def render(name: str, **values: object) -> str:
    """Render a page of the site; ``values`` must hold ``title``, ``here`` and ``coverage``."""
    return template(name).render(**values)


def template(name: str) -> Template:
    """Return a template of the site, for a page that is sent in parts."""
    return _environment().get_template(f"site/{name}")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return environment(
        site=strings,
        s=desk_strings,
        nav=NAV,
        anchor=anchor,
        address=provision_address,
        document_address=document_address,
        original_address=original_address,
        permalink=permalink,
        query=query,
    )
