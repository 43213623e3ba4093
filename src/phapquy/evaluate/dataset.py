"""The questions of an evaluation: one JSON object a line, checked as it is read."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from phapquy.errors import UsageError, reason
from phapquy.law.provision import ProvisionId

OUTCOMES = frozenset({"answered", "clarify", "not_found"})
LEVELS = frozenset({"xa", "tinh", "trung-uong", "nhieu-cap"})


@dataclass(frozen=True, slots=True)
class Case:
    """One question with its gold; the fields are those of the evaluation file, in its order."""

    id: str
    kind: str
    question: str
    form: str
    outcome: str
    level: str | None = None
    organs: tuple[str, ...] = ()
    cite: tuple[tuple[str, ...], ...] = ()
    """The needed bases: all groups, any one id of each (an AND of ORs)."""
    facts: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    note: str = ""

    @property
    def documents(self) -> tuple[str, ...]:
        """Return the slugs the gold cites, sorted; empty where nothing has to be cited."""
        return tuple(sorted({cited.split("/")[0] for group in self.cite for cited in group}))


def read_cases(path: Path, limit: int | None = None) -> tuple[Case, ...]:
    """Read the questions of a JSONL file; ``limit`` keeps the first so many.

    Raises:
        UsageError: the file cannot be read, is empty, or a line is not a case; the message names the line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(
            f"Không đọc được tệp câu hỏi {path}: {reason(error)}. Hãy kiểm tra lại đường dẫn --questions."
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"Tệp câu hỏi {path} không phải UTF-8. Hãy lưu lại tệp bằng mã UTF-8.") from error
    cases: list[Case] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            case = parse_case(line)
            if case.id in seen:
                raise ValueError(f"mã {case.id} đã dùng ở dòng {seen[case.id]}")
        except ValueError as error:
            raise UsageError(f"{path.name}, dòng {number}: {error}. Hãy sửa dòng này rồi chạy lại.") from error
        seen[case.id] = number
        cases.append(case)
    if not cases:
        raise UsageError(f"Tệp {path.name} không có câu hỏi nào. Hãy chọn tệp JSONL, mỗi dòng một câu hỏi.")
    return tuple(cases if limit is None else cases[:limit])


def parse_case(line: str) -> Case:
    """Read one line.

    Raises:
        ValueError: what is wrong with it, in Vietnamese.
    """
    try:
        raw = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"không phải JSON (cột {error.colno})") from error
    if not isinstance(raw, dict):
        raise ValueError("không phải một đối tượng JSON")
    level = raw.get("level")
    case = Case(
        id=_text(raw, "id"),
        kind=_text(raw, "kind"),
        question=_text(raw, "question"),
        form=_text(raw, "form"),
        outcome=_text(raw, "outcome"),
        level=None if level is None else _text(raw, "level"),
        organs=_texts(raw.get("organs"), "organs"),
        cite=_groups(raw.get("cite")),
        facts=_texts(raw.get("facts"), "facts"),
        never=_texts(raw.get("never"), "never"),
        note=str(raw.get("note") or ""),
    )
    _check(case)
    return case


def _text(raw: dict[str, Any], name: str) -> str:
    value = raw.get(name)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"thiếu trường “{name}” hoặc trường này không phải chuỗi chữ")
    return value


def _texts(value: object, name: str) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"trường “{name}” phải là danh sách chuỗi")
    return tuple(value)


def _groups(value: object) -> tuple[tuple[str, ...], ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise ValueError("trường “cite” phải là danh sách các nhóm mã điều khoản")
    groups = tuple(_texts(group, "cite") for group in value)
    if not all(groups):
        raise ValueError("trường “cite” có một nhóm rỗng")
    return groups


def _check(case: Case) -> None:
    if case.outcome not in OUTCOMES:
        raise ValueError(f"“outcome” là “{case.outcome}”, phải là một trong {', '.join(sorted(OUTCOMES))}")
    if case.level is not None and case.level not in LEVELS:
        raise ValueError(f"“level” là “{case.level}”, phải là một trong {', '.join(sorted(LEVELS))} hoặc null")
    for cited in (cited for group in case.cite for cited in group):
        try:
            ProvisionId.parse(cited)
        except ValueError as error:
            raise ValueError(f"“cite” có mã điều khoản sai: “{cited}”") from error
    for pattern in (*case.facts, *case.never):
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"biểu thức chính quy sai: “{pattern}” ({error})") from error
