"""Quotations: verbatim, the same words spelled otherwise, or others; and whose they are."""

from __future__ import annotations

import pytest

from tests.checking.conftest import AFTER, LAW

CITED = "Theo khoản 1 Điều 1 Luật Bến đò: “{}”."
TRUE = "Hội đồng nhân dân xã quyết định giờ thắp đèn ở bến đò trong thời hạn 12 ngày làm việc."


def verdicts(report):
    return [quote.verdict.value for quote in report.quotes]


def only(report):
    (quote,) = report.quotes
    return quote


@pytest.mark.parametrize(
    ("quoted", "verdict"),
    [
        # verbatim but for white space, footnote marks of the writer and Unicode form
        (TRUE, "verified"),
        ("quyết định giờ  thắp đèn\nở bến đò", "verified"),
        ("quyết định giờ[3] thắp đèn ở bến đò", "verified"),
        ("quyết định giờ thắp đèn ở bến đò".replace("ế", "e\u0302\u0301"), "verified"),
        # case, punctuation, tone placement, missing marks, an ellipsis, a slip of the keyboard
        ("Quyết định giờ thắp đèn ở bến đò", "repaired"),
        ("quyết định giờ thắp đèn, ở bến đò", "repaired"),
        ("quyết định giờ thắp đèn ở bến đò;", "repaired"),
        ("Hoi dong nhan dan xa quyet dinh gio thap den", "repaired"),
        ("quyet dinh gio thap den o ben do trong thoi han 12 ngay", "repaired"),
        ("Hội đồng nhân dân xã … trong thời hạn 12 ngày làm việc", "repaired"),
        ("Hội đồng nhân dân xã quyếtt định giờ thắp đèn ở bến đò", "repaired"),
        # a number, an organ, a level, a word changed, added or left out
        (TRUE.replace("12", "15"), "not_verified"),
        (TRUE.replace("12", "1,2"), "not_verified"),
        (TRUE.replace("xã", "tỉnh"), "not_verified"),
        (TRUE.replace("Hội đồng", "Ủy ban"), "not_verified"),
        (TRUE.replace("quyết định", "không quyết định"), "not_verified"),
        (TRUE.replace("ở bến đò ", ""), "not_verified"),
        (TRUE.replace("giờ", "gió"), "not_verified"),
    ],
)
def test_quoted_words_are_held_against_the_cited_clause(check, quoted, verdict):
    assert verdicts(check(CITED.format(quoted))) == [verdict]


@pytest.mark.parametrize(
    ("quoted", "path", "verdict"),
    [
        ("Không được cấm trẻ em xem thuyền rồng", "b khoản 2", "verified"),
        ("được cấm trẻ em xem thuyền rồng", "b khoản 2", "not_verified"),
        ("cấm trẻ em xem thuyền rồng", "b khoản 2", "not_verified"),
        ("trẻ em xem thuyền rồng", "b khoản 2", "not_verified"),
        ("Hoà giải chuyện va chạm giữa hai con thuyền", "đ khoản 2", "repaired"),
        ("Trong việc chèo thuyền … cấm trẻ em xem thuyền rồng", "b khoản 2", "not_verified"),
    ],
)
def test_a_negation_is_never_cut_off(check, quoted, path, verdict):
    assert verdicts(check(f"Điểm {path} Điều 1 Luật Bến đò: “{quoted}”")) == [verdict]


def test_a_negation_that_the_writer_says_himself_is_not_cut_off(check):
    text = "Theo điểm b khoản 2 Điều 1 Luật Bến đò thì không được “cấm trẻ em xem thuyền rồng”."
    assert verdicts(check(text)) == ["verified"]


def test_a_decimal_is_not_another_number(check):
    cited = "Khoản 3 Điều 1 Luật Bến đò: “được chở tối đa 5 người và {} tạ cá”"
    assert verdicts(check(cited.format("2,5"))) == ["verified"]
    assert verdicts(check(cited.format("25"))) == ["not_verified"]
    assert verdicts(check(cited.format("2.5"))) == ["not_verified"]
    assert verdicts(check(cited.format("2,50"))) == ["not_verified"]


def test_repaired_words_come_with_the_true_ones_cut_by_offset(check, library):
    quote = only(check(CITED.format("QUYẾT ĐỊNH giờ thắp đèn ở bến đò")))
    (true,) = quote.true_words
    assert true.text == "quyết định giờ thắp đèn ở bến đò"
    assert library.text("luat-5-2090-qhdd")[true.start : true.end] == true.text
    assert true.source == "luat-5-2090-qhdd/1/1"


def test_a_misquotation_shows_the_nearest_words_and_what_differs(check):
    quote = only(check(CITED.format(TRUE.replace("12", "15"))))
    assert "[-15-] {+12+}" in quote.differences
    assert "12 ngày" in quote.true_words[0].text


