"""Clauses, Actors -> Places."""

from collections import Counter

from communique.clauses.clauses import Clauses
from communique.data.gazetteer import Entry, Gazetteer
from communique.places.attach import Tied, attach
from communique.places.choose import choose
from communique.places.names import Name, find_names
from communique.places.places import Parties, Places
from communique.places.ties import Tie, find_tie
from communique.types import Place, Span

_NOT_PLACES = frozenset({"family", "title", "role", "demonym", "outlet", "pronoun"})
_OF_CAPITALS = frozenset({"inside", "towards"})
_POLITICAL = frozenset({"country", "continent"})


def find_places(clauses: Clauses, actors: Parties, gazetteer: Gazetteer) -> Places:
    """Every place that a report names, with its country and point where they are sure.

    A name is a place only under a preposition or verb of place, before a building or an event, or beside another place;
    never where it speaks, demands or owns ("Kabul said", "Beijing's demands").
    """
    tied = _tied(clauses, actors, gazetteer)
    countries = _countries(tied, actors)
    places: list[Place] = []
    chosen: list[Entry | None] = []
    for n, (name, _) in enumerate(tied):
        holder = tied[n + 1] if n + 1 < len(tied) else None
        held = holder is not None and holder[1].kind == "container" and holder[1].above in range(name.first, name.last)
        entry = choose(name.entries, holder[0].entries if held and holder else (), countries)
        chosen.append(entry)
        places.append(_place(clauses, name, entry, gazetteer))
    return Places(
        places=tuple(places),
        by_token={t: n for n, (name, _) in enumerate(tied) for t in range(name.first, name.last)},
        of_predicate=attach(
            clauses,
            actors,
            [Tied(tie, _fineness(e), name.first, name.last) for (name, tie), e in zip(tied, chosen, strict=True)],
            gazetteer.words,
        ),
    )


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
