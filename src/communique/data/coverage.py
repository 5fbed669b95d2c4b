"""What the registry promises to cover (``data/coverage.toml``)."""

import tomllib
from pathlib import Path

import msgspec

from communique.types import Day


class CoverageRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Since ``since``, every day of each of ``roles`` in each of ``states`` has a holder, or is told to be vacant."""

    since: Day
    roles: tuple[str, ...]
    states: tuple[str, ...]


def load_coverage(path: Path | None = None) -> CoverageRules:
    """The promise; raises ValueError naming the file where it cannot be read."""
    file = path or Path(__file__).parent / "coverage.toml"
    try:
        return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), CoverageRules)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ValueError(f"{file.name}: {error}") from error
