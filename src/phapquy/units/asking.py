"""What a question wants to know of units, read from its folded words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from phapquy.units.lookup import Prefer
from phapquy.units.typed import read_words


class Aim(Enum):
    """What is asked."""

    SUCCESSOR = "successor"
    """What became of a unit."""
    MADE_OF = "made of"
    """What a unit of today was made of."""
    COUNT = "count"
    """How many units there are, and which were left as they were."""
    KEPT = "kept"
    """Whether a unit was left as it was."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What a question asks of units."""

    aim: Aim
    prefer: Prefer
    of_province: bool
    """Whether a province is asked for."""
    country: bool = False
    """Whether the whole country is meant."""


_KIND = r"(?:xa|phuong|thi tran|dac khu|don vi|tinh|thanh pho|tp|dia danh|dia chi|dia ban)"
_WHICH = (
    rf"(?:{_KIND}(?: hanh chinh)?(?: {_KIND})?(?: (?:hay|hoac|va|hay la) {_KIND})?(?: moi| cu)? (?:nao|gi|chi|may)\b"
    rf"|{_KIND} (?:hay|hoac) (?:la )?{_KIND}|ten (?:moi )?(?:la |goi (?:la )?)?(?:gi|chi|sao)|(?:ve|vao|vo|o|thuoc|sang|qua|di) dau"
    r"|(?:goi|mang ten|lai ten|ghi) (?:la )?(?:gi|sao|chi)|thanh (?:gi|chi)|la (?:gi|chi|dau)|lay ten|ten moi la|thuoc ve"
    r"|(?:vao|ve|thuoc|thanh|voi) (?:nhung |cac |may )" rf"{_KIND})"
)
_NOW = (
    r"\b(?:gio|bay gio|bi gio|hien nay|hien gio|hien tai|nay|hom nay|cu|truoc day|truoc|hoi xua|ngay xua|hoi truoc|moi"
    r"|sau (?:khi )?(?:sap xep|sap nhap|nhap|hop nhat|\w+ sap xep)|sap xep|sap nhap|sat nhap|nhap|hop nhat|doi ten|doi thanh"
    r"|tach|chia|gop|ghep|thanh lap|tu ngay)\b"
)
_SUCCESSOR = re.compile(rf"(?=.*{_NOW}).*\b{_WHICH}")
_MADE_OF = re.compile(
    r"\b(?:lap|thanh lap|hinh thanh|gop|ghep|hop|hop thanh|hop nhat|sap nhap|sat nhap|nhap|cau thanh|tao|tao thanh|lap nen)"
    r"(?: lai| thanh| nen| ra| chung)* (?:tu|boi)\b"
    rf"|\b(?:gom|bao gom|tu) (?:co )?(?:nhung|cac|may|bao nhieu) {_KIND}(?: \w+)? (?:nao|gi|cu)"
    rf"|\btu (?:{_KIND} )?(?:nao|dau)\b|\btruoc (?:day|kia|do)? ?(?:la|gom) (?:nhung |cac |may )?{_KIND} (?:nao|gi)"
    rf"|\bdo (?:nhung |cac |may ){_KIND}.{{0,12}}(?:nao|gi)?.{{0,8}}(?:hop|nhap|gop|ghep)"
)
_COUNT = re.compile(
    r"\b(?:bao nhieu|may|tong so|tong cong|so luong)\b(?: \w+){0,3} (?:xa|phuong|dac khu|don vi|tinh|thanh pho|tp)\b"
    r"|\b(?:xa|phuong|dac khu|don vi \w+ \w+ \w+ \w+|tinh) (?:co )?(?:tong cong )?(?:la )?bao nhieu\b"
)
_LEFT = re.compile(
    rf"\b{_KIND}(?: \w+){{0,3}} (?:nao|gi) (?:\w+ )?(?:duoc )?(?:giu nguyen|khong (?:\w+ )*?(?:sap xep|sap nhap|nhap))"
)
_KEPT = re.compile(
    r"\b(?:giu nguyen|(?:bi |duoc |co |da |phai )*(?:sap nhap|sat nhap|nhap|sap xep|doi ten|tach|chia)(?: \w+){0,4})"
    r"(?: \w+){0,3} (?:khong|chua|ko|k|hay khong|hay chua|thiet|that|phai khong)\b|\bcon (?:la|ten|ton tai|giu)\b.{0,20}\b(?:khong|nua)\b"
)
_COUNTRY = re.compile(r"\b(?:ca nuoc|toan quoc|viet nam|nuoc ta|nuoc minh|34 tinh)\b")
_ELSE = re.compile(
    r"\b(?:ubnd|uy ban|hdnd|hoi dong|chu tich|pho chu tich|tham quyen|thu tuc|dang ki|cap (?:giay|phep|lai|so|doi|ban)"
    r"|phe duyet|chung thuc|xac nhan|nop|khieu nai|to cao|xu phat|cong chuc|can bo|bieu quyet|luong|phu cap|bau|tro cap"
    r"|le phi|dien tich|dan so|rong|giap|tieu chuan|tieu chi|dieu kien|quyet dinh|quan li|tru so|bi thu|dai bieu|nhan su"
    r"|giao duc|y te|truong hoc|dat dai|nhiem vu|quyen han|chinh quyen|phan loai|loai may|co quan|ai)\b"
)
_OLD = re.compile(r"\b(?:cu|truoc day|truoc kia|hoi xua|ngay xua|hoi truoc|truoc thuoc|hoi do)\b")
_PROVINCE = re.compile(r"\b(?:tinh|thanh pho|tp|thanh) (?:\w+ )?(?:nao|gi|chi|moi)\b|\btinh hay\b|\btinh thanh\b")
_UNIT = re.compile(rf"\b{_KIND}\b|\b(?:p|q|tt|huyen|quan|que|nha)\b")


def read_asking(text: str) -> Asking | None:
    """Return what a question asks of units; None if it asks something else."""
    words = " ".join(word.folded for word in read_words(text))
    if _ELSE.search(words):
        return None
    country = _COUNTRY.search(words) is not None
    of_province = _PROVINCE.search(words) is not None
    if _COUNT.search(words) or _LEFT.search(words):
        return Asking(Aim.COUNT, Prefer.EITHER, of_province, country)
    if _MADE_OF.search(words):
        return Asking(Aim.MADE_OF, Prefer.NEW, of_province)
    if _SUCCESSOR.search(words):
        return Asking(Aim.SUCCESSOR, Prefer.OLD, of_province)
    if _KEPT.search(words):
        return Asking(Aim.KEPT, Prefer.OLD if _OLD.search(words) else Prefer.EITHER, of_province)
    return None
