"""Where the texts' amending clauses and the table of amendments disagree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from phapquy.corpus.amendment_tally import Tally, slug_of, tally
from phapquy.corpus.amendments import Amendment
from phapquy.corpus.changes import Changes
from phapquy.corpus.kinds import Extent, HaveText, Operation, TextKind
from phapquy.corpus.library import Library
from phapquy.law.amending import PHRASES, Act, all_operations
from phapquy.law.amending import Operation as Order
from phapquy.law.provision import Document, ProvisionId


class Disagreement(StrEnum):
    """What is wrong between text and table."""

    NO_ROW = "văn bản sửa mà bảng không có dòng"
    NOT_SAID = "bảng ghi mà điều khoản sửa không nói"
    ELSEWHERE = "điều khoản sửa ghi nơi khác với bảng"
    OTHER_ACT = "bảng ghi việc khác với điều khoản sửa"
    NO_TARGET = "điều khoản bị sửa không tồn tại"
    UNREAD = "không đọc được điều khoản sửa"


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement."""

    kind: Disagreement
    clause: str
    target: str
    words: str
    """The order as written, or what the table says."""
    explained: bool = False
    """Whether the table itself tells of it (a heading of the source that is wrong)."""


@dataclass(frozen=True, slots=True)
class AmendmentReport:
    """What the check found."""

    findings: tuple[Finding, ...]
    tallies: tuple[Tally, ...]

    @property
    def ok(self) -> bool:
        """Whether every disagreement is one that the table explains."""
        return all(one.explained for one in self.findings)

    def to_json(self) -> dict[str, Any]:
        """Return plain values for ``--json``."""
        findings = [{**asdict(one), "kind": one.kind.value} for one in self.findings]
        return {"ok": self.ok, "findings": findings, "documents": [asdict(one) for one in self.tallies]}


