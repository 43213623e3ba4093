"""A local HTTPS server with the shapes of official sites, good and bad, and a proxy before it."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ETAG = '"xoai-1"'


def certificate(folder: Path, name: str, host: str) -> tuple[Path, Path]:
    """Make a certificate that signs itself, for one host name."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("không có openssl: không lập được máy chủ https để thử")
    key, cert = folder / f"{name}.key", folder / f"{name}.pem"
    subject = ["-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}"]
    made = ["-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", str(key), "-out", str(cert)]
    subprocess.run([openssl, "req", "-x509", *subject, *made], check=True, capture_output=True)
    return cert, key


class Site:
    """What the server gives: bodies by path, and what it was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[str, bytes]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.url = ""
        self.fails: dict[str, list[str]] = {}
        """Failures still to come, by path: ``503``, ``cut``, ``drop``, ``silent``; then the page is given."""
        self.etag = ETAG
        self.headers: dict[str, dict[str, str]] = {}
        """Headers sent besides, or instead of, the usual ones, by path."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Site

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self.site.asked.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
        self.close_connection = True
        failures = self.site.fails.get(self.path, [])
        failure = failures.pop(0) if failures else ""
        if failure.isdigit():
            self._answer(
                int(failure),
                "text/html",
                b"<html>later</html>",
                {"Retry-After": "0"} | self.site.headers.get(self.path, {}),
            )
        elif failure == "silent":
            time.sleep(1.0)
        elif failure == "drop":
            self.connection.close()
        elif self.path == "/vong":
            self._answer(302, "text/html", b"", {"Location": f"{self.site.url}/vong"})
        elif self.path == "/xuong-http":
            self._answer(302, "text/html", b"", {"Location": "http://localhost:1/a"})
        elif self.path == "/cham":
            self._drip()
        elif self.path not in self.site.pages:
            self._answer(404, "text/html", b"<html>404</html>")
        else:
            kind, body = self.site.pages[self.path]
            self._page(kind, body, cut=failure == "cut")

    def _page(self, kind: str, body: bytes, *, cut: bool) -> None:
        start = 0
        wanted = self.headers.get("Range", "")
        if wanted and self.headers.get("If-Range") == self.site.etag:
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
        headers = {"Content-Length": str(len(body) - start)}
        if self.site.etag:
            headers["ETag"] = self.site.etag
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
        self.send_response(206 if start else 200)
        for name, value in {"Content-Type": kind, **headers, **self.site.headers.get(self.path, {})}.items():
            self.send_header(name, value)
        self.end_headers()
        rest = body[start:]
        self.wfile.write(rest[: len(rest) // 2] if cut else rest)

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        try:
            for _ in range(200):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def _answer(self, status: int, kind: str, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_args: object) -> None:
        """A client that hangs up is part of the test."""


@contextmanager
def official_site(cert: Path, key: Path) -> Iterator[Site]:
    """Serve a site at ``https://localhost`` until the block ends."""
    site = Site()
    handler = type("Handler", (_Handler,), {"site": site})
    server = _Quiet(("127.0.0.1", 0), handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    site.url = f"https://localhost:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def proxy() -> Iterator[tuple[str, list[str]]]:
    """Run a proxy that tunnels CONNECT; give its address and the list of what it was asked for."""
    import socket

    asked: list[str] = []

    def pump(source: socket.socket, target: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            return

    class Tunnel(BaseHTTPRequestHandler):
        def log_message(self, *_args: object) -> None:
            """Say nothing."""

        def do_CONNECT(self) -> None:
            asked.append(self.path)
            host, port = self.path.rsplit(":", 1)
            with socket.create_connection((host.strip("[]"), int(port))) as far:
                self.send_response(200)
                self.end_headers()
                back = threading.Thread(target=pump, args=(far, self.connection), daemon=True)
                back.start()
                pump(self.connection, far)
                back.join(5)
            self.close_connection = True

    server = _Quiet(("127.0.0.1", 0), Tunnel)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()
