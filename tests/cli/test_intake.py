"""``corpus add``, ``remove``, ``export``, and what ``doctor`` then says, on the invented home."""

from __future__ import annotations

import gettext
import io
import json
import sys
from types import SimpleNamespace

import pytest

from phapquy import cli
from phapquy.config import load_settings
from phapquy.corpus.library import Library
from phapquy.corpus.sources import pull
from phapquy.index.build import build, recipe_of
from phapquy.index.snapshot import Snapshot, published
from tests.conftest import make_home

KITES = """NGHỊ ĐỊNH
Về việc thả diều
Điều 1. Ai giữ dây diều
1. Đội diều của xã giữ dây ở gò phía tây.
2. Trưởng đội diều đếm đuôi diều.
Điều 2. Khi trời mưa
Diều hạ trước khi mưa rơi.
"""
FACTS = (
    *("--number", "5/2091/NĐ-DIEU", "--type", "Nghị định", "--title", "Nghị định về việc thả diều"),
    *("--issuer", "Chợ Diều", "--signed", "1/3/2091", "--effective", "2091-05-01"),
)
SLUG = "nd-5-2091-nd-dieu"


@pytest.fixture
def home(tmp_path, encoder, monkeypatch):
    monkeypatch.setattr("phapquy.index.build.recipe_of_manifest", lambda settings: recipe_of(encoder.identity))
    settings = make_home(tmp_path / "nha")
    build(settings)
    encoder.encoded.clear()
    return settings


@pytest.fixture
def run(home, monkeypatch, capsys):
    def phapquy(*words, typed=None):
        monkeypatch.setenv("PHAPQUY_HOME", str(home.home))
        monkeypatch.setenv("PHAPQUY_MODEL_DIR", str(home.model_dir))
        monkeypatch.setattr(sys, "argv", ["phapquy", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed or ""))
        load_settings.cache_clear()
        try:
            cli.main()
            code = 0
        except SystemExit as end:
            code = end.code or 0
        finally:
            load_settings.cache_clear()
            gettext.textdomain("messages")
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return SimpleNamespace(code=code, out=out, err=err)

    return phapquy


@pytest.fixture
def kites(tmp_path):
    path = tmp_path / "dieu.txt"
    path.write_text(KITES, "utf-8")
    return path


def test_a_file_is_shown_confirmed_stored_and_answers_come_from_it(run, home, kites, encoder):
    result = run("corpus", "add", kites, *FACTS, typed="y\n")
    assert result.code == 0
    assert "số hiệu: 5/2091/NĐ-DIEU" in result.out
    assert "ngày có hiệu lực: 01/05/2091" in result.out
    assert "cấu trúc: 2 điều, 2 khoản" in result.out
    assert max(map(len, result.out.splitlines())) <= 100
    assert f"Đã lưu {SLUG}." in result.err
    snapshot = Snapshot.open(home)
    assert SLUG in snapshot.info.documents
    assert snapshot.entry(SLUG).issuer == "Chợ Diều"
    assert encoder.encoded and all("iều" in line or "diều" in line for line in encoder.encoded)  # the others were kept


def test_without_a_yes_nothing_is_stored(run, home, kites):
    before = [info.id for info in published(home)]
    assert run("corpus", "add", kites, *FACTS, typed="n\n").code == 1
    assert Library(home).added == frozenset()
    assert [info.id for info in published(home)] == before


def test_a_missing_fact_names_its_option_and_stores_nothing(run, home, kites):
    result = run("corpus", "add", kites, "--number", "5/2091/NĐ-DIEU", "--yes")
    assert result.code == 1
    assert "--issuer" in result.err
    assert Library(home).added == frozenset()


def test_the_second_time_it_is_refused_and_the_index_stays(run, home, kites):
    run("corpus", "add", kites, *FACTS, "--yes")
    before = [info.id for info in published(home)]
    result = run("corpus", "add", kites, *FACTS, "--yes")
    assert result.code == 1
    assert "TRÙNG: Đúng từng chữ" in result.out
    assert [info.id for info in published(home)] == before


def test_the_json_is_one_object_and_says_what_was_stored(run, kites):
    report = json.loads(run("corpus", "add", kites, *FACTS, "--yes", "--json").out)
    assert report["stored"] == [SLUG]
    assert report["files"][0]["structure"]["counts"] == {"điều": 2, "khoản": 2}
    assert report["snapshot"]


def test_json_without_yes_only_looks(run, home, kites):
    result = run("corpus", "add", kites, *FACTS, "--json")
    assert result.code == 1
    assert json.loads(result.out)["stored"] == []
    assert Library(home).added == frozenset()


def test_a_bad_file_among_several_is_named_and_does_not_stop_the_others(run, kites, tmp_path):
    bad = tmp_path / "rong.pdf"
    bad.touch()
    result = run("corpus", "add", bad, kites, "--yes")
    assert result.code == 1
    assert "rong.pdf: tệp rỗng" in result.err
    assert "== dieu.txt" in result.out


@pytest.mark.parametrize(
    "words",
    [("--effective", "hôm qua"), ("--url", "http://dieu.vn/a"), ("--signed", "32/1/2091")],
)
def test_a_wrong_option_is_a_usage_error(run, kites, words):
    assert run("corpus", "add", kites, *words).code == 2


