"""Which organs an answer names: by sentence, by what was asked, never the ended district."""

from dataclasses import replace

import pytest

from phapquy.answer.asked import Asked
from phapquy.answer.enough import content_terms
from phapquy.answer.holders import Held, Holding, by_holder, by_level, holders_of, level_of, names_it_too, verdict
from phapquy.authority.roles import Role
from phapquy.law.holder import Level, Organ
from phapquy.law.structure import parse
from tests.invented import asked, evidence, pid

COUNCIL = "Điều 1. Nhiệm vụ, quyền hạn của Hội đồng nhân dân xã\n"


def basis(clause, question, heading="Điều 1. Việc trên sông\n", **more):
    return evidence("1/1", content_terms(asked(question).text), f"{heading}1. {clause}\n", **more)


def wants(question):
    return Asked(asked(question), frozenset(content_terms(asked(question).text)))


def named(question, *bases):
    return [organ.name for organ in holders_of(wants(question), bases).organs]


@pytest.mark.parametrize(
    ("clause", "question", "expected"),
    [
        # the heading's organ, for a clause without subject
        ("Quyết định lễ rước đèn.", "Ai quyết định lễ rước đèn?", "Hội đồng nhân dân xã"),
        # each sentence has its own organ; the one nearest to the question counts
        (
            "Ủy ban nhân dân cấp xã quyết định việc vớt bèo. Ủy ban nhân dân cấp tỉnh quyết định việc đua vịt.",
            "Ai quyết định việc đua vịt?",
            "Ủy ban nhân dân cấp tỉnh",
        ),
        (
            "Ủy ban nhân dân cấp xã quyết định việc vớt bèo. Ủy ban nhân dân cấp tỉnh quyết định việc đua vịt.",
            "Ai quyết định việc vớt bèo?",
            "Ủy ban nhân dân cấp xã",
        ),
        # who decides, not who proposes, though the proposer is named first
        (
            "Ủy ban nhân dân cấp xã trình Hội đồng nhân dân cấp xã quyết định việc đua vịt.",
            "Ai quyết định việc đua vịt?",
            "Hội đồng nhân dân cấp xã",
        ),
        # the verb asked about: to approve is not to elect
        (
            "Hội đồng nhân dân cấp xã bầu trưởng bến đò. Ủy ban nhân dân cấp tỉnh phê chuẩn kết quả bầu trưởng bến đò.",
            "Ai phê chuẩn kết quả bầu trưởng bến đò?",
            "Ủy ban nhân dân cấp tỉnh",
        ),
        # done to the organ the question names, not to another
        (
            "Quốc hội giải tán Hội đồng nhân dân cấp tỉnh khi đò chìm. "
            "Hội đồng nhân dân cấp tỉnh giải tán Hội đồng nhân dân cấp xã khi đò chìm.",
            "Ai giải tán Hội đồng nhân dân cấp xã khi đò chìm?",
            "Hội đồng nhân dân cấp tỉnh",
        ),
        (
            "Quốc hội giải tán Hội đồng nhân dân cấp tỉnh khi đò chìm. "
            "Hội đồng nhân dân cấp tỉnh giải tán Hội đồng nhân dân cấp xã khi đò chìm.",
            "Ai giải tán Hội đồng nhân dân cấp tỉnh khi đò chìm?",
            "Quốc hội",
        ),
        # the district ended: its successor is named
        (
            "Thẩm quyền cấp phép nuôi vịt của Ủy ban nhân dân cấp huyện do Chủ tịch Ủy ban nhân dân cấp xã thực hiện.",
            "Ai cấp phép nuôi vịt?",
            "Chủ tịch Ủy ban nhân dân cấp xã",
        ),
    ],
)  # fmt: skip
def test_the_holder_is_the_organ_that_does_what_was_asked(clause, question, expected):
    assert named(question, replace(basis(clause, question, COUNCIL), no_districts=True)) == [expected]