class _Texts(Mapping[str, Document]):
    """The documents of a library whose texts are at hand, read when asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._slugs = library.available()

    def __getitem__(self, slug: str) -> Document:
        if slug not in self._slugs:
            raise KeyError(slug)
        return self._library.document(slug)

    def __iter__(self) -> Iterator[str]:
        return iter(self._slugs)

    def __len__(self) -> int:
        return len(self._slugs)


def check_amendments(library: Library) -> AmendmentReport:
    """Compare every amending clause of the stored texts with the table, both ways."""
    texts = _Texts(library)
    names = {entry.number: entry.slug for entry in library.manifest.document}
    verbatim = [slug for slug in texts if library.entry(slug).text_kind is TextKind.VERBATIM]
    orders = {slug: found for slug in verbatim if (found := all_operations(texts[slug]))}
    findings: list[Finding] = []
    for found in orders.values():
        findings.extend(_against_table(found, library, names, texts))
    findings.extend(_against_texts(library, texts, orders, names))
    amending = {row.by_slugs[0] for row in library.amendments if row.by_slugs and row.have_text is HaveText.CO}
    tallies = [tally(slug, found, names, texts) for slug, found in orders.items() if slug in amending]
    return AmendmentReport(tuple(dict.fromkeys(findings)), tuple(tallies))


def _against_table(
    orders: list[Order], library: Library, names: Mapping[str, str], texts: Mapping[str, Document]
) -> Iterator[Finding]:
    """Each operation of a text needs a row; each target must exist."""
    made: defaultdict[ProvisionId, list[Amendment]] = defaultdict(list)
    for row in library.amendments:
        for clause in row.by_provisions:
            made[clause].append(row)
    paired = {(row.target_slug, by) for row in library.amendments for by in row.by_slugs}
    for order in orders:
        slug = slug_of(order.document, names)
        amending = order.clause.slug
        if slug is None or (slug not in texts and (slug, amending) not in paired):
            continue  # a document neither held nor spoken of
        if _is_merged(slug, amending, library):
            continue
        near = [row for clause, found in made.items() if _related(clause, order.clause) for row in found]
        near = [row for row in near if row.target_slug == slug]
        if order.unread:
            if not near:
                yield Finding(Disagreement.UNREAD, str(order.clause), slug, f"{order.unread}: {order.written}")
            continue
        for parts in order.targets:
            yield from _target_against_table(ProvisionId(slug, parts), order, near, texts.get(slug))


def _target_against_table(
    target: ProvisionId, order: Order, near: list[Amendment], document: Document | None
) -> Iterator[Finding]:
    clause, named = str(order.clause), str(target)
    if not _has_row(target, order, near):
        other = next((row for row in near if row.targets and order.wording), None)
        kind = Disagreement.ELSEWHERE if other else Disagreement.NO_ROW
        said = f"bảng: {' '.join(map(str, other.targets))}" if other else order.written
        yield Finding(kind, clause, named, said, _explains(other))
        return
    added = target.parts and re.search(rf"(?:và|;|,)\s*bổ sung\s+\w+\s+{re.escape(target.parts[-1])}\b", order.written)
    new = order.act is Act.BO_SUNG or added or any(row.operation is Operation.BO_SUNG for row in near)
    naming = [row for row in near if any(target.within(one) for one in row.targets)]
    if naming and not any(_same_act(order, row) for row in naming):
        yield Finding(Disagreement.OTHER_ACT, clause, named, f"{order.written} — bảng: {naming[0].operation.value}")
    if document and target.parts and not new and target not in document.provisions:
        yield Finding(Disagreement.NO_TARGET, clause, named, order.written)


def _same_act(order: Order, row: Amendment) -> bool:
    """Whether a row does what the text orders: end, replace phrases, or give new words."""
    if order.act in {Act.BAI_BO, Act.HET_HIEU_LUC}:
        return row.operation in _REPEALS
    if order.act in PHRASES or order.partial:
        return row.extent is Extent.MOT_PHAN
    return row.operation not in _REPEALS


_REPEALS = frozenset({Operation.BAI_BO, Operation.HET_HIEU_LUC, Operation.NGUNG})


def _is_merged(slug: str, amending: str, library: Library) -> bool:
    """Whether the stored text is a consolidated one that already holds the amendment."""
    entry, since = library.manifest.by_slug.get(slug), library.entry(amending).effective
    merged = (entry.consolidated or entry.wording_from) if entry else None
    return merged is not None and since is not None and since <= merged


def _has_row(target: ProvisionId, order: Order, near: list[Amendment]) -> bool:
    """Whether a row names the target, what it stands in, or (an article less its exceptions) what stands in it."""
    for row in near:
        if any(target.within(one) for one in row.targets):
            return True
        if order.excepted and any(one.within(target) for one in row.targets):
            return True
        if order.act in PHRASES and row.extent is Extent.MOT_PHAN and not row.targets:
            return True  # "many phrases"
        if len(order.targets) > 1 and any(one.within(target) for one in row.targets):
            return True  # the title of a clause and a point of it
    return False


def _explains(row: Amendment | None) -> bool:
    return row is not None and any(words in row.evidence for words in _EXPLANATIONS)


_EXPLANATIONS = ("đầu điều ghi", "được suy ra từ nội dung")
"""How the table says that it knowingly differs from the words of the amending clause."""


def _against_texts(
    library: Library, texts: Mapping[str, Document], orders: Mapping[str, list[Order]], names: Mapping[str, str]
) -> Iterator[Finding]:
    """Each row whose amending clause is held must be what the clause says; its targets must exist."""
    changes = Changes(texts, library.validity)
    for row in library.amendments:
        if row.operation is Operation.NONE or row.extent is Extent.UU_TIEN or row.have_text is not HaveText.CO:
            continue
        document = texts.get(row.target_slug)
        for target in row.targets:
            if document and target.parts and target not in document.provisions and not _may_be_new(target, library):
                yield Finding(Disagreement.NO_TARGET, " ".join(row.sources), str(target), row.evidence)
        if row.extent is not Extent.TOAN_BO or row.by_slugs == (row.target_slug,):
            continue  # a document that says when it ends itself amends nothing
        for clause in row.by_provisions:
            if clause.slug not in texts or clause not in texts[clause.slug].provisions:
                yield Finding(Disagreement.NOT_SAID, str(clause), row.target_slug, "kho không có điều khoản sửa này")
                continue
            near = [one for one in orders.get(clause.slug, ()) if _related(clause, one.clause)]
            for target in row.targets:
                if not _says(target, near, names) and not (row.rewords and changes.find(clause, target, target)):
                    yield Finding(Disagreement.NOT_SAID, str(clause), str(target), row.evidence, _explains(row))


def _may_be_new(target: ProvisionId, library: Library) -> bool:
    return any(target in row.targets and row.operation is Operation.BO_SUNG for row in library.amendments)


def _says(target: ProvisionId, orders: list[Order], names: Mapping[str, str]) -> bool:
    for order in orders:
        if slug_of(order.document, names) != target.slug:
            continue
        named = [ProvisionId(target.slug, parts) for parts in order.targets]
        excepted = [ProvisionId(target.slug, parts) for parts in order.excepted]
        if any(target.within(one) for one in named) and not any(target.within(one) for one in excepted):
            return True
    return False


def _related(one: ProvisionId, other: ProvisionId) -> bool:
    return one.within(other) or other.within(one)
