"""The real history, where the real texts are there."""

import pytest

from phapquy.config import load_settings
from phapquy.corpus.library import Library
from phapquy.units.districts import shipped_places
from phapquy.units.gazetteer import Gazetteer
from phapquy.units.history import read_history, tells_of_units
from phapquy.units.placing import shipped_supplement


@pytest.fixture(scope="session")
def resolutions():
    """The resolutions and digests that tell of units, from the checkout's own corpus or its mirror."""
    settings = load_settings()
    library = Library(settings)
    wanted = [slug for slug in library.manifest.slugs if slug.startswith("nq-")]
    if missing := [slug for slug in wanted if "ubtvqh15" in slug and not library.is_true(slug)]:
        pytest.skip(f"kho chưa có {', '.join(missing[:3])} …: hãy chạy phapquy corpus pull")
    found = [library.document(slug) for slug in wanted if library.is_true(slug)]
    return [document for document in found if tells_of_units(document.text)]


@pytest.fixture(scope="session")
def history(resolutions):
    return read_history(resolutions, shipped_places(), shipped_supplement())


@pytest.fixture(scope="session")
def names(history):
    return Gazetteer(history)
