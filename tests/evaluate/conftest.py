"""Invented cases and a knowledge base that says what it is told to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest

from phapquy.evaluate.dataset import Case

# A clearly fictional statute of a lighthouse keepers' guild.
STORED = {
    "luat-hai-dang/1": "Điều 1. Người gác đèn\n1. Người gác đèn thắp đèn lúc chạng vạng.\n2. Đèn xanh do hội quyết định:\na) Độ sáng;\nb) Giờ thắp.",
    "luat-hai-dang/1/1": "1. Người gác đèn thắp đèn lúc chạng vạng.",
    "luat-hai-dang/1/2": "2. Đèn xanh do hội quyết định:\na) Độ sáng;\nb) Giờ thắp.",
    "luat-hai-dang/1/2/a": "a) Độ sáng;",
    "luat-hai-dang/1/2/b": "b) Giờ thắp.",
    "luat-hai-dang/2": "Điều 2. Áp dụng theo Điều 1.",
    "nd-sua-den/3": "Điều 3. Sửa đổi khoản 1 về giờ thắp đèn.",
}


def make_citation(identity: str, quote: str | None = None, **more: object) -> dict[str, object]:
    return {"id": identity, "quote": STORED.get(identity, "") if quote is None else quote, "role": "basis"} | more


def make_answer(outcome: str = "answered", **more: object) -> dict[str, object]:
    return {"outcome": outcome, "level": None, "holders": [], "text": "", "statements": [], "citations": []} | more


@dataclass
class Said:
    shown: dict[str, object]

    def to_json(self) -> dict[str, object]:
        return self.shown


@dataclass
class Hit:
    id: str
    score: float


@dataclass
class Found:
    hits: list[Hit]


@dataclass
class FakeBase:
    """Answers by question id; ranks every question alike."""

    says: dict[str, dict[str, object]]
    ranks: list[str] = field(default_factory=list)
    snapshot_id: str = "s-thu"
    asked: list[tuple[str, date | None]] = field(default_factory=list)

    def ask(self, question: str, as_of: date | None = None, id: str | None = None) -> Said:
        self.asked.append((question, as_of))
        return Said({"id": id, **self.says[id or ""]})

    def search(self, question: str, as_of: date | None = None, limit: int = 20) -> Found:
        return Found([Hit(one, 1 / rank) for rank, one in enumerate(self.ranks[:limit], start=1)])

    def exists(self, id: str) -> bool:
        if " " in id:
            raise ValueError(id)
        return id in STORED

    def source_text(self, id: str) -> str | None:
        return STORED.get(id)


CASES = (
    Case(
        id="t-1",
        kind="authority",
        question="Ai quyết giờ thắp đèn?",
        form="plain",
        outcome="answered",
        level="xa",
        organs=("Hội đồng nhân dân cấp xã",),
        cite=(("luat-hai-dang/1/2/b", "luat-hai-dang/1/2"), ("luat-hai-dang/2",)),
        facts=("giờ thắp",),
        never=("chủ tịch tỉnh",),
    ),
    Case(id="t-2", kind="refuse", question="Mai mưa không?", form="plain", outcome="not_found", never=(r"\d+ ?%",)),
    Case(id="t-3", kind="fact", question="mấy đèn", form="khong-dau", outcome="answered", cite=(("nd-sua-den/3",),)),
)
GOOD = {
    "t-1": make_answer(
        level="xa",
        holders=[{"organ": "Hội đồng nhân dân phường", "level": "xa"}],
        text="Hội đồng nhân dân phường quyết định giờ\n thắp.",
        statements=[{"text": "…", "citations": ["luat-hai-dang/1/2/b"]}],
        citations=[make_citation("luat-hai-dang/1/2/b", via=["luat-hai-dang/2"])],
    ),
    "t-2": make_answer("not_found"),
    "t-3": make_answer(
        text="Ba.",
        statements=[{"text": "Ba.", "citations": ["luat-hai-dang/1/1"]}],
        citations=[make_citation("luat-hai-dang/1/1", amended_by=["nd-sua-den/3"])],
    ),
}


@pytest.fixture
def cases() -> tuple[Case, ...]:
    return CASES


@pytest.fixture
def stored() -> dict[str, str]:
    return STORED


@pytest.fixture
def citation():
    return make_citation


@pytest.fixture
def answer():
    return make_answer


@pytest.fixture
def base():
    return FakeBase


@pytest.fixture
def good_base() -> FakeBase:
    return FakeBase(GOOD, ranks=["luat-hai-dang/1/2/b", "nd-sua-den/3", "luat-hai-dang/2"])