@pytest.mark.parametrize(
    "clause",
    [
        "Ủy ban nhân dân cấp huyện quyết định việc đua vịt.",
        "Ủy ban nhân dân quận, Ủy ban nhân dân thị xã quyết định việc đua vịt.",
        "Việc đua vịt thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân huyện.",
    ],
)
def test_a_district_organ_is_named_only_while_there_were_districts(clause):
    question = "Ai quyết định việc đua vịt?"
    then = basis(clause, question)
    assert named(question, replace(then, no_districts=True)) == []
    assert all(organ.level is Level.HUYEN for organ in holders_of(wants(question), [then]).organs)
    assert named(question, then) != []


def test_a_provision_that_only_the_district_held_is_an_orphan_until_a_clause_moves_it():
    question = "Ai quyết định việc đua vịt?"
    lost = replace(basis("Ủy ban nhân dân cấp huyện quyết định việc đua vịt.", question), no_districts=True)
    shared = replace(
        basis("Ủy ban nhân dân cấp huyện hoặc Ủy ban nhân dân cấp xã quyết định việc đua vịt.", question),
        no_districts=True,
    )
    assert lost.orphaned
    assert not shared.orphaned
    assert not replace(lost, no_districts=False).orphaned


def test_the_lower_level_in_a_clause_is_the_commune_so_its_holder_is_one_step_up():
    question = "Ai phê chuẩn kết quả bầu Chủ tịch Ủy ban nhân dân xã?"
    clause = "Chủ tịch Ủy ban nhân dân phê chuẩn kết quả bầu Chủ tịch Ủy ban nhân dân cấp dưới."
    assert named(question, basis(clause, question)) == ["Chủ tịch Ủy ban nhân dân cấp tỉnh"]


def test_an_organ_without_level_takes_the_one_level_of_the_question():
    clause = "Ủy ban nhân dân quyết định việc đua vịt."
    for word, level in (("xã", Level.XA), ("tỉnh", Level.TINH)):
        question = f"Ai ở {word} quyết định việc đua vịt?"
        organs = holders_of(wants(question), [basis(clause, question)]).organs
        assert [organ.level for organ in organs] == [level]


def test_local_government_without_a_level_names_nobody():
    question = "Ai quyết định việc đua vịt?"
    assert named(question, basis("Chính quyền địa phương quyết định việc đua vịt.", question)) == []


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("Ai quyết định việc đua vịt?", False),
        ("Ai trình và ai quyết định việc đua vịt?", True),
        ("Cơ quan nào quyết định, theo đề nghị của ai?", True),
        ("Cấp xã quyết định rồi, còn cấp tỉnh thì sao?", True),
        ("Hai cơ quan phối hợp thế nào?", True),
        ("Việc đua vịt có hợp lệ không?", False),
    ],
)
def test_whether_a_question_asks_for_several_organs(question, several):
    assert wants(question).several is several


def test_a_question_for_two_names_who_submits_and_who_decides():
    question = "Ai trình và ai quyết định việc đua vịt?"
    clause = "Ủy ban nhân dân cấp xã trình Hội đồng nhân dân cấp xã quyết định việc đua vịt."
    assert set(named(question, basis(clause, question))) == {"Ủy ban nhân dân cấp xã", "Hội đồng nhân dân cấp xã"}


def test_a_question_for_one_is_answered_from_the_first_basis_only():
    question = "Ai quyết định việc đua vịt?"
    first = basis("Ủy ban nhân dân cấp tỉnh quyết định việc đua vịt.", question)
    second = basis("Ủy ban nhân dân cấp xã quyết định việc đua vịt.", question)
    assert named(question, first, second) == ["Ủy ban nhân dân cấp tỉnh"]


