"""The language models that were measured, best first, with the SHA-256 of each of their files."""

import tomllib
from pathlib import Path

import msgspec


class KnownModel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A package that carries a model; ``files`` maps a path inside the model's folder to its SHA-256."""

    package: str
    version: str
    model: str
    licence: str
    files: dict[str, str]


def load_known_models() -> tuple[KnownModel, ...]:
    """The models of ``data/models.toml``, in the order in which they are tried."""
    raw = tomllib.loads((Path(__file__).parent / "models.toml").read_text(encoding="utf-8"))
    return msgspec.convert(raw["model"], tuple[KnownModel, ...])
