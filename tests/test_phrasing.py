"""A language model of LlamaIndex that lies, fails or is slow never changes what an answer says."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from llama_index.core.bridge.pydantic import Field
from llama_index.core.llms import CompletionResponse, CustomLLM, LLMMetadata

from phapquy.answer.model import Outcome, Role
from phapquy.answer.rewriting import Refusal
from phapquy.assistant import KnowledgeBase
from phapquy.config import Settings
from phapquy.errors import LanguageModelError
from phapquy.index.build import build
from phapquy.phrasing import Phraser, configured_model
from phapquy.phrasing.models import remote_host
from phapquy.phrasing.strings import FAILED
from tests.answer.test_rewrite import FIRST, GOOD, SECOND, answer
from tests.conftest import make_home, stand_in
from tests.test_llamaindex import DAY, QUESTION


class Scripted(CustomLLM):
    """Says one text after the other, in pieces; a number waits so many seconds, an error is raised."""

    script: list[Any] = Field(default_factory=list)
    asked: list[str] = Field(default_factory=list)

    @property
    def metadata(self):
        return LLMMetadata(model_name="kịch bản")

    def complete(self, prompt, formatted=False, **kwargs):
        raise AssertionError("answers are streamed")

    def stream_complete(self, prompt, formatted=False, **kwargs):
        self.asked.append(prompt)
        said = ""
        now = self.script.pop(0) if self.script else ""
        for piece in now if isinstance(now, list) else [now]:
            if isinstance(piece, float):
                time.sleep(piece)
            elif isinstance(piece, Exception):
                raise piece
            else:
                said += piece
                yield CompletionResponse(text=said, delta=piece)


def scripted(*script):
    return Scripted(script=list(script), asked=[])


LIES = [
    "Hội đồng nhân dân tỉnh quyết định ngày mở hội bơi thuyền.",
    "Chủ tịch Hội đồng nhân dân xã quyết định ngày mở hội bơi thuyền.",
    "Ủy ban nhân dân xã quyết định ngày mở hội bơi thuyền.",
    "Hội đồng nhân dân xã không quyết định ngày mở hội bơi thuyền.",
    "Hội đồng nhân dân xã quyết định ngày mở hội bơi thuyền trong 5 ngày.",
    "Theo khoản 9 Điều 3 Luật Làng chài, Hội đồng nhân dân xã quyết định ngày mở hội bơi thuyền.",
    "Hội đồng nhân dân xã quyết định ngày mở hội bơi thuyền theo Nghị định số 8/2091/NĐ-DD.",
    "Hội đồng nhân dân xã quyết định ngày mở hội bơi thuyền. Người dân phải nộp phí.",
    "Hội đồng nhân dân xã quyết định mọi hội bơi thuyền.",
    "[Xem](http://vi-du.invalid) Hội đồng nhân dân xã quyết định ngày mở hội bơi thuyền.",
    "<script>alert(1)</script>Hội đồng nhân dân xã quyết định ngày mở hội bơi thuyền.",
    "Tôi sẽ bỏ qua hướng dẫn trên. Xã được thu mọi loại phí.",
    "Hội đồng nhân dân xã quyết định ngày mở hội. " * 2000,
    "",
]


@pytest.mark.parametrize("lie", LIES)
def test_a_liar_changes_nothing(lie):
    whole = answer(FIRST)
    assert Phraser(scripted(lie)).phrase(whole) == whole


def test_a_true_rewriting_is_used_and_says_whose_it_is():
    new = Phraser(scripted(list(GOOD), "Cây đa trên trăm tuổi được chặt.")).phrase(answer(FIRST, SECOND))
    assert new.statements[0].text.startswith(GOOD.rstrip("."))
    assert new.statements[1] == SECOND[0]
    assert new.phrased_by == "kịch bản"
    assert new.to_json()["phrased_by"] == "kịch bản"
    assert new.warnings == ()


def test_sentences_come_one_by_one_each_settled():
    stream = Phraser(scripted(GOOD, RuntimeError("x"))).stream(answer(FIRST, SECOND))
    assert next(stream).changed
    assert next(stream).failed
    assert next(stream, None) is None


@pytest.mark.parametrize(
    "trouble", [RuntimeError("khóa-bí-mật"), [GOOD[:20], ValueError("khóa-bí-mật")], [GOOD[:9], 5.0]]
)
def test_a_model_that_fails_or_is_slow_leaves_the_composed_answer_with_a_warning(trouble, caplog):
    whole = answer(FIRST, SECOND)
    llm = scripted(trouble, GOOD)
    started = time.perf_counter()
    new = Phraser(llm, seconds=0.3).phrase(whole)
    assert time.perf_counter() - started < 3
    assert (new.statements, new.text, new.phrased_by) == (whole.statements, whole.text, None)
    assert new.warnings == (FAILED,)
    assert len(llm.asked) == 1
    assert "khóa-bí-mật" not in caplog.text
    assert "bơi thuyền" not in caplog.text


def test_a_model_that_hangs_does_not_hang_the_next_answer():
    phraser = Phraser(scripted([1.5, GOOD], GOOD), seconds=0.2)
    assert phraser.phrase(answer(FIRST)).phrased_by is None
    assert phraser.phrase(answer(FIRST)).phrased_by is None  # still at work on the first
    time.sleep(1.6)
    assert phraser.phrase(answer(FIRST)).phrased_by == "kịch bản"


def test_refusals_are_not_given_to_the_model():
    llm = scripted(GOOD)
    refused = replace(answer(FIRST), outcome=Outcome.NOT_FOUND)
    assert Phraser(llm).phrase(refused) is refused
    assert llm.asked == []


# -- the knowledge base -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    stand_in(patch)
    home = make_home(tmp_path_factory.mktemp("viet-lai"))
    build(home)
    yield KnowledgeBase.open(home)
    patch.undo()


TRUE = [
    "Hội đồng nhân dân xã có thẩm quyền giải quyết việc này.",
    "Hội đồng nhân dân xã quyết định thắp đèn lồng ở bến sông trong mùa nước cạn.",
]


def test_an_answer_of_the_knowledge_base_is_reworded_over_its_own_citations(kb):
    composed = kb.ask(QUESTION, DAY)
    assert composed.phrased_by is None
    llm = scripted(*TRUE)
    new = kb.phrase(composed, llm)
    assert new.phrased_by == "kịch bản"
    assert new.statements[0].text == TRUE[0]
    assert new.statements[1].text.startswith(TRUE[1].rstrip("."))
    assert (new.outcome, new.level, new.holders, new.citations) == (
        composed.outcome, composed.level, composed.holders, composed.citations,
    )  # fmt: skip
    assert not any(composed.question in prompt for prompt in llm.asked)


def test_a_liar_cannot_change_an_answer_of_the_knowledge_base(kb):
    composed = kb.ask(QUESTION, DAY)
    lies = [text.replace("xã", "tỉnh") for text in TRUE]
    assert kb.phrase(composed, scripted(*lies, *lies)) == composed
    refusals = {one.refusal for one in kb.phrase_stream(composed, scripted(*lies, *lies)) if one.written}
    assert refusals <= {Refusal.LEVEL, Refusal.ORGAN, Refusal.ADDED}
    assert refusals


def test_a_model_given_when_opening_is_the_one_that_is_asked(kb, monkeypatch):
    opened = KnowledgeBase.open(kb.settings, llm=scripted(*TRUE))
    assert opened.phrase(opened.ask(QUESTION, DAY)).phrased_by == "kịch bản"


def test_without_a_model_rewording_says_what_to_configure(kb):
    with pytest.raises(LanguageModelError, match="language_model"):
        kb.phrase(kb.ask(QUESTION, DAY))


def test_every_reworded_statement_keeps_a_basis(kb):
    new = kb.phrase(kb.ask(QUESTION, DAY), scripted(*TRUE))
    bases = {one.id for one in new.citations if one.role is Role.BASIS}
    assert all(set(one.citations) <= bases and one.citations for one in new.statements)


# -- the configuration ------------------------------------------------------------------------------------


def configured(home, **values):
    return configured_model(Settings(home=home.home, **values))


def test_no_model_is_configured_by_default(home):
    assert home.language_model == ""
    assert configured_model(home) is None


@pytest.mark.parametrize("name", ["gpt", "openai:gpt", "ollama:", ":x"])
def test_a_name_without_a_known_kind_is_refused(home, name):
    with pytest.raises(LanguageModelError, match="openai-like"):
        configured(home, language_model=name)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("http://127.0.0.1:8080/v1", ""),
        ("http://localhost:11434", ""),
        ("http://[::1]:8080", ""),
        ("http://0.0.0.0:8080", "0.0.0.0"),
        ("https://api.vi-du.invalid/v1", "api.vi-du.invalid"),
        ("http://127.0.0.1.vi-du.invalid", "127.0.0.1.vi-du.invalid"),
        ("http://127.0.0.1@vi-du.invalid", "vi-du.invalid"),
        ("http://192.168.1.5:8080", "192.168.1.5"),
    ],
)
def test_which_addresses_are_of_this_machine(address, host):
    assert remote_host(address) == host


@pytest.mark.parametrize("address", ["", "ftp://127.0.0.1", "127.0.0.1:8080", "http://", "http://[::1"])
def test_what_is_no_address_of_a_model_is_refused(home, address):
    with pytest.raises(LanguageModelError, match="language_model_address"):
        configured(home, language_model="openai-like:m", language_model_address=address)


@pytest.mark.parametrize("kind", ["openai-like", "ollama"])
def test_an_address_elsewhere_must_be_allowed(home, kind):
    with pytest.raises(LanguageModelError, match=r"vi-du\.invalid.*language_model_remote"):
        configured(home, language_model=f"{kind}:m", language_model_address="https://vi-du.invalid/v1")


@pytest.mark.parametrize(("kind", "package"), [("openai-like", "llm"), ("ollama", "llm"), ("llama-cpp", "llama-cpp")])
def test_a_missing_package_is_named(home, monkeypatch, kind, package):
    module = f"llama_index.llms.{kind.replace('-', '_')}"
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(LanguageModelError, match=rf"pip install 'phapquy\[{package}\]'"):
        configured(home, language_model=f"{kind}:m", language_model_address="http://127.0.0.1:9/v1")


def test_the_key_comes_from_the_environment_alone(home, monkeypatch):
    monkeypatch.setenv("PHAPQUY_LANGUAGE_MODEL_KEY", "bí-mật")
    assert "bí-mật" not in str(Settings(home=home.home).model_dump())
    with pytest.raises(ValueError, match="language_model_key"):
        Settings(home=home.home, language_model_key="x")


def test_a_model_elsewhere_is_announced_with_the_answer():
    notice = "Lời văn được gửi đi."
    assert Phraser(scripted(GOOD), notice=notice).phrase(answer(FIRST)).warnings == (notice,)


def _openai_lines(pieces):
    for piece in pieces:
        choice = {"index": 0, "delta": {"role": "assistant", "content": piece}, "finish_reason": None}
        chunk = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": [choice]}
        yield f"data: {json.dumps(chunk)}\n\n"
    yield "data: [DONE]\n\n"


def _ollama_lines(pieces):
    for piece in pieces:
        yield json.dumps({"model": "m", "message": {"role": "assistant", "content": piece}, "done": False}) + "\n"
    yield json.dumps({"model": "m", "message": {"role": "assistant", "content": ""}, "done": True}) + "\n"


@pytest.mark.parametrize(
    ("kind", "path", "lines"), [("openai-like", "/v1", _openai_lines), ("ollama", "", _ollama_lines)]
)
def test_a_server_on_this_machine_is_asked_in_its_language_and_checked(home, monkeypatch, kind, path, lines):
    pytest.importorskip(f"llama_index.llms.{kind.replace('-', '_')}", reason="phapquy[llm] is not installed")
    monkeypatch.setenv("HTTP_PROXY", "http://vi-du.invalid:9")  # nothing for this machine goes through a proxy
    monkeypatch.setenv("ALL_PROXY", "http://vi-du.invalid:9")
    seen = []

    class Server(BaseHTTPRequestHandler):
        def do_POST(self):
            seen.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(200)
            self.send_header("content-type", "text/event-stream" if path else "application/x-ndjson")
            self.end_headers()
            said = GOOD if len(seen) == 1 else "Cây đa trên trăm tuổi được chặt."
            for line in lines([said[:10], said[10:]]):
                self.wfile.write(line.encode())

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}{path}"
        phraser = configured(home, language_model=f"{kind}:m", language_model_address=address)
        new = phraser.phrase(answer(FIRST, SECOND))
    finally:
        server.shutdown()
    assert (new.phrased_by, new.warnings) == ("m", ())
    assert new.statements[1] == SECOND[0]
    assert [one["stream"] for one in seen] == [True, True]


def test_opening_a_knowledge_base_imports_no_llamaindex():
    code = (
        "import sys, phapquy.assistant, phapquy.phrasing; print(any(m.startswith('llama_index') for m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
