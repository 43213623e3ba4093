"""What a citation points to in this corpus: provisions, or the reason why none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from phapquy.corpus.frames import Frame, Frames
from phapquy.corpus.naming import Names
from phapquy.corpus.placing import Corpus, Places, Problem, Resolution, complete
from phapquy.errors import TextError
from phapquy.law.citations import Citation, DocumentRef, Level, Target, find_citations
from phapquy.law.provision import Document, Kind, Provision, ProvisionId

__all__ = ["Corpus", "Problem", "Resolution", "Resolver", "resolve"]


def resolve(citation: Citation, at: ProvisionId, library: Corpus) -> Resolution:
    """Resolve one citation found in the own text of ``at``; for many, keep a :class:`Resolver`.

    Raises:
        TextError: the text of ``at`` is not available.
    """
    return Resolver(library).resolve(citation, at)


class Resolver:
    """Resolves the citations of a corpus and keeps what it has looked up."""

    def __init__(self, library: Corpus) -> None:
        self._library = library
        self._places = Places(library)
        self._names = Names(library.manifest)
        self._frames: dict[str, Frames] = {}

    def citations(self, slug: str) -> Iterator[tuple[Provision, Citation, Resolution]]:
        """Yield every citation of a document with the node it stands in, in document order.

        Raises:
            TextError: the text is not available.
        """
        document = self._library.document(slug)
        for node in document.walk():
            titled = node.kind in {Kind.PHAN, Kind.CHUONG, Kind.MUC, Kind.TIEU_MUC}
            for citation in () if titled else find_citations(document.own_text(node)):
                yield node, citation, self._resolve(document, node, citation)

    def resolve(self, citation: Citation, at: ProvisionId) -> Resolution:
        """Resolve a citation found in the own text of ``at``.

        Raises:
            TextError: the text of ``at`` is not available.
            KeyError: there is no such provision.
        """
        document = self._library.document(at.slug)
        return self._resolve(document, document.provisions[at], citation)

    def _resolve(self, document: Document, node: Provision, citation: Citation) -> Resolution:
        frame = self._frame(document, node, citation)
        found = self._document(citation, frame, document.slug)
        if isinstance(found, Resolution) or not citation.targets:
            return found if isinstance(found, Resolution) else Resolution((ProvisionId(found),), document=found)
        try:
            text = self._library.document(found)
        except TextError:
            return Resolution(problem=Problem.OUTSIDE, why="chưa có văn bản này trong kho", document=found)
        own = frame.document is not None or found == document.slug
        places = [complete(target, frame if own else Frame()) for target in citation.targets]
        result = _joined([self._places.find(text, place) for place in places], found)
        return self._excused(result, places, frame, new=_brings(document, node, citation) and own)

    def _excused(self, result: Resolution, places: list[Target], frame: Frame, *, new: bool) -> Resolution:
        """Accept what the stored text cannot hold because the words themselves bring it in or rewrite it."""
        if result.problem is not Problem.MISSING or any(place[-1].last for place in places):
            return result
        ids = [ProvisionId(result.document, tuple(step.number for step in place if Level.DIEU <= step.level
               <= Level.DIEM)) for place in places]  # fmt: skip
        article = frame.steps[:1]
        rewritten = frame.quoted and all(place[:1] == article for place in places)
        if (new and frame.amending) or rewritten:
            known = self._library.document(result.document).provisions
            return Resolution(tuple(ids), None, "", result.document, tuple(one for one in ids if one not in known))
        return result

    def _frame(self, document: Document, node: Provision, citation: Citation) -> Frame:
        frames = self._frames.get(document.slug)
        if frames is None:
            frames = self._frames[document.slug] = Frames(document)
        frame = frames.at(node, citation)
        if not frame.quoted and citation.document and citation.document.this:
            return Frame(steps=frames.place(node))
        if citation.document is None and not frame.quoted and not frame.amending:
            lender = self._lender(document, frames, node, citation)
            return frame if lender is None else Frame(lender, amending=True)
        if frame.document is None and (frame.quoted or frame.amending):
            # "Nghị định sửa đổi, bổ sung một số điều của Nghị định số …": the title names the amended text
            return replace(frame, document=self._amended(document.slug))
        return frame

    def _lender(self, document: Document, frames: Frames, node: Provision, citation: Citation) -> DocumentRef | None:
        """``… tại Điều 158; … tại Điều 159; … tại Điều 257 Luật Đất đai``: the law named last is of them all.

        Only where this document lacks one of the articles: else they are its own.
        """
        words, offset = frames.line_of(node, citation)
        cited = find_citations(words)
        bare = [target for one in cited if one.document is None for target in one.targets]
        whole = [target for target in bare if target[0].level is Level.DIEU]
        if all(self._places.find(document, target).problem is not Problem.MISSING for target in whole):
            return None
        later = (one.document for one in cited if one.start > offset and one.document and not one.document.this)
        return next(later, None)

    def _amended(self, slug: str) -> DocumentRef | None:
        title = self._library.manifest.by_slug[slug].title
        named = find_citations(title) if "sửa đổi, bổ sung" in title else []
        return next((one.document for one in named), None)

    # -- documents --------------------------------------------------------------------------------------------

    def _document(self, citation: Citation, frame: Frame, slug: str) -> str | Resolution:
        ref = citation.document
        if ref is None or ref.this:
            ref = frame.document if (frame.quoted or (ref is None and frame.amending)) else None
        if ref is None:
            return slug
        entries = self._names.named(ref)
        if len(entries) == 1:
            return entries[0].slug
        named = "" if ref.name == ref.type else ref.name
        name = " ".join(filter(None, (ref.type, named, f"số {ref.number}" if ref.number else "")))
        if entries:
            return Resolution(problem=Problem.AMBIGUOUS, why=f"có {len(entries)} văn bản tên {name}")
        return Resolution(problem=Problem.OUTSIDE, why=name if not ref.year else f"{name} năm {ref.year}")


_NEW = re.compile(r"(?<!đổi, )[Bb]ổ sung\s+(?:các\s+)?$")


def _brings(document: Document, node: Provision, citation: Citation) -> bool:
    """Whether the words before a citation say that it is new: ``Bổ sung khoản 5 …``."""
    return bool(_NEW.search(document.own_text(node)[max(0, citation.start - 20) : citation.start]))


def _joined(parts: list[Resolution], slug: str) -> Resolution:
    bad = next((one for one in parts if one.problem is Problem.MISSING), None)
    bad = bad or next((one for one in parts if one.problem), None)
    ids = tuple(dict.fromkeys(one for part in parts for one in part.ids))
    inserted = tuple(one for part in parts for one in part.inserted)
    return Resolution(ids, bad.problem if bad else None, bad.why if bad else "", slug, inserted)
