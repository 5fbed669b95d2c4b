"""A role of a country -> who held the office on the day of the report."""

from communique.actors.phrases import Noun, pick_entry
from communique.actors.reading import Reading
from communique.data.registry import holders_on, office_of
from communique.data.registry_types import Office

GENERAL = {
    "leader": ("leader", "secretary_general", "head_of_state"),
    "secretary_general": ("secretary_general", "director_general", "leader", "high_representative"),
}


def find_holder(reading: Reading, noun: Noun, country: str | None) -> tuple[str, tuple[str, ...]] | None:
    """The holder of the office that a phrase names, with the candidates that lost; None where several or none fit."""
    if noun.shift is not None or noun.plural:
        return None
    entry = pick_entry(noun.entries, country)
    if entry is None or entry.role is None or entry.type != "office" or reading.tokens[noun.first].lower in {"a", "an"}:
        return None
    for cue in noun.cues:
        office = _office_in_body(reading, cue.actor, entry.role) if not cue.state else None
        if office is not None:
            return _one(reading, office)
    if any(not c.state and c.kind in {"ministry", "party", "armed-group", "company"} for c in noun.cues):
        return None
    return holder_of(reading, country or entry.country, entry.role)


def holder_of(reading: Reading, country: str | None, role: str) -> tuple[str, tuple[str, ...]] | None:
    """Who alone holds the office with a role in a country on the day of the report."""
    office = office_of(reading.registry, country, role, reading.day) if country is not None else None
    return None if office is None else _one(reading, office)


def _one(reading: Reading, office: Office) -> tuple[str, tuple[str, ...]] | None:
    holders = tuple(dict.fromkeys(t.person for t in holders_on(reading.registry, office.id, reading.day)))
    return (holders[0], ()) if len(holders) == 1 else None


def _office_in_body(reading: Reading, body: str, role: str) -> Office | None:
    """ "NATO chief", "Hamas leader", "State Department spokesperson": the one office of a body with such a role."""
    offices = reading.registry.by_body.get(body, ())
    wanted = GENERAL.get(role, (role,))
    fits = [o for o in offices if o.role in wanted] or [
        o for o in offices if role == "spokesperson" and o.role.startswith("spokesperson")
    ]
    return fits[0] if len(fits) == 1 else None
