"""Installing: names, manifests, identity, damage, and what a failure leaves behind."""

import json

import pytest
from typer.testing import CliRunner

from phapquy.cli.model import app
from phapquy.config import Settings, load_settings
from phapquy.errors import ModelError
from phapquy.index.model import convert, manifest
from phapquy.index.model import install as installing
from phapquy.index.model.install import Prompts, install, model_folder
from phapquy.index.model.status import model_status


@pytest.fixture
def settings(tmp_path):
    return Settings(home=tmp_path, model_dir=tmp_path / "models", model="thu-nghiem")


def put_model(settings, **changes):
    """A folder with a manifest and two small files: enough for everything but encoding."""
    folder = model_folder(settings)
    (folder / manifest.SENTENCE_FOLDER).mkdir(parents=True)
    (folder / manifest.GRAPH).write_bytes(b"not a graph")
    (folder / manifest.TOKENIZER).write_text("{}")
    files = manifest.describe_files(folder)
    facts = {
        "name": settings.model, "source": "thử", "dimension": 8, "max_tokens": 16, "pad_id": 1, "pooling": "mean",
        "normalised": True, "query_prompt": "q: ", "passage_prompt": "p: ", "recipe": manifest.RECIPE,
        "check_cosine": 1.0, "identity": "0" * 16, "files": files,
    }  # fmt: skip
    made = manifest.ModelManifest(**{**facts, **changes})
    manifest.write_manifest(folder, made)
    return folder


@pytest.mark.parametrize(
    ("name", "folder"),
    [("multilingual-e5-small", "multilingual-e5-small"), ("ai/mo-hinh.v2", "ai--mo-hinh.v2")],
)
def test_a_plain_name_is_its_own_folder(name, folder):
    assert manifest.safe_name(name) == folder


@pytest.mark.parametrize("name", ["../../etc", "/opt/models/x", "a/b/c", "C:\\models\\x", "..", "mô hình", ""])
def test_a_path_or_strange_name_never_leaves_the_model_folder(name):
    folder = manifest.safe_name(name)
    assert not set(folder) & set("/\\ ")
    assert not folder.startswith(".")


def test_different_paths_have_different_folders():
    assert manifest.safe_name("/a/model") != manifest.safe_name("/b/model")


def test_a_model_that_is_there_is_not_installed_again(settings):
    put_model(settings)
    done = install(settings, progress=lambda *_: pytest.fail("nothing should be done"))
    assert not done.fresh


def test_other_prompts_are_another_installation():
    held = manifest.ModelManifest.model_construct(query_prompt="q: ", passage_prompt="p: ")
    assert Prompts().fit(held)
    assert Prompts("q: ", "p: ").fit(held)
    assert not Prompts("hỏi: ").fit(held)


def test_identity_changes_with_prompts_window_and_weights_but_not_with_the_exported_graph():
    entry, other = (manifest.ModelFile(size=1, sha256=digit * 64) for digit in "ab")
    files = {"sentence-transformers/model.safetensors": entry, manifest.TOKENIZER: entry, manifest.GRAPH: entry}
    facts = {"query_prompt": "q", "passage_prompt": "p", "max_tokens": 512, "pooling": "mean"}
    base = manifest.identity_of(files, **facts)
    assert manifest.identity_of({**files, manifest.GRAPH: other}, **facts) == base
    assert manifest.identity_of({**files, manifest.TOKENIZER: other}, **facts) != base
    assert manifest.identity_of({**files, "sentence-transformers/model.safetensors": other}, **facts) != base
    for changed in ({"query_prompt": "Q"}, {"max_tokens": 256}, {"pooling": "cls"}):
        assert manifest.identity_of(files, **{**facts, **changed}) != base


def test_a_missing_model_names_the_command(settings):
    with pytest.raises(ModelError, match="phapquy model install"):
        manifest.read_manifest(model_folder(settings), settings.model)


@pytest.mark.parametrize("content", ["", "{", "{}", '{"name": 3}', "\x00\xff"])
def test_a_manifest_that_cannot_be_read_is_a_model_error(settings, content):
    folder = put_model(settings)
    (folder / manifest.MANIFEST).write_text(content)
    with pytest.raises(ModelError, match="--force"):
        manifest.read_manifest(folder, settings.model)


def test_a_file_of_another_size_is_seen_at_once(settings):
    folder = put_model(settings)
    (folder / manifest.GRAPH).write_bytes(b"short")
    with pytest.raises(ModelError, match="sai kích thước"):
        manifest.read_manifest(folder, settings.model)


def test_a_file_changed_without_changing_its_size_is_seen_by_status(settings):
    folder = put_model(settings)
    assert model_status(settings).usable
    (folder / manifest.GRAPH).write_bytes(b"not a grapH")
    status = model_status(settings)
    assert status.installed
    assert not status.verified
    assert manifest.GRAPH in status.problem


def test_a_failed_installation_leaves_the_old_model_and_no_litter(settings, monkeypatch):
    put_model(settings)

    def fail(*_):
        raise ModelError("hỏng giữa chừng")

    monkeypatch.setattr(installing, "_obtain", fail)
    with pytest.raises(ModelError):
        install(settings, force=True)
    assert [path.name for path in settings.model_dir.iterdir()] == ["thu-nghiem"]
    assert model_status(settings).usable


def test_no_room_on_the_disk_is_said_before_anything_is_written(settings, monkeypatch):
    monkeypatch.setattr(installing, "_WORKING_BYTES", 1 << 60)
    with pytest.raises(ModelError, match="Không đủ chỗ"):
        install(settings)


def test_a_model_folder_that_cannot_be_made_is_a_model_error(tmp_path):
    (tmp_path / "models").write_text("a file, not a folder")
    with pytest.raises(ModelError, match="PHAPQUY_MODEL_DIR"):
        install(Settings(home=tmp_path, model_dir=tmp_path / "models"))


def test_damaged_packaged_weights_are_refused_before_conversion(settings, tmp_path, monkeypatch):
    bad = tmp_path / "bad.bin"
    bad.write_bytes(b"E5S1")
    monkeypatch.setattr(convert, "packaged_weights", lambda: bad)
    with pytest.raises(ModelError, match="mã băm"):
        install(settings, "multilingual-e5-small")


def test_status_of_a_missing_model_exits_with_one_and_gives_json(settings, monkeypatch):
    monkeypatch.setattr("phapquy.cli.model.load_settings", lambda: settings)
    outcome = CliRunner().invoke(app, ["status", "--json"])
    assert outcome.exit_code == 1
    assert json.loads(outcome.stdout)["installed"] is False


def test_status_shows_the_facts_of_an_installed_model(settings, monkeypatch):
    put_model(settings)
    monkeypatch.setattr("phapquy.cli.model.load_settings", lambda: settings)
    outcome = CliRunner().invoke(app, ["status"])
    assert outcome.exit_code == 0
    assert "khớp" in outcome.stdout


@pytest.mark.model
def test_the_installed_model_has_every_hash_it_was_installed_with():
    status = model_status(load_settings())
    if not status.installed:
        pytest.skip(status.problem)
    assert status.usable, status.problem
    assert status.check_cosine >= 0.98
