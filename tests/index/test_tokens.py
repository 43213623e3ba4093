"""The small tokenizer cuts every text as the whole one does, and steps back where it cannot."""

from __future__ import annotations

import hashlib
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from phapquy.index import tokens as tokens_module
from phapquy.index.model import shrink as shrink_module
from phapquy.index.model.shrink import is_foreign, is_true, shrink
from phapquy.index.tokens import Tokens

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "đ", "ê", "è", "n", "m", "o", "đê", "đêm", "▁đ", "▁đèn", "ом", "о", "м"]
PIECES += ["燈", "▁燈", "燈籠", "籠", "ä", "nä", "😀", "▁😀", "a", "▁a", "²", "1", "2", "▁12", "ο"]
TEXTS = [
    "đèn đêm",
    "  đêm 12 m² ",
    "燈籠 đêm",
    "đom đóm",
    "nä",
    "đèn 😀",
    "ом đêm",
    "</s> a",
    "",
    "m\u0301o",
    "ﬁn",
    "x" * 60,
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("mo-hinh")
    (made / "goc").mkdir()
    vocabulary = [(piece, -1.0 - 0.37 * (place * 7 % 11)) for place, piece in enumerate(PIECES)]
    vocabulary[PIECES.index("a")] = ("a", -19.0)
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=3, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC()])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=True)
    tokenizer.add_special_tokens(["<s>", "</s>"])
    tokenizer.save(str(made / "goc" / "tokenizer.json"))
    return made


def tokens_of(folder, most=16):
    path = folder / "goc" / "tokenizer.json"
    return Tokens(path, hashlib.sha256(path.read_bytes()).hexdigest(), most)


@pytest.fixture(scope="module")
def small(folder):
    made = tokens_of(folder)
    assert made._small is not None
    assert made._whole is None
    assert made._small.get_vocab_size() == sum(not any(map(is_foreign, one)) for one in PIECES)
    return made


@pytest.fixture(scope="module")
def whole(folder):
    path = folder / "goc" / "tokenizer.json"
    return tokens_module._open(path, 16)


def test_every_text_is_cut_as_by_the_whole_one(small, whole):
    assert small.ids(TEXTS, keep=False) == [one.ids for one in whole.encode_batch(TEXTS)]
    for text in TEXTS:
        one = whole.encode(text, add_special_tokens=False)
        assert [part.offsets for part in small.parts(text)] == [part.offsets for part in (one, *one.overflowing)]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="đêènmoa 12²燈籠ä😀омaο\u0301\t</s>", max_size=40))
def test_any_text_is_cut_as_by_the_whole_one(small, whole, text):
    assert small.ids([text], keep=False) == [whole.encode(text).ids]


def test_a_question_with_a_foreign_letter_does_not_keep_the_whole_one_and_a_passage_does(folder):
    made = tokens_of(folder)
    made.ids(["đêm"], keep=True)
    made.ids(["燈"], keep=False)
    assert made._whole is None
    made.ids(["燈"], keep=True)
    assert made._whole is not None


@pytest.mark.parametrize("letter", ["ä", "ñ", "燈", "о", "\u0301", "ǆ", "\u0378"])
def test_letters_of_other_languages_are_foreign(letter):
    assert is_foreign(letter)


@pytest.mark.parametrize("letter", ["ế", "Đ", "q", "▁", "😀", "²", "5", "–", " ", "\t"])
def test_letters_of_ours_and_signs_are_not(letter):
    assert not is_foreign(letter)


def test_a_damaged_small_one_is_not_used(folder, tmp_path):
    shutil.copytree(folder, tmp_path / "ban")
    (place,) = (tmp_path / "ban").glob("tach-tu-*")
    (place / "ids.npy").write_bytes(b"x" + (place / "ids.npy").read_bytes()[1:])
    assert not is_true(place)
    made = tokens_of(tmp_path / "ban")
    assert made._small is None
    assert made.ids(["đêm"], keep=False) == tokens_of(folder).ids(["đêm"], keep=False)


def test_without_the_right_to_write_the_whole_one_serves(folder, tmp_path, monkeypatch):
    shutil.copytree(folder / "goc", tmp_path / "goc")
    monkeypatch.setattr(tokens_module.os, "access", lambda *_: False)
    made = tokens_of(tmp_path)
    assert made._small is None
    assert not list(tmp_path.glob("tach-tu-*"))
    assert made.ids(["đêm"], keep=False) == tokens_of(folder).ids(["đêm"], keep=False)


def test_another_kind_of_tokenizer_leaves_an_empty_folder_and_is_not_tried_again(tmp_path):
    (tmp_path / "goc").mkdir()
    Tokenizer(models.WordLevel({"đêm": 0, "<unk>": 1}, unk_token="<unk>")).save(
        str(tmp_path / "goc" / "tokenizer.json")
    )
    shrink(tmp_path / "goc" / "tokenizer.json", tmp_path / "nho")
    assert list((tmp_path / "nho").iterdir()) == []
    assert not is_true(tmp_path / "nho")


def test_a_lowest_score_that_would_be_lost_is_noticed():
    """It decides what an unknown character costs."""
    entries = [[piece, -1.0] for piece in PIECES]
    entries[PIECES.index("燈")] = ["燈", -20.0]
    assert shrink_module._smaller({"model": {"type": "Unigram", "unk_id": 3, "vocab": entries}}) is None


def test_making_it_breaks_off_without_a_trace(folder, tmp_path, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shrink_module, "_write", full)
    with pytest.raises(OSError, match="space"):
        shrink(folder / "goc" / "tokenizer.json", tmp_path / "nho")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.model
def test_the_installed_model_cuts_real_passages_alike():
    from phapquy.config import load_settings
    from phapquy.index.model.manifest import TOKENIZER, read_manifest, safe_name

    at = load_settings()
    folder = at.model_dir / safe_name(at.model)
    if not folder.is_dir():
        pytest.skip("chưa cài mô hình")
    manifest = read_manifest(folder, at.model)
    made = Tokens(folder / TOKENIZER, manifest.files[TOKENIZER].sha256, manifest.max_tokens)
    whole = tokens_module._open(folder / TOKENIZER, manifest.max_tokens)
    lines = [*TEXTS, "Hội đồng nhân dân xã quyết định thắp đèn lồng – từ 18 giờ đến 22 giờ; diện tích ≥ 1.200 m²."]
    assert made.ids(lines, keep=False) == [one.ids for one in whole.encode_batch(lines)]
