import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from phapquy.app.server import address, open_port
from phapquy.errors import PhapquyError, UsageError

PROGRAM = """
import sys
sys.path.insert(0, {folder!r})
from tests.app.fireflies import FakeBase
from phapquy.app.contract import IndexStatus
from phapquy.app.server import serve
from phapquy.config import Settings

base = FakeBase()
serve(Settings(port={port}), lambda: base, IndexStatus, on_ready=lambda url: print(url, flush=True))
print("đã dừng", flush=True)
"""


def test_a_port_in_use_names_the_option_to_change_it():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PhapquyError) as caught:
            open_port("127.0.0.1", port)
    assert f"Cổng {port}" in str(caught.value)
    assert "--port" in str(caught.value)


def test_an_address_of_another_machine_is_refused():
    with pytest.raises(UsageError, match="--host"):
        open_port("203.0.113.7", 0)


def test_a_name_that_is_no_address_is_refused():
    with pytest.raises(UsageError, match="--host"):
        open_port("khong-co.invalid", 0)


@pytest.mark.parametrize(
    ("host", "shown"),
    [("127.0.0.1", "http://127.0.0.1:7"), ("0.0.0.0", "http://127.0.0.1:7"), ("::1", "http://[::1]:7")],
)
def test_the_address_shown_can_be_typed_into_a_browser(host, shown):
    assert address(host, 7) == shown


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_signal_ends_it_quietly_even_with_a_page_open(number, tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = textwrap.dedent(PROGRAM).format(folder=str(Path(__file__).parents[2]), port=port)
    server = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    try:
        assert server.stdout is not None
        assert server.stdout.readline().strip() == f"http://127.0.0.1:{port}"
        with socket.create_connection(("127.0.0.1", port)) as page:
            page.sendall(b"GET /gradio_api/heartbeat/abc HTTP/1.1\r\nHost: x\r\n\r\n")
            time.sleep(0.3)
            server.send_signal(number)
            out, err = server.communicate(timeout=15)
    finally:
        server.kill()
    assert out.strip() == "đã dừng"
    assert err == ""
    assert server.returncode == 0
