"""Clauses, Actors -> Places."""

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from communique.clauses.clauses import Clauses
from communique.data.gazetteer import Entry, Gazetteer, PlaceWords
from communique.places.attach import Tied, attach
from communique.places.choose import choose
from communique.places.inherit import place_of
from communique.places.names import Name, find_names
from communique.places.places import Parties, Places
from communique.places.scenes import find_scenes
from communique.places.spots import Named, Spot, find_spots
from communique.places.ties import Tie, find_tie
from communique.types import EventPlace, Place, Span

_NOT_PLACES = frozenset({"family", "title", "role", "demonym", "outlet", "pronoun"})
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
    tied = [Tied(p.tie, _fineness(p.entry), p.name.first, p.name.last) for p in named]
    tied += [Tied(s.tie, _VAGUE, s.first, s.last) for s in spots]
    places = tuple(_place(clauses, p.name, p.entry, gazetteer) for p in named)
    found = Places(
        places=places,
        by_token={t: n for n, p in enumerate(named) for t in range(p.name.first, p.name.last)},
        spots=(*(_event_place(p) for p in places), *(_spot_place(clauses, s) for s in spots)),
        of_predicate=attach(clauses, actors, tied, gazetteer.words),
        shared=dict(_shared(clauses, gazetteer.words)),
    )
    told = {p.id: where for p in clauses.predicates if (where := place_of(found, clauses, p)) is not None}
    return replace(found, scenes=find_scenes(clauses, actors, told, gazetteer))


def _named(clauses: Clauses, actors: Parties, gazetteer: Gazetteer) -> list[Named]:
    tied = _tied(clauses, actors, gazetteer)
    countries = _countries(tied, actors)
    out: list[Named] = []
    for n, (name, tie) in enumerate(tied):
        holder = tied[n + 1] if n + 1 < len(tied) else None
        held = holder is not None and holder[1].kind == "container" and holder[1].above in range(name.first, name.last)
        entry = choose(name.entries, holder[0].entries if held and holder else (), countries)
        out.append(Named(name, tie, entry))
    return out


def _tied(clauses: Clauses, actors: Parties, gazetteer: Gazetteer) -> list[tuple[Name, Tie]]:
    out: list[tuple[Name, Tie]] = []
    ties: dict[int, Tie] = {}
    for name in find_names(clauses.parsed, gazetteer):
        form = _form(actors, name)
        tie = None if form in _NOT_PLACES else find_tie(clauses, name, gazetteer.words, ties)
        # A capital that acts for its government is a place only where something happens in it or goes there.
        if tie is not None and (form != "metonym" or tie.kind in _OF_CAPITALS):
            out.append((name, tie))
            ties |= dict.fromkeys(range(name.first, name.last), tie)
    return out


def _form(actors: Parties, name: Name) -> str | None:
    """How an actor is mentioned by a name: "Jordan" the family name, "Washington" the metonym; None where none is."""
    mention = actors.by_token.get(name.top)
    return None if mention is None else actors.mentions[mention].form


def _countries(tied: list[tuple[Name, Tie]], actors: Parties) -> frozenset[str]:
    """The countries that a report names without doubt."""
    sure = {n.entries[0].country for n, _ in tied if len(n.entries) == 1}
    return frozenset(c for c in sure | {m.country for m in actors.mentions} if c is not None)


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
        if predicate.link == "nominal" and predicate.marker == "of" and predicate.above is not None:
            if clauses.predicates[predicate.above].lemma in words.quantity:
                yield predicate.id, predicate.above


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
