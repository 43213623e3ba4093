"""What a holder does, reduced so that two clauses can be compared: "quyết định cấp" and "cấp" are one deed."""

from __future__ import annotations

import re
from enum import Enum

from phapquy.authority.power import Act

GENERAL = frozenset(
    {"quyết định", "ban hành", "giải quyết", "tổ chức thực hiện", "tổ chức", "chỉ đạo", "quản lý", "lập", "kiểm tra",
     "hướng dẫn", "trình", "báo cáo", "phối hợp", "chịu trách nhiệm", "giám sát", "cho ý kiến", "cấp", "giao"}
)  # fmt: skip
"""Deeds that say little without their object."""
_KINDS: tuple[tuple[str, str], ...] = (
    ("quyết định", "quyết định"), ("phê duyệt", "quyết định"), ("phê chuẩn", "quyết định"), ("duyệt", "quyết định"),
    ("thông qua", "quyết định"), ("chấp thuận", "quyết định"), ("cho phép", "quyết định"), ("đồng ý", "quyết định"),
    ("xem xét", "quyết định"), ("giải quyết", "giải quyết"), ("xử lý", "giải quyết"),
    ("ban hành", "ban hành"), ("quy định", "ban hành"), ("công bố", "công bố"),
    ("cấp lại", "cấp lại"), ("cấp đổi", "cấp đổi"), ("cấp phép", "cấp"), ("cấp", "cấp"), ("gia hạn", "gia hạn"),
    ("thu hồi", "thu hồi"), ("đình chỉ", "đình chỉ"), ("tạm đình chỉ", "đình chỉ"), ("bãi bỏ", "bãi bỏ"),
    ("hủy bỏ", "bãi bỏ"), ("bổ nhiệm", "bổ nhiệm"), ("miễn nhiệm", "miễn nhiệm"), ("bãi nhiệm", "bãi nhiệm"),
    ("bầu", "bầu"), ("cách chức", "cách chức"), ("điều động", "điều động"), ("luân chuyển", "luân chuyển"),
    ("tuyển dụng", "tuyển dụng"), ("kỷ luật", "kỷ luật"), ("khen thưởng", "khen thưởng"),
    ("công nhận", "công nhận"), ("xác nhận", "xác nhận"), ("chứng nhận", "xác nhận"), ("đặt tên", "đặt tên"),
    ("đổi tên", "đổi tên"), ("thành lập", "thành lập"), ("giải thể", "giải thể"), ("tổ chức lại", "tổ chức lại"),
    ("giao", "giao"), ("phân cấp", "phân cấp"), ("ủy quyền", "ủy quyền"), ("phân bổ", "phân bổ"),
    ("điều chỉnh", "điều chỉnh"), ("cho thuê", "cho thuê"), ("gia hạn", "gia hạn"),
    ("thẩm định", "thẩm định"), ("trình", "trình"), ("đề nghị", "trình"), ("kiến nghị", "trình"),
    ("cho ý kiến", "cho ý kiến"), ("lập", "lập"), ("xây dựng", "lập"), ("tổ chức thực hiện", "tổ chức thực hiện"),
    ("tổ chức", "tổ chức"), ("chỉ đạo", "chỉ đạo"), ("quản lý", "quản lý"), ("hướng dẫn", "hướng dẫn"),
    ("kiểm tra", "kiểm tra"), ("thanh tra", "thanh tra"), ("giám sát", "giám sát"), ("phối hợp", "phối hợp"),
    ("báo cáo", "báo cáo"), ("tiếp nhận", "tiếp nhận"), ("chịu trách nhiệm", "chịu trách nhiệm"),
    ("xử phạt", "xử phạt"), ("bố trí", "bố trí"), ("bảo đảm", "bảo đảm"), ("áp dụng", "áp dụng"),
    ("trả lời", "trả lời"), ("giải trình", "trả lời"), ("tiếp thu", "trả lời"), ("cập nhật", "cập nhật"),
    ("chỉnh lý", "cập nhật"), ("tạm dừng", "tạm dừng"), ("đóng cửa", "đóng cửa"), ("cấm", "cấm"), ("ký", "ký"),
)  # fmt: skip
_VERB = re.compile(
    r"(?P<verb>" + "|".join(re.escape(one) for one, _ in sorted(_KINDS, key=lambda pair: -len(pair[0]))) + r")(?!\w)"
)
_KIND_OF = dict(_KINDS)
_LEAD = re.compile(r"(?:(?:việc|các|những|cụ thể|trực tiếp|về|có trách nhiệm|trách nhiệm|tổ chức(?= cấp\b))\s+)+")
_CONSENT = re.compile(r"\b(?:chấp thuận|đồng ý)\b")
"""Who consents to what another organ decides has a part of its own: "chấp thuận thu hồi đất"."""
_PERMIT = re.compile(r"^(?:giấy )?phép\s+")
"""The paper that "cấp phép" leaves unsaid."""
_JOIN = re.compile(r"\s*(?:,|và|hoặc|/)\s*")
_BY_ACT = {
    Act.QUYET_DINH: "quyết định", Act.PHE_DUYET: "quyết định", Act.PHE_CHUAN: "quyết định",
    Act.CHAP_THUAN: "quyết định", Act.BAN_HANH: "ban hành", Act.QUY_DINH: "ban hành", Act.CAP: "cấp",
    Act.GIAI_QUYET: "giải quyết", Act.GIAO: "giao", Act.THAM_DINH: "thẩm định", Act.TRINH: "trình",
    Act.CHO_Y_KIEN: "cho ý kiến", Act.XAY_DUNG: "lập", Act.TO_CHUC_THUC_HIEN: "tổ chức thực hiện",
    Act.CHI_DAO: "chỉ đạo", Act.QUAN_LY: "quản lý", Act.HUONG_DAN: "hướng dẫn", Act.KIEM_TRA: "kiểm tra",
    Act.GIAM_SAT: "giám sát", Act.PHOI_HOP: "phối hợp", Act.BAO_CAO: "báo cáo", Act.TIEP_NHAN: "tiếp nhận",
    Act.CHIU_TRACH_NHIEM: "chịu trách nhiệm", Act.XU_PHAT: "xử phạt",
}  # fmt: skip


