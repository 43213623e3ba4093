"""Building, publishing, opening and refusing snapshots of the invented corpus."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from phapquy.errors import SnapshotError
from phapquy.index.build import build
from phapquy.index.snapshot import Snapshot, newest, published
from phapquy.law.provision import ProvisionId
from tests.conftest import LANTERNS, TEXTS, VALLEYS, make_home


def test_a_snapshot_holds_every_clause_with_its_heading_and_lead_in(home, encoder):
    build(home)
    snapshot = Snapshot.open(home)
    by_id = {passage.id: passage for passage in snapshot.passages}
    point = by_id["luat-7-2090-qhdd/2/2/a"]
    assert point.text.startswith("a) Quyết định trồng hàng liễu")
    assert "Trong việc trồng cây" in point.lead
    assert "Nhiệm vụ, quyền hạn của Hội đồng nhân dân xã" in point.body
    assert snapshot.info.complete


def test_the_stored_text_and_tree_come_back_as_they_were(home, encoder):
    build(home)
    document = Snapshot.open(home).document("luat-7-2090-qhdd")
    node = document.provisions[ProvisionId.parse("luat-7-2090-qhdd/2/2/b")]
    assert "".join(document.own_text(one) for one in document.walk()) == document.text == VALLEYS
    assert document.own_text(node).endswith("thì không được chặt.\n")


def test_an_unchanged_document_is_not_encoded_again(home, encoder, tmp_path):
    build(home)
    first = len(encoder.encoded)
    changed = LANTERNS.replace("22 giờ", "23 giờ")
    make_home(tmp_path, {**TEXTS, "nd-8-2090-nd-dd": changed})
    build(home)
    again = encoder.encoded[first:]
    assert again
    assert not any("thung lũng" in text.lower() and "đèn lồng ở bến" in text for text in again)
    assert any("23 giờ" in text for text in again)


def test_force_encodes_everything_again(home, encoder):
    build(home)
    first = len(encoder.encoded)
    build(home, force=True)
    assert len(encoder.encoded) == 2 * first


def test_only_provisions_in_force_on_the_day_are_allowed(home, encoder):
    build(home)
    snapshot = Snapshot.open(home)
    allowed = {p.slug for p, ok in zip(snapshot.passages, snapshot.in_force(date(2090, 8, 1)), strict=True) if ok}
    assert allowed == {"luat-7-2090-qhdd"}


def test_a_part_of_the_corpus_makes_an_incomplete_snapshot(home, encoder):
    build(home, ["luat-7-2090-qhdd"])
    assert not newest(home).complete


@pytest.mark.parametrize("name", ["passages.json", "body.faiss", "texts.json", "folded/data.csc.index.npy"])
def test_a_damaged_file_is_noticed_and_the_command_to_run_is_named(home, encoder, name):
    build(home)
    path = newest(home).path / name
    path.write_bytes(path.read_bytes()[:-3] + b"xyz")
    with pytest.raises(SnapshotError, match="phapquy build"):
        Snapshot.open(home)


def test_a_snapshot_made_with_another_model_is_refused(home, encoder):
    build(home)
    with pytest.raises(SnapshotError, match="mô hình khác"):
        Snapshot.open(home).check_model("another", 64)


def test_no_snapshot_says_what_to_run(home):
    with pytest.raises(SnapshotError, match="phapquy build"):
        Snapshot.open(home)


def test_an_unreadable_manifest_is_passed_over_for_an_older_snapshot(home, encoder):
    older = build(home)
    newer = build(home, force=True)
    (home.indexes_dir / newer / "manifest.json").write_text("{", "utf-8")
    assert newest(home).id == older


def test_a_build_that_dies_leaves_the_old_snapshot_serving(home, encoder, monkeypatch):
    old = build(home)

    def die(*_args):
        raise RuntimeError("mất điện")

    monkeypatch.setattr("phapquy.index.build._lexicon", die)
    with pytest.raises(RuntimeError):
        build(home, force=True)
    assert [info.id for info in published(home)] == [old]
    assert not list(home.indexes_dir.glob(".dang-lap-*"))


def test_an_indexes_folder_that_cannot_be_written_is_a_clear_error(home, encoder):
    home.indexes_dir.write_text("đây là tệp, không phải thư mục", "utf-8")
    with pytest.raises(SnapshotError, match="Không ghi được"):
        build(home)


def test_a_corpus_without_texts_says_what_to_run(tmp_path, encoder):
    settings = make_home(tmp_path)
    for path in settings.texts_dir.glob("*.txt"):
        path.unlink()
    with pytest.raises(SnapshotError, match="phapquy corpus pull"):
        build(settings)


def test_old_snapshots_are_dropped_but_the_one_before_stays(home, encoder):
    ids = [build(home, force=True) for _ in range(3)]
    assert sorted(info.id for info in published(home)) == sorted(ids[1:])


def test_the_manifest_counts_what_the_files_hold(home, encoder):
    build(home)
    info = newest(home)
    tables = json.loads((info.path / "passages.json").read_text("utf-8"))
    assert (info.passages, info.titles) == (len(tables["passages"]), len(tables["titles"]))


def test_the_next_snapshot_shares_what_did_not_change_and_nothing_else(home, encoder, tmp_path):
    build(home)
    before = Snapshot.open(home)
    law, decree = before.document("luat-7-2090-qhdd"), before.document("nd-8-2090-nd-dd")
    make_home(tmp_path, {**TEXTS, "nd-8-2090-nd-dd": LANTERNS.replace("22 giờ", "23 giờ")})
    build(home)
    after = Snapshot.open(home, like=before)
    assert after.document("luat-7-2090-qhdd") is law
    assert after.texts["luat-7-2090-qhdd"] is before.texts["luat-7-2090-qhdd"]
    changed = after.document("nd-8-2090-nd-dd")
    assert changed is not decree and "23 giờ" in changed.text and "22 giờ" in decree.text
    alone = Snapshot.open(home)
    assert [alone.document(slug) for slug in TEXTS] == [after.document(slug) for slug in TEXTS]


def test_trees_cut_by_another_grammar_are_not_shared(home, encoder):
    build(home)
    before = Snapshot.open(home)
    law = before.document("luat-7-2090-qhdd")
    before.info = replace(before.info, recipe="cách khác")
    after = Snapshot.open(home, like=before)
    assert after.document("luat-7-2090-qhdd") is not law
    assert after.document("luat-7-2090-qhdd") == law


def test_a_tree_is_built_once_however_many_ask(home, encoder):
    build(home)
    snapshot = Snapshot.open(home)
    with ThreadPoolExecutor(8) as askers:
        found = list(askers.map(snapshot.document, ["luat-7-2090-qhdd"] * 40))
    assert len(set(map(id, found))) == 1
