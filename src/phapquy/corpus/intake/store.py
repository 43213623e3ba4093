"""Put a confirmed document into the corpus, or take an added one out again.

Order matters for a power cut: the text is whole on disk before the list names it, and the list stops naming it
before the text goes. What a cut leaves is at worst a text no entry names, which is never used and which
``phapquy doctor`` reports.
"""

from __future__ import annotations

from collections.abc import Iterable

from phapquy.config import Settings
from phapquy.corpus.aside import remove_file, sweep, write_aside
from phapquy.corpus.intake.duplicates import same_number, same_text
from phapquy.corpus.intake.examination import Examination
from phapquy.corpus.library import Library
from phapquy.corpus.local import local_path, to_toml
from phapquy.corpus.lock import corpus_lock
from phapquy.corpus.manifest import Entry
from phapquy.corpus.originals import forget_original, keep_original
from phapquy.errors import TextError, UsageError


def add(settings: Settings, found: Examination, *, similar: bool = False) -> str:
    """Store an examined document; return its slug.

    Args:
        settings: where the corpus is.
        found: the examination a person has confirmed.
        similar: whether it may stand beside a document it is nearly the same as.

    Raises:
        TextError: it is there already (perhaps only just), a required fact is missing, or nothing can be written.
        ManifestError: the manifest is broken.
    """
    with corpus_lock(settings.manifest_path.parent):
        library = Library(settings)
        _clean(settings)
        if found.fills:
            _fill(settings, library, found)
            _keep(settings, found.fills, found)
            return found.fills
        if found.obstacles:
            raise TextError(f"{found.name}: {' '.join(found.obstacles)}")
        if found.alike and not similar:
            raise TextError(f"{found.name}: {found.alike[0].message} Nếu đúng là văn bản khác, hãy thêm với --similar.")
        assert found.entry is not None
        _still_new(library, found, found.entry)
        _store(settings, library, found.entry, found.text)
        _keep(settings, found.entry.slug, found)
        return found.entry.slug


def remove(settings: Settings, slug: str) -> Entry:
    """Take a document out that this installation added; return what its entry said.

    Raises:
        UsageError: there is no such document, or it belongs to the project's own list.
        TextError: nothing can be written.
        ManifestError: the manifest is broken.
    """
    with corpus_lock(settings.manifest_path.parent):
        library = Library(settings)
        mine = {entry.slug: entry for entry in library.manifest_files.all_added}
        if slug not in mine:
            entry = library.entry(slug)
            raise UsageError(
                f"{entry.cite_as} thuộc danh mục chung của phapquy nên không gỡ bằng lệnh này. Muốn không dùng, "
                f"hãy xóa mục {slug} trong corpus/manifest.toml và tệp {entry.file} của nó, rồi chạy: phapquy build"
            )
        _clean(settings)
        _write(settings, [entry for entry in mine.values() if entry.slug != slug])
        if slug in library.added:
            remove_file(settings.texts_dir / mine[slug].file)
            forget_original(settings.originals_dir, slug)
        return mine[slug]


def _fill(settings: Settings, library: Library, found: Examination) -> None:
    entry = library.entry(found.fills)
    write_aside(library.path(entry.slug), found.text.encode())


def _keep(settings: Settings, slug: str, found: Examination) -> None:
    """Keep the original beside the text, or forget an older one that this is not the text of."""
    if found.original:
        keep_original(settings.originals_dir, slug, found.original, found.read)
    else:
        forget_original(settings.originals_dir, slug)


def _still_new(library: Library, found: Examination, entry: Entry) -> None:
    """Look again, now that nobody else writes.

    Raises:
        TextError: another one was quicker.
    """
    again = [*same_text(library, found.text), *same_number(library.manifest.document, found.facts)]
    copied = found.copy_of if found.copy_of and not library.is_true(found.copy_of) else ""
    if taken := next((one for one in again if one.blocks and one.slug != copied), None):
        raise TextError(f"{found.name}: {taken.message} Văn bản ấy vừa được thêm; không thêm lần nữa.")
    if entry.slug in library.manifest.by_slug and entry.slug != copied:
        raise TextError(f"{found.name}: mã {entry.slug} vừa được dùng cho văn bản khác. Hãy thêm lại.")


def _store(settings: Settings, library: Library, entry: Entry, text: str) -> None:
    path = settings.texts_dir / entry.file
    write_aside(path, text.encode())
    try:
        others = (one for one in library.manifest_files.all_added if one.slug != entry.slug)
        _write(settings, [*others, entry])
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _write(settings: Settings, entries: Iterable[Entry]) -> None:
    text = to_toml(entry.model_dump() for entry in entries)
    write_aside(local_path(settings.manifest_path), text.encode())


def _clean(settings: Settings) -> None:
    for folder in (settings.texts_dir, settings.originals_dir, settings.manifest_path.parent):
        sweep(folder)
