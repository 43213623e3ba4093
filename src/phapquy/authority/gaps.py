"""What still points to an organ that is no more, without a clause that gives its task to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from phapquy.authority.fields import taken_by_field
from phapquy.authority.merged import merged_by
from phapquy.authority.passed import Takers
from phapquy.authority.power import Power
from phapquy.authority.powers import powers
from phapquy.authority.renamed import Replacements
from phapquy.authority.standing import gives_standing_powers
from phapquy.index.readings import duties, moves
from phapquy.index.snapshot import Snapshot
from phapquy.index.stored import consolidator
from phapquy.law.holder import DISTRICTS_ENDED, Level
from phapquy.law.provision import CITABLE, Document, Kind, Provision, ProvisionId


class GapKind(StrEnum):
    """Why a text still in force points to nobody; in the order in which they matter."""

    TASK = "nhiệm vụ của cấp huyện chưa có nơi nhận"
    REFERENCE = "nhắc đến cơ quan cấp huyện"
    UNIT = "nhắc đến đơn vị, địa bàn, quy hoạch cấp huyện"
    ORGAN = "bộ đã hợp nhất, đổi tên"


@dataclass(frozen=True, slots=True)
class Gap:
    """A provision in force that speaks of an organ that is no more, without a clause that reassigns it."""

    provision: ProvisionId
    kind: GapKind
    organ: str
    task: str
    """The task, or the words around the name."""
    span: tuple[int, int] | None = None
    deed: str = field(default="", compare=False)
    """The task with its verbs; empty for a mere mention."""


def gaps(snapshot: Snapshot, day: date) -> tuple[Gap, ...]:
    """List what points to the ended district level, or to another ended organ, and is reassigned by no clause.

    A task counts as reassigned where a transfer, a decision of a whole field, a point that shares it out, a saving
    clause or a replacement of words is in force on the day. Letters, conclusions, transitional clauses and clauses that
    end the level speak of it rightly. Before the district level ended it leaves no gaps.
    """
    tasks = tuple(_tasks(snapshot, day))
    read = {one.basis for one in powers(snapshot, day) if Level.HUYEN in (one.level, one.former and one.former.level)}
    mentions = tuple(_mentions(snapshot, day, read)) if day >= DISTRICTS_ENDED else ()
    order = list(GapKind)
    return tuple(sorted(dict.fromkeys((*tasks, *mentions)), key=lambda one: order.index(one.kind)))


def _tasks(snapshot: Snapshot, day: date) -> Iterator[Gap]:
    found = powers(snapshot, day)
    takers = Takers(snapshot, day, found)
    for power in found:
        kind = _kind(power, day)
        if kind and gives_standing_powers(power.basis.slug, snapshot) and not _of_passage(power.basis, snapshot):
            gap = Gap(power.basis, kind, power.holder.name, _line(power.task), power.span, power.deed)
            yield from () if takers.of(power) else (gap,)


def _kind(power: Power, day: date) -> GapKind | None:
    if power.level is Level.HUYEN and day >= DISTRICTS_ENDED:
        return GapKind.TASK
    return GapKind.ORGAN if merged_by(power.holder.name, day) else None


_DISTRICT = re.compile(
    r"(?:[^\s,;.]+ ){0,6}(?:cấp huyện|Ủy ban nhân dân huyện|(?<!\w)(?:huyện, quận|quận, huyện))(?!\w)", re.IGNORECASE
)
_UNIT = re.compile(r"(?:quy hoạch|kế hoạch|đơn vị hành chính|địa bàn|địa giới|danh mục|bản đồ)[^,;]*$", re.IGNORECASE)
_ORGAN = re.compile(
    r"nhân dân|chuyên môn|quản lý đất đai|Mặt trận|Công an|quân sự|Tòa án|Viện|cơ quan|chính quyền|quỹ đất",
    re.IGNORECASE,
)
"""An organ of the level, where the rest speak of its territory, its plans or its lists."""
_TOLD = re.compile(
    r"[Kk]ết thúc hoạt động|hết hiệu lực|Thẩm quyền của|Trách nhiệm của|chuyển giao|bãi bỏ|thay thế|[Cc]ụm từ|"
    r"trước ngày \d{1,2}(?:/| tháng )\d{1,2}(?:/| năm )\d{4}|[Kk]hông tổ chức|"
    r"nhiệm kỳ \d{4} - \d{4}"
)
"""A clause that ends or moves the level, or speaks of what it did before, speaks of it rightly."""
_OWN = frozenset({Kind.CHU_THICH, Kind.KET})
_PASSAGE = re.compile(r"chuyển tiếp|hiệu lực thi hành|kế thừa", re.IGNORECASE)


def _of_passage(provision: ProvisionId, snapshot: Snapshot) -> bool:
    """Whether a clause stands in an article on transition."""
    document = snapshot.document(provision.slug)
    node = document.provisions.get(provision.at_dieu()) if document else None
    if document is None or node is None or node.heading is None:
        return False
    return _PASSAGE.search(document.text[slice(*node.heading)]) is not None


_PAST = re.compile(r"(?:lập|cấp|phê duyệt|ban hành) trước ngày \d")


def _of_the_past(provision: ProvisionId, snapshot: Snapshot) -> bool:
    """Whether what stands above lists papers of an earlier time, which name the organs of that time rightly."""
    document = snapshot.document(provision.slug)
    above = document.paths.get(provision, ()) if document else ()
    return document is not None and any(_PAST.search(document.own_text(node)) for node in above if node.id)


def _mentions(snapshot: Snapshot, day: date, read: set[ProvisionId]) -> Iterator[Gap]:
    replaced = Replacements(snapshot)
    for slug in snapshot.info.documents:
        if "huyện" not in snapshot.texts.get(slug, "") or not gives_standing_powers(slug, snapshot):
            continue
        document = snapshot.document(slug)
        for node in document.walk() if document else ():
            if document is None or node.id is None or node.kind not in CITABLE or node.kind in _OWN or node.id in read:
                continue
            if (found := _mention(document, node, replaced, day)) and _stands(snapshot, node.id, day):
                yield found


def _mention(document: Document, node: Provision, replaced: Replacements, day: date) -> Gap | None:
    """A mention of the level that is left once the words replaced by the day are replaced."""
    words = document.own_text(node)
    mention = _DISTRICT.search(words)
    if mention is None or node.id is None:
        return None
    now = words
    for phrase in sorted(replaced.of(document.slug), key=lambda one: -len(one.old)):
        if node.id.within(phrase.provision) and phrase.since and phrase.since <= day:
            now = now.replace(phrase.old, phrase.new)
    left = _DISTRICT.search(now)
    if left is None or _TOLD.search(now):
        return None
    at = words.find(left[0])
    span = (node.start + at, node.start + at + len(left[0])) if at >= 0 else None
    organ = _ORGAN.search(left[0]) and not _UNIT.search(left[0])
    kind = GapKind.REFERENCE if organ else GapKind.UNIT
    return Gap(node.id, kind, "cấp huyện", _line(left[0]), span)


def _stands(snapshot: Snapshot, provision: ProvisionId, day: date) -> bool:
    """Whether the stored words of a clause hold on the day and no clause moves them."""
    if not snapshot.validity.of(provision).covers(day) or _of_passage(provision, snapshot):
        return False
    if moves(snapshot).of(provision, day) or duties(snapshot).of(provision, day):
        return False
    if taken_by_field(provision, snapshot, day) or _of_the_past(provision, snapshot):
        return False
    return any(piece.source == provision for piece in consolidator(snapshot).at(provision, day).pieces)


def _line(text: str) -> str:
    return " ".join(text.split())
