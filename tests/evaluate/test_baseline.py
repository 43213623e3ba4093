from phapquy.evaluate.baseline import Bm25Ranking, bm25_figures, tokens
from phapquy.evaluate.baseline_llamaindex import chunk_figures, llamaindex_figures, provisions_in
from phapquy.law.structure import parse


def test_tokens_are_folded_and_keep_single_characters():
    assert tokens("Điểm đ, Điều 1") == ["diem", "d", "dieu", "1", "diem d", "d dieu", "dieu 1"]


def test_a_question_without_diacritics_finds_the_provision(stored):
    found = Bm25Ranking(stored.items()).rank("gio thap", limit=3)
    assert found[0].id == "luat-hai-dang/1/2/b"
    assert len(found) <= 3


def test_nothing_in_common_and_an_empty_store_find_nothing(stored):
    assert Bm25Ranking(stored.items()).rank("zzz") == ()
    assert Bm25Ranking(()).rank("đèn") == ()


def test_the_figures_judge_only_questions_that_need_a_basis(stored, cases):
    assert 0.0 <= bm25_figures(stored.items(), cases)["mrr_dieu@10"] <= 1.0


STATUTE = (
    "Điều 1. Đèn\n1. Đèn đỏ thắp lúc chiều.\n2. Đèn xanh thắp lúc sáng.\nĐiều 2. Còi\n1. Còi kéo khi có sương mù.\n"
)


def test_a_chunk_finds_every_provision_it_overlaps():
    document = parse("luat-hai-dang", STATUTE)
    assert provisions_in(document, STATUTE.index("Đèn xanh"), STATUTE.index("Còi kéo")) == [
        "luat-hai-dang/1/2",
        "luat-hai-dang/2",
        "luat-hai-dang/2/1",
    ]
    assert provisions_in(document, None, None) == []


def test_the_figures_of_chunks_are_those_of_the_best_chunk_first(cases):
    figures = chunk_figures(cases[2:], [[["luat-hai-dang/1"], ["luat-hai-dang/2", "nd-sua-den/3"]]])
    assert figures["all_dieu@1"] == 0.0
    assert figures["all_dieu@5"] == 1.0
    assert figures["mrr_khoan@10"] == 0.5
    assert chunk_figures((), ()) == {}


def test_llamaindex_runs_with_its_defaults_and_no_language_model(cases):
    from llama_index.core.embeddings import MockEmbedding

    documents = [parse("luat-hai-dang", STATUTE), parse("nd-sua-den", "Điều 3. Sửa đổi\n1. Đèn vàng.\n")]
    figures = llamaindex_figures(documents, cases, MockEmbedding(embed_dim=4))
    assert figures["all_dieu@20"] == 1.0
