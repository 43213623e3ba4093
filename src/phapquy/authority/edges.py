"""Where an object begins and ends: its condition and its exception are told apart from it."""

from __future__ import annotations

import re

TRAILING = " ,;.:…/"
"""What stands around an object and is no part of it."""
_LEAST = 3
"""An object has more letters than this before its condition."""
_EXCEPT = re.compile(r",?\s*\(?(?:trừ(?! vào)|ngoại trừ|không bao gồm|(?<!nước )(?<!ra )(?<!bên )ngoài(?= các"
r"| những| trường hợp| quy định))\s+(?P<what>[^;]+?)\)?(?=[.;]?$|, (?!\w+ \w+ khoản))",
                     re.IGNORECASE)  # fmt: skip
_WHEN = re.compile(
    r",?\s*(?:trong trường hợp(?! đặc)|đối với (?:các )?trường hợp|trong các trường hợp|khi (?=đáp|có|xét|được|đã|cần"
    r"|xảy)|nếu(?! có\))|trong thời hạn|sau khi (?=được|có|đã|thống)|theo đề nghị của|theo phân cấp|theo ủy quyền"
    r"|trong thời gian|đối với (?=\w+ \w+ (?:có|thuộc|không)))\s*[^;]+$",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"\s*,?\s+(?:hoặc|và|để|thì|đồng thời)$")


def trimmed(text: str, start: int, end: int) -> tuple[int, int, str | None, str | None]:
    """Trim an object: its condition and its exception are told apart from it."""
    while start < end and (text[start] in TRAILING or text[start : start + 5].lower() == "việc "):
        start += 5 if text[start : start + 5].lower() == "việc " else 1
    if said := _AS_COMPETENT.match(text, start, end) or _STRICTLY.match(text, start, end):
        start = said.end()
    exception = condition = None
    if text[start : start + 4].lower() == "trừ ":
        return (start, start, None, text[start + 4 : end].strip(TRAILING))
    least = start + _LEAST
    if (others := _OTHERS_ARE.search(text, start, end)) and others.start() > least:
        end = others.start()
    if (at := text.find(", trong đó ", least, end)) > 0 and _SAYS_WITHIN.match(text, at, end):
        end = at
    if (found := _EXCEPT.search(text, start, end)) and found.start() > least:
        exception, end = found["what"].strip(TRAILING), found.start()
    if (found := _WHEN.search(text[:end], start)) and found.start() > least:
        condition, end = found[0].strip(TRAILING), found.start()
    while end > start and (text[end - 1] in TRAILING or text[end - 1] == "("):
        end -= 1
    if loose := _LOOSE.search(text, start, end):
        end = loose.start()
    return (start, end, condition, exception)


_OTHERS_ARE = re.compile(
    r", (?:người|tổ chức|cá nhân|hộ gia đình|nhà đầu tư|chủ đầu tư|chủ sở hữu)(?: [^\s,;.:]+){0,8}?"
    r" (?:không được|không còn) "
)
""""hủy kết quả, người thắng không được thả tiếp": what comes of it for others."""
_AS_COMPETENT = re.compile(
    r"theo (?:thẩm quyền|phân cấp|ủy quyền)\s+(?=\w)(?!của|quản|tại|được|và|hoặc|do|quy(?! định chi tiết| chế)"
    r"|trong|đối|khi|phê|quyết)"
)
_SAYS_WITHIN = re.compile(r", trong đó (?:phải )?(?:nêu|ghi|xác định|làm)(?: rõ| cụ thể)? ")
""""lập kế hoạch thả diều, trong đó nêu rõ số diều": what has to stand in it."""
_STRICTLY = re.compile(r"(?:nghiêm|kịp thời)\s+(?=\w)(?!túc|minh|và|hoặc|theo)")
"""How, not what: "xử lý nghiêm người …"."""
