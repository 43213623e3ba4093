"""Which of two clauses may go before the other, as a hint: higher, later, special; and clauses that say so outright."""

from __future__ import annotations

from phapquy.authority.power import Power
from phapquy.corpus.kinds import Extent
from phapquy.index.snapshot import Snapshot
from phapquy.law.provision import ProvisionId

_RANKS = (
    "hiến pháp", "luật", "pháp lệnh", "nghị định", "quyết định", "thông tư",
)  # fmt: skip
_CLAUSE = "Điều 58 Luật Ban hành văn bản quy phạm pháp luật"
_ON_ORGANISATION = ("tổ chức chính quyền", "tổ chức chính phủ", "phân định thẩm quyền", "phân quyền, phân cấp")


def rank(kind: str, issuer: str) -> int:
    """Return the place of a document in the order of force, the highest first; the last for what has none."""
    name = kind.lower()
    if name == "nghị quyết":
        name = "luật" if issuer == "Quốc hội" else "pháp lệnh" if "Thường vụ" in issuer else "nghị định"
    return _RANKS.index(name) if name in _RANKS else len(_RANKS)


class Precedence:
    """Knows the ranks and days of the documents of a snapshot, and the clauses that set one before another."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Read the rules of precedence out of the table of amendments."""
        self._snapshot = snapshot
        self._ruled: dict[tuple[str, str], ProvisionId] = {}
        for row in snapshot.validity.amendments:
            if row.extent is Extent.UU_TIEN:
                for clause in row.by_provisions:
                    self._ruled[(clause.slug, row.target_slug)] = clause

    def rule(self, first: str, second: str) -> ProvisionId | None:
        """Return the clause by which one of two documents goes before the other, if one says so."""
        return self._ruled.get((first, second)) or self._ruled.get((second, first))

    def hints(self, first: Power, second: Power) -> tuple[str, ...]:
        """Say what the general rules suggest; a person decides."""
        one, other = (self._snapshot.manifest.by_slug.get(power.basis.slug) for power in (first, second))
        if one is None or other is None or one.slug == other.slug:
            return ()
        found = []
        mine, theirs = rank(one.type, one.issuer), rank(other.type, other.issuer)
        if mine != theirs:
            higher = one if mine < theirs else other
            found.append(f"gợi ý: {higher.cite_as} có hiệu lực pháp lý cao hơn (khoản 3 {_CLAUSE})")
        elif one.issuer == other.issuer and one.signed and other.signed and one.signed != other.signed:
            later = one if one.signed > other.signed else other
            found.append(f"gợi ý: {later.cite_as} do cùng cơ quan ban hành sau (khoản 4 {_CLAUSE})")
        general = [entry for entry in (one, other) if any(word in entry.title.lower() for word in _ON_ORGANISATION)]
        if len(general) == 1:
            special = other if general[0] is one else one
            found.append(f"gợi ý: {special.cite_as} là văn bản chuyên ngành, xem có quy định riêng không")
        return tuple(found)
