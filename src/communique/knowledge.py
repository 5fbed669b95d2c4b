"""Everything that the stages are told, loaded once, with the hashes that a record names."""

import os
from collections.abc import Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from msgspec import Struct

from communique import __version__
from communique.data.codebook import Codebook, load_codebook
from communique.data.confidence import Confidence, load_confidence
from communique.data.gazetteer import Gazetteer, load_gazetteer
from communique.data.issues import Issues, load_issues
from communique.data.registry import Registry, load_registry
from communique.data.relations import TieRule, load_ties
from communique.data.stances import Stances, load_stances
from communique.data.statements import Lexicon, load_lexicon
from communique.data.times import TimeRules, load_times
from communique.parse.parsed import ModelInfo
from communique.types import MadeBy

# The setting of a record that names the folders laid over our registry.
REGISTRY = "registry"
CODEBOOK = "PLOVER, manual draft 2.0 (2024)"
ATTRIBUTIONS = (
    "PLOVER, Open Event Data Alliance, CC BY-SA 4.0",
    "GeoNames, CC BY 4.0",
    "UCDP Actor Dataset, Uppsala University, CC BY 4.0",
)


class Knowledge(Struct, frozen=True):
    """The tables and rules of ``communique.data``, the hash of the rules, and what reads HTML."""

    registry: Registry
    gazetteer: Gazetteer
    times: TimeRules
    lexicon: Lexicon
    codebook: Codebook
    issues: Issues
    stances: Stances
    ties: tuple[TieRule, ...]
    confidence: Confidence
    rules_sha256: str
    extractor: str
    settings: dict[str, str]


def load_knowledge(overlays: Sequence[Path] = ()) -> Knowledge:
    """Load every table and rule; ``overlays`` are folders of actor tables laid over ours, the last on top.

    Raises ValueError naming file and line.
    """
    return Knowledge(
        load_registry(overlays),
        load_gazetteer(),
        load_times(),
        load_lexicon(),
        load_codebook(),
        load_issues(),
        load_stances(),
        load_ties(),
        load_confidence(),
        _rules_sha256(),
        f"trafilatura {version('trafilatura')}",
        {REGISTRY: os.pathsep.join(str(path) for path in overlays)} if overlays else {},
    )


def overlays_of(made: MadeBy) -> tuple[Path, ...]:
    """The folders that were laid over the registry when a record was made."""
    return tuple(Path(part) for part in made.settings.get(REGISTRY, "").split(os.pathsep) if part)


def made_by(knowledge: Knowledge, model: ModelInfo) -> MadeBy:
    """What a record says about how it was made."""
    return MadeBy(
        version=__version__,
        codebook=CODEBOOK,
        model=f"{model.name} {model.version}",
        model_sha256=model.sha256,
        registry_sha256=knowledge.registry.sha256,
        rules_sha256=knowledge.rules_sha256,
        extractor=knowledge.extractor,
        settings=knowledge.settings,
        attributions=ATTRIBUTIONS,
    )


def _rules_sha256() -> str:
    """One hash over the rule files; the registry, which has its own, and the model list are left out."""
    digest = sha256()
    root = Path(__file__).parent / "data"
    for path in sorted(root.rglob("*")):
        if path.suffix in {".toml", ".tsv"} and path.parent.name != "actors" and path.name != "models.toml":
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
