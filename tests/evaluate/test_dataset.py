import json

import pytest

from phapquy.config import load_settings
from phapquy.errors import UsageError
from phapquy.evaluate.dataset import read_cases
from phapquy.evaluate.organs import names_organ

GOOD = {
    "id": "t-1",
    "kind": "authority",
    "question": "Ai thắp đèn?",
    "form": "plain",
    "outcome": "answered",
    "level": "xa",
    "organs": ["Ủy ban nhân dân cấp xã"],
    "cite": [["luat-hai-dang/1/2/đ"]],
    "facts": ["đèn"],
    "never": [],
    "note": "",
}


def written(tmp_path, *lines):
    path = tmp_path / "q.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_file_is_read_in_order_and_blank_lines_are_skipped(tmp_path):
    path = written(tmp_path, json.dumps(GOOD), "", json.dumps(GOOD | {"id": "t-2"}))
    cases = read_cases(path)
    assert [case.id for case in cases] == ["t-1", "t-2"]
    assert cases[0].cite == (("luat-hai-dang/1/2/đ",),)
    assert cases[0].documents == ("luat-hai-dang",)


def test_a_limit_keeps_the_first_questions(tmp_path):
    path = written(tmp_path, json.dumps(GOOD), json.dumps(GOOD | {"id": "t-2"}))
    assert [case.id for case in read_cases(path, 1)] == ["t-1"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"outcome": "maybe"}, "outcome"),
        ({"level": "huyen"}, "level"),
        ({"cite": [["không phải mã"]]}, "không phải mã"),
        ({"cite": [[]]}, "nhóm rỗng"),
        ({"cite": "luat-hai-dang/1"}, "cite"),
        ({"facts": ["("]}, "biểu thức"),
        ({"organs": "UBND"}, "organs"),
        ({"question": " "}, "question"),
        ({"id": "t-0"}, "đã dùng ở dòng 1"),
    ],
)
def test_a_bad_line_is_named_with_what_is_wrong(tmp_path, change, told):
    path = written(tmp_path, json.dumps(GOOD | {"id": "t-0"}), json.dumps(GOOD | change))
    with pytest.raises(UsageError, match="dòng 2") as caught:
        read_cases(path)
    assert told in str(caught.value)


def test_a_line_that_is_not_json_is_named(tmp_path):
    with pytest.raises(UsageError, match="dòng 1: không phải JSON"):
        read_cases(written(tmp_path, "{"))


def test_a_missing_an_empty_and_a_misencoded_file_are_told_apart(tmp_path):
    with pytest.raises(UsageError, match="Không đọc được"):
        read_cases(tmp_path / "none.jsonl")
    with pytest.raises(UsageError, match="không có câu hỏi nào"):
        read_cases(written(tmp_path, ""))
    (tmp_path / "l.jsonl").write_bytes("đèn".encode("utf-16"))
    with pytest.raises(UsageError, match="UTF-8"):
        read_cases(tmp_path / "l.jsonl")


@pytest.mark.corpus
def test_the_development_questions_can_all_be_read_and_every_organ_names_itself():
    path = load_settings().mirror_dir.parents[1] / "eval" / "dev.jsonl"
    if not path.is_file():
        pytest.skip("the development questions are not beside this checkout")
    cases = read_cases(path)
    assert len({case.id for case in cases}) == len(cases)
    assert [organ for case in cases for organ in case.organs if not names_organ(organ, organ)] == []
