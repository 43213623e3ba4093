"""What is shown of one cited clause, worked out from a ``Citation`` before any markup is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from phapquy.answer.model import Citation, Pointer
from phapquy.app import strings
from phapquy.app.article import Line, article_lines
from phapquy.app.fields import show_day
from phapquy.app.marks import cited_spans
from phapquy.app.site.addresses import provision_address
from phapquy.law.provision import ProvisionId

_SAFE_SCHEMES = ("https://", "http://")
DOUBTFUL_SOURCES = frozenset({"secondary", "digest"})
"""Copies that are not the issuer's own wording, or may not be; they are shown as a caution."""
_SPECIAL = {"pl": "Phụ lục", "ct": "Chú thích"}


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """Another provision that can be opened: its id and its place in words."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class CitationView:
    """One cited clause as the list beside the answer shows it."""

    number: int
    id: str
    label: str
    document: str
    heading: str
    role: str
    role_words: str
    in_force: bool
    validity: str
    quality: str
    doubtful: bool
    quote: str
    lines: tuple[Line, ...]
    """The quote line by line, what the sentences quote of it marked."""
    digest: bool
    quote_note: str
    amended_by: tuple[PlaceLink, ...]
    via: tuple[PlaceLink, ...]
    points_to: tuple[PlaceLink, ...]
    """The provisions its words cite, each with its days; shown folded."""
    plain: str
    url: str
    address: str
    """The clause on its document's page here; empty for an id that is none."""
    doubts: str = ""
    """Why the words must be compared with the original, as a sentence; nothing for words that were read well."""

    @property
    def digest_words(self) -> str:
        """Return what is said of a clause that is not quoted but retold; nothing for a quotation."""
        return strings.DIGEST_NOTE if self.digest else ""

    @property
    def marked(self) -> bool:
        """Whether some of the quote is marked."""
        return any(piece.marked for line in self.lines for piece in line.pieces)


def coverage_words(documents: int, as_at: date) -> str:
    """Say how many documents there are, up to which day."""
    return strings.COVERAGE.format(documents=f"{documents:,}".replace(",", "."), day=show_day(as_at))


def validity_words(start: date | None, end: date | None, *, in_force: bool, as_of: date | None = None) -> str:
    """Say from when to when a clause is in force, as seen on ``as_of``.

    ``end`` is the first day no longer in force, so the last day in force is shown.
    """
    if not in_force:
        return _not_in_force(start, end, as_of)
    last = show_day(end - timedelta(days=1)) if end else ""
    if start and last:
        return strings.IN_FORCE_UNTIL.format(start=show_day(start), last=last)
    if start:
        return strings.IN_FORCE_FROM.format(start=show_day(start))
    return strings.IN_FORCE_TO.format(last=last) if last else strings.IN_FORCE


def quality_words(quality: str) -> str:
    """Put the manifest's word for the stored copy into Vietnamese; an unknown word is shown as it stands."""
    return strings.SOURCE_QUALITY.get(quality) or strings.SOURCE_OTHER.format(quality=quality)


def place_links(ids: Iterable[str], labels: Mapping[str, str]) -> tuple[PlaceLink, ...]:
    """Make openable links of provision ids, worded by ``labels`` where it knows them."""
    return tuple(PlaceLink(text, labels.get(text) or place_words(text)) for text in ids)


def place_words(text: str) -> str:
    """Put a provision id into words, e.g. ``điểm d khoản 2 Điều 21, văn bản luat-…``; else return it unchanged."""
    try:
        identity = ProvisionId.parse(text)
    except ValueError:
        return text
    dieu = identity.dieu
    if dieu is None:
        return text
    head = next(
        (f"{word} {dieu[2:]}".strip() for mark, word in _SPECIAL.items() if dieu.startswith(mark)), f"Điều {dieu}"
    )
    steps = [f"điểm {identity.diem}"] if identity.diem else []
    if identity.khoan:
        steps.append(f"khoản {identity.khoan}")
    return strings.PLACE.format(place=" ".join([*steps, head]), slug=identity.slug)


def clause_address(text: str, as_of: date) -> str:
    """Return the address of a provision on its document's page, as of a day; nothing for what is no id."""
    try:
        return provision_address(ProvisionId.parse(text), as_of)
    except ValueError:
        return ""


def doubt_words(doubts: Iterable[str]) -> str:
    """Say why words must be compared with the original: ``Lời văn đọc chưa chắc ở trang 2 …``; nothing for none."""
    why = "; ".join(one.rstrip(".") for one in doubts)
    return strings.DOUBTS.format(why=why) + "." if why else ""


def safe_url(url: str) -> str:
    """Return the address if it is an ordinary web address, otherwise nothing."""
    return url if url.lower().startswith(_SAFE_SCHEMES) else ""


def _not_in_force(start: date | None, end: date | None, as_of: date | None) -> str:
    if start and (as_of is None or start > as_of) and not (end and as_of and end <= as_of):
        return strings.NOT_YET.format(start=show_day(start))
    return strings.ENDED.format(end=show_day(end)) if end else strings.NOT_IN_FORCE


def _quote_note(item: Citation) -> str:
    if item.quote_from is None:
        return ""
    return strings.QUOTE_FROM.format(place=item.labels.get(item.quote_from) or place_words(item.quote_from))


def _pointer_link(one: Pointer, as_of: date) -> PlaceLink:
    validity = validity_words(one.effective_from, one.effective_to, in_force=one.in_force, as_of=as_of)
    return PlaceLink(one.id, strings.POINTER.format(label=one.label, validity=validity[:1].lower() + validity[1:]))


def citation_view(number: int, item: Citation, as_of: date, sentences: Iterable[str] = ()) -> CitationView:
    """Put a citation into words; ``sentences`` are those of the answer that rest on it."""
    digest = item.text_kind == "digest"
    quote = item.quote.strip()
    return CitationView(
        number=number,
        id=item.id,
        label=item.label,
        document=item.document,
        heading=item.heading,
        role=item.role.value,
        role_words=strings.ROLES[item.role],
        in_force=item.in_force,
        validity=validity_words(item.effective_from, item.effective_to, in_force=item.in_force, as_of=as_of),
        quality=quality_words(item.source_quality),
        doubtful=item.source_quality in DOUBTFUL_SOURCES,
        quote=quote,
        lines=article_lines(quote, () if digest else cited_spans(quote, sentences)),
        digest=digest,
        quote_note=_quote_note(item),
        amended_by=place_links(item.amended_by, item.labels),
        via=place_links(item.via, item.labels),
        points_to=tuple(_pointer_link(one, as_of) for one in item.points_to),
        plain=item.plain,
        url=safe_url(item.url),
        address=clause_address(item.id, as_of),
        doubts=doubt_words(item.doubts),
    )