class Sharing(Enum):
    """Whether a deed can be done by several organs at once."""

    EXCLUSIVE = "một nơi làm"
    BY_LEVEL = "mỗi cấp làm trong phạm vi của mình"
    JOINT = "nhiều nơi cùng làm"


_JOINT = frozenset(
    {
        "phối hợp",
        "báo cáo",
        "chịu trách nhiệm",
        "giám sát",
        "cho ý kiến",
        "trình",
        "tiếp nhận",
        "bảo đảm",
        "xử phạt",
        "áp dụng",
        "trả lời",
        "cập nhật",
    }
)
_BY_LEVEL = frozenset(
    {"tổ chức thực hiện", "tổ chức", "chỉ đạo", "quản lý", "hướng dẫn", "kiểm tra", "thanh tra", "lập", "bố trí",
     "khen thưởng", "thực hiện"}
)  # fmt: skip
UMBRELLA = frozenset({"tổ chức thực hiện", "tổ chức", "chỉ đạo", "quản lý", "lập", "bố trí", "thực hiện"})
"""Deeds that a council of persons and its head may both have, without one excluding the other."""


def deeds_of(act: Act, verb: str, normal: str) -> tuple[frozenset[str], str]:
    """Return the kinds of deed of a power and what is left of its task.

    "quyết định" + "cấp giấy phép nuôi ong" gives {"cấp"} and "giấy phép nuôi ong".
    """
    kinds = _of_act(act, {_KIND_OF[one["verb"]] for one in _VERB.finditer(verb.lower())})
    rest = _unled(normal)
    spoken = verb.lower().strip()
    if spoken and rest.startswith(f"{spoken} "):
        rest = _unled(rest.removeprefix(spoken).strip())  # some readings keep the verb with its object
    if kinds <= {"quyết định", "giải quyết", "thực hiện"}:
        inner, rest = _leading(rest)
        consent = bool(inner - {"quyết định"}) and _CONSENT.search(spoken) is not None
        kinds = {"chấp thuận"} if consent else inner or kinds
    return frozenset(kinds), _PERMIT.sub("", rest) if "cấp" in kinds else rest


def _unled(text: str) -> str:
    """Take words like "việc" off the beginning."""
    return _LEAD.sub("", text, count=1) if _LEAD.match(text) else text


def _of_act(act: Act, kinds: set[str]) -> set[str]:
    """Of the deeds that verbs name those of an act: "xây dựng, trình" is two powers with the same verbs."""
    own = _BY_ACT.get(act, act.value)
    others = set(_BY_ACT.values()) - {own}
    return {own} if own in kinds else (kinds - others) or {own}


def _leading(text: str) -> tuple[set[str], str]:
    """Take the verbs a task begins with off it."""
    kinds: set[str] = set()
    place = 0
    while found := _VERB.match(text, place):
        kinds.add(_KIND_OF[found["verb"]])
        place = found.end()
        joined = _JOIN.match(text, place)
        gap = joined.end() if joined else place + (text[place : place + 1] == " ")
        if not _VERB.match(text, gap):
            break
        place = gap
    rest = text[place:].strip()
    specific = kinds - {"quyết định"} or kinds
    return (specific, _unled(rest)) if rest else (set(), text)


def sharing(kind: str) -> Sharing:
    """Whether organs exclude one another in a kind of deed."""
    if kind in _JOINT:
        return Sharing.JOINT
    return Sharing.BY_LEVEL if kind in _BY_LEVEL else Sharing.EXCLUSIVE


def near(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two deeds may be one in other words: a rule is issued or decided, a permission granted as a paper."""
    return any({one, other} in _NEAR for one in first for other in second)


_NEAR = (
    {"quyết định", "ban hành"}, {"quyết định", "công nhận"}, {"quyết định", "cấp"}, {"quyết định", "giải quyết"},
    {"cấp", "giải quyết"}, {"công nhận", "cấp"}, {"kiểm tra", "thanh tra"}, {"tổ chức", "tổ chức thực hiện"},
    {"xác nhận", "cấp"}, {"xác nhận", "công nhận"},
)  # fmt: skip
