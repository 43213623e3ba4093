"""Which pairs of powers overlap: the planted pairs, the rules one by one, and what must hold for any pair."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as over
from hypothesis import strategies as st

from phapquy.authority.overlaps import Ground, Options, Verdict, find_overlaps
from phapquy.authority.overlaps.amounts import apart, ranges_of, written
from phapquy.authority.overlaps.candidates import candidates
from phapquy.authority.overlaps.deeds import deeds_of
from phapquy.authority.overlaps.judge import judge
from phapquy.authority.overlaps.precedence import Precedence, rank
from phapquy.authority.overlaps.side import side_of
from phapquy.authority.overlaps.task import Agreement, agreement, words_of
from phapquy.authority.power import Act, Mode, Power
from phapquy.law.holder import Level, Organ
from phapquy.law.provision import ProvisionId
from tests.authority.planted import NAMED, Invented, entry, given, planted, scores, statute

XA = Organ("Ủy ban nhân dân", "cấp xã", Level.XA)
TINH = Organ("Ủy ban nhân dân", "cấp tỉnh", Level.TINH)
CHAIR = Organ("Chủ tịch Ủy ban nhân dân", "cấp xã", Level.XA)
FIRST, SECOND = "luat-1-2088-qhdd", "luat-2-2088-qhdd"


def power(holder=XA, task="giấy phép thả diều đêm", place=f"{FIRST}/1/1", **more):
    basis = ProvisionId.parse(place)
    given_ = {
        "unit": None, "act": Act.CAP, "span": (0, len(task)), "normal": task, "field": "van-hoa-xa-hoi",
        "condition": None, "exception": None, "mode": Mode.LUAT_GIAO, "former": None, "source": basis, "verb": "cấp",
        "start": date(2088, 1, 1),
    }  # fmt: skip
    return Power(holder=holder, task=task, basis=basis, **{**given_, **more})


def verdict(first, second):
    return judge(side_of(first), side_of(second))


@pytest.fixture(scope="module")
def made():
    return [(pair, given(pair)) for pair in planted()]


def test_the_planted_set_has_twenty_pairs_of_each_verdict():
    for name in ("trung", "khong-trung", "chua-du"):
        assert sum(pair["verdict"] == name for pair in planted()) >= 20
    assert len(planted()) >= 60


@pytest.mark.parametrize("half", [1, 2])
def test_overlaps_are_told_in_both_halves_of_the_planted_set(made, half):
    found = [one for one in made if one[0]["half"] == half]
    assert scores(found, Verdict.TRUNG)[2] >= 0.9


def test_the_other_verdicts_are_told_too(made):
    for one in (Verdict.KHONG_TRUNG, Verdict.CHUA_DU, Verdict.LAP):
        assert scores(made, one)[2] >= 0.9


def test_the_sieve_proposes_every_planted_overlap_that_is_told(made):
    assert all(one.proposed for pair, one in made if NAMED[pair["verdict"]] is one.verdict is Verdict.TRUNG)


def test_what_separates_a_planted_pair_is_among_the_reasons(made):
    told = [(pair, one) for pair, one in made if one.verdict in {Verdict.KHONG_TRUNG, Verdict.CHUA_DU}]
    named = [pair["why"] in one.grounds for pair, one in told if "why" in pair]
    assert sum(named) / len(named) >= 0.9


def test_a_committee_and_its_chairman_are_two_holders():
    found = verdict(power(XA), power(CHAIR, place=f"{SECOND}/1/1"))
    assert found.verdict is Verdict.TRUNG
    assert "tập thể và người đứng đầu" in found.reasons[2].text


def test_one_holder_in_two_texts_is_a_repeated_rule():
    assert verdict(power(), power(place=f"{SECOND}/3")).verdict is Verdict.LAP


@pytest.mark.parametrize("mode", [Mode.PHAN_CAP, Mode.UY_QUYEN, Mode.PHAN_QUYEN])
def test_a_power_that_was_passed_on_stands_at_two_holders_by_right(mode):
    found = verdict(power(TINH), power(XA, place=f"{SECOND}/1", mode=mode, former=TINH))
    assert found.verdict is Verdict.KHONG_TRUNG
    assert found.grounds[0] in {Ground.PHAN_CAP, Ground.UY_QUYEN}


def test_a_clause_that_was_moved_is_no_overlap_with_where_it_went():
    moved = power(XA, place=f"{SECOND}/1", moved=(ProvisionId.parse(f"{FIRST}/1"),), mode=Mode.CHUYEN_GIAO)
    assert verdict(power(TINH), moved).grounds[0] is Ground.CHUYEN_GIAO


def test_organs_of_a_clause_that_names_both_have_their_parts_there():
    assert verdict(power(XA), power(TINH)).grounds[0] is Ground.DAN_CHIEU


@pytest.mark.parametrize(
    ("first", "second", "separate"),
    [
        ("dưới 10 ha", "từ 10 ha trở lên", True),
        ("dưới 20 ha", "từ 10 ha trở lên", False),
        ("đến 10 ha", "từ 10 ha trở lên", False),
        ("đến 10 ha", "trên 100.000 m2", True),
        ("dưới 5 tỷ đồng", "từ 5.000 triệu đồng trở lên", True),
        ("từ 3 tầng đến dưới 5 tầng", "từ 5 tầng trở lên", True),
        ("dưới 300 người", "từ 2 ha trở lên", False),
    ],
)
def test_thresholds_are_compared_in_one_unit(first, second, separate):
    assert apart(ranges_of(first)[0], ranges_of(second)[0]) is separate


def test_a_threshold_is_written_for_a_person():
    assert written(ranges_of("dưới 0,5 ha")[0]) == "dưới 5.000 m2"


@pytest.mark.parametrize(
    ("act", "verb", "task", "kinds", "rest"),
    [
        (Act.QUYET_DINH, "quyết định", "cấp giấy phép nuôi ong", {"cấp"}, "nuôi ong"),
        (Act.CAP, "cấp", "giấy phép nuôi ong", {"cấp"}, "nuôi ong"),
        (Act.QUYET_DINH, "quyết định", "việc đặt tên hồ", {"đặt tên"}, "hồ"),
        (Act.TRINH, "xây dựng, trình", "đề án làng hoa", {"trình"}, "đề án làng hoa"),
        (Act.QUYET_DINH, "thành lập", "thành lập hội đồng chọn hoa", {"thành lập"}, "hội đồng chọn hoa"),
        (Act.CHAP_THUAN, "xem xét, chấp thuận", "thu hồi bến đò", {"chấp thuận"}, "bến đò"),
    ],
)
def test_a_deed_is_told_from_its_object(act, verb, task, kinds, rest):
    assert deeds_of(act, verb, task) == (frozenset(kinds), rest)


@pytest.mark.parametrize(
    ("first", "second", "how"),
    [
        ("giải pháp bảo vệ bãi cò", "biện pháp giữ gìn bãi cò", Agreement.SAME),
        ("phương án trồng sen ven hồ", "kế hoạch trồng sen ven hồ", Agreement.NEAR),
        ("lễ hội", "lễ hội rước cá", Agreement.FIRST_WIDER),
        ("đồ gỗ, gốm và vôi ven sông lớn", "đồ gỗ, vôi ven sông lớn", Agreement.PARTLY),
        ("mùa hái sen", "giờ mở chợ", Agreement.OTHER),
    ],
)
def test_tasks_agree_by_their_words(first, second, how):
    assert agreement(words_of(first), words_of(second)) is how


def test_the_higher_text_and_the_later_one_are_hinted_at():
    snapshot = Invented(
        {FIRST: statute("Một.", "GIÓ"), SECOND: statute("Hai.", "MÂY")},
        [
            entry(FIRST, "Luật Gió", date(2088, 1, 1)),
            entry(SECOND, "Nghị định Mây", date(2089, 1, 1), kind="Nghị định", issuer="Chính phủ"),
        ],
    )
    hints = Precedence(snapshot).hints(power(), power(place=f"{SECOND}/1"))
    assert len(hints) == 1
    assert "Luật Gió có hiệu lực pháp lý cao hơn" in hints[0]
    assert rank("Nghị quyết", "Quốc hội") == rank("Luật", "Quốc hội") < rank("Nghị định", "Chính phủ")


def test_only_pairs_asked_for_are_returned():
    held = [power(XA), power(TINH, place=f"{SECOND}/1"), power(CHAIR, place=f"{SECOND}/2")]
    assert len(find_overlaps(held).findings) == 3
    assert len(find_overlaps(held, Options(levels=frozenset({Level.TINH}))).findings) == 2
    assert len(find_overlaps(held, Options(holder=CHAIR, verdicts=frozenset({Verdict.TRUNG}))).findings) == 2
    assert find_overlaps(held, Options(fields=frozenset({"dat-dai"}))).findings == ()
    assert find_overlaps([]).findings == ()


def test_many_powers_with_one_task_do_not_pair_each_with_each():
    sides = [side_of(power(place=f"{FIRST}/{number}")) for number in range(1, 1500)]
    assert len(candidates(sides)) <= 24 * len(sides)


CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
HOLDERS = st.sampled_from(
    [XA, TINH, CHAIR, Organ("Ủy ban nhân dân", "", None), Organ("Chính phủ", "", Level.TRUNG_UONG)]
)
TASKS = st.sampled_from([
    "giấy phép thả diều đêm", "giấy phép thả diều", "việc đặt tên hồ sen", "kế hoạch trồng sen", "đề án trồng sen",
    "lò gốm, lò gạch ven sông", "giấy phép đào ao có diện tích dưới 5 ha", "giấy phép đào ao từ 3 ha trở lên", "",
])  # fmt: skip
WORDS = st.sampled_from([None, "khi có bão", "đối với hộ gia đình", "đối với tổ chức", "khi cần thiết"])
EXCEPT = st.sampled_from([None, "trường hợp thuộc thẩm quyền của Ủy ban nhân dân cấp xã", "trường hợp khẩn cấp"])
PLACES = st.sampled_from([f"{FIRST}/1/1", f"{FIRST}/1/2", f"{FIRST}/2", f"{SECOND}/1"])
DAYS = st.one_of(st.none(), st.dates(date(2087, 1, 1), date(2090, 1, 1)))
POWERS = st.builds(
    power, HOLDERS, TASKS, PLACES, act=st.sampled_from([Act.CAP, Act.QUYET_DINH, Act.TRINH, Act.KIEM_TRA]),
    verb=st.sampled_from(["cấp", "quyết định", "trình", ""]), condition=WORDS, exception=EXCEPT,
    mode=st.sampled_from(list(Mode)), start=DAYS, unit=st.sampled_from([None, "xã", "phường"]),
)  # fmt: skip


@CALM
@over(POWERS, POWERS)
def test_the_verdict_does_not_depend_on_the_order_of_the_two(first, second):
    assert verdict(first, second) == verdict(second, first)


@CALM
@over(POWERS, POWERS, st.dates(date(2087, 1, 1), date(2090, 1, 1)))
def test_powers_that_never_hold_on_one_day_are_no_overlap(first, second, day):
    first, second = replace(first, end=day), replace(second, start=day)
    found = verdict(first, second)
    assert found.verdict is Verdict.KHONG_TRUNG
    assert Ground.THOI_GIAN in found.grounds


@CALM
@over(POWERS, POWERS)
def test_every_verdict_names_its_reasons(first, second):
    found = verdict(first, second)
    assert found.reasons
    assert all(one.text for one in found.reasons)


def test_complaints_are_settled_by_each_within_his_own_jurisdiction():
    one, other = power(XA, "khiếu nại về diều"), power(CHAIR, "khiếu nại về diều", f"{SECOND}/1/1")
    assert verdict(one, other).verdict is Verdict.KHONG_TRUNG


@pytest.mark.parametrize(
    ("task", "expected"), [("thả diều có thời hạn", Verdict.KHONG_TRUNG), ("thả diều", Verdict.TRUNG)]
)
def test_a_suspension_for_a_time_is_a_penalty_of_ones_rank(task, expected):
    more = {"act": Act.DINH_CHI, "verb": "đình chỉ"}
    assert verdict(power(XA, task, **more), power(CHAIR, task, f"{SECOND}/1/1", **more)).verdict is expected


def test_it_stays_open_where_only_one_of_two_organs_acts_within_its_own_competence():
    ministry = Organ("Bộ Nội vụ", "", Level.TRUNG_UONG)
    front = Organ("Mặt trận Tổ quốc Việt Nam", "", Level.TRUNG_UONG)
    whole = power(ministry, "kiểm tra việc dạy thả diều", act=Act.KIEM_TRA, verb="kiểm tra")
    own = power(front, "kiểm tra việc dạy thả diều theo thẩm quyền", f"{SECOND}/1/1", act=Act.KIEM_TRA, verb="kiểm tra")
    assert verdict(whole, own).verdict is Verdict.CHUA_DU
    assert verdict(whole, replace(own, task=whole.task, normal=whole.normal)).verdict is Verdict.TRUNG


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Việc cấp giấy phép thả diều đêm ở bãi ven hồ được thực hiện như sau:", Verdict.CHUA_DU),
        ("Việc cấp giấy phép thả diều đêm được thực hiện như sau:", Verdict.TRUNG),
        ("Việc cấp giấy phép được thực hiện như sau:", Verdict.TRUNG),
    ],
)
def test_it_stays_open_where_the_words_above_tell_the_thing_more_fully(lead, expected):
    one, other = side_of(power(XA)), side_of(power(TINH, place=f"{SECOND}/1/1"))
    assert judge(replace(one, lead=lead), other).verdict is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Trưởng thôn chuyển sổ diều đến {who} để cấp {task}.", Verdict.CHUA_DU),
        ("{who} chuyển sổ diều đến Trưởng thôn; cấp {task}.", Verdict.TRUNG),
        ("{who} cấp {task}.", Verdict.TRUNG),
    ],
)
def test_what_somebody_is_sent_a_file_for_is_a_step_of_one_procedure(before, expected):
    first = power(XA)
    one, other = side_of(first), side_of(power(TINH, place=f"{SECOND}/1/1"))
    clause = before.format(who=first.holder.name, task=first.task)
    assert judge(replace(one, clause=clause), other).verdict is expected


def test_two_powers_that_differ_in_mode_and_unit_only_are_judged_alike_in_either_order():
    one = power(XA, "cấp giấy thả diều", mode=Mode.PHAN_QUYEN, unit="xã")
    other = replace(one, mode=Mode.PHAN_CAP, unit="phường")
    assert verdict(one, other) == verdict(other, one)
