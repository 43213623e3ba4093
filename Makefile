# Every target can be run first, twice, and from another folder (make -C …).
# PYTHON names the interpreter, PIP_ARGS is passed to every `pip install`.

PYTHON ?= python3
PIP_ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PIP := $(BIN)/python -m pip install --disable-pip-version-check $(PIP_ARGS)
TORCH := $(shell grep '^torch==' constraints.txt)
QUESTIONS ?= ../shared/eval/dev.jsonl
AS_OF ?= 2026-11-21

.DEFAULT_GOAL := help
.PHONY: help setup index serve test lint eval bench pictures clean
.NOTPARALLEL:

help: ## danh sách lệnh này
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## /\1\t/' | while IFS="$$(printf '\t')" read -r name what; do \
		printf '  make %-8s %s\n' "$$name" "$$what"; done

setup: $(STAMP) ## cài thư viện, mô hình nhúng và văn bản
	@echo "==> Mô hình nhúng"
	@$(BIN)/phapquy model install
	@echo "==> Văn bản pháp luật"
	@$(BIN)/phapquy corpus pull || echo "==> CHÚ Ý: chưa lấy được đủ văn bản. Có thư mục văn bản thì chạy:" \
		"$(BIN)/phapquy corpus pull --from THƯ_MỤC. Văn bản còn thiếu thì trợ lý chỉ có bản tóm lược."

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "==> LỖI: cần Python 3.11 trở lên. Chỉ tên bằng: make PYTHON=python3.11 …" >&2; exit 1; }
	@echo "==> Môi trường Python ($(VENV))"
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) || { \
		echo "==> LỖI: không tạo được môi trường. Trên Debian/Ubuntu: sudo apt install python3-venv, rồi chạy lại." >&2; \
		echo "    (Could not create the virtual environment: install python3-venv and run again.)" >&2; exit 1; }
	@$(PIP) --quiet --upgrade pip
	@echo "==> $(TORCH) (khoảng nửa phút)"
	@$(PIP) -c constraints.txt '$(TORCH)'
	@echo "==> Các thư viện còn lại (khoảng hai phút)"
	@$(PIP) -c constraints.txt -e '.[dev]'
	@touch $(STAMP)

serve: setup ## mở trợ lý trên http://127.0.0.1:7860
	@echo "==> Mở trợ lý"
	@exec $(BIN)/phapquy serve

lint: $(STAMP) ## kiểm tra mã nguồn: ruff, mypy, quy tắc nhập giữa các tầng
	@echo "==> ruff"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@echo "==> mypy --strict"
	@$(BIN)/mypy
	@echo "==> quy tắc nhập giữa các tầng"
	@$(BIN)/lint-imports

test: setup lint ## kiểm tra mã nguồn rồi chạy mọi bài kiểm thử
	@echo "==> pytest"
	@$(BIN)/pytest

index: setup ## lập chỉ mục cả kho nếu chưa có hoặc đã cũ (vài phút)
	@echo "==> Chỉ mục"
	@$(BIN)/phapquy build --if-stale

eval: index ## chấm trên tệp câu hỏi QUESTIONS, hỏi theo luật ngày AS_OF
	@echo "==> Chấm $(QUESTIONS)"
	@$(BIN)/phapquy eval --questions '$(QUESTIONS)' --as-of $(AS_OF) --baseline

bench: index ## đo tốc độ và bộ nhớ so với định mức
	@echo "==> Đo"
	@$(BIN)/phapquy bench

pictures: index ## chụp ảnh mọi trang vào docs/images (cần Chromium)
	@echo "==> Ảnh các trang"
	@$(BIN)/python -m phapquy.app.pictures docs/images

clean: ## xóa tệp tạm (giữ môi trường, văn bản và chỉ mục)
	@echo "==> Xóa tệp tạm"
	@rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage build dist
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
