"""References in statutory text: every form, on invented sentences."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.law.citations import find_citations


def read(text):
    """Each citation as ``places @ document``: ``5/2/a 5/3 @ này``; ``@`` alone for no document."""
    return [f"{_places(one)} @ {_document(one.document)}".strip() for one in find_citations(text)]


def _places(citation):
    return ("-" if citation.excluded else "") + " ".join("/".join(map(_step, target)) for target in citation.targets)


def _step(step):
    letters = {
        "DIEU": "",
        "KHOAN": "k",
        "DIEM": "đ",
        "MUC": "M",
        "CHUONG": "C",
        "PHU_LUC": "PL",
        "PHAN": "P",
        "DOAN": "~",
    }
    return letters.get(step.level.name, step.level.name) + step.number + (f"..{step.last}" if step.last else "")


def _document(ref):
    if ref is None:
        return ""
    return "này" if ref.this else " ".join(str(part) for part in (ref.type, ref.number, ref.name, ref.year) if part)


CASES = [
    # an article of this law, down to the point
    ("theo khoản 1 Điều 1 của Luật này", ["1/k1 @ này"]),
    ("nêu ở điểm đ khoản 2a Điều 12a Nghị định này", ["12a/k2a/đđ @ này"]),
    # "này" at every level
    ("tại khoản 2 Điều này", ["này/k2 @ này"]),
    ("tại điểm a khoản này", ["knày/đa @ này"]),
    ("Điều này không nói về mèo", ["này @ này"]),
    # lists within an article
    ("các khoản 3, 4, 5 và 8 Điều 15 của Luật này", ["15/k3 15/k4 15/k5 15/k8 @ này"]),
    (
        "khoản 1, các điểm a, b, đ khoản 2, các khoản 3, 4 và 9 Điều 21",
        ["21/k1 21/k2/đa 21/k2/đb 21/k2/đđ 21/k3 21/k4 21/k9 @"],
    ),
    ("khoản 1, khoản 2 Điều này và khoản 3 Điều 36 của Luật này", ["này/k1 này/k2 @ này", "36/k3 @ này"]),
    # a list without an article
    ("Bổ sung khoản 10a và khoản 10b vào", ["k10a k10b @"]),
    # articles in a row share the document that follows
    ("các điều 8, 11, 12 và điểm d khoản 4 Điều 9 Luật Nhà ở", ["8 11 12 @ Luật Nhà ở", "9/k4/đd @ Luật Nhà ở"]),
    ("Điều 11; khoản 1 Điều 12 của Nghị định số 7/2090/NĐ-CP", ["11 @ Nghị định 7/2090/NĐ-CP", "12/k1 @ Nghị định 7/2090/NĐ-CP"]),
    # but not with what speaks of itself
    ("khoản 2 Điều này và Điều 5 Luật Nhà ở", ["này/k2 @ này", "5 @ Luật Nhà ở"]),
    # ranges
    ("từ Điều 5 đến Điều 9 của Luật này", ["5..9 @ này"]),
    ("từ điểm a đến điểm đ khoản này", ["knày/đa..đ @ này"]),
    ("gửi hồ sơ theo khoản 3 Điều này đến cơ quan đèn lồng", ["này/k3 @ này"]),
    # chapters and sections
    ("ở xã theo Mục 3 Chương này", ["Cnày/M3 @ này"]),
    ("Mục 1 và Mục 2 Chương III của Nghị định này", ["CIII/M1 CIII/M2 @ này"]),
    ("Chương II được áp dụng sớm", ["CII @"]),
    # what is left out
    ("Điều 9, trừ khoản 3, điểm i và điểm m khoản 4;", ["9 @", "-9/k3 @", "-9/k4/đi 9/k4/đm @"]),
    # nested items and paragraphs
    ("điểm đ1 khoản 3 và đoạn 2 khoản 4 Điều 6", ["6/k3/đđ1 6/k4/~2 @"]),
    ("gạch đầu dòng thứ 2 điểm a khoản 1 Điều 7", ["7/k1/đa/~2 @"]),
    # a comma before each higher level, and the article first
    ("điểm a, khoản 2, Điều 5 Luật Nhà ở", ["5/k2/đa @ Luật Nhà ở"]),
    ("xem Điều 5 khoản 2", ["5/k2 @"]),
    # a footnote mark of a consolidated text
    ("các khoản 5, 6 và 7[32] Điều 6 của Luật này", ["6/k5 6/k6 6/k7 @ này"]),
    # annexes
    ("Phụ lục II ban hành kèm theo Nghị định này", ["PLII @ này"]),
    ("Phụ lục ban hành kèm theo Nghị định số 7/2090/NĐ-CP", ["PL @ Nghị định 7/2090/NĐ-CP"]),
    ("ký phụ lục hợp đồng; Phụ lục trình bày đẹp", []),
    # documents by number; the date behind it is taken in
    ("Nghị định số 118/2090/NĐ-CP ngày 09 tháng 6 năm 2090", ["@ Nghị định 118/2090/NĐ-CP"]),
    ("Kết luận số 127-KL/TW và Nghị quyết số 19/NQ-CP", ["@ Kết luận 127-KL/TW", "@ Nghị quyết 19/NQ-CP"]),
    ("Nghị định số 34/2090/NĐ- CP", ["@ Nghị định 34/2090/NĐ-CP"]),
    ("Luật Thả diều số 65/2090/QH99 hết hiệu lực", ["@ Luật 65/2090/QH99 Thả diều"]),
    # documents by name: known names know where they end, others end at a small word
    ("Luật Đất đai thì được", ["@ Luật Đất đai"]),
    ("Luật Quy hoạch đô thị và nông thôn và Luật Nhà ở", ["@ Luật Quy hoạch đô thị và nông thôn", "@ Luật Nhà ở"]),
    ("Luật Cán bộ, công chức, Bộ luật Dân sự", ["@ Luật Cán bộ, công chức", "@ Bộ luật Dân sự"]),
    ("Luật Đom đóm thì sáng", ["@ Luật Đom đóm"]),
    ("Luật Đất đai năm 2013 và Luật Đất đai ngày 18 tháng 01 năm 2024", ["@ Luật Đất đai 2013", "@ Luật Đất đai 2024"]),
    ("Hiến pháp và pháp luật", ["@ Hiến pháp Hiến pháp"]),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật Đất đai ngày 2 tháng 3 năm 2090",
        ["@ Luật sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật Đất đai 2090"],
    ),
    # headings name themselves and cite nothing
    ("Điều 12a. Ai thắp đèn", []),
    ("như sau:\n“Điều 7a. Đèn\n1. Thắp đèn.", []),
    ("Luật số: 7/2090/QHDD", []),
    # nor does a part named by its title between quotation marks, where it only says where another place stands
    ("theo Mục 7 Phần XV của “Phần C. TRỒNG HOA” này", ["PXV/M7 @"]),
    ("theo “Phần C” này", ["PC @"]),
    # words that look like parts of a reference
    ("điều kiện 5 người, thời điểm a, tài khoản 5, một phần 3, khoản 5 triệu đồng", []),
    ("theo khoản 2 và 15 ngày sau", ["k2 @"]),
    ("Luật sư, luật khác, Nghị định của Chính phủ, Quyết định này", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_form_of_reference_is_read(text, expected):
    assert read(text) == expected


def test_a_span_runs_from_the_first_part_to_the_document():
    text = "Theo các khoản 1 và 3 Điều 5 của Luật Nhà ở thì đèn sáng."
    one = find_citations(text)[0]
    assert text[one.start : one.end] == "khoản 1 và 3 Điều 5 của Luật Nhà ở"
    assert text[one.document.start : one.document.end] == "Luật Nhà ở"


_PIECES = st.sampled_from([*"ađ15IVC,;. \n“”", " và ", " đến ", ", trừ ", " của ", "Điều ", "khoản ", "điểm ", "các ",
                           "Mục ", "Phụ lục", "này", "Luật ", "Đất đai", "Nghị định", " số ", "7/2090/NĐ-CP"])  # fmt: skip


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=60).map("".join)))
def test_any_text_is_read_and_spans_lie_in_order_within_it(text):
    found = find_citations(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= after.start for one, after in pairwise(found))
    assert all(one.targets or one.document for one in found)
    assert all(len({step.level for step in target}) == len(target) for one in found for target in one.targets)


@pytest.mark.parametrize(
    "unit", ["khoản 1, ", "Phụ lục, ", "Điều 5, trừ khoản 1, ", "các khoản 1, 2, ", "Luật Aa bb, ", "điểm a ", "1, 2, ", "Luật sửa đổi, bổ sung ", "số 1/"]
)  # fmt: skip
def test_a_hundred_thousand_characters_take_time_in_proportion(unit):
    def seconds(size):
        start = time.perf_counter()
        find_citations((unit * size)[:size])
        return time.perf_counter() - start

    assert seconds(100_000) < 60 * seconds(10_000) + 0.5
