"""What a comparison of two powers gives: a verdict, its reasons, and how sure the words make it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from phapquy.authority.power import Power


class Verdict(StrEnum):
    """What two clauses are to each other."""

    TRUNG = "trùng thẩm quyền"
    LAP = "quy định lặp"
    CHUA_DU = "chưa đủ căn cứ"
    KHONG_TRUNG = "không trùng"


class Ground(StrEnum):
    """What separates two powers, makes them one, or leaves it open."""

    CHU_THE = "chủ thể"
    NHIEM_VU = "nhiệm vụ"
    VAI_TRO = "vai trò"
    CAP = "cấp"
    LOAI_DON_VI = "loại đơn vị"
    DIEU_KIEN = "điều kiện"
    NGUONG = "ngưỡng"
    THOI_GIAN = "thời gian"
    PHAN_CAP = "phân cấp"
    UY_QUYEN = "ủy quyền"
    CHUYEN_GIAO = "chuyển giao"
    NGOAI_LE = "ngoại lệ"
    DAN_CHIEU = "dẫn chiếu"
    TRUONG_HOP_RIENG = "trường hợp riêng"
    LINH_VUC = "lĩnh vực"
    UU_TIEN = "quy tắc ưu tiên"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason of a verdict, in words a person reads."""

    ground: Ground
    text: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reasons, the deciding one first."""

    verdict: Verdict
    reasons: tuple[Reason, ...]

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The grounds of the reasons, in order."""
        return tuple(one.ground for one in self.reasons)


@dataclass(frozen=True, slots=True)
class Finding:
    """Two powers side by side, the earlier clause first."""

    first: Power
    second: Power
    judgement: Judgement
    likeness: float
    """Share of the words of both tasks that they have in common, 0 to 1."""
    score: float
    """How high it stands in a list of its verdict; comparable only there."""
    hints: tuple[str, ...] = ()
    """Which rule of precedence may help, as a hint."""

    @property
    def verdict(self) -> Verdict:
        """The verdict of its judgement."""
        return self.judgement.verdict
