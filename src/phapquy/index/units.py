"""The unit history of a snapshot: kept in it as rows when it was built, else read out of its resolutions once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from phapquy.errors import SnapshotError
from phapquy.index.snapshot import GAZETTEER, UNITS, Snapshot
from phapquy.law.provision import Document
from phapquy.units.districts import shipped_places
from phapquy.units.gazetteer import Gazetteer
from phapquy.units.history import History, read_history, tells_of_units
from phapquy.units.placing import shipped_supplement
from phapquy.units.stored import VERSION, from_rows, to_rows

FILE = UNITS


def write_units(folder: Path, documents: Iterable[Document]) -> None:
    """Keep the history of some documents in a snapshot's folder; nothing if they tell of no units.

    Raises:
        OSError: the file cannot be written.
    """
    history = _read(document for document in documents if tells_of_units(document.text))
    if history.events:
        rows = json.dumps(to_rows(history), ensure_ascii=False, separators=(",", ":"))
        (folder / FILE).write_text(rows, "utf-8")


def gazetteer(snapshot: Snapshot) -> Gazetteer:
    """Return the names of all units of a snapshot, old and new, with their history.

    Raises:
        SnapshotError: the history kept in the snapshot is damaged.
    """
    kept = snapshot.memo.get(GAZETTEER)
    if not isinstance(kept, Gazetteer):
        kept = snapshot.memo[GAZETTEER] = Gazetteer(_kept(snapshot) or _read_out(snapshot))
    return kept


def _kept(snapshot: Snapshot) -> History | None:
    """The history as the snapshot keeps it; None if it was built without one, or by another version."""
    if FILE not in getattr(snapshot.info, "files", {}):
        return None
    try:
        rows = json.loads((snapshot.info.path / FILE).read_text("utf-8"))
        return from_rows(rows) if rows["version"] == VERSION else None
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise SnapshotError(
            f"Tệp {FILE} của chỉ mục {snapshot.info.id} hỏng. Hãy chạy: phapquy build --force"
        ) from error


def _read_out(snapshot: Snapshot) -> History:
    slugs = [slug for slug in snapshot.info.documents if tells_of_units(snapshot.texts.get(slug, ""))]
    return _read(filter(None, map(snapshot.document, slugs)))


def _read(documents: Iterable[Document]) -> History:
    return read_history(documents, shipped_places(), shipped_supplement())
