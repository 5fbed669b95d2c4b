"""English names of languages by their ISO 639 codes."""

from pathlib import Path


def load_languages() -> dict[str, str]:
    """Code -> name, from ``data/languages.tsv``."""
    lines = (Path(__file__).parent / "languages.tsv").read_text(encoding="utf-8").splitlines()[1:]
    pairs = (line.partition("\t") for line in lines)
    return {code: name for code, _, name in pairs}
