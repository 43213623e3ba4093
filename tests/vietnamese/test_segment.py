"""Words and sentences."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.vietnamese.segment import sentences, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # organs are one word whatever their case and spelling
        ("Uỷ ban nhân dân cấp xã", "ủy_ban_nhân_dân cấp_xã"),
        ("BỘ PHẬN MỘT CỬA trả kết quả", "bộ_phận_một_cửa trả kết_quả"),
        # references are neither glued nor split
        ("theo điểm a khoản 2 Điều 5", "theo điểm a khoản 2 điều 5"),
        ("136/2099/NĐ-CP", "136/2099/nd-cp 136/2099 136 2099 nd cp"),
        # compound words are joined
        ("quyết định thành lập", "quyết_định thành_lập"),
        ("", ""),
        ("… ; !", ""),
    ],
)
def test_words_keep_references_and_organs_whole(text: str, expected: str) -> None:
    assert words(text) == expected.split()


@pytest.mark.parametrize(
    "parts",
    [
        # numbers of articles and clauses end nothing
        ["Điều 1. Chợ làng Mây", "1. Chợ họp ngày rằm.", "Bến đò nghỉ."],
        # a number of a document may end a sentence; thousands may not
        ["Theo số 7/2099/QH99.", "Có 1.234 người."],
        # abbreviations
        ["Gạo, muối v.v. và cá ở TP. Mơ của ông A. Mây.", "Hết."],
        # semicolons at the end of a line, questions, exclamations
        ["a) Họp chợ;", "b) Thu phí; nộp phí;", "Ai nộp?", "Nộp ngay!", "Rồi…"],
        # quotes
        ["Ông nói: “Họp chợ.”", "Dân nghe."],
    ],
)
def test_sentences_are_cut_where_they_end(parts: list[str]) -> None:
    text = "\n".join(parts[:1]) + "".join(
        ("\n" if part[:1].islower() or part[:2] in {"1.", "a)"} else " ") + part for part in parts[1:]
    )
    text = text.replace("Chợ làng Mây 1.", "Chợ làng Mây\n1.").replace("; Ai", ";\nAi")
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_segmenting_does_not_load_torch() -> None:
    code = (
        "import sys; from phapquy.vietnamese.segment import words; words('họp chợ'); sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(st.text(alphabet=st.sampled_from("aĐ1.;?\n \t“”v")))
def test_every_character_lies_in_one_sentence(text: str) -> None:
    spans = sentences(text)
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
