"""Who against who: how well the parties of two tellings fit, tolerant of "the foreign minister" for her name."""

from communique.record.told import Party, Told

_SAME, _OF_STATE, _SAME_WORD, _OTHER_PERSON, _OTHER, _OTHER_NAME = 1.0, 0.9, 0.8, -0.5, -1.0, -0.2


def fit(one: tuple[Party, ...], other: tuple[Party, ...]) -> float | None:
    """From -1 (others) to 1 (the same); None where one side is missing, or only described, and says nothing."""
    few, many = sorted((one, other), key=len)
    found = [[value for candidate in many if (value := alike(party, candidate)) is not None] for party in few]
    best = [max(values) for values in found if values]
    return sum(best) / len(best) if best else None


def alike(one: Party, other: Party) -> float | None:
    """How surely two parties are one: by id, by name, as a person and the state that it acts for; None: it may be."""
    if one.actor == other.actor or is_same_name(one.name, other.name):
        return _SAME
    if one.country is None or other.country is None:
        if set(one.name.split()) & set(other.name.split()):
            return _SAME_WORD
        return None if one.bare or other.bare else _OTHER_NAME
    if one.country != other.country:
        return _OTHER
    if one.kind == other.kind == "person" and not one.bare and not other.bare:
        return _OTHER_PERSON
    return _OF_STATE


def is_same_name(one: str, other: str) -> bool:
    """Is one name the other, or its last words? "robleh", "hodan farah robleh"; never by likeness of letters."""
    if one == other:
        return True
    few, many = sorted((one.split(), other.split()), key=len)
    return 0 < len(few) < len(many) and len(few[-1]) > 3 and many[-len(few) :] == few


def states(parties: tuple[Party, ...]) -> frozenset[str]:
    """The states that parties are of."""
    return frozenset(p.country for p in parties if p.country is not None)


def states_named(told: Told) -> frozenset[str]:
    """The states that a telling's sentence names; codes are in capitals, name words are not."""
    return frozenset(name for name in told.names if not name.islower())
