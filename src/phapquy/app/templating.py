"""The one way templates are set up: everything escaped, an unknown name is an error."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined


def environment(**names: object) -> Environment:
    """Return an environment for the templates of this room, with the names that every template knows."""
    made = Environment(
        loader=PackageLoader("phapquy.app"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(names)
    return made
