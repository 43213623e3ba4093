from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from phapquy.cli.corpus import app


@pytest.fixture
def run(settings, monkeypatch):
    monkeypatch.setattr("phapquy.config.load_settings", lambda: settings)
    return lambda *words: CliRunner().invoke(app, list(words))


def test_pull_reports_in_vietnamese_and_exits_1_when_a_text_is_not_the_right_one(run, settings):
    assert run("pull").exit_code == 0
    (settings.texts_dir / "nd-xoai.txt").unlink()
    (settings.mirror_dir / "nd-xoai.txt").write_text("khác\n", encoding="utf-8")
    result = run("pull", "--from", str(settings.mirror_dir))
    assert result.exit_code == 1
    assert "đã có sẵn 1; không khớp nên để riêng 1." in " ".join(result.stdout.split())
    assert "nd-xoai:" in result.stderr
    assert "nd-xoai:" not in result.stdout


def test_pull_status_and_check_print_json_alone_on_stdout(run):
    pulled, shown, checked = (json.loads(run(word, "--json").stdout) for word in ("pull", "status", "check"))
    assert pulled["ok"]
    assert [row["slug"] for row in shown] == ["luat-xoai", "nd-xoai", "kl-7-xx"]
    assert shown[0]["effective"] == "2099-07-01"
    assert checked["ok"]
    assert checked["documents"][0]["articles"] == 3


def test_the_tables_fit_a_hundred_columns(run):
    run("pull")
    for word in ("status", "check"):
        assert max(map(len, run(word).stdout.splitlines())) <= 100


def test_check_exits_1_when_a_core_text_is_missing_and_says_what_to_do(run):
    result = run("check")
    assert result.exit_code == 1
    assert "phapquy corpus pull" in result.stderr
    assert run("check", "kl-7-xx").exit_code == 0
