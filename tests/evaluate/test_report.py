import io
import json
from datetime import date

import pytest
from rich.console import Console

from phapquy.errors import PhapquyError, UsageError
from phapquy.evaluate import evaluate
from phapquy.evaluate.report import About, changes, read_report, report_json, write_files, write_report
from phapquy.evaluate.tables import WIDTH, changes_table, print_report

DAY = date(2031, 2, 3)
ABOUT = About(questions_name="thu.jsonl", model="mau", measured_on=date(2031, 2, 4), cores=2)


@pytest.fixture
def report(good_base, cases):
    return evaluate(good_base, cases, DAY)


def test_a_report_comes_back_as_it_was_written(report, tmp_path):
    found = report_json(report, ABOUT)
    write_report(found, tmp_path / "sub" / "r.json")
    assert read_report(tmp_path / "sub" / "r.json") == json.loads(json.dumps(found))
    assert [path.name for path in (tmp_path / "sub").iterdir()] == ["r.json"]


def test_a_report_holds_no_question_no_answer_and_no_path(report, cases, tmp_path):
    write_report(report_json(report, ABOUT), tmp_path / "r.json")
    text = (tmp_path / "r.json").read_text(encoding="utf-8")
    assert str(tmp_path) not in text
    assert not any(case.question in text for case in cases)
    assert not any(str(given["text"]) in text for given in report.answers if given["text"])


def test_the_keys_stand_in_the_same_order_each_time(report, good_base, cases):
    again = evaluate(good_base, cases[::-1], DAY)
    ours, theirs = report_json(report, ABOUT), report_json(again, ABOUT)
    assert list(ours) == list(theirs)
    assert list(ours["by_question"]) == list(theirs["by_question"]) == ["t-1", "t-2", "t-3"]


def test_gains_and_losses_are_listed_by_question(report, base, good_base, cases, answer):
    worse = evaluate(base(good_base.says | {"t-3": answer("clarify")}), cases, DAY)
    changed = changes(report_json(worse, ABOUT), report_json(report, ABOUT))
    assert changed["right"] == {"gained": [], "lost": ["t-3"]}
    assert changed["outcome"] == {"gained": [], "lost": ["t-3"]}
    assert changed["level"] == {"gained": [], "lost": []}
    back = changes(report_json(report, ABOUT), report_json(worse, ABOUT))
    assert back["right"]["gained"] == ["t-3"]


def test_answers_run_and_judgments_are_written_in_their_formats(report, tmp_path):
    answers, run, qrels = write_files(report, tmp_path, "thu", "may")
    assert [json.loads(line)["id"] for line in answers.read_text(encoding="utf-8").splitlines()] == [
        "t-1",
        "t-2",
        "t-3",
    ]
    assert run.read_text(encoding="utf-8").splitlines()[0] == "t-1 Q0 luat-hai-dang/1/2/b 1 1.000000 may"
    assert qrels.read_text(encoding="utf-8").splitlines()[-1] == "t-3 0 nd-sua-den/3 1"


def test_the_tables_fit_the_width_and_are_vietnamese(report, base, good_base, cases, answer):
    out = io.StringIO()
    console = Console(file=out, width=WIDTH)
    found = report_json(report, ABOUT)
    worse = report_json(evaluate(base(good_base.says | {"t-3": answer()}), cases, DAY), ABOUT)
    print_report(found, console)
    console.print(changes_table(changes(worse, found)))
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= WIDTH
    for heading in ("Kết quả chung", "Theo loại câu hỏi", "Theo cách gõ", "Theo văn bản", "So với báo cáo trước"):
        assert any(heading in line for line in lines)
    assert any("−1 t-3" in line for line in lines)


def test_a_file_that_is_no_report_is_refused(tmp_path):
    (tmp_path / "r.json").write_text("[]", encoding="utf-8")
    with pytest.raises(UsageError, match="không phải báo cáo"):
        read_report(tmp_path / "r.json")
    with pytest.raises(UsageError, match="Không đọc được"):
        read_report(tmp_path / "none.json")


def test_a_folder_that_cannot_be_written_is_told(report, tmp_path):
    (tmp_path / "f").write_text("", encoding="utf-8")
    with pytest.raises(PhapquyError, match="Không ghi được"):
        write_report(report_json(report, ABOUT), tmp_path / "f" / "r.json")
