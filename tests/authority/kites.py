"""An invented law of kites that still names the district, and the decrees that give its tasks to others."""

from __future__ import annotations

from datetime import date

from phapquy.assistant import KnowledgeBase
from phapquy.corpus.amendments import Amendment
from phapquy.corpus.kinds import Extent, HaveText, Operation
from phapquy.law.provision import ProvisionId
from tests.authority.planted import Invented, entry

LAW, MOVES, WORDS, SAVES = "luat-7-2085-qhdd", "nd-8-2086-nd-dd", "nd-9-2087-nd-dd", "nd-10-2088-nd-dd"
DAY = date(2090, 1, 1)
_LAW = """LUẬT
THẢ DIỀU
Điều 1. Giấy phép
1. Ủy ban nhân dân cấp huyện cấp giấy phép thả diều đêm.
2. Ủy ban nhân dân cấp huyện quyết định giờ thổi sáo diều.
3. Ủy ban nhân dân cấp huyện công bố danh sách bãi thả diều.
4. Ủy ban nhân dân cấp huyện kiểm tra dây diều trên địa bàn.
5. Ủy ban nhân dân cấp huyện phê duyệt mẫu diều giấy.
6. Ủy ban nhân dân cấp tỉnh quyết định giá thuê bãi diều.
7. Người thả diều nộp đơn tại Ủy ban nhân dân cấp huyện.
8. Bãi diều phù hợp với quy hoạch cấp huyện.
9. Bộ Giao thông vận tải hướng dẫn việc thả diều gần đường bay.
Điều 2. Quy định chuyển tiếp
1. Ủy ban nhân dân cấp huyện bàn giao sổ diều.
"""
_MOVES = """NGHỊ ĐỊNH
PHÂN ĐỊNH VIỆC THẢ DIỀU
Điều 1. Việc của huyện nay về xã
1. Thẩm quyền của Ủy ban nhân dân cấp huyện cấp giấy phép thả diều đêm quy định tại khoản 1 Điều 1 Luật Thả diều do \
Chủ tịch Ủy ban nhân dân cấp xã thực hiện.
2. Thẩm quyền của Ủy ban nhân dân cấp huyện quyết định giờ thổi sáo diều quy định tại khoản 2 Điều 1 Luật Thả diều \
do Ủy ban nhân dân cấp xã thực hiện.
Điều 2. Việc chung
1. Ủy ban nhân dân cấp xã có trách nhiệm thực hiện các việc quy định tại Luật Thả diều như sau:
a) Kiểm tra dây diều quy định tại khoản 4 Điều 1 Luật Thả diều;
b) Lưu mẫu diều giấy quy định tại khoản 5 Điều 1 Luật Thả diều;
c) Công bố danh sách bãi thả diều quy định tại khoản 3 Điều 1 Luật Thả diều.
"""
_WORDS = """NGHỊ ĐỊNH
SỬA ĐỔI LUẬT THẢ DIỀU
Điều 1. Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại khoản 3 Điều 1 của Luật Thả diều số 7/2085/QHDD.
"""
_SAVES = """NGHỊ ĐỊNH
GIỜ GIẤC CỦA DIỀU
Điều 1. Hiệu lực
1. Các quy định về giờ thổi sáo diều không có trong Nghị định này thì tiếp tục áp dụng theo Nghị định số \
8/2086/NĐ-DD.
"""


def _row(target, operation, extent, by, day):
    return Amendment(
        target.split("/")[0], (ProvisionId.parse(target),), "", operation, extent, "", (by.split("/")[0],),
        (ProvisionId.parse(by),), day, HaveText.CO, "", "cao",
    )  # fmt: skip


AMENDMENTS = (
    _row(f"{LAW}/1/3", Operation.THAY_THE, Extent.MOT_PHAN, f"{WORDS}/1", date(2087, 1, 1)),
    _row(f"{MOVES}/1/2", Operation.HET_HIEU_LUC, Extent.TOAN_BO, f"{SAVES}/1/1", date(2088, 1, 1)),
)


def snapshot():
    texts = {LAW: _LAW, MOVES: _MOVES, WORDS: _WORDS, SAVES: _SAVES}
    facts = (
        (LAW, "Luật Thả diều", date(2020, 1, 1), "Luật", "7/2085/QHDD"),
        (MOVES, "Nghị định phân định việc thả diều", date(2086, 1, 1), "Nghị định", "8/2086/NĐ-DD"),
        (WORDS, "Nghị định sửa đổi Luật Thả diều", date(2087, 1, 1), "Nghị định", "9/2087/NĐ-DD"),
        (SAVES, "Nghị định giờ giấc của diều", date(2088, 1, 1), "Nghị định", "10/2088/NĐ-DD"),
    )
    entries = [
        entry(slug, title, start, kind=kind) | {"number": number, "cite_as": f"{title} số {number}"}
        for slug, title, start, kind, number in facts
    ]
    return Invented(texts, entries, AMENDMENTS)


def knowledge_base():
    """A knowledge base without a model: what the matrix, transfers and gaps need."""
    base = KnowledgeBase.__new__(KnowledgeBase)
    base._snapshot = snapshot()
    return base
