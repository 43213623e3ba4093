"""For which cases and where a power is held: taken out of its task, so that tasks and cases are compared apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from phapquy.authority.overlaps.amounts import ranges_of
from phapquy.law.holder import Level
from phapquy.law.measures import Range

_UNIT_WORDS = {
    "tỉnh": Level.TINH, "cấp tỉnh": Level.TINH, "thành phố": Level.TINH, "xã": Level.XA, "cấp xã": Level.XA,
    "phường": Level.XA, "đặc khu": Level.XA, "địa phương": None, "cấp mình": None, "mình": None, "huyện": Level.HUYEN,
    "cấp huyện": Level.HUYEN, "cả nước": Level.TRUNG_UONG, "toàn quốc": Level.TRUNG_UONG,
}  # fmt: skip
_WHERE = "|".join(sorted(_UNIT_WORDS, key=len, reverse=True))
_TERRITORY = re.compile(
    rf"\s*(?:trên|trong|tại|thuộc|theo)?\s*\b(?:địa bàn|phạm vi(?: địa bàn| quản lý| địa giới hành chính)?|địa phận)"
    rf"(?:\s+(?:quản lý|do|của|toàn|các|thuộc|phạm vi|được phân công|được giao))*(?:\s+(?P<where>{_WHERE})(?!\w))*"
    rf"|\s*\b(?:ở|tại|của|trong)\s+(?P<here>{_WHERE}(?:\s+mình)?)(?!\s*\w)"
    rf"|\s*\b(?:trên|trong)\s+(?P<whole>phạm vi cả nước|toàn quốc|cả nước)"
)
_OWN = re.compile(r"\b(?:của (?:mình|cấp mình)|thuộc phạm vi quản lý|được phân công quản lý|thuộc quyền quản lý)\b")
_OF_ITSELF = re.compile(
    r"\b(?:(?:của|do) (?:mình|cấp mình|chính mình|cơ quan mình|đơn vị mình)"
    r"|được (?:phân cấp|phân quyền|ủy quyền|giao)\b(?! quản lý)"
    r"|(?:thuộc|theo) (?:phạm vi )?(?:nhiệm vụ, quyền hạn|thẩm quyền|chức năng, nhiệm vụ)(?! của (?!mình)))"
)
"""The object is the holder's own affair: "văn bản do mình ban hành", "nhiệm vụ được giao"."""
_CASES = re.compile(
    r",?\s*\b(?P<kind>đối với|cho (?=hộ gia đình|cá nhân|tổ chức|cộng đồng|doanh nghiệp|người)"
    r"|trong trường hợp|trường hợp|trong thời gian|khi|nếu"
    r"|có (?:diện tích|quy mô|vốn|giá trị|chiều cao|tổng mức|số|thời hạn|dân số)"
    r"|với (?:diện tích|quy mô)|(?:diện tích|quy mô|tổng mức) (?=từ|dưới|trên|không quá)|mà\b|ngoài)\s*[^;]*$"
)
_CASE_LEAD = re.compile(r"^\s*(?:trong |các )*(?:trường hợp|khi|nếu|đối với|cho|với|có)\s+", re.IGNORECASE)
_REFERENCE = re.compile(
    r"(?:quy định )?(?:tại|ở) (?:các |cả )?(?:khoản|điểm|điều|mục|chương|phụ lục)\s[\w,; ]{1,80}?"
    r"(?=(?:này|của|nghị|luật|[.;)]|$))",
    re.IGNORECASE,
)
_STEPS = re.compile(
    r"^(?:sau khi|khi (?:nhận|nhận được|có đề nghị)|trong thời hạn|chậm nhất|căn cứ|trên cơ sở|định kỳ|hằng năm"
    r"|hàng năm|theo (?:đề nghị|quy định)|trước khi|ngoài việc)\b.*"
)
"""What only says when in a procedure, or on which papers, something is done; it limits no case."""
_PURPOSE = re.compile(r",?\s+(?:để|nhằm)\s+(?:thực hiện|bảo đảm|phục vụ|giải quyết|hòa giải)\b[^;]*$")
_OPEN = re.compile(
    r"^(?:khi |nếu |trong |trường hợp )*(?:cần thiết|xét thấy cần|cấp bách|đặc biệt|có yêu cầu|theo yêu cầu)",
    re.IGNORECASE,
)
_SUBJECTS: tuple[tuple[str, str], ...] = (
    ("tổ chức nước ngoài", "nước ngoài"), ("cá nhân nước ngoài", "nước ngoài"), ("người nước ngoài", "nước ngoài"),
    ("doanh nghiệp có vốn đầu tư nước ngoài", "nước ngoài"), ("tổ chức kinh tế có vốn đầu tư nước ngoài", "nước ngoài"),
    ("người gốc việt nam định cư ở nước ngoài", "kiều bào"), ("người việt nam định cư ở nước ngoài", "kiều bào"),
    ("hộ gia đình", "cá nhân"), ("cá nhân", "cá nhân"), ("cộng đồng dân cư", "cộng đồng"), ("hộ nghèo", "cá nhân"),
    ("doanh nghiệp", "tổ chức"), ("tổ chức tôn giáo", "tôn giáo"), ("tổ chức", "tổ chức"), ("hợp tác xã", "tổ chức"),
    ("cán bộ", "cán bộ"), ("công chức", "công chức"), ("viên chức", "viên chức"),
)  # fmt: skip
_SUBJECT = re.compile("|".join(rf"\b{re.escape(one)}\b" for one, _ in _SUBJECTS), re.IGNORECASE)
_SUBJECT_KIND = dict(_SUBJECTS)
_OF_LEVEL = re.compile(
    r"\b(?:cấp (?P<level>tỉnh|xã|huyện|trung ương)|(?:ngân sách|của) (?P<of>tỉnh|xã|trung ương|đặc khu|phường)(?!\w))"
)
_LEVEL = {
    "tỉnh": Level.TINH, "xã": Level.XA, "phường": Level.XA, "đặc khu": Level.XA, "huyện": Level.HUYEN,
    "trung ương": Level.TRUNG_UONG,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """The cases and the place a power is limited to."""

    cases: str
    """The words that limit it, in small letters; empty for none."""
    ranges: tuple[Range, ...]
    subjects: frozenset[str]
    """Kinds of person it is about, where a limit names them."""
    references: frozenset[str]
    """References that say which cases are meant, in small letters."""
    territory: bool
    """Whether it is held in the holder's own territory or field only."""
    own: bool
    """Whether its object is the holder's own affair."""
    of_levels: frozenset[Level]
    """Levels that the object itself is said to be of ("công chức cấp xã")."""

    @property
    def open(self) -> bool:
        """Whether the limit leaves the case to judgement ("khi cần thiết")."""
        return bool(_OPEN.match(self.cases))


def split(task: str, condition: str | None, verbatim: str = "") -> tuple[str, Limits]:
    """Split a task into what is done and the cases and place it is limited to.

    Args:
        task: the task for comparing, in small letters.
        condition: the condition read beside it, if any.
        verbatim: the task as written, for its references.
    """
    bare, territory = _without_territory(_without_purpose(task))
    found = _CASES.search(bare)
    cases = [found[0].strip(" ,")] if found and found.start() > 0 else []
    bare = bare[: found.start()] if cases and found else bare
    stated, there = _without_territory(_STEPS.sub("", " ".join((condition or "").lower().split())))
    cases = [_CASE_LEAD.sub("", _CASE_LEAD.sub("", one)) for one in dict.fromkeys((stated, *cases)) if one]
    limits = " ; ".join(dict.fromkeys(one for one in cases if one))
    whole = f"{bare} ; {limits}"
    kinds = frozenset(_SUBJECT_KIND[one[0].lower()] for one in _SUBJECT.finditer(limits))
    pointed = f"{_without_purpose(verbatim)} ; {stated}"
    references = frozenset(" ".join(one[0].lower().split()) for one in _REFERENCE.finditer(pointed))
    about = f"{bare} {(condition or '').lower()}"
    levels = frozenset(_LEVEL[one["level"] or one["of"]] for one in _OF_LEVEL.finditer(about))
    bound = territory or there or bool(_OWN.search(task))
    own = bool(_OF_ITSELF.search(f"{verbatim.lower()} ; {limits}"))
    return bare.strip(" ,"), Limits(limits, ranges_of(whole), kinds, references, bound, own, levels)


def _without_purpose(text: str) -> str:
    """Take off what something is done for, unless that is all there is: "kinh phí để thực hiện …"."""
    found = _PURPOSE.search(text)
    return text[: found.start()] if found and len(text[: found.start()].split()) > _WORDS_OF_AN_OBJECT else text


_WORDS_OF_AN_OBJECT = 3


def _without_territory(text: str) -> tuple[str, bool]:
    """Take the words of place out, and say whether there were any that bind the holder to its own."""
    matches = list(_TERRITORY.finditer(text))
    return re.sub(r"\s+", " ", _TERRITORY.sub(" ", text)).strip(), bool(matches)
