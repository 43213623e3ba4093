"""Whatever is pasted is read, in bounded time, and what is called verified is a slice of the law."""

from __future__ import annotations

import json
import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phapquy.checking.check import MAX_TEXT
from phapquy.errors import UsageError
from tests.checking.conftest import AFTER, DECREE, LAW

_PIECES = st.sampled_from(
    [*"ađ15;,.()“”\"«»*_>\n… ", " và ", "Điều ", "khoản ", "điểm ", " Luật này", "Luật Bến đò", " số 5/2090/QHDD", "NĐ 6",
     "k2 đ1 luật 5", "luat-5-2090-qhdd/1/2/a", "luat-5-", "-/1", "Điều 1 Luật Bến đò: ", "Tổ gác đèn ghi sổ mỗi đêm trăng khuyết",
     "Hội đồng nhân dân xã quyết định giờ thắp đèn", "Số: ", "LUẬT\n", "a\u0302\u0301", "\r\n", "\u200b", "[1]"]
)  # fmt: skip


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.text(), st.lists(_PIECES, max_size=40).map("".join)))
def test_any_text_is_checked(checker, library, text):
    report = checker.check(text, AFTER)
    json.dumps(report.to_json())
    spans = [(one.start, one.end) for one in report.citations]
    assert all(0 <= start < end <= len(report.text) for start, end in spans)
    assert all(one[1] <= after[0] for one, after in pairwise(spans))
    for quote in report.quotes:
        assert 0 <= quote.start < quote.end <= len(report.text)
        for true in quote.true_words:
            assert library.text(true.source.split("/")[0])[true.start : true.end] == true.text
        if quote.verdict == "verified":
            cut = "".join("".join(one.text for one in quote.true_words).split())
            assert "".join(quote.words.replace("[1]", "").split()) == cut


@given(st.data())
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_every_slice_of_a_clause_is_verified_and_every_changed_number_is_not(checker, data):
    line = data.draw(st.sampled_from([one for one in LAW.split("\n") if "thắp đèn ở" in one or "tạ cá" in one]))
    words = line.split()
    start = data.draw(st.integers(0, len(words) - 6))
    end = data.draw(st.integers(start + 5, len(words)))
    quoted = " ".join(words[start:end])
    cited = f"Điều 1 Luật Bến đò: “{quoted}”"
    assert [one.verdict for one in checker.check(cited, AFTER).quotes] == ["verified"]
    digits = [i for i, char in enumerate(quoted) if char.isdigit()]
    if digits:
        at = data.draw(st.sampled_from(digits))
        other = quoted[:at] + str((int(quoted[at]) + 1) % 10) + quoted[at + 1 :]
        verdicts = [one.verdict for one in checker.check(f"Điều 1 Luật Bến đò: “{other}”", AFTER).quotes]
        assert verdicts == ["not_verified"]


@pytest.mark.parametrize(
    "unit",
    ["“", '"', '"a b c d ', "“a b c d e f” ", "Điều 5, ", "k2 đ1 luật 5 ", "Luật Bến đò (Điều 1), ", "khoản 1, ", "_", "> ",
     "Điều 1 Luật Bến đò: “Hội đồng nhân dân xã làm việc không có thật ở đây”.\n", "luat-5-2090-qhdd/1 ", "…", "(số ", LAW, DECREE],
    ids=lambda unit: unit[:12],
)  # fmt: skip
def test_the_time_grows_with_the_length(checker, unit):
    def seconds(size):
        start = time.perf_counter()
        checker.check((unit * (size // len(unit) + 1))[:size], AFTER)
        return time.perf_counter() - start

    assert seconds(100_000) < 60 * seconds(10_000) + 1


def test_a_text_beyond_the_limit_is_refused_with_what_to_do(checker):
    with pytest.raises(UsageError, match="chia nhỏ"):
        checker.check("a" * (MAX_TEXT + 1), AFTER)


def test_an_empty_text_has_nothing_to_check(checker):
    report = checker.check("", AFTER)
    assert (report.ok, report.citations, report.not_checked) == (True, (), ())
