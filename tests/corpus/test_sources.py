from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from phapquy.config import Settings
from phapquy.corpus import aside, download, fetch, sources
from phapquy.corpus.library import Library
from phapquy.corpus.sources import Outcome, pull
from phapquy.errors import FetchError, ManifestError, TextError


def outcomes(report):
    return {row.slug: row.outcome for row in report.rows}


def test_a_pull_copies_the_texts_of_the_mirror_and_a_second_one_changes_nothing(settings):
    first = pull(settings)
    assert outcomes(first) == {"luat-xoai": Outcome.COPIED, "nd-xoai": Outcome.COPIED}
    stamp = (settings.texts_dir / "luat-xoai.txt").stat().st_mtime_ns
    second = pull(settings)
    assert outcomes(second) == {"luat-xoai": Outcome.UNCHANGED, "nd-xoai": Outcome.UNCHANGED}
    assert second.ok
    assert (settings.texts_dir / "luat-xoai.txt").stat().st_mtime_ns == stamp
    assert sorted(path.name for path in settings.texts_dir.iterdir()) == ["luat-xoai.txt", "nd-xoai.txt"]


def test_a_text_with_another_fingerprint_is_kept_aside_reported_and_not_used(settings):
    (settings.mirror_dir / "nd-xoai.txt").write_text("Điều 1. Đã bị sửa\n", encoding="utf-8")
    report = pull(settings)
    assert outcomes(report)["nd-xoai"] is Outcome.ASIDE
    assert "khong-khop" in report.rows[1].message
    assert not report.ok
    assert (settings.quarantine_dir / "nd-xoai.txt").read_text(encoding="utf-8") == "Điều 1. Đã bị sửa\n"
    assert not (settings.texts_dir / "nd-xoai.txt").exists()
    assert "nd-xoai" not in Library(settings).available()


def test_a_text_in_another_encoding_is_reported_and_the_others_continue(settings):
    (settings.mirror_dir / "luat-xoai.txt").write_bytes("Điều 1".encode("utf-16-le"))
    report = pull(settings)
    assert outcomes(report) == {"luat-xoai": Outcome.FAILED, "nd-xoai": Outcome.COPIED}
    assert "UTF-8" in report.rows[0].message


def test_a_text_the_source_lacks_is_reported_as_missing(settings):
    (settings.mirror_dir / "nd-xoai.txt").unlink()
    assert outcomes(pull(settings))["nd-xoai"] is Outcome.MISSING


def test_a_link_out_of_the_source_folder_is_not_followed(settings, tmp_path, made):
    outside = tmp_path / "ngoai.txt"
    outside.write_text(made.decree, encoding="utf-8")
    (settings.mirror_dir / "nd-xoai.txt").unlink()
    (settings.mirror_dir / "nd-xoai.txt").symlink_to(outside)
    report = pull(settings)
    assert outcomes(report)["nd-xoai"] is Outcome.FAILED
    assert "ra ngoài" in report.rows[1].message


def test_a_missing_source_folder_is_a_clear_error(settings, tmp_path):
    with pytest.raises(FetchError, match="--from"):
        pull(settings, tmp_path / "khong-co")


def test_a_file_in_place_of_the_source_folder_is_a_clear_error(settings):
    with pytest.raises(FetchError, match="Không thấy thư mục"):
        pull(settings, settings.mirror_dir / "luat-xoai.txt")


def test_a_read_only_destination_is_a_clear_error(settings, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(sources.tempfile, "TemporaryFile", refuse)
    with pytest.raises(TextError, match="Không ghi được"):
        pull(settings)


def test_a_full_disk_leaves_no_half_written_text(settings, monkeypatch):
    def refuse(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(aside.os, "fsync", refuse)
    with pytest.raises(TextError, match="chỗ trống"):
        pull(settings)
    assert list(settings.texts_dir.iterdir()) == []


def test_a_missing_manifest_stops_a_pull_before_anything_is_written(tmp_path):
    with pytest.raises(ManifestError):
        pull(Settings(home=tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_progress_is_told_of_each_document(settings):
    seen = []
    pull(settings, progress=lambda done, total, slug: seen.append((done, total, slug)))
    assert seen == [(0, 2, "luat-xoai"), (1, 2, "nd-xoai"), (2, 2, "")]


def test_the_report_is_plain_json(settings):
    plain = pull(settings).to_json()
    assert plain["counts"] == {"da-chep": 2}
    assert plain["rows"][0] == {"slug": "luat-xoai", "outcome": "da-chep", "message": ""}


@pytest.fixture
def site(monkeypatch):
    """Serve invented answers in place of the network; only the addresses given exist."""
    answers = {}

    def handle(request):
        return answers.get(str(request.url), httpx.Response(404))

    real = httpx.Client
    monkeypatch.setattr(httpx, "Client", lambda **options: real(transport=httpx.MockTransport(handle), **options))
    return answers


def test_without_a_mirror_the_official_address_is_asked(settings, site, made):
    manifest = settings.manifest_path
    text = manifest.read_text(encoding="utf-8")
    text = text.replace("core = true", 'core = true\nurl = "https://xoai.vn/luat/901"')
    manifest.write_text(text, encoding="utf-8")
    page = "<html><head><title>x</title></head><body><script>1</script>" + "".join(
        f"<p>{line}</p>" for line in made.law.splitlines()
    )
    site["https://xoai.vn/luat/901"] = httpx.Response(200, html=page + "</body></html>")
    bare = Settings(home=settings.home, mirror=Path("khong-co"))
    report = pull(bare)
    assert outcomes(report) == {"luat-xoai": Outcome.COPIED, "nd-xoai": Outcome.MISSING}


@pytest.mark.parametrize(
    ("url", "answer", "message"),
    [
        ("http://xoai.vn/a", None, "https"),
        ("https://xoai.vn/khong-co", None, "404"),
        ("https://xoai.vn/anh", httpx.Response(200, headers={"content-type": "image/png"}, content=b"x"), "image/png"),
        ("https://xoai.vn/to", httpx.Response(200, text="x" * 100), "lớn hơn"),
        ("https://xoai.vn/http", httpx.Response(302, headers={"location": "http://xoai.vn/a"}), "https"),
    ],
)
def test_a_fetch_refuses_what_it_should(site, monkeypatch, url, answer, message):
    monkeypatch.setattr(download, "MAX_BYTES", 10)
    if answer is not None:
        site[url] = answer
    with download.new_client() as client, pytest.raises(FetchError, match=message):
        fetch.fetch_text(url, download.Downloader(client))


def test_a_site_that_does_not_answer_is_a_clear_error(monkeypatch):
    def handle(request):
        raise httpx.ConnectTimeout("x", request=request)

    with (
        httpx.Client(transport=httpx.MockTransport(handle)) as client,
        pytest.raises(FetchError, match="thời gian chờ"),
    ):
        fetch.fetch_text("https://xoai.vn/luat", download.Downloader(client, sleep=lambda _seconds: None))


@pytest.mark.corpus
def test_a_pull_from_the_real_mirror_brings_every_text(real, tmp_path):
    home = tmp_path / "home"
    (home / "corpus").mkdir(parents=True)
    for name in ("manifest.toml", "amendments.csv", "digests"):
        (home / "corpus" / name).symlink_to(real.home / "corpus" / name)
    report = pull(Settings(home=home), real.mirror_dir)
    assert report.ok
    assert report.counts == {"da-chep": 79}
