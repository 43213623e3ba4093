"""The matrix as a page of its own, for reading and printing: no script, nothing from outside, written as it is made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from markupsafe import Markup, escape

from phapquy.answer.model import Coverage
from phapquy.app.matrix import strings, words
from phapquy.authority.matrix import Matrix, Row
from phapquy.authority.power import Power
from phapquy.authority.today import note_on
from phapquy.authority.topics import FIELDS

_HEAD = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><style>
:root {{ --ink: #14202a; --muted: #47545f; --line: #d3dade; --accent: #0b4f63; }}
body {{ margin: 0; color: var(--ink); font: 16px/1.5 "Be Vietnam Pro", "Segoe UI", "Noto Sans", sans-serif; }}
main {{ max-width: 1280px; margin: 0 auto; padding: 24px 20px 48px; }}
h1 {{ margin: 0; color: var(--accent); font-size: 28px; }} h2 {{ margin: 32px 0 8px; font-size: 21px; }}
p {{ margin: 4px 0; }} .muted {{ color: var(--muted); font-size: 14px; }} .scroll {{ overflow-x: auto; }}
table {{ width: 100%; min-width: 760px; border-collapse: collapse; font-size: 14.5px; }}
th, td {{ padding: 6px 9px; border: 1px solid var(--line); text-align: left; vertical-align: top; }}
thead th {{ background: var(--accent); color: #fff; }} tbody th {{ font-weight: 600; }}
th:nth-child(1) {{ width: 30%; }} th:nth-child(2) {{ width: 16%; }} th:nth-child(6) {{ width: 22%; }}
@media print {{ body {{ font-size: 10pt; }} main {{ max-width: none; padding: 0; }}
  thead {{ display: table-header-group; }}
  thead th {{ -webkit-print-color-adjust: exact; print-color-adjust: exact; }} tr {{ break-inside: avoid; }} }}
</style></head><body><main>
"""


def page_of(matrix: Matrix, cite: words.Cite, coverage: Coverage | None = None) -> Iterator[str]:
    """Yield the page in parts: what it is about, then one table a field."""
    yield _HEAD.format(title=strings.TITLE)
    yield from _about(matrix, coverage)
    for field, rows in groupby(matrix.rows, key=lambda row: row.field):
        yield Markup("<h2>{}</h2>\n").format(FIELDS[field][0])
        titles = Markup("").join(Markup('<th scope="col">{}</th>').format(one) for one in strings.PAGE_COLUMNS)
        yield Markup('<div class="scroll"><table><thead><tr>{}</tr></thead><tbody>\n').format(titles)
        for row in rows:
            yield from _lines(row, cite, matrix.filters.day)
        yield "</tbody></table></div>\n"
    yield "</main></body></html>\n"


def _about(matrix: Matrix, coverage: Coverage | None) -> Iterator[str]:
    chosen = matrix.filters
    yield Markup("<h1>{}</h1>\n").format(strings.TITLE)
    facts = [f"{strings.DAY} {chosen.day:%d/%m/%Y}"] if chosen.day else []
    facts += [f"{title}: {value}" for title, value in words.chosen(chosen)]
    facts.append(words.found(matrix) if matrix.powers else strings.NOTHING)
    yield from (Markup("<p>{}</p>\n").format(fact) for fact in facts)
    if coverage:
        store = strings.STORED.format(documents=coverage.documents, day=coverage.as_at)
        yield Markup('<p class="muted">{}: {}</p>\n').format(strings.STORE, store)
    yield Markup('<p class="muted">{}</p>\n').format(strings.CAUTION_TEXT)


def _lines(row: Row, cite: words.Cite, day: date | None) -> Iterator[str]:
    held = [(_organ(column.name, power), power) for column, cell in row.cells.items() for power in cell]
    for place, (name, power) in enumerate(held):
        task = Markup('<th scope="row" rowspan="{}">{}</th>').format(len(held), row.task) if not place else ""
        note = note_on(power, day)
        values = (
            name,
            power.act.value,
            _limits(power),
            "; ".join(filter(None, (_mode(power), note))),
            words.clause(power, cite),
        )
        yield f"<tr>{task}" + "".join(f"<td>{escape(value)}</td>" for value in values) + "</tr>\n"


def _organ(name: str, power: Power) -> str:
    return strings.OF_UNIT.format(name=name, unit=power.unit) if power.unit else name


def _limits(power: Power) -> str:
    other = strings.EXCEPT.format(words=power.exception) if power.exception else None
    return "; ".join(filter(None, (power.condition, other)))


def _mode(power: Power) -> str:
    mode = power.mode.value
    return strings.FORMERLY.format(mode=mode, former=power.former.name) if power.former else mode
