"""Encode questions and passages as unit vectors, with onnxruntime and tokenizers only.

Nothing here imports torch or transformers: they take seconds to import and several hundred megabytes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from phapquy.config import Settings
from phapquy.errors import ModelError
from phapquy.index.model.manifest import (
    GRAPH,
    TOKENIZER,
    ModelManifest,
    install_command,
    read_manifest,
    safe_name,
)
from phapquy.index.tokens import Tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

BATCH_TOKENS = 1024
"""Padded tokens in one run. Of 1 passage, 512, 1024, 2048 and 4096 tokens this was the fastest (96 passages
of 141 tokens, one thread: 17.2, 18.0, 18.8, 17.0, 13.4 a second), and larger runs take more memory."""
_CHARS_PER_TOKEN = 24
"""No text needs more characters than this per token of the window; beyond, it is cut before tokenizing."""
_SURROGATE = re.compile("[\ud800-\udfff]")


class Encoder:
    """A loaded embedding model. Vectors are float32 of unit length; safe to use from several threads."""

    def __init__(self, folder: Path, manifest: ModelManifest, *, threads: int = 0) -> None:
        """Open the model in ``folder``; use :meth:`load` unless the manifest is at hand.

        Raises:
            ModelError: the tokenizer or the graph cannot be read.
        """
        self._manifest = manifest
        try:
            sha256 = manifest.files[TOKENIZER].sha256
            self._cut = Tokens(folder / TOKENIZER, sha256, manifest.max_tokens)
            self._session = _open_session(folder / GRAPH, threads)
        except Exception as error:  # both libraries raise bare Exceptions of their own making
            raise ModelError(
                f"Không nạp được mô hình nhúng “{manifest.name}”. Hãy cài lại: {install_command(manifest.name)} --force"
            ) from error

    @classmethod
    def load(cls, settings: Settings) -> Encoder:
        """Open the configured model, checking that its files are there with their sizes.

        Raises:
            ModelError: it is not installed or is damaged; the message names the command to run.
        """
        folder = settings.model_dir / safe_name(settings.model)
        return cls(folder, read_manifest(folder, settings.model), threads=settings.threads)

    @property
    def identity(self) -> str:
        """The hash of all that decides a vector; an index remembers it."""
        return self._manifest.identity

    @property
    def name(self) -> str:
        """The model's name as configured."""
        return self._manifest.name

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return self._manifest.dimension

    @property
    def max_tokens(self) -> int:
        """The window in tokens, prompt and marks included; what lies beyond is not seen."""
        return self._manifest.max_tokens

    @property
    def query_prompt(self) -> str:
        """Put before a question."""
        return self._manifest.query_prompt

    @property
    def passage_prompt(self) -> str:
        """Put before a passage."""
        return self._manifest.passage_prompt

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors of questions, shape (n, dimension)."""
        return self._encode(texts, self.query_prompt, BATCH_TOKENS, None, keep=False)

    def encode_passages(
        self,
        texts: Sequence[str],
        *,
        batch_tokens: int = BATCH_TOKENS,
        progress: Callable[[int], None] | None = None,
    ) -> NDArray[np.float32]:
        """Return the vectors of passages, shape (n, dimension), in the order given.

        Args:
            texts: the passages; longer than the window, they are cut at it.
            batch_tokens: most tokens, padding included, in one run.
            progress: called after each run with the number of passages just done.
        """
        return self._encode(texts, self.passage_prompt, batch_tokens, progress, keep=True)

    def count_tokens(self, text: str) -> int:
        """Return how many tokens the text has, without prompt and marks, not cut."""
        return sum(len(part.ids) for part in self._cut.parts(_clean(text)))

    def passage_room(self) -> int:
        """Return how many tokens of text fit in the window beside the passage prompt and the marks."""
        return self.max_tokens - len(self._tokens([self.passage_prompt], keep=True)[0])

    def token_spans(self, text: str) -> list[tuple[int, int]]:
        """Return the character span of each token in ``text``, which must be NFC, for a splitter."""
        return [span for part in self._cut.parts(_SURROGATE.sub("?", text)) for span in part.offsets]

    def window_of(self, text: str) -> int:
        """Return how many tokens of a passage reach the model, prompt and marks included."""
        return len(self._tokens([self.passage_prompt + text], keep=True)[0])

    def _encode(
        self,
        texts: Sequence[str],
        prompt: str,
        batch_tokens: int,
        progress: Callable[[int], None] | None,
        *,
        keep: bool,
    ) -> NDArray[np.float32]:
        import numpy as np

        out = np.zeros((len(texts), self.dimension), np.float32)
        rows = self._tokens([prompt + text for text in texts], keep=keep)
        for batch in _batches([len(row) for row in rows], batch_tokens):
            out[batch] = self._run([rows[index] for index in batch])
            if progress is not None:
                progress(len(batch))
        return out

    def _tokens(self, prompted: Sequence[str], *, keep: bool) -> list[list[int]]:
        most = self.max_tokens * _CHARS_PER_TOKEN
        return self._cut.ids([_clean(text)[:most] for text in prompted], keep=keep)

    def _run(self, rows: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        import numpy as np

        longest = max(len(row) for row in rows)
        ids = np.full((len(rows), longest), self._manifest.pad_id, np.int64)
        mask = np.zeros_like(ids)
        for place, row in enumerate(rows):
            ids[place, : len(row)] = row
            mask[place, : len(row)] = 1
        (vectors,) = self._session.run(None, {"input_ids": ids, "attention_mask": mask})
        return np.asarray(vectors, np.float32)


def _clean(text: str) -> str:
    """Return the text in NFC, with runs of blanks as one space and without lone surrogates."""
    return " ".join(_SURROGATE.sub("?", unicodedata.normalize("NFC", text)).split())


def _batches(lengths: Sequence[int], batch_tokens: int) -> Iterator[list[int]]:
    """Group indices, longest first, so that rows times the longest row stays within ``batch_tokens``."""
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda place: -lengths[place]):
        if batch and (len(batch) + 1) * lengths[batch[0]] > batch_tokens:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def _open_session(path: Path, threads: int) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
