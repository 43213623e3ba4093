import pytest

from phapquy.evaluate import citations
from phapquy.evaluate.citations import altered_quotes, cut, fabricated, precision, recall, unbacked_statements

GROUPS = (("luat-hai-dang/1/2/b", "luat-hai-dang/1/1"), ("luat-hai-dang/2",))


@pytest.mark.parametrize(
    ("depth", "expected"),
    [("diem", "luat-x/5/2/a"), ("khoan", "luat-x/5/2"), ("dieu", "luat-x/5")],
)
def test_an_id_is_cut_to_a_depth(depth, expected):
    assert cut("luat-x/5/2/a", depth) == expected
    assert cut("luat-x/5", depth) == "luat-x/5"


def test_every_group_must_be_met_by_any_one_of_its_ids(answer, citation):
    one = answer(citations=[citation("luat-hai-dang/1/1")])
    assert recall(GROUPS, one, "diem") == 0.5
    both = answer(citations=[citation("luat-hai-dang/1/1"), citation("luat-hai-dang/2")])
    assert recall(GROUPS, both, "diem") == 1.0
    assert recall((), both, "diem") is None


def test_deeper_or_higher_is_not_the_same_id_but_the_same_article(answer, citation):
    given = answer(citations=[citation("luat-hai-dang/1/2/a")])
    assert recall(GROUPS[:1], given, "diem") == 0.0
    assert recall(GROUPS[:1], given, "khoan") == 1.0
    higher = answer(citations=[citation("luat-hai-dang/1")])
    assert recall(GROUPS[:1], higher, "khoan") == 0.0
    assert recall(GROUPS[:1], higher, "dieu") == 1.0


def test_via_and_amending_ids_count_with_their_citation(answer, citation):
    given = answer(citations=[citation("nd-sua-den/3", via=["luat-hai-dang/2"], amended_by=["luat-hai-dang/1/1"])])
    assert recall(GROUPS, given, "diem") == 1.0
    assert precision(GROUPS, given, "diem") == 1.0


def test_only_basis_citations_count_as_cited(answer, citation):
    given = answer(citations=[citation("luat-hai-dang/2", role="contrast")])
    assert recall(GROUPS, given, "diem") == 0.0
    assert precision(GROUPS, given, "diem") is None


def test_citations_no_group_lists_lower_precision(answer, citation):
    given = answer(citations=[citation("luat-hai-dang/2"), citation("nd-sua-den/3")])
    assert precision(GROUPS, given, "diem") == 0.5


def test_made_up_ids_are_found_wherever_they_stand(answer, citation, good_base):
    given = answer(
        citations=[
            citation("luat-hai-dang/9", via=["luat-hai-dang/1"], role="related"),
            citation("luat-hai-dang/1", amended_by=["nd-sua-den/99"], quote_from="nd-sua-den/98"),
            citation("có dấu cách"),
        ],
        statements=[{"text": "…", "citations": ["luat-hai-dang/77"]}],
    )
    wrong = ("luat-hai-dang/9", "nd-sua-den/99", "nd-sua-den/98", "có dấu cách", "luat-hai-dang/77")
    assert fabricated(given, good_base.exists) == wrong


def test_a_quote_must_be_a_slice_of_the_text_it_names(answer, citation, good_base):
    given = answer(
        citations=[
            citation("luat-hai-dang/1", "Đèn xanh do hội quyết định"),
            citation("luat-hai-dang/1/1", "Sửa đổi khoản 1", quote_from="nd-sua-den/3"),
            citation("luat-hai-dang/1/2/a", "Lời tóm lược", text_kind="digest"),
        ]
    )
    assert altered_quotes(given, good_base.source_text) == ()


@pytest.mark.parametrize("quote", ["Đèn đỏ do hội quyết định", "đèn xanh do hội", "Đèn xanh … hội", " "])
def test_a_changed_word_case_gap_or_empty_quote_is_not_verbatim(answer, citation, good_base, quote):
    given = answer(citations=[citation("luat-hai-dang/1", quote)])
    assert altered_quotes(given, good_base.source_text) == ("luat-hai-dang/1",)


def test_a_quote_of_nothing_stored_is_not_verbatim(answer, citation, good_base):
    given = answer(citations=[citation("luat-hai-dang/9", "Điều"), {"quote": "Điều"}])
    assert altered_quotes(given, good_base.source_text) == ("luat-hai-dang/9", "")


def test_a_statement_without_a_shown_citation_is_counted(answer, citation):
    given = answer(
        statements=[{"text": "a", "citations": []}, {"text": "b", "citations": ["luat-hai-dang/2"]}],
        citations=[citation("luat-hai-dang/2")],
    )
    assert unbacked_statements(given) == 1
    assert unbacked_statements(given | {"outcome": "not_found"}) == 0


def test_depths_run_from_the_point_to_the_article():
    assert list(citations.DEPTHS) == ["diem", "khoan", "dieu"]
