"""Predicate, frame -> who does it and to whom."""

from collections.abc import Iterable

from communique.actors import roles
from communique.clauses import Predicate
from communique.data.codebook import Frame
from communique.events.scene import Parties, Scene
from communique.events.voices import find_reporting
from communique.types import Role, Span


def find_parties(scene: Scene, predicate: Predicate, frame: Frame, inner: Predicate | None) -> Parties:
    """The parties that the frame's role paths lead to: the first path that names somebody wins."""
    actors = _first(scene, predicate, frame, frame.actor, inner, ()) or _doer_above(scene, predicate, frame)
    recipients = _first(scene, predicate, frame, _recipient_paths(frame, actors), inner, actors)
    if frame.type == "ASSAULT" and predicate.kind == "noun" and (harmed := _harmed(scene, predicate, actors)):
        recipients = harmed
    if not recipients and frame.place_as_recipient:
        recipients = _place(scene, predicate, frame, actors)
    if not recipients and (predicate.light or "").endswith(" under"):
        recipients = _undergoer(scene, predicate, actors)
    if frame.reciprocal and frame.type not in _JOINT and _each_other(scene, predicate):
        recipients = actors
    if frame.type == "ASSAULT" and predicate.kind == "noun" and (fighting := _fighting(scene, predicate, actors)):
        actors = recipients = fighting
    return Parties(actors, recipients)


_JOINT = frozenset({"CONSULT", "AGREE"})
_HARMING = frozenset(
    {"claim", "destroy", "hit", "hurt", "injure", "kill", "leave", "maim", "murder", "strike", "target", "wound"}
)


def _harmed(scene: Scene, attack: Predicate, actors: tuple[Role, ...]) -> tuple[Role, ...]:
    """Whom a clause on an attack names: "the raid that KILLED TWO CHADIANS", "a bombing targeting the embassy"."""
    below = (scene.clauses.predicates[i] for i in scene.below.get(attack.id, ()))
    told = [p for p in below if p.link in ("relative", "participle") and p.lemma in _HARMING and not p.passive]
    taken = {role.actor for role in actors}
    found = _unique(role for p in told for head in p.heads("object") for role in name_parties(scene, head))
    return tuple(role for role in found if role.actor not in taken and role.country)


def _fighting(scene: Scene, fight: Predicate, actors: tuple[Role, ...]) -> tuple[Role, ...]:
    """ "CLASHES between Chad and Niger": each did it to the other."""
    named = _unique(role for head in fight.heads("between") for role in name_parties(scene, head))
    several = len(named) > 1 and actors
    return named if several and {role.actor for role in actors} <= {role.actor for role in named} else ()


def _recipient_paths(frame: Frame, actors: tuple[Role, ...]) -> tuple[str, ...]:
    """Where both sides are the subject, whom the topic is tied to is no third side: "A and B discussed their trade with C"."""
    both = frame.reciprocal and len({role.country for role in actors}) > 1
    return tuple(path for path in frame.recipient if not both or "." not in path)


def _undergoer(scene: Scene, predicate: Predicate, actors: tuple[Role, ...]) -> tuple[Role, ...]:
    """Who is under an act: "CHAD came under attack", "CHAD is under sanctions"."""
    taken = {role.actor for role in actors}
    heads = (h for a in predicate.arguments if a.role == "subject" and a.source == "light" for h in a.heads)
    return _unique(role for head in heads for role in name_parties(scene, head) if role.actor not in taken)


_SAME_DOER = frozenset({"in", "during", "at", "by", "via", "through"})
_BESIDE = frozenset({"after", "ahead", "before", "following"})  # "AFTER talks with Chad, Norway promised"
_SHARED_ACTS = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "AID"})  # not "mourned in the ATTACK"
_BEING_THERE = frozenset(
    {"arrive", "be", "come", "depart", "fly", "gather", "go", "head", "land", "leave", "sail", "stay", "travel"}
)


