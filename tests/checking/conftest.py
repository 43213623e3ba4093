"""An invented law of boats and ferries, the decree that amends it, and a checker over both."""

from __future__ import annotations

from datetime import date

import pytest

from phapquy.checking import Checker
from phapquy.config import Settings
from phapquy.corpus.library import Library
from phapquy.corpus.text import fingerprint

LAW = """LUẬT
BẾN ĐÒ
Điều 1. Ai thắp đèn
1. Hội đồng nhân dân xã quyết định giờ thắp đèn ở bến đò trong thời hạn 12 ngày làm việc.
2. Trong việc chèo thuyền, Ủy ban nhân dân tỉnh:
a) Đặt tên cho các khúc sông có thuyền qua lại;
b) Không được cấm trẻ em xem thuyền rồng;
đ) Hòa giải chuyện va chạm giữa hai con thuyền.
3. Thuyền thúng được chở tối đa 5 người và 2,5 tạ cá.
Điều 2. Ai gác đèn
1. Tổ gác đèn ghi sổ mỗi đêm trăng khuyết.
2. Người gác đèn được nghỉ vào đêm rằm tháng giêng.
Điều 3. Hiệu lực
Luật này có hiệu lực từ ngày 01 tháng 01 năm 2090.
"""
DECREE = """NGHỊ ĐỊNH
Điều 1. Sửa đổi khoản 1 Điều 2 như sau:
“1. Tổ gác đèn ghi sổ mỗi sáng thứ hai đầu tháng.”.
Điều 2. Bổ sung khoản 2a vào sau khoản 2 Điều 2 như sau:
“2a. Người gác đèn được phát một chiếc áo tơi.”.
Điều 3. Bãi bỏ khoản 2 Điều 2.
Điều 4. Hiệu lực
Nghị định này có hiệu lực từ ngày 01 tháng 6 năm 2095.
"""
_COLUMNS = (
    "target_slug,targets,scope,operation,extent,by,by_slugs,by_provisions,effective,have_text,evidence,confidence\n"
)
ROWS = """luat-5-2090-qhdd,luat-5-2090-qhdd/2/1,,sua-doi,toan-bo,6/2095/NĐ-DD,nd-6-2095-nd-dd,nd-6-2095-nd-dd/1,2095-06-01,co,,cao
luat-5-2090-qhdd,luat-5-2090-qhdd/2/2a,,bo-sung,toan-bo,6/2095/NĐ-DD,nd-6-2095-nd-dd,nd-6-2095-nd-dd/2,2095-06-01,co,,cao
luat-5-2090-qhdd,luat-5-2090-qhdd/2/2,,bai-bo,toan-bo,6/2095/NĐ-DD,nd-6-2095-nd-dd,nd-6-2095-nd-dd/3,2095-06-01,co,,cao
"""
_FACTS = (
    ("luat-5-2090-qhdd", "5/2090/QHDD", "Luật Bến đò", "Luật Bến đò số 5/2090/QHDD", "Luật", "2090-01-01", LAW),
    ("nd-6-2095-nd-dd", "6/2095/NĐ-DD", "Nghị định về gác đèn", "Nghị định số 6/2095/NĐ-DD", "Nghị định", "2095-06-01", DECREE),
)  # fmt: skip
BEFORE, AFTER = date(2092, 1, 1), date(2096, 1, 1)


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    home = tmp_path_factory.mktemp("ben-do")
    (home / "corpus" / "texts").mkdir(parents=True)
    manifest = ["as_at = 2096-01-01"]
    for slug, number, title, cite_as, kind, effective, text in _FACTS:
        (home / "corpus" / "texts" / f"{slug}.txt").write_text(text, "utf-8")
        manifest.append(
            f'[[document]]\nslug = "{slug}"\nnumber = "{number}"\ntitle = "{title}"\nshort = "{title}"\n'
            f'cite_as = "{cite_as}"\ntype = "{kind}"\nissuer = "Xứ Đom Đóm"\neffective = {effective}\n'
            f'status = "con-hieu-luc"\nsource_quality = "official"\ntext_kind = "verbatim"\ncomplete = true\n'
            f'file = "{slug}.txt"\nfingerprint = "{fingerprint(text)}"'
        )
    (home / "corpus" / "manifest.toml").write_text("\n\n".join(manifest), "utf-8")
    (home / "corpus" / "amendments.csv").write_text(_COLUMNS + ROWS, "utf-8")
    return Library(Settings(home=home))


@pytest.fixture(scope="session")
def checker(library):
    documents = {slug: library.document(slug) for slug in library.available()}
    return Checker(library.manifest, documents, library.validity)


@pytest.fixture
def check(checker):
    """Check a text by the law before the decree, or on another day."""
    return lambda text, day=BEFORE: checker.check(text, day)
