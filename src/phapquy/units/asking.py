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


def _words(*lines: str) -> str:
    return "|".join(lines)


_KIND = r"(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|don vi|tinh|thanh pho|tp|dia danh|dia chi|dia ban)"
_MERGED = r"(?:sap nhap|sat nhap|nhap|hop nhat|gop|ghep)"
# "xã nào", "đơn vị hành chính gì", "xã hay phường gì", "về đâu", "mang tên gì", "thành gì", "về những xã …"
_WHICH = _words(
    rf"{_KIND}(?: hanh chinh)?(?: {_KIND})?(?: (?:hay|hoac|va|hay la) {_KIND})?(?: moi| cu)? (?:nao|gi|chi|may)\b",
    rf"{_KIND} (?:hay|hoac) (?:la )?{_KIND}",
    r"ten (?:moi )?(?:la |goi (?:la )?)?(?:gi|chi|sao)",
    r"(?:ve|vao|vo|o|thuoc|sang|qua|di) dau",
    r"(?:goi|mang ten|lai ten|ghi) (?:la )?(?:gi|sao|chi)",
    r"thanh (?:gi|chi)",
    r"la (?:gi|chi|dau)",
    r"lay ten",
    r"ten moi la",
    r"(?:gio|nay|hien nay|bay gio) (?:ra )?(?:sao|the nao)",
    r"len (?:thanh pho|phuong)|thanh thanh pho",
    rf"(?:vao|ve|thuoc|thanh|voi) (?:nhung |cac |may ){_KIND}",
)
_NOW = _words(
    r"gio|bay gio|bi gio|hien nay|hien gio|hien tai|nay|hom nay|cu|truoc day|truoc|hoi xua|ngay xua|hoi truoc|moi",
    rf"sap xep|{_MERGED}|doi ten|doi thanh|tach|chia|thanh lap|tu ngay",
)
_SUCCESSOR = re.compile(
    rf"(?=.*\b(?:{_NOW})\b).*\b(?:{_WHICH})|\bla {_KIND} (?:hay|hoac) (?:la )?{_KIND}|\blen (?:thanh pho|phuong)\b"
)
# "lập từ", "gộp lại từ", "gồm những xã cũ nào", "trước đây là những xã nào"
_MADE_OF = re.compile(
    _words(
        rf"\b(?:lap|thanh lap|lap nen|hinh thanh|cau thanh|tao|tao thanh|hop|hop thanh|{_MERGED})"
        r"(?: lai| thanh| nen| ra| chung)* (?:tu|boi)\b",
        rf"\b(?:gom|bao gom|tu) (?:co )?(?:nhung|cac|may|bao nhieu) {_KIND}(?: \w+)? (?:nao|gi|cu)",
        rf"\btu (?:{_KIND} )?(?:nao|dau)\b",
        rf"\b(?:nhung|cac|may) {_KIND}(?: \w+)? (?:nao|gi)\b.{{0,20}}\b{_MERGED}\b.{{0,12}}\b(?:thanh|nen|ra)\b",
        rf"\btruoc (?:day|kia|do)? ?(?:la|gom) (?:nhung |cac |may )?{_KIND} (?:nao|gi)",
    )
)
_COUNT = re.compile(
    _words(
        r"\b(?:bao nhieu|may|tong so|tong cong|so luong)\b(?: \w+){0,3}"
        r" (?:xa|phuong|dac khu|don vi|tinh|thanh pho|tp)\b",
        r"\b(?:xa|phuong|dac khu|tinh) (?:co )?(?:tong cong )?(?:la )?bao nhieu\b",
    )
)
_LEFT = re.compile(
    rf"\b{_KIND}(?: \w+){{0,3}} (?:nao|gi)(?: \w+){{0,7}}?"
    rf" (?:giu nguyen|khong (?:\w+ ){{0,3}}?(?:sap xep|{_MERGED}))"
)
# "bị sáp nhập chưa", "có được giữ nguyên không", "có còn tên đó nữa không"
_KEPT = re.compile(
    _words(
        rf"\b(?:giu nguyen|(?:bi |duoc |co |da |phai )*(?:{_MERGED}|sap xep|doi ten|tach|chia)(?: \w+){{0,4}})"
        r"(?: \w+){0,3} (?:khong|chua|ko|k|hay khong|hay chua|thiet|that|phai khong)\b",
        r"\bcon (?:la|ten|ton tai|giu)\b.{0,20}\b(?:khong|nua)\b",
    )
)
_COUNTRY = re.compile(r"\b(?:ca nuoc|toan quoc|viet nam|nuoc ta|nuoc minh|34 tinh)\b")
_ELSE = re.compile(
    r"\b(?:"
    + _words(
        r"ubnd|uy ban|hdnd|hoi dong nhan dan|chu tich|tham quyen|thu tuc|dang ki|cap (?:giay|phep|lai|so|doi|ban)",
        r"phe duyet|chung thuc|xac nhan|nop (?:ho so|don|tien|phat|o|tai)|khieu nai|to cao|xu phat|cong chuc|can bo",
        r"bieu quyet|tien luong|muc luong|luong (?:co so|thang|huu)|phu cap|bau cu|bau (?:ai|lai|dai bieu)|tro cap",
        r"le phi|dien tich|dan so|rong (?:bao|may)|giap (?:ranh|voi|tinh|nhung)|tieu chuan|tieu chi|dieu kien",
        r"quyet dinh|quan li|tru so|bi thu|dai bieu|nhan su|giao duc|y te|truong hoc|dat dai|nhiem vu|quyen han",
        r"chinh quyen|phan loai|loai may|co quan (?:nao|co)",
        r"ai (?:quyet|duoc|co|la|dung|se|ki|lam|giai|phu|cho|phai|ra|hoi|chiu|cap)|(?:do|boi|cua|hoi) ai",
    )
    + r")\b"
)
"""Words of questions on something else: who may do what, how large, on which conditions."""
_OLD = re.compile(r"\b(?:cu|truoc day|truoc kia|hoi xua|ngay xua|hoi truoc|truoc thuoc|hoi do)\b")
_PROVINCE = re.compile(r"\b(?:tinh|thanh pho|tp) (?:moi )?(?:nao|gi|chi)\b|\btinh hay\b|\btinh thanh\b")


