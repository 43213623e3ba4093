"""References as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.law.reference import find_references
from phapquy.vietnamese.normalize import fold, nfc


def read(text):
    text = nfc(text)
    return [("/".join(one.parts), one.type, one.number) for one in find_references(text, fold(text))]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        # short forms of the counter
        ("k2 đ22 luật 72", [("22/2", "luat", "72")]),
        ("k.3 đ.5 nđ 118/2025", [("5/3", "nghi dinh", "118/2025")]),
        # in full, with điểm đ
        ("điểm đ khoản 2 Điều 15 Luật 72/2025/QH15", [("15/2/đ", "luat", "72/2025/qh15")]),
        # without diacritics: đ and d cannot be told apart
        ("diem d khoan 2 dieu 15 luat 72", [("15/2/d", "luat", "72")]),
        # the document first
        ("Luật 72 điều 21", [("21", "luat", "72")]),
        ("NĐ 118/2025/NĐ-CP khoản 3 điều 10", [("10/3", "nghi dinh", "118/2025/nd-cp")]),
        # "của", commas, "số"
        ("khoản 3, Điều 5 của Nghị định số 63/2010/NĐ-CP", [("5/3", "nghi dinh", "63/2010/nd-cp")]),
        # an article inserted later
        ("khoản 2a Điều 12a Luật 72", [("12a/2a", "luat", "72")]),
        # a document alone, by kind and number or by its symbol
        ("Kết luận 202-KL/TW nêu gì", [("", "ket luan", "202-kl/tw")]),
        ("Luật Mây số 65/2025/QH15 còn không", [("", "luat", "65/2025/qh15")]),
        ("luật cán bộ công chức số 22/2008 còn không", [("", "luat", "22/2008")]),
        # no document
        ("điều 5 nói gì", [("5", None, None)]),
        # two references
        ("điều 3 luật 72 và điều 4 luật 80", [("3", "luat", "72"), ("4", "luat", "80")]),
        # a house or a district is no article
        ("nhà d5 quận 1", []),
        ("dẫn đến 5 người", []),
    ],
)
def test_a_reference_is_read_with_its_document(typed, expected):
    assert read(typed) == expected


def test_a_d_typed_without_diacritics_is_not_sure():
    folded = find_references("diem d khoan 2 dieu 15", "diem d khoan 2 dieu 15")[0]
    typed = "điểm d khoản 2 Điều 15"
    marked = find_references(typed, fold(typed))[0]
    assert (folded.diem, folded.diem_sure) == ("d", False)
    assert (marked.diem, marked.diem_sure) == ("d", True)


@given(st.text())
def test_any_text_is_read_and_spans_lie_within_it(text):
    text = nfc(text)
    for one in find_references(text, fold(text)):
        assert 0 <= one.start < one.end <= len(text)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        # from the article down, with and without a document
        ("Điều 21 khoản 2 điểm d Luật 72", [("21/2/d", "luat", "72")]),
        ("đ 21 k 2 luật 72", [("21/2", "luat", "72")]),
        # lists give one reference each and never their parent
        ("khoản 2, 3 Điều 21 Luật 72", [("21/2", "luat", "72"), ("21/3", "luat", "72")]),
        ("điểm a, b và đ khoản 2 Điều 21", [("21/2/a", None, None), ("21/2/b", None, None), ("21/2/đ", None, None)]),
        ("các khoản 1 và 4 điều 9 nđ 118", [("9/1", "nghi dinh", "118"), ("9/4", "nghi dinh", "118")]),
    ],
)
def test_lists_and_top_down_forms_keep_every_step(typed, expected):
    assert read(typed) == expected
