"""An invented corpus of ponds, for the pages: a law that is reworded, added to, partly repealed, and full of traps."""

from datetime import date

from phapquy.assistant import KnowledgeBase
from phapquy.index.build import build
from tests.conftest import make_home

PONDS, CHANGE, LATER = "luat-1-2090-qhdd", "nd-2-2091-nd-dd", "nd-3-2092-nd-dd"
HOSTILE = '<script>window.hacked = 1</script> & <img src=x onerror="window.hacked = 2"> {{ 7 * 7 }} <!-- text -->'
TEXTS = {
    PONDS: f"""QUỐC HỘI XỨ ĐOM ĐÓM
LUẬT
AO LÀNG
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Luật này quy định về ao làng theo khoản 2 Điều 3 và Nghị định số 2/2091/NĐ-DD.
Chương II
THẨM QUYỀN
Điều 2. Nhiệm vụ của Hội đồng nhân dân xã
1. Trong việc thả cá:
a) Quyết định ngày thả cá theo quy định tại điểm đ khoản này;
b) Đặt tên cho ao;
c) Đếm sao dưới ao;
d) Cấp thuyền nan;
đ) Nuôi đom đóm.
2. Quyết định mùa tát ao.
3. {HOSTILE}
Điều 3. Nhiệm vụ của Ủy ban nhân dân tỉnh
1. Cấp giấy phép đào ao.
2. Ủy quyền cho Ủy ban nhân dân xã theo quy định tại Điều 2 của Luật này.
Điều 4. Hiệu lực
Luật này có hiệu lực từ ngày 01 tháng 7 năm 2090.
""",
    CHANGE: """NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Luật Ao làng số 1/2090/QHDD
Điều 1. Sửa đổi, bổ sung Điều 2
1. Sửa đổi khoản 2 Điều 2 như sau:
“2. Quyết định mùa tát ao và mùa gặt sen.”.
2. Bổ sung khoản 2a vào sau khoản 2 Điều 2 như sau:
“2a. Thắp đèn lồng quanh ao.”.
3. Bãi bỏ điểm c khoản 1 Điều 2 Luật Ao làng số 1/2090/QHDD.
""",
    LATER: """NGHỊ ĐỊNH
Về mùa sen
Điều 1. Mùa sen
1. Mùa sen bắt đầu khi nước lên.
""",
}
FACTS = {
    PONDS: ("1/2090/QHDD", "Luật Ao làng", "Luật Ao làng số 1/2090/QHDD", "Luật", "2090-07-01", True),
    CHANGE: ("2/2091/NĐ-DD", "Nghị định sửa đổi", "Nghị định số 2/2091/NĐ-DD", "Nghị định", "2091-05-01", False),
    LATER: ("3/2092/NĐ-DD", "Nghị định mùa sen", "Nghị định số 3/2092/NĐ-DD", "Nghị định", "2099-01-01", False),
}
ROWS = (
    f"{PONDS},{PONDS}/2/2,,sua-doi,toan-bo,2/2091/NĐ-DD,{CHANGE},{CHANGE}/1/1,2091-05-01,co,Điều 1 khoản 1,cao",
    f"{PONDS},{PONDS}/2/2a,,bo-sung,toan-bo,2/2091/NĐ-DD,{CHANGE},{CHANGE}/1/2,2091-05-01,co,Điều 1 khoản 2,cao",
    f"{PONDS},{PONDS}/2/1/c,,bai-bo,toan-bo,2/2091/NĐ-DD,{CHANGE},{CHANGE}/1/3,2091-05-01,co,Điều 1 khoản 3,cao",
    f"{PONDS},{PONDS}/3/1,,sua-doi,mot-phan,9/2091/NĐ-DD,,,2091-06-01,khong,tin báo,cao",
)
BEFORE, AFTER = date(2091, 4, 30), date(2091, 6, 15)


def open_ponds(folder, encoder) -> KnowledgeBase:
    """Build and open the corpus with a stand-in for the embedding model."""
    settings = make_home(folder, TEXTS, FACTS, ROWS)
    text = settings.manifest_path.read_text("utf-8")
    text = text.replace(f'slug = "{CHANGE}"', f'slug = "{CHANGE}"\namends = ["{PONDS}"]')
    settings.manifest_path.write_text(text, "utf-8")
    plain = folder / "corpus" / "plain"
    plain.mkdir()
    (plain / f"{PONDS}.toml").write_text(
        '[[provision]]\nid = "2/1/b"\nplain = "Xã đặt tên ao, không phải <b>tỉnh</b>."\nask = ["ai đặt tên ao"]\n',
        "utf-8",
    )
    build(settings)
    return KnowledgeBase.open(settings)
