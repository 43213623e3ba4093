"""What a person reads about the language model."""

from __future__ import annotations

from typing import Final

NONE: Final = (
    "Chưa cấu hình mô hình ngôn ngữ nên không diễn đạt lại được. Hãy đặt language_model trong phapquy.toml, ví dụ "
    'language_model = "ollama:qwen3:4b" (xem docs/rewriting.md).'
)
BAD_NAME: Final = (
    "language_model = {name!r} không đúng dạng. Hãy viết loại:tên, trong đó loại là openai-like, ollama hoặc "
    "llama-cpp, ví dụ ollama:qwen3:4b."
)
MISSING: Final = "Chưa cài thư viện cho mô hình loại {kind}. Hãy chạy: pip install '{package}'"
BROKEN: Final = (
    "Không mở được mô hình ngôn ngữ {name} ({kind}). Hãy kiểm tra cấu hình language_model trong phapquy.toml."
)
NO_ADDRESS: Final = "Mô hình loại openai-like cần language_model_address, ví dụ http://127.0.0.1:8080/v1."
BAD_ADDRESS: Final = "language_model_address = {address!r} không phải địa chỉ http hoặc https."
NO_FILE: Final = "Không có tệp mô hình {path}. Hãy đặt language_model_path là đường dẫn tới tệp .gguf."
REMOTE_REFUSED: Final = (
    "Địa chỉ mô hình {host} nằm ngoài máy này nên không dùng: lời văn của câu trả lời sẽ rời khỏi máy. Nếu chấp nhận, "
    "hãy đặt language_model_remote = true."
)
REMOTE: Final = "Lời văn của câu trả lời được gửi tới mô hình ngôn ngữ tại {host}, nằm ngoài máy này."
FAILED: Final = "Mô hình ngôn ngữ gặp lỗi hoặc quá thời gian; phần chưa diễn đạt lại giữ nguyên lời văn đã lập."
