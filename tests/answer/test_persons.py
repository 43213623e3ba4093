"""Who appoints, elects or dismisses somebody: only a clause on that act and that office may answer."""

from datetime import date

import pytest

from phapquy.answer.evidence import gather
from phapquy.answer.model import Outcome, Role
from phapquy.answer.persons import office_asked, only_on_office, speaking_of, speaks_of
from phapquy.assistant import KnowledgeBase
from phapquy.index.build import build
from phapquy.law.provision import ProvisionId
from tests.conftest import make_home, stand_in
from tests.invented import asked, evidence

DAY = date(2092, 1, 1)
SLUG = "luat-7-2090-qhdd"
VILLAGE = {
    SLUG: """Điều 1. Việc dân bàn
1. Chọn ngày thả đèn.
2. Bầu Trưởng thôn, người giữ trống.
Điều 2. Chủ tịch bến
1. Chủ tịch Ủy ban nhân dân cấp tỉnh cách chức Chủ tịch Ủy ban nhân dân cấp xã để bến chìm.
2. Trưởng thôn gọi dân họp dưới gốc đa.
Điều 3. Ngày có hiệu lực của việc dân bàn
1. Ủy ban nhân dân cấp xã công nhận việc tại khoản 2 Điều 1 của Luật này.
2. Việc tại khoản 1 Điều 1 của Luật này có hiệu lực ngay.
""",
}


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    stand_in(patch)
    patch.setattr("phapquy.answer.enough.MIN_STRENGTH", 0.0)  # nearness is not what is tested
    settings = make_home(tmp_path_factory.mktemp("ben"), VILLAGE)
    build(settings)
    yield KnowledgeBase.open(settings)
    patch.undo()


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Chủ tịch xã có được cách chức trưởng thôn không?", "cách chức trưởng thôn"),
        ("Trưởng thôn do ai công nhận?", "công nhận trưởng thôn"),
        # the act after who is asked for, not the one that is over
        ("Bầu trưởng thôn xong thì cơ quan nào công nhận?", "công nhận trưởng thôn"),
        ("Ai bổ nhiệm lại hiệu trưởng trường làng?", "bổ nhiệm lại hiệu trưởng"),
    ],
)
def test_the_act_and_the_office_are_read_from_the_question(question, words):
    assert office_asked(asked(question)).words == words


@pytest.mark.parametrize(
    "question",
    [
        "Ai cách chức chủ tịch xã?",  # an organ of the texts themselves
        "Trưởng thôn có được triệu tập họp không?",  # what a head of hamlet does, not what is done to one
        "Bầu trưởng thôn trong bao lâu?",  # not who
        "Ai bổ nhiệm công chức và mời trưởng thôn dự?",  # appointed is somebody else
    ],
)
def test_no_office_is_read_where_none_is_acted_upon(question):
    assert office_asked(asked(question)) is None


def test_a_clause_on_the_act_to_somebody_else_does_not_speak_of_the_office():
    office = office_asked(asked("Ai cách chức trưởng thôn?"))
    chairman, meeting = (evidence(at, text=VILLAGE[SLUG]) for at in ("2/1", "2/2"))
    assert not speaks_of(office, chairman, lambda piece: "")
    assert not speaks_of(office, meeting, lambda piece: "")
    assert speaking_of(office, [chairman, meeting]) == [meeting]


def test_a_clause_speaks_of_an_office_through_the_clause_it_refers_to():
    office = office_asked(asked("Trưởng thôn do ai công nhận?"))
    clause = evidence("3/1", text=VILLAGE[SLUG])
    assert speaks_of(office, clause, lambda piece: "Bầu Trưởng thôn")
    assert not speaks_of(office, clause, lambda piece: "Chọn ngày thả đèn")


def test_a_dismissal_of_another_office_is_refused_and_the_clauses_on_the_office_named(kb):
    answer = kb.ask("Chủ tịch xã có được cách chức trưởng thôn không?", DAY)
    assert answer.outcome is Outcome.NOT_FOUND
    assert "cách chức trưởng thôn" in answer.text
    assert f"{SLUG}/2/1" not in {one.id for one in answer.citations}
    assert all(one.role is Role.RELATED for one in answer.citations)


def test_the_clause_that_refers_to_the_offices_clause_answers(kb):
    answer = kb.ask("Bầu trưởng thôn xong thì cơ quan nào công nhận?", DAY)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.holders[0].organ == "Ủy ban nhân dân cấp xã"
    assert [one.id for one in answer.citations if one.role is Role.BASIS] == [f"{SLUG}/3/1"]


def test_it_is_looked_for_beside_the_offices_clause_when_it_was_not_found_itself(kb):
    office = office_asked(asked("Trưởng thôn do ai công nhận?"))
    found = [gather(kb._snapshot, ProvisionId.parse(f"{SLUG}/1/2"), 1.0, frozenset())]
    kept = only_on_office(office, found, kb._snapshot, DAY)
    assert [str(one.identity) for one in kept] == [f"{SLUG}/3/1"]
