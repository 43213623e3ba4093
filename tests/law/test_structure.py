"""The tree of a legal text, on invented statutes, one oddity of the real texts each."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phapquy.law.provision import Kind, ProvisionId
from phapquy.law.structure import parse


def ids(text):
    return [str(one).removeprefix("luat-thu") for one in parse("luat-thu", text).provisions]


def codes(text):
    return [note.code for note in parse("luat-thu", text).diagnostics]


def whole(document):
    return "".join(document.own_text(node) for node in document.walk())


PLAIN = """QUỐC HỘI XỨ MƠ
LUẬT
VƯỜN HOA
Chương I
QUY ĐỊNH VỀ HOA
Điều 1. Phạm vi
Luật này quy định về hoa.
Điều 2. Người trồng hoa
1. Người trồng hoa có quyền sau đây:
a) Trồng hoa hồng;
b) Trồng hoa cúc.
Hoa cúc phải có mùi.
2. Người trồng hoa được tưới nước.
Chương II
QUY ĐỊNH CUỐI
Mục 1
HIỆU LỰC
Điều 3. Hiệu lực
Luật này có hiệu lực khi hoa nở.
Luật này được Quốc hội xứ Mơ thông qua ngày 01 tháng 4.
CHỦ TỊCH QUỐC HỘI
"""


def test_chapters_articles_clauses_and_points_become_a_tree():
    document = parse("luat-thu", PLAIN)
    assert [str(one) for one in document.provisions] == [
        "luat-thu/1", "luat-thu/2", "luat-thu/2/1", "luat-thu/2/1/a", "luat-thu/2/1/b", "luat-thu/2/2", "luat-thu/3",
    ]  # fmt: skip
    chapters = [node for node in document.walk() if node.kind is Kind.CHUONG]
    assert [document.heading(node) for node in chapters] == ["QUY ĐỊNH VỀ HOA", "QUY ĐỊNH CUỐI"]
    assert document.diagnostics == ()


def test_the_tree_is_lossless():
    assert whole(parse("luat-thu", PLAIN)) == PLAIN


def test_an_unnumbered_paragraph_belongs_to_the_point_above_it():
    document = parse("luat-thu", PLAIN)
    assert "Hoa cúc phải có mùi." in document.own_text(document.provisions[ProvisionId("luat-thu", ("2", "1", "b"))])


def test_the_adoption_sentence_and_signature_are_not_part_of_the_last_article():
    document = parse("luat-thu", PLAIN)
    assert "thông qua" not in document.full_text(document.provisions[ProvisionId("luat-thu", ("3",))])
    assert document.nodes[-1].kind is Kind.KET


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an article inserted later, a clause inserted later, điểm đ
        ("Điều 1. A\nĐiều 1a. B\n1. x\n2. y\n2a. z\n", ["/1", "/1a", "/1a/1", "/1a/2", "/1a/2a"]),
        ("Điều 1. A\n1. x:\na) m\nb) n\nc) o\nd) p\nđ) q\ne) r\n", ["/1", "/1/1", *(f"/1/1/{c}" for c in "abcdđe")]),
        # headings without a full stop stand alone on their line
        ("Điều 1\nSửa như sau:\n1. x\nĐiều 2\n1. y\n", ["/1", "/1/1", "/2", "/2/1"]),
        # a mention of an article of another law at the start of a line is no heading
        ("Điều 1. A\nTheo quy định tại\nĐiều 63 của Luật Mây số 1/2000/QH1, có gió.\n", ["/1"]),
        # footnote marks of consolidated texts are not part of the number
        ("Điều 1. A\n1.[3] x\n2. y\na)[4] m\nĐiều 2.[12] (được bãi bỏ)\n", ["/1", "/1/1", "/1/2", "/1/2/a", "/2"]),
        # sub-numbers are text of their clause; amounts at the start of a line too
        ("Điều 1. A\n1. x\n1.1. trong x\n4.022.638 người\n2. y\n", ["/1", "/1/1", "/1/2"]),
        # a restarted list inside a point is text of the point
        ("Điều 1. A\n1. x\n2. y:\na) m\n1. một\n2. hai\nb) n\n", ["/1", "/1/1", "/1/2", "/1/2/a", "/1/2/b"]),
        # words glued to the number
        ("Điều 1. A\n1.Sau đó\n2.Rồi thì\n", ["/1", "/1/1", "/1/2"]),
        # points directly under an article without clauses
        ("Điều 1. A\na) m\nb) n\n", ["/1", "/1/a", "/1/b"]),
        # numbers of a table do not become clauses
        ("Điều 1. A\n1. x\n250. Bảng\n2. y\n", ["/1", "/1/1", "/1/2"]),
    ],
)
def test_numbering_decides_what_is_a_provision(text, expected):
    assert ids(text) == expected
    assert whole(parse("luat-thu", text)) == text


AMENDING = """Điều 1. Sửa luật cũ
1. Bổ sung khoản 3 vào sau khoản 2 Điều 7 như sau:
“3. Hoa sen được thả.
a) Thả ở ao;
Điều 9. Ao
1. Ao có cá.”.
2. Sửa đổi Điều 8 như sau:
"Điều 8. Bèo
1. Bèo trôi;
2. Bèo dạt".
Điều 2. Hiệu lực
1. Từ nay.
"""


def test_quoted_amending_text_belongs_to_the_amending_clause():
    assert ids(AMENDING) == ["/1", "/1/1", "/1/2", "/2", "/2/1"]


def test_a_quotation_the_source_left_open_ends_at_the_next_amending_clause():
    text = "Điều 1. A\n1. Sửa đổi Điều 3 như sau:\n“3. Mở mà không đóng\n1. lạc\n2. Bãi bỏ Điều 4.\nĐiều 2. B\n"
    assert ids(text) == ["/1", "/1/1", "/1/2", "/2"]


def test_a_term_in_quotes_left_open_on_its_line_hides_nothing():
    assert ids("Điều 1. A\n1. Từ “hoa là cây.\n2. Từ sau.\n") == ["/1", "/1/1", "/1/2"]


def test_an_annex_and_footnotes_get_ids_of_their_own():
    text = "Điều 1. A\n1. x\nPHỤ LỤC I\nMẪU ĐƠN\nĐiều 1. Ông (bà)\n1. Họ tên\n"
    assert ids(text) == ["/1", "/1/1", "/pl1"]
    assert ids("Điều 1. A\n1. x\n[1] Điều này được sửa.\n[2] Khoản này mới.\n") == ["/1", "/1/1", "/ct1", "/ct2"]


def test_a_document_without_articles_is_cut_by_its_items():
    assert ids("Kết luận\n1. Một việc\n2. Hai việc\nNơi nhận:\n- Lưu.\n") == ["/1", "/2"]
    assert ids("I- MỤC TIÊU\n1. Một\n2. Hai\nII- VIỆC\n1. Ba\n") == ["/I", "/I/1", "/I/2", "/II", "/II/1"]
    assert ids("Một bài không có số nào.\n") == [""]


def test_gaps_and_repetitions_are_reported_not_refused():
    assert "gap" in codes("Điều 1. A\nĐiều 4. B\n")
    assert "gap" in codes("Điều 1. A\n1. x\n3. z\n")
    assert "out-of-order" in codes("Điều 1. A\n1. x\n2. y\n1. lại\n")
    assert "quote-open" in codes("Điều 1. A\n“mở\nmãi\n")


def test_a_chapter_glued_to_its_title_is_split_by_the_number_due():
    document = parse("luat-thu", "Chương I QUY ĐỊNH CHUNG\nĐiều 1. A\nChương IIKÝ KẾT\nĐiều 2. B\n")
    chapters = [(node.number, document.heading(node)) for node in document.walk() if node.kind is Kind.CHUONG]
    assert chapters == [("I", "QUY ĐỊNH CHUNG"), ("II", "KÝ KẾT")]


LINES = st.sampled_from(
    [
        "Chương I", "Chương II", "MỤC", "Mục 1", "QUY ĐỊNH", "Điều 1. A", "Điều 2", "Điều 3a. B", "1. x", "2. y", "2a. z", "9. w",
        "a) m", "b) n", "đ) q", "“Điều 5. trích", "hết”.", '"1. thẳng', 'đóng".', "PHỤ LỤC", "[1] chú", "Nơi nhận:", "I- A", "", "lời",
        "KT. BỘ TRƯỞNG", "- gạch", "4.022.638 người",
    ]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(LINES).map("\n".join)))
@settings(max_examples=300, deadline=None)
def test_any_text_is_parsed_without_loss_and_with_unique_ids(text):
    document = parse("bat-ky", text)
    assert whole(document) == text
    nodes = list(document.walk())
    named = [node.id for node in nodes if node.id is not None]
    assert len(named) == len(set(named))
    for node in nodes:
        assert node.start <= node.own_end <= node.end
        assert all(node.own_end <= child.start and child.end <= node.end for child in node.children)
