from __future__ import annotations

from datetime import date

import pytest

from phapquy.corpus.manifest_files import load_manifest
from phapquy.errors import ManifestError


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "manifest.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_manifest_is_read_with_its_facts(settings):
    manifest = load_manifest(settings.manifest_path)
    assert manifest.slugs == ("luat-xoai", "nd-xoai", "kl-7-xx")
    assert manifest.by_slug["luat-xoai"].effective == date(2099, 7, 1)
    assert [entry.slug for entry in manifest.core()] == ["luat-xoai"]


def test_a_missing_manifest_names_the_path_and_what_to_do(tmp_path):
    with pytest.raises(ManifestError, match=r"khong-co\.toml.*PHAPQUY_HOME"):
        load_manifest(tmp_path / "khong-co.toml")


def test_broken_toml_names_the_file_and_the_line(written):
    with pytest.raises(ManifestError, match=r"manifest\.toml.*line 2"):
        load_manifest(written('as_at = 2099-01-01\nx = "\n'))


def test_a_manifest_that_is_not_utf8_is_refused(tmp_path):
    path = tmp_path / "manifest.toml"
    path.write_bytes("as_at = 'Xoài'".encode("utf-16"))
    with pytest.raises(ManifestError, match="UTF-8"):
        load_manifest(path)


def test_a_folder_in_place_of_the_manifest_is_a_clear_error(tmp_path):
    with pytest.raises(ManifestError, match="Không đọc được"):
        load_manifest(tmp_path)


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        ('mau_la = "xanh"', "mau_la: không có trường nào"),
        ('url = "http://xoai.vn/luat"', "https"),
        ('[[document.validity]]\nprovision = "nd-khac/1"\nby = "x"', "không thuộc văn bản luat-xoai"),
        ('[[document.validity]]\nprovision = "luat-xoai/1/2/3/4/5"\nby = "x"', "provision"),
    ],
)
def test_a_wrong_fact_names_the_document(written, made, extra, message):
    text = "as_at = 2099-01-01\n" + made.entry_toml("luat-xoai", made.law, extra=extra)
    with pytest.raises(ManifestError, match=message) as caught:
        load_manifest(written(text))
    assert "luat-xoai" in str(caught.value)


@pytest.mark.parametrize("file", ["../ngoai.txt", "/etc/passwd", "con/luat.txt", "..", "a\\\\b.txt"])
def test_a_file_outside_the_folder_of_texts_is_refused(written, made, file):
    text = "as_at = 2099-01-01\n" + made.entry_toml("luat-xoai", made.law, file=file)
    with pytest.raises(ManifestError, match="luat-xoai"):
        load_manifest(written(text))


def test_two_entries_for_one_slug_are_refused(written, made):
    one = made.entry_toml("luat-xoai", made.law)
    with pytest.raises(ManifestError, match="hai lần"):
        load_manifest(written("as_at = 2099-01-01\n" + one + one))


def test_a_missing_fact_is_named(written, made):
    text = "as_at = 2099-01-01\n" + made.entry_toml("luat-xoai", made.law).replace('type = "Luật"\n', "")
    with pytest.raises(ManifestError, match="type: thiếu trường này"):
        load_manifest(written(text))
