"""The message catalogue: the compiled form is that of the source, and every heading is in it."""

import ast
import gettext
import re

import pytest

from phapquy.cli.language import in_vietnamese
from tests.cli.catalog import MO, PO, compiled


def catalogue():
    with MO.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def test_the_compiled_catalogue_is_that_of_the_source():
    assert MO.read_bytes() == compiled(PO.read_text("utf-8"))


def test_every_message_has_a_translation_with_the_same_placeholders():
    text = PO.read_text("utf-8")
    pairs = re.findall(r'^msgid (".*")\nmsgstr (".*")$', text, re.MULTILINE)
    assert len(pairs) == text.count("msgid ")
    for source, target in ((ast.literal_eval(one), ast.literal_eval(other)) for one, other in pairs[1:]):
        assert target
        assert sorted(re.findall(r"{.*?}", source)) == sorted(re.findall(r"{.*?}", target))


@pytest.mark.parametrize(
    ("english", "vietnamese"), [("Options", "Tùy chọn"), ("Arguments", "Tham số"), ("Commands", "Lệnh")]
)
def test_the_headings_of_the_help_are_translated(english, vietnamese):
    assert catalogue().gettext(english) == vietnamese


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("No such option: --jsn (Possible options: --json)", "Không có tùy chọn --jsn."),
        ("No such option: --jsn Did you mean --json?", "Không có tùy chọn --jsn."),
        ("Missing argument 'CÂU-HỎI'.", "Thiếu CÂU-HỎI."),
        ("Missing option '--questions'.", "Thiếu tùy chọn --questions."),
        ("Missing command.", "Thiếu tên lệnh."),
        ("Got unexpected extra argument (b)", "Thừa tham số: b."),
        ("Got unexpected extra arguments (b c)", "Thừa tham số: b c."),
        ("Option '--as-of' requires an argument.", "Tùy chọn --as-of cần một giá trị."),
        ("Option '--json' does not take a value.", "Tùy chọn --json không nhận giá trị."),
        ("Invalid value for '--limit': whatever the library says", "Giá trị của '--limit' không hợp lệ."),
        ("Một câu đã là tiếng Việt.", "Một câu đã là tiếng Việt."),
    ],
)
def test_the_complaints_of_the_library_are_worded_in_vietnamese(english, vietnamese):
    assert in_vietnamese(english) == vietnamese
