"""The command line on the invented home: answers, errors and help in Vietnamese, exit codes that can be relied on."""

from __future__ import annotations

import gettext
import io
import json
import os
import re
import subprocess
import sys
from types import SimpleNamespace

import click
import pytest
import typer

from phapquy import cli
from phapquy.config import load_settings
from phapquy.index.build import build, recipe_of
from phapquy.vietnamese.diacritics import Restorer
from tests.conftest import FAKE_MIN_STRENGTH, FakeEncoder, make_home

LAW = "luat-7-2090-qhdd"
WHO = "Ai quyết định thắp đèn lồng ở bến sông mùa nước cạn?"
DAY = ("--as-of", "2092-01-01")


@pytest.fixture(scope="module")
def patched():
    """The fake model everywhere, as long as this file runs."""
    patch = pytest.MonkeyPatch()
    patch.setattr("phapquy.index.embedding.Encoder.load", classmethod(lambda cls, settings: FakeEncoder()))
    patch.setattr("phapquy.answer.enough.MIN_STRENGTH", FAKE_MIN_STRENGTH)
    train = Restorer.train
    patch.setattr(
        "phapquy.index.build.Restorer.train", classmethod(lambda cls, *lines, **_: train(*lines, general=False))
    )
    recipe = recipe_of(FakeEncoder.identity)
    patch.setattr("phapquy.index.build.recipe_of_manifest", lambda settings: recipe)
    yield patch
    patch.undo()


@pytest.fixture(scope="module")
def built(patched, tmp_path_factory):
    """A home folder with the invented corpus and its index; not to be changed."""
    settings = make_home(tmp_path_factory.mktemp("nha"))
    build(settings)
    return settings.home


@pytest.fixture
def fresh(patched, tmp_path):
    """A home folder without an index."""
    return make_home(tmp_path / "moi").home


@pytest.fixture
def run(monkeypatch, capsys):
    """Run ``phapquy`` in a home folder: exit code, stdout, stderr."""

    def phapquy(home, *words, stdin=None):
        monkeypatch.setenv("PHAPQUY_HOME", str(home))
        monkeypatch.setenv("PHAPQUY_MODEL_DIR", str(home / "models"))
        monkeypatch.setenv("LANGUAGE", os.environ.get("LANGUAGE", ""))
        monkeypatch.setattr(sys, "argv", ["phapquy", *words])
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        load_settings.cache_clear()
        try:
            cli.main()
            code = 0
        except SystemExit as end:
            code = 0 if end.code is None else end.code
        finally:
            load_settings.cache_clear()
            gettext.textdomain("messages")
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return SimpleNamespace(code=code, out=out, err=err)

    return phapquy


# -- ask --------------------------------------------------------------------------------------------------


def test_ask_prints_outcome_level_organ_and_clause(run, built):
    result = run(built, "ask", WHO, *DAY)
    assert result.code == 0
    assert result.out.startswith("[Trả lời · Cấp xã] áp dụng tại ngày 01/01/2092")
    assert "Hội đồng nhân dân xã" in result.out
    assert f"[{LAW}/2/1]" in result.out
    assert "Kho văn bản: 2 văn bản" in result.err


def test_ask_json_is_one_object_on_stdout_and_nothing_else(run, built):
    result = run(built, "ask", WHO, *DAY, "--json")
    answer = json.loads(result.out)
    assert (answer["outcome"], answer["level"], answer["as_of"]) == ("answered", "xa", "2092-01-01")
    assert answer["citations"][0]["id"] == f"{LAW}/2/1"
    assert "id" not in answer


def test_ask_reads_the_question_from_stdin(run, built):
    assert f"[{LAW}/2/1]" in run(built, "ask", "-", *DAY, stdin=WHO + "\n").out


def test_an_answer_is_written_as_word_and_pdf(run, built, tmp_path):
    from docx import Document
    from pypdf import PdfReader

    word, pdf = tmp_path / "phiếu.docx", tmp_path / "phiếu.pdf"
    result = run(built, "ask", WHO, *DAY, "--docx", str(word), "--pdf", str(pdf))
    assert result.code == 0
    assert result.err.count("Đã ghi phiếu trả lời vào") == 2
    assert "Quyết định thắp đèn lồng ở bến sông" in "\n".join(one.text for one in Document(word).paragraphs)
    assert "Quyết định thắp đèn lồng ở bến sông" in " ".join(PdfReader(pdf).pages[0].extract_text().split())