def test_without_a_model_the_text_is_kept_and_the_old_index_serves(run, home, kites, monkeypatch):
    from phapquy.errors import ModelError

    def refuse(*_args, **_more):
        raise ModelError("Chưa cài mô hình. Hãy chạy: phapquy model install")

    monkeypatch.setattr("phapquy.index.embedding.Encoder.load", refuse)
    result = run("corpus", "add", kites, *FACTS, "--yes")
    assert result.code == 0
    assert "Chỉ mục cũ vẫn phục vụ" in result.err
    assert Library(home).is_true(SLUG)
    assert SLUG not in Snapshot.open(home).info.documents


def test_a_removed_document_is_gone_from_the_next_index(run, home, kites):
    run("corpus", "add", kites, *FACTS, "--yes")
    assert run("corpus", "remove", SLUG, typed="n\n").code == 1
    assert SLUG in Library(home).added
    assert run("corpus", "remove", SLUG, "--yes").code == 0
    assert SLUG not in Snapshot.open(home).info.documents


def test_a_document_of_the_project_is_not_removed(run):
    result = run("corpus", "remove", "luat-7-2090-qhdd", "--yes")
    assert result.code == 2
    assert "danh mục chung" in result.err


def test_a_mirror_made_here_fills_an_empty_machine(run, home, kites, tmp_path):
    run("corpus", "add", kites, *FACTS, "--yes", "--no-build")
    stick = tmp_path / "usb"
    assert "3 văn bản" in run("corpus", "export", stick).out
    assert (stick / "DAU-VAN-TAY.sha256").is_file()
    other = make_home(tmp_path / "may-khac")
    for path in other.texts_dir.iterdir():
        path.unlink()
    report = pull(other, stick)
    assert report.ok and report.counts == {"da-chep": 2}
    assert report.added_elsewhere == (f"{SLUG}.txt",)


def test_a_mirror_is_not_made_inside_the_corpus_and_not_over_a_file(run, home, kites):
    assert run("corpus", "export", home.texts_dir).code == 2
    assert run("corpus", "export", home.home).code == 2
    assert run("corpus", "export", kites).code == 2


def test_a_stick_that_forgets_what_was_written_is_noticed(run, home, tmp_path, monkeypatch):
    from phapquy.corpus import export

    real = export.write_aside

    def forget(path, data):
        real(path, data[: len(data) // 2] if path.suffix == ".txt" else data)

    monkeypatch.setattr(export, "write_aside", forget)
    result = run("corpus", "export", tmp_path / "usb")
    assert result.code == 1
    assert "đọc lại không đúng" in result.err


def test_doctor_sees_what_an_added_document_lacks(run, home, kites, monkeypatch):
    monkeypatch.setattr("phapquy.doctor.index.read_manifest", lambda *_: SimpleNamespace(name="gia-lap", dimension=64))
    kites.write_text(KITES + "Điều 3. Rỗng\n", "utf-8")
    run("corpus", "add", kites, *FACTS[:8], "--yes", "--no-build")
    (home.texts_dir / "la.txt").write_text("x", "utf-8")
    findings = {one["what"]: one for one in json.loads(run("doctor", "--json").out)}
    assert f"{SLUG}/3" in findings["Điều không có lời văn"]["detail"]
    assert "--effective" in findings["Ngày có hiệu lực"]["remedy"]
    assert "la.txt" in findings["Tệp lạ trong kho"]["detail"]
    assert findings["Chỉ mục"]["remedy"] == "phapquy build"
    assert "1 văn bản tự thêm" in findings["Kho văn bản"]["detail"]


def test_doctor_names_an_added_document_that_the_project_ships_now(run, home, kites, monkeypatch):
    run("corpus", "add", kites, *FACTS, "--yes", "--no-build")
    local = home.home / "corpus" / "manifest.local.toml"
    manifest = home.manifest_path
    entry = local.read_text("utf-8").partition("[[document]]")[2]
    manifest.write_text(f"{manifest.read_text('utf-8')}\n[[document]]{entry}", "utf-8")
    finding = next(one for one in json.loads(run("doctor", "--json").out) if one["what"] == "Trùng lặp")
    assert not finding["ok"] and SLUG in finding["detail"]
    assert run("corpus", "remove", SLUG, "--yes").code == 0
    assert SLUG in Library(home).available()


def test_doctor_tells_another_model(run, home, monkeypatch):
    monkeypatch.setattr("phapquy.index.build.recipe_of_manifest", lambda settings: "khac")
    finding = next(one for one in json.loads(run("doctor", "--json").out) if one["what"] == "Mô hình của chỉ mục")
    assert not finding["ok"]


def test_several_images_are_the_pages_of_one_document(run, home, tmp_path, monkeypatch):
    from phapquy.corpus.readers import PageSpan, ReadResult

    pages = [tmp_path / f"trang {number}.png" for number in (1, 2, 3)]
    for page in pages:
        page.write_bytes(b"\x89PNG\r\n\x1a\n")
    read = []

    def images(paths):
        read.extend(path.suffix for path in paths)
        return ReadResult(KITES, (PageSpan(1, 0, len(KITES)),), (), 0.97, "scan")

    monkeypatch.setattr("phapquy.corpus.intake.examination.read_images", images)
    result = run("corpus", "add", *pages, *FACTS, "--yes", "--no-build")
    assert (result.code, read) == (0, [".png"] * 3)
    assert "== trang 1.png (+2)" in result.out
    assert Library(home).added == {SLUG}
