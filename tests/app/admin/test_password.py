"""The password, the waits after failures, and the sessions."""

import pytest

from phapquy.app.admin.password import Attempts, Password
from phapquy.app.admin.sessions import SECONDS, Sessions
from phapquy.config import Settings
from phapquy.errors import UsageError


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


def test_only_the_hash_is_kept_and_only_the_password_matches():
    made = Password.of("diều giấy gò tây")
    assert made.matches("diều giấy gò tây")
    assert not made.matches("diều giấy gò tâ")
    assert not made.matches("")
    assert "diều" not in repr(made)
    assert Password.of("diều giấy gò tây").digest != made.digest


def test_the_written_hash_stands_for_the_password():
    written = Password.of("diều giấy gò tây").written()
    assert Password.of(written).matches("diều giấy gò tây")
    assert not Password.of(written).matches(written)


@pytest.mark.parametrize(
    "text", ["ngắn", "x" * 201, "scrypt:1:a:b", "scrypt:16384:@@:@@", "scrypt:16384::", "scrypt:99999999:YQ==:YQ=="]
)
def test_a_bad_password_or_hash_is_a_usage_error(text):
    with pytest.raises(UsageError, match="admin_password"):
        Password.of(text)


def test_the_configuration_never_prints_the_password(monkeypatch):
    monkeypatch.setenv("PHAPQUY_ADMIN_PASSWORD", "diều giấy gò tây")
    assert "diều" not in repr(Settings())


def test_waits_begin_after_five_failures_and_double():
    clock = Clock()
    tries = Attempts(clock)
    for _ in range(4):
        tries.failed("a")
    assert tries.wait("a") == 0
    tries.failed("a")
    assert tries.wait("a") == 30
    assert tries.wait("b") == 0
    clock.now += 30
    assert tries.wait("a") == 0
    tries.failed("a")
    assert tries.wait("a") == 60
    for _ in range(20):
        tries.failed("a")
    assert tries.wait("a") == 900


def test_success_or_an_hour_of_peace_begins_anew():
    clock = Clock()
    tries = Attempts(clock)
    for _ in range(9):
        tries.failed("a")
    tries.succeeded("a")
    assert tries.wait("a") == 0
    for _ in range(9):
        tries.failed("b")
    clock.now += 3601
    assert tries.wait("b") == 0


def test_many_addresses_at_once_are_slowed_together_and_remembered_within_bounds():
    tries = Attempts(Clock())
    for number in range(5000):
        tries.failed(f"10.0.{number // 250}.{number % 250}")
    assert tries.wait("192.168.0.9") == 900
    assert len(tries._failed) <= 1001


def test_a_session_ends_after_half_an_hour_of_rest_or_by_logging_out():
    clock = Clock()
    sessions = Sessions(clock)
    token, other = sessions.begin(), sessions.begin()
    clock.now += SECONDS - 1
    assert sessions.holds(token)
    clock.now += SECONDS - 1
    assert sessions.holds(token)
    assert not sessions.holds(other)
    sessions.end(token)
    assert not sessions.holds(token)
    assert not sessions.holds(None)
    assert not sessions.holds("đoán bừa")


def test_the_number_of_sessions_is_bounded():
    sessions = Sessions(Clock())
    tokens = [sessions.begin() for _ in range(25)]
    assert sum(map(sessions.holds, tokens)) == 20


def test_the_command_asks_twice_and_prints_a_line_for_the_configuration():
    import typer
    from typer.testing import CliRunner

    from phapquy.cli import password

    app = typer.Typer()
    password.register(app)
    done = CliRunner().invoke(app, input="diều giấy gò tây\ndiều giấy gò tây\n")
    line = next(line for line in done.stdout.splitlines() if line.startswith("admin_password"))
    assert Password.of(line.split('"')[1]).matches("diều giấy gò tây")
    assert "diều" not in line
    assert CliRunner().invoke(app, input="diều giấy gò tây\ndiều giấy gò đông\n").exit_code == 1
