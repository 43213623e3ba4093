from datetime import date

import pytest

from phapquy.answer.model import Holder, Role, Statement
from phapquy.app.card import answer_view, choice_question
from phapquy.app.view import (
    clause_address,
    coverage_words,
    place_words,
    quality_words,
    safe_url,
    validity_words,
)
from tests.app.fireflies import SLUG, answer, citation, not_found


def test_what_the_answer_stands_on_is_numbered_first():
    view = answer_view(answer("?"))
    assert [(item.number, item.role_words) for item in view.citations] == [(1, "Căn cứ"), (2, "Đối chiếu")]
    assert [item.number for item in view.sentences[1].citations] == [2, 1]


def test_a_sentence_that_cites_an_unlisted_clause_shows_no_number_for_it():
    view = answer_view(answer("?", citations=(citation("7/2", "…", Role.BASIS),)))
    assert [len(sentence.citations) for sentence in view.sentences] == [0, 1]


@pytest.mark.parametrize(
    ("typed", "understood", "shown"),
    [
        ("Ai thắp đèn?", "ai  thắp đèn", ""),
        ("ai thap den", "Ai thắp đèn?", "Ai thắp đèn?"),
        ("HĐND xã", "Hội đồng nhân dân cấp xã", "Hội đồng nhân dân cấp xã"),
    ],
)
def test_the_understood_question_is_shown_only_when_it_differs(typed, understood, shown):
    assert answer_view(answer(typed, understood_as=understood)).understood == shown


def test_the_terms_that_words_were_taken_for_stand_apart_from_the_question():
    view = answer_view(answer("ai thap den", understood_as="Ai thắp đèn? (“thắp đèn” là thắp sáng; “đèn” là đèn lồng)"))
    assert view.understood == "Ai thắp đèn?"
    assert view.meant == ("“thắp đèn” là thắp sáng", "“đèn” là đèn lồng")
    unchanged = answer_view(answer("Ai thắp đèn?", understood_as="Ai thắp đèn? (“thắp đèn” là thắp sáng)"))
    assert (unchanged.understood, unchanged.meant) == ("", ("“thắp đèn” là thắp sáng",))


def test_yes_and_no_are_read_off_the_sentence_that_answers_first():
    said = {
        words: answer_view(answer("?", statements=(Statement(words, ()),))).verdict
        for words in ("Có. Việc này thuộc xã.", "Không. Việc này thuộc tỉnh.", "Có nhiều cách làm.", "Không ai làm.")
    }
    assert list(said.values()) == ["Có", "Không", "", ""]


def test_a_role_is_said_once_for_organs_that_share_it():
    organs = (Holder("A", "xa", "quyết định"), Holder("B", "xa", "quyết định"), Holder("C", "xa", "cho ý kiến"))
    roles = [one.role for one in answer_view(answer("?", holders=organs)).holders]
    assert roles == ["Có thẩm quyền quyết định", "", "Cho ý kiến"]


def test_a_clause_links_to_its_place_on_the_page_of_its_document_as_of_the_day():
    view = answer_view(answer("?", as_of=date(2030, 3, 1)))
    assert view.citations[0].address == f"/van-ban/{SLUG}?ngay=01%2F03%2F2030#d7-k1-b"
    assert clause_address('"><script>', date(2030, 3, 1)) == ""


def test_a_refusal_says_what_the_corpus_covers_and_an_answer_does_not():
    assert "4 văn bản" in answer_view(not_found("thuế", date(2030, 3, 1))).covered
    assert answer_view(answer("?")).covered == ""


@pytest.mark.parametrize(
    ("start", "end", "in_force", "words"),
    [
        (date(2025, 7, 1), None, True, "Có hiệu lực từ 01/07/2025"),
        # the first day no longer in force is stored, the last day in force is shown
        (date(2025, 7, 1), date(2027, 3, 1), True, "Có hiệu lực từ 01/07/2025 đến hết 28/02/2027"),
        (None, date(2027, 3, 1), True, "Có hiệu lực đến hết 28/02/2027"),
        (None, None, True, "Đang có hiệu lực"),
        (date(2031, 1, 1), None, False, "Chưa có hiệu lực (từ 01/01/2031)"),
        (date(2025, 1, 1), date(2026, 1, 1), False, "Đã hết hiệu lực từ 01/01/2026"),
        (date(2025, 1, 1), None, False, "Không có hiệu lực tại ngày này"),
        (None, None, False, "Không có hiệu lực tại ngày này"),
    ],
)
def test_the_time_in_force_is_put_into_words(start, end, in_force, words):
    assert validity_words(start, end, in_force=in_force, as_of=date(2030, 3, 1)) == words


@pytest.mark.parametrize(
    ("identity", "words"),
    [
        (f"{SLUG}/7/1/b", f"điểm b khoản 1 Điều 7, văn bản {SLUG}"),
        (f"{SLUG}/12a", f"Điều 12a, văn bản {SLUG}"),
        (f"{SLUG}/pl1", f"Phụ lục 1, văn bản {SLUG}"),
        (f"{SLUG}/ct12", f"Chú thích 12, văn bản {SLUG}"),
        (SLUG, SLUG),
        ("không phải mã", "không phải mã"),
    ],
)
def test_a_provision_id_is_put_into_words(identity, words):
    assert place_words(identity) == words


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", " https://x", "//x", ""])
def test_only_ordinary_web_addresses_become_links(url):
    assert safe_url(url) == ""


def test_an_ordinary_address_is_kept():
    assert safe_url("https://vanban.example/1") == "https://vanban.example/1"


def test_an_unknown_source_quality_is_shown_as_it_stands():
    assert quality_words("official") == "Nguồn chính thức"
    assert quality_words("chép tay") == "Nguồn: chép tay"


def test_every_source_quality_of_the_corpus_has_words():
    from phapquy.corpus.kinds import SourceQuality

    assert not [quality for quality in SourceQuality if quality_words(quality.value).startswith("Nguồn: ")]


def test_a_choice_that_is_only_a_fact_is_asked_with_the_first_question():
    assert choice_question("Ai thắp đèn?", "Cấp xã") == "Ai thắp đèn – Cấp xã"
    assert choice_question("Ai thắp đèn?", "Xã thắp đèn gì?") == "Xã thắp đèn gì?"


def test_large_numbers_are_grouped_the_vietnamese_way():
    assert coverage_words(1234, date(2030, 3, 1)) == "Kho văn bản: 1.234 văn bản, tính đến ngày 01/03/2030"


def test_the_clause_that_holds_the_wording_of_the_day_is_named_in_full():
    amended = citation("7/2", "…", Role.BASIS, quote_from="nd-9-2091/1", labels={"nd-9-2091/1": "Điều 1 Nghị định 9"})
    view = answer_view(answer("?", citations=(amended,)))
    assert view.citations[0].quote_note.endswith("lấy từ Điều 1 Nghị định 9")
