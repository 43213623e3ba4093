"""The pages and their places in the navigation, the same on every page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from phapquy.app.site import strings


@dataclass(frozen=True, slots=True)
class NavItem:
    """One page of the navigation; ``icon`` is a symbol of ``static/icons.svg``, ``short`` the label on a phone."""

    path: str
    label: str
    icon: str
    short: str


HOME: Final = "/"
DOCUMENTS: Final = "/van-ban"
POWERS: Final = "/tham-quyen"
OVERLAPS: Final = "/chong-cheo"
UNITS: Final = "/don-vi"
STORE: Final = "/kho"
PREVIEW: Final = "/xem-nhanh"
"""Where the cards of the references come from."""

NAV: Final = (
    NavItem(HOME, strings.NAV_ASK, "hoi", strings.NAV_ASK),
    NavItem(DOCUMENTS, strings.NAV_DOCUMENTS, "van-ban", strings.NAV_DOCUMENTS),
    NavItem(POWERS, strings.NAV_POWERS, "tham-quyen", strings.NAV_POWERS),
    NavItem(OVERLAPS, strings.NAV_OVERLAPS, "chong-cheo", strings.NAV_OVERLAPS),
    NavItem(UNITS, strings.NAV_UNITS, "don-vi", strings.NAV_UNITS_SHORT),
    NavItem(STORE, strings.NAV_STORE, "kho", strings.NAV_STORE_SHORT),
)
SITE_PATHS: Final = (DOCUMENTS, POWERS, OVERLAPS, UNITS, STORE, PREVIEW)
"""The roots of the pages of this room; what stands below them is theirs too."""