def test_whether_the_holder_decides_or_carries_out_is_told_apart():
    question = "Ai lo việc đua vịt?"
    decides = basis("Ủy ban nhân dân cấp xã quyết định việc đua vịt.", question)
    carries = basis("Ủy ban nhân dân cấp xã tổ chức việc đua vịt.", question)
    assert holders_of(wants(question), [decides]).decides is True
    assert holders_of(wants(question), [carries]).decides is False


def test_no_basis_names_no_holder():
    assert holders_of(wants("Ai quyết định?"), []).organs == ()


def test_an_amending_clause_takes_the_holder_of_the_clause_it_rewords():
    target = parse("luat-cu", "Điều 5. Nhiệm vụ, quyền hạn của Hội đồng nhân dân tỉnh\n1. Quyết định việc đua vịt.\n")
    clause = "Điều 1. Sửa đổi\n1. Sửa đổi khoản 1 Điều 5 như sau:\n“1. Quyết định việc đua vịt và đua thuyền.”.\n"
    question = "Ai quyết định việc đua thuyền?"
    terms = content_terms(question)
    alone = evidence("1/1", terms, clause)
    aimed = evidence("1/1", terms, clause, target=(target, pid("5/1", "luat-cu")))
    assert named(question, alone) == []
    assert named(question, aimed) == ["Hội đồng nhân dân tỉnh"]


def test_the_clause_whose_holder_does_what_was_asked_comes_first():
    question = "Ai quyết định việc đua vịt?"
    silent = basis("Vịt đua phải là vịt ta.", question, score=1.0)
    does = basis("Ủy ban nhân dân cấp xã quyết định việc đua vịt.", question, score=0.99)
    assert [one.own_words for one in by_holder(wants(question), [silent, does])] == [does.own_words, silent.own_words]
    far = basis("Ủy ban nhân dân cấp xã quyết định việc đua vịt.", question, score=0.5)
    assert [one.own_words for one in by_holder(wants(question), [silent, far])] == [silent.own_words, far.own_words]


@pytest.mark.parametrize(
    ("words", "does"),
    [
        ("Ủy ban nhân dân cấp xã quyết định lập ao, giải tán hội vịt.", True),
        ("Ủy ban nhân dân cấp xã quyết định lập ao và giải tán hội vịt.", True),
        ("Ủy ban nhân dân cấp xã gửi đơn đến hội bèo để giải tán hội vịt.", False),  # it sends
        ("Ủy ban nhân dân cấp xã xây dựng đề án giải tán hội vịt và giải tán hội bèo.", False),  # it writes a plan
        ("Phê chuẩn kết quả bầu hội vịt và quyết định giải tán hội vịt.", True),  # "quyết định" begins anew
    ],
)
def test_what_a_holder_does_is_read_along_its_row_of_verbs(words, does):
    question = "Ai giải tán hội vịt của Hội đồng nhân dân xã?"
    text = "Điều 1. Nhiệm vụ, quyền hạn của Ủy ban nhân dân cấp xã\n1. {}\n"
    one = evidence("1/1", content_terms(question), text.format(words))
    silent = basis("Hội vịt họp mỗi tháng.", question, score=1.05)
    first = by_holder(wants(question), [silent, replace(one, score=1.0)])[0]
    assert (first.own_words != silent.own_words) is does


def test_a_longer_verb_is_not_taken_for_the_one_inside_it():
    question = "Ai tạm đình chỉ công tác trưởng xóm vịt?"
    paper = basis("Ủy ban nhân dân cấp tỉnh đình chỉ việc thi hành lệ làng.", question, score=1.0)
    person = basis("Ủy ban nhân dân cấp xã quyết định tạm đình chỉ công tác trưởng xóm vịt.", question, score=0.99)
    assert [organ.name for organ in holders_of(wants(question), [paper, person]).organs] == ["Ủy ban nhân dân cấp xã"]


def test_the_bases_that_name_the_holder_are_told():
    question = "Ai quyết định việc đua vịt?"
    silent = basis("Vịt đua phải là vịt ta.", question)
    does = basis("Ủy ban nhân dân cấp xã quyết định việc đua vịt.", question)
    assert holders_of(wants(question), [silent, does]).by == (does,)


