import json
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from datetime import date

import pytest

from phapquy.app.feedback import FeedbackStore, Verdict, judgement_of
from phapquy.app.feedback.cases import case_of
from phapquy.app.feedback.masking import masked
from phapquy.errors import PhapquyError, UsageError
from phapquy.evaluate.dataset import parse_case
from tests.app.fireflies import SLUG, answer

TODAY = date(2030, 3, 2)


@pytest.fixture
def store(tmp_path):
    return FeedbackStore(tmp_path / "sau" / "gop-y.sqlite3", limit=5)


def judged(question="Ai đặt tên?", verdict="dung", note=""):
    return judgement_of(answer(question), verdict, note, TODAY)


def test_a_judgement_is_kept_and_read_back_whole(store):
    store.add(judged(verdict="sai-dieu-khoan", note="đúng ra là Điều 8"))
    [(number, kept)] = store.all()
    assert number == 1
    assert kept == judged(verdict="sai-dieu-khoan", note="đúng ra là Điều 8")
    assert kept.cited == (f"{SLUG}/7/1/b",)


def test_a_second_thought_replaces_the_first(store):
    token = store.add(judged(verdict="dung"))
    assert store.change(token, judged(verdict="thieu"))
    assert [one.verdict for _, one in store.all()] == [Verdict.INCOMPLETE]
    assert not store.change("không có", judged())


def test_beyond_the_limit_the_oldest_go(store):
    for number in range(9):
        store.add(judged(f"câu {number}"))
    assert [one.question for _, one in store.all()] == [f"câu {number}" for number in range(4, 9)]


def test_nothing_is_on_the_disk_before_the_first_judgement(store, tmp_path):
    assert store.all() == ()
    assert list(tmp_path.iterdir()) == []


def test_several_may_judge_at_once(store, tmp_path):
    store = FeedbackStore(tmp_path / "nhieu.sqlite3", limit=100)
    people = [threading.Thread(target=lambda n=n: store.add(judged(f"câu {n}"))) for n in range(12)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert len(store.all()) == 12


def test_a_judgement_survives_a_kill(tmp_path):
    path = tmp_path / "gop-y.sqlite3"
    program = textwrap.dedent(f"""
        import os, signal
        from pathlib import Path
        from tests.app.test_feedback import judged
        from phapquy.app.feedback import FeedbackStore
        store = FeedbackStore(Path({str(path)!r}), 5)
        store.add(judged("câu cuối"))
        os.kill(os.getpid(), signal.SIGKILL)
    """)
    done = subprocess.run([sys.executable, "-c", program], check=False)
    assert done.returncode == -signal.SIGKILL
    assert [one.question for _, one in FeedbackStore(path, 5).all()] == ["câu cuối"]
    with sqlite3.connect(path) as base:
        assert base.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_erasing_leaves_no_word_in_the_file(store, tmp_path):
    store.add(judged("một câu rất lạ về đom đóm"))
    assert store.clear() == 1
    assert store.all() == ()
    kept = b"".join(one.read_bytes() for one in (tmp_path / "sau").iterdir())
    assert "rất lạ".encode() not in kept


def test_a_file_that_is_no_database_is_said_and_not_overwritten(tmp_path):
    path = tmp_path / "gop-y.sqlite3"
    path.write_text("thơ đom đóm " * 50)
    with pytest.raises(PhapquyError, match="PHAPQUY_DATA_DIR"):
        FeedbackStore(path, 5).add(judged())
    assert path.read_text().startswith("thơ")


def test_an_unknown_verdict_and_a_long_note_are_refused():
    with pytest.raises(UsageError, match="sai-tham-quyen"):
        judged(verdict="hay")
    with pytest.raises(UsageError, match="500"):
        judged(note="a" * 501)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ông Nguyễn Văn Đèn nộp hồ sơ ở đâu?", "Ông [tên] nộp hồ sơ ở đâu?"),
        ("Trần Thị Lửa, sđt 0912 345 678, xin gì?", "[tên], sđt [số], xin gì?"),
        ("ong nguyen van den o xa nao", "ong [tên] o xa nao"),
        ("CCCD 012345678901 của em", "CCCD [số] của em"),
        ("gửi về den@dom.example được không", "gửi về [thư điện tử] được không"),
        ("Nhà ở số nhà 12/3 phố Ao xin sửa", "Nhà ở [địa chỉ] phố Ao xin sửa"),
        # law, numbers of documents, days and places are not personal
        ("Điều 14 Nghị định 118/2025/NĐ-CP ngày 09/6/2025", "Điều 14 Nghị định 118/2025/NĐ-CP ngày 09/6/2025"),
        ("Thành phố Hồ Chí Minh có bao nhiêu phường?", "Thành phố Hồ Chí Minh có bao nhiêu phường?"),
        ("HĐND xã, UBND xã và Chủ tịch UBND xã", "HĐND xã, UBND xã và Chủ tịch UBND xã"),
        ("tách thửa đất số tiền 12.000.000 đồng", "tách thửa đất số tiền 12.000.000 đồng"),
    ],
)
def test_personal_data_is_masked_and_the_law_is_not(typed, kept):
    assert masked(typed) == kept


def test_a_right_answer_is_its_own_gold_and_a_wrong_one_waits_for_a_person():
    right = parse_case(json.dumps(case_of(3, judged("ai dat ten"))))
    assert (right.id, right.form, right.level, right.cite) == ("gop-y-3", "khong-dau", "xa", ((f"{SLUG}/7/1/b",),))
    wrong = parse_case(json.dumps(case_of(4, judged(verdict="sai-tham-quyen", note="là tỉnh"))))
    assert (wrong.form, wrong.level, wrong.organs, wrong.cite) == ("plain", None, (), ())
    assert "là tỉnh" in wrong.note
    assert f"{SLUG}/7/1/b" in wrong.note
    assert right.kind != wrong.kind
