"""An invented amending decree with one oddity of the real ones in each clause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.law.amending import Act, all_operations, operations_of
from phapquy.law.provision import ProvisionId
from phapquy.law.quoted import quoted_parts
from phapquy.law.structure import parse

DECREE = """CHÍNH PHỦ XỨ ĐOM ĐÓM
NGHỊ ĐỊNH
Sửa đổi Nghị định số 8/2090/NĐ-DD về đèn lồng
Điều 1. Sửa đổi khoản 4, bổ sung khoản 9 Điều 3
1. Sửa đổi, bổ sung như sau:
"4. Đèn đỏ thắp ở cổng làng.".
2. Bổ sung khoản 9 Điều 3 như sau:
"9. Đèn xanh thắp ở bến sông.".
Điều 2. Sửa đổi điểm b khoản 1, điểm b khoản 2 Điều 7
1. Sửa đổi như sau:
"b) Một ngọn;"
2. Sửa đổi như sau:
"b) Hai ngọn;"
Điều 3. Sửa đổi, bổ sung Điều 13
“Điều 13. Dầu đèn
1. Dầu vừng:
a) Ép nguội;
b) Ép nóng.
2. Dầu lạc.”.
Điều 4. Sửa đổi, bổ sung, bãi bỏ một số quy định của Nghị định số 9/2090/NĐ-DD về trống
1. Bổ sung các khoản 5 và 6 vào sau khoản 4 Điều 2 như sau:
“5. Trống cái.
6. Trống con.”.
2. Thay thế các cụm từ như sau:
- Cụm từ “trống đồng” bằng cụm từ “trống da” tại khoản 1 và khoản 3 Điều 4;
- Cụm từ “dùi tre” bằng cụm từ “dùi gỗ”; cụm từ “dây mây” bằng cụm từ “dây da” tại Điều 5;
- Cụm từ “và chiêng” vào sau cụm từ “trống” tại điểm a khoản 1 Điều 6.
3. Bỏ cụm từ “vào ban đêm” tại khoản 2 Điều 8.
4. Bãi bỏ khoản 3 Điều 5, Điều 9.
5. Sửa đổi tên của khoản 6, điểm a khoản 6 Điều 10 như sau:
“6. Về dây trống:
a) Căng mỗi mùa;”.
6. Bổ sung vào cuối khoản 5 Điều 11 như sau:
“Trống hỏng thì thay.”.
7. Thay thế Mẫu số 01 tại Phụ lục bằng Phụ lục I.
Điều 5. Hiệu lực
1. Nghị định này có hiệu lực từ ngày 01 tháng 01 năm 2092.
2. Các điều sau đây hết hiệu lực kể từ ngày Tết trung thu:
a) Điều 4; khoản 3 và điểm c khoản 4 Điều 7 của Nghị định số 10/2090/NĐ-DD;
b) Các điều, khoản của Nghị định số 11/2090/NĐ-DD, bao gồm:
b1) Điều 6;
b2) Điều 5, trừ điểm i khoản 1;
3. Nghị định số 12/2090/NĐ-DD về mõ hết hiệu lực kể từ ngày rằm.
Điều 6. Nhiệm vụ
1. Thay mặt làng nhận đèn.
2. Bổ sung dầu vào đèn mỗi tối.
"""
DOCUMENT = parse("nd-20-2091", DECREE)


def ops(clause: str):
    return operations_of(DOCUMENT, ProvisionId.parse(f"nd-20-2091/{clause}"))


def said(clause: str):
    return [(one.act.value, ["/".join(parts) for parts in one.targets]) for one in ops(clause)]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        # the heading names the provisions, the clause only quotes
        ("1/1", [("sửa đổi", ["3/4"])]),
        ("1/2", [("bổ sung", ["3/9"])]),
        # two points of the same letter are told apart by their order
        ("2/1", [("sửa đổi", ["7/1/b"])]),
        ("2/2", [("sửa đổi", ["7/2/b"])]),
        ("3", [("sửa đổi", ["13"])]),
        ("4/1", [("bổ sung", ["2/5", "2/6"])]),
        ("4/3", [("bỏ cụm từ", ["8/2"])]),
        ("4/4", [("bãi bỏ", ["5/3", "9"])]),
        ("4/5", [("sửa đổi", ["10/6", "10/6/a"])]),
        ("5/2/a", [("hết hiệu lực", ["4", "7/3", "7/4/c"])]),
        ("5/2/b", [("hết hiệu lực", ["6", "5"])]),
        # words of duty begin like orders and are none
        ("6/1", []),
        ("6/2", []),
        ("5/1", []),
    ],
)
def test_each_order_is_read(clause, expected):
    assert said(clause) == expected


def test_the_amended_document_comes_from_the_title_or_the_heading():
    assert ops("1/1")[0].document == "Nghị định 8/2090/NĐ-DD"
    assert ops("4/1")[0].document == "Nghị định 9/2090/NĐ-DD"


def test_phrases_are_pairs_and_share_the_place_that_follows():
    found = [(one.phrase, ["/".join(parts) for parts in one.targets]) for one in ops("4/2")]
    assert found == [
        (("trống đồng", "trống da"), ["4/1", "4/3"]),
        (("dùi tre", "dùi gỗ"), ["5"]),
        (("dây mây", "dây da"), ["5"]),
        (("trống", "và chiêng"), ["6/1/a"]),
    ]
    assert ops("4/2")[3].act is Act.THEM_CUM_TU


def test_the_new_wording_is_cut_without_quotation_marks():
    (straight,), (curly,) = ops("1/1"), ops("3")
    assert DECREE[slice(*straight.wording[0])] == "4. Đèn đỏ thắp ở cổng làng."
    assert DECREE[slice(*curly.wording[0])].startswith("Điều 13. Dầu đèn")
    assert DECREE[slice(*curly.wording[0])].endswith("2. Dầu lạc.")


def test_one_quotation_is_divided_among_its_targets():
    (both,) = ops("4/1")
    parts = [both.part_for(DECREE, parts) for parts in both.targets]
    assert [DECREE[slice(*part.span)] for part in parts if part] == ["5. Trống cái.", "6. Trống con."]
    (title,) = ops("4/5")
    point = title.part_for(DECREE, ("10", "6", "a"))
    assert point and DECREE[slice(*point.span)] == "a) Căng mỗi mùa;"


def test_the_tree_of_a_quotation_knows_its_numbers():
    (article,) = ops("3")
    places = [part.place for part in quoted_parts(DECREE, article.wording[0])]
    assert places == [("13", None, None), ("13", "1", None), ("13", "1", "a"), ("13", "1", "b"), ("13", "2", None)]


def test_exceptions_partial_changes_and_annexes_are_told():
    assert ops("5/2/b")[0].excepted == (("5", "1", "i"),)
    assert ops("4/6")[0].partial and ops("4/6")[0].targets == (("11", "5"),)
    assert "phụ lục" in ops("4/7")[0].unread
    assert ops("5/3")[0].targets == ((),)
    assert ops("5/3")[0].document == "Nghị định 12/2090/NĐ-DD"


def test_an_order_without_new_words_is_reported_not_refused():
    text = "NGHỊ ĐỊNH\nSửa đổi Nghị định số 8/2090/NĐ-DD\nĐiều 1. Sửa đổi khoản 2 Điều 3\nBãi bỏ.\n"
    (found,) = all_operations(parse("nd-x", text))
    assert found.unread and found.targets == (("3", "2"),)


def test_a_quotation_that_never_closes_ends_with_its_clause():
    text = "NGHỊ ĐỊNH\nSửa đổi Nghị định số 8/2090/NĐ-DD\nĐiều 1. Sửa đổi khoản 2 Điều 3\n“2. Đèn vàng;\n"
    (found,) = all_operations(parse("nd-x", text))
    assert text[slice(*found.wording[0])] == "2. Đèn vàng"


def test_a_list_of_whole_documents_and_provisions_of_others_ends_each_in_its_own_document():
    text = (
        "NGHỊ ĐỊNH\nĐiều 1. Hiệu lực\n1. Nghị định số 8/2090/NĐ-DD về đèn; Điều 2 Nghị định số 9/2090/NĐ-DD sửa đổi một số "
        "điều của Nghị định số 8/2090/NĐ-DD hết hiệu lực kể từ ngày Nghị định này có hiệu lực.\n"
        "2. Những quy định về trống tại Nghị định số 7/2090/NĐ-DD hết hiệu lực kể từ ngày Nghị định này có hiệu lực.\n"
        "3. Bãi bỏ các văn bản sau:\na) Nghị định số 119-DD về mõ."
    )
    found = [(one.document, one.targets) for one in all_operations(parse("nd-x", text)) if one.targets]
    assert found == [
        ("Nghị định 8/2090/NĐ-DD", ((),)),
        ("Nghị định 9/2090/NĐ-DD", (("2",),)),
        ("Nghị định 119-DD", ((),)),
    ]


def test_an_unknown_clause_orders_nothing():
    assert ops("99") == []


_WORDS = st.sampled_from(
    ["Điều 1. ", "1. ", "a) ", "Sửa đổi, bổ sung ", "khoản 2 ", "Điều 3 ", "như sau:", "\n", "“", "”", '"', ".", ";",
     "Bãi bỏ ", "cụm từ ", "bằng ", "tại ", "trừ ", "hết hiệu lực kể từ ngày ", "Nghị định số 8/2090/NĐ-DD "]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=40))
def test_no_text_breaks_the_grammar_and_spans_stay_inside(words):
    document = parse("nd-x", "".join(words))
    for one in all_operations(document):
        for start, end in one.wording:
            assert 0 <= start <= end <= len(document.text)
        for parts in one.targets:
            one.part_for(document.text, parts)