def test_one_who_owns_what_it_is_done_to_may_be_the_one_who_does_it():
    question = "Giải tán hội vịt thuộc Ủy ban nhân dân tỉnh thì ai quyết định?"
    one = basis("Ủy ban nhân dân tỉnh quyết định giải tán hội vịt.", question)
    other = basis("Hội đồng nhân dân tỉnh họp bàn về hội vịt.", question)
    assert [organ.name for organ in holders_of(wants(question), [other, one]).organs] == ["Ủy ban nhân dân tỉnh"]


XA, TINH = Organ("Hội đồng nhân dân", "xã", Level.XA), Organ("Hội đồng nhân dân", "tỉnh", Level.TINH)
UBND_XA = Organ("Ủy ban nhân dân", "xã", Level.XA)
NO_LEVEL = Organ("Ủy ban nhân dân", "", None)


@pytest.mark.parametrize(
    ("holders", "level"),
    [((), None), ((NO_LEVEL,), None), ((XA,), Level.XA), ((XA, UBND_XA), Level.XA), ((XA, TINH), Level.NHIEU_CAP)],
)
def test_the_level_of_an_answer_is_that_of_its_holders(holders, level):
    assert level_of(holders) is level


@pytest.mark.parametrize(
    ("question", "holders", "expected"),
    [
        ("Hội đồng nhân dân xã có được đua vịt không?", (XA,), True),
        ("Hội đồng nhân dân xã có được đua vịt không?", (TINH,), False),
        # nobody is known to hold it
        ("Hội đồng nhân dân xã có được đua vịt không?", (), None),
        # two organs are named: yes or no would not say which
        ("Hội đồng nhân dân xã và Hội đồng nhân dân tỉnh có được đua vịt không?", (XA,), None),
        # no organ is named
        ("Có được đua vịt không?", (XA,), None),
        # the district is never the holder
        ("Ủy ban nhân dân huyện có được đua vịt không?", (UBND_XA,), False),
        # a holder without a level says neither
        ("Ủy ban nhân dân xã có được đua vịt không?", (NO_LEVEL,), None),
    ],
)
def test_yes_or_no_follows_from_who_holds_it(question, holders, expected):
    by = basis("Quyết định việc đua vịt.", question)
    parts = tuple(Held(one, Role.DECIDES, by) for one in holders)
    assert verdict(wants(question), Holding(parts, surely=True)) is expected


def test_a_duty_to_submit_says_who_decides_only_in_passing():
    """As with the land price table: Decree 151/2025 Điều 16.1.b says who submits, the law of 2025 Điều 15.5.b who decides."""
    question = "Ai quyết định giá vé đò?"
    submits = basis("Trình Ủy ban nhân dân cấp tỉnh quyết định giá vé đò.", question, score=1.0)
    decides = basis("Hội đồng nhân dân cấp tỉnh quyết định giá vé đò.", question, score=0.95)
    assert by_holder(wants(question), [submits, decides])[0].own_words == decides.own_words
    asks_who_submits = "Ai trình giá vé đò?"
    again = [basis("Trình Ủy ban nhân dân cấp tỉnh quyết định giá vé đò.", asks_who_submits, score=1.0), decides]
    assert by_holder(wants(asks_who_submits), again)[0].own_words == submits.own_words


def test_what_the_head_of_an_office_under_an_organ_does_is_not_done_by_that_organ():
    """Law 72/2025 Điều 14.1 lets heads of offices under the province's committee authorise; it forbids nobody else to."""
    question = "Chủ tịch Ủy ban nhân dân phường có được ủy quyền cho trưởng xóm vịt không?"
    clause = "Người đứng đầu hội vịt thuộc Ủy ban nhân dân cấp tỉnh ủy quyền cho trưởng xóm vịt."
    assert verdict(wants(question), holders_of(wants(question), [basis(clause, question)])) is None


