"""LlamaIndex models from the configuration; the packages are optional and imported here, when asked for."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from phapquy.config import Settings
from phapquy.errors import LanguageModelError
from phapquy.phrasing import strings
from phapquy.phrasing.phraser import Phraser

KEY_VARIABLE = "PHAPQUY_LANGUAGE_MODEL_KEY"
"""Where the key of a model behind an address is read from; there is no such setting in a file."""
_OLLAMA = "http://127.0.0.1:11434"
_CONTEXT = 4096
_MODULES = {
    "openai-like": ("llama_index.llms.openai_like", "phapquy[llm]"),
    "ollama": ("llama_index.llms.ollama", "phapquy[llm]"),
    "llama-cpp": ("llama_index.llms.llama_cpp", "phapquy[llama-cpp]"),
}


def configured_model(settings: Settings) -> Phraser | None:
    """Build the phraser of the configured model; None where no model is configured.

    Raises:
        LanguageModelError: the name has no known kind, its package is not installed, the file or the address is
            missing, or the address is not of this machine and that is not allowed.
    """
    if not settings.language_model:
        return None
    kind, _, name = settings.language_model.partition(":")
    if kind not in _BUILDERS or not (name or settings.language_model_path):
        raise LanguageModelError(strings.BAD_NAME.format(name=settings.language_model))
    host = "" if kind == "llama-cpp" else remote_host(_address(kind, settings))
    if host and not settings.language_model_remote:
        raise LanguageModelError(strings.REMOTE_REFUSED.format(host=host))
    module = _module(kind)
    try:
        llm = _BUILDERS[kind](module, name, settings)
    except LanguageModelError:
        raise
    except Exception as error:
        raise LanguageModelError(strings.BROKEN.format(name=name, kind=type(error).__name__)) from error
    notice = strings.REMOTE.format(host=host) if host else ""
    return Phraser(llm, name or _file(settings).stem, settings.language_model_seconds, notice)


def remote_host(address: str) -> str:
    """Return the host of an address that is not this machine's own; empty for a loopback address.

    Raises:
        LanguageModelError: it is no address of the web.
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError as error:
        raise LanguageModelError(strings.BAD_ADDRESS.format(address=address)) from error
    if parts.scheme not in {"http", "https"} or not host:
        raise LanguageModelError(strings.BAD_ADDRESS.format(address=address))
    if host == "localhost":
        return ""
    try:
        return "" if ipaddress.ip_address(host).is_loopback else host
    except ValueError:
        return host


def _address(kind: str, settings: Settings) -> str:
    address = settings.language_model_address or (_OLLAMA if kind == "ollama" else "")
    if not address:
        raise LanguageModelError(strings.NO_ADDRESS)
    return address


def _module(kind: str) -> Any:
    name, package = _MODULES[kind]
    try:
        return import_module(name)
    except ImportError as error:
        raise LanguageModelError(strings.MISSING.format(kind=kind, package=package)) from error


def _openai_like(module: Any, name: str, settings: Settings) -> Any:
    import httpx

    address = _address("openai-like", settings)
    return module.OpenAILike(
        model=name,
        api_base=address,
        api_key=os.environ.get(KEY_VARIABLE) or "none",
        is_chat_model=True,
        temperature=0.0,
        max_tokens=settings.language_model_tokens,
        context_window=_CONTEXT,
        timeout=settings.language_model_seconds,
        max_retries=0,
        http_client=httpx.Client(timeout=settings.language_model_seconds, trust_env=bool(remote_host(address))),
    )


def _ollama(module: Any, name: str, settings: Settings) -> Any:
    address, seconds = _address("ollama", settings), settings.language_model_seconds
    client = import_module("ollama").Client(
        host=address, timeout=seconds, trust_env=bool(remote_host(address)), follow_redirects=False
    )
    return module.Ollama(
        model=name,
        base_url=address,
        temperature=0.0,
        context_window=_CONTEXT,
        request_timeout=seconds,
        thinking=False,
        additional_kwargs={"num_predict": settings.language_model_tokens},
        client=client,
    )


def _llama_cpp(module: Any, _name: str, settings: Settings) -> Any:
    path = _file(settings)
    if not path.is_file():
        raise LanguageModelError(strings.NO_FILE.format(path=path))
    llm = module.LlamaCPP(
        model_path=str(path),
        temperature=0.0,
        max_new_tokens=settings.language_model_tokens,
        context_window=_CONTEXT,
        generate_kwargs={"stop": ["\n\n", "Câu gốc:"]},
        model_kwargs={"n_threads": settings.threads or None},
        completion_to_prompt=str,
        verbose=False,
    )
    if template := getattr(llm, "_model").metadata.get("tokenizer.chat_template"):  # noqa: B009 - no public name
        llm.completion_to_prompt = _in_template(template)
    return llm


def _in_template(template: str) -> Callable[[str], str]:
    """Set a prompt as the model file says that a user's turn is set; a model without a template takes it bare."""
    formatter = import_module("llama_cpp.llama_chat_format").Jinja2ChatFormatter(template, eos_token="", bos_token="")
    return lambda prompt: str(formatter(messages=[{"role": "user", "content": prompt}]).prompt)


def _file(settings: Settings) -> Path:
    return (settings.home / (settings.language_model_path or "")).expanduser()


_BUILDERS: dict[str, Callable[[Any, str, Settings], Any]] = {
    "openai-like": _openai_like,
    "ollama": _ollama,
    "llama-cpp": _llama_cpp,
}
