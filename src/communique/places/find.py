"""Clauses, Actors -> Places."""

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from communique.clauses.clauses import Clauses
from communique.data.gazetteer import Entry, Gazetteer, PlaceWords
from communique.places.attach import Tied, attach
from communique.places.choose import Around, choose, is_sure
from communique.places.inherit import place_of
from communique.places.names import Name, find_names
from communique.places.places import Parties, Places
from communique.places.scenes import find_scenes
from communique.places.spots import Named, Spot, find_spots
from communique.places.ties import Earlier, Tie, find_tie
from communique.types import EventPlace, Place, Span

_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
_NOT_PLACES = frozenset({"title", "role", "demonym", "outlet", "pronoun"})
_OF_CAPITALS = frozenset({"inside", "towards"})
_VAGUE = 4  # a word for a place stands behind every name
_POLITICAL = frozenset({"country", "continent"})


def find_places(clauses: Clauses, actors: Parties, gazetteer: Gazetteer) -> Places:
    """Every place that a report names, with its country and point where they are sure.

    A name is a place only under a preposition or verb of place, before a building or an event, or beside another place;
    never where it speaks, demands or owns ("Kabul said", "Beijing's demands").
    """
    named = _named(clauses, actors, gazetteer)
    spots = find_spots(clauses, actors, named, gazetteer)
    tied = [
        Tied(p.tie, _fineness(p.entry), p.name.first, p.name.last, p.entry.country if p.entry else None) for p in named
    ]
    tied += [Tied(s.tie, _VAGUE, s.first, s.last, s.entry.country) for s in spots]
    places = tuple(_place(clauses, p.name, p.entry, gazetteer) for p in named)
    found = Places(
        places=places,
        by_token={t: n for n, p in enumerate(named) for t in range(p.name.first, p.name.last)},
        spots=(*(_event_place(p) for p in places), *(_spot_place(clauses, s) for s in spots)),
        of_predicate=attach(clauses, actors, tied, gazetteer.words),
        shared=dict(_shared(clauses, gazetteer.words)),
    )
    asked = gazetteer.words.protest | gazetteer.words.meet | gazetteer.words.talk
    placed = ((p.id, place_of(found, clauses, p)) for p in clauses.predicates if p.lemma in asked)
    told = {p: where for p, where in placed if where is not None}
    return replace(found, scenes=find_scenes(clauses, actors, told, gazetteer))


def _named(clauses: Clauses, actors: Parties, gazetteer: Gazetteer) -> list[Named]:
    tied = _tied(clauses, actors, gazetteer)
    around = _around(tied, actors)
    out: list[Named] = []
    for n, (name, tie) in enumerate(tied):
        after = tied[n + 1] if n + 1 < len(tied) else None
        holder = after[0].entries if after and _contains(after[1], name) else ()
        held = tied[n - 1][0].entries if n and _contains(tie, tied[n - 1][0]) else ()
        out.append(Named(name, tie, choose(name.entries, around, holder=holder, held=held)))
    return out


def _contains(tie: Tie, name: Name) -> bool:
    return tie.kind == "container" and tie.above in range(name.first, name.last)


def _tied(clauses: Clauses, actors: Parties, gazetteer: Gazetteer) -> list[tuple[Name, Tie]]:
    out: list[tuple[Name, Tie]] = []
    earlier: dict[int, Earlier] = {}
    for name in find_names(clauses.parsed, gazetteer):
        tie = find_tie(clauses, name, gazetteer.words, earlier)
        if tie is not None and not _is_place(_form(actors, name), tie, clauses.parsed.tokens[name.first].entity):
            tie = None
        earlier |= dict.fromkeys(range(name.first, name.last), Earlier(tie, name.entries))
        out += [] if tie is None else [(name, tie)]
    return out


def _is_place(form: str | None, tie: Tie, entity: str) -> bool:
    """Not the man Jordan, nor a capital that acts for its government, unless something happens in it or goes there."""
    if form == "family":  # "in the Hague", whose name a minister has
        return tie.kind == "inside" and entity in _PLACE_ENTITIES
    return form not in _NOT_PLACES and (form != "metonym" or tie.kind in _OF_CAPITALS)


def _form(actors: Parties, name: Name) -> str | None:
    """How an actor is mentioned by a name: "Jordan" the family name, "Washington" the metonym; None where none is."""
    mention = actors.by_token.get(name.top)
    return None if mention is None else actors.mentions[mention].form


def _around(tied: list[tuple[Name, Tie]], actors: Parties) -> Around:
    """What a report names without doubt."""
    sure = [n.entries[0] for n, _ in tied if is_sure(n.entries)]
    countries = {e.country for e in sure} | {m.country for m in actors.mentions}
    return Around(
        countries=frozenset(c for c in countries if c is not None),
        divisions=frozenset((e.country, e.division) for e in sure if e.kind in {"city", "capital"}),
    )


def _place(clauses: Clauses, name: Name, entry: Entry | None, gazetteer: Gazetteer) -> Place:
    tokens = clauses.parsed.tokens
    span = Span(tokens[name.first].start, tokens[name.last - 1].end)
    text = clauses.parsed.report.text[span.start : span.end]
    if entry is None:
        return Place(
            span=span, name=text, kind=_shared_kind(name), candidates=tuple(_label(e, gazetteer) for e in name.entries)
        )
    return Place(
        span=span,
        name=text,
        country=entry.country,
        latitude=entry.latitude,
        longitude=entry.longitude,
        kind=entry.kind,
        container=None if entry.kind in _POLITICAL or entry.country is None else gazetteer.countries.get(entry.country),
        disputed=entry.disputed,
    )


def _event_place(place: Place) -> EventPlace:
    return EventPlace(
        name=place.name, span=place.span, country=place.country, latitude=place.latitude, longitude=place.longitude
    )


def _spot_place(clauses: Clauses, spot: Spot) -> EventPlace:
    tokens, entry = clauses.parsed.tokens, spot.entry
    return EventPlace(
        name=entry.name,
        span=Span(tokens[spot.first].start, tokens[spot.last - 1].end),
        country=entry.country,
        latitude=entry.latitude,
        longitude=entry.longitude,
    )


def _shared(clauses: Clauses, words: PlaceWords) -> Iterator[tuple[int, int]]:
    """ "A number of attacks took place in Rome": the attacks are where their number is."""
    for predicate in clauses.predicates:
        above = None if predicate.above is None else clauses.predicates[predicate.above]
        of_it = predicate.link == "nominal" and predicate.marker == "of"
        if above is not None and of_it and above.lemma in words.quantity:
            yield predicate.id, above.id


def _shared_kind(name: Name) -> str | None:
    kinds = Counter(e.kind for e in name.entries)
    return name.entries[0].kind if len(kinds) == 1 else None


def _label(entry: Entry, gazetteer: Gazetteer) -> str:
    country = gazetteer.countries.get(entry.country or "", entry.country or "")
    return ", ".join(part for part in (entry.name, entry.division, country) if part)


_FINE = (
    "facility",
    "airport",
    "base",
    "crossing",
    "park",
    "village",
    "town",
    "district",
    "city",
    "capital",
    "island",
    "line",
)


def _fineness(entry: Entry | None) -> int:
    """Small for a building, larger for a country, largest for a continent."""
    if entry is None or entry.kind in _FINE:
        return 0
    return {"division": 1, "territory": 1, "country": 2}.get(entry.kind, 1 if entry.country else 3)