def _doer_above(scene: Scene, predicate: Predicate, frame: Frame) -> tuple[Role, ...]:
    """Who does the verb on which a noun hangs: "in a CALL with Lavrov, Blinken discussed", "was in Oslo for TALKS with"."""
    if predicate.kind != "noun" or predicate.above is None or frame.type not in _SHARED_ACTS:
        return ()
    above = scene.clauses.predicates[predicate.above]
    if above.kind != "verb" or predicate.link != "oblique":
        return ()
    if not (predicate.marker in _SAME_DOER or _goes_with(predicate, above, frame)):
        return ()
    return _unique(role for head in above.heads("subject") for role in roles(scene.actors, head))


def _goes_with(predicate: Predicate, above: Predicate, frame: Frame) -> bool:
    """Is a meeting what somebody came for, or what came before or after his deed?"""
    if frame.type != "CONSULT":
        return False
    return predicate.marker in _BESIDE or (predicate.marker == "for" and above.lemma.split(" ")[0] in _BEING_THERE)


def _first(
    scene: Scene,
    predicate: Predicate,
    frame: Frame,
    paths: tuple[str, ...],
    inner: Predicate | None,
    others: tuple[Role, ...],
) -> tuple[Role, ...]:
    """The roles of the first path that names somebody other than ``others``."""
    taken = {role.actor for role in others}
    for path in paths:
        found = [role for head in _walk(scene, predicate, path, inner, frame) for role in name_parties(scene, head)]
        fresh = _unique(role for role in found if role.actor not in taken)
        if fresh:
            return fresh
    return ()


def _unique(found: Iterable[Role]) -> tuple[Role, ...]:
    by_actor: dict[str, Role] = {}
    for role in found:
        by_actor.setdefault(role.actor, role)
    return tuple(by_actor.values())


def _walk(scene: Scene, predicate: Predicate, path: str, inner: Predicate | None, frame: Frame) -> tuple[int, ...]:
    """The tokens at the end of a role path such as ``object.of`` or ``inner.subject``."""
    first, _, rest = path.partition(".")
    if first == "inner":
        return _walk_inner(scene, rest, inner, frame)
    heads = _subjects(scene, predicate, frame) if first == "subject" else predicate.heads(first)
    return heads if not rest else tuple(tied for head in heads for tied in find_tied(scene, head, rest))


def _subjects(scene: Scene, predicate: Predicate, frame: Frame) -> tuple[int, ...]:
    """The subjects; of a noun, its verb's only if that carries it: who condemns an attack did not attack."""
    carried = is_carried(scene, predicate, frame)
    return tuple(
        h for a in predicate.arguments if a.role == "subject" and (carried or a.source != "light") for h in a.heads
    )


def is_carried(scene: Scene, predicate: Predicate, frame: Frame) -> bool:
    """Does the verb above a noun only carry it ("launched an attack")?"""
    operators = scene.codebook.operators
    return predicate.light in frame.light or predicate.light in operators.light or predicate.light in operators.own_plan


_ONTO = ("against", "on", "to", "with")


def _walk_inner(scene: Scene, rest: str, inner: Predicate | None, frame: Frame) -> tuple[int, ...]:
    if inner is None:
        return ()
    if rest == "recipient":
        things = inner.heads("object")
        ties = (*(tied for head in things for how in _ONTO for tied in find_tied(scene, head, how)),)
        return (*inner.heads("object", "with", "against", "to", "on", "from"), *ties)  # "deliver blows TO Chad"
    return _walk(scene, inner, rest, None, frame)


def find_tied(scene: Scene, head: int, role: str) -> tuple[int, ...]:
    """The heads tied to a noun in a role: possessor, modifier, or a preposition."""
    predicate = scene.clauses.at(head)
    heads = () if predicate is None else predicate.heads(role)
    if any(roles(scene.actors, i) for i in heads):
        return heads
    # "Chad's recent MISSILE launches": whose they are may hang on another of their modifiers.
    return (*heads, *(i for i, how in _mentions_in(scene, head) if how == role))


