"""How a provision is cited in words: ``điểm d khoản 2 Điều 21 Luật … số 72/2025/QH15``."""

from __future__ import annotations

import re
from collections.abc import Callable

from phapquy.law.provision import Document, Kind, Provision, ProvisionId

_WORD = {
    Kind.DIEM: "điểm",
    Kind.KHOAN: "khoản",
    Kind.DIEU: "Điều",
    Kind.PHU_LUC: "Phụ lục",
    Kind.CHU_THICH: "chú thích",
}


RUNNING = "Ý"
"""What stands before a running number of a digest, so that nobody takes it for a khoản or mục of the document."""


def label(document: Document, identity: ProvisionId, cite_as: str) -> str:
    """Write the citation of a provision of ``document``.

    Args:
        document: the document the provision stands in.
        identity: an id of that document; a whole document gives ``cite_as`` alone.
        cite_as: how the document is named after the article, e.g. ``Luật … số 72/2025/QH15``.

    Raises:
        KeyError: the document has no such provision.
    """
    if not identity.parts:
        return cite_as[:1].upper() + cite_as[1:]
    node = document.provisions[identity]
    named = [node, *(above for above in reversed(document.paths[identity]) if above.id is not None)]
    in_items = any(one.kind is Kind.DOAN for one in named)
    return " ".join([*(_part(document, one, in_items=in_items) for one in named), cite_as])


def is_running(document: Document, node: Provision) -> bool:
    """Whether an item's number is a digest's own, no number of the document: it begins with :data:`RUNNING`."""
    return node.kind is Kind.DOAN and document.text.startswith(f"{RUNNING} {node.number}. ", node.start)


def in_words(identity: ProvisionId, cite_as: str) -> str:
    """Write the citation of an id that its document does not hold: one that a later clause inserted."""
    names = zip(("Điều", "khoản", "điểm"), identity.parts, strict=False)
    return " ".join([*reversed([f"{word} {part}" for word, part in names]), cite_as])


def place_label(document: Document | None, identity: ProvisionId, cite_as: str) -> str:
    """Write the citation of a provision that the stored text may not hold, because an amendment inserted it."""
    if document is not None and (not identity.parts or identity in document.provisions):
        return label(document, identity, cite_as)
    return in_words(identity, cite_as)


def name_places(text: str, name: Callable[[str], str]) -> str:
    """Write the provision ids of a line in words.

    Args:
        text: a line such as ``nd-118-2025-nd-cp/10/3: một phần đã …``.
        name: how an id is cited; what it does not know it returns as it is.
    """
    return _AN_ID.sub(lambda found: name(found[0]), text)


_AN_ID = re.compile(r"(?<![\w/-])[a-z]{2,8}-[a-z0-9-]{2,60}(?:/[0-9a-zđA-Z.]{1,8}(?<!\.)){1,3}(?![\w/])")


def _part(document: Document, node: Provision, *, in_items: bool) -> str:
    if is_running(document, node):
        return f"{RUNNING.lower()} {node.number}"
    if in_items:
        return f"phần {node.number}" if node.number.isalpha() and node.kind is Kind.DOAN else f"mục {node.number}"
    return f"{_WORD[node.kind]} {node.number}"


def heading_path(document: Document, identity: ProvisionId) -> tuple[str, ...]:
    """The titles above a provision, outermost first: ``Chương IV. …``, ``Mục 3. …``, ``Điều 21. …``."""
    node = document.provisions.get(identity)
    if node is None:
        return ()
    above = [*document.paths[identity], node]
    return tuple(_titled(document, one) for one in above if one.kind in _TITLED)


_TITLED = frozenset({Kind.PHAN, Kind.CHUONG, Kind.MUC, Kind.TIEU_MUC, Kind.DIEU, Kind.PHU_LUC})


def _titled(document: Document, node: Provision) -> str:
    title = _FOOTNOTE_MARK.sub("", " ".join(document.heading(node).split()))
    name = f"{node.kind.value.capitalize()} {node.number}".strip()
    if not title or title == name:
        return name
    return f"{name}. {in_small_letters(title) if title.isupper() else title}"


_FOOTNOTE_MARK = re.compile(r"\s*\[\d{1,3}\]")
_NAMES = re.compile(
    r"ủy ban(?= nhân dân| thường vụ| mặt trận)|hội đồng nhân dân|quốc hội|chính phủ|thủ tướng|nhà nước|việt nam"
    r"|hiến pháp|nhân dân(?= bàn| kiểm tra| quyết định| giám sát| thụ hưởng)|bộ phận một cửa|cổng dịch vụ công"
    r"|mặt trận tổ quốc"
)


def in_small_letters(title: str) -> str:
    """Return a title in capitals as it is written in running text: first letter and names keep theirs."""
    lower = _NAMES.sub(lambda found: "Việt Nam" if found[0] == "việt nam" else found[0].capitalize(), title.lower())
    return lower[:1].upper() + lower[1:]
