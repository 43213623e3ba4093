"""The bars of reading, on the real files: copies of one law in several formats, gazettes, checked texts."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from phapquy.corpus.cleaning.paragraphs import is_wrapped
from phapquy.corpus.cleaning.pipeline import clean_text
from phapquy.corpus.metadata import read_metadata
from phapquy.corpus.readers import read_file
from phapquy.law.structure import parse

pytestmark = pytest.mark.corpus


@pytest.fixture
def raw(real) -> Path:
    folder = real.mirror_dir.parent / "raw"
    if not folder.is_dir():
        pytest.skip("không có thư mục tệp gốc: bỏ qua")
    return folder


def kept(checked: str, read: str) -> float:
    """The share of the checked text's characters found in order in what was read, word by word (blanks apart)."""
    one, two = checked.split(), read.split()
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return sum(len(word) for block in blocks for word in one[block.a : block.a + block.size]) / sum(map(len, one))


def tree(text: str) -> list[str]:
    return [str(identity) for identity in parse("van-ban", text).provisions]


LAW_FILES = [
    ("luat-80-2025-qh15", "*.docx"), ("luat-80-2025-qh15", "*.md"), ("luat-72-2025-qh15", "*.docx"),
    ("luat-72-2025-qh15", "*.md"), ("luat-63-2025-qh15", "*.docx"), ("nq-202-2025-qh15", "ngotuong*.md"),
]  # fmt: skip


@pytest.mark.parametrize(("slug", "pattern"), LAW_FILES)
def test_each_copy_of_a_law_gives_the_tree_of_the_checked_text(real, raw, slug, pattern):
    checked = (real.mirror_dir / f"{slug}.txt").read_text("utf-8")
    result = read_file(next((raw / slug).glob(pattern)))
    assert tree(result.text) == tree(checked)
    # an independent copy differs in a few words of its own (docs/readers.md)
    assert kept(checked, result.text) >= (0.999 if pattern == "*.docx" else 0.996)
    assert result.trusted


@pytest.mark.parametrize(("slug", "share"), [("nq-254-2025-qh15", 0.98), ("nd-226-2025-nd-cp", 0.99)])
def test_a_gazette_pdf_gives_the_tree_of_the_checked_text(real, raw, slug, share):
    checked = (real.mirror_dir / f"{slug}.txt").read_text("utf-8")
    result = read_file(next((raw / slug).glob("*.pdf")))
    assert tree(result.text) == tree(checked)
    assert kept(checked, result.text) >= share


def test_a_printed_law_gives_tree_and_characters_of_the_checked_text(real, raw, tmp_path):
    """The only PDF of a law here is a scan, so its .docx is printed by an office program, where there is one."""
    import subprocess

    office = shutil.which("soffice")
    if office is None:
        pytest.skip("không có LibreOffice (soffice): bỏ qua")
    slug = "luat-80-2025-qh15"
    copy = tmp_path / "luat.docx"
    copy.write_bytes(next((raw / slug).glob("*.docx")).read_bytes())
    subprocess.run(
        [office, f"-env:UserInstallation=file://{tmp_path}/hs", "--headless", "--convert-to", "pdf", "--outdir", tmp_path, copy],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    checked = (real.mirror_dir / f"{slug}.txt").read_text("utf-8")
    result = read_file(tmp_path / "luat.pdf")
    assert tree(result.text) == tree(checked)
    assert kept(checked, result.text) >= 0.999


def test_no_step_changes_a_word_of_the_checked_texts(real):
    for path in sorted(real.mirror_dir.glob("*.txt")):
        text = path.read_text("utf-8")
        assert clean_text(text) == text, path.name
        assert not is_wrapped(text.split("\n")), path.name


def test_a_broken_font_is_seen_on_every_page(raw):
    result = read_file(raw / "nq-254-2025-qh15" / "254-2025-qh15.pdf")
    assert not any(page.trusted for page in result.pages)
    assert "".join(result.text[page.start : page.end] for page in result.pages) == result.text


def test_metadata_are_right_or_absent_on_the_checked_texts(real):
    table = real.mirror_dir.parent / "SOURCES.tsv"
    if not table.is_file():
        pytest.skip("không có SOURCES.tsv: bỏ qua")
    wrong, told = [], 0
    with table.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            path = real.mirror_dir / f"{row['slug']}.txt"
            if not path.is_file():
                continue
            read = read_metadata(path.read_text("utf-8"))
            known = {
                "number": row["document number"].split(" ")[0], "type": row["type"],
                "signed": row["signed date"][:10], "effective": row["effective date"][:10],
            }  # fmt: skip
            for name, expected in known.items():
                found = getattr(read, name).value
                shown = found.isoformat() if isinstance(found, date) else found
                told += shown is not None
                # the table gives some days by their year alone, and none for some consolidated texts
                if shown is not None and len(expected) > 4 and shown != expected:
                    wrong.append((row["slug"], name, shown, expected))
    assert wrong == []
    assert told >= 240


def test_seed_articles_come_out_without_their_printing(raw):
    seeds = raw.parent.parent / "seeds"
    if not seeds.is_dir():
        pytest.skip("không có bài báo mẫu: bỏ qua")
    doubled = read_file(seeds / "bai-bao-font-dam-lap-chu.txt")
    assert doubled.text.startswith("1. Đặt vấn đề\n")
    assert "đđ" not in doubled.text
    assert "[8]" in doubled.text
    vni = read_file(seeds / "tap-chi-dau-trang-ma-vni.txt")
    assert "Ngày nhận bài: 05/9/2025" in vni.text
    assert len(vni.pages) == 5
    assert "KỲ 1, THÁNG 10/2025" not in vni.text
