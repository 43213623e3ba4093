"""Snapshots built whenever the corpus has changed, one after the other."""

import sys

from phapquy.app.contract import IndexStatus
from phapquy.app.live import LiveBase, Watch
from phapquy.app.rebuild import Rebuilds
from tests.app.fireflies import FakeBase
from tests.app.test_live import child, until


def counting(path, wait=0.0, last='{"done": "mới"}'):
    """A builder that writes a letter into a file each time it runs."""
    program = (
        f"import time\nopen({str(path)!r}, 'a').write('x')\nprint('{{\"share\": 0.5}}', flush=True)\n"
        f"time.sleep({wait})\nprint({last!r}, flush=True)"
    )
    return (sys.executable, "-c", program)


def test_nothing_is_built_unless_asked(tmp_path):
    ran = tmp_path / "ran"
    with Rebuilds(counting(ran)) as builds:
        assert builds.status() == IndexStatus()
    assert not ran.exists()


def test_it_is_busy_from_the_moment_it_is_asked_until_it_is_done(tmp_path):
    with Rebuilds(counting(tmp_path / "ran", wait=1.5)) as builds:
        builds.ask()
        assert builds.status().busy
        until(lambda: builds.status().share == 0.5)
        until(lambda: builds.status() == IndexStatus())


def test_what_is_asked_while_it_builds_is_built_once_more_afterwards(tmp_path):
    ran = tmp_path / "ran"
    with Rebuilds(counting(ran, wait=0.5), wanted=True) as builds:
        until(lambda: ran.exists() and ran.read_text() == "x")
        builds.ask()
        builds.ask()
        until(lambda: builds.status() == IndexStatus(), 20)
    assert ran.read_text() == "xx"


def test_a_failure_is_told_until_the_next_one_succeeds(tmp_path):
    flag = tmp_path / "ok"
    program = (
        f"import os\nok = os.path.exists({str(flag)!r})\n"
        'print(\'{"done": "m"}\' if ok else \'{"failed": "x"}\', flush=True)'
    )
    with Rebuilds((sys.executable, "-c", program), wanted=True) as builds:
        until(lambda: builds.status().failed == "x")
        flag.touch()
        builds.ask()
        until(lambda: builds.status() == IndexStatus())


def test_leaving_stops_a_build_under_way():
    with Rebuilds(child('{"share": 0.1}', wait=60), wanted=True) as builds:
        until(lambda: builds.status().share == 0.1)
    assert not builds._thread.is_alive()


def test_the_old_base_answers_until_the_new_one_is_there(tmp_path):
    live = LiveBase(FakeBase(snapshot_id="cũ"))
    done = tmp_path / "ran"
    with Rebuilds(counting(done, wait=0.2)) as builds:
        watch = Watch(live, lambda: "mới" if done.exists() and not builds.status().busy else "cũ",
                      lambda: FakeBase(snapshot_id="mới"), builds.status)  # fmt: skip
        builds.ask()
        watch.look()
        assert (live.base().snapshot_id, live.status().busy) == ("cũ", True)
        until(lambda: not builds.status().busy)
        watch.look()
        assert (live.base().snapshot_id, live.status()) == ("mới", IndexStatus())
