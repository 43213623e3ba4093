"""What was promised, held against the real corpus, the newest real index and the installed model.

No statutory wording stands here: ids, counts and properties only.
"""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest

from phapquy.answer.model import Outcome, Role
from phapquy.assistant import KnowledgeBase
from phapquy.config import load_settings
from phapquy.errors import ModelError, SnapshotError
from phapquy.index.snapshot import newest
from phapquy.law.grants import grants_of
from phapquy.law.provision import ProvisionId

pytestmark = [pytest.mark.corpus, pytest.mark.model]

DAY = date(2026, 11, 21)
LAW = "luat-72-2025-qh15"
DONE_WHEN = [
    ("HĐND xã có được quyết định thành lập thôn mới không?", "xa", "Hội đồng nhân dân", f"{LAW}/21/2/d"),
    ("ai dat ten duong o phuong", "tinh", "Hội đồng nhân dân", f"{LAW}/15/2/đ"),
]
OFF_TOPIC = "Thuế thu nhập cá nhân năm nay bao nhiêu phần trăm?"


@pytest.fixture(scope="module")
def settings():
    load_settings.cache_clear()
    found = load_settings()
    if not found.mirror_dir.is_dir():
        pytest.skip(f"không có kho nguyên văn tại {found.mirror} (tính từ thư mục nhà)")
    info = newest(found)
    if info is None or not info.complete:
        pytest.skip("chưa có chỉ mục của cả kho; hãy chạy: phapquy build")
    return found


@pytest.fixture(scope="module")
def kb(settings):
    try:
        return KnowledgeBase.open(settings)
    except (ModelError, SnapshotError) as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def cases(settings):
    path = settings.mirror_dir.parents[1] / "eval" / "dev.jsonl"
    if not path.is_file():
        pytest.skip("không có tệp câu hỏi dev.jsonl bên cạnh kho nguyên văn")
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def bases(answer):
    return [one.id for one in answer.citations if one.role is Role.BASIS]


@pytest.mark.parametrize(("question", "level", "organ", "clause"), DONE_WHEN)
def test_the_questions_of_the_first_slice_get_level_organ_and_clause(kb, question, level, organ, clause):
    answer = kb.ask(question, DAY)
    assert (answer.outcome, answer.level) == (Outcome.ANSWERED, level)
    assert len(answer.holders) == 1
    assert answer.holders[0].organ.startswith(organ)
    assert bases(answer)[0] == clause


def test_whether_the_commune_may_is_answered_with_yes(kb):
    assert kb.ask(DONE_WHEN[0][0], DAY).text.startswith("Có.")


def test_what_the_corpus_does_not_cover_is_refused(kb):
    answer = kb.ask(OFF_TOPIC, DAY)
    assert (answer.outcome, bases(answer), answer.level) == (Outcome.NOT_FOUND, [], None)


def test_answering_imports_neither_torch_nor_transformers(kb):
    code = (
        "import sys\nfrom datetime import date\nfrom phapquy.assistant import KnowledgeBase\n"
        f"answer = KnowledgeBase.open().ask({DONE_WHEN[0][0]!r}, date(2026, 11, 21))\n"
        "print(answer.outcome.value, [name for name in ('torch', 'transformers', 'gradio') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "answered []"


def test_every_provision_of_the_gold_exists(kb, cases):
    gold = {one for case in cases for group in case["cite"] for one in group}
    assert len(gold) > 100
    assert sorted(one for one in gold if not kb.exists(one)) == []


def test_every_citation_exists_and_is_verbatim_and_in_force(kb, cases):
    wrong = []
    cited = 0
    for case in cases[:: max(1, len(cases) // 20)][:20]:
        for one in kb.ask(case["question"], DAY).citations:
            cited += 1
            if (
                not kb.exists(one.id)
                or not one.quote
                or one.quote not in (kb.source_text(one.quote_from or one.id) or "")
            ):
                wrong.append((case["id"], one.id))
            if not one.in_force:
                wrong.append((case["id"], one.id, "không còn hiệu lực"))
            wrong += [(case["id"], via) for via in one.via if not kb.exists(via)]
    assert cited > 20
    assert wrong == []


def test_every_statement_rests_on_a_basis(kb, cases):
    for case in cases[:: max(1, len(cases) // 10)][:10]:
        answer = kb.ask(case["question"], DAY)
        assert all(one.citations and set(one.citations) <= set(bases(answer)) for one in answer.statements)


# -- powers by reference of the law on local government --------------------------------------------------


@pytest.fixture(scope="module")
def law(kb):
    return kb._snapshot.document(LAW)


@pytest.fixture(scope="module")
def grants(law):
    return {(str(grant.by).removeprefix(f"{LAW}/"), grant.urban): grant for grant in grants_of(law)}


def left_out(law, grant):
    """The leaves of the referred articles that the reference leaves out."""
    leaves = [one for one, node in law.provisions.items() if not any(child.id for child in node.children)]
    return [str(one).removeprefix(f"{LAW}/") for one in leaves if grant.leaves_out(one)]


def test_cities_wards_and_special_zones_hold_powers_by_reference(grants):
    units = {by: grant.unit for (by, _), grant in grants.items()}
    assert units == {
        "18": "thành phố", "19": "thành phố", "20": "thành phố", "24": "phường", "25": "phường", "26": "phường",
        "27/1": "đặc khu",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("by", "left"),
    [("18", []), ("19", []), ("20", []), ("25", []), ("26", ["23/14"]), ("27/1", [])],
)
def test_what_a_reference_leaves_out_of_its_articles(law, grants, by, left):
    assert left_out(law, grants[by, False]) == left


def test_the_wards_council_lacks_one_point_of_the_communes_councils_powers(law, grants):
    grant = grants["24", False]
    assert grant.leaves_out(ProvisionId.parse(f"{LAW}/21/2/d"))
    points = [one for one in left_out(law, grant) if one.startswith("21/2/")]
    assert points == ["21/2/d"]


def test_a_special_zone_has_a_section_and_an_urban_one_another(grants):
    assert [str(one).removeprefix(f"{LAW}/") for one in grants["27/1", False].targets] == ["21", "22", "23"]
    assert [str(one).removeprefix(f"{LAW}/") for one in grants["27/1", True].targets] == ["24", "25", "26"]
