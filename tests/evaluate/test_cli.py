"""The command, over a knowledge base that says what it is told to say."""

import json
import sys
from dataclasses import asdict
from types import ModuleType, SimpleNamespace

import pytest
import typer
from typer.testing import CliRunner

from phapquy.cli import eval as eval_module
from phapquy.config import load_settings
from phapquy.errors import UsageError


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("PHAPQUY_HOME", str(tmp_path))
    load_settings.cache_clear()
    yield tmp_path
    load_settings.cache_clear()


@pytest.fixture
def questions(tmp_path, cases):
    path = tmp_path / "thu.jsonl"
    path.write_text("\n".join(json.dumps(asdict(case)) for case in cases), encoding="utf-8")
    return path


@pytest.fixture
def command(home, good_base, monkeypatch):
    module = ModuleType("phapquy.assistant")
    module.KnowledgeBase = SimpleNamespace(open=lambda _settings=None: good_base)
    monkeypatch.setitem(sys.modules, "phapquy.assistant", module)
    app = typer.Typer()
    app.callback()(lambda: None)
    eval_module.register(app)

    def run(*arguments):
        return CliRunner().invoke(app, ["eval", *map(str, arguments)], catch_exceptions=False)

    return run


def test_a_full_run_writes_the_report_the_answers_and_the_ranking(command, questions, home):
    done = command("--questions", questions, "--as-of", "2031-02-03")
    assert done.exit_code == 0
    assert "Kết quả chung" in done.stdout
    report = json.loads((home / "eval" / "reports" / "thu.json").read_text(encoding="utf-8"))
    assert report["as_of"] == "2031-02-03"
    assert report["overall"]["right"] == 1.0
    written = {path.name for path in (home / "eval" / "answers").iterdir()}
    assert written == {"thu.answers.jsonl", "thu.run", "thu.qrels"}


def test_a_part_of_the_questions_leaves_the_kept_report_alone(command, questions, home):
    assert command("--questions", questions, "--limit", 1).exit_code == 0
    assert not (home / "eval" / "reports").exists()
    assert (home / "eval" / "answers" / "thu-1.json").is_file()


def test_json_is_all_that_stdout_holds(command, questions):
    done = command("--questions", questions, "--json")
    assert json.loads(done.stdout)["overall"]["questions"] == 3


def test_written_answers_are_scored_and_compared_without_asking(command, questions, tmp_path, good_base):
    command("--questions", questions, "--out", tmp_path / "a")
    asked = len(good_base.asked)
    done = command(
        "--questions", questions,
        "--answers", tmp_path / "a" / "thu.answers.jsonl",
        "--out", tmp_path / "b",
        "--compare", tmp_path / "a" / "thu.json",
    )  # fmt: skip
    assert done.exit_code == 0
    assert len(good_base.asked) == asked
    assert "So với báo cáo trước" in done.stdout
    assert (tmp_path / "b" / "thu.json").is_file()


def test_changed_questions_are_asked_beside_the_others_and_shown_within_the_width(command, questions, home):
    done = command("--questions", questions, "--as-of", "2031-02-03", "--metamorphic")
    assert done.exit_code == 0
    assert "Hỏi lại dưới dạng khác" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 100
    report = json.loads((home / "eval" / "reports" / "thu.json").read_text(encoding="utf-8"))
    assert report["metamorphic"]["typo"]["questions"] == 3
    assert report["refusals"]["not_found_recall"] == 1.0


def test_calibrating_without_enough_questions_says_what_to_add(command, questions):
    with pytest.raises(UsageError, match="--refusals"):
        command("--questions", questions, "--calibrate", "--refusals", questions)


def test_calibrating_without_the_file_of_refusals_names_it_before_anything_is_asked(command, questions, good_base):
    with pytest.raises(UsageError, match=r"refusals\.jsonl"):
        command("--questions", questions, "--calibrate")
    assert not good_base.asked


def test_a_day_that_is_none_is_refused_before_anything_is_asked(command, questions, good_base):
    with pytest.raises(UsageError, match="2026-11-21"):
        command("--questions", questions, "--as-of", "hôm qua")
    assert not good_base.asked
