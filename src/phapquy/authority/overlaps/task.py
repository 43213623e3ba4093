"""The task of a power as a set of words that can be compared, and how two tasks agree.

Words that only join ("việc", "các", "theo") go out, words of one meaning become one ("giải pháp", "biện pháp"), and
what says *where* and *for which cases* is taken out and compared by rules of its own (:mod:`.limits`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_STOP = frozenset({
    "việc", "các", "những", "của", "về", "cho", "đối", "với", "theo", "để", "là", "có", "được", "trong", "trên", "tại",
    "từ", "khi", "do", "bởi", "này", "đó", "sau", "đây", "cùng", "mọi", "từng", "thuộc", "bằng", "đến", "ra", "vào",
    "như", "gồm", "thì", "mà",
})  # fmt: skip
"""Syllables without weight of their own."""
_EMPTY = re.compile(
    r"\b(?:theo (?:đúng )?(?:quy định|thẩm quyền|phân cấp|ủy quyền)(?: (?:của|tại) (?:pháp luật|luật)[^,;]*)?"
    r"|quy định của (?:pháp )?luật(?: về)?|thuộc thẩm quyền|có thẩm quyền|một số|toàn bộ|hoạt động|công tác|nội dung"
    r"|quá trình|bao gồm|có liên quan|liên quan|hiện hành|cụ thể|vấn đề|lĩnh vực)\b"
)
"""Phrases that say nothing of the task itself."""

_ONE_MEANING: tuple[tuple[str, str], ...] = (
    ("ban đêm", "đêm"), ("cấp giấy phép", "cấp phép"), ("giấy phép", "phép"), ("giải pháp", "biện pháp"),
    ("hủy bỏ", "bãi bỏ"), ("huỷ bỏ", "bãi bỏ"), ("thời điểm", "thời gian"), ("thủ trưởng", "người đứng đầu"),
    ("dân cư", "dân"), ("nhân dân", "dân"), ("địa giới đơn vị hành chính", "địa giới hành chính"),
    ("khen thưởng", "thưởng"), ("bảo vệ và phát triển", "bảo vệ phát triển"), ("giữ gìn", "bảo vệ"),
    ("sửa chữa", "tu sửa"), ("tu bổ", "tu sửa"), ("xây dựng mới", "xây dựng"), ("kinh phí", "chi phí"),
)  # fmt: skip
"""Words in place of others of one meaning in such clauses."""

_MEANT = dict(_ONE_MEANING)
_WRITTEN = re.compile(rf"\b(?:{'|'.join(sorted(_MEANT, key=len, reverse=True))})\b")
PAPERS = (
    "phương án", "kế hoạch", "chương trình", "đề án", "danh mục", "danh sách", "quy chế", "nội quy", "quy trình",
    "báo cáo", "hồ sơ", "tiêu chí", "tiêu chuẩn", "định mức", "chính sách", "biện pháp", "nhiệm vụ", "dự án", "sơ đồ",
    "bản đồ", "quy hoạch", "mục tiêu", "chỉ tiêu", "mẫu", "lịch", "thể lệ", "điều lệ", "bảng giá", "khung giá",
    "chủ trương", "cơ chế", "dự toán", "quyết toán", "lệ phí", "mức thu", "hướng dẫn", "quy ước", "hương ước",
)  # fmt: skip
"""Kinds of paper: two tasks that differ in nothing else may be one task or not."""

_PAPER = re.compile(rf"\b(?:{'|'.join(sorted(PAPERS, key=len, reverse=True))})\b")
SAME = 0.8
"""Words in common from which two tasks are one."""
_NEAR = 0.5
_LISTED = 0.6
_FEW = 2


class Agreement(Enum):
    """How two tasks agree."""

    SAME = "một nhiệm vụ"
    PARTLY = "chung một phần"
    """Each is a list of objects and they share some: "trồng, chăm sóc tre" and "chăm sóc, tỉa tre"."""
    FIRST_WIDER = "nhiệm vụ thứ nhất rộng hơn"
    SECOND_WIDER = "nhiệm vụ thứ hai rộng hơn"
    NEAR = "gần nhau"
    OTHER = "khác nhau"


@dataclass(frozen=True, slots=True)
class Words:
    """A task's words that count."""

    syllables: frozenset[str]
    papers: frozenset[str]
    """The kinds of paper it speaks of."""
    text: str
    """The words in order, for comparing single ones."""
    flow: tuple[str, ...] = ()
    """The words with what joins them: ``,`` for a comma, "và" or "hoặc", ``.`` for another joining word."""

    def fewer_than(self, count: int) -> bool:
        """Whether they say too little to compare ("các nhiệm vụ khác")."""
        return len(self.syllables) < count


def words_of(task: str) -> Words:
    """Return the words of a task that count, given without its conditions and its territory."""
    text = " ".join(_TOKEN.findall(_EMPTY.sub(" ", task.lower())))
    text = _WRITTEN.sub(lambda found: _MEANT[found[0]], text)
    tokens = text.split()
    kept = [one for one in tokens if one not in _STOP and one not in _LISTS]
    papers = frozenset(_PAPER.findall(text))
    flow = tuple("," if one in _LISTS else "." if one in _STOP else one for one in tokens)
    return Words(frozenset(kept), papers, " ".join(kept), flow)


_TOKEN = re.compile(r"[^\W_]+|[,;]")
_LISTS = frozenset({",", ";", "và", "hoặc", "hay"})


def likeness(first: Words, second: Words) -> float:
    """Return the share of the words of both that they have in common, 0 to 1 (Jaccard)."""
    joined = first.syllables | second.syllables
    return len(first.syllables & second.syllables) / len(joined) if joined else 0.0


def agreement(first: Words, second: Words) -> Agreement:
    """Say how two tasks agree; the answer for the pair turned round is the same, turned round."""
    alike = likeness(first, second)
    only_first, only_second = first.syllables - second.syllables, second.syllables - first.syllables
    if not only_first and not only_second:
        return Agreement.SAME
    if alike >= _LISTED and _are_items(first, only_first) and _are_items(second, only_second):
        return Agreement.PARTLY
    if not only_first or not only_second:
        return Agreement.FIRST_WIDER if not only_first else Agreement.SECOND_WIDER
    if _papers_apart(first, second):
        return Agreement.NEAR
    if alike >= SAME:
        return Agreement.SAME
    few = first.fewer_than(_FEW) or second.fewer_than(_FEW)
    return Agreement.NEAR if alike >= _NEAR and not few else Agreement.OTHER


def _are_items(words: Words, extra: frozenset[str]) -> bool:
    """Whether the words that the other task lacks are items of a list: "chi cục" in "của chi cục, đơn vị …"."""
    place, count = 0, len(words.flow)
    while place < count:
        if words.flow[place] not in extra:
            place += 1
            continue
        start = place
        while place < count and words.flow[place] in extra:
            place += 1
        left = words.flow[start - 1] if start else "."
        right = words.flow[place] if place < count else "."
        if "," not in (left, right) or left not in ",." or right not in ",.":
            return False
    return True


def _papers_apart(first: Words, second: Words) -> bool:
    """Whether the tasks differ only in the kind of paper they speak of: a plan here, a programme there."""
    if not first.papers or not second.papers or first.papers & second.papers:
        return False
    mine = frozenset(" ".join(first.papers).split())
    theirs = frozenset(" ".join(second.papers).split())
    rest = (first.syllables - mine, second.syllables - theirs)
    return bool(rest[0]) and rest[0] == rest[1]
