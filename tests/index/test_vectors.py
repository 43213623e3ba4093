"""The vector index: exact search, filtering beforehand, and refusing damaged files."""

import numpy as np
import pytest

from phapquy.errors import SnapshotError
from phapquy.index.vectors import VectorIndex

DIMENSION, COUNT = 16, 60


@pytest.fixture
def vectors():
    rows = np.random.default_rng(7).standard_normal((COUNT, DIMENSION)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture
def ids():
    return np.arange(COUNT, dtype=np.int64) * 3 + 100


@pytest.fixture
def index(ids, vectors):
    return VectorIndex.build(ids, vectors)


def test_search_is_exact_and_best_first(index, ids, vectors):
    found, scores = index.search(vectors[5], 10)
    expected = vectors @ vectors[5]
    order = np.argsort(-expected)[:10]
    assert found.tolist() == ids[order].tolist()
    assert np.allclose(scores, expected[order], atol=1e-5)


def test_search_among_allowed_ids_is_the_search_of_those_alone(index, ids, vectors):
    allowed = ids[10:40:3]
    found, _ = index.search(vectors[5], 4, allowed)
    best = np.argsort(-(vectors[10:40:3] @ vectors[5]))[:4]
    assert found.tolist() == allowed[best].tolist()


def test_ids_beyond_the_bitmap_are_filtered_too(vectors):
    ids = np.arange(COUNT, dtype=np.int64) + (1 << 40)
    index = VectorIndex.build(ids, vectors)
    assert index.search(vectors[0], 99, ids[7:9])[0].tolist() != []
    assert set(index.search(vectors[0], 99, ids[7:9])[0].tolist()) == set(ids[7:9].tolist())


def test_fewer_than_k_come_back_without_padding(index, ids, vectors):
    assert len(index.search(vectors[0], 50, ids[:3])[0]) == 3
    assert len(index.search(vectors[0], 500)[0]) == COUNT


def test_allowed_ids_that_are_not_stored_are_never_found(index, vectors):
    found, scores = index.search(vectors[0], 5, np.array([1, 2, 100], np.int64))
    assert found.tolist() == [100]
    assert len(scores) == 1


def test_nothing_allowed_finds_nothing(index, vectors):
    assert index.search(vectors[0], 5, np.empty(0, np.int64))[0].size == 0
    assert index.search(vectors[0], 0)[0].size == 0


def test_a_vector_comes_back_under_its_id(index, ids, vectors):
    assert np.allclose(index.reconstruct(int(ids[9])), vectors[9])
    with pytest.raises(KeyError):
        index.reconstruct(1)


def test_a_saved_index_loads_and_answers_the_same(index, vectors, tmp_path):
    index.save(tmp_path / "body.faiss")
    again = VectorIndex.load(tmp_path / "body.faiss", DIMENSION, COUNT)
    assert again.search(vectors[3], 5)[0].tolist() == index.search(vectors[3], 5)[0].tolist()


def test_an_empty_index_is_saved_loaded_and_finds_nothing(vectors, tmp_path):
    empty = VectorIndex.build(np.empty(0, np.int64), np.empty((0, DIMENSION), np.float32))
    empty.save(tmp_path / "e.faiss")
    assert VectorIndex.load(tmp_path / "e.faiss", DIMENSION, 0).search(vectors[0], 3)[0].size == 0


def test_a_file_cut_anywhere_is_a_snapshot_error(index, tmp_path):
    path = tmp_path / "body.faiss"
    index.save(path)
    whole = path.read_bytes()
    for size in (0, 3, 4, 20, 50, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:size])
        with pytest.raises(SnapshotError, match="phapquy build"):
            VectorIndex.load(path, DIMENSION, COUNT)


def test_a_missing_file_is_a_snapshot_error(tmp_path):
    with pytest.raises(SnapshotError):
        VectorIndex.load(tmp_path / "none.faiss", DIMENSION, COUNT)


@pytest.mark.parametrize(("dimension", "count"), [(DIMENSION + 1, COUNT), (DIMENSION, COUNT - 1)])
def test_another_dimension_or_count_is_a_snapshot_error(index, tmp_path, dimension, count):
    index.save(tmp_path / "body.faiss")
    with pytest.raises(SnapshotError, match="cần"):
        VectorIndex.load(tmp_path / "body.faiss", dimension, count)


def test_ids_and_vectors_must_agree(ids, vectors):
    with pytest.raises(ValueError, match="one id per vector"):
        VectorIndex.build(ids[:-1], vectors)
    with pytest.raises(ValueError, match="unique"):
        VectorIndex.build(np.zeros(COUNT, np.int64), vectors)
    with pytest.raises(ValueError, match="finite"):
        VectorIndex.build(ids, np.full_like(vectors, np.nan))


def test_a_query_of_another_dimension_is_refused(index):
    with pytest.raises(ValueError, match="dimension"):
        index.search(np.zeros(3, np.float32), 5)


def test_some_rows_come_back_as_they_were_stored(index, ids, vectors):
    assert np.allclose(index.rows([int(ids[7]), int(ids[2])]), vectors[[7, 2]])
    assert index.rows([]).shape == (0, DIMENSION)
    with pytest.raises(KeyError):
        index.rows([1])


def test_a_path_with_letters_of_its_own_is_read(index, tmp_path):
    path = tmp_path / "chỉ mục ă.faiss"
    index.save(path)
    assert len(VectorIndex.load(path, DIMENSION, COUNT)) == COUNT
