import socket
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from phapquy.app.contract import IndexStatus
from phapquy.cli import serve as command
from phapquy.config import Settings, load_settings
from phapquy.errors import PhapquyError, UsageError
from tests.app.fireflies import FakeBase


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_a_taken_port_is_said_before_anything_is_built(monkeypatch):
    monkeypatch.setattr(command, "_first_base", lambda _settings: pytest.fail("it began to build"))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(PhapquyError, match="--port"):
            command.serve(host="127.0.0.1", port=taken.getsockname()[1])


def test_the_page_is_served_while_the_rest_is_built(monkeypatch, port, capsys):
    @contextmanager
    def rest(_settings):
        yield SimpleNamespace(status=lambda: IndexStatus(busy=True, share=0.5), ask=lambda: None)

    def serve_page(settings, base, status, open_browser, on_ready, *, desk):
        assert desk.max_bytes == 50_000_000
        assert (settings.port, open_browser) == (port, True)
        assert base().snapshot_id == "bản-thử"
        assert status() == IndexStatus(busy=True, share=0.5)
        on_ready("http://127.0.0.1")

    monkeypatch.setattr(command, "_first_base", lambda _settings: FakeBase())
    monkeypatch.setattr(command, "_rest", rest)
    monkeypatch.setattr(command, "_newest_id", lambda _settings: "bản-thử")
    monkeypatch.setattr("phapquy.app.server.serve", serve_page)
    command.serve(port=port, open_browser=True)
    said = capsys.readouterr()
    assert "Trợ lý đã sẵn sàng: http://127.0.0.1" in said.err
    assert "Đã dừng" in said.err
    assert said.out == ""


@pytest.mark.parametrize(
    ("available", "changed", "behind"),
    [
        (["a", "b"], False, False),
        (["a", "b", "c"], False, True),
        (["a", "b"], True, True),
        # no text at hand: what is indexed is all there is
        ([], True, False),
    ],
)
def test_a_snapshot_is_behind_when_texts_or_facts_differ(tmp_path: Path, available, changed, behind):
    corpus, snapshot = tmp_path / "corpus", tmp_path / "snapshot"
    for folder in (corpus, snapshot):
        folder.mkdir()
        for name in ("manifest.toml", "amendments.csv"):
            (folder / name).write_text("x")
    if changed:
        (corpus / "amendments.csv").write_text("y")
    library = SimpleNamespace(answerable=lambda: available, corpus_hash="-".join)
    info = SimpleNamespace(corpus_hash="a-b", path=snapshot)
    settings = SimpleNamespace(manifest_path=corpus / "manifest.toml")
    assert command._behind(settings, library, info) is behind


def test_a_short_password_is_refused_before_anything_is_built(monkeypatch, port):
    monkeypatch.setattr(command, "_first_base", lambda _settings: pytest.fail("it began to build"))
    monkeypatch.setenv("PHAPQUY_ADMIN_PASSWORD", "ngắn")
    load_settings.cache_clear()
    try:
        with pytest.raises(UsageError, match="từ 10"):
            command.serve(port=port)
    finally:
        load_settings.cache_clear()


@pytest.mark.parametrize(("host", "warned"), [("127.0.0.1", False), ("0.0.0.0", True)])
def test_the_administrators_page_is_named_and_plain_http_to_others_is_warned_of(capsys, host, warned):
    command._ready(Settings(host=host, admin_password="diều giấy gò tây"))("http://x:1")
    said = capsys.readouterr().err
    assert "http://x:1/quan-tri" in said
    assert ("không mã hóa" in said) is warned
    assert "diều" not in said


def test_without_a_password_the_administrators_page_is_not_mentioned(capsys):
    command._ready(Settings(host="0.0.0.0"))("http://x:1")
    assert "quan-tri" not in capsys.readouterr().err
