"""Load a sentence-transformers model and read off what the encoder needs to know about it."""

from __future__ import annotations

import logging
import os
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from phapquy.errors import ModelError

_POOLINGS = ("mean", "cls")
_LONGEST = 8192
_HUB_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class SourceModel:
    """A loaded sentence-transformers model with its facts."""

    model: Any
    """The ``SentenceTransformer``, on the processor, in 32 bits."""
    dimension: int
    max_tokens: int
    pad_id: int
    pooling: Literal["mean", "cls"]
    normalised: bool
    query_prompt: str
    passage_prompt: str


def load_source(name_or_path: str) -> SourceModel:
    """Load a model by name or path.

    Raises:
        ModelError: it cannot be found or fetched, or it is built in a way the encoder cannot follow.
    """
    model = _load(name_or_path)
    pooling, normalised = _structure(model, name_or_path)
    tokenizer = model[0].tokenizer
    if not getattr(tokenizer, "is_fast", False) or tokenizer.pad_token_id is None:
        raise _unsupported(name_or_path, "không có bộ tách từ dạng nhanh (tokenizer.json)")
    query_prompt, passage_prompt = _prompts(model, name_or_path)
    return SourceModel(
        model=model,
        dimension=int(model.get_embedding_dimension() or 0),
        max_tokens=_max_tokens(model),
        pad_id=int(tokenizer.pad_token_id),
        pooling=pooling,
        normalised=normalised,
        query_prompt=query_prompt,
        passage_prompt=passage_prompt,
    )


def _load(name_or_path: str) -> Any:
    _quiet()
    if not Path(name_or_path).is_dir():
        _skip_unreachable_hub()
    import torch
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(
            name_or_path,
            device="cpu",
            trust_remote_code=False,
            model_kwargs={"attn_implementation": "eager", "dtype": torch.float32},
        ).eval()
    except Exception as error:  # whatever the hub's client, the parsers or torch raise: it did not load
        logging.getLogger(__name__).info("loading %s failed", name_or_path, exc_info=True)
        raise ModelError(
            f"Không tải được mô hình “{name_or_path}” ({type(error).__name__}). Hãy kiểm tra tên hoặc đường dẫn; "
            "máy không có mạng thì chép sẵn thư mục mô hình về máy rồi đưa đường dẫn ấy cho --name."
        ) from error


def _quiet() -> None:
    """Keep bars and load reports of the libraries out of the terminal; ours is shown instead."""
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from huggingface_hub.utils import logging as hub_logging
    from transformers.utils import logging as transformers_logging

    hub_logging.set_verbosity(logging.CRITICAL)
    transformers_logging.set_verbosity_error()
    transformers_logging.disable_progress_bar()


def _skip_unreachable_hub() -> None:
    """Where the hub does not answer, look only at what was fetched before: its client would retry for minutes."""
    from huggingface_hub import constants

    if any(os.environ.get(name) for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")):
        return  # only the proxy knows whether it answers
    address = urlsplit(constants.ENDPOINT)
    port = address.port or (80 if address.scheme == "http" else 443)
    try:
        socket.create_connection((address.hostname or "", port), timeout=_HUB_SECONDS).close()
    except OSError:
        constants.HF_HUB_OFFLINE = True


def _structure(model: Any, name: str) -> tuple[Literal["mean", "cls"], bool]:
    kinds = [type(module).__name__ for module in model]
    if kinds not in (["Transformer", "Pooling"], ["Transformer", "Pooling", "Normalize"]):
        raise _unsupported(name, "gồm các tầng " + ", ".join(kinds))
    pooling = model[1].pooling_mode
    if pooling not in _POOLINGS or not getattr(model[1], "include_prompt", True):
        raise _unsupported(name, f"gộp vectơ theo kiểu {pooling}")
    if getattr(model[0].auto_model.config, "is_decoder", False):
        raise _unsupported(name, "là mô hình sinh, không phải mô hình mã hoá")
    return ("mean" if pooling == "mean" else "cls"), len(kinds) > len(("Transformer", "Pooling"))


def _max_tokens(model: Any) -> int:
    """Return the window in tokens: the model's own, never more than it has positions for."""
    config = model[0].auto_model.config
    positions = getattr(config, "max_position_embeddings", None) or _LONGEST
    if "roberta" in getattr(config, "model_type", ""):
        positions -= (config.pad_token_id or 0) + 1  # positions are counted from the padding id
    return int(min(model.max_seq_length or positions, positions, _LONGEST))


def _prompts(model: Any, name: str) -> tuple[str, str]:
    prompts = dict(model.prompts or {})
    query = prompts.get("query") or ""
    passage = prompts.get("document") or prompts.get("passage") or ""
    plain_e5 = "e5-" in Path(name).name.lower() and "instruct" not in name.lower()
    if plain_e5 and not query and not passage:
        return "query: ", "passage: "  # the family is trained with these; its files do not always say so
    return query, passage


def _unsupported(name: str, why: str) -> ModelError:
    return ModelError(
        f"Mô hình “{name}” chưa dùng được: {why}. Cần mô hình kiểu BERT hoặc XLM-RoBERTa, "
        "gộp vectơ theo trung bình (mean) hoặc theo token đầu (cls)."
    )
