"""The administrator's page over an invented corpus, on a real port."""

from __future__ import annotations

import httpx
import pytest

from phapquy.app.admin.desk import Desk
from phapquy.app.contract import IndexStatus
from phapquy.config import Settings
from tests.app.conftest import free_port, running
from tests.app.fireflies import FakeBase
from tests.conftest import make_home

PASSWORD = "diều giấy gò tây"
KITES = """NGHỊ ĐỊNH
Về việc thả diều
Điều 1. Ai giữ dây diều
1. Đội diều của xã giữ dây ở gò phía tây.
2. Trưởng đội diều đếm đuôi diều.
Điều 2. Khi trời mưa
Diều hạ trước khi mưa rơi.
"""
FIELDS = {
    "number": "5/2091/NĐ-DIEU",
    "type": "Nghị định",
    "title": "Nghị định về việc thả diều",
    "issuer": "Chợ Diều",
    "signed": "01/03/2091",
    "effective": "01/05/2091",
}
SLUG = "nd-5-2091-nd-dieu"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """An installation with a password; its desk counts the snapshots asked for."""
    folder = tmp_path_factory.mktemp("co-quan")
    home = make_home(folder)
    made = Settings(home=home.home, port=free_port(), admin_password=PASSWORD, upload_mb=1, model_dir=home.model_dir)
    made_desk = Desk(made, lambda: made_desk.asked.append(1), lambda: made_desk.now)
    made_desk.asked, made_desk.now = [], IndexStatus()
    return made_desk


@pytest.fixture(scope="module")
def admin_url(office):
    from phapquy.app.server import create_app

    app = create_app(office.settings, FakeBase, lambda: office.now, office)
    with running(app, office.settings.port) as address:
        yield address


@pytest.fixture
def desk(office):
    """The desk, emptied of what an earlier test left."""
    for waiting in office.waiting():
        office.put_away(waiting.id)
    for entry in office.added():
        office.remove(entry.slug)
    office.asked.clear()
    office.now = IndexStatus()
    return office


@pytest.fixture
def client(admin_url):
    with httpx.Client(base_url=admin_url, headers={"X-Phapquy": "1"}, trust_env=False, timeout=30) as made:
        yield made


@pytest.fixture
def inside(client):
    """A client that is logged in."""
    assert client.post("/quan-tri/vao", json={"password": PASSWORD}).status_code == 200
    return client
