"""The check-up of the corpus: what is missing, twice, empty, undated, pointing nowhere or left behind."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from phapquy.config import Settings
from phapquy.corpus.check import empty_articles
from phapquy.corpus.health import nearly_twice, set_aside, strays, twice, undated
from phapquy.corpus.kinds import TextKind
from phapquy.corpus.library import Library
from phapquy.corpus.refcheck import check_references, total
from phapquy.doctor.finding import Finding, some


@lru_cache(maxsize=1)
def _library(settings: Settings, _stamp: tuple[int, ...]) -> Library:
    return Library(settings)


def _open(settings: Settings) -> Library:
    """Return one library for all checks of a run; another one once a list has changed."""
    folder = settings.manifest_path.parent
    lists = sorted(folder.glob("manifest*.toml")) if folder.is_dir() else []
    texts = sorted(settings.texts_dir.glob("*.txt")) if settings.texts_dir.is_dir() else []
    return _library(settings, tuple(path.stat().st_mtime_ns for path in (*lists, *texts)))


def _texts(settings: Settings) -> Finding:
    library = _open(settings)
    have, slugs = set(library.available()), library.manifest.slugs
    own = f", trong đó {len(library.added)} văn bản tự thêm" if library.added else ""
    lost = [slug for slug in slugs if slug not in have and slug in library.added]
    pull = "" if len(have) + len(lost) == len(slugs) else "phapquy corpus pull"
    again = f"phapquy corpus remove {lost[0]}, rồi thêm lại từ tệp gốc" if lost else ""
    return Finding(
        "Kho văn bản", len(have) == len(slugs), f"{len(have)}/{len(slugs)} văn bản đúng bản{own}", pull or again
    )


def _twice(settings: Settings) -> Finding:
    library = _open(settings)
    files = library.manifest_files
    shadowed = [entry.slug for entry in files.all_added if entry.slug not in library.added]
    if shadowed:
        detail = f"tự thêm nhưng nay danh mục chung đã có: {some(shadowed)}"
        return Finding("Trùng lặp", False, detail, f"phapquy corpus remove {shadowed[0]}")
    pairs = [f"{one} = {other}" for one, other in twice(library.manifest.document)]
    if pairs:
        mine = next((slug for pair in pairs for slug in pair.split(" = ") if slug in library.added), "")
        return Finding("Trùng lặp", False, some(pairs), f"phapquy corpus remove {mine}" if mine else "")
    near = [f"{one} ≈ {other} ({100 * share:.0f} %)" for one, other, share in nearly_twice(library, library.added)]
    return Finding("Trùng lặp", True, f"gần giống nhau: {some(near)}" if near else "không có")


def _empty(settings: Settings) -> Finding:
    library = _open(settings)
    held = [slug for slug in library.available() if library.entry(slug).text_kind is TextKind.VERBATIM]
    found = [identity for slug in held for identity in empty_articles(library.document(slug))]
    return Finding(
        "Điều không có lời văn", not found, some(found) or "không có", "phapquy corpus check" if found else ""
    )


def _dates(settings: Settings) -> Finding:
    library = _open(settings)
    found = undated(library.manifest.document)
    mine = [slug for slug in found if slug in library.added]
    remedy = f"phapquy corpus remove {mine[0]}, rồi thêm lại với --effective NGÀY" if mine else ""
    return Finding("Ngày có hiệu lực", not mine, f"chưa rõ ở {some(found)}" if found else "đủ", remedy)


def _references(settings: Settings) -> Finding:
    library = _open(settings)
    sums = total(check_references(library, library.available()))
    detail = f"{sums['found']} viện dẫn; {sums['outside']} ra ngoài kho, {sums['broken']} không giải được"
    return Finding("Viện dẫn", True, detail, "phapquy corpus check --references" if sums["broken"] else "")


def _left_behind(settings: Settings) -> Finding:
    library = _open(settings)
    found, aside = strays(settings, library), set_aside(settings)
    notes = [f"không có trong danh mục: {some([path.name for path in found])}"] if found else []
    notes += [f"để riêng vì khác dấu vân tay: {some([path.name for path in aside])}"] if aside else []
    remedy = f"Xem lại rồi xóa các tệp đó trong {settings.texts_dir}" if found else ""
    return Finding("Tệp lạ trong kho", not found, "; ".join(notes) or "không có", remedy)


TEXT_CHECKS: dict[str, Callable[[Settings], Finding]] = {
    "Kho văn bản": _texts,
    "Trùng lặp": _twice,
    "Điều không có lời văn": _empty,
    "Ngày có hiệu lực": _dates,
    "Viện dẫn": _references,
    "Tệp lạ trong kho": _left_behind,
}
"""The checks in the order they are shown."""
