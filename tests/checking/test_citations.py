"""Citations of pasted texts: read in every form, never twice, never a neighbour, never guessed."""

from __future__ import annotations

import pytest

from phapquy.checking import Checker
from phapquy.checking.report import Result, Verdict
from phapquy.corpus.plain import PlainEntry
from phapquy.corpus.standin import held_as_digests, stand_in
from tests.checking.conftest import AFTER

LAW = "luat-5-2090-qhdd"


def read(report):
    """Each citation as ``result id id``."""
    return [
        " ".join([one.result.value, *(part.id.removeprefix(f"{LAW}/") for part in one.provisions)])
        for one in report.citations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # statutory form, by name and by number
        ("theo điểm a khoản 2 Điều 1 Luật Bến đò", ["exists 1/2/a"]),
        ("theo khoản 1 và khoản 3 Điều 1 của Luật Bến đò số 5/2090/QHDD", ["exists 1/1 1/3"]),
        ("Điều 1 và Điều 2 Luật Bến đò", ["exists 1", "exists 2"]),
        # from the article down, with commas
        ("Điều 1 khoản 2 điểm b Luật 5/2090/QHDD", ["exists 1/2/b"]),
        ("Điều 1, khoản 2, điểm b Luật Bến đò", ["exists 1/2/b"]),
        # typed
        ("xem k2 đ1 luật 5", ["exists 1/2"]),
        ("khoan 1 dieu 2 luat 5/2090/qhdd", ["exists 2/1"]),
        ("khoản 1 điều 2 luật bến đò", ["exists 2/1"]),
        ("Điều 1 và Điều 2 NĐ 6/2095/NĐ-DD", ["exists nd-6-2095-nd-dd/1", "exists nd-6-2095-nd-dd/2"]),
        # a law named by its initials stands only where one law has them; here none does
        ("Luật BĐ có tiếng", ["outside"]),
        # our own ids, but not inside an address
        ("mã luat-5-2090-qhdd/1/2/đ.", ["exists 1/2/đ"]),
        ("https://vi-du.vn/luat-5-2090-qhdd/1", []),
        # the number behind the name is of the name
        ("khoản 1 Điều 2 Luật Bến đò (số 5/2090/QHDD)", ["exists 2/1"]),
        # places beside a document
        ("Luật Bến đò, Điều 1", [f"exists {LAW}", "exists 1"]),
        ("Luật Bến đò (khoản 2 Điều 1; Điều 2)", [f"exists {LAW}", "exists 1/2", "exists 2"]),
        # marks of emphasis and broken lines
        ("Theo **khoản 1 Điều 1** của **Luật Bến đò**", ["exists 1/1"]),
        ("> nêu tại khoản 1\n> Điều 1 Luật Bến đò", ["exists 1/1"]),
        # headings and the number of the paper itself cite nothing
        ("Số: 45/UBND-VP\nĐiều 1. Lập bến\nĐiều 2. Giao việc\nĐiều 3\n", []),
    ],
)  # fmt: skip
def test_each_form_is_read_once(check, text, expected):
    assert read(check(text)) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Điều 1a Luật Bến đò", "không có Điều 1a"),
        ("Điều 12 Luật Bến đò", "từ Điều 1 đến Điều 3"),
        ("khoản 20 Điều 1 Luật Bến đò", "chỉ có khoản 1, 2, 3"),
        ("điểm d khoản 2 Điều 1 Luật Bến đò", "chỉ có điểm a, b, đ"),
        ("điểm a khoản 1 Điều 1 Luật Bến đò", "không chia thành điểm"),
        ("khoản 2b Điều 2 Luật Bến đò", "Được bổ sung sau: 2a"),
        ("Luật Đất đai số 5/2090/QHDD", "số này là của Luật Bến đò"),
        ("Quyết định số 6/2095/NĐ-DD", "số này là của Nghị định"),
    ],
)  # fmt: skip
def test_what_does_not_exist_is_never_its_neighbour_and_what_exists_is_said(check, text, said):
    one = check(text).citations[0]
    assert (one.result, one.wrong) == ("missing", True)
    assert said in one.reason


@pytest.mark.parametrize(
    ("text", "result", "reason"),
    [
        ("khoản 2 Điều 5 quy định khác", "not_checked", "không nêu văn bản"),
        ("khoản 1 Điều này", "not_checked", "này"),
        ("Điều 5 của Luật này", "not_checked", "chính văn bản đang kiểm tra"),
        ("Điều 5 Luật Nuôi vịt", "outside", "kho không có Luật Nuôi vịt"),
        ("Điều 5 Luật Bến đò năm 2030", "outside", "kho có Luật Bến đò số 5/2090/QHDD"),
        ("Phụ lục II ban hành kèm theo Luật Bến đò", "outside", "Phụ lục II"),
        ("luat-99-2090-qhdd/3", "outside", "luat-99-2090-qhdd"),
    ],
)
def test_what_cannot_be_checked_is_counted_with_its_reason(check, text, result, reason):
    report = check(text)
    assert [one.result for one in report.citations] == [result]
    assert reason in report.not_checked[0].reason
    assert report.ok


def test_this_law_is_the_one_law_named_before(check):
    text = "Luật Bến đò có ghi. Xem khoản 3 Điều 1 của Luật này."
    assert read(check(text)) == [f"exists {LAW}", "exists 1/3"]


