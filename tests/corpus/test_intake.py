"""Taking documents in: examined, refused when they are there already, stored whole or not at all, removed again."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import threading
import time
import tomllib
from datetime import date
from pathlib import Path

import pytest

from phapquy.config import Settings
from phapquy.corpus import aside
from phapquy.corpus.health import nearly_twice, strays, twice
from phapquy.corpus.intake import Given, add, examine, examine_file, incoming, remove
from phapquy.corpus.intake.duplicates import Sameness
from phapquy.corpus.intake.facts import Facts, make_slug, number_key
from phapquy.corpus.library import Library
from phapquy.corpus.local import local_path, to_toml
from phapquy.corpus.manifest import Entry
from phapquy.corpus.readers import PageSpan, ReadResult
from phapquy.corpus.sources import pull
from phapquy.errors import ManifestError, TextError, UsageError
from phapquy.law.provision import ProvisionId
from tests.corpus.printed import a_docx
from tests.corpus.test_read_file import BAD

KITE = """CHỢ DIỀU
Số: 5/2101/NĐ-DIEU
NGHỊ ĐỊNH
Về việc thả diều
Chương I
THẢ DIỀU
Điều 1. Ai giữ dây
1. Đội diều giữ dây ở gò phía tây.
2. Trưởng đội diều:
a) Đếm đuôi diều;
b) Ghi sổ gió.
Điều 2. Khi trời mưa
Diều hạ trước khi mưa rơi.
"""
GIVEN = Given(
    "5/2101/NĐ-DIEU", "Nghị định", "Nghị định về việc thả diều", "Chợ Diều", date(2101, 3, 1), date(2101, 5, 1)
)
SLUG = "nd-5-2101-nd-dieu"


def read(text: str, untrusted: tuple[str, ...] = ()) -> ReadResult:
    """A text as the readers give it; the pages begin at each line named."""
    starts = sorted({0, *(text.index(line) for line in untrusted)})
    ends = [*starts[1:], len(text)]
    pages = tuple(
        PageSpan(number, start, end, not any(text.startswith(line, start) for line in untrusted), "chữ mờ")
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    )
    return ReadResult(text, pages, (), 0.99, "text")


def found(settings, text=KITE, given=GIVEN, **more):
    return examine(Library(settings), read(text, **more), "dieu.txt", given)


def state(settings):
    """Every file of the corpus with its bytes: what must not change when something is refused."""
    folder = settings.manifest_path.parent
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".khoa"
    }


# -- what is found ----------------------------------------------------------------------------------------


def test_an_examination_counts_the_parts_and_stores_nothing(settings):
    before = state(settings)
    one = found(settings)
    assert dict(one.structure.counts) == {"chương": 1, "điều": 2, "khoản": 2, "điểm": 2}
    assert one.structure.whole
    assert one.obstacles == ()
    assert one.entry.slug == SLUG
    assert (one.entry.effective, one.entry.articles, one.entry.complete) == (date(2101, 5, 1), 2, True)
    assert state(settings) == before


def test_a_gap_and_an_article_without_words_are_named(settings):
    one = found(settings, KITE.replace("Điều 2. Khi trời mưa\nDiều hạ trước khi mưa rơi.\n", "Điều 3. Khi mưa\n"))
    assert one.structure.gaps == ("2",)
    assert one.structure.empty == (f"{SLUG}/3",)
    assert not one.entry.complete


def test_a_fact_nobody_gives_is_an_obstacle_and_never_guessed(settings):
    one = found(settings, "Điều 1. Gió\nGió thổi.\n", Given(number="9/2101/QĐ-GIO"))
    assert one.entry is None
    assert any("loại văn bản" in line for line in one.obstacles)
    with pytest.raises(TextError, match="Chưa biết"):
        add(settings, one)


def test_a_page_that_is_not_trusted_is_told_with_every_citation_from_it(settings):
    one = found(settings, untrusted=("Điều 2. Khi",))
    assert one.untrusted == (2,)
    add(settings, one)
    validity = Library(settings).validity
    (line,) = validity.warnings_at(ProvisionId(SLUG, ("2",)))
    assert "trang 2 (chữ mờ), cần đối chiếu bản gốc" in line
    assert validity.warnings_at(ProvisionId(SLUG, ("1", "1"))) == ()


# -- duplicates -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("118/2025/NĐ-CP", "118/2025/ND-CP"),
        ("118/2025/NĐ-CP", "118/2025/nđ–cp"),
        ("09/2026/TT-BTP", "9 / 2026 / TT-BTP"),
        ("127-KL/TW", "127/KL-TW"),
    ],
)
def test_spellings_of_one_number_are_one_number(one, other):
    assert number_key(one) == number_key(other)


def test_numbers_that_differ_in_a_figure_are_two():
    assert number_key("118/2025/NĐ-CP") != number_key("18/2025/NĐ-CP")


def test_the_same_number_in_another_spelling_is_refused(settings):
    add(settings, found(settings))
    again = found(settings, KITE.replace("phía tây", "phía đông"), Given("05/2101/ND-DIEU", *_rest(GIVEN)))
    assert next(one.how for one in again.duplicates) is Sameness.NUMBER
    assert "trong kho ghi 5/2101/NĐ-DIEU" in again.obstacles[0]
    with pytest.raises(TextError, match="Cùng số hiệu"):
        add(settings, again)


def _rest(given):
    return given.type, given.title, given.issuer, given.signed, given.effective


def test_the_same_number_of_another_issuer_is_told_and_not_refused(settings):
    add(settings, found(settings))
    other = "\n".join(f"Điều {n}. Việc {n}\nThuyền số {n} về bến lúc {n} giờ." for n in range(1, 9)) + "\n"
    one = found(settings, other, Given("5/2101/NĐ-DIEU", "Nghị định", "Nghị định thuyền", "Bến Thuyền"))
    assert [dup.how for dup in one.duplicates] == [Sameness.OTHER_ISSUER]
    assert add(settings, one) == f"{SLUG}-2"


def test_a_number_without_a_year_may_come_again_next_year(settings):
    first = Given("7/QĐ-DIEU", "Quyết định", "Quyết định gió", "Chợ Diều", date(2101, 1, 1))
    add(settings, found(settings, KITE, first))
    next_year = Given("7/QĐ-DIEU", "Quyết định", "Quyết định mưa", "Chợ Diều", date(2102, 1, 1))
    one = found(settings, "Điều 1. Mưa\nTrời mưa thì hạ diều xuống.\n", next_year)
    assert one.obstacles == ()
    assert one.entry.slug == "qd-7-qd-dieu-2102"


def test_the_same_text_under_another_number_is_refused(settings):
    add(settings, found(settings))
    again = found(settings, KITE + "\n\n", Given("6/2101/NĐ-DIEU", *_rest(GIVEN)))
    assert "Đúng từng chữ" in again.obstacles[0]


def test_a_nearly_identical_text_is_stored_only_when_a_person_says_so(settings):
    long = KITE + "".join(f"Điều {n}. Gió cấp {n}\nĐội số {n} thu dây dài {n} sải về gò {n}.\n" for n in range(3, 40))
    add(settings, found(settings, long))
    other = Given("8/2102/NĐ-DIEU", "Nghị định", "Nghị định khác", "Chợ Diều")
    one = found(settings, long.replace("gò phía tây", "gò phía đông"), other)
    assert one.alike[0].share > 0.9
    with pytest.raises(TextError, match="--similar"):
        add(settings, one)
    slug = add(settings, one, similar=True)
    assert [pair[:2] for pair in nearly_twice(Library(settings), [slug])] == [(SLUG, slug)]


def test_the_text_of_a_listed_document_fills_its_empty_place(settings, made):
    one = found(settings, made.law, Given())
    assert one.fills == "luat-xoai"
    assert add(settings, one) == "luat-xoai"
    library = Library(settings)
    assert library.is_true("luat-xoai")
    assert library.added == frozenset()


LISTED = Given("901/2099/XX", "Luật", "Luật Cây xoài", "Quốc hội Xoài", None, date(2099, 7, 1))


@pytest.fixture
def distinct(settings):
    """The invented corpus with a number of its own for each document."""
    first, *others = settings.manifest_path.read_text("utf-8").split('number = "901/2099/XX"')
    text = first + 'number = "901/2099/XX"' + others[0]
    text += "".join(f'number = "{90 + place}/2100/XX"{rest}' for place, rest in enumerate(others[1:]))
    settings.manifest_path.write_text(text, "utf-8")


@pytest.mark.usefixtures("distinct")
def test_another_copy_of_a_listed_document_without_text_is_stored_as_an_own_copy(settings, made):
    text = made.law.replace("mỗi sáng", "mỗi sớm")
    one = found(settings, text, LISTED)
    assert (one.copy_of, one.obstacles) == ("luat-xoai", ())
    assert add(settings, one) == "luat-xoai"
    library = Library(settings)
    entry = library.entry("luat-xoai")
    assert library.text("luat-xoai") == text
    assert (entry.title, entry.core, entry.effective) == ("Văn bản luat-xoai", True, date(2099, 7, 1))
    assert entry.source_quality.value == "single-copy"
    assert any("khác bản mà danh mục chung" in line for line in library.validity.warnings_for("luat-xoai"))
    assert library.added == {"luat-xoai"}
    again = found(settings, text.replace("mỗi sớm", "mỗi trưa"), LISTED)
    assert again.copy_of == "" and "Cùng số hiệu" in again.obstacles[0]
    remove(settings, "luat-xoai")
    assert Library(settings).entry("luat-xoai").source_quality.value == "official"
    pull(settings)
    assert Library(settings).text("luat-xoai") == made.law


@pytest.mark.usefixtures("distinct")
def test_an_own_copy_is_not_taken_while_the_listed_text_is_there(settings, made):
    pull(settings)
    one = found(settings, made.law.replace("mỗi sáng", "mỗi sớm"), LISTED)
    assert one.copy_of == ""
    assert "Cùng số hiệu" in one.obstacles[0]


def test_a_document_listed_twice_is_found(settings):
    library = Library(settings)
    assert list(twice([*library.manifest.document, library.manifest.document[0]])) != []


# -- storing and removing ---------------------------------------------------------------------------------


def test_an_added_document_is_listed_read_and_served_like_any_other(settings):
    versioned = settings.manifest_path.read_bytes()
    assert add(settings, found(settings)) == SLUG
    library = Library(settings)
    assert library.added == {SLUG}
    assert library.text(SLUG) == KITE
    assert str(library.document(SLUG).provisions[ProvisionId(SLUG, ("1", "2", "b"))].id) == f"{SLUG}/1/2/b"
    assert library.manifest.slugs[-1] == SLUG
    assert settings.manifest_path.read_bytes() == versioned


def test_a_removed_document_leaves_nothing(settings):
    before = state(settings)
    slug = add(settings, found(settings))
    remove(settings, slug)
    after = state(settings)
    after.pop("manifest.local.toml")
    assert after == before
    assert SLUG not in Library(settings).manifest.by_slug


def test_a_document_of_the_project_is_not_removed_and_it_says_how(settings):
    pull(settings)
    before = state(settings)
    with pytest.raises(UsageError, match=r"danh mục chung.*manifest\.toml"):
        remove(settings, "luat-xoai")
    with pytest.raises(UsageError, match="không có văn bản"):
        remove(settings, "../../etc/passwd")
    assert state(settings) == before


def test_a_later_release_that_ships_the_document_wins_over_the_added_one(settings, made):
    add(settings, found(settings))
    manifest = settings.manifest_path
    manifest.write_text(manifest.read_text("utf-8") + made.entry_toml(SLUG, "Điều 1. Bản chung\nKhác.\n"), "utf-8")
    library = Library(settings)
    assert library.added == frozenset()
    assert [entry.slug for entry in library.manifest_files.all_added] == [SLUG]
    assert not library.is_true(SLUG)


def test_a_broken_local_list_is_named_in_the_error(settings):
    local_path(settings.manifest_path).write_text("[[document]]\nslug = 1\n", "utf-8")
    with pytest.raises(ManifestError, match=r"manifest\.local\.toml"):
        _ = Library(settings).manifest


def test_an_entry_survives_being_written_and_read(settings):
    odd = 'Tên có "nháy", gạch \\ và xuống\ndòng\x7f'
    entry = found(settings).entry.model_copy(update={"title": odd, "amends": ("a", "b"), "warnings": (odd,)})
    (back,) = tomllib.loads(to_toml([entry.model_dump()]))["document"]
    assert Entry.model_validate(back) == entry


def test_slugs_are_plain_whatever_the_number(settings):
    facts = Facts("../../x y/NĐ—CP", "Nghị định", "t", "i", None, None)
    assert make_slug(facts, ()) == "nd-x-y-nd-cp"
    assert make_slug(Facts("", "Hương ước", "t", "i", None, None), ()) == "hu"


# -- bad input --------------------------------------------------------------------------------------------


def test_a_link_a_folder_and_an_empty_file_are_refused(settings, tmp_path):
    real = tmp_path / "that.txt"
    real.write_text(KITE, "utf-8")
    link, empty, folder = tmp_path / "noi.txt", tmp_path / "rong.txt", tmp_path / "thu-muc.txt"
    link.symlink_to(real)
    empty.touch()
    folder.mkdir()
    for path, why in ((link, "liên kết"), (empty, "rỗng"), (folder, "không"), (tmp_path / "thieu.txt", "không có tệp")):
        with pytest.raises(TextError, match=why):
            examine_file(Library(settings), path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX pipes")
def test_a_pipe_does_not_make_it_wait(settings, tmp_path):
    os.mkfifo(tmp_path / "ong.txt")
    with pytest.raises(TextError, match="không phải tệp thường"):
        examine_file(Library(settings), tmp_path / "ong.txt")


def test_a_file_that_is_too_large_or_of_another_kind_is_refused(settings, tmp_path):
    big, program = tmp_path / "to.txt", tmp_path / "chay.exe"
    big.write_bytes(b"x" * 1001)
    program.write_bytes(b"MZ")
    with pytest.raises(TextError, match="lớn hơn"):
        examine_file(Library(settings), big, max_bytes=1000)
    with pytest.raises(TextError, match="chỉ nhận tệp"):
        examine_file(Library(settings), program)


def hurtful(tmp_path):
    """Files that are broken, of another kind than their name says, or made to hurt, each with a name that is taken."""
    from tests.corpus.test_fetch import LOOP

    bomb = a_docx("<w:p>" + "<w:t> </w:t>" * 5_000_000 + "</w:p>")
    files = {name: data for name, (data, _) in BAD.items() if Path(name).suffix in incoming.SUFFIXES}
    files |= {"bom.docx": bomb, "vong.pdf": LOOP}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    with (tmp_path / "to.pdf").open("wb") as out:
        out.write(b"%PDF-1.7\n")
        out.truncate(500_000_000)
    return [*(tmp_path / name for name in files), tmp_path / "to.pdf"]


def test_no_bad_file_changes_the_corpus_or_leaves_anything_behind(settings, tmp_path, monkeypatch):
    private = tmp_path / "tam"
    private.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(private))
    folder = tmp_path / "xau"
    folder.mkdir()
    before = state(settings)
    for path in hurtful(folder):
        with pytest.raises(TextError) as refused:
            examine_file(Library(settings), path, GIVEN)
        said = str(refused.value)
        assert path.name in said and str(private) not in said and "tai-lieu" not in said, said
        assert list(private.iterdir()) == [], path.name
    assert state(settings) == before


def test_a_file_that_changes_while_it_is_read_is_refused(settings, tmp_path, monkeypatch):
    path = tmp_path / "dang-chep.txt"
    path.write_text(KITE, "utf-8")
    real = os.fstat
    calls = []

    def growing(handle):
        calls.append(handle)
        if len(calls) == 2:
            with path.open("a", encoding="utf-8") as more:
                more.write("Điều 3. Thêm\n")
        return real(handle)

    monkeypatch.setattr(incoming.os, "fstat", growing)
    with pytest.raises(TextError, match="thay đổi trong lúc đọc"):
        examine_file(Library(settings), path)


@pytest.mark.parametrize("name", ["diều ’ “lạ”.txt", "a\nb\x1b[31m.txt", "-rf.txt", "…" * 60 + ".txt"])
def test_odd_names_are_read_and_shown_without_their_control_marks(settings, tmp_path, name):
    (tmp_path / name).write_text(KITE, "utf-8")
    one = examine_file(Library(settings), tmp_path / name, GIVEN)
    assert "\n" not in one.name and "\x1b" not in one.name
    assert len(one.name) <= 80
    assert one.entry.file == f"{SLUG}.txt"


@pytest.mark.parametrize("name", ["../../etc/x.txt", "..\\..\\x.txt", "C:\\a\\x.txt", "/etc/x.txt"])
def test_a_name_that_climbs_is_only_its_last_part(name):
    assert incoming.shown_name(name) == "x.txt"


@pytest.mark.parametrize("step", ["fsync", "fdopen"])
def test_a_full_disk_changes_nothing(settings, monkeypatch, step):
    before = state(settings)
    one = found(settings)

    def refuse(*_args, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(aside.os, step, refuse)
    with pytest.raises(TextError, match="đĩa đã đầy"):
        add(settings, one)
    monkeypatch.undo()
    assert state(settings) == before


def test_a_disk_that_fills_up_between_text_and_list_leaves_neither(settings, monkeypatch):
    before = state(settings)
    one = found(settings)
    real = Path.replace

    def refuse(self, target):
        if Path(target).suffix == ".toml":
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(TextError, match="đĩa đã đầy"):
        add(settings, one)
    monkeypatch.undo()
    assert state(settings) == before


def test_two_uploads_of_one_document_at_once_store_it_once(settings):
    ones = [found(settings) for _ in range(4)]
    results = []

    def store(one):
        try:
            results.append(add(settings, one))
        except TextError as error:
            results.append(str(error))

    threads = [threading.Thread(target=store, args=(one,)) for one in ones]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results.count(SLUG) == 1
    assert all("vừa được thêm" in line for line in results if line != SLUG)
    assert [entry.slug for entry in Library(settings).manifest_files.all_added] == [SLUG]


KILLED = """
import sys, time
from datetime import date
sys.path.insert(0, {root!r})
from phapquy.config import Settings
from phapquy.corpus.intake import add, remove
from tests.corpus.test_intake import found, GIVEN, KITE, Given, _rest
settings = Settings(home={home!r})
print("sẵn sàng", flush=True)
turn = 0
while True:
    turn += 1
    slug = add(settings, found(settings, KITE + f"Điều 3. Lần\\nLần thứ {{turn}}.\\n"))
    remove(settings, slug)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_kill_at_any_moment_leaves_a_corpus_that_loads_and_is_true(settings):
    """kill -9 stands for the power cut: whatever moment it hits, list and texts agree and the next add works."""
    program = textwrap.dedent(KILLED).format(root=str(Path(__file__).parents[2]), home=str(settings.home))
    pull(settings)
    for turn in range(6):
        child = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, encoding="utf-8")
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "sẵn sàng"
        time.sleep(0.05 + 0.037 * turn)
        child.kill()
        child.wait()
        library = Library(settings)
        assert {"luat-xoai", "nd-xoai"} <= set(library.available())
        assert all(library.is_true(slug) for slug in library.added)
    for slug in Library(settings).added:
        remove(settings, slug)
    add(settings, found(settings))
    library = Library(settings)
    assert library.is_true(SLUG)
    assert [path.name for path in strays(settings, library) if path.name.startswith(aside.MARK)] == []


def test_a_corpus_on_a_read_only_disk_is_a_clear_error(tmp_path, settings, monkeypatch):
    one = found(settings)

    def refuse(*_args, **_more):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(aside.tempfile, "mkstemp", refuse)
    with pytest.raises(TextError, match="chỉ cho đọc"):
        add(settings, one)


def test_settings_elsewhere_do_not_matter(tmp_path):
    with pytest.raises(ManifestError):
        add(Settings(home=tmp_path), examine_nothing(tmp_path))


def examine_nothing(tmp_path):
    """An examination made before its corpus was lost."""
    home = tmp_path / "cu"
    (home / "corpus").mkdir(parents=True)
    from tests.corpus.conftest import LAW, entry_toml

    (home / "corpus" / "manifest.toml").write_text("as_at = 2100-02-02\n" + entry_toml("luat-xoai", LAW), "utf-8")
    return found(Settings(home=home))
