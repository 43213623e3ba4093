"""Who issues a document, by the name at its head and by the sign in its number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_CENTRAL = (
    "Ủy ban Thường vụ Quốc hội", "Văn phòng Quốc hội", "Văn phòng Chính phủ", "Thủ tướng Chính phủ", "Quốc hội",
    "Chính phủ", "Chủ tịch nước", "Ban Chấp hành Trung ương", "Bộ Chính trị", "Ban Bí thư", "Thanh tra Chính phủ",
    "Ngân hàng Nhà nước Việt Nam", "Tòa án nhân dân tối cao", "Viện kiểm sát nhân dân tối cao", "Kiểm toán nhà nước",
    "Hội đồng bầu cử quốc gia",
)  # fmt: skip
_MINISTRIES = {
    "BTP": "Bộ Tư pháp", "BNV": "Bộ Nội vụ", "BTC": "Bộ Tài chính", "BXD": "Bộ Xây dựng", "BYT": "Bộ Y tế",
    "BCA": "Bộ Công an", "BQP": "Bộ Quốc phòng", "BGDĐT": "Bộ Giáo dục và Đào tạo", "BCT": "Bộ Công Thương",
    "BKHCN": "Bộ Khoa học và Công nghệ", "BNNMT": "Bộ Nông nghiệp và Môi trường", "BNG": "Bộ Ngoại giao",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch", "BDTTG": "Bộ Dân tộc và Tôn giáo",
    "BTNMT": "Bộ Tài nguyên và Môi trường", "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội", "BGTVT": "Bộ Giao thông vận tải",
    "BTTTT": "Bộ Thông tin và Truyền thông", "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
}  # fmt: skip
_SIGNS = {
    "CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "CTN": "Chủ tịch nước", "VPCP": "Văn phòng Chính phủ",
    "VPQH": "Văn phòng Quốc hội", "TTCP": "Thanh tra Chính phủ", "NHNN": "Ngân hàng Nhà nước Việt Nam",
    "TANDTC": "Tòa án nhân dân tối cao", "VKSNDTC": "Viện kiểm sát nhân dân tối cao",
    "KTNN": "Kiểm toán nhà nước", **_MINISTRIES,
}  # fmt: skip
_BY_NAME = {name.upper(): name for name in (*_CENTRAL, *_MINISTRIES.values())}
_LOCAL = re.compile(
    r"(?P<organ>HỘI ĐỒNG NHÂN DÂN|ỦY BAN NHÂN DÂN|HĐND|UBND)\s+"
    r"(?P<unit>(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU)\s+[A-ZĐÀ-Ỹ' -]{2,40})"
)
_SHORT_LOCAL = {
    "HỘI ĐỒNG NHÂN DÂN": "HỘI ĐỒNG NHÂN DÂN", "ỦY BAN NHÂN DÂN": "ỦY BAN NHÂN DÂN",
    "HĐND": "HỘI ĐỒNG NHÂN DÂN", "UBND": "ỦY BAN NHÂN DÂN",
}  # fmt: skip
_HEAD = re.compile(r"^(?:BỘ TRƯỞNG|THỐNG ĐỐC|TỔNG THANH TRA|CHỦ NHIỆM)\s+")
_ASSEMBLY = re.compile(r"QH\d+")
_STANDING = re.compile(r"UBTVQH\d+")


def by_names(lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the organs that the lines of a head name, with the first and the last line of each.

    The letterhead of a local organ breaks after the name of the organ: ``ỦY BAN NHÂN DÂN`` / ``TỈNH ĐOM ĐÓM``.
    """
    own = [_beside_motto(line) for line in lines]
    for place, words in enumerate(own):
        if name := by_name(words):
            yield place, place, name
        elif words in _SHORT_LOCAL:
            after = next((at for at in range(place + 1, min(place + 3, len(own))) if own[at]), place)
            if name := by_name(f"{_SHORT_LOCAL[words]} {own[after]}"):
                yield place, after, name


def _beside_motto(words: str) -> str:
    """Return a line of a letterhead without the national motto beside it; empty for the motto alone."""
    plain = " ".join(words.replace("UỶ", "ỦY").replace("HOÀ", "HÒA").replace("TOÀ", "TÒA").split())
    return re.split(r"\s*(?:\||\t|CỘNG HÒA XÃ HỘI|ĐẢNG CỘNG SẢN|ĐỘC LẬP|Độc lập)", plain)[0].strip()


def by_name(words: str) -> str:
    """Return the organ that a line in capitals names (also beside the national motto); empty if it names none.

    ``BỘ TƯ PHÁP`` -> ``Bộ Tư pháp``; ``ỦY BAN NHÂN DÂN TỈNH ĐOM ĐÓM`` -> ``Ủy ban nhân dân tỉnh Đom Đóm``.
    """
    plain = _beside_motto(words)
    if plain in _BY_NAME:
        return _BY_NAME[plain]
    if (without := _HEAD.sub("", plain)) != plain and without in _BY_NAME:
        return _BY_NAME[without]
    found = _LOCAL.fullmatch(plain)
    if found is None:
        return ""
    organ = _SHORT_LOCAL[found["organ"]]
    return f"{organ.capitalize()} {_unit(found['unit'])}"


def _unit(words: str) -> str:
    kind = next(one for one in ("THÀNH PHỐ", "ĐẶC KHU", "TỈNH", "XÃ", "PHƯỜNG") if words.startswith(one))
    return f"{kind.lower()} {words[len(kind) :].strip().title()}"


def by_number(number: str) -> str:
    """Return the organ that the sign of a number belongs to (``118/2025/NĐ-CP`` -> Chính phủ); empty if unknown.

    The sign of the Party's texts (``KL/TW``) does not tell the Political Bureau from the Secretariat, and a local
    organ's sign does not tell the place: both give nothing.
    """
    signs = re.split(r"[/-]", number)[1:]
    for sign in reversed(signs):
        if _STANDING.fullmatch(sign):
            return "Ủy ban Thường vụ Quốc hội"
        if _ASSEMBLY.fullmatch(sign):
            return "Quốc hội"
        if sign in _SIGNS:
            return _SIGNS[sign]
    return ""
