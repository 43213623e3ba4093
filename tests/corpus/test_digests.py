"""Whole digests: their facts, the document they stand in as, and how they are held to the text."""

from dataclasses import replace
from datetime import date

import pytest

from phapquy.authority.competence import competences
from phapquy.authority.roles import Role
from phapquy.corpus.check import check, coverage, unwarned
from phapquy.corpus.digest_check import differences
from phapquy.corpus.facts import Facts, OrganFact, Part
from phapquy.corpus.figures import dates_of, levels_of, numbers_of
from phapquy.corpus.kinds import SourceQuality, TextKind
from phapquy.corpus.library import Library
from phapquy.corpus.plain import PlainEntry
from phapquy.corpus.sources import pull
from phapquy.corpus.standin import DISCLAIMER, held_as_digests, stand_in, told
from phapquy.errors import ManifestError, TextError
from phapquy.law.holder import Level, find_organs
from phapquy.law.provision import Kind, ProvisionId
from phapquy.law.structure import parse

WHOLE = ("luat-72-2025-qh15", "luat-80-2025-qh15", "nd-118-2025-nd-cp", "nq-202-2025-qh15")
TOLD = """[[provision]]
id = "1"
heading = "Luật nói về gì"
plain = "Luật nói về cây xoài trong một khu vườn bịa."

[[provision]]
id = "2"
heading = "Việc tưới và đếm"

[[provision]]
id = "2/1"
plain = "Sáng nào tổ xoài cũng tưới."
ask = ["ai tưới xoài"]

[[provision]]
id = "2/2"
plain = "Việc của trưởng tổ:"

[[provision]]
id = "2/2/a"
plain = "Đếm quả."

[[provision]]
id = "2/2/b"
plain = "Ghi lại quả rụng."

[[provision]]
id = "3"
heading = "Ngày có hiệu lực"

[[provision]]
id = "3/1"
plain = "Luật bắt đầu áp dụng."
[provision.facts]
dates = [2099-07-01]
"""


@pytest.fixture
def digested(settings):
    """The invented law with a whole digest, its text not pulled yet."""
    (settings.digests_dir / "luat-xoai.toml").write_text(TOLD, "utf-8")
    return settings


def test_the_roles_of_a_digest_are_those_the_grammar_reads():
    assert [part.value for part in Part] == [role.value for role in Role]


def test_a_digest_stands_in_for_a_text_that_is_not_there_and_steps_back_when_it_comes(digested):
    library = Library(digested)
    assert (library.stands_in("luat-xoai"), library.answerable()) == (True, ["luat-xoai", "kl-7-xx"])
    assert library.available() == ["kl-7-xx"]
    with pytest.raises(TextError):
        library.document("luat-xoai")
    before = library.corpus_hash(library.answerable())
    pull(digested)
    library = Library(digested)
    assert (library.stands_in("luat-xoai"), library.held("luat-xoai")) == (False, library.document("luat-xoai"))
    assert library.corpus_hash(["luat-xoai", "kl-7-xx"]) != before


def test_the_stand_in_has_the_articles_clauses_and_points_of_the_text(digested):
    pull(digested)
    library = Library(digested)
    document = stand_in(library.entry("luat-xoai"), library.plain("luat-xoai"))
    assert list(document.provisions) == list(library.document("luat-xoai").provisions)
    assert coverage(document) == 1.0
    assert DISCLAIMER in document.text
    point = ProvisionId.parse("luat-xoai/2/2/b")
    assert document.own_text(document.provisions[point]) == "b) Ghi lại quả rụng.\n"
    assert [node.kind for node in document.paths[point]] == [Kind.DIEU, Kind.KHOAN]
    assert document.heading(document.provisions[point.at_dieu()]) == "Việc tưới và đếm"


def test_a_missing_text_stays_missing_for_the_check_though_a_digest_stands_in(digested):
    (row,) = check(Library(digested), ["luat-xoai"])
    assert not row.ok
    assert "phapquy corpus pull" in row.problem


def test_a_document_held_as_a_digest_is_labelled_so_and_names_the_official_address(digested):
    manifest = Library(digested).manifest
    entry = manifest.by_slug["luat-xoai"].model_copy(update={"url": "https://vuon.example/luat"})
    manifest = manifest.model_copy(update={"document": (entry, *manifest.document[1:])})
    shown = held_as_digests(manifest, ["luat-xoai"]).by_slug["luat-xoai"]
    assert (shown.text_kind, shown.source_quality) == (TextKind.DIGEST, SourceQuality.DIGEST)
    assert "https://vuon.example/luat" in shown.warnings[-1]
    assert held_as_digests(manifest, ["luat-xoai"]).by_slug["nd-xoai"].text_kind is TextKind.VERBATIM


