import pytest

from tests.conftest import FakeEncoder
from tests.ponds import open_ponds


@pytest.fixture(scope="package")
def ponds(tmp_path_factory):
    fake = FakeEncoder()
    patch = pytest.MonkeyPatch()
    patch.setattr("phapquy.index.embedding.Encoder.load", classmethod(lambda cls, settings: fake))
    yield open_ponds(tmp_path_factory.mktemp("ao"), fake)
    patch.undo()
