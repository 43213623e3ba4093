"""Clauses on entry into force, on invented statutes: each way of saying it, and what must not be read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.law.force import Anchor, ForceKind, read_force, read_moment
from phapquy.law.named import named_documents
from phapquy.law.structure import parse

SLUG = "luat-9-2090-qhdd"
BODY = """Chương I
ĐÈN LỒNG
Điều 1. Dầu đèn
1. Dầu đèn rót đầy:
a) Trước giờ Dậu;
b) Khi trời có sương.
2. Bấc đèn se bằng tay.
Chương II
BÈ NỨA
Mục 1
ĐÓNG BÈ
Điều 2. Nứa
Nứa chặt cuối trăng.
Mục 2
THẢ BÈ
Điều 3. Giờ thả
1. Bè thả lúc nước lớn.
2. Bè về trước tối.
Điều 4. Lái bè
Người lái bè đội nón.
Chương III
THI HÀNH
"""
CLOSING = "Luật này được Quốc hội xứ Đom Đóm thông qua ngày 02 tháng 5 năm 2090."


def facts(article, *, closing=CLOSING, head=""):
    """The facts of the invented law with this last article, transition rules left out."""
    document = parse(SLUG, f"{head}{BODY}{article}\n{closing}\n")
    return [fact for fact in read_force(document) if fact.kind is not ForceKind.TRANSITION]


def told(article, **more):
    """Each fact as ``kind clause day: provisions | document parts``."""
    out = []
    for fact in facts(article, **more):
        day = fact.moment.day or fact.moment.anchor.name
        about = " ".join("/".join(one.parts) for one in fact.provisions)
        other = f" {fact.document} {' '.join('/'.join(part) for part in fact.parts)}".rstrip()
        out.append(f"{fact.kind.name} {'/'.join(fact.clause.parts)} {day}: {about}{other}".strip())
    return out


CASES = [
    # the whole document, from a day of the calendar
    ("Điều 5. Hiệu lực\nLuật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2090.", ["BEGINS 5 2090-07-01:"]),
    ("Điều 5. Hiệu lực\n1. Luật này có hiệu lực kể từ ngày 01/7/2090.", ["BEGINS 5/1 2090-07-01:"]),
    # an article without a title that says so
    ("Điều 5. Luật này có hiệu lực thi hành kể từ ngày 1 tháng 7 năm 2090.", ["BEGINS 5 2090-07-01:"]),
    # from adoption: the day stands in the closing sentence
    ("Điều 5. Hiệu lực\nLuật này có hiệu lực thi hành từ ngày được thông qua.", ["BEGINS 5 2090-05-02:"]),
    ("Điều 5. Hiệu lực\nLuật này có hiệu lực từ ngàythông qua.", ["BEGINS 5 2090-05-02:"]),
    # from signing, where the text has no head
    ("Điều 5. Hiệu lực\nLuật này có hiệu lực thi hành kể từ ngày ký ban hành.", ["BEGINS 5 SIGNED:"]),
    # with another document
    (
        "Điều 5. Hiệu lực\nLuật này có hiệu lực kể từ ngày Luật Nuôi ong số 3/2090/QHDD có hiệu lực thi hành.",
        ["BEGINS 5 OTHER:"],
    ),
    # named provisions earlier or later than the rest
    (
        "Điều 5. Hiệu lực\n1. Luật này có hiệu lực từ ngày 01 tháng 7 năm 2090, trừ trường hợp quy định tại khoản 2 Điều này.\n"
        "2. Quy định về thả bè tại Mục 2 Chương II của Luật này được thực hiện từ ngày 01 tháng 01 năm 2091.",
        ["BEGINS 5/1 2090-07-01:", "BEGINS 5/2 2091-01-01: 3 4"],
    ),
    (
        "Điều 5. Hiệu lực\n1. Luật này có hiệu lực từ ngày 01 tháng 7 năm 2090.\n"
        "2. Điểm b khoản 1 Điều 1 và khoản 2 Điều 3 của Luật này có hiệu lực từ ngày Luật này được thông qua.",
        ["BEGINS 5/1 2090-07-01:", "BEGINS 5/2 2090-05-02: 1/1/b 3/2"],
    ),
    (
        "Điều 5. Hiệu lực\nKhoản 2 Điều 1 của Luật này có hiệu lực từ ngày Nghị quyết số 8/2088/QHDD hết hiệu lực.",
        ["BEGINS 5 OTHER_ENDS: 1/2"],
    ),
    # its own end
    (
        "Điều 5. Hiệu lực\n1. Luật này có hiệu lực từ ngày 01 tháng 7 năm 2090.\n"
        "2. Luật này được thực hiện đến trước ngày 01 tháng 3 năm 2092.",
        ["BEGINS 5/1 2090-07-01:", "ENDS 5/2 2092-03-01:"],
    ),
    ("Điều 5. Hiệu lực\nLuật này được áp dụng đến hết ngày 31 tháng 12 năm 2091.", ["ENDS 5 2092-01-01:"]),
    (
        "Điều 5. Hiệu lực\nLuật này hết hiệu lực kể từ ngày 01 tháng 3 năm 2092, trừ các trường hợp sau:",
        ["ENDS 5 2092-03-01:"],
    ),
    (
        "Điều 5. Hiệu lực\nLuật này có hiệu lực từ ngày 01/7/2090 đến hết ngày 30/6/2091.",
        ["BEGINS 5 2090-07-01:", "ENDS 5 2091-07-01:"],
    ),
    ("Điều 5. Hiệu lực\nChương II Luật này được thực hiện đến trước ngày 01/3/2092.", ["ENDS 5 2092-03-01: 2 3 4"]),
    # one of its own provisions in a list of what ends
    (
        "Điều 5. Hiệu lực\n1. Luật này có hiệu lực từ ngày 01/7/2090.\n"
        "2. Các quy định sau đây hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành:\n"
        "a) Luật Đèn dầu số 1/2080/QHDD;\nb) Điều 4 của Luật này.",
        ["BEGINS 5/1 2090-07-01:", "ENDS_OTHER 5/2/a OWN:  Luật 1/2080/QHDD", "ENDS 5/2/b OWN: 4"],
    ),
    # documents that end; those that only describe them do not
    (
        "Điều 5. Hiệu lực\nLuật Đèn dầu số 1/2080/QHDD đã được sửa đổi, bổ sung theo Luật số 2/2081/QHDD và Luật số 3/2082/QHDD "
        "hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành.",
        ["ENDS_OTHER 5 OWN:  Luật 1/2080/QHDD"],
    ),
    (
        "Điều 5. Hiệu lực\nLuật này có hiệu lực từ ngày 01/7/2090, thay thế Nghị định số 4/2083/NĐ-DD và Nghị định số "
        "5/2084/NĐ-DD sửa đổi một số điều của Nghị định số 4/2083/NĐ-DD.",
        [
            "BEGINS 5 2090-07-01:",
            "ENDS_OTHER 5 OWN:  Nghị định 4/2083/NĐ-DD",
            "ENDS_OTHER 5 OWN:  Nghị định 5/2084/NĐ-DD",
        ],
    ),
    (
        "Điều 5. Hiệu lực\n1. Bãi bỏ khoản 2 Điều 6 và Điều 9 của Nghị định số 4/2083/NĐ-DD về bấc đèn.",
        ["ENDS_OTHER 5/1 OWN:  Nghị định 4/2083/NĐ-DD 6/2 9"],
    ),
    # the end of something else on the day of adoption
    (
        "Điều 5. Hiệu lực\nKhoản 1 Điều 6 của Luật Đèn dầu số 1/2080/QHDD hết hiệu lực từ ngày Luật này được thông qua.",
        ["ENDS_OTHER 5 2090-05-02:  Luật 1/2080/QHDD 6/1"],
    ),
    # not facts of this law: a deadline, another's force, what is quoted, a paper's end
    ("Điều 5. Hiệu lực\nViệc đếm bè phải xong trước ngày 01 tháng 7 năm 2091.", []),
    ("Điều 5. Hiệu lực\nGiấy phép có hiệu lực từ ngày 01 tháng 7 năm 2091.", []),
    ("Điều 5. Sửa Luật Nuôi ong\nSửa khoản 1 như sau:\n“1. Luật này có hiệu lực từ ngày 01 tháng 7 năm 2091.”.", []),
    ("Điều 5. Hiệu lực\nLuật này có hiệu lực từ ngày 31 tháng 02 năm 2091.", []),
]  # fmt: skip


@pytest.mark.parametrize(("article", "expected"), CASES)
def test_each_way_of_saying_it_is_read(article, expected):
    assert sorted(told(article)) == sorted(expected)


def test_the_day_of_signing_is_taken_from_the_head_where_there_is_one():
    head = "CHÍNH PHỦ XỨ ĐOM ĐÓM\nBến Sông, ngày 03 tháng 4 năm 2090\nNGHỊ ĐỊNH\n"
    (fact,) = facts("Điều 5. Hiệu lực\nNghị định này có hiệu lực từ ngày ký.", head=head, closing="Nơi nhận:")
    assert (fact.moment.anchor, fact.moment.day) == (Anchor.SIGNED, date(2090, 4, 3))


def test_an_exception_without_a_provision_is_told_in_its_own_words():
    whole, other = facts(
        "Điều 5. Hiệu lực\n1. Luật này có hiệu lực từ ngày 01/7/2090, trừ trường hợp quy định tại khoản 2 Điều này.\n"
        "2. Việc đếm đom đóm được làm theo Luật này từ ngày Luật này được thông qua."
    )
    assert [str(one) for one in whole.excepted] == [f"{SLUG}/5/2"]
    assert (other.matter.startswith("Việc đếm đom đóm"), other.moment.day) == (True, date(2090, 5, 2))


def test_a_fact_points_at_the_sentence_it_was_read_from():
    text = f"{BODY}Điều 5. Hiệu lực\n1. Đèn sáng. Luật này có hiệu lực từ ngày 01/7/2090.\n"
    (fact,) = read_force(parse(SLUG, text))
    assert text[slice(*fact.span)] == "Luật này có hiệu lực từ ngày 01/7/2090."


def test_rules_of_transition_are_told_with_the_day_they_hinge_on():
    text = (
        f"{BODY}Điều 5. Quy định chuyển tiếp\n1. Bè đã đóng trước ngày Luật này có hiệu lực thì tiếp tục được thả.\n"
        "2. Đèn mua trước ngày 01 tháng 6 năm 2090 được thắp đến khi hỏng.\n3. Làng tự đếm bè.\n"
        "Điều 6. Nón\n1. Nón đã đan trước ngày Luật này có hiệu lực thì được đội.\n2. Nón mới đan bằng lá cọ.\n"
    )
    found = {str(fact.clause).split("/", 1)[1]: fact.moment for fact in read_force(parse(SLUG, text))}
    assert {clause: moment.anchor for clause, moment in found.items()} == {
        "5/1": Anchor.OWN,
        "5/2": Anchor.DATE,
        "5/3": Anchor.NONE,
        "6/1": Anchor.OWN,
    }
    assert found["5/2"].day == date(2090, 6, 1)


def test_a_clause_that_is_only_a_title_makes_its_points_rules_of_transition():
    text = f"{BODY}Điều 5. Hiệu lực\n1. Quy định chuyển tiếp\na) Bè cũ được thả;\nb) Đèn cũ được thắp.\n"
    assert [str(fact.clause) for fact in read_force(parse(SLUG, text))] == [f"{SLUG}/5/1/a", f"{SLUG}/5/1/b"]


def test_documents_of_a_list_are_told_from_those_that_describe_them():
    words = (
        "Nghị định số 4/2083/NĐ-DD về bấc đèn; Điều 2 Nghị định số 5/2084/NĐ-DD sửa đổi một số điều của Nghị định số "
        "4/2083/NĐ-DD và Nghị định số 6/2085/NĐ-DD"
    )
    assert [(one.document, one.parts) for one in named_documents(words)] == [
        ("Nghị định 4/2083/NĐ-DD", ()),
        ("Nghị định 5/2084/NĐ-DD", (("2",),)),
    ]


_PIECES = st.sampled_from([
    "Luật này ", "Nghị định này ", "có hiệu lực ", "hết hiệu lực ", "thi hành ", "kể từ ", "từ ", "ngày ", "đến hết ",
    "đến trước ", "ngày 01 tháng 7 năm 2090", "99/99/9999", "31/12/9999", "thay thế ", "bãi bỏ ", "Điều 5. ", "Điều 5 ",
    "khoản 2 ", "Điều này", "Mục 2 Chương II ", "trừ ", "trước ", "thì ", "đã ", "Hiệu lực", "chuyển tiếp", "\n", "1. ",
    "a) ", "“", "”", ".", ";", ", ", "Nghị định số 4/2083/NĐ-DD ", "được thông qua", "ký ",
])  # fmt: skip


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=40).map("".join)))
def test_any_text_is_read_and_each_span_lies_in_it(text):
    document = parse(SLUG, text)
    for fact in read_force(document):
        assert fact.clause in document.provisions
        assert 0 <= fact.span[0] <= fact.span[1] <= len(text)
    read_moment(text)
