"""Make the command-line library speak Vietnamese: help screens, headings and errors."""

from __future__ import annotations

import gettext
import os
import re
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

_DOMAIN = "phapquy"


def speak_vietnamese() -> None:
    """Point gettext, which words the headings, at the catalogue of this package whatever the machine's language."""
    os.environ["LANGUAGE"] = "vi"
    gettext.bindtextdomain(_DOMAIN, str(Path(__file__).parent / "locale"))
    gettext.textdomain(_DOMAIN)


_KINDS = (
    (re.compile(r" ?<str>| ?<list\[Path\]>| ?list\[str\]|(?<=\]) str\b"), ""),
    (re.compile(r"<(?:int|integer)(?: range)?>|\bINTEGER(?: RANGE)?\b"), "<số>"),
    (re.compile(r"<path>|\bPATH\b"), "<tệp>"),
    (re.compile(r"\bTEXT\b"), "<chữ>"),
    (re.compile(r"\[\[([^\]]+)\]\.\.\.\]\.\.\."), r"[\1]..."),
)
"""How the library names kinds of value, and how a person reads them."""


class _Vietnamese:
    """What a command and a group of commands say of themselves."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line of usage."""
        words = {"[OPTIONS]": "[TÙY-CHỌN]", "COMMAND": "LỆNH", "[ARGS]...": "[THAM-SỐ]..."}
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        for english, vietnamese in words.items():
            pieces = pieces.replace(english, vietnamese)
        formatter.write_usage(ctx.command_path, pieces, prefix="Cách dùng: ")

    def get_help(self, ctx: Any) -> str:
        """Return the help screen, the kinds of value in Vietnamese."""
        text: str = super().get_help(ctx)  # type: ignore[misc]
        for pattern, words in _KINDS:
            text = pattern.sub(words, text)
        return text

    def get_help_option(self, ctx: Any) -> Any:
        """Word the option that prints the help."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "In hướng dẫn này rồi thoát."
        return option


class Command(_Vietnamese, TyperCommand):
    """A command whose help is in Vietnamese."""


class Group(_Vietnamese, TyperGroup):
    """A group of commands whose help is in Vietnamese."""


def dress(app: typer.Typer) -> None:
    """Give every command and group of an application its Vietnamese form."""
    app.info.cls = Group
    for command in app.registered_commands:
        command.cls = Command
    for group in app.registered_groups:
        group.cls = Group
        if group.typer_instance is not None:
            dress(group.typer_instance)


_ERRORS: tuple[tuple[str, str], ...] = (
    (r"(Không có lệnh .+?\.)\s+Did you mean .*", r"\1"),
    (r"No such option: (\S+)(?: \(Possible options: (.+)\))?.*", r"Không có tùy chọn \1."),
    (r"No such option: (\S+)\s+Did you mean .*", r"Không có tùy chọn \1."),
    (r"Missing argument '?([^'.]+)'?\.?", r"Thiếu \1."),
    (r"Missing option '?([^'.]+)'?\.?", r"Thiếu tùy chọn \1."),
    (r"Missing command\.?", r"Thiếu tên lệnh."),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", r"Thừa tham số: \1."),
    (r"Option '?(\S+?)'? requires an argument\.?", r"Tùy chọn \1 cần một giá trị."),
    (r"Option '?(\S+?)'? does not take a value\.?", r"Tùy chọn \1 không nhận giá trị."),
    (r"Invalid value for (.+?): Input should be (?:greater than or equal to|at least) (\S+)",
     r"Giá trị của \1 phải từ \2 trở lên."),
    (r"Invalid value for (.+?): Input should be (?:less than or equal to|at most) (\S+)",
     r"Giá trị của \1 phải từ \2 trở xuống."),
    (r"Invalid value for (.+?): Input should be a valid integer.*", r"Giá trị của \1 phải là số nguyên."),
    (r"Invalid value for ([^:]+): .*", r"Giá trị của \1 không hợp lệ."),
)  # fmt: skip


def in_vietnamese(message: str) -> str:
    """Word an error of the command line in Vietnamese; one that is not known is passed on as it is."""
    for english, vietnamese in _ERRORS:
        found = re.fullmatch(english, message.strip(), re.DOTALL)
        if found:
            return found.expand(vietnamese)
    return message
