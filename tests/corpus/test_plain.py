"""Plain words: read from their files, searched beside the clause, shown only with the wording they explain."""

import pytest

from phapquy.config import load_settings
from phapquy.corpus.digest_check import copied
from phapquy.corpus.library import Library
from phapquy.corpus.plain import read_plain
from phapquy.errors import ManifestError
from phapquy.index.passages import PLAIN_PART, plain_passages
from phapquy.law.structure import parse

WORDS = (
    '[[provision]]\nid = "1/2"\nplain = "Muốn nuôi vịt thì hỏi xóm."\nask = ["xin nuôi vịt ở đâu", "nuôi vịt hỏi ai"]\n'
)
TEXT = "Điều 1. Ao làng\n1. Thả sen.\n2. Xóm cho phép nuôi vịt.\n"


def written(tmp_path, text):
    path = tmp_path / "luat-ao.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_document_without_plain_words_has_none(tmp_path):
    assert read_plain(tmp_path / "luat-khac.toml") == ()


def test_an_entry_is_read_with_its_provision_and_its_questions(tmp_path):
    (entry,) = read_plain(written(tmp_path, WORDS))
    assert str(entry.identity("luat-ao")) == "luat-ao/1/2"
    assert entry.ask == ("xin nuôi vịt ở đâu", "nuôi vịt hỏi ai")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[provision", "sai cú pháp"),
        ('[[provision]]\nid = "1"\n', "mục sai"),
        ('[[provision]]\nid = "Điều 1"\nplain = "Ao."\n', "mục sai"),
        ('[[provision]]\nid = "1"\nplain = "Ao."\nhoi = "?"\n', "mục sai"),
        (f'[[provision]]\nid = "1"\nplain = "{"ao " * 300}"\n', "mục sai"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_named(tmp_path, text, said):
    with pytest.raises(ManifestError, match=said) as caught:
        read_plain(written(tmp_path, text))
    assert "luat-ao.toml" in str(caught.value)


def test_each_way_of_asking_is_a_passage_of_the_clause_with_its_heading_above(tmp_path):
    document = parse("luat-ao", TEXT)
    parts = list(plain_passages(document, "Luật Ao", read_plain(written(tmp_path, WORDS))))
    assert [(one.id, one.part, one.text) for one in parts] == [
        ("luat-ao/1/2", PLAIN_PART, "Muốn nuôi vịt thì hỏi xóm."),
        ("luat-ao/1/2", PLAIN_PART + 1, "xin nuôi vịt ở đâu"),
        ("luat-ao/1/2", PLAIN_PART + 2, "nuôi vịt hỏi ai"),
    ]
    assert all(one.plain and one.title == "Luật Ao › Điều 1. Ao làng" for one in parts)


def test_plain_words_on_a_provision_the_text_does_not_have_are_passed_over(tmp_path):
    words = read_plain(written(tmp_path, WORDS.replace('"1/2"', '"9/9"')))
    assert list(plain_passages(parse("luat-ao", TEXT), "Luật Ao", words)) == []


@pytest.mark.corpus
def test_every_plain_word_explains_a_provision_that_exists():
    settings = load_settings()
    if not settings.mirror_dir.is_dir():
        pytest.skip(f"không có thư mục văn bản {settings.mirror}: bỏ qua các phép thử trên văn bản thật")
    library = Library(settings)
    lost = [
        f"{slug}/{entry.id}"
        for slug in library.manifest.slugs
        if library.is_true(slug)
        for entry in library.plain(slug)
        if entry.identity(slug) not in library.document(slug).provisions
    ]
    assert lost == []


@pytest.mark.corpus
def test_no_plain_words_repeat_twelve_words_of_their_text():
    settings = load_settings()
    if not settings.mirror_dir.is_dir():
        pytest.skip(f"không có thư mục văn bản {settings.mirror}: bỏ qua các phép thử trên văn bản thật")
    library = Library(settings)
    explained = [slug for slug in library.manifest.slugs if library.is_true(slug) and library.plain(slug)]
    assert len(explained) > 20
    found = [f"{slug}/{one.id}" for slug in explained for one in copied(library.document(slug), library.plain(slug))]
    assert found == []
