"""What a typed question is understood as: what it asks, of whom, about what."""

import pytest

from phapquy.errors import UsageError
from phapquy.law.holder import Level
from phapquy.search.question import Asks, read_question
from phapquy.vietnamese.diacritics import Restorer
from tests.invented import UNTRAINED, asked

LINES = [
    "Ủy ban nhân dân xã quyết định thắp đèn lồng ở bến sông.",
    "Hội đồng nhân dân tỉnh có thẩm quyền đặt tên thác nước.",
    "Ai quyết định đặt tên thác nước ở phường, ai có thẩm quyền?",
]


@pytest.fixture(scope="module")
def restorer():
    return Restorer.train(LINES * 5, general=False)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Ai thắp đèn lồng ở bến sông?", Asks.WHO),
        ("Cơ quan nào đặt tên thác nước?", Asks.WHO),
        ("Đặt tên thác nước do cấp nào quyết định?", Asks.WHO),
        ("Việc thắp đèn thuộc thẩm quyền của xã hay tỉnh?", Asks.WHO),
        # organs to choose from
        ("Hội đồng nhân dân tỉnh đặt tên hay Ủy ban nhân dân xã đặt?", Asks.WHO),
        ("Hội đồng nhân dân xã có được thắp đèn lồng không?", Asks.MAY),
        ("Thắp đèn lồng được không?", Asks.MAY),
        ("Đèn lồng phải thắp từ chiều, đúng không?", Asks.MAY),
        ("Cấp giấy phép nuôi đom đóm trong bao lâu?", Asks.QUANTITY),
        ("Thắp bao nhiêu đèn lồng?", Asks.QUANTITY),
        ("Đèn lồng tối đa mấy chiếc?", Asks.QUANTITY),
        # a figure named in a yes-or-no question is not asked for
        ("Thời hạn này có được kéo dài không?", Asks.MAY),
        ("Đèn lồng làm bằng gì?", Asks.OTHER),
    ],
)
def test_what_kind_of_answer_a_question_wants(text, asks):
    assert asked(text).asks is asks


@pytest.mark.parametrize("text", ["Mẫu đèn do bộ nào ban hành?", "Sở nào cấp đèn?", "Đèn thuộc phòng nào?"])
def test_which_ministry_or_office_is_a_question_for_who(text):
    assert asked(text).asks is Asks.WHO


def test_who_and_whether_may_be_asked_at_once():
    question = asked("Ai thắp đèn lồng, Hội đồng nhân dân xã có được không?")
    assert question.asks is Asks.WHO
    assert question.may


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Xã có được thắp đèn không?", {Level.XA}),
        ("Phường có được thắp đèn không?", {Level.XA}),
        ("Tỉnh có được thắp đèn không?", {Level.TINH}),
        ("Xã hay tỉnh thắp đèn?", {Level.XA, Level.TINH}),
        ("Thủ tướng có được thắp đèn không?", {Level.TRUNG_UONG}),
        ("Có được thắp đèn không?", set()),
        ("Hội đồng nhân dân thành phố có được thắp đèn không?", {Level.TINH}),  # by the organ, not the bare word
    ],
)
def test_the_levels_a_question_points_to(text, levels):
    assert asked(text).levels == levels


@pytest.mark.parametrize(
    ("typed", "organs"),
    [
        ("HĐND xã có được thắp đèn không?", ["Hội đồng nhân dân xã"]),
        ("hdnd tỉnh thắp đèn?", ["Hội đồng nhân dân tỉnh"]),
        ("CT UBND phường thắp đèn?", ["Chủ tịch Ủy ban nhân dân phường"]),
        ("UBND xã trình HĐND xã", ["Ủy ban nhân dân xã", "Hội đồng nhân dân xã"]),
        ("UBND một phường thắp đèn", ["Ủy ban nhân dân phường"]),
        ("HĐND ở mấy xã họp", ["Hội đồng nhân dân xã"]),
        ("UBND thắp một đèn ở xã", ["Ủy ban nhân dân"]),
        ("lên ủy ban xã xin đèn", ["Ủy ban nhân dân xã"]),
        ("uy ban quan co lo viec den khong", ["Ủy ban nhân dân quận"]),
        ("hội đồng tỉnh có chịu không", ["Hội đồng nhân dân tỉnh"]),
        ("ủy ban quản lý đèn, hội đồng trường", []),
        ("Đèn lồng thắp khi nào?", []),
    ],
)
def test_abbreviated_organs_are_written_out_and_recognised(typed, organs):
    assert [organ.name for organ in asked(typed).organs] == organs


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("xã Hồ Sen nay thuộc xã nào?", True),
        ("phường Bến Vắng sáp nhập vào đâu?", True),
        ("Quê tôi giờ tên là gì?", True),
        ("Diện tích xã Hồ Sen là bao nhiêu?", True),
        ("Xã Hồ Sen có được thắp đèn lồng không?", False),
        ("Hội đồng nhân dân xã quyết định gì?", False),
    ],
)
def test_whether_a_question_is_about_the_units_themselves(text, about):
    assert asked(text).about_units is about


def test_a_question_without_diacritics_is_read_as_the_one_with_them(restorer):
    bare = read_question("ubnd xa quyet dinh thap den long o ben song", restorer, 2000)
    full = read_question("Ủy ban nhân dân xã quyết định thắp đèn lồng ở bến sông", restorer, 2000)
    assert bare.text.casefold() == full.text.casefold()
    assert (bare.organs, bare.levels, bare.asks) == (full.organs, full.levels, full.asks)
    assert bare.changed
    assert not full.changed


def test_the_words_as_typed_are_kept_beside_what_was_understood():
    question = asked("HĐND xã  thắp đèn?")
    assert question.raw == "HĐND xã thắp đèn?"
    assert question.text == "Hội đồng nhân dân xã thắp đèn?"


def test_a_tone_mark_on_the_other_vowel_is_no_change():
    assert not asked("Đèn hoà bình").changed


def test_a_decomposed_question_is_the_composed_one():
    import unicodedata

    plain = "Hội đồng nhân dân xã có được thắp đèn không?"
    assert asked(unicodedata.normalize("NFD", plain)) == asked(plain)


def test_references_are_read_from_the_words_as_typed():
    (reference,) = asked("k2 đ3 luật 7 nói gì").references
    assert (reference.parts, reference.number) == (("3", "2"), "7")


def test_everyday_words_bring_their_legal_terms_along():
    question = asked("Ai cấp sổ đỏ?")
    assert question.legal_words
    assert len(question.notes) == len(question.legal_words)
    assert "sổ đỏ" in question.text


@pytest.mark.parametrize("bad", ["", " \n\t", "\u200b\u200d", "?!…", "x" * 101])
def test_an_empty_or_overlong_question_is_a_usage_error(bad):
    with pytest.raises(UsageError):
        read_question(bad, UNTRAINED, 100)


@pytest.mark.parametrize(
    "odd",
    ["\x00\x07Ai thắp đèn?", "\u202eAi thắp đèn?", "Ai\u200b thắp đèn?", "Ai thắp đèn?\r\n"],
)
def test_unseen_characters_do_not_reach_the_text(odd):
    assert asked(odd).text == "Ai thắp đèn?"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("bến đò loại ii có mấy đèn", "bến đò loại II có mấy đèn"),
        ("bến loại iv", "bến loại IV"),
        ("loại i", "loại I"),
        ("xin loại vịt nào", "xin loại vịt nào"),
    ],
)
def test_the_number_of_a_class_is_read_as_the_texts_print_it(typed, text):
    assert asked(typed).text == text
