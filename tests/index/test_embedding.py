"""Encoding: prompts, batches, odd texts, and that torch stays out."""

import subprocess
import sys

import numpy as np
import pytest

from phapquy.config import Settings, load_settings
from phapquy.errors import ModelError
from phapquy.index import embedding
from phapquy.index.embedding import Encoder
from phapquy.index.model import manifest

QUESTIONS = ["Ai cho phép mở chợ phiên ở làng Mây?", "Hồ sơ nộp ở đâu?"]
PASSAGES = [
    "Trưởng làng cho phép mở chợ phiên và thu phí chỗ ngồi.",
    "Chợ.",
    "Hội đồng làng bàn việc trồng cây bóng mát hai bên đường, cử người chăm cây và báo cho dân biết. " * 6,
    "Người nộp hồ sơ nhận giấy hẹn trong ngày.",
    "Phí chỗ ngồi là 5.000 đồng một ngày, người già và trẻ em không phải nộp. " * 3,
]


@pytest.fixture(scope="module")
def encoder():
    try:
        return Encoder.load(load_settings())
    except ModelError as error:
        pytest.skip(f"the embedding model is not installed: {error}")


def test_batches_hold_every_index_once_within_the_bound():
    lengths = [5, 300, 12, 12, 80, 512, 7, 1]
    batches = list(embedding._batches(lengths, 512))
    assert sorted(index for batch in batches for index in batch) == list(range(len(lengths)))
    assert all(len(batch) == 1 or len(batch) * max(lengths[i] for i in batch) <= 512 for batch in batches)


def test_no_texts_make_no_batches():
    assert list(embedding._batches([], 512)) == []


def test_blanks_composition_and_lone_surrogates_are_cleaned():
    assert embedding._clean("  xa\u0303\n\t hội \ud800 ") == "xã hội ?"


def test_a_missing_model_names_the_command(tmp_path):
    with pytest.raises(ModelError, match="phapquy model install"):
        Encoder.load(Settings(home=tmp_path, model_dir=tmp_path))


def test_a_graph_that_cannot_be_read_is_a_model_error(tmp_path):
    (tmp_path / manifest.SENTENCE_FOLDER).mkdir()
    (tmp_path / manifest.TOKENIZER).write_text("{}")
    (tmp_path / manifest.GRAPH).write_bytes(b"nothing")
    files = {manifest.TOKENIZER: manifest.ModelFile(size=2, sha256="0" * 64)}
    facts = manifest.ModelManifest.model_construct(name="thử", max_tokens=8, files=files)
    with pytest.raises(ModelError, match="--force"):
        Encoder(tmp_path, facts)


@pytest.mark.model
def test_encoding_never_imports_torch_or_transformers():
    code = (
        "import sys; from phapquy.config import load_settings; from phapquy.index.embedding import Encoder;"
        "from phapquy.errors import ModelError\n"
        "try:\n    Encoder.load(load_settings()).encode_queries(['xã'])\n"
        "except ModelError:\n    print('missing')\n"
        "print(sorted({'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    if "missing" in out:
        pytest.skip("the embedding model is not installed: phapquy model install")
    assert out.strip() == "[]"


@pytest.mark.model
def test_vectors_have_unit_length_and_the_right_shape(encoder):
    vectors = encoder.encode_queries(QUESTIONS)
    assert vectors.shape == (2, encoder.dimension)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)


@pytest.mark.model
def test_questions_and_passages_are_prompted_differently(encoder):
    assert encoder.encode_queries(QUESTIONS)[0] @ encoder.encode_passages(QUESTIONS)[0] < 0.999


@pytest.mark.model
def test_a_question_is_nearest_to_the_passage_that_answers_it(encoder):
    scores = encoder.encode_queries(QUESTIONS) @ encoder.encode_passages(PASSAGES).T
    assert scores.argmax(axis=1).tolist() == [0, 3]


@pytest.mark.model
def test_a_vector_hardly_depends_on_its_batch(encoder):
    together = encoder.encode_passages(PASSAGES)
    alone = np.vstack([encoder.encode_passages([text]) for text in PASSAGES])
    assert ((together * alone).sum(axis=1) > 0.99).all()


@pytest.mark.model
def test_the_same_call_gives_the_same_vectors(encoder):
    assert np.array_equal(encoder.encode_passages(PASSAGES), encoder.encode_passages(PASSAGES))


@pytest.mark.model
def test_composed_and_decomposed_text_are_the_same(encoder):
    assert np.array_equal(encoder.encode_queries(["Xã hội"]), encoder.encode_queries(["Xa\u0303 ho\u0323\u0302i"]))


@pytest.mark.model
@pytest.mark.parametrize("text", ["", " ", "a" * 100_000, "chợ " * 25_000, "\x00\x07\ud800", "</s> <pad> <s>", "𝔘🙂"])
def test_no_text_breaks_the_encoder(encoder, text):
    vector = encoder.encode_passages([text])
    assert np.isfinite(vector).all()
    assert encoder.window_of(text) <= encoder.max_tokens


@pytest.mark.model
def test_no_texts_give_no_vectors(encoder):
    assert encoder.encode_passages([]).shape == (0, encoder.dimension)


@pytest.mark.model
def test_count_tokens_counts_beyond_the_window_and_spans_cover_the_words(encoder):
    text = "chợ phiên " * 2000
    assert encoder.count_tokens(text) >= 4000
    short = "Làng Mây mở chợ"
    spans = encoder.token_spans(short)
    assert len(spans) == encoder.count_tokens(short)
    assert spans[-1][1] == len(short)
    assert max(end for _, end in encoder.token_spans(text)) >= len(text) - 1


@pytest.mark.model
def test_text_that_fills_the_room_is_not_cut(encoder):
    text = "chợ " * encoder.passage_room()
    while encoder.count_tokens(text) > encoder.passage_room():
        text = text[:-4]
    assert encoder.window_of(text) == encoder.count_tokens(text) + encoder.max_tokens - encoder.passage_room()


@pytest.mark.model
def test_progress_counts_every_passage_once(encoder):
    seen = []
    encoder.encode_passages(PASSAGES, batch_tokens=64, progress=seen.append)
    assert sum(seen) == len(PASSAGES)


@pytest.mark.model
def test_the_llama_index_adapter_uses_the_two_prompts(encoder):
    from phapquy.index.llama_embedding import PassageEmbedding

    adapter = PassageEmbedding(encoder)
    held = adapter.get_text_embedding_batch(PASSAGES)
    assert np.allclose(held, encoder.encode_passages(PASSAGES), atol=1e-6)
    assert np.allclose(adapter.get_query_embedding(QUESTIONS[0]), encoder.encode_queries(QUESTIONS[:1])[0], atol=1e-6)
