import pytest

from phapquy.app.marks import cited_spans


@pytest.mark.parametrize(
    ("quote", "sentence", "marked"),
    [
        # the number of the point and the last mark are not quoted
        ("b) Đặt tên cho từng chú đom đóm;", "Theo điểm b: “Đặt tên cho từng chú đom đóm”.", ["Đặt tên cho từng chú đom đóm"]),
        # a sentence runs on where the law begins a new line
        ("1. Thắp đèn ở ao:\na) đêm không trăng;", "“Thắp đèn ở ao: a) đêm không trăng”", ["Thắp đèn ở ao:\na) đêm không trăng"]),
        # a capital where the law has none
        ("việc này do xã quyết định.", "“Việc này do xã quyết định”", ["việc này do xã quyết định"]),
        # a cut quotation
        ("Hội đồng xã chọn bờ ao để thắp đèn.", "“Hội đồng xã chọn bờ ao …”", ["Hội đồng xã chọn bờ ao"]),
        # a short name is no quotation, and other words are not there
        ("Phiếu hẹn, phiếu hẹn.", "“Phiếu hẹn” và “những chữ không có ở đây”", []),
        ("", "“Đặt tên cho từng chú đom đóm”", []),
    ],
)  # fmt: skip
def test_the_words_a_sentence_quotes_are_found_in_the_clause(quote, sentence, marked):
    assert [quote[start:end] for start, end in cited_spans(quote, [sentence])] == marked