def name_parties(scene: Scene, head: int) -> tuple[Role, ...]:
    """The parties that a noun phrase names, or, where it names none, those to whom the thing belongs."""
    named = roles(scene.actors, head) or _seated(scene, head)
    if not any(role.country for role in named):
        named = _examples(scene, head) or named
    if named:
        return (*_ours(scene, head, named), *_listed_states(scene, head, named))
    ties = _mentions_in(scene, head)
    nobody = scene.clauses.parsed.tokens[head].lower in _NOBODY
    for how in ("possessor", "modifier", "of", *(("in",) if nobody else ())):  # "NOBODY IN NORWAY has shipped"
        owners = _unique(role for i, tie in ties if tie == how for role in roles(scene.actors, i))
        if owners:
            return owners
    return _authors(scene, head)


def _listed_states(scene: Scene, head: int, named: tuple[Role, ...]) -> tuple[Role, ...]:
    """ "Peru, CHAD, and Kenya": the parser takes the second of listed states for an apposition to the first."""
    parsed = scene.clauses.parsed
    beside = [c for c in parsed.children[head] if parsed.tokens[c].dep == "appos" and c > head]
    if not beside or not any(parsed.tokens[c].dep == "conj" for c in parsed.children[head]):
        return ()
    found = tuple(role for c in beside for role in roles(scene.actors, c))
    states = {*scene.actors.states.values()}
    return found if all(role.actor in states for role in (*named, *found)) else ()


def _examples(scene: Scene, head: int) -> tuple[Role, ...]:
    """ "World leaders INCLUDING Ruto and Modi praised": those that are named of a group without a country."""
    parsed = scene.clauses.parsed
    ties = (c for c in parsed.children[head] if c > head and _gives_examples(scene, c))
    heads = (i for c in ties for o in parsed.children[c] if parsed.tokens[o].dep == "pobj" for i in _listed(scene, o))
    return _unique(role for i in heads for role in roles(scene.actors, i) if role.country)


def _gives_examples(scene: Scene, i: int) -> bool:
    tokens = scene.clauses.parsed.tokens
    return tokens[i].lower in {"including", "like"} or (tokens[i].lower == "as" and tokens[i - 1].lower == "such")


def _ours(scene: Scene, head: int, named: tuple[Role, ...]) -> tuple[Role, ...]:
    """What is "ours" in somebody's words belongs to the speaker's state: "OUR EMBASSY will stay", said the envoy."""
    number = scene.actors.by_token.get(head)
    if number is None or any(role.country for role in named):
        return named
    mention = scene.actors.mentions[number]
    tokens = scene.clauses.parsed.tokens
    if tokens[mention.first].lower not in ("our", "my") or tokens[mention.head].lemma.lower() in _OTHERS:
        return named
    statement = find_reporting(scene, mention.span)
    speakers = () if statement is None else statement.speakers
    owners = tuple(
        Role(actor=scene.states.get(s.country or "", s.actor), span=mention.span, country=s.country, sector=s.sector)
        for s in speakers
    )
    return owners or named


def _seated(scene: Scene, head: int) -> tuple[Role, ...]:
    """ "The government in Kabul", which no mention covers: the state of its seat, where the report names that state."""
    tokens = scene.clauses.parsed.tokens
    if tokens[head].lemma.lower() not in _SEATED or head + 2 >= len(tokens) or tokens[head + 1].lower != "in":
        return ()
    number = scene.places.by_token.get(head + 2)
    place = None if number is None else scene.places.places[number]
    state = None if place is None or place.country is None else scene.states.get(place.country)
    if place is None or state is None:
        return ()
    span = scene.clauses.phrases.get(head, Span(tokens[head].start, tokens[head].end))
    return (Role(actor=state, span=span, country=place.country, sector="GOV"),)


_OTHERS = frozenset(
    {"ally", "counterpart", "donor", "enemy", "friend", "neighbor", "neighbour", "partner"}
)  # "our PARTNERS"
_NOBODY = frozenset({"nobody", "none", "one", "somebody", "someone"})
_SEATED = frozenset({"government", "regime", "authority", "administration", "leadership"})