def test_a_sheet_that_cannot_be_written_is_one_line(run, built, tmp_path):
    result = run(built, "ask", WHO, *DAY, "--pdf", str(tmp_path / "không có" / "x.pdf"))
    assert result.code == 1
    assert "Không ghi được" in result.err


def test_judgements_are_counted_exported_and_erased(run, built):
    from datetime import date

    from phapquy.app.feedback import FeedbackStore, Judgement, Verdict
    from phapquy.evaluate.dataset import parse_case

    store = FeedbackStore(built / "data" / "gop-y.sqlite3", 10)
    day = date(2092, 1, 1)
    for verdict in (Verdict.RIGHT, Verdict.INCOMPLETE):
        store.add(Judgement(day, verdict, WHO, day, "answered", "competence", "xa", ("X",), (f"{LAW}/2/1",), "s"))
    assert json.loads(run(built, "feedback", "status", "--json").out)["total"] == 2
    assert parse_case(run(built, "feedback", "export", "--verdict", "dung").out).cite == ((f"{LAW}/2/1",),)
    assert run(built, "feedback", "export", "--verdict", "hay").code == 2
    assert run(built, "feedback", "clear", "--yes").code == 0
    assert run(built, "feedback", "export").out == ""


@pytest.mark.parametrize("day", ["2090-08-01", "1/8/2090", "01/08/2090"])
def test_a_day_may_be_written_in_two_ways(run, built, day):
    assert json.loads(run(built, "ask", WHO, "--as-of", day, "--json").out)["as_of"] == "2090-08-01"


def test_a_clarification_lists_its_choices(run, built):
    result = run(built, "ask", "điều 3 nói gì", *DAY)
    assert result.out.startswith("[Cần hỏi thêm]")
    assert "  - Điều 3 Luật Thung lũng" in result.out


def test_a_refusal_is_an_answer_and_exits_0(run, built):
    result = run(built, "ask", "Giá vé tàu vũ trụ đi sao Hỏa là bao nhiêu?", *DAY)
    assert result.code == 0
    assert result.out.startswith("[Không tìm thấy]")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ask",), "Thiếu câu hỏi"),
        (("ask", ""), "trống"),
        (("ask", "???"), "không có chữ nào"),
        (("ask", "x" * 100_000), "100.000 ký tự"),
        (("ask", WHO, "--as-of", "2092-13-45"), "không hợp lệ"),
        (("ask", WHO, "--as-of", "hôm qua"), "không hợp lệ"),
        (("ask", WHO, "--as-of", "1/1/1/2092"), "không hợp lệ"),
        (("ask", WHO, "--as-of", "1/1/99999999999999999999"), "không hợp lệ"),
        (("ask", WHO, "--out", "x.jsonl"), "--out chỉ dùng cùng --batch"),
        (("ask", WHO, "--batch", "x.jsonl"), "Chỉ dùng một trong hai"),
        (("ask", "--batch", "khong-co.jsonl"), "Không đọc được"),
        (("show", "../../etc/passwd"), "không đúng dạng"),
        (("show", "luat-khong-co/1"), "không có văn bản"),
        (("show", f"{LAW}/99"), "không có Điều 99"),
        (("show", f"{LAW}/2/2/z"), "chỉ có điểm a, b"),
        # the library's own complaints
        (("hỏi",), "Không có lệnh"),
        (("show",), "Thiếu MÃ-ĐIỀU-KHOẢN"),
        (("search",), "Thiếu CÂU-HỎI"),
        (("ask", "--khong-co"), "Không có tùy chọn --khong-co"),
        (("ask", "--jsn", WHO), "Không có tùy chọn --jsn"),
        (("ask", WHO, "thừa"), "Thừa tham số: thừa"),
        (("ask", WHO, "--as-of"), "cần một giá trị"),
        (("search", WHO, "-n", "0"), "từ 1 trở lên"),
        (("search", WHO, "-n", "101"), "từ 100 trở xuống"),
        (("search", WHO, "-n", "mười"), "số nguyên"),
        (("serve", "--port", "99999"), "từ 65535 trở xuống"),
        (("model", "staus"), "Không có lệnh"),
    ],
)  # fmt: skip
def test_a_wrong_request_is_one_vietnamese_line_on_stderr_and_exits_2(run, built, words, said):
    result = run(built, *words)
    assert result.code == 2
    assert result.out == ""
    assert said in result.err
    assert result.err.startswith("Lỗi: ")
    assert len(result.err.strip().splitlines()) == 1
    assert english_words(result.err) == set()


