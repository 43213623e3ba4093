"""The promises of the set-up that can be checked without setting up."""

import os
import re
import shutil
import subprocess
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TARGETS = ("setup", "serve", "test", "lint", "eval", "bench", "pictures", "clean", "help")
needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def pins():
    lines = [line for line in read("constraints.txt").splitlines() if line and not line.startswith("#")]
    return dict(line.split("==") for line in lines)


def dry_run(target, *more):
    done = subprocess.run(
        ["make", "--no-print-directory", "-C", str(ROOT), "-n", target, *more],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT.parent,
        env={key: value for key, value in os.environ.items() if key not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}},
    )
    return done.stdout


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_is_pinned_exactly_and_torch_without_a_local_part():
    assert all(re.fullmatch(r"[0-9][0-9A-Za-z.]*", version) for version in pins().values())
    assert pins()["torch"] == "2.13.0"


def test_every_dependency_by_name_is_among_the_pins():
    wanted = {plain(re.split(r"[\s;\[<>=!~]", line, maxsplit=1)[0]) for line in metadata.requires("phapquy") or ()}
    assert wanted - {plain(name) for name in pins()} == set()


@needs_make
@pytest.mark.parametrize("target", TARGETS)
def test_every_target_runs_from_another_folder(target):
    dry_run(target)


@needs_make
def test_torch_is_asked_for_exactly_and_first(tmp_path):
    said = dry_run("setup", f"STAMP={tmp_path}/none")
    installs = [line for line in said.splitlines() if "pip install" in line and "-c constraints.txt" in line]
    assert installs[0].endswith("'torch==2.13.0'")
    assert installs[1].endswith("'.[dev]'")


@needs_make
def test_a_second_set_up_installs_no_package(tmp_path):
    stamp = tmp_path / "stamp"
    stamp.touch()
    assert "pip install" not in dry_run("serve", f"STAMP={stamp}")


@needs_make
def test_changed_pins_are_installed_again(tmp_path):
    stamp = tmp_path / "stamp"
    stamp.touch()
    os.utime(stamp, (0, 0))
    assert "pip install" in dry_run("test", f"STAMP={stamp}")


@needs_make
def test_another_interpreter_can_be_named(tmp_path):
    assert "python3.12 -m venv" in dry_run("setup", f"STAMP={tmp_path}/none", "PYTHON=python3.12")


@needs_make
def test_the_checks_run_before_the_tests():
    said = dry_run("test")
    order = [
        said.index(step) for step in ("ruff check", "ruff format --check", "bin/mypy", "lint-imports", "bin/pytest")
    ]
    assert order == sorted(order)


@needs_make
def test_help_names_every_target():
    said = subprocess.run(["make", "-s", "-C", str(ROOT)], capture_output=True, text=True, check=True).stdout
    assert all(f"make {target}" in said for target in TARGETS)


def test_the_integration_run_is_executable_and_calls_make_test():
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert read(".ci/run").rstrip().endswith("make test")


def test_the_readme_names_the_two_commands():
    assert "make serve" in read("README.md")
    assert "make test" in read("README.md")
