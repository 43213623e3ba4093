"""Invented statutes and small stand-ins shared by the tests of the answering rooms."""

from __future__ import annotations

from types import SimpleNamespace

from phapquy.answer.evidence import Evidence, quote_span
from phapquy.law.provision import ProvisionId
from phapquy.law.structure import parse
from phapquy.search.question import read_question
from phapquy.vietnamese.diacritics import Restorer

SLUG = "luat-9-2090-qhdd"
BOATS = """LUẬT
LÀNG CHÀI
Chương I
NHIỆM VỤ, QUYỀN HẠN
Mục 1
CHÍNH QUYỀN ĐỊA PHƯƠNG Ở TỈNH
Điều 1. Nhiệm vụ, quyền hạn của Hội đồng nhân dân tỉnh
1. Quyết định đặt tên bến đò.
2. Quyết định mùa thả diều toàn vùng.
Mục 2
CHÍNH QUYỀN ĐỊA PHƯƠNG Ở THÀNH PHỐ
Điều 2. Nhiệm vụ, quyền hạn của Hội đồng nhân dân thành phố
Hội đồng nhân dân thành phố thực hiện nhiệm vụ, quyền hạn quy định tại Điều 1 của Luật này và các nhiệm vụ sau đây:
1. Quyết định lịch pháo hoa.
Mục 3
CHÍNH QUYỀN ĐỊA PHƯƠNG Ở XÃ
Điều 3. Nhiệm vụ, quyền hạn của Hội đồng nhân dân xã
1. Quyết định ngày mở hội bơi thuyền.
2. Trong việc làng:
a) Quyết định giờ mở chợ cá;
b) Quyết định lập xóm chài;
c) Quyết định giống hoa trồng quanh hồ.
3. Quyết định lễ rước đèn.
4. Quyết định giải đua vịt.
Điều 4. Nhiệm vụ, quyền hạn của Ủy ban nhân dân xã
1. Tổ chức chợ phiên vùng cao.
Điều 5. Nhiệm vụ, quyền hạn của Chủ tịch Ủy ban nhân dân xã
1. Chỉ đạo việc trồng tre.
2. Chỉ đạo hoạt động tự quản của xóm chài.
3. Chỉ đạo việc vớt bèo.
Mục 4
CHÍNH QUYỀN ĐỊA PHƯƠNG Ở PHƯỜNG
Điều 6. Nhiệm vụ, quyền hạn của Hội đồng nhân dân phường
Hội đồng nhân dân phường thực hiện nhiệm vụ, quyền hạn quy định tại khoản 1, các điểm a, c khoản 2, các khoản 3 và 4 Điều 3 của Luật này và các nhiệm vụ, quyền hạn sau đây:
1. Quyết định lập tổ phố.
Điều 7. Nhiệm vụ, quyền hạn của Ủy ban nhân dân phường
Ủy ban nhân dân phường thực hiện nhiệm vụ, quyền hạn quy định tại Điều 4 của Luật này.
Điều 8. Nhiệm vụ, quyền hạn của Chủ tịch Ủy ban nhân dân phường
Chủ tịch Ủy ban nhân dân phường thực hiện nhiệm vụ, quyền hạn quy định tại các khoản 1 và 3 Điều 5 của Luật này.
Mục 5
CHÍNH QUYỀN ĐỊA PHƯƠNG Ở ĐẶC KHU
Điều 9. Nhiệm vụ, quyền hạn của chính quyền địa phương ở đặc khu
1. Chính quyền địa phương ở đặc khu thực hiện các nhiệm vụ, quyền hạn tương ứng của chính quyền địa phương ở xã quy định tại Mục 3 Chương này.
Trường hợp đặc khu được công nhận loại đô thị thì chính quyền địa phương ở đặc khu thực hiện các nhiệm vụ, quyền hạn tương ứng của chính quyền địa phương ở phường quy định tại Mục 4 Chương này.
2. Việc giao thêm nhiệm vụ cho đặc khu phải bảo đảm gió lành.
"""
"""A law whose articles give powers by reference in every shape there is."""

UNTRAINED = Restorer.train([], general=False)


def asked(text):
    """Read a question typed with its diacritics."""
    return read_question(text, UNTRAINED, 2000)


def pid(path, slug=SLUG):
    return ProvisionId.parse(f"{slug}/{path}")


def evidence(path, terms=(), text=BOATS, *, score=1.0, target=None, title="Luật Làng chài"):
    """The evidence of one provision of a text."""
    document = parse(SLUG, text)
    identity = pid(path)
    words = frozenset(terms)
    span = quote_span(document, document.provisions[identity], words)
    entry = SimpleNamespace(title=title, cite_as=title, slug=SLUG)
    return Evidence(identity, document, entry, score, words, span, target=target)


class FakeSnapshot:
    """What the rooms of answering ask of a snapshot: documents, their titles, a memo."""

    def __init__(self, texts, titles=None):
        self.texts = texts
        self._documents = {slug: parse(slug, text) for slug, text in texts.items()}
        self._titles = titles or {}
        self.info = SimpleNamespace(documents=tuple(texts))
        self.memo = {}

    def document(self, slug):
        return self._documents.get(slug)

    def entry(self, slug):
        return SimpleNamespace(slug=slug, title=self._titles.get(slug, slug), cite_as=slug)