def test_nothing_but_the_name_shows_the_help_and_exits_2(run, built):
    result = run(built)
    assert result.code == 2
    assert "Cách dùng: " in result.out + result.err


def test_without_an_index_the_command_to_run_is_named(run, fresh):
    for words in (("ask", WHO), ("search", WHO), ("show", f"{LAW}/2/1")):
        result = run(fresh, *words)
        assert (result.code, result.out) == (1, "")
        assert "phapquy build" in result.err


def test_a_broken_configuration_is_a_usage_error(run, built, monkeypatch):
    monkeypatch.setenv("PHAPQUY_PORT", "bảy nghìn")
    result = run(built, "doctor")
    assert result.code == 2
    assert "Cấu hình không hợp lệ" in result.err


def test_what_nobody_foresaw_is_one_line_too(run, built, monkeypatch):
    def fail(*_):
        raise RuntimeError("đứt dây")

    monkeypatch.setattr("phapquy.assistant.KnowledgeBase.ask", fail)
    result = run(built, "ask", WHO)
    assert result.code == 1
    assert "Lỗi ngoài dự kiến (RuntimeError: đứt dây)" in result.err


def test_ctrl_c_exits_130(run, built, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("phapquy.assistant.KnowledgeBase.ask", stop)
    result = run(built, "ask", WHO)
    assert (result.code, result.err) == (130, "Đã dừng.\n")


# -- ask --batch ------------------------------------------------------------------------------------------


def batch(folder, *lines):
    path = folder / "hoi.jsonl"
    text = "".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    path.write_text(text, "utf-8")
    return str(path)


def rows_of(text):
    return [json.loads(line) for line in text.split("\n") if line]


def test_a_batch_is_answered_in_order_with_its_ids(run, built, tmp_path):
    path = batch(
        tmp_path,
        {"id": "q2", "question": "Ai đặt tên cho thác nước và hang động?"},
        "\n",
        {"id": 1, "question": WHO, "as_of": "2090-08-01"},
        {"question": "???"},
        {"id": "q2", "question": WHO},
    )
    rows = rows_of(run(built, "ask", "--batch", path, *DAY).out)
    assert [row.get("id") for row in rows] == ["q2", 1, None, "q2"]
    assert [row["as_of"] for row in (rows[0], rows[1], rows[3])] == ["2092-01-01", "2090-08-01", "2092-01-01"]
    assert rows[0]["level"] == "tinh"
    assert (rows[2]["outcome"], rows[2]["reason"]) == ("not_found", "bad-question")


def test_a_batch_is_written_whole_to_a_file(run, built, tmp_path):
    path, out = batch(tmp_path, {"id": "a", "question": WHO}), tmp_path / "tra-loi.jsonl"
    result = run(built, "ask", "--batch", path, "--out", str(out), *DAY)
    assert (result.code, result.out) == (0, "")
    assert "Đã ghi 1 câu trả lời" in result.err
    assert rows_of(out.read_text("utf-8"))[0]["id"] == "a"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["hoi.jsonl", "tra-loi.jsonl"]


def test_a_batch_comes_from_stdin_with_a_dash(run, built):
    result = run(built, "ask", "--batch", "-", *DAY, stdin=json.dumps({"id": "a", "question": WHO}) + "\n")
    assert rows_of(result.out)[0]["id"] == "a"


@pytest.mark.parametrize("line", ["không phải JSON\n", "[1, 2]\n", "5\n", '{"id": "a"}\n', '{"question": 7}\n'])
def test_a_bad_line_stops_before_anything_is_asked_and_is_named(run, built, tmp_path, line):
    path = batch(tmp_path, {"id": "a", "question": WHO}, line)
    result = run(built, "ask", "--batch", path)
    assert (result.code, result.out) == (2, "")
    assert "dòng 2" in result.err


def test_a_bad_day_in_a_batch_names_its_line(run, built, tmp_path):
    result = run(built, "ask", "--batch", batch(tmp_path, {"question": WHO, "as_of": "2092-99-99"}))
    assert (result.code, result.out) == (2, "")
    assert "dòng 1" in result.err


def test_a_line_separator_inside_a_question_does_not_break_its_line(run, built, tmp_path):
    path = batch(tmp_path, {"id": "a", "question": WHO.replace(" ", "\u2028", 1)}, {"id": "b", "question": WHO})
    result = run(built, "ask", "--batch", path, *DAY)
    assert [row["id"] for row in rows_of(result.out)] == ["a", "b"]


def test_every_line_of_a_batch_keeps_the_contract_of_an_answer(run, built, tmp_path):
    path = batch(tmp_path, {"id": "a", "question": WHO}, {"id": "b", "question": "???"})
    good, bad = rows_of(run(built, "ask", "--batch", path, *DAY).out)
    assert set(good) - set(bad) <= {"timings_ms"}


def test_an_out_file_that_cannot_be_written_is_said_and_leaves_nothing_behind(run, built, tmp_path):
    path = batch(tmp_path, {"id": "a", "question": WHO})
    folder = tmp_path / "thu-muc"
    folder.mkdir()
    for out in (folder, tmp_path / "khong" / "co" / "x.jsonl"):
        result = run(built, "ask", "--batch", path, "--out", str(out))
        assert result.code == 1
        assert "Không ghi được" in result.err
    assert sorted(one.name for one in tmp_path.iterdir()) == ["hoi.jsonl", "thu-muc"]


# -- search and show --------------------------------------------------------------------------------------


def test_search_lists_provisions_best_first(run, built):
    result = run(built, "search", WHO, *DAY, "-n", "2")
    assert result.code == 0
    assert f"{LAW}/2/1" in result.out.splitlines()[0]
    assert len(re.findall(r"^ {1,2}\d\. ", result.out, re.MULTILINE)) == 2


def test_search_explain_shows_each_step_beside_the_result(run, built):
    result = run(built, "search", "HĐND xã thap den long", *DAY, "--explain")
    for step in ("Đã gõ:", "Hiểu là:", "Cơ quan: Hội đồng nhân dân xã", "Đoạn có hiệu lực", "Điểm thô", "Thời gian"):
        assert step in result.err
    assert "folded" in result.out


def test_search_json_is_machine_readable(run, built):
    found = json.loads(run(built, "search", WHO, *DAY, "--json", "-n", "3").out)
    assert len(found["hits"]) == 3
    assert found["hits"][0]["id"] == f"{LAW}/2/1"
    assert found["as_of"] == "2092-01-01"


def test_a_search_that_finds_nothing_says_so(run, built):
    result = run(built, "search", WHO, "--as-of", "1900-01-01")
    assert (result.code, result.out) == (0, "")
    assert "Không có điều khoản nào khớp." in result.err


def test_show_prints_place_validity_and_words(run, built):
    result = run(built, "show", f"{LAW}/2/2/b", *DAY)
    assert result.code == 0
    lines = result.out.splitlines()
    assert lines[0].startswith("Điểm b khoản 2 Điều 2 Luật Thung lũng")
    assert "Hiệu lực: còn hiệu lực, từ 01/07/2090" in result.out
    assert "b) Cho ý kiến về việc chặt cây đa đầu đình." in lines


def test_show_says_when_a_text_is_not_yet_in_force(run, built):
    assert "không có hiệu lực" in run(built, "show", "nd-8-2090-nd-dd/1/1", "--as-of", "2090-08-01").out


def test_show_json_gives_dates_as_text(run, built):
    view = json.loads(run(built, "show", f"{LAW}/3", *DAY, "--json").out)
    assert (view["id"], view["effective_from"]) == (f"{LAW}/3", "2090-07-01")
    assert view["words"].startswith("Điều 3.")


# -- build and doctor -------------------------------------------------------------------------------------


def test_build_prints_the_id_of_the_new_snapshot(run, fresh):
    result = run(fresh, "build", "--quiet")
    assert result.code == 0
    assert (fresh / "indexes" / result.out.strip()).is_dir()
    again = run(fresh, "build", "--if-stale", "--quiet")
    assert (again.code, again.out) == (0, "")
    assert "đã đúng với kho" in again.err


def test_build_core_takes_the_core_texts_only(run, fresh):
    run(fresh, "build", "--core", "--quiet")
    assert json.loads(run(fresh, "ask", WHO, *DAY, "--json").out)["coverage"]["documents"] == 1


def test_build_of_an_unknown_document_names_it_and_builds_nothing(run, fresh):
    for words in (("luat-khong-co",), (LAW, "luat-khong-co")):
        result = run(fresh, "build", *words, "--quiet")
        assert result.code in {1, 2}
        assert "luat-khong-co" in result.err
    assert not list((fresh / "indexes").glob("2*"))


def doctor_model(monkeypatch):
    monkeypatch.setattr("phapquy.doctor.index.read_manifest", lambda *_: SimpleNamespace(name="gia-lap", dimension=64))


def test_doctor_exits_0_when_all_is_in_place(run, built, monkeypatch):
    doctor_model(monkeypatch)
    result = run(built, "doctor")
    assert result.code == 0
    assert "[CẦN LÀM]" not in result.out
    assert result.out.count("[được]") == 10


def test_doctor_exits_1_and_names_the_command_when_there_is_no_index(run, fresh, monkeypatch):
    doctor_model(monkeypatch)
    result = run(fresh, "doctor")
    assert "[CẦN LÀM] Chỉ mục: chưa có" in result.out
    assert "→ phapquy build" in result.out
    assert result.code == 1


def test_doctor_exits_1_when_texts_are_missing(run, fresh, monkeypatch):
    doctor_model(monkeypatch)
    (fresh / "corpus" / "texts" / f"{LAW}.txt").unlink()
    result = run(fresh, "doctor")
    assert "1/2 văn bản đúng bản" in result.out
    assert "→ phapquy corpus pull" in result.out
    assert result.code == 1


def test_doctor_json_says_the_same_and_exits_1(run, fresh):
    result = run(fresh, "doctor", "--json")
    findings = {one["what"]: one for one in json.loads(result.out)}
    assert {"Kho văn bản", "Trùng lặp", "Viện dẫn", "Mô hình", "Chỉ mục", "Đĩa"} < set(findings)
    assert not findings["Mô hình"]["ok"]
    assert "phapquy model install" in findings["Mô hình"]["detail"] + findings["Mô hình"]["remedy"]
    assert result.code == 1


def test_doctor_examines_even_a_home_that_is_not_there(run, built, tmp_path):
    result = run(tmp_path / "khong-co", "doctor")
    assert "Lỗi ngoài dự kiến" not in result.err
    assert "[CẦN LÀM] Kho văn bản" in result.out
    assert result.code == 1


@pytest.mark.parametrize("words", [("corpus", "pull"), ("corpus", "check"), ("model", "status")])
def test_a_command_that_reports_a_failure_exits_1(run, fresh, words):
    (fresh / "corpus" / "texts" / f"{LAW}.txt").unlink()
    assert run(fresh, *words).code == 1


# -- help -------------------------------------------------------------------------------------------------

ENGLISH = re.compile(
    r"\b(?:usage|options?|arguments?|commands?|show|this|message|and|exit|required|default|error|missing|invalid|value"
    r"|no such|file|directory|did you mean|try|help for|str|int|path|list|text|integer|range|range|is a|not found)\b",
    re.IGNORECASE,
)


def english_words(text):
    """English words of a message, names of options and commands aside."""
    plain = re.sub(r"--?[\w-]+|phapquy(?: [a-z]+)*|[\w./-]+\.(?:jsonl|toml|txt)|\bshow \S+/\S+", " ", text)
    return {found.lower() for found in ENGLISH.findall(plain)}


def commands():
    """Every command as the words that name it."""

    def walk(command, words):
        yield words
        for name, child in getattr(command, "commands", {}).items():
            yield from walk(child, (*words, name))

    return list(walk(typer.main.get_command(cli.app), ()))


def test_every_command_of_the_design_so_far_is_there():
    names = {" ".join(words) for words in commands()}
    assert {
        "serve",
        "ask",
        "search",
        "show",
        "verify",
        "build",
        "eval",
        "bench",
        "doctor",
        "corpus pull",
        "model install",
    } <= names


@pytest.mark.parametrize("words", commands(), ids=lambda words: " ".join(words) or "phapquy")
def test_the_help_of_every_command_is_vietnamese_and_fits_a_hundred_columns(run, built, words):
    result = run(built, *words, "--help")
    assert result.code == 0
    assert "Cách dùng:" in result.out
    own_words = re.sub(r"(?m)^  \w+ {2,}", "  ", result.out)
    assert english_words(own_words) == set()
    assert max(map(len, result.out.splitlines())) <= 100


@pytest.mark.parametrize("language", ["en_US.UTF-8", "fr", "C"])
def test_the_help_is_vietnamese_whatever_the_machines_language(run, built, monkeypatch, language):
    monkeypatch.setenv("LANGUAGE", language)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert "Tùy chọn:" in run(built, "ask", "--help").out


def test_every_command_and_option_says_what_it_does():
    silent = []
    for words in commands():
        command = typer.main.get_command(cli.app)
        for word in words:
            command = command.commands[word]
        if not command.help:
            silent.append(words)
        silent += [(*words, one.name) for one in command.params if isinstance(one, click.Option) and not one.help]
    assert silent == []


# -- weight -----------------------------------------------------------------------------------------------

HEAVY = (
    "torch", "transformers", "gradio", "faiss", "underthesea", "llama_index", "onnxruntime", "sentence_transformers", "rich"
)  # fmt: skip


def test_importing_the_command_line_imports_nothing_heavy():
    code = f"import sys, phapquy, phapquy.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# -- rewording --------------------------------------------------------------------------------------------

TRUE = "Hội đồng nhân dân xã có thẩm quyền giải quyết việc này."


@pytest.fixture
def scripted(monkeypatch):
    """A configured language model that says one text to every statement."""
    from phapquy.phrasing import Phraser
    from tests.test_phrasing import scripted as model

    def configure(*script):
        monkeypatch.setenv("PHAPQUY_LANGUAGE_MODEL", "ollama:kich-ban")
        monkeypatch.setattr("phapquy.phrasing.configured_model", lambda _settings: Phraser(model(*script), "kịch bản"))

    return configure


def test_rewording_without_a_model_says_what_to_configure(run, built):
    result = run(built, "ask", WHO, *DAY, "--rewrite")
    assert (result.code, result.out) == (1, "")
    assert "language_model" in result.err


def test_a_configured_model_rewords_and_says_so(run, built, scripted):
    scripted(TRUE)
    out = run(built, "ask", WHO, *DAY).out
    assert TRUE in out
    assert "Diễn đạt lại bằng mô hình kịch bản" in out
    assert f"[{LAW}/2/1]" in out


def test_a_liar_on_the_command_line_changes_nothing(run, built, scripted):
    scripted(TRUE.replace("xã", "tỉnh"))
    composed = run(built, "ask", WHO, *DAY, "--no-rewrite").out
    assert run(built, "ask", WHO, *DAY, "--rewrite", "--json").out
    told = run(built, "ask", WHO, *DAY).out
    assert told.split() == composed.split()


def test_reworded_json_names_the_model(run, built, scripted):
    scripted(TRUE)
    answer = json.loads(run(built, "ask", WHO, *DAY, "--json").out)
    assert answer["phrased_by"] == "kịch bản"
    assert answer["statements"][0]["text"] == TRUE
    scripted(TRUE)
    plain = json.loads(run(built, "ask", WHO, *DAY, "--json", "--no-rewrite").out)
    assert plain["phrased_by"] is None
    assert plain["citations"] == answer["citations"]


def test_a_model_that_cannot_be_used_is_told_and_the_composed_answer_given(run, built, monkeypatch):
    monkeypatch.setenv("PHAPQUY_LANGUAGE_MODEL", "gpt")
    result = run(built, "ask", WHO, *DAY)
    assert result.code == 0
    assert "không đúng dạng" in result.err
    assert f"[{LAW}/2/1]" in result.out
    assert run(built, "ask", WHO, *DAY, "--rewrite").code == 1
