"""How questions are changed: always alike, never in what they ask."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phapquy.evaluate.dataset import Case
from phapquy.evaluate.metamorphic import RELATIONS, manners, marks, shorten, slips, units
from phapquy.vietnamese.abbreviations import expand_abbreviations
from phapquy.vietnamese.courtesy import calm, without_courtesy
from phapquy.vietnamese.keyboard import telex
from phapquy.vietnamese.normalize import clean_question, fold, nfc

CHANCE = random.Random(7)
QUESTION = "Chủ tịch Ủy ban nhân dân xã có được quyết định giờ mở chợ cá không?"


def case(question, **more):
    return Case(id="b-1", kind="authority", question=question, form="plain", outcome="answered", **more)


@given(st.text("aăâeêioôơuưyđbcnghtrx ĂÂĐÊÔƠƯằắẳẵặềếểễệồốổỗộờớởỡợừứửữựýỳỷỹỵ.,?0", max_size=60))
def test_leaving_out_marks_keeps_what_a_reader_folds(text):
    assert fold(marks.no_marks(text, CHANCE)) == fold(nfc(text))
    assert fold(marks.half_marks(text, CHANCE)) == fold(nfc(text))


def test_half_the_marks_leaves_some_and_takes_some():
    made = marks.half_marks(QUESTION, random.Random(1))
    assert made not in {QUESTION, marks.bare(QUESTION)}


def test_organs_and_papers_are_written_short_as_people_write_them():
    made = shorten.abbreviated(
        "Chủ tịch Ủy ban nhân dân xã ký quyết định, Hội đồng nhân dân xã không ký", random.Random(3)
    )
    assert "CT UBND xã" in made
    assert "HĐND xã" in made


def test_a_short_form_reads_back_as_what_it_stood_for():
    made = shorten.abbreviated(QUESTION, random.Random(3))
    assert len(made) < len(QUESTION)
    assert fold(expand_abbreviations(made).text) == fold(QUESTION)


def test_numbers_of_documents_are_never_shortened():
    assert "5/2090/NĐ-DD" in shorten.abbreviated("Nghị định 5/2090/NĐ-DD nói gì về vớt bèo?", random.Random(3))


@given(st.integers(0, 500))
def test_slips_hit_at_most_three_small_words_and_no_name_or_number(seed):
    question = "Ai cho phép dân xã Bến Lau vớt bèo theo Điều 12 Luật Làng chài ở bến sông trong mùa nước cạn?"
    made = slips.mistyped(question, random.Random(seed))
    before, after = question.split(), made.split()
    hit = [old for old, new in zip(before, after, strict=True) if old != new]
    assert 1 <= len(hit) <= slips.MOST
    assert all(word.islower() for word in hit)


def test_the_kinds_of_slip():
    assert slips.telex_left("được", CHANCE) == "dduwowcj"
    assert telex("dduwowcj") == "được"
    assert slips.toneless("được", CHANCE) == "đươc"
    assert sorted(slips.swapped("beo", CHANCE)) == sorted("beo") and slips.swapped("beo", CHANCE) != "beo"
    assert len(slips.neighbour("beo", CHANCE)) == 3


@given(st.integers(0, 200))
def test_manners_and_capitals_are_read_away_again(seed):
    for change in (manners.polite, manners.thanked, manners.capitals, manners.untidy):
        typed = clean_question(change(QUESTION, random.Random(seed)), 2000)
        left = without_courtesy(calm(typed))
        assert fold(left).rstrip(" ?!.") == fold(QUESTION).rstrip("?")


@pytest.mark.parametrize(
    ("change", "question", "made"),
    [
        (units.to_ward, "Ai mở chợ cá ở xã?", "Ai mở chợ cá ở phường?"),
        (units.to_ward, "Xã em ai mở chợ cá?", "Phường em ai mở chợ cá?"),
        (units.to_special_zone, "UBND xã mở chợ cá được không?", "UBND đặc khu mở chợ cá được không?"),
        (units.to_commune, "HĐND phường có được lập tổ phố không?", "HĐND xã có được lập tổ phố không?"),
        (units.to_province, "UBND xã có được mở chợ cá không?", "UBND tỉnh có được mở chợ cá không?"),
        (units.to_province, "Việc này cấp xã làm à?", "Việc này cấp tỉnh làm à?"),
    ],
)
def test_another_unit_is_put_in_its_place(change, question, made):
    assert change(question, CHANCE) == made


@pytest.mark.parametrize("change", [units.to_ward, units.to_special_zone, units.to_province])
@pytest.mark.parametrize(
    "question",
    [
        "Ai mở chợ cá ở xã Bến Lau?",
        "Hợp tác xã vớt bèo do ai lập?",
        "Việc xã hội do ai lo?",
        "Xã hay phường mở chợ cá?",
        "Thôn của xã do ai lập?",
        "Ủy ban nhân dân thị xã mở chợ cá à?",
    ],
)
def test_a_named_unit_another_word_and_several_units_stay(change, question):
    assert change(question, CHANCE) == question


def test_a_place_in_the_commune_is_not_lifted_to_the_province():
    assert units.to_province("Ai mở chợ cá ở xã?", CHANCE) == "Ai mở chợ cá ở xã?"


def test_every_relation_changes_a_question_the_same_way_each_time():
    asked = case(QUESTION, organs=("Ủy ban nhân dân xã",))
    once, again = ([relation.changed(asked) for relation in RELATIONS] for _ in range(2))
    assert once == again
    assert sum(made is not None for made in once) >= 10


def test_another_unit_is_asked_about_in_questions_of_competence_only():
    by_name = {relation.name: relation for relation in RELATIONS}
    assert by_name["xa-phuong"].changed(case("Ở xã có mấy bến đò?")) is None
    assert by_name["xa-phuong"].changed(case("Ở xã ai mở bến đò?", organs=("Ủy ban nhân dân xã",)))
