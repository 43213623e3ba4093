"""Compare a freshly exported encoder with the model it came from, before anyone relies on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from phapquy.errors import ModelError
from phapquy.index.model.source import SourceModel

if TYPE_CHECKING:
    from phapquy.index.embedding import Encoder

LOWEST_COSINE = 0.98
SENTENCES = (
    "Cơ quan nào ở phường tiếp nhận hồ sơ của người dân?",
    "Ai ký văn bản thay người đứng đầu khi người ấy đi vắng?",
    "uy ban nhan dan xa co duoc mo lop hoc buoi toi khong",
    "Đoàn kiểm tra gồm ba thành viên, làm việc trong năm ngày và báo cáo kết quả bằng văn bản. Trường hợp phức tạp "
    "thì được kéo dài thêm, nhưng phải nêu rõ lý do và người chịu trách nhiệm theo dõi.",
    "12/3/2031, 4.022.638 đồng; khoản 2a, điểm đ!",
)
_OVERLONG = "một câu rất dài về việc quản lý chợ, bến xe và nghĩa trang "


def check(encoder: Encoder, source: SourceModel) -> float:
    """Return the lowest cosine between the encoder and its source on the check sentences.

    Raises:
        ModelError: it is below :data:`LOWEST_COSINE`, the width differs, or a text longer than the
            window is not cut at the window.
    """
    overlong = _OVERLONG * (encoder.max_tokens // 4)
    texts = [*SENTENCES, overlong]
    cosines: list[float] = []
    for ours, prompt in (
        (encoder.encode_queries(texts), encoder.query_prompt),
        (encoder.encode_passages(texts), encoder.passage_prompt),
    ):
        theirs = source.model.encode(
            [prompt + text for text in texts], prompt="", normalize_embeddings=True, show_progress_bar=False
        )
        if ours.shape != theirs.shape:
            raise _failed(f"số chiều {ours.shape[1]} khác {theirs.shape[1]}")
        cosines.extend(float(value) for value in (ours * theirs).sum(axis=1))
    lowest = min(cosines)
    if lowest < LOWEST_COSINE:
        raise _failed(f"độ giống nhỏ nhất {lowest:.3f}, cần ít nhất {LOWEST_COSINE}")
    if encoder.window_of(overlong) > encoder.max_tokens:
        raise _failed("văn bản dài không được cắt ở giới hạn của mô hình")
    return round(lowest, 4)


def _failed(what: str) -> ModelError:
    return ModelError(
        f"Mô hình vừa chuyển đổi không cho cùng kết quả với mô hình gốc: {what}. Mô hình này không được cài; "
        "hãy thử lại, hoặc chọn mô hình khác bằng --name."
    )
