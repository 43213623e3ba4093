"""What there is instead of a provision that does not exist."""

from __future__ import annotations

from phapquy.corpus.check import gaps
from phapquy.corpus.manifest import Entry
from phapquy.law.label import label
from phapquy.law.provision import Document, Kind, ProvisionId


def _is_lost(wanted: str, numbers: list[str]) -> bool:
    """Whether an article would stand in a gap of the numbering: the copy lacks it, the document has it."""
    if not wanted.isdigit():
        return False
    return any(
        int(first) <= int(wanted) <= int(last or first) for first, _, last in (g.partition("-") for g in gaps(numbers))
    )


def what_exists(document: Document, wanted: ProvisionId, entry: Entry) -> str:
    """Say that a provision does not exist and what there is at the last step that does."""
    above = wanted.parent
    while above is not None and above.parts and above not in document.provisions:
        wanted, above = above, above.parent
    words = {1: "Điều", 2: "khoản", 3: "điểm"}[len(wanted.parts)]
    if above is None or not above.parts:
        numbers = [node.number for node in document.walk() if node.kind is Kind.DIEU]
        have = (
            f"có {len(numbers)} điều, từ Điều {numbers[0]} đến Điều {numbers[-1]}"
            if numbers
            else "không chia thành Điều"
        )
        if _is_lost(wanted.parts[0], numbers):
            return (
                f"Bản {entry.cite_as} trong kho bị khuyết, không có Điều {wanted.parts[0]}: có {len(numbers)} điều, "
                f"từ Điều {numbers[0]} đến Điều {numbers[-1]}, thiếu Điều {', '.join(gaps(numbers))}."
            )
        return f"{entry.cite_as} không có {words} {wanted.parts[-1]}: văn bản {have}."
    node = document.provisions[above]
    numbers = [child.number for child in node.children if child.id is not None]
    place = label(document, above, entry.cite_as)
    have = f"chỉ có {words} {', '.join(numbers)}" if numbers else f"không chia thành {words}"
    return f"Không có {words} {wanted.parts[-1]} tại {place}: {have}."