def _authors(scene: Scene, head: int) -> tuple[Role, ...]:
    """Who made a thing that a verb carries: "Norway issued STATEMENTS calling for"; not who condemns it."""
    predicate = scene.clauses.at(head)
    if predicate is None or predicate.kind != "noun":
        return ()
    carried = predicate.light in scene.codebook.operators.light
    makers = (
        h for a in predicate.arguments if a.role == "subject" and (carried or a.source != "light") for h in a.heads
    )
    sources = () if predicate.lemma in _LEAVING else predicate.heads("from")  # not "the WITHDRAWAL of troops from Chad"
    return _unique(role for i in (*makers, *predicate.heads("by"), *sources) for role in roles(scene.actors, i))


_LEAVING = frozenset(
    {
        "departure",
        "evacuation",
        "exit",
        "expulsion",
        "import",
        "independence",
        "protection",
        "pullback",
        "pullout",
        "release",
        "removal",
        "retreat",
        "return",
        "separation",
        "withdrawal",
    }
)


def _mentions_in(scene: Scene, head: int) -> list[tuple[int, str]]:
    """The mentions in a noun phrase, as (head token, how it is tied): "Israel's new POLICY on Gaza of last year"."""
    span = scene.clauses.phrases.get(head)
    if span is None:
        return []
    return _before(scene, head, span) + _after(scene, head, span)


def _before(scene: Scene, head: int, span: Span) -> list[tuple[int, str]]:
    tokens, mentions, by_token = scene.clauses.parsed.tokens, scene.actors.mentions, scene.actors.by_token
    found: list[tuple[int, str]] = []
    at = head - 1
    while at >= 0 and tokens[at].start >= span.start:
        i = by_token.get(at)
        if i is not None:
            owns = tokens[at].tag == "PRP$" or (tokens[at + 1].tag == "POS" and at + 1 < head)
            found.append((mentions[i].head, "possessor" if owns else "modifier"))
            at = min(at, mentions[i].first)
        at -= 1
    return found


def _after(scene: Scene, head: int, span: Span) -> list[tuple[int, str]]:
    tokens, mentions, by_token = scene.clauses.parsed.tokens, scene.actors.mentions, scene.actors.by_token
    found: list[tuple[int, str]] = []
    how, at = "", head + 1
    while at < len(tokens) and tokens[at].end <= span.end:
        if tokens[at].pos == "ADP":
            how = tokens[at].lower
        i = by_token.get(at)
        if i is not None and how:
            found.extend((head, how) for head in _listed(scene, mentions[i].head))
            at = max(at, mentions[i].last - 1)
        at += 1
    return found


def _listed(scene: Scene, head: int) -> list[int]:
    """A noun and the nouns listed with it: all three in "the envoys to El Salvador, Honduras and Panama"."""
    parsed = scene.clauses.parsed
    joined = [c for c in parsed.children[head] if parsed.tokens[c].dep == "conj" and c > head]
    return [head, *(j for c in joined for j in _listed(scene, c))]


def _place(scene: Scene, predicate: Predicate, frame: Frame, actors: tuple[Role, ...]) -> tuple[Role, ...]:
    """The state to which the place in a recipient's role belongs: Ukraine in "visited Kyiv"; not the actor's own."""
    heads = [head for path in frame.recipient for head in _walk(scene, predicate, path, None, frame)]
    within = [i for head in heads for i in _tokens_after(scene, head)] if frame.type == "ASSAULT" else []
    own = {role.country for role in actors}
    for token in (*heads, *within):  # "struck a cathedral IN THE PHILIPPINES"
        i = scene.places.by_token.get(token)
        place = None if i is None else scene.places.places[i]
        actor = None if place is None or place.country is None else scene.actors.states.get(place.country)
        if actor and place and (place.country not in own or place.country in scene.states):
            return (Role(actor=actor, span=place.span, country=place.country, sector="GOV"),)
    return ()


def _tokens_after(scene: Scene, head: int) -> range:
    """The tokens of a phrase that stand after its head."""
    tokens, span, last = scene.clauses.parsed.tokens, scene.clauses.phrases.get(head), head
    while span is not None and last + 1 < len(tokens) and tokens[last + 1].end <= span.end:
        last += 1
    return range(head + 1, last + 1)


def _each_other(scene: Scene, predicate: Predicate) -> bool:
    tokens = scene.clauses.parsed.tokens
    return any(tokens[h].lower in ("other", "another") for h in predicate.heads("object", "at", "with", "of"))
