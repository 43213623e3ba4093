import pytest

from phapquy.corpus.wording import State
from phapquy.errors import UsageError
from phapquy.law.provision import Kind, ProvisionId
from tests.ponds import AFTER, BEFORE, CHANGE, HOSTILE, LATER, PONDS, TEXTS


def clauses(ponds, day):
    return {str(one.id): one for one in ponds.reading.clauses(PONDS, day) if one.id}


def words(clause):
    return "\n".join("".join(part.text for part in line) for line in clause.lines)


def at(place):
    return ProvisionId.parse(f"{PONDS}/{place}")


def test_before_the_change_the_stored_words_stand_and_the_later_ones_are_folded(ponds):
    clause = clauses(ponds, BEFORE)[f"{PONDS}/2/2"]
    assert words(clause) == "2. Quyết định mùa tát ao."
    assert clause.source is None
    assert ["".join(part.text for part in one.lines[0]) for one in clause.others] == [
        "2. Quyết định mùa tát ao và mùa gặt sen."
    ]


def test_after_the_change_the_new_words_stand_with_their_source_and_the_old_ones_are_folded(ponds):
    clause = clauses(ponds, AFTER)[f"{PONDS}/2/2"]
    assert words(clause) == "2. Quyết định mùa tát ao và mùa gặt sen."
    assert str(clause.source) == f"{CHANGE}/1/1"
    assert clause.changed_by == (f"{CHANGE}/1/1",)
    assert ["".join(part.text for part in one.lines[0]) for one in clause.others] == ["2. Quyết định mùa tát ao."]


def test_an_inserted_clause_stands_where_its_number_belongs(ponds):
    order = list(clauses(ponds, AFTER))
    assert order.index(f"{PONDS}/2/2a") == order.index(f"{PONDS}/2/2") + 1
    assert clauses(ponds, AFTER)[f"{PONDS}/2/2a"].inserted


def test_a_clause_to_be_inserted_is_announced_without_words(ponds):
    clause = clauses(ponds, BEFORE)[f"{PONDS}/2/2a"]
    assert clause.state is not State.IN_FORCE
    assert clause.lines == ()
    assert len(clause.others) == 1


def test_a_repealed_point_is_shown_as_ended_with_the_clause_that_ended_it(ponds):
    assert clauses(ponds, BEFORE)[f"{PONDS}/2/1/c"].state is State.IN_FORCE
    clause = clauses(ponds, AFTER)[f"{PONDS}/2/1/c"]
    assert clause.state is State.ENDED
    assert clause.changed_by == (f"{CHANGE}/1/3",)


def test_every_stored_word_is_shown_somewhere(ponds):
    text = " ".join(
        " ".join([one.heading, words(one)]) for slug in TEXTS for one in ponds.reading.clauses(slug, BEFORE)
    )
    for line in "\n".join(TEXTS.values()).splitlines():
        assert " ".join(line.split()) in " ".join(text.split())


def test_references_point_to_clauses_and_leave_the_words_as_they_are(ponds):
    found = clauses(ponds, BEFORE)
    links = [part for line in found[f"{PONDS}/2/1/a"].lines for part in line if part.ids]
    assert [(part.text, str(part.ids[0])) for part in links] == [("điểm đ khoản này", f"{PONDS}/2/1/đ")]
    other = [str(part.ids[0]) for line in found[f"{PONDS}/1"].lines for part in line if part.ids]
    assert other == [f"{PONDS}/3/2", CHANGE]


def test_the_text_is_kept_as_text(ponds):
    assert words(clauses(ponds, AFTER)[f"{PONDS}/2/3"]) == f"3. {HOSTILE}"


def test_plain_words_stand_with_their_clause(ponds):
    assert clauses(ponds, AFTER)[f"{PONDS}/2/1/b"].plain.startswith("Xã đặt tên ao")


@pytest.mark.parametrize("typed", ["dat ten", "ĐẶT TÊN", "  Đặt   tên "])
def test_search_inside_finds_with_and_without_marks(ponds, typed):
    assert [str(one.id) for one in ponds.reading.find(PONDS, typed, AFTER)] == [f"{PONDS}/2/1/b"]


def test_search_inside_with_marks_means_the_marks(ponds):
    assert list(ponds.reading.find(PONDS, "đát tên", AFTER)) == []


def test_contents_list_chapters_and_articles(ponds):
    contents = ponds.reading.contents(PONDS)
    assert [(one.depth, one.label) for one in contents if one.id is None] == [
        (0, "Chương I. Quy định chung"), (0, "Chương II. Thẩm quyền"),
    ]  # fmt: skip
    assert next(one.label for one in contents if one.depth == 1) == "Điều 1. Phạm vi"


def test_a_preview_is_of_the_day(ponds):
    assert ponds.reading.preview(at("2/2"), AFTER).text.endswith("mùa gặt sen.")
    assert ponds.reading.preview(at("2/2"), BEFORE).text.endswith("tát ao.")
    assert ponds.reading.preview(ProvisionId(LATER), AFTER).label == "Nghị định số 3/2092/NĐ-DD"


def test_what_is_not_there_is_said(ponds):
    with pytest.raises(UsageError, match="Kho không có văn bản"):
        ponds.reading.document("luat-khong-co", AFTER)
    assert not ponds.reading.exists(at("99"))
    assert "Điều" in ponds.reading.nearest(at("99"))


def test_a_change_without_words_is_listed_as_unseen(ponds):
    (one,) = ponds.reading.unseen()
    assert (one.slug, one.by, one.scope) == (PONDS, "9/2091/NĐ-DD", (f"{PONDS}/3/1",))


def test_kinds_tell_headings_from_clauses(ponds):
    kinds = [one.kind for one in ponds.reading.clauses(PONDS, BEFORE)]
    assert kinds.count(Kind.CHUONG) == 2
    assert kinds[0] is Kind.MO_DAU