@pytest.mark.parametrize(
    "before", ["Luật Bến đò và Luật Nuôi vịt có ghi. ", "LUẬT\nCăn cứ Luật Bến đò. ", "Nghị định số 6/2095/NĐ-DD. "]
)
def test_this_law_is_left_open_where_grammar_does_not_tell(check, before):
    assert read(check(f"{before}Xem khoản 3 Điều 1 của Luật này."))[-1] == "not_checked"


def test_a_shortened_number_says_how_it_was_understood(check):
    assert check("k2 đ1 luật 5").citations[0].notes == ("viết tắt, hiểu là Luật Bến đò số 5/2090/QHDD",)


def test_the_force_is_that_of_the_day_with_the_clause_that_changed_it(check):
    def one(path, day):
        return check(f"{LAW}/{path}", day).citations[0].provisions[0]

    assert one("2/2", AFTER.replace(2092)).force == "in_force"
    ended = one("2/2", AFTER)
    assert (ended.force, str(ended.until), ended.ended_by) == ("ended", "2095-06-01", ("nd-6-2095-nd-dd/3",))
    changed = one("2/1", AFTER)
    assert (changed.force, changed.amended_by) == ("in_force", ("nd-6-2095-nd-dd/1",))
    assert one("2/2a", AFTER.replace(2092)).force == "not_yet"
    inserted = one("2/2a", AFTER)
    assert (inserted.force, inserted.inserted, str(inserted.since)) == ("in_force", True, "2095-06-01")


def test_a_document_is_in_force_or_not_as_a_whole(check):
    early = check("Luật Bến đò", AFTER.replace(2089))
    assert (early.citations[0].force, early.ok) == ("not_yet", False)
    assert check("Luật Bến đò").ok


def test_lines_and_spans_are_those_of_the_text(check):
    report = check("Một.\r\nHai.\r\nTheo Điều 1 Luật Bến đò.")
    one = report.citations[0]
    assert one.line == 3
    assert report.text[one.start : one.end] == one.words == "Điều 1 Luật Bến đò"


# -- a whole digest in place of the text ------------------------------------------------------------------


@pytest.fixture(scope="module")
def digested(library):
    """A checker that holds a whole digest of the law, and nothing of the decree that amends it."""
    words = [
        PlainEntry(id="1", heading="Đèn và thuyền"),
        PlainEntry(id="1/1", plain="Xã chốt giờ thắp đèn."),
        PlainEntry(id="1/2", plain="Việc của tỉnh:"),
        PlainEntry(id="1/2/a", plain="Đặt tên khúc sông."),
        PlainEntry(id="2", heading="Người gác"),
        PlainEntry(id="2/1", plain="Ghi sổ."),
    ]
    slug = "luat-5-2090-qhdd"
    entry = library.entry(slug)
    manifest = held_as_digests(library.manifest, [slug])
    return Checker(manifest, {slug: stand_in(entry, words)}, library.validity, [slug])


# (text, result, words of what is said)
KNOWN = [
    # a clause of the digest exists, and what cannot be said is said
    ("khoản 1 Điều 1 Luật Bến đò", Result.EXISTS, "có theo bản tóm lược"),
    ("điểm a khoản 2 Điều 1 Luật Bến đò", Result.EXISTS, "không so được câu trích"),
    # one that it lacks does not exist: a digest has them all
    ("khoản 9 Điều 1 Luật Bến đò", Result.MISSING, "theo bản tóm lược của kho"),
    ("Điều 77 Luật Bến đò", Result.MISSING, "theo bản tóm lược của kho"),
    # what a text that is not here inserted is known from the table
    ("khoản 2a Điều 2 Luật Bến đò", Result.EXISTS, "có theo bản tóm lược"),
    # a later wording that is not here may have brought in more
    ("điểm c khoản 1 Điều 2 Luật Bến đò", Result.OUTSIDE, "có thể do 6/2095/NĐ-DD bổ sung"),
    # chapters and annexes are left out of a digest
    ("Chương III Luật Bến đò", Result.NOT_CHECKED, "không có chương, mục, phụ lục"),
    ("Phụ lục I Luật Bến đò", Result.NOT_CHECKED, "không có chương, mục, phụ lục"),
]


@pytest.mark.parametrize(("text", "result", "said"), KNOWN)
def test_clauses_of_a_whole_digest_are_known_to_exist_or_not(digested, text, result, said):
    (one,) = digested.check(f"Theo {text}.\n", AFTER).citations
    assert one.result is result
    (part,) = one.provisions
    assert said in " ".join([part.reason, *part.notes])


def test_a_quotation_is_not_held_against_a_digest(digested):
    for words in ("Xã chốt giờ thắp đèn.", "Hội đồng nhân dân xã quyết định giờ thắp đèn ở bến đò"):
        report = digested.check(f"Theo khoản 1 Điều 1 Luật Bến đò: “{words}”\n", AFTER)
        (quote,) = report.quotes
        assert (quote.verdict, report.ok) == (Verdict.NOT_CHECKED, True)
        assert "bản tóm lược" in quote.reason


def test_a_digest_from_the_press_confirms_no_clause(library):
    manifest = held_as_digests(library.manifest, ["luat-5-2090-qhdd"])
    words = [PlainEntry(id="1", heading="Đèn")]
    document = stand_in(library.entry("luat-5-2090-qhdd"), words)
    checker = Checker(manifest, {"luat-5-2090-qhdd": document}, library.validity)
    (one,) = checker.check("Theo Điều 1 Luật Bến đò.\n", AFTER).citations
    assert one.result is Result.NOT_CHECKED