def may_ask(text: str) -> bool:
    """Whether a text may ask something of units: a quick look before any name is looked up."""
    words = _folded(text)
    return any(pattern.search(words) for pattern in (_COUNT, _LEFT, _MADE_OF, _SUCCESSOR, _KEPT))


def read_asking(text: str, start: int = 0, end: int = 0) -> Asking | None:
    """Return what a question asks of units; None if it asks something else.

    Args:
        text: the question.
        start: where the unit that it names begins, if it names one; the words of a name ask nothing.
        end: where it ends.
    """
    words = _folded(f"{text[:start]} xã kia {text[end:]}" if end else text)
    if _ELSE.search(words):
        return None
    of_province = _PROVINCE.search(words) is not None
    if _COUNT.search(words) or _LEFT.search(words):
        return Asking(Aim.COUNT, Prefer.EITHER, of_province, _COUNTRY.search(words) is not None)
    if _MADE_OF.search(words):
        return Asking(Aim.MADE_OF, Prefer.NEW, of_province)
    if _SUCCESSOR.search(words):
        return Asking(Aim.SUCCESSOR, Prefer.OLD if _OLD.search(words) else Prefer.EITHER, of_province)
    if _KEPT.search(words):
        return Asking(Aim.KEPT, Prefer.OLD if _OLD.search(words) else Prefer.EITHER, of_province)
    return None


def _folded(text: str) -> str:
    return " ".join(word.folded for word in read_words(text))