def test_a_clause_that_lets_the_organ_asked_about_do_it_too_is_no_ground_for_a_no():
    """Law 72/2025 Điều 14.1 lets "Ủy ban nhân dân" of any level authorise before it comes to heads of offices."""
    question = "Ủy ban nhân dân xã có được ủy quyền cho trưởng xóm vịt không?"
    clause = (
        "Ủy ban nhân dân ủy quyền cho chủ tịch hội vịt; Sở Vịt thuộc Ủy ban nhân dân cấp tỉnh ủy quyền cho xóm vịt."
    )
    by = basis(clause, question)
    another = Holding((Held(TINH, Role.DECIDES, by),), surely=True)
    assert names_it_too(wants(question), another)
    assert not names_it_too(wants(question), Holding((Held(UBND_XA, Role.DECIDES, by),), surely=True))
    assert not names_it_too(wants(question), Holding((Held(TINH, Role.DECIDES, basis("Sở Vịt ủy quyền.", question)),)))


def test_who_may_authorise_somebody_is_not_yet_who_may_authorise_the_deputy():
    """Law 72/2025 Điều 14.1 lists whom a chairman may authorise; the deputy is not among them, so no yes is said."""
    question = "Chủ tịch Ủy ban nhân dân xã có được ủy quyền cho phó chủ tịch không?"
    clause = "Chủ tịch Ủy ban nhân dân cấp xã ủy quyền cho trưởng xóm vịt."
    assert verdict(wants(question), holders_of(wants(question), [basis(clause, question)])) is None


def test_a_point_holds_by_the_verb_of_its_lead_in():
    """As with general plans of communes: the list's lead-in approves, another list's lead-in says nothing of them."""
    text = (
        "Điều 1. Thẩm quyền phê duyệt\n1. Thủ tướng Chính phủ phê duyệt phương án sau đây:\na) Phương án bến cảng.\n"
        "2. Ủy ban nhân dân cấp tỉnh phê duyệt phương án trong các trường hợp sau đây:\na) Phương án bến đò của xã.\n"
    )
    question = "Phương án bến đò của xã thì cấp nào phê duyệt?"
    terms = content_terms(asked(question).text)
    point, lead = evidence("1/2/a", terms, text, score=1.0), evidence("1/1", terms, text, score=0.99)
    assert named(question, point, lead) == ["Ủy ban nhân dân cấp tỉnh"]


def test_who_receives_a_power_is_named_where_that_is_asked():
    clause = "Hội đồng nhân dân cấp tỉnh phân cấp việc nuôi đom đóm cho Ủy ban nhân dân cấp tỉnh hoặc Hội đồng nhân dân cấp xã."
    receives = named(
        "Hội đồng nhân dân tỉnh phân cấp việc nuôi đom đóm cho những cơ quan nào?", basis(clause, "đom đóm")
    )
    assert receives == ["Ủy ban nhân dân cấp tỉnh", "Hội đồng nhân dân cấp xã"]
    assert named("Ai phân cấp việc nuôi đom đóm?", basis(clause, "đom đóm")) == ["Hội đồng nhân dân cấp tỉnh"]


def test_who_proposes_is_named_where_that_is_asked():
    clause = "Hội đồng nhân dân cấp xã miễn nhiệm trưởng bến theo đề nghị của Chủ tịch Ủy ban nhân dân cấp xã."
    assert named("Trưởng bến bị miễn nhiệm theo đề nghị của ai?", basis(clause, "trưởng bến")) == [
        "Chủ tịch Ủy ban nhân dân cấp xã"
    ]
    assert named("Ai miễn nhiệm trưởng bến?", basis(clause, "trưởng bến")) == ["Hội đồng nhân dân cấp xã"]


