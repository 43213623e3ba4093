"""A check-up of an installation: texts, model, index, disk."""

from __future__ import annotations

from collections.abc import Iterator

from phapquy.config import Settings
from phapquy.doctor.finding import Finding
from phapquy.doctor.index import INDEX_CHECKS
from phapquy.doctor.texts import TEXT_CHECKS
from phapquy.errors import PhapquyError, reason

__all__ = ["Finding", "examine"]


def examine(settings: Settings) -> Iterator[Finding]:
    """Yield what was found; never raises for a broken installation."""
    for name, check in (TEXT_CHECKS | INDEX_CHECKS).items():
        try:
            yield check(settings)
        except (PhapquyError, OSError) as error:
            yield Finding(name, False, str(error) if isinstance(error, PhapquyError) else reason(error))
