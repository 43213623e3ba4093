import sys
import time
import weakref
from types import ModuleType

import pytest

from phapquy.app.background import BackgroundBuild, build_first
from phapquy.app.contract import IndexStatus
from phapquy.app.live import LiveBase, Watch
from phapquy.app.memory import give_back, share_dictionaries
from phapquy.errors import SnapshotError
from tests.app.fireflies import FakeBase


def child(*lines, code=0, wait=0.0):
    program = (
        f"import time\nfor line in {lines!r}: print(line, flush=True)\ntime.sleep({wait})\nraise SystemExit({code})"
    )
    return (sys.executable, "-c", program)


def until(condition, seconds=10):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def test_a_newly_published_snapshot_is_swapped_in():
    live = LiveBase(FakeBase(snapshot_id="cũ"))
    Watch(live, lambda: "mới", lambda: FakeBase(snapshot_id="mới")).look()
    assert live.base().snapshot_id == "mới"
    assert live.status() == IndexStatus()


def test_busy_ends_only_after_the_swap():
    live = LiveBase(FakeBase(snapshot_id="cũ"), IndexStatus(busy=True, share=0.9))
    seen = []

    def open_base():
        seen.append(live.status().busy)
        return FakeBase(snapshot_id="mới")

    Watch(live, lambda: "mới", open_base, IndexStatus).look()
    assert seen == [True]
    assert not live.status().busy


def test_a_damaged_snapshot_leaves_the_old_one_serving_and_is_said_until_another_comes():
    live = LiveBase(FakeBase(snapshot_id="cũ"))
    opened = []

    def damaged():
        opened.append(1)
        raise SnapshotError("Chỉ mục bị hỏng. Hãy chạy: phapquy build")

    watch = Watch(live, lambda: "hỏng", damaged)
    watch.look()
    watch.look()
    assert live.base().snapshot_id == "cũ"
    assert len(opened) == 1
    assert "phapquy build" in (live.status().failed or "")


def test_nothing_is_opened_when_nothing_is_new():
    live = LiveBase(FakeBase(snapshot_id="cũ"))
    Watch(live, lambda: "cũ", lambda: 1 / 0).look()
    Watch(live, lambda: None, lambda: 1 / 0).look()
    assert live.base().snapshot_id == "cũ"


def test_a_background_build_tells_how_far_it_is():
    with BackgroundBuild(child('{"share": 0.25}', "a line of some library", wait=30)) as build:
        until(lambda: build.status() == IndexStatus(busy=True, share=0.25))


def test_a_background_build_that_is_done_is_no_longer_busy():
    with BackgroundBuild(child('{"share": 1.0}', '{"done": "mới"}')) as build:
        until(lambda: not build.status().busy)
    assert build.status() == IndexStatus()


def test_a_background_build_that_fails_says_why():
    with BackgroundBuild(child('{"failed": "hết chỗ trên đĩa"}', code=1)) as build:
        until(lambda: not build.status().busy)
    assert build.status().failed == "hết chỗ trên đĩa"


def test_a_background_build_that_dies_says_what_to_run():
    with BackgroundBuild(child(code=9)) as build:
        until(lambda: not build.status().busy)
    assert "phapquy build" in (build.status().failed or "")


def test_leaving_stops_the_build():
    with BackgroundBuild(child('{"share": 0.1}', wait=60)) as build:
        until(lambda: build.status().share == 0.1)
        started = time.monotonic()
    assert time.monotonic() - started < 5


def test_the_first_build_shows_its_progress_and_waits():
    shown = []
    build_first(
        ["a"], lambda line, share: shown.append((line, share)), child('{"line": "đọc", "share": 0.5}', '{"done": "x"}')
    )
    assert shown == [("đọc", 0.5)]


def test_the_first_build_that_fails_raises_its_own_message():
    with pytest.raises(SnapshotError, match="hết chỗ"):
        build_first(None, print, child('{"failed": "hết chỗ"}', code=1))


def test_the_first_build_that_dies_says_what_to_run():
    with pytest.raises(SnapshotError, match="phapquy build"):
        build_first(None, print, child('{"line": "đọc", "share": 0.5}', code=-9))


def test_a_program_that_cannot_be_started_is_a_failure_not_a_crash():
    with BackgroundBuild(("/khong/co/chuong/trinh",)) as build:
        assert build.status().failed


def test_the_old_base_is_let_go_of_one_look_after_the_swap(monkeypatch):
    given = []
    monkeypatch.setattr("phapquy.app.live.give_back", lambda: given.append(1))
    live = LiveBase(FakeBase(snapshot_id="cũ"))
    old = weakref.ref(live.base())
    watch = Watch(live, lambda: "mới", lambda: FakeBase(snapshot_id="mới"))
    watch.look()
    assert given == []
    watch.look()
    watch.look()
    assert given == [1]
    assert old() is None


def test_taggers_that_load_one_dictionary_hold_it_once(monkeypatch):
    made = []
    for name, words in (("chunking", ["đèn"]), ("ner", ["đèn"]), ("pos_tag", ["đom đóm"])):
        module = ModuleType(name)
        module.words, module.lower_words = list(words), set(words)
        monkeypatch.setitem(sys.modules, f"underthesea.pipeline.{name}.tagged_feature", module)
        made.append(module)
    share_dictionaries()
    first, same, other = made
    assert same.words is first.words and same.lower_words is first.lower_words
    assert other.words == ["đom đóm"]
    give_back()
