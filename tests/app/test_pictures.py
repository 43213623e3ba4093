"""The pictures of the documentation: every page has one, and the documentation shows none that is not there."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from phapquy.app import pictures
from phapquy.app.site.nav import NAV
from tests.app.browsing import CHROMIUM

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"


def test_every_page_of_the_navigation_is_taken():
    taken = {re.split(r"[?#]", scene.path)[0] for scene in pictures.SCENES.values()}
    assert {item.path for item in NAV} | {"/quan-tri"} <= taken


@pytest.mark.parametrize("name", sorted(pictures.SCENES))
def test_each_scene_is_there_at_three_widths_and_small(name):
    for width, height in pictures.WIDTHS.items():
        from PIL import Image

        path = IMAGES / f"{name}-{width}-light.png"
        assert path.stat().st_size < 200_000
        with Image.open(io.BytesIO(path.read_bytes())) as image:
            assert image.size == (width, height)


def test_no_picture_is_left_of_a_scene_that_is_gone():
    known = {f"{name}-{width}" for name in pictures.SCENES for width in pictures.WIDTHS}
    assert {path.stem.rpartition("-")[0] for path in IMAGES.glob("*.png")} <= known


@pytest.mark.parametrize("path", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda one: one.name)
def test_what_a_document_shows_or_links_to_is_there(path):
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text("utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (apt install chromium)")
def test_a_scene_is_played_and_written(served, tmp_path, monkeypatch):
    pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    monkeypatch.setattr(pictures, "SCENES", {"dom-dom": pictures.Scene("/", "Ai đặt tên cho đom đóm?", dark=True)})
    made = list(pictures.take(CHROMIUM, served, tmp_path, ["dom-dom"]))
    assert [path.name for path in made] == [
        "dom-dom-390-light.png", "dom-dom-820-light.png", "dom-dom-1440-light.png", "dom-dom-1440-dark.png",
    ]  # fmt: skip
    assert len({path.read_bytes() for path in made}) == 4
