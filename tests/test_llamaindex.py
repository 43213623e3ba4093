"""The LlamaIndex retriever over the invented corpus gives verbatim nodes that say where they stand."""

from datetime import date

import pytest
from llama_index.core.base.base_retriever import BaseRetriever

from phapquy.assistant import KnowledgeBase
from phapquy.index.build import build
from phapquy.llamaindex import ProvisionRetriever
from tests.conftest import make_home, stand_in

DAY = date(2092, 1, 1)
QUESTION = "Ai quyết định thắp đèn lồng ở bến sông mùa nước cạn?"


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    stand_in(patch)
    settings = make_home(tmp_path_factory.mktemp("llama"))
    build(settings)
    yield KnowledgeBase.open(settings)
    patch.undo()


def test_it_is_a_retriever_of_llamaindex(kb):
    assert isinstance(ProvisionRetriever(kb), BaseRetriever)


def test_nodes_come_in_the_order_of_the_search_with_its_scores(kb):
    nodes = ProvisionRetriever(kb, as_of=DAY, limit=5).retrieve(QUESTION)
    hits = kb.search(QUESTION, DAY, 5).hits
    assert [(one.node.node_id, one.score) for one in nodes] == [(str(hit.id), hit.score) for hit in hits]
    assert nodes[0].node.node_id == "luat-7-2090-qhdd/2/1"


def test_a_node_holds_the_verbatim_text_of_its_provision(kb):
    for one in ProvisionRetriever(kb, as_of=DAY).retrieve(QUESTION):
        assert one.node.text.strip()
        assert one.node.text in kb.source_text(one.node.node_id)


def test_a_node_says_where_it_stands(kb):
    node = ProvisionRetriever(kb, as_of=DAY).retrieve(QUESTION)[0].node
    article = kb.article(node.node_id, DAY)
    assert node.metadata["id"] == "luat-7-2090-qhdd/2/1"
    assert node.metadata["label"].startswith("khoản 1 Điều 2")
    assert article.text[node.start_char_idx : node.end_char_idx] == node.text


def test_only_the_law_of_the_day_is_retrieved(kb):
    nodes = ProvisionRetriever(kb, as_of=date(2090, 8, 1)).retrieve("giờ thắp đèn lồng")
    assert {one.node.node_id.split("/")[0] for one in nodes} == {"luat-7-2090-qhdd"}


def test_the_limit_is_kept(kb):
    assert len(ProvisionRetriever(kb, as_of=DAY, limit=2).retrieve(QUESTION)) == 2
