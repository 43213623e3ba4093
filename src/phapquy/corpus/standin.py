"""Stand-ins: the document of a whole digest, for an installation that has no text of it yet.

It has the articles, clauses and points of the text, with titles of our own and plain words in place of the wording;
nothing in it may be shown as a quotation. Who decides what is written out as the grammar of ``authority`` reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from phapquy.corpus.facts import Facts, Part
from phapquy.corpus.kinds import SourceQuality, TextKind
from phapquy.corpus.manifest import Entry, Manifest
from phapquy.law.holder import find_organs
from phapquy.law.provision import Document, Kind, Provision, ProvisionId

if TYPE_CHECKING:
    from phapquy.corpus.plain import PlainEntry

_KINDS = {1: Kind.DIEU, 2: Kind.KHOAN, 3: Kind.DIEM}
_SAID = {
    Part.DECIDES: "quyết định",
    Part.ACTS: "thực hiện",
    Part.PROPOSES: "trình",
    Part.CONSENTS: "đồng ý",
    Part.ADVISES: "cho ý kiến",
}
_DOES = r"(?:quyết định|phê chuẩn|phê duyệt|chỉ định|cách chức|ban hành|quy định|công bố)\b"
DISCLAIMER = "Đây là bản tóm lược bằng lời riêng, không phải nguyên văn."


def stand_in(entry: Entry, words: Iterable[PlainEntry]) -> Document:
    """Build the document of a whole digest.

    Args:
        entry: the facts of the document.
        words: its entries in the order of the text, an article before its clauses.
    """
    return _Builder(entry, tuple(words)).build()


def held_as_digests(manifest: Manifest, slugs: Iterable[str]) -> Manifest:
    """Return a manifest in which the named documents are digests: so they are labelled, wherever they are shown."""
    held = frozenset(slugs)
    if not held:
        return manifest
    told = {
        "text_kind": TextKind.DIGEST,
        "source_quality": SourceQuality.DIGEST,
        "consolidated_number": None,
        "complete": False,
        "note": "Kho chưa có nguyên văn, chỉ có bản tóm lược bằng lời riêng.",
    }
    entries = (_told(one, told) if one.slug in held else one for one in manifest.document)
    return Manifest(as_at=manifest.as_at, document=tuple(entries))


def _told(entry: Entry, told: Mapping[str, object]) -> Entry:
    address = (f"Văn bản chính thức của {entry.cite_as}: {entry.url}",) if entry.url else ()
    return entry.model_copy(update={**told, "warnings": (*entry.warnings, *address)})


class _Builder:
    """Writes the text from left to right and keeps the offsets."""

    def __init__(self, entry: Entry, words: tuple[PlainEntry, ...]) -> None:
        self.entry = entry
        self.words = words
        self.text = ""
        self.at = 0

    def build(self) -> Document:
        self.text = f"{self.entry.title}\nSố {self.entry.number}, {self.entry.issuer} ban hành.\n{DISCLAIMER}\n"
        opening = Provision(Kind.MO_DAU, "", 0, len(self.text), len(self.text))
        nodes = []
        while self.at < len(self.words):
            nodes.append(self._node())
        return Document(self.entry.slug, self.text, (opening, *nodes))

    def _node(self) -> Provision:
        """Write the entry at hand and all that stands below it."""
        word = self.words[self.at]
        identity = word.identity(self.entry.slug)
        self.at += 1
        node = self._own(word, identity)
        children = []
        while self.at < len(self.words) and self.words[self.at].identity(self.entry.slug).within(identity):
            children.append(self._node())
        return replace(node, end=len(self.text), children=tuple(children))

    def _own(self, word: PlainEntry, identity: ProvisionId) -> Provision:
        start, number, heading = len(self.text), identity.parts[-1], None
        if len(identity.parts) == 1:
            self.text += f"Điều {number}. "
            heading = (len(self.text), len(self.text) + len(word.heading))
            self.text += f"{word.heading}\n"
        else:
            self.text += f"{number}. " if len(identity.parts) == 2 else f"{number}) "  # noqa: PLR2004
        if word.plain:
            self.text += " ".join([word.plain, *told(word.plain, word.facts)]) + "\n"
            self.text += "".join(f"{line}\n" for line in by_reference(word.facts, self.entry.type))
        elif heading is None:
            self.text += "\n"
        end = len(self.text)
        return Provision(_KINDS[len(identity.parts)], number, start, end, end, identity, heading)


def told(plain: str, facts: Facts) -> Iterator[str]:
    """Yield the sentence that says who does what, where the plain words do not introduce a list.

    Plain words may shorten a name ("hội đồng xã"); the sentence gives it in full.
    """
    if plain.endswith(":"):
        return
    said = [line for part in _SAID for line in _who(part, facts) if not _names_all(plain, part, facts)]
    said = [line for line in said if line.lower() not in plain.lower()]
    if said:
        yield f"{'; '.join(said)}."


def _names_all(plain: str, part: Part, facts: Facts) -> bool:
    """Whether the words name in full the several who play one part, and which of the things each does."""
    names = [re.escape(one.name) for one in facts.organs if one.role is part]
    return len(names) > 1 and all(
        re.search(rf"\bdo {name} (?!trình)|{name} {_DOES}", plain, re.IGNORECASE) for name in names
    )


def by_reference(facts: Facts, kind: str) -> Iterator[str]:
    """Yield the sentences that give or prepare the powers of other provisions, as ``law.grants`` reads them.

    Args:
        facts: the facts of a provision.
        kind: the kind of document: ``Luật``.
    """
    for line in facts.gives:
        who, _, places = line.partition(": ")
        yield f"{who} thực hiện nhiệm vụ, quyền hạn quy định tại {places} của {kind} này."
    for places in facts.prepares:
        yield (
            "Việc phải trình Hội đồng nhân dân cùng cấp là để thực hiện nhiệm vụ, quyền hạn quy định tại "
            f"{places} của {kind} này."
        )


def _who(part: Part, facts: Facts) -> Iterator[str]:
    """Yield who plays a part, in one line; a minister with a name of office has one of his own.

    Persons the grammar knows no name for come first: in a list the verb stands after an organ it knows.
    """
    names = sorted((one.name for one in facts.organs if one.role is part), key=lambda name: bool(find_organs(name)))
    alone = [name for name in names if name.startswith("Bộ trưởng Bộ")]
    together = [name for name in names if name not in alone]
    yield from (f"{name} {_SAID[part]}" for name in alone)
    if together:
        last = f"{', '.join(together[:-1])} và {together[-1]}" if len(together) > 1 else together[0]
        yield f"{last} {_SAID[part]}"
