"""Whether the index still fits the corpus, the facts and the model."""

import pytest

from phapquy.errors import ModelError
from phapquy.index.build import build, recipe_of
from phapquy.index.freshness import freshness, is_current
from tests.conftest import AMENDMENT_COLUMNS, LANTERNS, TEXTS, make_home

DECREE = "nd-8-2090-nd-dd"


@pytest.fixture
def built(home, encoder, monkeypatch):
    """The home folder with an index of all of it; the installed model is the one that made it."""
    monkeypatch.setattr("phapquy.index.build.recipe_of_manifest", lambda settings: recipe_of(encoder.identity))
    build(home)
    return home


def test_no_index_is_not_current(home, encoder):
    state = freshness(home)
    assert (state.info, state.current) == (None, False)
    assert state.behind == ("Chưa có chỉ mục.",)


def test_an_index_just_built_is_current(built):
    assert freshness(built).behind == ()
    assert is_current(built)


def test_a_text_that_changed_is_noticed(built, tmp_path):
    make_home(tmp_path, {**TEXTS, DECREE: LANTERNS.replace("22 giờ", "23 giờ")})
    assert "Có văn bản đã đổi so với chỉ mục." in freshness(built).behind


def test_a_text_that_was_lost_is_noticed(built):
    (built.texts_dir / f"{DECREE}.txt").unlink()
    assert "Chỉ mục có 2 văn bản, kho có 1." in freshness(built).behind


def test_a_text_that_came_is_noticed(home, encoder, monkeypatch):
    monkeypatch.setattr("phapquy.index.build.recipe_of_manifest", lambda settings: recipe_of(encoder.identity))
    build(home, [DECREE])
    assert freshness(home).behind == ("Chỉ mục có 1 văn bản, kho có 2.",)


def test_a_fact_that_changed_is_noticed(built):
    path = built.manifest_path
    path.write_text(path.read_text("utf-8").replace("effective = 2091-01-01", "effective = 2091-02-01"), "utf-8")
    assert freshness(built).behind == ("Danh mục hoặc bảng sửa đổi đã đổi so với chỉ mục.",)


def test_an_amendment_that_was_added_is_noticed(built):
    row = f"{DECREE},{DECREE}/1/1,,bai-bo,toan-bo,9/2091/NĐ-DD,,,2091-06-01,khong,,cao"
    built.manifest_path.with_name("amendments.csv").write_text(f"{AMENDMENT_COLUMNS}\n{row}\n", "utf-8")
    assert freshness(built).behind == ("Danh mục hoặc bảng sửa đổi đã đổi so với chỉ mục.",)


def test_white_space_in_the_manifest_changes_nothing(built):
    path = built.manifest_path
    path.write_text(path.read_text("utf-8") + "\n\n# ghi chú\n", "utf-8")
    assert is_current(built)


def test_another_model_is_noticed(built, monkeypatch):
    monkeypatch.setattr("phapquy.index.build.recipe_of_manifest", lambda settings: recipe_of("mo-hinh-khac"))
    assert freshness(built).behind == ("Chỉ mục được lập bằng mô hình hoặc cách cắt đoạn khác.",)


def test_without_a_model_the_question_cannot_be_settled(home, encoder):
    build(home)
    with pytest.raises(ModelError, match="phapquy model install"):
        freshness(home)
