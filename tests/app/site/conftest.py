from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from phapquy.authority.choosing import choose
from phapquy.authority.matrix import Matrix
from phapquy.authority.overlaps import Report, Verdict
from phapquy.authority.overlaps.model import Finding, Ground, Judgement, Reason
from phapquy.authority.power import Act, Mode, Power
from phapquy.law.holder import Level, Organ
from phapquy.law.provision import ProvisionId
from tests.conftest import FakeEncoder
from tests.ponds import CHANGE, PONDS, open_ponds


@pytest.fixture(scope="package")
def ponds(tmp_path_factory):
    fake = FakeEncoder()
    patch = pytest.MonkeyPatch()
    patch.setattr("phapquy.index.embedding.Encoder.load", classmethod(lambda cls, settings: fake))
    yield open_ponds(tmp_path_factory.mktemp("ao"), fake)
    patch.undo()


def power(base, level, act, task, place, *, field="dat-dai", condition=None):
    names = {Level.XA: "cấp xã", Level.TINH: "cấp tỉnh"}
    identity = ProvisionId.parse(f"{PONDS}/{place}")
    return Power(
        Organ(base, names.get(level, ""), level), None, act, task, (0, len(task)), task.lower(), field, condition, None,
        Mode.LUAT_GIAO, None, identity, identity, act.value,
    )  # fmt: skip


HDND, UBND = "Hội đồng nhân dân", "Ủy ban nhân dân"
POWERS = (
    power(HDND, Level.XA, Act.QUYET_DINH, "mùa tát ao", "2/2"),
    power(UBND, Level.TINH, Act.QUYET_DINH, "mùa tát ao", "3/1"),
    power(HDND, Level.XA, Act.CAP, "ao", "2/1/b", condition="khi dân đồng ý"),
    power("Hội Đom đóm", None, Act.KIEM_TRA, '=HYPERLINK("x") <b>sao</b>', "2/1/c", field="khoa-hoc"),
)


@dataclass
class Everything:
    """The invented corpus with the features that other rooms bring."""

    kb: Any

    @property
    def reading(self):
        return self.kb.reading

    @property
    def coverage(self):
        return self.kb.coverage

    @property
    def snapshot_id(self):
        return self.kb.snapshot_id

    def ask(self, question, as_of=None):
        return self.kb.ask(question, as_of)

    def search(self, *args, **kwargs):
        return self.kb.search(*args, **kwargs)

    def article(self, provision, as_of=None):
        return self.kb.article(provision, as_of)

    def cite(self, provision):
        return self.kb.cite(provision)

    def name(self, slug):
        return self.kb.name(slug)

    @property
    def snapshot(self):
        return self.kb.snapshot

    def matrix(self, filters):
        return Matrix(filters, choose(POWERS, filters, (PONDS,)))

    def overlaps(self, as_of=None):
        both = (
            Finding(POWERS[0], POWERS[1], Judgement(verdict, (Reason(Ground.NHIEM_VU, text),)), 1.0, 1.0, ("luật sau",))
            for verdict, text in ((Verdict.TRUNG, "cùng một nhiệm vụ"), (Verdict.KHONG_TRUNG, "khác cấp"))
        )
        return Report(tuple(both), len(POWERS), 2)

    def units(self, text, as_of=None, *, reverse=False):
        if "sen" in text:
            said = (SimpleNamespace(text="Xã Sen nay là xã Ao Sen.", by=(ProvisionId.parse(f"{CHANGE}/1/1"),)),)
            return SimpleNamespace(said=said, message="", choices=(), notes=())
        if "ao" in text:
            return SimpleNamespace(
                said=(), message="Có nhiều nơi tên Ao.", choices=("Xã Ao, tỉnh Đầm nay là đơn vị nào?",), notes=()
            )
        return SimpleNamespace(said=(), message="", choices=(), notes=())

    def suggest_units(self, typed, as_of=None, limit=8):
        return ("xã Sen, tỉnh Đầm cũ",)

    @property
    def unit_history(self):
        return History()


@dataclass(frozen=True)
class Unit:
    name: str
    province: str = "Đầm Sen"
    kept: bool = False
    by: ProvisionId = ProvisionId.parse(f"{CHANGE}/1/1")  # noqa: RUF009

    def full(self, day):
        return f"xã {self.name}"


class History:
    by_new = {Unit("Ao Sen"): (SimpleNamespace(kind="nhập toàn bộ", old=SimpleNamespace(full="xã Sen")),)}  # noqa: RUF012
    by_old: dict = {}  # noqa: RUF012

    def province_on(self, name, day: date):
        return SimpleNamespace(
            new=SimpleNamespace(full="tỉnh Đầm Sen"), old=(), merged=False, by=ProvisionId.parse(f"{CHANGE}/1/1")
        )

    def counts_of(self, name, day):
        return SimpleNamespace(total=1, kinds=(("xã", 1), ("phường", 0)), by=ProvisionId.parse(f"{CHANGE}/1/2"))

    def units_of(self, name):
        return tuple(self.by_new)


@pytest.fixture
def library(stage, ponds, fresh_stage):
    """The application with the invented corpus."""
    stage.base = Everything(ponds)
    return stage.base


@pytest.fixture
def client(served, library):
    with httpx.Client(base_url=served, timeout=20) as client:
        yield client
