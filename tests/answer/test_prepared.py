"""Who prepares is another question than who decides."""

import pytest

from phapquy.answer.prepared import apply_preparations, asks_who_prepares
from phapquy.law.structure import parse
from tests.authority.test_derived import PREPARING
from tests.invented import SLUG, FakeSnapshot, asked, evidence


@pytest.fixture(scope="module")
def snapshot():
    made = FakeSnapshot({SLUG: PREPARING})
    made.amending = frozenset()
    return made


@pytest.mark.parametrize(
    ("question", "prepares"),
    [
        ("Cơ quan nào trình Hội đồng nhân dân xã lập xóm chài?", True),
        ("Ai soạn nghị quyết lập xóm chài?", True),
        ("Ai quyết định lập xóm chài?", False),
        ("Kết quả trình ai phê chuẩn?", False),
    ],
)
def test_asking_who_submits_is_told_from_asking_who_decides(question, prepares):
    assert asks_who_prepares(asked(question)) is prepares


def test_the_preparing_clause_comes_before_what_it_prepares_and_names_the_executive(snapshot):
    question = asked("Cơ quan nào trình Hội đồng nhân dân xã lập xóm chài?")
    found = apply_preparations(question, [evidence("3/2/b", text=PREPARING)], snapshot)
    assert [str(one.identity) for one in found] == [f"{SLUG}/4/2", f"{SLUG}/3/2/b"]
    assert [str(clause) for clause in found[1].via] == [f"{SLUG}/4/2"]
    assert found[1].competences[0].organ.name == "Ủy ban nhân dân xã"


def test_what_the_clause_does_not_list_keeps_its_own_holder(snapshot):
    question = asked("Cơ quan nào trình Hội đồng nhân dân xã chọn giống hoa?")
    (one,) = apply_preparations(question, [evidence("3/2/c", text=PREPARING)], snapshot)
    assert one.via == ()
    assert parse(SLUG, PREPARING).provisions
