"""Acts that whoever should do them will never do, or is not ready for: "Peru WILL NEVER recognise the vote" refuses."""

from communique.clauses import Predicate
from communique.events.scene import Match, Scene
from communique.events.status import find_signs
from communique.events.voices import find_reporting
from communique.types import Span

_REFUSED = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})


def refuses(scene: Scene, match: Match, found: dict[int, Match]) -> bool:
    """Is it an act of good will that its doer will never do, has no intention of, or is not ready for?

    Not where another says so of him ("Chad will never withdraw, Peru said" tells what Peru expects), and "will not meet" alone
    is an act that is not done.
    """
    if match.frame.type not in _REFUSED or not match.parties.actors or match.predicate.passive:
        return False
    signs = find_signs(scene, match.predicate, found)
    if "negated" not in signs:
        return False
    unready = match.predicate.kind == "adjective" and match.frame.type == "AGREE"
    return (unready or ("future" in signs and _flatly(scene, match.predicate))) and _of_himself(scene, match)


def _flatly(scene: Scene, predicate: Predicate) -> bool:
    """ "Will NEVER meet", "has NO INTENTION of meeting", "there is NO WAY it will meet"."""
    parsed = scene.clauses.parsed
    if any(parsed.tokens[c].lower == "never" for c in parsed.children[predicate.head]):
        return True
    return any(above.kind == "noun" and above.negated for above in scene.clauses.chain(predicate)[:2])


def _of_himself(scene: Scene, match: Match) -> bool:
    token = scene.clauses.parsed.tokens[match.predicate.head]
    statement = find_reporting(scene, Span(token.start, token.end))
    if statement is None or not statement.speakers:
        return True
    sides = {role.country or role.actor for role in match.parties.actors}
    return any((speaker.country or speaker.actor) in sides for speaker in statement.speakers)