def test_each_verb_asked_about_gets_its_own_holder():
    clause = (
        "Hội đồng nhân dân cấp xã bầu trưởng bến theo giới thiệu của Chủ tịch Ủy ban nhân dân cấp xã. "
        "Ủy ban nhân dân cấp tỉnh phê chuẩn kết quả bầu trưởng bến."
    )
    question = "Ai giới thiệu trưởng bến, ai bầu và ai phê chuẩn?"
    held = holders_of(wants(question), [basis(clause, question)]).parts
    assert [(part.organ.name, part.role) for part in held] == [
        ("Chủ tịch Ủy ban nhân dân cấp xã", Role.PROPOSES),
        ("Hội đồng nhân dân cấp xã", Role.DECIDES),
        ("Ủy ban nhân dân cấp tỉnh", Role.DECIDES),
    ]


def test_of_two_bases_the_one_that_does_it_to_the_organ_named_gives_the_verbs_holder():
    question = "Văn bản của Hội đồng nhân dân xã về ao thì ai đình chỉ, ai bãi bỏ?"
    others = basis("Ủy ban nhân dân cấp tỉnh đình chỉ văn bản của bến về ao.", question)
    councils = basis("Chủ tịch Ủy ban nhân dân cấp tỉnh đình chỉ văn bản của Hội đồng nhân dân cấp xã.", question)
    ends = basis("Hội đồng nhân dân cấp tỉnh bãi bỏ văn bản của Hội đồng nhân dân cấp xã.", question)
    held = holders_of(wants(question), [others, councils, ends]).parts
    assert [part.organ.name for part in held] == ["Chủ tịch Ủy ban nhân dân cấp tỉnh", "Hội đồng nhân dân cấp tỉnh"]


def test_whose_consent_it_takes_is_named_where_that_is_asked():
    clause = "Không được khám bến của đại biểu Hội đồng nhân dân nếu không có sự đồng ý của Hội đồng nhân dân cấp xã."
    question = "Khám bến của đại biểu thì phải được cơ quan nào đồng ý?"
    assert named(question, basis(clause, question)) == ["Hội đồng nhân dân cấp xã"]


def test_yes_is_said_of_the_organ_before_the_modal():
    clause = "Ủy ban nhân dân cấp xã họp đột xuất theo yêu cầu của Chủ tịch Ủy ban nhân dân cấp tỉnh."
    question = "Chủ tịch tỉnh có quyền yêu cầu Ủy ban nhân dân xã họp đột xuất không?"
    holding = holders_of(wants(question), [basis(clause, question)])
    assert verdict(wants(question), holding) is True


def test_who_heads_a_committee_is_an_organ_in_everyday_words_too():
    assert [organ.name for organ in asked("Chủ tịch phường có được mở chợ không?").organs] == [
        "Chủ tịch Ủy ban nhân dân phường"
    ]


def test_an_organ_without_a_level_takes_that_of_the_list_it_is_in():
    clause = "Ủy ban nhân dân, Chủ tịch Ủy ban nhân dân cấp tỉnh chỉ đạo việc vớt bèo."
    assert named("Ai chỉ đạo việc vớt bèo?", basis(clause, "vớt bèo")) == ["Ủy ban nhân dân cấp tỉnh"]


def test_of_two_organs_in_one_role_the_one_fits_whose_condition_is_told():
    clause = (
        "Khám bến phải có sự đồng ý của Hội đồng nhân dân cấp xã hoặc của Thường trực Hội đồng nhân dân cấp xã "
        "trong thời gian Hội đồng nhân dân không họp."
    )
    question = "Lúc hội đồng không họp thì khám bến phải được ai đồng ý?"
    assert named(question, basis(clause, question)) == ["Thường trực Hội đồng nhân dân cấp xã"]


def test_a_local_question_gets_the_local_holder_of_a_row():
    clause = "Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch Ủy ban nhân dân cấp tỉnh quyết định việc đua vịt."
    assert named("Ai quyết định việc đua vịt ở xã?", basis(clause, "đua vịt")) == ["Chủ tịch Ủy ban nhân dân cấp tỉnh"]


