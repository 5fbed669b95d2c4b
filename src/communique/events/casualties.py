"""Harm told without a doer, which the sentences around make an act: "A bomb went off. Twenty people WERE KILLED"."""

from communique.clauses import Predicate
from communique.events.scene import Match, Scene

_NEAR = 2  # sentences
_COUNTED = frozenset({"CD", "NNS", "NNPS", "NNP"})


def find_casualties(scene: Scene, found: dict[int, Match]) -> dict[int, Match]:
    """The matches of harm done by nobody whom the sentence names, where an attack is told in it or shortly before and no
    accident is."""
    attacked = {m.predicate.sentence for m in found.values() if m.whole and m.frame.type == "ASSAULT"}
    return {
        i: match
        for i, match in found.items()
        if not match.whole and _befalls(scene, match) and _is_of_attack(scene, match.predicate, attacked)
    }


def _befalls(scene: Scene, match: Match) -> bool:
    """ "Twenty WERE KILLED", "two officers WERE WOUNDED": in the passive, by nobody, and to people."""
    predicate = match.predicate
    if match.frame.type != "ASSAULT" or not predicate.passive or predicate.negated or predicate.heads("subject"):
        return False
    tokens = scene.clauses.parsed.tokens
    return bool(match.parties.recipients) or any(tokens[h].tag in _COUNTED for h in predicate.heads("object"))


def _is_of_attack(scene: Scene, predicate: Predicate, attacked: set[int]) -> bool:
    here = predicate.sentence
    near = [s for s in range(max(0, here - _NEAR), here + 1) if s in attacked]
    if not near:
        return False
    bounds = scene.clauses.parsed.sentences
    words = scene.clauses.parsed.tokens[bounds[near[-1]].first : bounds[here].last]
    return not any(token.lemma.lower() in scene.codebook.operators.accidents for token in words)
