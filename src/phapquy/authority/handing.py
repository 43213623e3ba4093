"""What passes from one to another: "giao A lập sổ", "quyết định hoặc trình B quyết định", "nhận được P".

What follows such verbs is done by somebody else, or is the object of both.
"""

from __future__ import annotations

import re

from phapquy.authority.acts import VERB, Chain
from phapquy.authority.power import Act
from phapquy.vietnamese.letters import CAPITAL


def hands_over(text: str, chain: Chain) -> bool:
    """Whether what follows the object is done by whom it is given to: "giao B …", "gửi B thẩm định"."""
    told = chain.acts[0] is Act.CHI_DAO and _TOLD.match(text, chain.end) is not None
    asked = (
        chain.acts[0] is Act.TRINH
        and _ASKS.search(chain.verbs(text)) is not None
        and _ASKED.match(text, chain.end) is not None
    )
    return (
        asked
        or (chain.acts[0] in _HANDS_OVER and not _ITSELF.match(text, chain.end))
        or told
        or (chain.acts[0] in _PASSES_ON and _DOER.match(text, chain.end) is not None)
    )


_ITSELF = re.compile(r" (?:ban hành|quyết định|phê duyệt) ")
""""phê duyệt hoặc ủy quyền phê duyệt P": to whom is not said."""
_HANDS_OVER = frozenset({Act.GIAO, Act.YEU_CAU})
_PASSES_ON = frozenset({Act.CHI_DAO, Act.CONG_KHAI, Act.BAO_CAO, Act.TRINH})
_ASKS = re.compile(r"(?:kiến nghị|đề nghị)$", re.IGNORECASE)
_ASKED = re.compile(rf" (?:với )?(?:các )?(?:cơ quan|cấp|người|{CAPITAL})")
""""kiến nghị cơ quan ban hành, sửa đổi …": all of it is what is asked for."""
_DOER = re.compile(
    rf"\s+(?:cho |đến |các )?(?:{CAPITAL}|(?:cấp|người) có thẩm quyền )(?:(?! về "
    rf"| và {VERB})[^,;.]){{3,60}}?(?:, (?:phường"
    rf"|đặc khu))? (?:để )?(?<!và )(?<!hoặc )(?={VERB})"
    r"|\s+(?:cho|đến) cơ quan (?:[^\s,;.]+ ){1,8}?(?=trình )"
)
_TOLD = re.compile(rf"\s+(?:các )?(?:cơ quan|đơn vị|phòng) [^,;.]{{3,60}}? (?={VERB})")
_SETTLES = r"(?:quyết định|giải quyết|xử lý|ban hành|phê duyệt|chấp thuận|thu hồi)"
OWN_OR_PUT = re.compile(
    rf"(?P<own>(?:ra |xem xét, )?(?:ký quyết định )?{_SETTLES})(?: kịp thời)?"
    r"(?:, đúng (?:quy định của )?pháp luật,?)?(?: theo thẩm quyền,? (?:hoặc|và)|,? hoặc)"
    r" (?P<put>trình|báo cáo|đề nghị|đề xuất|kiến nghị|ủy quyền) (?:với |cho )?"
    rf"(?:(?:cơ quan|cấp|người)(?:, tổ chức)?[^,;.]{{0,40}}? có thẩm quyền|(?-i:{CAPITAL})[^,;.]{{3,80}}?)"
    rf" (?:xem xét, )?{_SETTLES}(?:(?:,| và) {VERB})*",
    re.IGNORECASE,
)
""""quyết định theo thẩm quyền hoặc trình cấp có thẩm quyền quyết định P": P is the object of both."""


def received(when: str) -> int:
    """Where in a preface the thing begins that is acted on: "kể từ ngày nhận được mẫu diều, A chấp thuận"."""
    found = _RECEIVED.search(when)
    return found.start("what") if found else 0


_RECEIVED = re.compile(r"\bnhận được (?P<what>(?!(?:đủ )?hồ sơ|thông báo|văn bản|ý kiến|báo cáo|đơn|yêu)[^;.]{6,})$")
