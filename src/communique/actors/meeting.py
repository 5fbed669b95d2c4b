"""Groups that clauses put in a country: whom a visitor meets there, who acts or suffers there; one group in each."""

from msgspec.structs import replace

from communique.actors.ground import NAMED, Ground, is_nowhere
from communique.actors.ledger import provisional_id
from communique.actors.mention import Actors, Mention
from communique.clauses.clauses import Predicate
from communique.types import Actor


def met_in(ground: Ground, mentions: list[Mention]) -> str | None:
    """The one country in which the clauses of somebody are put."""
    found = {c for m in mentions for c in _countries(ground, m)}
    return found.pop() if len(found) == 1 else None


def split_groups(ground: Ground) -> Actors:
    """ "In Chad he met officials. In Mali he met officials": a group without a country that is met in several is one group
    in each."""
    actors = ground.actors
    parts: dict[int, tuple[str, str]] = {}
    for number, mention in enumerate(actors.mentions):
        if (
            mention.form == "group"
            and mention.country is None
            and len(mention.actors) == 1
            and not is_nowhere(ground, mention)
        ):
            countries = _countries(ground, mention)
            if len(countries) == 1:
                country = countries.pop()
                parts[number] = (mention.actors[0], country)
    several = {a for a, c in parts.values() if any(a == other and c != d for other, d in parts.values())}
    return _parted(actors, {n: part for n, part in parts.items() if part[0] in several})


def _parted(actors: Actors, parts: dict[int, tuple[str, str]]) -> Actors:
    """The actors with each mention of ``parts``, of that actor, led to a part of it in that country."""
    if not parts:
        return actors
    named = {a.id: a for a in actors.actors}
    mentions, standings = list(actors.mentions), dict(actors.standings)
    added: dict[str, Actor] = {}
    for number, (whole, country) in parts.items():
        mention, old, part = mentions[number], named[whole], provisional_id(whole, country)
        before = added.get(part, replace(old, id=part, country=country, mentions=()))
        added[part] = replace(before, mentions=(*before.mentions, mention.span))
        named[old.id] = replace(old, mentions=tuple(s for s in old.mentions if s != mention.span))
        standings[part] = replace(standings[old.id], country=country)
        mentions[number] = replace(mention, actors=(part,), country=country)
    kept = tuple(a for a in named.values() if a.mentions)
    return replace(actors, actors=(*kept, *added.values()), mentions=tuple(mentions), standings=standings)


def _countries(ground: Ground, mention: Mention) -> set[str]:
    return {c for p in ground.parts.get(mention.head, ()) if (c := _place_for(ground, mention, p)) is not None}


def _place_for(ground: Ground, mention: Mention, predicate: Predicate) -> str | None:
    """The country of a clause, for those of its parties that are likely from there."""
    lemma, acts = ground.tokens[mention.head].lemma.lower(), mention.head in predicate.heads("subject")
    if mention.form in NAMED or predicate.lemma in ground.words.motion or lemma in ground.lists.held:
        return None
    lemmas = {t.lemma.lower() for t in ground.tokens[mention.first : mention.last]} | {lemma}
    kind = ground.kinds.get(mention.actors[0])
    local = kind in {"population", "police", "court"} or (kind == "person" and lemma not in ground.lists.hosts)
    if not local and (acts or lemmas.isdisjoint(ground.lists.hosts)):
        return None
    place = ground.where(predicate)
    return None if place is None else place.country