def test_who_does_what_is_told_in_full_unless_the_plain_words_say_it_or_introduce_a_list():
    facts = Facts(
        organs=(
            OrganFact(name="Hội đồng nhân dân xã", role=Part.DECIDES),
            OrganFact(name="Ủy ban nhân dân xã", role=Part.PROPOSES),
            OrganFact(name="Chính phủ", role=Part.NAMED),
        )
    )
    assert list(told("Hội đồng xã chốt.", facts)) == ["Hội đồng nhân dân xã quyết định; Ủy ban nhân dân xã trình."]
    assert list(told("Hội đồng nhân dân xã quyết định, do ủy ban đưa lên.", facts)) == ["Ủy ban nhân dân xã trình."]
    assert list(told("Các việc sau:", facts)) == []


def test_a_provision_that_says_nothing_or_plays_an_unknown_part_is_refused(digested):
    path = digested.digests_dir / "luat-xoai.toml"
    for wrong in ('[[provision]]\nid = "1"\n', TOLD.replace("dates =", "days =")):
        path.write_text(wrong, "utf-8")
        with pytest.raises(ManifestError, match=r"luat-xoai\.toml"):
            Library(digested).plain("luat-xoai")


# -- held to the text -------------------------------------------------------------------------------------

POND = """NGHỊ ĐỊNH
Điều 1. Ao làng
1. Hội đồng nhân dân xã quyết định đào ao rộng 1.200 m2 trong thời hạn 30 ngày.
2. Ao đào từ ngày 01 tháng 7 năm 2099 thì thả sen hồng sen trắng cá chép cá mè cá trôi trước mùa mưa.
"""
# (entry, what is said of it)
HELD = [
    # everything is told
    ({}, []),
    # a number that is not there, written with or without its point
    ({"plain": "Hội đồng nhân dân xã quyết đào ao 1200 m2, sâu 3 mét."}, ["số 3 không có"]),
    # a number left out
    ({"numbers": ()}, ["thiếu số 1200"]),
    # an organ left out; an organ that is not there; a level that is not there
    ({"organs": ()}, ["thiếu Hội đồng nhân dân xã"]),
    ({"plain": "Ủy ban nhân dân xã đào ao."}, ["không nói tới Ủy ban nhân dân xã"]),
    ({"plain": "Tỉnh không quyết việc đào ao."}, ["không nói tới cấp tỉnh"]),
    # words of the text
    ({"plain": "Thả sen hồng sen trắng cá chép cá mè cá trôi trước mùa mưa."}, ["chép lại 12"]),
    # what later texts did is told apart, and only of texts that did it
    ({"plain": "Bản 2099 (88/2098 đã sửa): xã quyết đào ao."}, []),
    ({"plain": "Xã quyết đào ao (99/2088 đã bỏ)."}, ["99/2088 không phải văn bản sửa đổi"]),
]


@pytest.mark.parametrize(("change", "expected"), HELD)
def test_a_digest_tells_the_numbers_organs_and_levels_of_its_clause_in_other_words(settings, change, expected):
    document = parse("nd-xoai", POND)
    entry = Library(settings).entry("nd-xoai").model_copy(update={"amended_by": ("nd-88-2098-xx",)})
    facts = {
        "organs": (OrganFact(name="Hội đồng nhân dân xã", role=Part.DECIDES, level=Level.XA),),
        "numbers": ("1.200 m2",),
        "deadlines": ("trong 30 ngày",),
    }
    plain = change.get("plain", "Hội đồng xã chốt việc đào ao.")
    facts |= {name: value for name, value in change.items() if name != "plain"}
    words = (
        PlainEntry(id="1", heading="Ao"),
        PlainEntry(id="1/1", plain=plain, facts=Facts(**facts)),
        PlainEntry(id="1/2", plain="Ao đào rồi thì thả sen, thả cá.", facts=Facts(dates=(date(2099, 7, 1),))),
    )
    said = list(differences(document, words, entry))
    assert len(said) == len(expected)
    assert all(want in line for want, line in zip(expected, said, strict=True)), said


def test_a_digest_has_the_clauses_of_the_text_in_their_order_and_no_other(settings):
    document = parse("nd-xoai", POND.replace(" rộng 1.200 m2 trong thời hạn 30 ngày", ""))
    entry = Library(settings).entry("nd-xoai")
    words = (
        PlainEntry(id="1/2", plain="Thả sen."),
        PlainEntry(id="1", plain="Ao."),
        PlainEntry(id="9", plain="Không."),
    )
    said = [line for line in differences(document, words, entry) if "ngày" not in line]
    assert said == [
        "1/1: chưa có trong bản tóm lược",
        "1/2: các mục không theo thứ tự của văn bản",
        "1: thiếu tên điều",
        "9: văn bản không có điều khoản này",
    ]


