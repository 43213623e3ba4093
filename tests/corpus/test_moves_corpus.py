"""Powers moved and given by reference in the real texts, read by hand: ids, days and organs only."""

from datetime import date

import pytest

from phapquy.config import load_settings
from phapquy.corpus.library import Library
from phapquy.corpus.moves import Moves
from phapquy.corpus.references import Resolver
from phapquy.law.grants import grants_of, preparations_of
from phapquy.law.provision import ProvisionId
from phapquy.law.tiers import ends_of_districts, kinds_of_units
from phapquy.law.transfers import field_powers_of

pytestmark = pytest.mark.corpus

LAW, LAND, DECREE = "luat-72-2025-qh15", "vbhn-44-2026-luat-dat-dai", "nd-151-2025-nd-cp"
BEFORE, THEN, TODAY = date(2025, 6, 30), date(2025, 12, 1), date(2026, 11, 21)
CHAIRMAN = "Chủ tịch Ủy ban nhân dân cấp xã"


@pytest.fixture(scope="module")
def library():
    settings = load_settings()
    if not settings.mirror_dir.is_dir():
        pytest.skip(f"không có thư mục văn bản {settings.mirror}: bỏ qua các phép thử trên văn bản thật")
    found = Library(settings)
    if missing := [slug for slug in (LAW, LAND, DECREE, "nd-102-2024-nd-cp") if not found.is_true(slug)]:
        pytest.skip(f"kho chưa có {', '.join(missing)}: hãy chạy phapquy corpus pull")
    return found


@pytest.fixture(scope="module")
def moves(library):
    return Moves([library.document(DECREE)], Resolver(library), library.validity)


@pytest.mark.parametrize(
    ("target", "clause", "taker", "still"),
    [
        # Decree 49/2026 (Điều 16 khoản 3 điểm đ) ended all of Điều 5 but three points, which it names as exceptions
        (f"{LAND}/136/1/b", "5/1/h", CHAIRMAN, False),
        (f"{LAND}/83/2", "5/1/b", CHAIRMAN, False),
        (f"{LAND}/188/2", "4", "Chủ tịch Ủy ban nhân dân cấp tỉnh", False),
        (f"{LAND}/141/6", "5/1/i", CHAIRMAN, True),
        (f"{LAND}/236/3/a", "5/2/g", CHAIRMAN, True),
        # Điều 6 is not among those ended
        ("nd-102-2024-nd-cp/103/2/b", "6", "cơ quan có chức năng quản lý đất đai cấp xã", True),
        # moved between organs of one level, and from the centre
        (f"{LAND}/122/1", "8/3", "Ủy ban nhân dân cấp tỉnh", False),
        (f"{LAND}/76/1", "7/2/b", "Bộ trưởng Bộ Nông nghiệp và Môi trường", True),
    ],
)
def test_where_a_power_of_the_older_text_went_on_a_day(moves, target, clause, taker, still):
    def on(day):
        return [(str(one.transfer.by), one.transfer.taker.name) for one in moves.of(ProvisionId.parse(target), day)]

    moved = (f"{DECREE}/{clause}", taker)
    assert on(BEFORE) == []
    assert moved in on(THEN)
    assert (moved in on(TODAY)) is still


def test_the_decree_of_2026_gives_decisions_on_land_to_the_province(library):
    """It lists recovery, allocation, lease and change of use; who signs certificates stands in its next clause."""
    document = library.document("nd-49-2026-nd-cp")
    (power,) = field_powers_of(document)
    assert (str(power.by), power.taker.name, power.field) == (
        "nd-49-2026-nd-cp/14/1", "Ủy ban nhân dân cấp tỉnh", "đất đai",
    )  # fmt: skip
    assert {"thu hồi đất", "giao đất", "cho thuê đất", "cho phép chuyển mục đích sử dụng đất"} <= set(power.tasks)


def test_the_clause_that_ends_the_district_level_and_the_one_that_lists_the_kinds(library):
    document = library.document(LAW)
    assert [(str(one.by), one.day) for one in ends_of_districts(document)] == [(f"{LAW}/51/3", date(2025, 7, 1))]
    assert [(str(one.by), one.kinds) for one in kinds_of_units(document)] == [
        (f"{LAW}/1/1/a", ("tỉnh", "thành phố")),
        (f"{LAW}/1/1/b", ("xã", "phường", "đặc khu")),
    ]


@pytest.mark.parametrize(
    ("clause", "unit", "given", "left_out"),
    [
        ("18", "thành phố", "15/2/c", None),
        ("24", "phường", "21/2/c", "21/2/d"),  # villages are the commune's
        ("25", "phường", "22/4", None),
        ("26", "phường", "23/12", "23/14"),
        ("27/1", "đặc khu", "21/2/d", None),
    ],
)
def test_what_the_law_gives_by_reference_and_leaves_out_on_purpose(library, clause, unit, given, left_out):
    grants = [one for one in grants_of(library.document(LAW)) if str(one.by) == f"{LAW}/{clause}" and not one.urban]
    assert [one.unit for one in grants] == [unit]
    assert grants[0].gives(ProvisionId.parse(f"{LAW}/{given}"))
    if left_out:
        assert grants[0].leaves_out(ProvisionId.parse(f"{LAW}/{left_out}"))


@pytest.mark.parametrize(
    ("clause", "organ", "prepares", "not_listed"),
    [("16/1", "Ủy ban nhân dân tỉnh", "15/2/c", "15/2/e"), ("22/1", "Ủy ban nhân dân xã", "21/2/d", "21/2/e")],
)
def test_the_executive_prepares_what_its_first_clause_lists(library, clause, organ, prepares, not_listed):
    (one,) = [one for one in preparations_of(library.document(LAW)) if str(one.by) == f"{LAW}/{clause}"]
    assert one.organ.name == organ
    assert one.covers(ProvisionId.parse(f"{LAW}/{prepares}"))
    assert not one.covers(ProvisionId.parse(f"{LAW}/{not_listed}"))
