"""The grammar of one clause, on invented names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.law.provision import ProvisionId
from phapquy.units.clause import read_clause, read_mentions
from phapquy.units.closing import read_closing
from phapquy.units.model import EventKind, Mention, Share, UnitKind

XA, PHUONG, THI_TRAN = UnitKind.XA, UnitKind.PHUONG, UnitKind.THI_TRAN
WHOLE = "Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của "
INTO = " thành xã mới có tên gọi là xã Mới."


def read(words, into=INTO, head=WHOLE):
    found = read_clause(f"7. {head}{words}{into}")
    assert found is not None
    assert not found.unread
    return found


def named(found):
    return [(one.kind, one.name, one.bracket) for one in found.mentions]


CASES = [
    # a kind holds for the names after it
    ("các xã A Lưa, B'Lốc và Cỏ May", [(XA, "A Lưa", ""), (XA, "B'Lốc", ""), (XA, "Cỏ May", "")]),
    ("thị trấn Mây và các xã Gió, Nắng", [(THI_TRAN, "Mây", ""), (XA, "Gió", ""), (XA, "Nắng", "")]),
    # brackets belong to the name before them
    ("xã Cỏ (huyện Lá), xã Rơm", [(XA, "Cỏ", "huyện Lá"), (XA, "Rơm", "")]),
    ("Phường 1 (thành phố Mây) và Phường 14A", [(PHUONG, "1", "thành phố Mây"), (PHUONG, "14A", "")]),
    ("các phường 1, 2, 3 và 4", [(PHUONG, n, "") for n in "1234"]),
    ("Phường I, Phường IV và xã Vị", [(PHUONG, "I", ""), (PHUONG, "IV", ""), (XA, "Vị", "")]),
    # apostrophes, dashes, digits, nouns inside a name, a name that is a kind
    ("xã N' Thôn Hạ và xã Đạ M’ri", [(XA, "N' Thôn Hạ", ""), (XA, "Đạ M'ri", "")]),
    ("phường Bút - Nghiên Mực và xã Đồi 2", [(PHUONG, "Bút - Nghiên Mực", ""), (XA, "Đồi 2", "")]),
    ("thị trấn Nông trường Mai Vàng và xã Sơn A", [(THI_TRAN, "Nông trường Mai Vàng", ""), (XA, "Sơn A", "")]),
    ("phường Phường Đúc và xã Thị Hoa", [(PHUONG, "Phường Đúc", ""), (XA, "Thị Hoa", "")]),
    # spaces that are missing
    ("xã Lao Bảo vàxã Tân Long", [(XA, "Lao Bảo", ""), (XA, "Tân Long", "")]),
    ("thị trấn Nghènxã Lộc và cácxã Gò, Đồi", [(THI_TRAN, "Nghèn", ""), (XA, "Lộc", ""), (XA, "Gò", ""), (XA, "Đồi", "")]),
    ("phường An TâyvàAn Cựu", [(PHUONG, "An Tây", ""), (PHUONG, "An Cựu", "")]),
    ("của xã Sân và xã Vườn(huyện Lá)", [(XA, "Sân", ""), (XA, "Vườn", "huyện Lá")]),
    # land that was no unit
    ("xã Biển và khu vực bãi cát (do huyện Lá quản lý)", [(XA, "Biển", ""), (UnitKind.OTHER, "khu vực bãi cát", "do huyện Lá quản lý")]),
    ("huyện Đảo", [(UnitKind.HUYEN, "Đảo", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CASES, ids=[words for words, _ in CASES])
def test_every_way_of_listing_units_is_read(words, expected):
    assert named(read(words)) == expected


@pytest.mark.parametrize(
    ("into", "kind", "name"),
    [
        (" thành xã mới có tên gọi là xã Mới.", XA, "Mới"),
        ("thànhxã mới có tên gọilàxã Mới.", XA, "Mới"),
        (" thành phường mới có tên gọi là Phường 2 Mây.", PHUONG, "2 Mây"),
        (" thành đặc khu có tên gọi là đặc khu Đảo Xa", UnitKind.DAC_KHU, "Đảo Xa"),
        (" thành xã Thành Cổ.", XA, "Thành Cổ"),
    ],
)
def test_the_new_unit_is_read_however_it_is_spaced(into, kind, name):
    found = read("xã Thành Tây", into)
    assert (found.kind, found.name) == (kind, name)
    assert named(found) == [(XA, "Thành Tây", "")]


SHARES = [
    ("toàn bộ diện tích tự nhiên, quy mô dân số của", Share.ALL, Share.ALL, EventKind.WHOLE),
    ("toàn bộ", Share.ALL, Share.ALL, EventKind.WHOLE),
    ("bộ diện tích tự nhiên, quy mô dân của", Share.ALL, Share.ALL, EventKind.WHOLE),
    ("một phần diện tích tự nhiên, quy mô dân số của", Share.PART, Share.PART, EventKind.PART),
    ("một phần diện tích tự nhiên của", Share.PART, Share.NONE, EventKind.PART),
    ("một phần diện tích tự nhiên, toàn bộ quy mô dân số của", Share.PART, Share.ALL, EventKind.PART),
    ("một phần quy mô dân số của", Share.NONE, Share.PART, EventKind.PART),
    ("phần còn lại của", Share.REST, Share.REST, EventKind.REST),
    ("phần quy mô dân số còn lại của", Share.NONE, Share.REST, EventKind.REST),
]


@pytest.mark.parametrize(("words", "land", "people", "event"), SHARES, ids=[words for words, *_ in SHARES])
def test_how_much_of_land_and_people_is_taken_is_read(words, land, people, event):
    (mention,), unread = read_mentions(f"{words} xã Cỏ")
    assert (mention.land, mention.people, mention.event, unread) == (land, people, event, "")


def test_a_quantity_holds_until_the_next_one_and_a_remainder_knows_its_clauses():
    found = read(
        "xã Cỏ, một phần diện tích tự nhiên, quy mô dân số của các phường Mây, Gió và phần còn lại của xã Rơm "
        "sau khi sắp xếp theo quy định tại các khoản 2, 3 và khoản 5 Điều này, xã Rạ"
    )
    assert [one.event for one in found.mentions] == [
        EventKind.WHOLE, EventKind.PART, EventKind.PART, EventKind.REST, EventKind.WHOLE,
    ]  # fmt: skip
    assert found.mentions[3].after == ("2", "3", "5")
    assert not found.mentions[4].after


def test_a_renaming_is_read():
    found = read_clause("9. Đổi tên xã Gò Cũ thành xã Gò Mới.")
    assert found.renames
    assert (found.name, named(found)) == ("Gò Mới", [(XA, "Gò Cũ", "")])


def test_words_that_are_not_understood_are_reported():
    found = read_clause(f"1. {WHOLE}xã Cỏ tính cả bờ đê{INTO}")
    assert found.unread


def test_a_clause_that_makes_no_unit_is_none():
    assert read_clause("3. Chính phủ tổ chức thi hành.") is None


def test_the_closing_clause_gives_counts_and_what_was_left():
    province, counts, kept, unread = read_closing(
        ProvisionId("nq-1", ("1", "9")),
        "9. Sau khi sắp xếp, tỉnh Mây có 12 đơn vị hành chính cấp xã, gồm09 xã, 02 phường và 01 đặc khu; trong đó có "
        "07 xã hình thành sau sắp xếp và 02 xã không thực hiện sắp xếp là các xã Cỏ (huyện Lá), Rơm.",
    )
    assert (province.full, counts.total, counts.of("xã"), counts.of("đặc khu")) == ("tỉnh Mây", 12, 9, 1)
    assert [(one.name, one.bracket) for one in kept] == [("Cỏ", "huyện Lá"), ("Rơm", "")]
    assert not unread


_syllable = st.sampled_from(
    ("Cỏ", "Mây", "Gió", "Nắng", "Đồi", "Thông", "Khe", "Ô", "Ia", "Ea", "Thành", "Vàng", "Đá", "Bến")
)
_name = st.one_of(
    st.lists(_syllable, min_size=1, max_size=3).map(" ".join),
    st.builds("{} {}".format, _syllable, st.integers(1, 9)),
    st.builds("{}'{}".format, st.sampled_from("BDKM"), _syllable),
)
_mention = st.builds(
    Mention,
    st.sampled_from((XA, PHUONG, THI_TRAN)),
    _name,
    st.one_of(st.just(""), st.builds("huyện {}".format, _syllable)),
)


def written(mentions, shares):
    out = []
    for mention, part in zip(mentions, shares, strict=True):
        how = (
            "một phần diện tích tự nhiên, quy mô dân số của"
            if part
            else "toàn bộ diện tích tự nhiên, quy mô dân số của"
        )
        bracket = f" ({mention.bracket})" if mention.bracket else ""
        out.append(f"{how} {mention.kind.value} {mention.name}{bracket}")
    return ", ".join(out)


@given(st.lists(st.tuples(_mention, st.booleans()), min_size=1, max_size=6), _name)
def test_what_is_written_is_read_back(pairs, new):
    mentions, shares = zip(*pairs, strict=True)
    found = read_clause(f"1. Sắp xếp {written(mentions, shares)} thành xã mới có tên gọi là xã {new}.")
    assert found.name == new
    assert named(found) == [(one.kind, one.name, one.bracket) for one in mentions]
    assert [one.event is EventKind.PART for one in found.mentions] == list(shares)
    assert not found.unread


@given(st.text(max_size=200))
def test_no_text_breaks_the_grammar(text):
    read_clause(text)
    read_mentions(text)
    read_closing(ProvisionId("nq-1", ("1", "1")), text)
