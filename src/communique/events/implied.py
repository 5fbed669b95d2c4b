"""Parties that nobody names and the act or the words above it imply: who tells of it, who rules at home, whose it is."""

from communique.actors import roles
from communique.clauses import Predicate
from communique.events.naming import name_parties
from communique.events.paths import find_tied
from communique.events.scene import Match, Scene
from communique.events.voices import find_reporting
from communique.types import Role, Span

NO_PARTY = frozenset({"company", "outlet", "unknown"})  # kinds that are no party by being named in a sentence
_ON_REQUEST = frozenset({"at", "per", "upon"})
_DEMONSTRATORS = frozenset({"demonstrator", "marcher", "protester", "protestor", "striker"})
_MADE_WITH = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_AT_HOME = frozenset({"arrest", "censor", "curfew", "martial-law"})
_RULING = frozenset({"GOV", "COP", "JUD", "LEG", "MIL"})
_PRONOUNS = frozenset({"it", "that", "them", "these", "this", "those"})
_OF_WHAT = ("object", "about", "against", "of", "on", "over", "to", "from")


def find_teller(scene: Scene, match: Match) -> tuple[Role, ...]:
    """Who did what he tells of: "ten men were arrested, POLICE said"; "a deal has been reached with Chad, NIGER said"."""
    token = scene.clauses.parsed.tokens[match.predicate.head]
    statement = find_reporting(scene, Span(token.start, token.end))
    speakers = () if statement is None else statement.speakers
    if match.frame.type == "COERCE":
        return tuple(r for r in speakers if _is_police(scene, r))
    if match.frame.type not in _MADE_WITH or not match.parties.recipients or not _is_agentless(scene, match.predicate):
        return ()
    others = {r.country for r in match.parties.recipients}
    return tuple(r for r in speakers if r.country not in others and scene.kinds.get(r.actor) not in NO_PARTY)


def _is_police(scene: Scene, role: Role) -> bool:
    """The police, or who is called by their name: "POLICE director Ana Bo"."""
    text = scene.clauses.parsed.report.text[role.span.start : role.span.end].lower()
    return role.sector == "COP" or "police" in text


def _is_agentless(scene: Scene, predicate: Predicate) -> bool:
    """Is it told, or carried, by a passive without a doer?"""
    above = None if predicate.above is None else scene.clauses.predicates[predicate.above]
    verb = above if predicate.kind == "noun" else predicate
    return verb is not None and verb.passive and not verb.heads("subject")


def find_implied(scene: Scene, match: Match) -> tuple[Role, ...]:
    """The recipient of an act of a kind of which the words around it tell whom it concerns."""
    finder = {
        "PROTEST": _own_government,
        "REQUEST": _whom_they_ask,
        "ACCUSE": _whose_it_is,
        "ASSAULT": _who_is_defended,
    }.get(match.frame.type)
    return finder(scene, match) if finder else ()


def find_at_home(scene: Scene, match: Match) -> tuple[Role, ...]:
    """The recipient of an act where the act itself says: the host of an embassy that leaves, a state's own people."""
    if match.frame.type == "SANCTION" and match.frame.mode == "withdraw":
        return _host(scene, {r.country for r in match.parties.actors})
    if match.frame.type == "COERCE" and match.frame.mode in _AT_HOME:
        return _own_people(scene, match.parties.actors)
    return ()


def _whom_they_ask(scene: Scene, match: Match) -> tuple[Role, ...]:
    """Who does what was asked; of what those who demonstrate demand, their government."""
    text = scene.clauses.parsed.report.text
    names = [text[role.span.start : role.span.end].lower().split() for role in match.parties.actors]
    people = all(words and words[-1].removesuffix("s") in _DEMONSTRATORS for words in names)
    return _who_complies(scene, match) or (_own_government(scene, match) if people else ())


def _who_is_defended(scene: Scene, match: Match) -> tuple[Role, ...]:
    """ "CHAD defends itself against the aggression of Niger", "protected CHAD from Nigerien raids"."""
    noun = match.predicate
    if noun.kind != "noun" or noun.above is None or noun.marker not in ("against", "from"):
        return ()
    above = scene.clauses.predicates[noun.above]
    if above.lemma not in scene.codebook.operators.defending:
        return ()
    named = [[r for head in above.heads(role) for r in name_parties(scene, head)] for role in ("object", "subject")]
    return tuple(named[0] or named[1])


def _who_complies(scene: Scene, match: Match) -> tuple[Role, ...]:
    """ "The king dissolved parliament AT THE REQUEST OF Peru's premier": who does what was asked is who was asked."""
    noun = match.predicate
    if noun.kind != "noun" or noun.link != "oblique" or noun.marker not in _ON_REQUEST or noun.above is None:
        return ()
    doers = scene.clauses.predicates[noun.above].heads("subject")
    own = {role.actor for role in match.parties.actors}
    return tuple(role for head in doers for role in roles(scene.actors, head) if role.actor not in own)


def _whose_it_is(scene: Scene, match: Match) -> tuple[Role, ...]:
    """ "He spoke of the accord of Chad and Niger, CALLING IT void": those whose is what the verb above names."""
    verb, tokens = match.predicate, scene.clauses.parsed.tokens
    things = verb.heads("object")
    if verb.link != "participle" or verb.above is None or not things or tokens[things[0]].lower not in _PRONOUNS:
        return ()
    above = scene.clauses.predicates[verb.above]
    own = {role.actor for role in match.parties.actors} | {role.country for role in match.parties.actors}
    for role in _OF_WHAT:
        heads = above.heads(role)
        between = [i for head in heads for i in find_tied(scene, head, "between")]
        named = [r for head in (*heads, *between) for r in name_parties(scene, head)]
        if found := tuple(r for r in named if r.actor not in own and r.country not in own):
            return found
    return ()


def _own_government(scene: Scene, match: Match) -> tuple[Role, ...]:
    """People who demonstrate at home do so against their government; where the report does not name it, the role rests on
    the words that say whose people they are."""
    first = match.parties.actors[0]
    state = scene.actors.states.get(first.country or "")
    if state is None or first.sector not in ("CVL", "OPP", "LAB", "EDU") or state == first.actor:
        return ()
    named = next((m for m in scene.actors.mentions if state in m.actors), None)
    if named is None:
        return (Role(actor=state, span=first.span, country=first.country, sector="GOV"),)
    return tuple(r for r in roles(scene.actors, named.head) if r.actor == state)


def _host(scene: Scene, own: set[str | None]) -> tuple[Role, ...]:
    """The state in which the report plays, from which an embassy is evacuated: that of most of its places."""
    abroad = [p.country for p in scene.places.places if p.country and p.country not in own]
    country = max(set(abroad), key=abroad.count, default=None)
    state = scene.states.get(country or "")
    if country is None or state is None or abroad.count(country) * 2 <= len(abroad):
        return ()
    named = next((m for m in scene.actors.mentions if m.actors == (state,)), None)
    return () if named is None else roles(scene.actors, named.head)


def _own_people(scene: Scene, actors: tuple[Role, ...]) -> tuple[Role, ...]:
    """Whom a state arrests, silences or locks in, where nobody is named: its own people."""
    first = actors[0]
    state = scene.actors.states.get(first.country or "")
    if state is None or first.sector not in _RULING or len({r.country for r in actors}) > 1:
        return ()
    return (Role(actor=state, span=first.span, country=first.country, sector="CVL"),)
