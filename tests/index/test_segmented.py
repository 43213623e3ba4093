"""The words kept from the last build: the same words, forgotten when anything behind them changes."""

import json
import zlib

import pytest

from phapquy.index import segmented
from phapquy.index.build import build
from phapquy.index.lexicon import tokens_of
from phapquy.index.segmented import Segmented
from phapquy.index.snapshot import Snapshot

TEXT = "Hội đồng nhân dân xã thắp đèn lồng ở bến sông."


@pytest.fixture
def counted(monkeypatch):
    """The texts that were really segmented."""
    done = []
    monkeypatch.setattr(segmented.lexicon, "tokens_of", lambda view, text: done.append(text) or tokens_of(view, text))
    return done


def test_words_kept_are_the_words_of_the_text(tmp_path, counted):
    first = Segmented(tmp_path)
    for text in (TEXT, "", "…", TEXT):
        assert first.words(text) == tokens_of("words", text)
    first.save()
    counted.clear()
    second = Segmented(tmp_path)
    assert [second.words(text) for text in (TEXT, "", "…")] == [tokens_of("words", text) for text in (TEXT, "", "…")]
    assert counted == []


def test_what_the_last_build_did_not_use_is_forgotten(tmp_path, counted):
    first = Segmented(tmp_path)
    first.words(TEXT)
    first.save()
    Segmented(tmp_path).save()
    counted.clear()
    Segmented(tmp_path).words(TEXT)
    assert counted == [TEXT]


def test_another_segmenter_or_a_forced_build_begins_anew(tmp_path, counted, monkeypatch):
    first = Segmented(tmp_path)
    first.words(TEXT)
    first.save()
    counted.clear()
    Segmented(tmp_path, fresh=True).words(TEXT)
    monkeypatch.setattr(segmented.metadata, "version", lambda _name: "0.0")
    Segmented(tmp_path).words(TEXT)
    assert counted == [TEXT, TEXT]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        zlib.compress(b"[]"),
        zlib.compress(b'{"recipe": 1}'),
        zlib.compress(json.dumps({"words": 5}).encode()),
    ],
)
def test_a_damaged_file_is_as_none(tmp_path, data):
    (tmp_path / ".tu-da-tach.z").write_bytes(data)
    assert Segmented(tmp_path).words(TEXT) == tokens_of("words", TEXT)


def test_a_second_build_has_the_same_lexicon_and_segments_nothing(home, encoder, counted):
    build(home)
    first = Snapshot.open(home)
    counted.clear()
    build(home)
    second = Snapshot.open(home)
    assert first.info.id != second.info.id
    assert counted == []
    for token in tokens_of("words", TEXT):
        assert (first.lexicon.scores("words", [token]) == second.lexicon.scores("words", [token])).all()
