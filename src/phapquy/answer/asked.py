"""What a question on competence wants to know: which verb, of which organ, in which role, how many."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from phapquy.answer.enough import content_terms
from phapquy.authority.competence import Competence
from phapquy.authority.roles import Role
from phapquy.law.holder import Level
from phapquy.search.question import Question
from phapquy.vietnamese.normalize import fold, syllables

VERBS = (
    "phê chuẩn", "phê duyệt", "bổ nhiệm", "miễn nhiệm", "bãi nhiệm", "cách chức", "giải tán", "tạm đình chỉ",
    "đình chỉ", "bãi bỏ", "đặt tên", "đổi tên", "chỉ định", "công nhận", "ban hành", "quy định", "quyết định",
    "cho phép", "đồng ý", "chấp thuận", "đề nghị", "yêu cầu", "giới thiệu", "trình", "bầu",
    "cấp phép", "cấp giấy", "thu hồi", "phân bổ", "giao", "xử phạt", "thành lập", "giải thể", "tổ chức lại",
    "chịu trách nhiệm", "kiểm tra", "hướng dẫn", "phân cấp", "ủy quyền", "tiếp nhận", "xác nhận", "điều động",
    "giải quyết", "chỉ đạo",
)  # fmt: skip
"""What an organ may be asked to do; the sentence in which the holder does just that is looked at first."""
_ONE_OF_VERBS = re.compile("|".join(sorted(VERBS, key=len, reverse=True)))
_A_DECISION = re.compile(
    r"\b(?:một|các|những|bản|cái) quyết định\b(?! (?:việc|về))"
    r"|\bquyết định (?=(?:do|của|đó|này|ấy|hành chính|kỷ luật)\b)"
)
"""The paper, not the deed: "một quyết định do trưởng bến ký"."""
_ANY_MATTER = frozenset({"quyết định", "ban hành", "quy định", "giao", "trình", "cho phép", "chịu trách nhiệm"})
"""Verbs that say nothing of the task by themselves."""
_DECISIONS = frozenset(
    {"phê chuẩn", "phê duyệt", "quyết định", "ban hành", "công nhận", "cho phép", "bổ nhiệm", "miễn nhiệm", "cách chức"}
)
_AGREES = frozenset({"đồng ý", "chấp thuận"})
PROPOSALS = frozenset({"đề nghị", "yêu cầu", "trình", "giới thiệu"})
_ACTIVE = frozenset({Role.DECIDES, Role.ACTS})
_ASKED = re.compile(
    r"(?<!không )(?<!chẳng )(?<!chưa )(?<!hổng )(?<!hay )\b(?:ai(?! cũng)"
    r"|(?:cơ quan|cấp|người|đơn vị|hai cơ quan|ông|bên|(?<=do )bộ|(?<=do )sở|(?<=do )phòng) nào"
    r"|theo đề nghị của(?: ai)?)\b",
    re.IGNORECASE,
)
_WHO_DOES = re.compile(
    r"(?<!hay )\b(?:theo (?:đề nghị|giới thiệu) của )?(?:ai|(?:cơ quan|cấp|người|đơn vị) nào)\b"
    r"(?:\s+(?!ai\b|và\b)\w+){0,6}"
    r"|\bqua đâu\b(?:\s+\w+){0,3}"
)
"""An asking word with what it asks to be done."""
_SECOND = re.compile(
    r"\bthì sao\b|\bnhững (?:ai|cơ quan nào|người nào|cấp nào)\b"
    r"|\bhai cơ quan\b|\b(?:mỗi|từng) (?:việc|trường hợp|loại)\b|\blần lượt\b",
    re.IGNORECASE,
)
_TWO = re.compile(r"\bhai (?:cơ quan|người|cấp|nơi|bên)\b", re.IGNORECASE)
_MOST = 3
_PROPOSER = re.compile(
    r"\b(?:đề nghị|kiến nghị|đề xuất|yêu cầu) của (?:những )?(?:ai|cơ quan nào|người nào|cấp nào)\b"
    r"|\b(?:ai|cơ quan nào|người nào|cấp nào) (?:là người |có quyền |được quyền |được |phải |sẽ )*"
    r"(?:đề nghị|kiến nghị|đề xuất|yêu cầu|trình)\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"\b(?:đồng ý|chấp thuận|cho phép|phê chuẩn)\b", re.IGNORECASE)
_RECEIVER = re.compile(
    r"\b(?:phân cấp|phân quyền|ủy quyền)\b[^?.;]{0,60}?"
    r"\bcho (?:những |các )?(?:ai|cơ quan nào|cấp nào|người nào|đâu)\b",
    re.IGNORECASE,
)
_LEVEL_WORDS = {Level.XA: frozenset({"xa"}), Level.TINH: frozenset({"tinh"})}
_NO_MATTER = frozenset(
    """uy ban nhan dan hoi dong chu tich thuong truc xa tinh phuong huyen dac khu cap quyen""".split()  # noqa: SIM905
)
"""Syllables of organs and units: they say who, not what."""
WHOSE = re.compile(r"\bthuộc\s+$", re.IGNORECASE)
_OWNS = re.compile(
    r"\b(?:thuộc|do|được)\s+$|\b(?:quy chế|nội quy|quy định|chương trình|kế hoạch)[^,.;?]{0,25} của\s+$", re.IGNORECASE
)
# "giải thể một trường thuộc Ủy ban nhân dân thành phố": the committee owns what it is done to; in "sổ do chủ tịch xã
# ký" the chairman did what has been done, and "quy chế của A" may well be A's to issue


@dataclass(frozen=True)
class Asked:
    """What a question wants to know of a provision, worked out once."""

    question: Question
    terms: frozenset[str]
    """Folded syllables that carry the matter."""
    only: str = ""
    """The one verb of several that is looked at."""

    @cached_property
    def each(self) -> tuple[Asked, ...]:
        """What it asks of each verb, where it asks "who" of two verbs or more: "ai trình và ai phê chuẩn"."""
        verbs = [verb for found in _WHO_DOES.finditer(self.question.text.lower()) for verb in _verbs_in(found[0])[:1]]
        distinct = tuple(dict.fromkeys(verbs))
        return tuple(Asked(self.question, self.terms, verb) for verb in distinct) if len(distinct) > 1 else ()

    @cached_property
    def several(self) -> bool:
        """Whether it asks for more than one organ."""
        if self.only:
            return False
        return len(_ASKED.findall(self.question.text)) > 1 or bool(_SECOND.search(self.question.text))

    @cached_property
    def most(self) -> int:
        """How many organs are named at most: as many as the question counts, else a few."""
        return 2 if _TWO.search(self.question.text) else _MOST

    @cached_property
    def verbs(self) -> tuple[str, ...]:
        """What is asked to be done: the verbs beside the asking word, else those of the question, else of its terms."""
        if self.only:
            return (self.only,)
        pieces = re.split(r"[,.;?!:]", self.question.text)
        asking = " ".join(piece for piece in pieces if _ASKED.search(piece)).lower()
        legal = " ".join(self.question.legal_words).lower()
        return _verbs_in(asking) or _verbs_in(self.question.text.lower()) or _verbs_in(legal)

    @property
    def particular(self) -> tuple[str, ...]:
        """The verbs that say something of the task."""
        return tuple(verb for verb in self.verbs if verb not in _ANY_MATTER)

    @cached_property
    def roles(self) -> Collection[Role]:
        """The roles asked about: who decides or acts; who proposes, is heard or receives if that is asked."""
        if self._asks_once and _RECEIVER.search(self.question.text):
            return {Role.RECEIVES}
        if self.for_proposal:
            return {Role.PROPOSES, *(_ACTIVE if self.question.may else ())}
        heard = {Role.ADVISES} if self.for_advice else set()
        agrees = {Role.CONSENTS} if _CONSENT.search(self.question.text) else set()
        return {*_ACTIVE, *heard, *agrees, *({Role.PROPOSES} if self.several else ())}

    @property
    def primary(self) -> Role:
        """The role asked for before others: who decides, unless it asks whose consent or whose proposal it takes."""
        if _AGREES & set(self.verbs):
            return Role.CONSENTS
        return Role.PROPOSES if self.for_proposal else Role.DECIDES

    @property
    def for_proposal(self) -> bool:
        """Whether it asks who proposes, or whether somebody may."""
        if self.only:
            return self.only in PROPOSALS
        if self._asks_once and _PROPOSER.search(self.question.text):
            return True
        return self.question.may and bool(self.verbs) and set(self.verbs) <= PROPOSALS

    @property
    def decides(self) -> bool:
        """Whether a decision is asked about, by a verb of deciding."""
        return bool(_DECISIONS & set(self.verbs))

    @property
    def asks_who(self) -> bool:
        """Whether it holds a word that asks for an organ or a person."""
        return _ASKED.search(self.question.text) is not None

    @property
    def _asks_once(self) -> bool:
        return len(_ASKED.findall(self.question.text)) == 1

    @property
    def for_advice(self) -> bool:
        """Whether it asks who is heard."""
        return "ý kiến" in self.question.text.lower()

    @cached_property
    def of_levels(self) -> frozenset[str]:
        """The words for the levels it names."""
        return frozenset().union(*(_LEVEL_WORDS.get(level, frozenset()) for level in self.question.levels))

    @cached_property
    def objects(self) -> frozenset[tuple[str, Level | None]]:
        """The organs it names with their level."""
        return frozenset((organ.base, organ.level) for organ in self.question.organs if organ.level)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs of its neighbouring syllables, folded."""
        return frozenset(pairwise(syllables(fold(self.question.text))))

    @cached_property
    def matter(self) -> frozenset[str]:
        """Its content words without the verbs asked about and the names of organs."""
        text = self.question.text.lower()
        said = {fold(token) for verb in VERBS if verb in text for token in verb.split()}
        return self.terms - said - _NO_MATTER

    @cached_property
    def legal(self) -> frozenset[str]:
        """The content words of the legal terms for its everyday words, without those of organs."""
        return frozenset(content_terms(" ".join(self.question.legal_words))) - _NO_MATTER

    @cached_property
    def offered(self) -> frozenset[tuple[str, Level | None]]:
        """The organs it offers to choose from ("… hay …"); empty if it offers none."""
        organs = self.question.organs
        if "hay" not in self.question.text.split() or len(organs) < 2:  # noqa: PLR2004
            return frozenset()
        return frozenset((organ.base, organ.level) for organ in organs)

    def is_object(self, items: Sequence[Competence]) -> bool:
        """Whether it asks "who" and names the holders as the ones it is done to or who did it."""
        if self.question.may or self.offered or not self.question.organs:
            return False
        named = {
            (organ.base, organ.level)
            for organ in self.question.organs
            if organ.level and not _OWNS.search(self.question.text[: organ.start])
        }
        return all((item.organ.base, item.organ.level) in named for item in items)


def _verbs_in(words: str) -> tuple[str, ...]:
    """The verbs of a text, each once, the longer of two that begin or end alike ("tạm đình chỉ")."""
    found = set(_ONE_OF_VERBS.findall(_A_DECISION.sub(" ", words)))
    return tuple(verb for verb in VERBS if verb in found)
