"""A small invented country: its law of valleys and hamlets, a decree, and a home folder that holds them."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import numpy as np
import pytest

from phapquy.config import Settings
from phapquy.corpus.text import fingerprint, normalise
from phapquy.vietnamese.diacritics import Restorer
from phapquy.vietnamese.normalize import fold, syllables

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

VALLEYS = """QUỐC HỘI XỨ ĐOM ĐÓM
Luật số: 7/2090/QHDD
LUẬT
THUNG LŨNG
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Luật này quy định về thung lũng, về đèn lồng và về việc ai được thắp đèn.
Chương II
THẨM QUYỀN
Điều 2. Nhiệm vụ, quyền hạn của Hội đồng nhân dân xã
1. Quyết định thắp đèn lồng ở bến sông trong mùa nước cạn.
2. Trong việc trồng cây:
a) Quyết định trồng hàng liễu ven đường làng;
b) Cho ý kiến về việc chặt cây đa đầu đình.
Cây đa trên trăm tuổi thì không được chặt.
Điều 3. Nhiệm vụ, quyền hạn của Ủy ban nhân dân tỉnh
1. Đặt tên cho thác nước và hang động.
2. Cấp giấy phép nuôi đom đóm trong thời hạn 12 ngày làm việc.
Điều 4. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2090.
Luật này được Quốc hội xứ Đom Đóm thông qua ngày 02 tháng 5 năm 2090.
CHỦ TỊCH QUỐC HỘI
"""
LANTERNS = """NGHỊ ĐỊNH
Về đèn lồng
Điều 1. Giờ thắp đèn
1. Đèn lồng được thắp từ 18 giờ đến 22 giờ.
2. Chủ tịch Ủy ban nhân dân cấp xã kiểm tra dầu đèn mỗi tuần một lần.
Điều 2. Hiệu lực
Nghị định này có hiệu lực từ ngày 01 tháng 01 năm 2091.
"""
TEXTS = {"luat-7-2090-qhdd": VALLEYS, "nd-8-2090-nd-dd": LANTERNS}
_FACTS = {
    "luat-7-2090-qhdd": ("7/2090/QHDD", "Luật Thung lũng", "Luật Thung lũng số 7/2090/QHDD", "Luật", "2090-07-01", True),
    "nd-8-2090-nd-dd": ("8/2090/NĐ-DD", "Nghị định về đèn lồng", "Nghị định số 8/2090/NĐ-DD", "Nghị định", "2091-01-01", False),
}  # fmt: skip
AMENDMENT_COLUMNS = (
    "target_slug,targets,scope,operation,extent,by,by_slugs,by_provisions,effective,have_text,evidence,confidence"
)


def manifest_toml(texts: dict[str, str] = TEXTS, facts: dict[str, tuple] = _FACTS) -> str:
    """The manifest of the invented documents, true to ``texts``."""
    out = ["as_at = 2092-01-01"]
    for slug, text in texts.items():
        number, title, cite_as, kind, effective, core = facts[slug]
        out.append(
            f'[[document]]\nslug = "{slug}"\nnumber = "{number}"\ntitle = "{title}"\nshort = "{title}"\n'
            f'cite_as = "{cite_as}"\ntype = "{kind}"\nissuer = "Xứ Đom Đóm"\neffective = {effective}\n'
            f'status = "con-hieu-luc"\nsource_quality = "official"\ntext_kind = "verbatim"\ncomplete = true\n'
            f'core = {str(core).lower()}\nfile = "{slug}.txt"\nfingerprint = "{fingerprint(text)}"'
        )
    return "\n\n".join(out) + "\n"


def make_home(
    folder: Path, texts: dict[str, str] = TEXTS, facts: dict[str, tuple] = _FACTS, rows: tuple[str, ...] = ()
) -> Settings:
    """Write a home folder with an invented corpus (its texts, facts and rows of amendments); return its settings."""
    stored = folder / "corpus" / "texts"
    stored.mkdir(parents=True, exist_ok=True)
    for slug, text in texts.items():
        (stored / f"{slug}.txt").write_text(normalise(text), "utf-8")
    (folder / "corpus" / "manifest.toml").write_text(manifest_toml(texts, facts), "utf-8")
    (folder / "corpus" / "amendments.csv").write_text("\n".join([AMENDMENT_COLUMNS, *rows]) + "\n", "utf-8")
    return Settings(home=folder, mirror=Path("guong"), model_dir=folder / "models")


FAKE_MIN_STRENGTH = 0.15
"""The stand-in's vectors lie further apart than those of the model that the refusal was measured with."""


class FakeEncoder:
    """Vectors from hashed folded syllables: near texts share words. Counts what it encodes."""

    name, identity, dimension, max_tokens = "gia-lap", "gia-lap-1", 64, 128

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def passage_room(self) -> int:
        return self.max_tokens - 4

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def encode_queries(self, texts):
        return np.stack([self._vector(text) for text in texts])

    def encode_passages(self, texts, **_):
        self.encoded.extend(texts)
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str):
        vector = np.full(self.dimension, 0.35, dtype=np.float32)
        for token in syllables(text):
            digest = hashlib.sha256(fold(token).encode()).digest()
            vector[digest[0] % self.dimension] += 1.0
        return vector / np.linalg.norm(vector)


@pytest.fixture
def encoder(monkeypatch) -> FakeEncoder:
    """Stand in for the embedding model everywhere it is loaded."""
    fake = FakeEncoder()
    monkeypatch.setattr("phapquy.index.embedding.Encoder.load", classmethod(lambda cls, settings: fake))
    train = Restorer.train
    monkeypatch.setattr(
        "phapquy.index.build.Restorer.train", classmethod(lambda cls, *lines, **_: train(*lines, general=False))
    )  # the general word list takes seconds to read and says nothing about building
    monkeypatch.setattr("phapquy.answer.enough.MIN_STRENGTH", FAKE_MIN_STRENGTH)
    return fake


@pytest.fixture
def home(tmp_path) -> Settings:
    """The settings of a fresh home folder with the invented corpus, without an index."""
    return make_home(tmp_path)
