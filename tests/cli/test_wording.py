"""``show``, ``diff`` and the check of amendments on an invented law and its amending decree."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
import typer
from typer.testing import CliRunner

from phapquy.assistant import KnowledgeBase
from phapquy.cli import corpus_amendments, diff, show
from phapquy.config import Settings
from phapquy.corpus.library import Library
from phapquy.corpus.text import fingerprint

LAW = """LUẬT ĐÈN LỒNG
Điều 1. Giờ thắp
1. Đèn thắp từ 18 giờ.
2. Trưởng làng đếm đèn.
"""
DECREE = """NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Luật số 5/2099/QH15
Điều 1. Sửa đổi khoản 1 Điều 1
“1. Đèn thắp từ 20 giờ.”.
Điều 2. Bổ sung khoản 3 vào Điều 1
“3. Đèn hỏng thì thay.”.
"""
ROWS = """luat-a,luat-a/1/1,,sua-doi,toan-bo,6/2100/NĐ-XX,nd-b,nd-b/1,2100-01-01,co,,cao
luat-a,luat-a/1/3,,bo-sung,toan-bo,6/2100/NĐ-XX,nd-b,nd-b/2,2100-01-01,co,,cao
"""
COLUMNS = (
    "target_slug,targets,scope,operation,extent,by,by_slugs,by_provisions,effective,have_text,evidence,confidence\n"
)


def entry(slug, number, text, effective):
    return (
        f'[[document]]\nslug = "{slug}"\nnumber = "{number}"\ntitle = "T"\nshort = "T"\ncite_as = "Văn bản {number}"\n'
        f'type = "Luật"\nissuer = "X"\neffective = {effective}\nstatus = "con-hieu-luc"\nsource_quality = "official"\n'
        f'text_kind = "verbatim"\ncomplete = true\nfile = "{slug}.txt"\nfingerprint = "{fingerprint(text)}"\n'
    )


@pytest.fixture
def library(tmp_path):
    texts = tmp_path / "corpus" / "texts"
    texts.mkdir(parents=True)
    (texts / "luat-a.txt").write_text(LAW, "utf-8")
    (texts / "nd-b.txt").write_text(DECREE, "utf-8")
    manifest = entry("luat-a", "5/2099/QH15", LAW, "2099-01-01") + entry("nd-b", "6/2100/NĐ-XX", DECREE, "2100-01-01")
    (tmp_path / "corpus" / "manifest.toml").write_text("as_at = 2100-06-01\n" + manifest, "utf-8")
    (tmp_path / "corpus" / "amendments.csv").write_text(COLUMNS + ROWS, "utf-8")
    return Library(Settings(home=tmp_path))


@pytest.fixture
def run(library, monkeypatch):
    slugs = ("luat-a", "nd-b")
    snapshot = SimpleNamespace(
        document=lambda slug: library.document(slug) if slug in slugs else None,
        validity=library.validity,
        manifest=library.manifest,
        entry=lambda slug: library.manifest.by_slug[slug],
        info=SimpleNamespace(documents=slugs, id="gia-lap"),
        texts={slug: library.text(slug) for slug in slugs},
        memo={},
    )
    kb = KnowledgeBase.__new__(KnowledgeBase)
    kb._snapshot = snapshot
    monkeypatch.setattr(show, "open_lawbook", lambda: kb)
    monkeypatch.setattr(diff, "open_lawbook", lambda: kb)
    app = typer.Typer()
    show.register(app)
    diff.register(app)
    return lambda *words: CliRunner().invoke(app, list(words), catch_exceptions=False).output


def test_show_gives_the_wording_of_the_day(run):
    old, new = run("show", "luat-a/1/1", "--as-of", "2099-06-01"), run("show", "luat-a/1/1", "--as-of", "2100-06-01")
    assert "18 giờ" in old and "Được sửa đổi" not in old
    assert "20 giờ" in new and "18 giờ" not in new
    assert "Được sửa đổi, bổ sung bởi: Điều 1 Văn bản 6/2100/NĐ-XX" in new


def test_show_with_history_gives_both_wordings_with_their_days(run):
    out = run("show", "luat-a/1", "--as-of", "2100-06-01", "--history")
    assert "ban đầu, từ 01/01/2099, đến trước 01/01/2100" in out
    assert "18 giờ" in out and "20 giờ" in out


def test_show_knows_an_inserted_clause_before_and_after_its_day(run):
    assert "chưa có hiệu lực" in run("show", "luat-a/1/3", "--as-of", "2099-06-01")
    assert "Khoản 3 Điều 1 Văn bản 5/2099/QH15" in run("show", "luat-a/1/3", "--as-of", "2100-06-01")


def test_show_json_names_the_clause_that_holds_the_words(run):
    facts = json.loads(run("show", "luat-a/1/1", "--as-of", "2100-06-01", "--json"))
    assert (facts["quote_from"], facts["exact"], facts["amended_by"]) == ("nd-b/1", True, ["nd-b/1"])
    assert facts["words"] == "1. Đèn thắp từ 20 giờ."
    assert [stage["words"] for stage in facts["history"]] == ["1. Đèn thắp từ 18 giờ.", "1. Đèn thắp từ 20 giờ."]


def test_diff_marks_what_was_removed_and_added(run):
    out = run("diff", "luat-a/1", "--to", "2100-06-01")
    assert "[-18-] {+20+}" in out
    assert "{+3. Đèn hỏng thì thay.+}" in out


def test_diff_of_unchanged_words_says_so(run):
    assert "Lời văn không đổi" in run("diff", "luat-a/1/2", "--from", "2099-06-01", "--to", "2100-06-01")


def test_diff_of_a_whole_document_lists_each_clause_that_changed_with_the_clause_that_changed_it(run):
    out = run("diff", "luat-a", "--from", "2099-06-01", "--to", "2100-06-01")
    assert "2 điều khoản đổi lời văn" in out
    assert "Khoản 1 Điều 1 (theo Điều 1 Văn bản 6/2100/NĐ-XX)" in out
    assert "[-18-] {+20+}" in out
    assert "{+3. Đèn hỏng thì thay.+}" in out
    assert "Trưởng làng" not in out


def test_diff_of_a_whole_document_compares_with_the_day_before_its_last_change_unless_told(run):
    assert "ngày 31/12/2099 so với ngày 01/06/2100" in run("diff", "luat-a", "--to", "2100-06-01")
    assert "Lời văn không đổi" in run("diff", "luat-a", "--to", "2099-06-01")


def test_diff_of_a_whole_document_as_json_gives_both_wordings(run):
    facts = json.loads(run("diff", "luat-a", "--to", "2100-06-01", "--json"))
    assert [(one["id"], one["by"]) for one in facts["clauses"]] == [
        ("luat-a/1/1", ["nd-b/1"]),
        ("luat-a/1/3", ["nd-b/2"]),
    ]
    assert facts["clauses"][1]["old"] == ""


def test_diff_json_lists_only_changes(run):
    facts = json.loads(run("diff", "luat-a/1/1", "--to", "2100-06-01", "--json"))
    assert facts["changes"] == [{"old": "18", "new": "20"}]
    assert facts["from"]["day"] == "2099-12-31"


def test_the_check_of_amendments_finds_what_the_table_lacks(library, monkeypatch, capsys):
    monkeypatch.setattr("phapquy.config.load_settings", lambda: library._settings)
    assert corpus_amendments.print_amendments(True)
    path = library._settings.manifest_path.with_name("amendments.csv")
    path.write_text(COLUMNS + ROWS.splitlines()[0] + "\n", "utf-8")
    capsys.readouterr()
    assert not corpus_amendments.print_amendments(True)
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [(one["clause"], one["target"]) for one in findings] == [("nd-b/2", "luat-a/1/3")]


def test_the_check_of_amendments_finds_a_row_that_the_clause_does_not_say(library, monkeypatch, capsys):
    monkeypatch.setattr("phapquy.config.load_settings", lambda: library._settings)
    path = library._settings.manifest_path.with_name("amendments.csv")
    wrong = "luat-a,luat-a/1/2,,bai-bo,toan-bo,6/2100/NĐ-XX,nd-b,nd-b/1,2100-01-01,co,,cao\n"
    gone = "luat-a,luat-a/9,,sua-doi,mot-phan,6/2100/NĐ-XX,nd-b,nd-b/1,2100-01-01,co,,cao\n"
    path.write_text(COLUMNS + ROWS + wrong + gone, "utf-8")
    assert not corpus_amendments.print_amendments(False)
    out = " ".join(capsys.readouterr().out.split())
    assert "nd-b/1 → luat-a/1/2: bảng ghi mà điều khoản sửa không nói" in out
    assert "nd-b/1 → luat-a/9: điều khoản bị sửa không tồn tại" in out
