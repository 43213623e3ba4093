"""A small invented corpus: the law of a republic of mangoes, its decree, and a digest."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from phapquy.config import Settings, load_settings
from phapquy.corpus.amendments import COLUMNS
from phapquy.corpus.text import fingerprint

LAW = """QUỐC HỘI XOÀI
Luật số: 901/2099/XX
LUẬT
CÂY XOÀI
Điều 1. Phạm vi
Luật này nói về cây xoài trong vườn tưởng tượng.
Điều 2. Ai tưới cây
1. Tổ xoài tưới cây mỗi sáng.
2. Trưởng tổ xoài:
a) Đếm số quả;
b) Ghi sổ quả rụng.
Điều 3. Hiệu lực thi hành
1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2099.
"""
DECREE = """NGHỊ ĐỊNH
Điều 1. Sửa Luật Cây xoài
1. Sửa đổi khoản 1 Điều 2 như sau:
“1. Tổ xoài tưới cây mỗi chiều.”.
2. Bổ sung điểm c khoản 2 Điều 2 như sau:
“c) Đuổi chim.”.
Điều 2. Hiệu lực
Nghị định này có hiệu lực từ ngày 01 tháng 01 năm 2100.
"""
DIGEST = """[header]
slug = "kl-7-xx"
so_ky_hieu = "7-KL/XX"
ten = "Kết luận về mùa xoài"
co_quan_ban_hanh = "Ban Xoài"
ngay_ban_hanh = "2099-10-31"
tinh_trang = "tóm lược"

[[item]]
id = "kl-7-xx/1"
numbering = "theo-bao-chi"
heading = "Đếm quả"
summary = "Mọi vườn phải đếm quả trước mùa mưa."
assignees = ["Các tổ xoài", "Ban Xoài"]
deadline = "2099-12-15"
deadline_agreement = "mot-nguon"
agreement = "hai-nguon"

[[item]]
id = "kl-7-xx/101"
numbering = "suy-luan"
heading = "Rào vườn"
summary = "Vườn nào cũng nên có rào."
agreement = "mot-nguon"
"""


def entry_toml(slug: str, text: str, *, extra: str = "", file: str | None = None, digest: bool = False) -> str:
    suffix = ".toml" if digest else ".txt"
    return f"""
[[document]]
slug = "{slug}"
number = "901/2099/XX"
title = "Văn bản {slug}"
short = "Văn bản {slug}"
cite_as = "Văn bản {slug}"
type = "Luật"
issuer = "Quốc hội Xoài"
status = "con-hieu-luc"
source_quality = "{"digest" if digest else "official"}"
text_kind = "{"digest" if digest else "verbatim"}"
complete = true
file = "{file or slug + suffix}"
fingerprint = "{fingerprint(text)}"
{extra}
"""


def amendments_csv(*rows: str) -> str:
    return "\n".join([",".join(COLUMNS), *rows]) + "\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An installation whose corpus is the invented one; its mirror holds the two texts."""
    home = tmp_path / "home"
    (home / "corpus" / "digests").mkdir(parents=True)
    mirror = tmp_path / "guong"
    mirror.mkdir()
    (mirror / "luat-xoai.txt").write_text(LAW, encoding="utf-8")
    (mirror / "nd-xoai.txt").write_text(DECREE, encoding="utf-8")
    (home / "corpus" / "digests" / "kl-7-xx.toml").write_text(DIGEST, encoding="utf-8")
    law = entry_toml("luat-xoai", LAW, extra="effective = 2099-07-01\ncore = true\narticles = 3")
    decree = entry_toml("nd-xoai", DECREE, extra="effective = 2100-01-01\narticles = 2")
    digest = entry_toml("kl-7-xx", DIGEST, digest=True, extra="effective = 2099-10-31")
    (home / "corpus" / "manifest.toml").write_text(f"as_at = 2100-02-02\n{law}{decree}{digest}", encoding="utf-8")
    (home / "corpus" / "amendments.csv").write_text(amendments_csv(), encoding="utf-8")
    return Settings(home=home, mirror=mirror)


@pytest.fixture
def real() -> Settings:
    """The checkout's own settings, where the mirror of real texts is there."""
    found = load_settings()
    if not found.mirror_dir.is_dir():
        pytest.skip(f"không có thư mục văn bản {found.mirror} (mirror): bỏ qua các phép thử trên văn bản thật")
    return found


@pytest.fixture
def real_library(real: Settings, tmp_path: Path):
    """A library over the checkout's manifest and digests that reads the texts straight from the mirror."""
    from phapquy.corpus.library import Library

    home = tmp_path / "home"
    (home / "corpus").mkdir(parents=True)
    for name in ("manifest.toml", "amendments.csv", "digests"):
        (home / "corpus" / name).symlink_to(real.home / "corpus" / name)
    (home / "corpus" / "texts").symlink_to(real.mirror_dir)
    return Library(Settings(home=home))


@pytest.fixture
def made() -> SimpleNamespace:
    """The invented texts and the builders of manifest entries and amendment tables."""
    return SimpleNamespace(law=LAW, decree=DECREE, digest=DIGEST, entry_toml=entry_toml, amendments_csv=amendments_csv)
