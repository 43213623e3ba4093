"""The table of amendments: which clause changed, ended or replaced which provision, and from when."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from phapquy.corpus.kinds import Extent, HaveText, Operation
from phapquy.errors import ManifestError
from phapquy.law.provision import ProvisionId

_T = TypeVar("_T")

COLUMNS = (
    "target_slug",
    "targets",
    "scope",
    "operation",
    "extent",
    "by",
    "by_slugs",
    "by_provisions",
    "effective",
    "have_text",
    "evidence",
    "confidence",
)


@dataclass(frozen=True, slots=True)
class Amendment:
    """One row of ``corpus/amendments.csv``."""

    target_slug: str
    targets: tuple[ProvisionId, ...]
    """The provisions touched; the slug alone stands for the whole document; empty where no id exists."""
    scope: str
    """What is touched, in words, where ids cannot say it (annexes, "many phrases", unknown)."""
    operation: Operation
    extent: Extent
    by: str
    """Number of the amending document."""
    by_slugs: tuple[str, ...]
    by_provisions: tuple[ProvisionId, ...]
    """The amending clauses, where the corpus holds them (for a digest: its items)."""
    effective: date | None
    have_text: HaveText
    evidence: str
    confidence: str
    """``cao``, ``vua`` or ``thap``."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Who amends, as exactly as known: the clauses, else the number of the document."""
        return tuple(map(str, self.by_provisions)) or ((self.by,) if self.by else ())

    @property
    def ends_target(self) -> bool:
        """Whether the old wording of the targets is no longer in force from ``effective`` on."""
        ends = self.operation not in (Operation.NONE, Operation.BO_SUNG)
        return ends and self.effective is not None and self.extent is Extent.TOAN_BO

    @property
    def inserts_target(self) -> bool:
        """Whether the targets are new ids that did not exist before."""
        return self.operation is Operation.BO_SUNG and self.extent is Extent.TOAN_BO

    @property
    def rewords(self) -> bool:
        """Whether the amending clause holds the whole new wording of the targets."""
        worded = self.operation in (Operation.SUA_DOI, Operation.THAY_THE, Operation.BO_SUNG)
        whole = worded and self.extent is Extent.TOAN_BO
        return whole and self.have_text is HaveText.CO and bool(self.by_provisions)


def load_amendments(path: Path) -> tuple[Amendment, ...]:
    """Read and check the table of amendments.

    Raises:
        ManifestError: the file is missing, has other columns, or a cell cannot be read; names the line.
    """
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            reader = csv.DictReader(handle, strict=True)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                raise ManifestError(f"Bảng sửa đổi {path} phải có các cột: {', '.join(COLUMNS)}.")
            return tuple(_row(path, reader.line_num, cells) for cells in reader)
    except FileNotFoundError:
        raise ManifestError(f"Không thấy bảng sửa đổi {path}. Hãy đặt lại tệp của bản cài đặt.") from None
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ManifestError(f"Không đọc được bảng sửa đổi {path}: {error}.") from error


def _row(path: Path, line: int, cells: dict[str, str]) -> Amendment:
    def read(column: str, parse: Callable[[str], _T]) -> _T:
        try:
            return parse(cells[column] or "")
        except ValueError as error:
            raise ManifestError(
                f"Bảng sửa đổi {path}, dòng {line}, cột {column}: không hiểu {cells[column]!r} ({error})."
            ) from error

    return Amendment(
        target_slug=cells["target_slug"],
        targets=read("targets", _ids),
        scope=cells["scope"],
        operation=read("operation", Operation),
        extent=read("extent", Extent),
        by=cells["by"],
        by_slugs=tuple(cells["by_slugs"].split()),
        by_provisions=read("by_provisions", _ids),
        effective=read("effective", lambda text: date.fromisoformat(text) if text else None),
        have_text=read("have_text", HaveText),
        evidence=cells["evidence"],
        confidence=cells["confidence"],
    )


def _ids(text: str) -> tuple[ProvisionId, ...]:
    return tuple(map(ProvisionId.parse, text.split()))
