"""The closed vocabularies of the corpus data."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Whether a document was in force on the day the manifest was checked."""

    CON_HIEU_LUC = "con-hieu-luc"
    MOT_PHAN = "het-hieu-luc-mot-phan"
    HET_HIEU_LUC = "het-hieu-luc"
    CHUA_HIEU_LUC = "chua-hieu-luc"

    @property
    def label(self) -> str:
        """The status in words, for a table."""
        return _STATUS_LABELS[self]


class SourceQuality(StrEnum):
    """How good the copy is that the fingerprint was taken of."""

    OFFICIAL = "official"
    """Taken from, or read line by line against, an official signed copy."""
    CHECKED_COPY = "checked-copy"
    """A copy compared word by word with an independent second one."""
    SINGLE_COPY = "single-copy"
    """One copy, not compared."""
    SECONDARY = "secondary"
    """Retyped or republished by a third party."""
    DIGEST = "digest"
    """No wording at hand: facts in our own words."""

    @property
    def label(self) -> str:
        """The quality in words, for a table."""
        return _QUALITY_LABELS[self]


class TextKind(StrEnum):
    """Whether the stored text is the wording of the document or our own words about it."""

    VERBATIM = "verbatim"
    DIGEST = "digest"


class Operation(StrEnum):
    """What a later clause does to an earlier one; ``NONE`` is a note that changes nothing."""

    NONE = ""
    SUA_DOI = "sua-doi"
    BO_SUNG = "bo-sung"
    THAY_THE = "thay-the"
    BAI_BO = "bai-bo"
    HET_HIEU_LUC = "het-hieu-luc"
    NGUNG = "ngung"


class Extent(StrEnum):
    """How much of the target an operation touches."""

    NONE = ""
    TOAN_BO = "toan-bo"
    """The whole wording of the target."""
    MOT_PHAN = "mot-phan"
    """A phrase, a formula, a heading, some paragraphs: the target itself stays in force."""
    UU_TIEN = "uu-tien"
    """A rule of precedence between two texts; neither wording changes."""


class HaveText(StrEnum):
    """Whether the wording of the amendment is in the corpus."""

    UNKNOWN = ""
    CO = "co"
    KHONG = "khong"
    HOP_NHAT = "hop-nhat"
    """Only inside a consolidated text."""


_STATUS_LABELS = {
    Status.CON_HIEU_LUC: "còn hiệu lực",
    Status.MOT_PHAN: "hết hiệu lực một phần",
    Status.HET_HIEU_LUC: "hết hiệu lực",
    Status.CHUA_HIEU_LUC: "chưa có hiệu lực",
}
_QUALITY_LABELS = {
    SourceQuality.OFFICIAL: "chính thức",
    SourceQuality.CHECKED_COPY: "đã đối chiếu",
    SourceQuality.SINGLE_COPY: "một bản",
    SourceQuality.SECONDARY: "thứ cấp",
    SourceQuality.DIGEST: "tóm lược",
}