def test_running_numbers_of_a_digest_need_a_warning_in_the_manifest(settings):
    library = Library(settings)
    entry, digest = library.entry("kl-7-xx"), library.digest("kl-7-xx")
    assert list(unwarned(digest, entry)) == ["kl-7-xx/101: danh mục chưa cảnh báo đây là số chạy của bản tóm lược"]
    warned = entry.model_copy(update={"warnings": ("Số mục từ 101 là số chạy của bản tóm lược.",)})
    assert list(unwarned(digest, warned)) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        # thousands' points and leading zeros are one form, a decimal comma stays
        ("1. Từ 1.000.000 dân, 05 ngày, 13.795,50 km²", {"1000000", "5", "13795,50"}),
        # shares in words
        ("ít nhất hai phần ba, quá nửa số đại biểu", {"2/3", "quá nửa"}),
        # citations, dates and numbers of documents are none
        ("theo khoản 2 Điều 40, Nghị định số 118/2025/NĐ-CP ngày 01 tháng 7 năm 2025", set()),
        # the number of a quoted clause is none
        ("như sau: “3. Ba ao.”", set()),
    ],
)
def test_numbers_are_read_in_one_form(text, numbers):
    assert numbers_of(text) == numbers


def test_dates_and_levels_are_read_as_they_are_written():
    assert dates_of("ngày 01 tháng 7 năm 2025 và 12/6/2025") == {date(2025, 7, 1), date(2025, 6, 12)}
    assert levels_of("phường thuộc thành phố; Bộ trưởng; kinh tế - xã hội; cán bộ") == {
        Level.XA,
        Level.TINH,
        Level.TRUNG_UONG,
    }
    assert levels_of("thị xã cũ") == {Level.HUYEN}


def test_a_city_followed_by_a_verb_is_no_city_of_a_province():
    assert find_organs("Ủy ban nhân dân thành phố được phân cấp")[0].level is Level.TINH
    assert find_organs("Ủy ban nhân dân thành phố Nha Trang được phân cấp")[0].level is Level.HUYEN


# -- the digests of the corpus ----------------------------------------------------------------------------


@pytest.mark.corpus
@pytest.mark.parametrize("slug", WHOLE)
def test_every_digest_says_what_its_text_says_and_says_it_otherwise(real_library, slug):
    document, words = real_library.document(slug), real_library.plain(slug)
    assert list(differences(document, words, real_library.entry(slug))) == []


@pytest.mark.parametrize("slug", WHOLE)
def test_whoever_decides_by_the_facts_decides_by_the_grammar_too(slug):
    """A text-less installation answers "who decides" from the words of the stand-in."""
    from phapquy.config import load_settings

    library = Library(load_settings())
    words = library.plain(slug)
    document = stand_in(library.entry(slug), words)
    lost = []
    for one in (each for each in words if each.plain and not each.plain.endswith(":")):
        read = {each.organ.name for each in competences(document, one.identity(slug)) if each.role is Role.DECIDES}
        known = [organ for organ in one.facts.organs if organ.role is Part.DECIDES and _is_an_organ(organ.name)]
        lost += [f"{one.id}: {organ.name}" for organ in known if not any(name.startswith(organ.name) for name in read)]
    assert lost == []


def _is_an_organ(name: str) -> bool:
    """Whether the grammar knows the name whole; "người đứng đầu cơ quan" is none."""
    return any(organ.start == 0 and organ.end == len(name) for organ in find_organs(name))


@pytest.mark.parametrize("slug", WHOLE)
def test_every_clause_of_a_digest_has_its_task_and_field(slug):
    from phapquy.config import load_settings

    words = Library(load_settings()).plain(slug)
    assert [one.id for one in words if one.plain and not (one.facts.task and one.facts.field)] == []


def test_the_conclusion_warns_that_its_running_numbers_are_none_of_its_own():
    from phapquy.config import load_settings

    library = Library(load_settings())
    entry = library.entry("kl-202-kl-tw")
    assert list(unwarned(library.digest("kl-202-kl-tw"), entry)) == []
    ours = [item.id for item in library.digest("kl-202-kl-tw").item if not item.numbered_by_source]
    assert ours[0] == "kl-202-kl-tw/3"
    assert "từ 3 trở đi" in entry.warnings[0]


def test_a_changed_word_of_a_digest_is_seen(digested):
    pull(digested)
    library = Library(digested)
    document, words = library.document("luat-xoai"), library.plain("luat-xoai")
    entry = library.entry("luat-xoai")
    assert list(differences(document, words, entry)) == []
    changed = replace(document, text=document.text.replace("ngày 01 tháng 7", "ngày 02 tháng 7"))
    assert [line.split(":")[0] for line in differences(changed, words, entry)] == ["3/1"]
