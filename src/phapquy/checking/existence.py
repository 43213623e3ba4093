"""Does what is cited exist? Exactly that number in exactly that document, or the reason why it cannot be said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from phapquy.checking.mentions import Mention
from phapquy.checking.report import ProvisionCheck, Result
from phapquy.checking.shelf import Shelf
from phapquy.corpus.amendments import Amendment
from phapquy.corpus.existing import what_exists
from phapquy.corpus.kinds import HaveText, Operation, TextKind
from phapquy.corpus.manifest import Entry
from phapquy.corpus.naming import year_of
from phapquy.corpus.placing import Problem, Resolution
from phapquy.law.citations import THIS, DocumentRef, Level, Target
from phapquy.law.citations.names import LAW_NAMES
from phapquy.law.provision import Kind, ProvisionId
from phapquy.vietnamese.normalize import fold

_BRINGING = frozenset({Operation.SUA_DOI, Operation.THAY_THE, Operation.BO_SUNG})
_RESULTS = {Problem.OUTSIDE: Result.OUTSIDE, Problem.MISSING: Result.MISSING, Problem.AMBIGUOUS: Result.AMBIGUOUS}
_KNOWN_LAWS = frozenset(fold(name) for name in LAW_NAMES)
_DIGEST = "kho chỉ có bản tóm lược của văn bản này, không có lời văn và số điều khoản để đối chiếu"
_KNOWN = "có theo bản tóm lược của kho; chưa có lời văn nên không so được câu trích"
_KNOWN_MISSING = "theo bản tóm lược của kho, có đủ mọi điều, khoản, điểm của văn bản khi ban hành"
_NO_PARTS = "kho chỉ có bản tóm lược của văn bản này, trong đó không có chương, mục, phụ lục"
_NO_TEXT = "kho chưa có văn bản này"
_MORE = "đoạn, tiết, gạch đầu dòng không có mã riêng; chỉ kiểm tra đến điểm, khoản chứa nó"


class Existence:
    """Looks up mentions on a shelf."""

    def __init__(self, shelf: Shelf, day: date) -> None:
        self._shelf = shelf
        self._day = day
        self._known: dict[tuple[str, str, str, int | None, bool], Entry | ProvisionCheck] = {}

    def key(self, mention: Mention) -> tuple[str, str]:
        """Tell the documents of mentions apart, however they are named."""
        found = self.document(mention)
        if isinstance(found, Entry):
            return found.type.casefold(), found.slug
        ref = mention.document
        return (ref.type.casefold(), f"{ref.number} {ref.name}".casefold()) if ref else ("", str(mention.identity))

    def document(self, mention: Mention) -> Entry | ProvisionCheck:
        """Return the document a mention names, or why there is none."""
        if mention.identity:
            entry = self._shelf.manifest.by_slug.get(mention.identity.slug)
            return entry or _bad(Result.OUTSIDE, f"kho không có văn bản mang mã {mention.identity.slug}")
        ref = mention.document
        assert ref is not None
        asked = (ref.type, ref.number, ref.name, ref.year, mention.typed)
        if asked not in self._known:
            self._known[asked] = self._look_up(ref, typed=mention.typed)
        return self._known[asked]

    def _look_up(self, ref: DocumentRef, *, typed: bool) -> Entry | ProvisionCheck:
        names = self._shelf.names
        entries = names.typed(fold(ref.type) or None, ref.number) if typed and ref.number else names.named(ref)
        entries = entries or ([] if ref.number else names.shortened(ref))
        if len(entries) == 1:
            return self._fitting(entries[0], ref, typed=typed)
        if entries:
            which = "; ".join(entry.cite_as for entry in entries[:4])
            return _bad(Result.AMBIGUOUS, f"có {len(entries)} văn bản ứng với tên hoặc số này: {which}")
        return self._unknown(ref)

    def _fitting(self, entry: Entry, ref: DocumentRef, *, typed: bool) -> Entry | ProvisionCheck:
        """Refuse a number that is another document's: ``Luật Đất đai số …`` with the number of another law."""
        if not ref.number or fold(ref.number) == fold(entry.consolidated_number or ""):
            return entry
        another_kind = bool(ref.type) and not typed and fold(ref.type) != fold(entry.type)
        name = fold(ref.name)
        another_name = name in _KNOWN_LAWS and not fold(entry.title).endswith(name)
        if another_kind or another_name:
            named = " ".join(filter(None, (ref.type, ref.name)))
            return _bad(Result.MISSING, f"không có {named} số {entry.number}: số này là của {entry.cite_as}")
        return entry

    def _unknown(self, ref: DocumentRef) -> ProvisionCheck:
        name = " ".join(filter(None, (ref.type, "" if ref.name == ref.type else ref.name)))
        asked = DocumentRef(ref.start, ref.end, ref.type, name=ref.name)
        others = self._shelf.names.named(asked) if ref.name else []
        words = name + (f" số {ref.number}" if ref.number else "") + (f" năm {ref.year}" if ref.year else "")
        have = "; ".join(f"{one.cite_as}" for one in others if ref.number or year_of(one) != ref.year)
        return _bad(Result.OUTSIDE, f"kho không có {words.strip()}" + (f"; kho có {have}" if have else ""))

    def notes(self, mention: Mention, entry: Entry) -> tuple[str, ...]:
        """Say which document was understood, where the text shortens its number or its name."""
        ref = mention.document
        if ref is None:
            return ()
        short = bool(ref.number) and fold(ref.number) not in map(fold, (entry.number, entry.consolidated_number or ""))
        initials = not ref.number and ref.name.isupper()
        return (f"viết tắt, hiểu là {entry.cite_as}",) if short or initials else ()

    def provisions(self, mention: Mention, entry: Entry) -> list[ProvisionCheck]:
        """Return what a mention names in a document: the document itself, or each provision, or why there is none."""
        if mention.whole or (mention.identity and not mention.identity.parts):
            return [self._exists(ProvisionId(entry.slug))]
        if entry.slug in self._shelf.digests:
            return [_by_digest(one) for one in self._named(mention, entry)]
        if entry.text_kind is TextKind.DIGEST:
            return [_bad(Result.NOT_CHECKED, _DIGEST)]
        if entry.slug not in self._shelf.documents:
            return [_bad(Result.OUTSIDE, _NO_TEXT)]
        return self._named(mention, entry)

    def _named(self, mention: Mention, entry: Entry) -> list[ProvisionCheck]:
        if mention.identity:
            return [self._one(mention.identity, entry)]
        return [one for target in mention.targets for one in self._target(target, entry, unsure=mention.unsure)]

    def _target(self, target: Target, entry: Entry, *, unsure: bool) -> list[ProvisionCheck]:
        if entry.slug in self._shelf.digests and target[0].level < Level.DIEU:
            return [_bad(Result.NOT_CHECKED, _NO_PARTS)]
        if special := self._without_article(target, entry):
            return [special]
        found = self._shelf.places.find(self._shelf.document(entry.slug), target)
        asked = _identity(target, entry.slug)
        if unsure and asked and asked.diem == "d":
            return [self._either_letter(asked, entry)]
        # A whole digest lists every clause: what it lacks is not there, though the text itself is not here.
        lacking = Problem.OUTSIDE if entry.slug in self._shelf.digests else Problem.MISSING
        if found.problem in {lacking, Problem.MISSING} and asked and not target[-1].last:
            return [self._one(asked, entry)]
        if found.problem:
            return [_bad(_RESULTS[found.problem], self._why(found, asked, entry), asked)]
        more = (_MORE,) if target[-1].level is Level.DOAN else ()
        return [self._one(identity, entry, more) for identity in found.ids]

    def _without_article(self, target: Target, entry: Entry) -> ProvisionCheck | None:
        """What can be said of a place whose article the words or the document lack."""
        if any(step.number == THIS for step in target):
            return _bad(Result.NOT_CHECKED, "không rõ “này” là chỗ nào")
        if target[0].level is not Level.PHU_LUC and not self._has_articles(entry.slug):
            return self._item(target, entry)
        return _bad(Result.NOT_CHECKED, "không nêu Điều") if target[0].level > Level.DIEU else None

    def _has_articles(self, slug: str) -> bool:
        return any(node.kind is Kind.DIEU for node in self._shelf.document(slug).provisions.values())

    def _item(self, target: Target, entry: Entry) -> ProvisionCheck:
        """``mục 2``, ``khoản 1 Mục II`` of a conclusion or an official letter, whose items are no articles."""
        if any(step.level is Level.DIEU for step in target):
            return _bad(Result.MISSING, f"{entry.cite_as} không chia thành Điều")
        identity = ProvisionId(entry.slug, tuple(step.number for step in target if step.level is not Level.DOAN))
        if identity in self._shelf.document(entry.slug).provisions:
            return self._exists(identity)
        return _bad(Result.NOT_CHECKED, f"{entry.cite_as} không chia thành Điều, không xác định được mục này")

    def _why(self, found: Resolution, asked: ProvisionId | None, entry: Entry) -> str:
        """The reason of a resolution, with the document in words."""
        why = found.why.replace(str(asked), self._shelf.cite(str(asked))) if asked else found.why
        why = why.replace(entry.slug, entry.cite_as)
        return why if entry.cite_as in why else f"{why} ({entry.cite_as})"

    def _either_letter(self, asked: ProvisionId, entry: Entry) -> ProvisionCheck:
        """A point typed without diacritics: the one of the two that exists."""
        assert asked.parent is not None
        both = [self._one(asked.parent.child(letter), entry) for letter in "dđ"]
        there = [one for one in both if one.result is Result.EXISTS]
        if len(there) > 1:
            return _bad(Result.AMBIGUOUS, "chữ gõ không dấu: không rõ là điểm d hay điểm đ", asked)
        return there[0] if there else both[0]

    def _one(self, identity: ProvisionId, entry: Entry, notes: tuple[str, ...] = ()) -> ProvisionCheck:
        """A provision of exactly this id; one that is not stored must have been inserted by a clause."""
        shelf = self._shelf
        if shelf.node(identity) is not None or shelf.wording(identity, self._day).history:
            return self._exists(identity, notes)
        for row in shelf.amendments:
            if row.inserts_target and not self._held(row):
                if identity in row.targets:
                    return self._exists(identity, notes)
                if any(identity.within(target) for target in row.targets):
                    return _bad(Result.OUTSIDE, f"được bổ sung theo {row.by}; kho không có lời văn", identity)
        return self._lacking(identity, entry)

    def _lacking(self, identity: ProvisionId, entry: Entry) -> ProvisionCheck:
        """A provision nobody has: not here, where something is missing, else not there."""
        shelf = self._shelf
        if entry.slug in shelf.digests and (later := self._may_come_from(identity)):
            why = f"bản tóm lược khi ban hành không có; có thể do {later.by} bổ sung, kho không có lời văn"
            return _bad(Result.OUTSIDE, why, identity)
        if not entry.complete:
            return _bad(Result.OUTSIDE, f"bản {entry.cite_as} trong kho chưa đầy đủ, không có phần này", identity)
        above, document = identity.parent, shelf.document(entry.slug)
        if above and above.parts and above not in document.provisions and shelf.wording(above, self._day).history:
            return _bad(Result.MISSING, f"{shelf.cite(str(above))} không có mục “{identity.parts[-1]}”", identity)
        return _bad(Result.MISSING, self._instead(identity, entry), identity)

    def _held(self, row: Amendment) -> bool:
        """Whether the words of an amendment are here."""
        return row.have_text is HaveText.CO and any(map(self._shelf.holds, row.by_slugs))

    def _may_come_from(self, identity: ProvisionId) -> Amendment | None:
        """The amendment, known and not held, that may have brought a clause in which the digest does not have."""
        for row in self._shelf.amendments:
            brings = row.target_slug == identity.slug and row.operation in _BRINGING
            if brings and not self._held(row) and (not row.targets or any(map(identity.within, row.targets))):
                return row
        return None

    def _instead(self, identity: ProvisionId, entry: Entry) -> str:
        """What there is instead, the inserted provisions named too."""
        said = what_exists(self._shelf.document(entry.slug), identity, entry)
        depth = len(identity.parts)
        near = {
            target.parts[-1]: None
            for row in self._shelf.amendments
            for target in (row.targets if row.inserts_target else ())
            if target.parent == identity.parent and len(target.parts) == depth
        }
        return said if not near else f"{said} Được bổ sung sau: {', '.join(near)}."

    def _exists(self, identity: ProvisionId, notes: tuple[str, ...] = ()) -> ProvisionCheck:
        return ProvisionCheck(str(identity), self._shelf.cite(str(identity)), Result.EXISTS, notes=notes)


def _identity(target: Target, slug: str) -> ProvisionId | None:
    steps = [step for step in target if Level.DIEU <= step.level <= Level.DIEM]
    if not steps or steps[0].level is not Level.DIEU:
        return None
    return ProvisionId(slug, tuple(step.number for step in steps))


def _by_digest(one: ProvisionCheck) -> ProvisionCheck:
    """Say of a finding that it rests on a digest: a digest has every clause of its text, in words of our own."""
    if one.result is Result.EXISTS:
        return replace(one, notes=(*one.notes, _KNOWN))
    return replace(one, reason=f"{one.reason} ({_KNOWN_MISSING})") if one.result is Result.MISSING else one


def _bad(result: Result, reason: str, identity: ProvisionId | None = None) -> ProvisionCheck:
    return ProvisionCheck(str(identity or ""), "", result, reason)
