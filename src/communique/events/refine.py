"""Type and frame -> mode, contexts, CAMEO codes and score, by the words of the clause and PLOVER's tables."""

from communique.clauses import Predicate
from communique.data.codebook import Codebook, Refinement
from communique.events.scene import Match, Parties, Scene
from communique.parse.parsed import Token
from communique.types import EventType, Status

_MANY = 3  # parties from which a meeting is multilateral
_ASSIST = frozenset({"AID", "SUPPORT", "COOPERATE"})
_YIELD = frozenset({"RETREAT", "CONCEDE"})
_THREATS = {"ASSAULT": "violence", "MOBILIZE": "violence", "SANCTION": "restrict", "COERCE": "restrict"}


def find_mode(scene: Scene, match: Match, kind: EventType, parties: Parties, inner: Match | None) -> str | None:
    """The mode: the frame's, else what the act inside or a word of the clause says; None where nothing does."""
    frame = match.frame
    mode = frame.mode if kind == frame.type else None
    if kind in ("REQUEST", "REJECT", "THREATEN"):
        return mode or _by_inner(kind, inner)
    refined = _by_words(scene, match.predicate, scene.codebook.refinements.get(kind, ()), mode)
    if refined is None and kind == "CONSULT" and mode is None and _many(parties):
        return "multilateral"
    return refined or mode


def find_contexts(scene: Scene, predicate: Predicate) -> tuple[str, ...]:
    """PLOVER's contexts to which the words of the clause point."""
    contexts = scene.codebook.contexts
    found = (context for token in words_of(scene, predicate) for context in contexts.get(token.lemma.lower(), ()))
    return tuple(dict.fromkeys(found))


def find_cameo(codebook: Codebook, kind: EventType, mode: str | None) -> tuple[str, ...]:
    """The least specific CAMEO codes that fit."""
    return codebook.cameo.get((kind, mode or "")) or codebook.cameo.get((kind, ""), ())


def find_score(codebook: Codebook, kind: EventType, mode: str | None, status: Status) -> float | None:
    """PLOVER's score; None for what did not happen."""
    if status not in ("actual", "future"):
        return None
    found = codebook.modes.get((kind, mode or ""))
    return None if found is None else found.score


def words_of(scene: Scene, predicate: Predicate) -> tuple[Token, ...]:
    """The tokens of a predicate's clause."""
    tokens, extent = scene.clauses.parsed.tokens, predicate.extent
    first = last = predicate.head
    while first > 0 and tokens[first - 1].start >= extent.start:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].end <= extent.end:
        last += 1
    return tokens[first : last + 1]


def _by_inner(kind: EventType, inner: Match | None) -> str | None:
    """What is asked, refused or threatened gives the mode."""
    if inner is None:
        return None if kind == "THREATEN" else "change"
    if kind == "THREATEN":
        return "arrest" if inner.frame.mode == "arrest" else _THREATS.get(inner.frame.type)
    if inner.frame.type == "CONSULT":
        return "meet"
    if inner.frame.type in _ASSIST:
        return "assist"
    return "yield" if inner.frame.type in _YIELD else "change"


def _by_words(scene: Scene, predicate: Predicate, rules: tuple[Refinement, ...], mode: str | None) -> str | None:
    if not rules:
        return None
    words = " " + " ".join(f"{t.lemma.lower()}" for t in words_of(scene, predicate)) + " "
    lowered = " " + " ".join(t.lower for t in words_of(scene, predicate)) + " "
    for rule in rules:
        if mode is not None and mode not in rule.over:
            continue
        if any(f" {word} " in words or f" {word} " in lowered for word in rule.words):
            return rule.mode
    return None


def _many(parties: Parties) -> bool:
    return len({role.country or role.actor for role in (*parties.actors, *parties.recipients)}) >= _MANY