@pytest.mark.parametrize(
    "question",
    [
        # "who" is asked as well: a no would deny what the second part asks
        "Ai giải tán hội bến của Ủy ban nhân dân xã, và có phải trình ai phê chuẩn nữa không?",
        # the organ is done to, or comes in by the way
        "Hội chèo có phải đóng tiền cho Ủy ban nhân dân xã không?",
        "Ủy ban nhân dân xã được Ủy ban nhân dân tỉnh ủy quyền thì giao lại được không?",
    ],
)
def test_no_yes_or_no_of_an_organ_that_is_not_the_one_asked_about(question):
    clause = "Ủy ban nhân dân cấp tỉnh giải tán hội bến, thu tiền của hội chèo và ủy quyền cho nơi khác."
    assert verdict(wants(question), holders_of(wants(question), [basis(clause, question)])) is None


LISTS = """Điều 1. Số đèn
1. Số đèn ở cấp tỉnh như sau:
a) Bến lớn 50 đèn.
2. Số đèn ở cấp xã như sau:
a) Bến nhỏ 15 đèn.
"""


def listed(question):
    found = [evidence("1/1/a", text=LISTS, score=1.0), evidence("1/2/a", text=LISTS, score=0.95)]
    return ["/".join(one.identity.parts) for one in by_level(asked(question), found)]


def test_a_districts_council_is_succeeded_by_a_council_before_its_standing_body():
    question = "Hội đồng nhân dân huyện có được quyết định giờ mở bến không?"
    standing = basis("Thường trực Hội đồng nhân dân cấp tỉnh quyết định giờ mở bến.", question)
    council = basis("Hội đồng nhân dân cấp xã quyết định giờ mở bến.", question, score=0.95)
    ordered = by_holder(wants(question), [standing, council], of_district=True)
    assert [one.own_words for one in ordered] == [council.own_words, standing.own_words]


def test_a_list_for_another_level_than_the_one_named_comes_after():
    assert listed("Xã có bao nhiêu đèn?") == ["1/2/a", "1/1/a"]


def test_an_article_for_another_level_comes_after_too():
    text = "Điều 1. Đèn ở bến cấp tỉnh\n1. Thắp 50 đèn.\nĐiều 2. Đèn ở bến cấp xã\n1. Thắp 15 đèn.\n"
    found = [evidence("1/1", text=text, score=1.0), evidence("2/1", text=text, score=0.95)]
    assert [one.identity.parts for one in by_level(asked("Xã thắp bao nhiêu đèn?"), found)] == [("2", "1"), ("1", "1")]


@pytest.mark.parametrize("question", ["Tỉnh có bao nhiêu đèn?", "Bến có bao nhiêu đèn?", "Tỉnh và xã có mấy đèn?"])
def test_the_order_stays_where_no_other_single_level_is_named(question):
    assert listed(question) == ["1/1/a", "1/2/a"]


@pytest.mark.parametrize(
    ("clause", "does"),
    [
        ("Ủy ban nhân dân cấp xã thu hồi ao.", True),
        ("Ủy ban nhân dân cấp xã nơi có ao thu hồi gửi thông báo thu hồi ao.", False),  # it sends a notice
        ("Ủy ban nhân dân cấp xã công bố, công khai phạm vi thu hồi ao.", False),  # it tells how far
        ("Ủy ban nhân dân cấp xã bố trí kinh phí cưỡng chế thu hồi ao.", False),  # it pays for it
        ("Ủy ban nhân dân cấp xã có thẩm quyền quyết định về thu hồi ao.", True),
    ],
)
def test_an_organ_does_only_what_its_own_row_of_verbs_says(clause, does):
    question = "Ủy ban nhân dân xã có được thu hồi ao không?"
    holding = holders_of(wants(question), [basis(clause, question)])
    assert (verdict(wants(question), holding) is True) is does