def test_the_right_words_of_the_wrong_clause_are_found_where_they_stand(check):
    quote = only(check("Khoản 3 Điều 1 Luật Bến đò: “Đặt tên cho các khúc sông có thuyền qua lại”."))
    assert (quote.verdict, quote.found_at) == ("not_verified", ("luat-5-2090-qhdd/1/2/a",))
    assert "điểm a khoản 2 Điều 1" in quote.reason
    quote = only(check("Nghị định số 6/2095/NĐ-DD: “Đặt tên cho các khúc sông có thuyền qua lại”.", AFTER))
    assert quote.found_at == ("luat-5-2090-qhdd/1/2/a",)


def test_a_quotation_of_a_clause_that_does_not_exist_is_not_verified(check):
    quote = only(check("Điều 9 Luật Bến đò: “Đặt tên cho các khúc sông có thuyền qua lại”."))
    assert (quote.verdict, quote.found_at) == ("not_verified", ("luat-5-2090-qhdd/1/2/a",))


def test_words_of_another_day_are_named_as_such(check):
    old, new = "Tổ gác đèn ghi sổ mỗi đêm trăng khuyết", "Tổ gác đèn ghi sổ mỗi sáng thứ hai đầu tháng"
    cited = "Khoản 1 Điều 2 Luật Bến đò: “{}”"
    assert verdicts(check(cited.format(old))) == verdicts(check(cited.format(new), AFTER)) == ["verified"]
    assert "lời văn cũ, chỉ áp dụng đến trước 01/06/2095" in only(check(cited.format(old), AFTER)).reason
    assert "chỉ có hiệu lực từ 01/06/2095" in only(check(cited.format(new))).reason
    assert only(check(cited.format(new), AFTER)).true_words[0].source == "nd-6-2095-nd-dd/1"


def test_words_that_lead_into_a_point_may_be_quoted_with_it(check):
    text = "“Trong việc chèo thuyền, Ủy ban nhân dân tỉnh: a) Đặt tên cho các khúc sông” (điểm a khoản 2 Điều 1 Luật Bến đò)"
    assert verdicts(check(text)) == ["verified"]


@pytest.mark.parametrize(
    "text",
    [
        "Theo khoản 1 Điều 2 Luật Bến đò, “{}”.",
        "Khoản 1 Điều 2 Luật Bến đò quy định:\n\n> “{}”",
        "“{}” (khoản 1 Điều 2 Luật Bến đò).",
        "Điều 1 nói khác. “{}” – khoản 1 Điều 2 Luật Bến đò",
        "> “{}”\n> — Khoản 1 Điều 2, Luật Bến đò",
        "«{}» được quy định tại khoản 1 Điều 2 Luật Bến đò",
        '"{}" theo khoản 1 Điều 2 Luật Bến đò',
        "Luật Bến đò quy định “{}”",
        # of several citations of the sentence the one whose words they are
        "Theo khoản 1 Điều 2 Luật Bến đò và Điều 1 Luật Bến đò: “{}”",
        # an answer between quotation marks as a whole is no quotation
        '"Trả lời: khoản 1 Điều 2 Luật Bến đò: “{}”. Hết."',
    ],
)
def test_a_quotation_belongs_to_the_citation_of_its_sentence(check, text):
    report = check(text.format("Tổ gác đèn ghi sổ mỗi đêm trăng khuyết"))
    assert verdicts(report) == ["verified"]
    assert report.quotations == ()


def test_a_citation_of_another_sentence_does_not_own_a_quotation(check):
    report = check("Xem Điều 1 Luật Bến đò. Người ta nói “đèn nhà ai nhà nấy rạng, thuyền ai nấy chèo”.")
    assert report.citations[0].quotes == ()
    assert report.quotations[0].verdict == "not_checked"
    assert report.ok


def test_a_quotation_without_a_citation_is_looked_for(check):
    quote = only(check("Người ta nói “Tổ gác đèn ghi sổ mỗi đêm trăng khuyết”."))
    assert (quote.verdict, quote.found_at) == ("verified", ("luat-5-2090-qhdd/2/1",))


def test_terms_between_marks_are_no_quotations(check):
    assert verdicts(check("Theo Điều 1 Luật Bến đò thì “bến đò” là “nơi đón khách”.")) == []


def test_a_quotation_with_an_unknown_citation_is_not_checked_but_its_place_is_told(check):
    quote = only(check("Khoản 8 Điều 7 nói: “Tổ gác đèn ghi sổ mỗi đêm trăng khuyết”."))
    assert (quote.verdict, quote.found_at) == ("not_checked", ("luat-5-2090-qhdd/2/1",))


def test_the_laws_own_references_are_not_the_writers(check):
    clause = next(line for line in LAW.split("\n") if line.startswith("Luật này"))
    report = check(f"Điều 3 Luật Bến đò: “{clause}”")
    assert len(report.citations) == 1
    assert verdicts(report) == ["verified"]
