"""Restoring diacritics: on an invented village, on any text, and on the real corpus."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phapquy.config import load_settings
from phapquy.errors import SnapshotError
from phapquy.vietnamese.diacritics import Restorer
from phapquy.vietnamese.keyboard import telex
from phapquy.vietnamese.normalize import fold, tone_normal
from phapquy.vietnamese.syllable import is_syllable

WORD = re.compile(r"[^\W\d_]+")
STATUTE = """Điều 1. Làng Mây có chợ phiên và bến đò.
1. Hội đồng làng Mây quyết định ngày họp chợ, mức đóng góp của người bán hàng.
2. Trưởng làng tổ chức thực hiện quyết định của Hội đồng làng; đề nghị Hội đồng làng bãi bỏ quyết định trái luật.
a) Cấp giấy cho người lái đò; b) Thu hồi giấy của người lái đò không đủ điều kiện.
3. Người dân nộp hồ sơ ở Bộ phận Một cửa của làng Mây, xã Krông Mơ, tỉnh Đắk Mơ.
"""


@pytest.fixture(scope="module")
def restorer() -> Restorer:
    return Restorer.train([STATUTE * 3])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        # nothing typed
        ("hoi dong lang quyet dinh muc dong gop", "hội đồng làng quyết định mức đóng góp"),
        ("nguoi dan nop ho so o dau", "người dân nộp hồ sơ ở đâu"),
        # half typed: what was typed is evidence
        ("ngươi dân nôp hồ sơ ơ đâu", "người dân nộp hồ sơ ở đâu"),
        ("ai đươc quyêt đinh", "ai được quyết định"),
        # well typed stays, unmarked words and all
        ("Ai do dân bầu thì cho họp?", "Ai do dân bầu thì cho họp?"),
        # case, punctuation, numbers and signs stay
        ("Dieu 1: HOI DONG lang (khoan 2)", "Điều 1: HỘI ĐỒNG làng (khoản 2)"),
        ("UBND, CT, HCMUS, k2 đ22, 136/2099/NĐ-CP", "UBND, CT, HCMUS, k2 đ22, 136/2099/NĐ-CP"),
        # names of the corpus
        ("xa krong mo tinh dak mo", "xã krông mơ tỉnh đắk mơ"),
        # a capital O opens a sentence, a capital A names someone
        ("O phuong, anh A lam gi?", "Ở phường, anh A làm gì?"),
        # Telex keys left in, a letter held down
        ("ddieemf kieenj, dduowcj khoong", "điểm kiện, được không"),
        ("khoongggg", "không"),
        # another language
        ("website online", "website online"),
    ],
)
def test_text_is_restored(restorer: Restorer, typed: str, expected: str) -> None:
    assert restorer.restore(typed).text == expected


def test_changed_and_confidence_are_told(restorer: Restorer) -> None:
    same = restorer.restore("Hội đồng làng quyết định")
    other = restorer.restore("hoi dong lang quyet dinh")
    assert (same.changed, other.changed) == (False, True)
    assert 0.5 < other.confidence <= 1


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_keeps_its_words(restorer: Restorer, text: str) -> None:
    made = restorer.restore(text)
    assert len(WORD.findall(made.text)) == len(WORD.findall(tone_normal(text)))
    assert 0 <= made.confidence <= 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([word for word in WORD.findall(STATUTE) if is_syllable(word.lower())]), max_size=12))
def test_known_syllables_keep_their_fold(restorer: Restorer, chosen: list[str]) -> None:
    text = fold(" ".join(chosen))
    assert fold(restorer.restore(text).text) == text


def test_a_saved_model_restores_alike(restorer: Restorer, tmp_path: Path) -> None:
    path = tmp_path / "dau.npz"
    restorer.save(path)
    text = "hoi dong lang bai bo quyet dinh trai luat"
    assert Restorer.load(path).restore(text) == restorer.restore(text)


@pytest.mark.parametrize("harm", ["missing", "empty", "cut", "noise"])
def test_a_damaged_model_is_refused_in_vietnamese(restorer: Restorer, tmp_path: Path, harm: str) -> None:
    path = tmp_path / "dau.npz"
    restorer.save(path)
    whole = path.read_bytes()
    broken = {"missing": None, "empty": b"", "cut": whole[: len(whole) // 2], "noise": whole[:200] + b"\0" * 4000}[harm]
    path.unlink()
    if broken is not None:
        path.write_bytes(broken)
    with pytest.raises(SnapshotError, match="phapquy build"):
        Restorer.load(path)


def test_an_untrained_model_leaves_text_as_it_is() -> None:
    assert Restorer.train([], general=False).restore("ai quyet dinh?").text == "ai quyet dinh?"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("dduowcj", "được"),
        ("ddaats", "đất"),
        ("dduwowngf", "đường"),
        ("tieengs", "tiếng"),
        ("quyeets", "quyết"),
        ("xax", "xã"),
        ("nguowif", "người"),
        ("duongwf", "dường"),
        ("online", None),
        ("hdnd", None),
    ],
)
def test_telex_keys_are_decoded(typed: str, expected: str | None) -> None:
    assert telex(typed) == expected


def _unmarked(text: str) -> str:
    return "".join(new.upper() if old.isupper() else new for new, old in zip(fold(text), text, strict=True))


@pytest.mark.corpus
def test_legal_text_held_out_is_restored() -> None:
    mirror = load_settings().mirror_dir
    names = ("luat-72-2025-qh15", "luat-80-2025-qh15", "nd-118-2025-nd-cp", "nd-150-2025-nd-cp", "nd-170-2025-nd-cp")
    paths = [mirror / f"{name}.txt" for name in names]
    if not all(path.is_file() for path in paths):
        pytest.skip(f"the texts are not in {mirror}")
    lines = [line for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()]
    random.Random(7).shuffle(lines)
    held, kept = lines[:150], lines[150:]
    restorer = Restorer.train(["\n".join(kept)])
    right = total = kept_right = 0
    for line in map(tone_normal, held):
        wanted = [word for word in WORD.findall(line) if is_syllable(word.lower())]
        for source, count in ((_unmarked(line), 0), (line, 1)):
            got = dict(
                zip([m.start() for m in WORD.finditer(line)], WORD.findall(restorer.restore(source).text), strict=True)
            )
            hits = sum(got[m.start()] == m[0] for m in WORD.finditer(line) if is_syllable(m[0].lower()))
            right, kept_right = right + hits * (1 - count), kept_right + hits * count
        total += len(wanted)
    assert right / total >= 0.97
    assert kept_right / total >= 0.995