def test_a_no_needs_another_organ_that_decides():
    question = "Chủ tịch Ủy ban nhân dân xã có được kiểm tra ao không?"
    carries_out = basis("Chủ tịch Ủy ban nhân dân cấp tỉnh kiểm tra ao.", question)
    holding = holders_of(wants(question), [carries_out])
    assert verdict(wants(question), holding) is None
    decides = "Chủ tịch Ủy ban nhân dân xã có được bãi bỏ ao không?"
    holding = holders_of(wants(decides), [basis("Chủ tịch Ủy ban nhân dân cấp tỉnh bãi bỏ ao.", decides)])
    assert verdict(wants(decides), holding) is False


@pytest.mark.parametrize(
    ("question", "verbs"),
    [
        ("Bị phạt theo một quyết định do trưởng bến ký thì ai giải quyết?", ("giải quyết",)),
        ("Quyết định của trưởng bến thì ai bãi bỏ?", ("bãi bỏ",)),
        ("Ai quyết định giờ mở bến?", ("quyết định",)),
        ("Chủ tịch có quyền yêu cầu họp gấp không?", ("yêu cầu",)),  # not the verbs of the legal term for it
    ],
)
def test_a_decision_as_a_paper_is_not_what_is_asked_to_be_done(question, verbs):
    assert wants(question).verbs == verbs


def test_whose_rules_they_are_may_well_issue_them():
    question = "Quy chế làm việc của Hội đồng nhân dân xã do cơ quan nào ban hành?"
    clause = "Ban hành Quy chế làm việc của Hội đồng nhân dân."
    holding = holders_of(wants(question), [basis(clause, question, COUNCIL)])
    assert not wants(question).is_object(holding.by[0].competences[:1])
    other = "Ai giải tán Hội đồng nhân dân xã?"
    assert wants(other).is_object(holding.by[0].competences[:1])


def test_who_decides_on_another_case_is_no_answer_where_the_case_asked_about_was_the_districts():
    """Land law Điều 188.2 gives lakes across communes to the district, those across districts to the province."""
    clause = (
        "Hồ vịt thuộc nhiều xã do Ủy ban nhân dân cấp huyện quyết định. "
        "Hồ vịt thuộc nhiều vùng do Ủy ban nhân dân cấp tỉnh quyết định."
    )
    asked_of_communes, asked_of_regions = (
        "Hồ vịt thuộc nhiều xã do ai quyết định?",
        "Hồ vịt nhiều vùng do ai quyết định?",
    )
    lost, held = (
        replace(basis(clause, question), no_districts=True) for question in (asked_of_communes, asked_of_regions)
    )
    assert lost.orphaned_here
    assert holders_of(wants(asked_of_communes), [lost]).organs == ()
    assert not held.orphaned_here
    assert [one.level for one in holders_of(wants(asked_of_regions), [held]).organs] == [Level.TINH]


def test_a_clause_that_named_the_districts_like_is_no_ground_for_a_no_to_the_communes():
    """Land law Điều 90.3 names the chairmen of province and district; the commune's has the district's by Decree 151."""
    question = "Chủ tịch Ủy ban nhân dân xã có được quyết định mượn ao không?"
    named = "Chủ tịch Ủy ban nhân dân cấp tỉnh, Chủ tịch Ủy ban nhân dân cấp huyện quyết định mượn ao."
    silent = "Chủ tịch Ủy ban nhân dân cấp tỉnh quyết định mượn ao."
    chair = Organ("Chủ tịch Ủy ban nhân dân", "cấp tỉnh", Level.TINH)
    for clause, expected in ((named, True), (silent, False)):
        by = replace(basis(clause, question), no_districts=True)
        assert names_it_too(wants(question), Holding((Held(chair, Role.DECIDES, by),), surely=True)) is expected
