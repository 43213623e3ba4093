"""``phapquy verify``: what it prints, what it exits with, what it refuses."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from phapquy import KnowledgeBase
from tests.cli.test_cli import LAW, built, fresh, patched, run  # noqa: F401 - fixtures

DAY = ("--as-of", "2092-01-01")
GOOD = "Theo khoản 1 Điều 2 Luật Thung lũng: “Quyết định thắp đèn lồng ở bến sông trong mùa nước cạn.”\n"
BAD = "Theo khoản 9 Điều 2 Luật Thung lũng và Điều 3 Nghị định số 1/2001/NĐ-XX.\n"


@pytest.fixture
def paper(tmp_path):
    def write(text):
        path = tmp_path / "thu.txt"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return write


def test_a_good_letter_exits_0_with_a_block_a_citation_and_the_counts(run, built, paper):  # noqa: F811
    result = run(built, "verify", paper(GOOD), *DAY)
    assert result.code == 0
    assert "✓ 1. [dòng 1] khoản 1 Điều 2 Luật Thung lũng" in result.out
    assert f"[{LAW}/2/1]" in result.out
    assert "lời trích đúng" in result.out
    assert "Viện dẫn (1): tồn tại 1" in result.out
    assert "Kết luận: không thấy điều gì sai" in result.out


def test_a_bad_letter_exits_1_and_says_what_exists(run, built, paper):  # noqa: F811
    result = run(built, "verify", paper(BAD), *DAY)
    assert result.code == 1
    assert "KHÔNG TỒN TẠI" in result.out
    assert "chỉ có khoản 1, 2" in " ".join(result.out.split())
    assert "Không kiểm tra được: 1" in result.out
    assert max(map(len, result.out.splitlines())) <= 100


def test_a_provision_not_yet_in_force_exits_1(run, built, paper):  # noqa: F811
    result = run(built, "verify", paper(GOOD), "--as-of", "2089-01-01")
    assert result.code == 1
    assert "CHƯA CÓ HIỆU LỰC" in result.out


def test_a_text_without_a_citation_says_so_and_exits_0(run, built, paper):  # noqa: F811
    result = run(built, "verify", paper("Mai họp thôn lúc 19 giờ.\n"), *DAY)
    assert result.code == 0
    assert "Không thấy viện dẫn nào" in result.out


def test_the_text_comes_from_stdin_with_a_dash(run, built, monkeypatch):  # noqa: F811
    assert "✓ 1." in run(built, "verify", "-", *DAY, stdin=GOOD).out
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\xfa")))
    assert run(built, "verify", "-", *DAY).code == 2


def test_json_is_one_stable_object_and_nothing_else(run, built, paper):  # noqa: F811
    result = run(built, "verify", paper(GOOD + BAD), *DAY, "--json")
    found = json.loads(result.out)
    assert result.code == 1
    assert set(found) == {"ok", "as_of", "counts", "citations", "quotations", "not_checked"}
    assert [one["result"] for one in found["citations"]] == ["exists", "missing", "outside"]
    assert [one["line"] for one in found["citations"]] == [1, 2, 2]
    first = found["citations"][0]
    assert (first["force"], first["document"], first["quotes"][0]["verdict"]) == ("in_force", LAW, "verified")
    assert first["provisions"][0]["since"] == "2090-07-01"
    assert found["counts"]["quotes"]["verified"] == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "rỗng"),
        (b" \n\n", "rỗng"),
        (b"\xe1\xbb\xffabc", "UTF-8"),
        (b"a\x00b", "NUL"),
        (b"PK\x03\x04 zip", ".docx"),
        (b"\xd0\xcf\x11\xe0 old", ".doc"),
        (b"%PDF-1.7 broken", "PDF"),
        (b"a" * 10_000_001, "10 MB"),
        (b"a" * 2_000_001, "chia nhỏ"),
    ],
    ids=["empty", "blank", "encoding", "binary", "docx", "doc", "pdf", "huge", "long"],
)
def test_what_cannot_be_read_is_one_line_and_exits_2(run, built, paper, data, said):  # noqa: F811
    result = run(built, "verify", paper(data), *DAY)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert len(result.err.strip().splitlines()) == 1


def test_a_docx_is_read_without_an_office_program(run, built, paper):  # noqa: F811
    letter, buffer = docx.Document(), io.BytesIO()
    letter.add_paragraph("khoản 1 ").add_run("Điều 2 Luật Thung lũng & ")
    struck = letter.add_paragraph()._p.makeelement(qn("w:delText"))
    struck.text = "Điều 99"
    letter.paragraphs[-1]._p.append(struck)
    letter.save(buffer)
    found = json.loads(run(built, "verify", paper(buffer.getvalue()), *DAY, "--json").out)
    assert [one["words"] for one in found["citations"]] == ["khoản 1 Điều 2 Luật Thung lũng"]


def test_a_missing_file_and_a_folder_are_named(run, built, tmp_path):  # noqa: F811
    for path, said in ((tmp_path / "khong.txt", "không có tệp"), (tmp_path, "đây là thư mục"), ("a\0b", "ký tự lạ")):
        result = run(built, "verify", str(path))
        assert result.code == 2
        assert said in result.err


def test_without_an_index_the_command_to_run_is_named(run, fresh, paper):  # noqa: F811
    result = run(fresh, "verify", paper(GOOD))
    assert (result.code, result.out) == (1, "")
    assert "phapquy build" in result.err


def test_a_partial_index_says_that_the_rest_counts_as_outside(run, fresh, paper):  # noqa: F811
    run(fresh, "build", "--core", "--quiet")
    result = run(fresh, "verify", paper("Điều 1 Nghị định số 8/2090/NĐ-DD"), *DAY)
    assert "1/2 văn bản" in result.err
    assert "ngoài kho" in result.out


def test_no_model_is_loaded_to_verify(built, tmp_path):  # noqa: F811
    path = tmp_path / "thu.txt"
    path.write_text(GOOD, "utf-8")
    code = (
        "import sys; from phapquy.cli.verify import verify_command\n"
        f"verify_command({str(path)!r}, as_of='2092-01-01', as_json=True)\n"
        "print([m for m in ('onnxruntime', 'tokenizers', 'faiss', 'underthesea', 'llama_index') if m in sys.modules],"
        " file=sys.stderr)"
    )
    env = {**os.environ, "PHAPQUY_HOME": str(built), "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert done.stderr.strip() == "[]"


def test_the_knowledge_base_verifies_too(built, monkeypatch):  # noqa: F811
    from phapquy.config import Settings

    kb = KnowledgeBase.open(Settings(home=built))
    report = kb.verify(GOOD)
    assert [one.result for one in report.citations] == ["exists"]
    assert kb.verify("Điều 99 Luật Thung lũng").ok is False
