"""What references lead to, in an invented corpus."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from phapquy.cli.corpus import app
from phapquy.config import Settings
from phapquy.corpus.library import Library
from phapquy.corpus.references import Problem, Resolver, resolve
from phapquy.law.citations import find_citations
from phapquy.law.provision import ProvisionId

LAW = """LUẬT
VƯỜN
Chương I
CÂY
Mục 1
CÂY CAO
Điều 1. Cây cao
1. Trồng theo khoản 2 Điều này.
2. Trừ cây tại điểm b khoản này:
a) Cây cau;
b) Cây dừa theo Mục 2 Chương này.
Mục 2
CÂY THẤP
Điều 2. Cây thấp
Cây thấp quy định tại Điều 12a của Luật này và Luật Vườn.
Điều 3. Hoa
1. Hoa theo Nghị định số 2/2099/NĐ-XX, Điều 9 Nghị định số 3/2099/NĐ-XX.
2. Từ khoản 1 đến khoản 2 Điều này; từ Điều 1 đến Điều 3 của Luật này; Phụ lục I.
Điều 12. Quả
Quả chín theo Luật Vườn năm 2099 và Luật Vườn năm 1999.
"""
DECREE = """NGHỊ ĐỊNH
Điều 1. Sửa đổi, bổ sung một số điều của Luật Vườn số 1/2099/QHXX
1. Sửa đổi khoản 1 Điều 1 như sau:
“1. Trồng theo khoản 2 Điều này và Điều 12 của Luật này.”.
2. Bổ sung khoản 3 vào sau khoản 2 Điều 3 như sau:
“3. Hoa tại khoản này.”.
3. Thay cụm từ “khoản 1 Điều này” bằng cụm từ “khoản 2 Điều này” tại khoản 2 Điều 3.
Điều 2. Hiệu lực
Nghị định này và Điều 1 có hiệu lực ngay.
Điều 3. Cụm từ
1. Thay thế các cụm từ sau đây:
a) Cụm từ “khoản 1 Điều này của “Phần C. TRỒNG HOA” này” bằng cụm từ “khoản 2 Điều này” tại khoản 2 Điều 3 của Luật Vườn số 1/2099/QHXX.
"""


@pytest.fixture
def home(tmp_path, made) -> Settings:
    folder = tmp_path / "vuon" / "corpus"
    (folder / "texts").mkdir(parents=True)
    out = ["as_at = 2100-02-02"]
    for slug, text, number, title in (
        ("luat-vuon", LAW, "1/2099/QHXX", "Luật Vườn"),
        ("nd-vuon", DECREE, "2/2099/NĐ-XX", "Nghị định sửa Luật Vườn"),
    ):
        (folder / "texts" / f"{slug}.txt").write_text(text, encoding="utf-8")
        entry = made.entry_toml(slug, text, extra="effective = 2099-07-01")
        out.append(entry.replace("901/2099/XX", number).replace(f'title = "Văn bản {slug}"', f'title = "{title}"'))
    (folder / "manifest.toml").write_text("\n".join(out), encoding="utf-8")
    (folder / "amendments.csv").write_text(made.amendments_csv(), encoding="utf-8")
    return Settings(home=tmp_path / "vuon")


def resolved(home, provision):
    library = Library(home)
    at = ProvisionId.parse(provision)
    document = library.document(at.slug)
    text = document.own_text(document.provisions[at])
    out = []
    for citation in find_citations(text):
        result = resolve(citation, at, library)
        out.append(result.problem or " ".join(map(str, result.ids)))
    return out


def test_this_leads_to_the_place_the_words_stand_in(home):
    assert resolved(home, "luat-vuon/1/1") == ["luat-vuon/1/2"]
    assert resolved(home, "luat-vuon/1/2") == ["luat-vuon/1/2/b"]


def test_a_section_leads_to_its_articles(home):
    assert resolved(home, "luat-vuon/1/2/b") == ["luat-vuon/2 luat-vuon/3 luat-vuon/12"]


def test_a_number_with_a_suffix_never_leads_to_its_neighbour(home):
    assert resolved(home, "luat-vuon/2") == [Problem.MISSING, "luat-vuon"]


def test_a_document_is_known_by_number_and_an_unknown_one_is_outside(home):
    assert resolved(home, "luat-vuon/3/1") == ["nd-vuon", Problem.OUTSIDE]


def test_a_range_leads_to_all_between_and_an_annex_not_stored_is_outside(home):
    assert resolved(home, "luat-vuon/3/2") == [
        "luat-vuon/3/1 luat-vuon/3/2", "luat-vuon/1 luat-vuon/2 luat-vuon/3", Problem.OUTSIDE,
    ]  # fmt: skip


def test_a_year_tells_two_laws_of_one_name_apart(home):
    assert resolved(home, "luat-vuon/12") == ["luat-vuon", Problem.OUTSIDE]


def test_quoted_text_speaks_of_the_amended_document(home):
    assert resolved(home, "nd-vuon/1/1") == ["luat-vuon/1/1", "luat-vuon/1/2", "luat-vuon/12"]


def test_what_an_amendment_brings_in_has_its_id_in_the_amended_document(home):
    assert resolved(home, "nd-vuon/1/2") == ["luat-vuon/3/3", "luat-vuon/3/2", "luat-vuon/3/3"]


def test_a_replaced_phrase_stands_where_the_clause_says(home):
    assert resolved(home, "nd-vuon/1/3") == ["luat-vuon/3/1", "luat-vuon/3/2", "luat-vuon/3/2"]


def test_a_replaced_phrase_that_quotes_a_title_stands_in_the_document_named_after_it(home):
    assert resolved(home, "nd-vuon/3/1/a") == ["luat-vuon/3/1", "luat-vuon/3/2", "luat-vuon/3/2"]


def test_the_other_articles_of_an_amending_text_speak_of_itself(home):
    assert resolved(home, "nd-vuon/2") == ["nd-vuon", "nd-vuon/1"]


def test_a_reason_is_said_in_vietnamese(home):
    library = Library(home)
    why = [result.why for _, _, result in Resolver(library).citations("luat-vuon") if result.problem]
    assert why == [
        "không có luat-vuon/12a", "Nghị định số 3/2099/NĐ-XX", "kho không có Phụ lục I của luat-vuon",
        "Luật Vườn năm 1999",
    ]  # fmt: skip


def test_check_references_counts_and_lists_what_is_broken(home, monkeypatch):
    monkeypatch.setattr("phapquy.config.load_settings", lambda: home)
    shown = CliRunner().invoke(app, ["check", "--references"])
    assert shown.exit_code == 0
    assert max(map(len, shown.stdout.splitlines())) <= 100
    assert "luat-vuon/2: “Điều 12a của Luật này”: không có luat-vuon/12a" in shown.stdout
    read = json.loads(CliRunner().invoke(app, ["check", "luat-vuon", "--references", "--json"]).stdout)
    assert read["total"] == {"found": 12, "resolved": 8, "outside": 3, "broken": 1}
    assert read["documents"][0]["broken"][0]["at"] == "luat-vuon/2"
