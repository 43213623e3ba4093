"""Ranking the provisions of the invented corpus."""

from datetime import date

import numpy as np
import pytest

from phapquy.index.build import build
from phapquy.index.snapshot import Snapshot
from phapquy.search.question import read_question
from phapquy.search.retriever import Retriever
from tests.conftest import FakeEncoder, make_home, stand_in

DAY = date(2092, 1, 1)
LAW, DECREE = "luat-7-2090-qhdd", "nd-8-2090-nd-dd"


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    stand_in(patch)
    settings = make_home(tmp_path_factory.mktemp("tim"))
    build(settings)
    yield Snapshot.open(settings)
    patch.undo()


@pytest.fixture(scope="module")
def find(snapshot):
    retriever = Retriever(snapshot, FakeEncoder())

    def search(text, day=DAY, **more):
        return retriever.search(read_question(text, snapshot.restorer, 2000), day, **more)

    return search


def ids(result):
    return [str(hit.id) for hit in result.hits]


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("thắp đèn lồng ở bến sông mùa nước cạn", f"{LAW}/2/1"),
        ("thap den long o ben song mua nuoc can", f"{LAW}/2/1"),
        ("trồng hàng liễu ven đường làng", f"{LAW}/2/2/a"),
        ("giấy phép nuôi đom đóm", f"{LAW}/3/2"),
        ("kiểm tra dầu đèn mỗi tuần", f"{DECREE}/1/2"),
    ],
)
def test_the_clause_that_says_it_comes_first(find, question, best):
    assert ids(find(question))[0] == best


def test_a_clause_is_found_by_its_plain_words_and_one_found_by_both_comes_first(tmp_path, monkeypatch):
    stand_in(monkeypatch)
    home = make_home(tmp_path)
    asked = "nhà nào được đốt nến ngoài bờ nước"
    home.plain_dir.mkdir(parents=True)
    (home.plain_dir / f"{LAW}.toml").write_text(
        '[[provision]]\nid = "2/1"\nplain = "Ai được đốt nến ngoài bờ nước."\nask = ["đốt nến ngoài bờ"]\n', "utf-8"
    )
    build(home)
    made = Snapshot.open(home)
    result = Retriever(made, FakeEncoder()).search(read_question(asked, made.restorer, 2000), DAY)
    assert ids(result)[0] == f"{LAW}/2/1"
    assert len(ids(result)) == len(set(ids(result))), "a provision is one hit, however many passages lead to it"
    assert made.plain.any()


def test_only_the_documents_asked_for_are_searched(find):
    result = find("thắp đèn lồng", documents=[DECREE])
    assert result.hits
    assert {hit.id.slug for hit in result.hits} == {DECREE}


def test_a_document_that_is_not_held_gives_no_hits(find):
    assert find("thắp đèn lồng", documents=["luat-khong-co"]).hits == ()


def test_only_provisions_in_force_on_the_day_are_ranked(find):
    before, after = find("thắp đèn lồng", date(2090, 12, 31)), find("thắp đèn lồng", date(2091, 1, 1))
    assert {hit.id.slug for hit in before.hits} == {LAW}
    assert DECREE in {hit.id.slug for hit in after.hits}
    assert find("thắp đèn lồng", date(1900, 1, 1)).hits == ()


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_there_are_do_no_harm(find, day):
    assert isinstance(find("thắp đèn lồng", day).hits, tuple)


def test_each_provision_is_ranked_once_best_first_and_as_many_as_asked_for(find):
    result = find("đèn lồng bến sông thác nước", limit=3)
    scores = [hit.score for hit in result.hits]
    assert len(set(ids(result))) == len(result.hits) == 3
    assert scores == sorted(scores, reverse=True)
    assert ids(find("đèn lồng bến sông thác nước", limit=1)) == ids(result)[:1]


def test_the_order_is_the_same_every_time(find):
    first, second = (find("đèn lồng ở bến sông") for _ in range(2))
    assert [(str(hit.id), hit.score, hit.signals) for hit in first.hits] == [
        (str(hit.id), hit.score, hit.signals) for hit in second.hits
    ]


def test_words_the_corpus_does_not_know_give_no_lexical_score(find):
    result = find("xyzzy plugh qwerty")
    assert [result.best[view] for view in ("folded", "marked", "words")] == [0.0, 0.0, 0.0]


def test_unknown_words_that_are_near_to_nothing_give_no_hits(snapshot):
    class Blank(FakeEncoder):
        def encode_queries(self, texts):
            return np.eye(1, self.dimension, dtype=np.float32).repeat(len(texts), 0) * 0.0

    question = read_question("xyzzy plugh qwerty", snapshot.restorer, 2000)
    assert Retriever(snapshot, Blank()).search(question, DAY).hits == ()


def test_every_hit_tells_what_each_signal_gave(find):
    for hit in find("thắp đèn lồng").hits:
        assert set(hit.signals) == {"folded", "marked", "words", "body", "title"}
        assert all(0.0 <= value <= 1.0 for value in hit.signals.values())


def test_the_trace_tells_the_terms_and_how_much_was_searched(find):
    result = find("thắp đèn lồng", date(2090, 12, 31))
    assert "đèn" in result.trace["terms"]["marked"]
    assert 0 < result.trace["in_force"] < result.trace["passages"]
    assert set(result.timings_ms) == {"lexical", "dense", "fusion"}


def test_asking_by_many_days_does_not_fill_the_memory(snapshot):
    retriever = Retriever(snapshot, FakeEncoder())
    question = read_question("thắp đèn lồng", snapshot.restorer, 2000)
    for year in range(2000, 2100):
        retriever.search(question, date(year, 1, 1), 1)
    assert len(retriever._in_force) <= 40
