from __future__ import annotations

import pytest

from phapquy.corpus.library import Library
from phapquy.corpus.sources import pull
from phapquy.corpus.text import decode, fingerprint
from phapquy.errors import TextError, UsageError
from phapquy.law.provision import Kind, ProvisionId


def test_only_present_and_true_texts_are_available(settings):
    assert Library(settings).available() == ["kl-7-xx"]
    pull(settings)
    assert Library(settings).available() == ["luat-xoai", "nd-xoai", "kl-7-xx"]
    (settings.texts_dir / "nd-xoai.txt").write_text("Điều 1. Văn bản khác", encoding="utf-8")
    assert Library(settings).available() == ["luat-xoai", "kl-7-xx"]


def test_a_text_is_returned_normalised_whatever_its_line_ends(settings, made):
    pull(settings)
    path = settings.texts_dir / "luat-xoai.txt"
    path.write_bytes(b"\xef\xbb\xbf" + made.law.replace("\n", " \r\n").encode())
    assert Library(settings).text("luat-xoai") == made.law


def test_a_missing_or_foreign_text_says_which_command_to_run(settings):
    library = Library(settings)
    with pytest.raises(TextError, match="phapquy corpus pull"):
        library.text("luat-xoai")
    settings.texts_dir.mkdir(parents=True)
    (settings.texts_dir / "luat-xoai.txt").write_text("khác", encoding="utf-8")
    with pytest.raises(TextError, match="dấu vân tay khác"):
        library.text("luat-xoai")
    (settings.texts_dir / "luat-xoai.txt").write_bytes(b"\xd0\xcc\xff")
    with pytest.raises(TextError, match="UTF-8"):
        library.text("luat-xoai")


def test_an_unknown_document_is_a_usage_error(settings):
    with pytest.raises(UsageError, match="khong-co"):
        Library(settings).entry("khong-co")


def test_a_verbatim_document_is_parsed_over_its_text(settings):
    pull(settings)
    document = Library(settings).document("luat-xoai")
    assert document.full_text(document.provisions[ProvisionId.parse("luat-xoai/2/2/b")]) == "b) Ghi sổ quả rụng.\n"


def test_a_digest_becomes_a_document_of_items_in_sentences(settings):
    document = Library(settings).document("kl-7-xx")
    assert list(map(str, document.provisions)) == ["kl-7-xx/1", "kl-7-xx/101"]
    node = document.provisions[ProvisionId.parse("kl-7-xx/1")]
    assert node.kind is Kind.DOAN
    assert document.heading(node) == "Đếm quả"
    assert document.full_text(node) == (
        "Mục 1. Đếm quả.\nMọi vườn phải đếm quả trước mùa mưa. Cơ quan, tổ chức được giao: Các tổ xoài và Ban Xoài. "
        "Thời hạn hoàn thành: chậm nhất ngày 15 tháng 12 năm 2099 (chỉ một nguồn nêu).\n"
    )
    assert "".join(document.own_text(one) for one in document.walk()) == document.text


def test_a_digest_with_an_unknown_field_or_a_foreign_item_is_refused(settings, made):
    from phapquy.corpus.digest import read_digest

    with pytest.raises(TextError, match="mau"):
        read_digest("kl-7-xx", made.digest.replace("[header]", '[header]\nmau = "xanh"'))
    with pytest.raises(TextError, match="văn bản khác"):
        read_digest("kl-7-xx", made.digest.replace('"kl-7-xx/1"', '"kl-8-xx/1"'))
    with pytest.raises(TextError, match="TOML"):
        read_digest("kl-7-xx", "= 1")


def test_items_numbered_by_the_decree_itself_are_articles_and_clauses(made):
    from phapquy.corpus.digest import as_document, read_digest

    text = made.digest.replace("theo-bao-chi", "theo-van-ban").replace('"kl-7-xx/1"', '"kl-7-xx/3/2"')
    document = as_document(read_digest("kl-7-xx", text))
    kinds = {str(one): node.kind for one, node in document.provisions.items()}
    assert kinds == {"kl-7-xx/3": Kind.DIEU, "kl-7-xx/3/2": Kind.KHOAN, "kl-7-xx/101": Kind.DOAN}


def test_a_verbatim_document_is_no_digest(settings):
    with pytest.raises(UsageError, match="nguyên văn"):
        Library(settings).digest("luat-xoai")


def test_the_corpus_hash_depends_on_the_set_of_texts_and_not_on_their_order(settings):
    library = Library(settings)
    both = library.corpus_hash(["luat-xoai", "nd-xoai"])
    assert both == library.corpus_hash(["nd-xoai", "luat-xoai", "nd-xoai"])
    assert both != library.corpus_hash(["luat-xoai"])


def test_the_hash_of_the_facts_changes_with_the_table_of_amendments(settings, made):
    before = Library(settings).facts_hash
    row = "luat-xoai,luat-xoai/1,,bai-bo,toan-bo,x,,,2100-01-01,co,,cao"
    (settings.home / "corpus" / "amendments.csv").write_text(made.amendments_csv(row), encoding="utf-8")
    assert Library(settings).facts_hash != before


@pytest.mark.corpus
def test_every_manifest_fingerprint_is_that_of_the_mirror_text(real_library):
    manifest = real_library.manifest
    wrong = [entry.slug for entry in manifest.document if not real_library.is_true(entry.slug)]
    assert wrong == []
    for entry in manifest.core():
        assert fingerprint(decode(real_library.path(entry.slug).read_bytes())) == entry.fingerprint


@pytest.mark.corpus
def test_every_document_of_the_mirror_is_in_the_manifest(real, real_library):
    # Decree 151 stands once, by its body; the copy with flattened annexes is left out on purpose
    files = {path.name for path in real.mirror_dir.glob("*.txt")} - {"nd-151-2025-nd-cp.txt"}
    digests = {path.name for path in real.digests_dir.glob("*.toml") if not real_library.is_digested(path.stem)}
    assert {entry.file for entry in real_library.manifest.document} == files | digests


@pytest.mark.corpus
def test_core_laws_are_cited_as_officers_cite_them(real_library):
    assert [entry.cite_as for entry in real_library.manifest.core()] == [
        "Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
        "Luật Cán bộ, công chức số 80/2025/QH15",
        "Nghị định số 118/2025/NĐ-CP",
        "Nghị quyết số 202/2025/QH15",
    ]


@pytest.mark.corpus
def test_our_own_data_holds_no_run_of_statutory_words(real, real_library):
    """No sixteen syllables in a row (some ten to twelve words) of a law; names of organs and laws alone reach twelve."""
    size = 16
    statutes = set()
    for entry in real_library.manifest.document:
        if entry.source_quality.value != "digest":
            words = real_library.text(entry.slug).lower().split()
            statutes.update(hash(tuple(words[at : at + size])) for at in range(len(words) - size + 1))
    found = []
    press = [path for path in real.digests_dir.glob("*.toml") if not real_library.is_digested(path.stem)]
    for path in (real.home / "corpus" / "amendments.csv", *press):  # whole digests are held to twelve: test_digests
        lines = path.read_text(encoding="utf-8").lower().replace('"', " ").splitlines()
        words = [word for line in lines if not line.startswith("ten = ") for word in line.split()]
        runs = (tuple(words[at : at + size]) for at in range(len(words) - size + 1))
        found += [(path.name, " ".join(run)) for run in runs if hash(run) in statutes]
    assert found == []
