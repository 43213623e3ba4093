"""The report of an evaluation as JSON: stable key order, rounded figures, no question text, no paths."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from phapquy.errors import PhapquyError, UsageError, reason
from phapquy.evaluate.metrics import CaseScore
from phapquy.evaluate.refusals import refusal_figures
from phapquy.evaluate.run import Report
from phapquy.evaluate.trec import qrel_lines, run_lines

FORMAT = 1
_RATE_DIGITS, _MS_DIGITS = 4, 1
PARTS = ("right", "outcome", "level", "organs", "cited", "facts")
"""Parts of a question's row that can be gained or lost."""


@dataclass(frozen=True, slots=True)
class About:
    """What was measured, with what and when."""

    questions_name: str
    model: str
    measured_on: date
    cores: int


def report_json(report: Report, about: About) -> dict[str, Any]:
    """Return the report as plain JSON values in a fixed order."""
    return {
        "format": FORMAT,
        "questions": about.questions_name,
        "measured_on": about.measured_on.isoformat(),
        "as_of": report.as_of.isoformat(),
        "snapshot": report.snapshot,
        "model": about.model,
        "cores": about.cores,
        "overall": _rounded(report.overall),
        "interval_95": {name: [_rate(low), _rate(high)] for name, (low, high) in report.intervals.items()},
        "retrieval": _rounded(report.retrieval),
        "baselines": {name: _rounded(found) for name, found in sorted(report.baselines.items())},
        "groups": {
            group: {key: _rounded(found) for key, found in members.items()} for group, members in report.groups.items()
        },
        "refusals": refusal_figures(report.scores),
        **{name: report.sections[name] for name in sorted(report.sections)},
        "by_question": {score.case.id: _row(score) for score in sorted(report.scores, key=_case_id)},
    }


def write_report(found: Mapping[str, Any], path: Path) -> None:
    """Write a report, one question a line, so that two reports can be read side by side.

    Raises:
        PhapquyError: the folder cannot be written to.
    """
    rows = ",\n".join(
        f"  {json.dumps(qid)}: {json.dumps(row, ensure_ascii=False)}" for qid, row in found["by_question"].items()
    )
    head = json.dumps({**found, "by_question": {}}, ensure_ascii=False, indent=1)
    body = head.removesuffix("{}\n}") + "{\n" + rows + "\n }\n}\n"
    _write(path, body)


def write_files(report: Report, folder: Path, stem: str, tag: str) -> tuple[Path, ...]:
    """Write the answers (JSONL) and, when it was ranked, the TREC run and judgments; return their paths.

    Raises:
        PhapquyError: the folder cannot be written to.
    """
    answers = folder / f"{stem}.answers.jsonl"
    _write(answers, _lines(json.dumps(answer, ensure_ascii=False) for answer in report.answers))
    if not report.rankings:
        return (answers,)
    run, qrels = folder / f"{stem}.run", folder / f"{stem}.qrels"
    _write(run, _lines(run_lines(report.rankings, tag)))
    _write(qrels, _lines(qrel_lines(report.cases)))
    return answers, run, qrels


def read_report(path: Path) -> dict[str, Any]:
    """Read an earlier report.

    Raises:
        UsageError: it is missing or not a report.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise UsageError(
            f"Không đọc được báo cáo {path}. Hãy chỉ tới một tệp JSON do “phapquy eval” ghi ra."
        ) from error
    if not isinstance(found, dict) or not isinstance(found.get("by_question"), dict):
        raise UsageError(f"{path} không phải báo cáo của “phapquy eval”. Hãy chọn tệp khác cho --compare.")
    return found


def changes(new: Mapping[str, Any], old: Mapping[str, Any]) -> dict[str, dict[str, list[str]]]:
    """Return for each part the ids gained (wrong before, right now) and lost, of questions in both reports."""
    before, after = old["by_question"], new["by_question"]
    shared = [qid for qid in after if qid in before]
    found: dict[str, dict[str, list[str]]] = {}
    for part in PARTS:
        now = {qid: _good(after[qid].get(part)) for qid in shared}
        was = {qid: _good(before[qid].get(part)) for qid in shared}
        found[part] = {
            "gained": [qid for qid in shared if now[qid] and not was[qid]],
            "lost": [qid for qid in shared if was[qid] and not now[qid]],
        }
    return found


def _good(value: float | bool | None) -> bool:
    return value is None or float(value) == 1.0


def _row(score: CaseScore) -> dict[str, Any]:
    return {
        "kind": score.case.kind,
        "form": score.case.form,
        "right": score.right,
        "given": score.given_outcome,
        "outcome": score.outcome,
        "level": score.level,
        "organs": score.organs,
        "cited": score.cited,
        "recall": [_rate(value) for value in score.recall.values()],
        "precision": [_rate(value) for value in score.precision.values()],
        "facts": _rate(score.facts),
        "never": score.never,
        "fabricated": len(score.fabricated),
        "not_verbatim": len(score.altered),
    }


def _rounded(figures: Mapping[str, float | int | None]) -> dict[str, float | int | None]:
    return {
        name: (None if value is None else round(value, _MS_DIGITS)) if name.endswith("_ms") else _rate(value)
        for name, value in figures.items()
    }


def _rate(value: float | int | None) -> float | int | None:
    return round(value, _RATE_DIGITS) if isinstance(value, float) else value


def _case_id(score: CaseScore) -> str:
    return score.case.id


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}.tmp")
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)
    except OSError as error:
        raise PhapquyError(
            f"Không ghi được {path}: {reason(error)}. Hãy kiểm tra quyền ghi hoặc chọn thư mục khác bằng --out."
        ) from error
