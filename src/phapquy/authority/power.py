"""What a power is: an organ, what it does, to what, on which basis, from when to when.

A power is read from one clause and never paraphrased: ``span`` cuts its task from the stored text. Comparing, counting
and showing powers happens elsewhere; this module only says what one is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from phapquy.law.holder import Level, Organ
from phapquy.law.provision import ProvisionId


class Act(StrEnum):
    """What a holder does, as lawyers group it; the verb as written stands in :attr:`Power.verb`."""

    QUYET_DINH = "quyết định"
    PHE_DUYET = "phê duyệt"
    PHE_CHUAN = "phê chuẩn"
    BAN_HANH = "ban hành"
    QUY_DINH = "quy định"
    CAP = "cấp"
    CHAP_THUAN = "chấp thuận"
    BAU = "bầu, miễn nhiệm, bãi nhiệm"
    BO_NHIEM = "bổ nhiệm, điều động, kỷ luật"
    DINH_CHI = "đình chỉ, bãi bỏ"
    XU_PHAT = "xử phạt"
    GIAI_QUYET = "giải quyết"
    GIAO = "giao, phân cấp, ủy quyền"
    THAM_DINH = "thẩm định"
    TRINH = "trình"
    CHO_Y_KIEN = "cho ý kiến"
    XAY_DUNG = "xây dựng, lập"
    TO_CHUC_THUC_HIEN = "tổ chức thực hiện"
    CHI_DAO = "chỉ đạo"
    QUAN_LY = "quản lý"
    HUONG_DAN = "hướng dẫn"
    KIEM_TRA = "kiểm tra"
    GIAM_SAT = "giám sát"
    PHOI_HOP = "phối hợp"
    BAO_CAO = "báo cáo"
    CONG_KHAI = "công bố, thông báo, cung cấp"
    YEU_CAU = "yêu cầu"
    TIEP_NHAN = "tiếp nhận"
    CHIU_TRACH_NHIEM = "chịu trách nhiệm"
    THAM_MUU = "tham mưu, giúp việc"


class Mode(StrEnum):
    """How the holder came to the power."""

    LUAT_GIAO = "luật giao"
    PHAN_QUYEN = "phân quyền"
    PHAN_CAP = "phân cấp"
    UY_QUYEN = "ủy quyền"
    CHUYEN_GIAO = "chuyển giao từ cấp huyện"


UNITS = frozenset({"xã", "phường", "đặc khu", "tỉnh", "thành phố"})
"""The kinds of unit whose organs may hold a power that others of their level do not."""


@dataclass(frozen=True, slots=True)
class Power:
    """One organ doing one thing to one object, by one clause.

    Coordinated verbs of one kind ("bầu, miễn nhiệm") stay one power; verbs of different kinds ("xây dựng, trình")
    are powers of their own with the same object.
    """

    holder: Organ
    unit: str | None
    """One of :data:`UNITS`; None for any unit of the level."""
    act: Act
    task: str
    """The object, verbatim: ``text[span]`` of the document of ``source``."""
    span: tuple[int, int]
    normal: str
    """The task for comparing: small letters, one blank between words, no numbering, no references."""
    field: str
    """Slug of the field: ``dat-dai``, ``to-chuc-bo-may`` … (:mod:`phapquy.authority.topics`)."""
    condition: str | None
    exception: str | None
    mode: Mode
    former: Organ | None
    """Who had it before, where the clause says so."""
    basis: ProvisionId
    """The provision that gives it, as it is cited."""
    source: ProvisionId
    """The clause whose stored text holds the words: ``basis``, or the clause that reworded or inserted it."""
    verb: str = ""
    """The verbs as written: ``bầu, miễn nhiệm``; empty where the clause has none of its own."""
    via: tuple[ProvisionId, ...] = ()
    """The clauses that give ``basis`` to this holder by reference, the nearest first."""
    moved: tuple[ProvisionId, ...] = ()
    """Where the task is written that the clause moves to this holder."""
    renamed: ProvisionId | None = None
    """The clause that put this holder's name in the place of another in the words of ``basis``."""
    start: date | None = None
    end: date | None = None
    """First day and first day no longer in force."""

    @property
    def level(self) -> Level:
        """The holder's level; several where the clause does not say which."""
        return self.holder.level or Level.NHIEU_CAP

    @property
    def deed(self) -> str:
        """The verbs with their object, on one line, as the clause words them."""
        return deed_of(self.verb, " ".join(self.task.split()))

    def covers(self, day: date) -> bool:
        """Whether it is held on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


def deed_of(verb: str, task: str) -> str:
    """Put verbs before their object, where the object does not begin with them: a decision is its own object."""
    verb = verb.lower()
    return task if not verb or task.lower().startswith(verb.split(",")[0]) else f"{verb} {task}"
