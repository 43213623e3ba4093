from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.corpus.text import decode, fingerprint, normalise
from phapquy.errors import TextError


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("", ""),
        ("\n\n", ""),
        ("xoài", "xoài\n"),
        ("\ufeffxoài\r\nchín \t\r\n\r\n", "xoài\nchín\n"),
        # a zero-width space inside a word, as web pages leave behind
        ("xo\u200bài", "xoài\n"),
        # decomposed letters, as some keyboards type them
        (unicodedata.normalize("NFD", "Điều ước"), "Điều ước\n"),
        # empty lines inside stay: offsets and paragraphs depend on them
        ("a\n\nb\n", "a\n\nb\n"),
    ],
)
def test_normalise_gives_the_canonical_form(raw, expected):
    assert normalise(raw) == expected


@given(st.text())
def test_normalise_is_idempotent_on_any_text(raw):
    once = normalise(raw)
    assert normalise(once) == once


def test_fingerprint_ignores_line_ends_marks_and_trailing_blanks_but_no_word():
    assert fingerprint("quả xoài\r\n") == fingerprint("\ufeffquả xoài  \n\n")
    assert fingerprint("quả xoài") != fingerprint("quả mít")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_decode_reads_utf8_and_marked_utf16(encoding):
    assert decode("Điều 1. Xoài".encode(encoding)) == "Điều 1. Xoài"


@pytest.mark.parametrize(
    "data", ["Điều 1".encode("cp1258", "replace") + b"\xd0\xcc", "Điều".encode("utf-16-le"), b"\xff\xfe\x00"]
)
def test_decode_refuses_another_encoding_and_says_what_to_do(data):
    with pytest.raises(TextError, match="UTF-8"):
        decode(data)
