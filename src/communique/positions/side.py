"""For whom an official of no named state speaks: "OTTAWA - Foreign Minister Anna Kent urged ..."."""

from msgspec.structs import replace

from communique.actors import Actors, roles
from communique.clauses import Clauses, Predicate
from communique.data.gazetteer import Gazetteer
from communique.data.stances import Stances
from communique.types import Actor, Place, Role, Statement

_DATELINE = 40  # characters within which a report's dateline ends


def find_sides(
    clauses: Clauses,
    actors: Actors,
    gazetteer: Gazetteer,
    places: tuple[Place, ...],
    statements: tuple[Statement, ...],
    stances: Stances,
) -> dict[str, str]:
    """The country of each official to whom the report gives none: the state of which they tell what it does, else that
    of the dateline, else that of the capital in which they speak; hosts of many states tell nothing."""
    home = _dateline(clauses, gazetteer, stances)
    found: dict[str, str] = {}
    for actor in actors.actors:
        if actor.kind != "person" or not _is_official(actor, stances):
            continue
        if actor.country is not None:
            if home not in (None, actor.country) and actor.provisional and _is_bare(actors, actor):
                found[actor.id] = home or actor.country
            continue
        said = [s for s in statements if any(role.actor == actor.id for role in s.speakers)]
        country = _told(clauses, actors, said, stances) or home or _spoken_in(clauses, places, actor, stances)
        if country is not None:
            found[actor.id] = country
    return found


def with_side(role: Role, sides: dict[str, str]) -> Role:
    """The role with the country for which its actor speaks."""
    return replace(role, country=sides[role.actor]) if role.actor in sides else role


def _is_official(actor: Actor, stances: Stances) -> bool:
    words = (actor.role_reported.text if actor.role_reported else actor.name).lower().replace("-", " ").split()
    return bool(stances.words.officials.intersection(words)) and "former" not in words


def _is_bare(actors: Actors, actor: Actor) -> bool:
    """No mention of the person stands by a name of the state that the rooms above took it to be of."""
    own = [m for m in actors.mentions if actor.id in m.actors and m.form != "pronoun"]
    states = [m for m in actors.mentions if m.country == actor.country and actor.id not in m.actors]
    return not any(o.first - 4 <= s.last and s.first <= o.last + 4 for o in own for s in states)


def _told(clauses: Clauses, actors: Actors, said: list[Statement], stances: Stances) -> str | None:
    """ "CANADA is alarmed, Foreign Minister Anna Kent said": the one state of whose views or plans the official tells."""
    for content in (s.content for s in said if s.content is not None):
        inside = [p for p in clauses.predicates if content.start <= p.extent.start and p.extent.end <= content.end]
        views = [p for p in inside if _is_view(p, stances)]
        heads = [h for p in views for h in p.heads("subject")]
        states = {r.country for h in heads for r in roles(actors, h) if r.country and r.actor == r.country.lower()}
        if len(states) == 1:
            return states.pop()
    return None


def _is_view(predicate: Predicate, stances: Stances) -> bool:
    """ "Wants", "is alarmed", "will not": what one only knows of one's own state."""
    if predicate.kind == "noun" or predicate.tense == "none":
        return False
    rules = stances.adjectives if predicate.kind == "adjective" else stances.verbs
    rule = rules.get(predicate.lemma)
    return (rule is not None and rule.stance is not None and not rule.act) or predicate.modal in ("will", "shall")


def _dateline(clauses: Clauses, gazetteer: Gazetteer, stances: Stances) -> str | None:
    """The country of the town in capitals with which a report opens: "OTTAWA - Canada is alarmed"."""
    text = clauses.parsed.report.text
    ends = [at for dash in (" - ", " — ", " – ", "— ") if 0 < (at := text.find(dash)) < _DATELINE]
    town = text[: min(ends)].split(",")[0].split("(")[0].strip() if ends else ""
    if not town.isupper() or town.lower() in stances.words.hosts:
        return None
    entries = gazetteer.by_name.get(town.lower(), ())
    return next((e.country for e in entries if e.kind in ("capital", "city")), None)


def _spoken_in(clauses: Clauses, places: tuple[Place, ...], actor: Actor, stances: Stances) -> str | None:
    """ "In RIYADH an official welcomed": the only capital in the sentence that introduces the official."""
    first = actor.mentions[0]
    sentence = next((s.span for s in clauses.parsed.sentences if s.span.start <= first.start < s.span.end), None)
    if sentence is None:
        return None
    inside = [p for p in places if sentence.start <= p.span.start < sentence.end and p.kind == "capital"]
    if len(inside) != 1 or inside[0].name.lower() in stances.words.hosts:
        return None
    return inside[0].country
