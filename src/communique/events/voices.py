"""Which statement performs an event, which one only reports it, and the words that hold it at a distance."""

from communique.clauses import Predicate
from communique.events.scene import Scene
from communique.types import Role, Span, Statement

_OWN = frozenset({"i", "we", "my", "our", "ours"})


def find_performing(scene: Scene, trigger: Span) -> Statement | None:
    """The statement that is the act itself: its cue overlaps the trigger ("China CALLED FOR talks")."""
    for statement in scene.statements.statements:
        cue = statement.cue
        if cue is not None and cue.start < trigger.end and trigger.start < cue.end:
            return statement
    return None


def find_reporting(scene: Scene, trigger: Span) -> Statement | None:
    """The innermost statement whose content holds the trigger."""
    holding = [s for s in scene.statements.statements if _holds(s, trigger)]
    return min(holding, key=lambda s: s.content.end - s.content.start if s.content else 0, default=None)


def find_judges(scene: Scene, predicate: Predicate) -> tuple[Role, ...]:
    """Who says what a verdict says, else for whom a release speaks: Peru in "Chad is lying, Peru said"; nobody who says it
    of himself ("we were wrong")."""
    tokens = scene.clauses.parsed.tokens
    if any(tokens[h].lower in _OWN for h in predicate.heads("subject", "possessor")):
        return ()
    statement = find_reporting(scene, Span(tokens[predicate.head].start, tokens[predicate.head].end))
    return scene.authors if statement is None else statement.speakers


def find_hedge(scene: Scene, predicate: Predicate, reporting: Statement | None) -> Span | None:
    """The words that hedge: in the clause ("allegedly"), above it ("IS SAID to have fled"), else those of the statement
    that reports it."""
    tokens = scene.clauses.parsed.tokens
    at = predicate.head - 1
    while at >= 0 and tokens[at].start >= predicate.extent.start:
        if tokens[at].lower in scene.codebook.operators.hedges:
            return Span(tokens[at].start, tokens[at].end)
        at -= 1
    hearsay = _hearsay(scene, predicate)
    return hearsay if hearsay is not None or reporting is None else reporting.hedge


def _hearsay(scene: Scene, predicate: Predicate) -> Span | None:
    """ "Is believed to have fled": what nobody named is told to hold."""
    above = None if predicate.above is None else scene.clauses.predicates[predicate.above]
    if above is None or not above.passive or predicate.link not in {"infinitive", "complement"}:
        return None
    tokens, children = scene.clauses.parsed.tokens, scene.clauses.parsed.children
    named = any(c for c in children[above.head] if tokens[c].dep == "agent")
    if named or above.negated or above.lemma not in scene.codebook.operators.hearsay:
        return None
    helpers = [c for c in children[above.head] if tokens[c].dep == "auxpass" and c < above.head]
    return Span(tokens[min([above.head, *helpers])].start, tokens[above.head].end)


def _holds(statement: Statement, trigger: Span) -> bool:
    content = statement.content
    return content is not None and content.start <= trigger.start and trigger.end <= content.end
