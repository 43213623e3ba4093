"""The entry an incoming document gets in the list: a new one, or an own copy of a listed one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from phapquy.corpus.intake.duplicates import Duplicate, Sameness
from phapquy.corpus.intake.facts import Facts, number_key
from phapquy.corpus.intake.structure import Structure
from phapquy.corpus.kinds import SourceQuality, Status, TextKind
from phapquy.corpus.library import Library
from phapquy.corpus.manifest import Doubt, Entry
from phapquy.corpus.readers import MARK, ReadResult
from phapquy.corpus.text import fingerprint
from phapquy.law.provision import Document


def copy_of(library: Library, found: tuple[Duplicate, ...]) -> str:
    """Return the listed document this is a copy of, if its wording is not at hand."""
    for one in found:
        entry = library.entry(one.slug)
        wanted = entry.text_kind is TextKind.VERBATIM and entry.slug not in library.added
        if one.how is Sameness.NUMBER and wanted and not library.is_true(one.slug):
            return one.slug
    return ""


def own_copy(listed: Entry, text: str, structure: Structure, doubts: tuple[Doubt, ...], *, whole: bool) -> Entry:
    """Return the entry of a listed document for another copy of its text: the facts stay, the trust does not."""
    counted = listed.articles in (None, structure.articles)
    line = "Bản trong kho do cơ quan tự thêm, khác bản mà danh mục chung ghi nhận; cần đối chiếu bản chính thức."
    return listed.model_copy(
        update={
            "source_quality": SourceQuality.SINGLE_COPY,
            "complete": listed.complete and whole and counted,
            "note": listed.note or ("" if counted else f"Danh mục ghi {listed.articles} điều."),
            "articles": structure.articles or None,
            "fingerprint": fingerprint(text),
            "warnings": (*listed.warnings, line),
            "doubts": doubts,
            "own_copy": True,
        }
    )


def by_slug(facts: Facts, library: Library) -> Facts:
    """Name the documents it amends or replaces by their slugs where the corpus has them."""
    slugs = {number_key(entry.number): entry.slug for entry in library.manifest.document}
    named = {
        field: tuple(dict.fromkeys(slugs.get(number_key(one), one) for one in getattr(facts, field)))
        for field in ("amends", "replaces")
    }
    return replace(facts, amends=named["amends"], replaces=named["replaces"])


def new_entry(
    slug: str, text: str, facts: Facts, structure: Structure, doubts: tuple[Doubt, ...], *, whole: bool
) -> Entry:
    """Return the entry of a document nobody has listed; its required facts must be known.

    ``whole`` says whether nothing is missing; words read with doubt are there, and marked where they stand.
    """
    begins = facts.effective
    note = "" if whole else "Bản do cơ quan tự thêm, có điều hoặc trang bị thiếu; cần đối chiếu bản gốc."
    return Entry(
        slug=slug,
        number=facts.number or "",
        title=facts.title or "",
        short=facts.short,
        cite_as=facts.cite_as,
        type=facts.type or "",
        issuer=facts.issuer or "",
        signed=facts.signed,
        effective=begins,
        status=Status.CHUA_HIEU_LUC if begins and begins > date.today() else Status.CON_HIEU_LUC,
        amends=facts.amends,
        replaces=facts.replaces,
        url=facts.url,
        source_quality=SourceQuality.SINGLE_COPY,
        text_kind=TextKind.VERBATIM,
        complete=whole,
        note=note,
        articles=structure.articles or None,
        file=f"{slug}.txt",
        fingerprint=fingerprint(text),
        doubts=doubts,
    )


def is_whole(structure: Structure, result: ReadResult) -> bool:
    """Whether no article is missing or empty and no page came out without a word."""
    return structure.whole and all(result.text[page.start : page.end].strip() for page in result.untrusted())


def doubts_of(document: Document, result: ReadResult) -> tuple[Doubt, ...]:
    """Name the provisions whose words stand on a page that is not trusted, each by the lowest part that does."""
    found: list[Doubt] = []
    for page in result.untrusted():
        where = f"trang {page.number}" + (f" ({page.why.rstrip('.')})" if page.why else "")
        touched = [
            node.id for node in document.walk() if node.id and node.start < page.end and page.start < node.own_end
        ]
        found.extend(Doubt(provision=str(one), note=f"đọc chưa chắc ở {where}, {MARK}.") for one in touched)
    return tuple(found)
