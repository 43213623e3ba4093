import pytest

from tests.conftest import stand_in
from tests.ponds import open_ponds


@pytest.fixture(scope="package")
def ponds(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    fake = stand_in(patch)
    yield open_ponds(tmp_path_factory.mktemp("ao"), fake)
    patch.undo()
