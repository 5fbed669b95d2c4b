"""The weights of ``confidence.toml``: what each sign adds to how far an entry may be trusted."""

import tomllib
from pathlib import Path

import msgspec


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Logits: ``base`` of any entry of the kind, and what each sign adds or takes."""

    base: float
    signs: dict[str, float]


class Confidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Weights by kind of entry, and what they were fitted on."""

    fitted_on: str
    events: Weights
    statements: Weights


def load_confidence(path: Path | None = None) -> Confidence:
    """The weights that ship, or those of a file. Raises ValueError where it is not what it should be."""
    source = path or Path(__file__).with_name("confidence.toml")
    try:
        return msgspec.convert(tomllib.loads(source.read_text(encoding="utf-8")), Confidence)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ValueError(f"{source.name}: {error}; `tools/calibrate.py EVAL_DIR` writes it anew") from error
