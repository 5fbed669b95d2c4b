"""What an analyst types or a table has -> the state, the person, the offices of the registry."""

import re
import unicodedata
from collections import defaultdict
from difflib import get_close_matches

from msgspec import Struct

from communique.data.registry import Registry
from communique.data.registry_types import Office, RegistryActor

QID = re.compile(r"Q[0-9]+")
SUGGESTED = 3


class UnknownNameError(LookupError):
    """A state or office that the registry does not have; the message names the nearest ones."""


def find_country(registry: Registry, text: str) -> str:
    """The code of a state or body: from its code ("RUS"), its name ("Russia"), or its Wikidata id ("Q159").

    Raises UnknownNameError.
    """
    actors = registry.actors
    by_id = actors.get(text.lower())
    if by_id is not None and by_id.country:
        return by_id.country
    if any(actor.country == text.upper() for actor in actors.values()):
        return text.upper()
    found = _states_named(registry, text)
    if len(found) == 1:
        return found.pop()
    if found:
        states = {a.country: a.name for a in actors.values() if a.kind in ("government", "body") and a.parent is None}
        either = " or ".join(f"{states.get(code, code)} ({code})" for code in sorted(found))
        raise UnknownNameError(f"{text!r} may be {either}; say which")
    states_only = [actor.name for actor in actors.values() if _is_state(actor)]
    raise UnknownNameError(f"{text!r} is no state or body of the registry{_nearest(text, states_only)}")


def _states_named(registry: Registry, text: str) -> set[str]:
    """By a name as it is written or, where none is written so, in any case and with or without "the"."""
    actors = registry.actors
    by_id = {actor.country for actor in actors.values() if actor.wikidata == text and actor.country}
    wanted = _plain(text)
    spelt = (names for surface, names in registry.names.items() if _plain(surface) == wanted)
    for groups in ([registry.names.get(text, ())], spelt):
        named = [actors[name.actor] for names in groups for name in names]
        if found := by_id | {actor.country for actor in named if actor.country and _is_state(actor)}:
            return found
    return set()


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).removeprefix("the ")


def find_offices(registry: Registry, country: str, text: str) -> tuple[Office, ...]:
    """The offices of a country that words name: an office's id, its role ("foreign-minister"), its title, or a phrase
    of roles.tsv ("secretary of state"). Empty where none is meant."""
    words = " ".join(text.lower().split())
    own = [office for office in registry.offices.values() if office.country == country]
    role, spaced = words.replace("-", "_").replace(" ", "_"), words.replace("-", " ")
    for meant in (
        [office for office in own if office.id == words],
        [office for office in own if office.title.lower() == words],
        [office for office in own if office.role == role or (role == "leader" and office.leads)],
        [office for office in own if office.title.lower().replace("-", " ") == spaced],
        [office for office in own if office.role in _roles(registry, country, words)],
        [office for office in own if office.role in _roles(registry, country, spaced)],
    ):
        if meant:
            return tuple(meant)
    return ()


def known_roles(registry: Registry) -> tuple[str, ...]:
    """Every role of offices.tsv and duties.tsv, as typed on the command line ("foreign-minister")."""
    roles = {office.role for office in registry.offices.values()} | {role for _, role in registry.duties} | {"leader"}
    return tuple(sorted(role.replace("_", "-") for role in roles))


def find_role(registry: Registry, text: str, country: str | None = None) -> str:
    """The role that words name in some state: "foreign-minister", "secretary of state". Raises UnknownNameError, with
    the nearest roles and titles of ``country``."""
    token = text.lower().replace(" ", "-").replace("_", "-")
    roles = known_roles(registry)
    if token in roles:
        return token.replace("-", "_")
    phrases = {p.role for p in registry.roles.get(text.lower().replace("-", " "), ()) if p.type == "office" and p.role}
    if len(phrases) == 1:
        return phrases.pop()
    titles = [o.title.lower().replace(" ", "-") for o in registry.offices.values() if country and o.country == country]
    near = _nearest(token, sorted({*roles, *titles}))
    if phrases:
        near = f" of every state: it is {' or '.join(sorted(phrases)).replace('_', '-')}; name the country too"
    raise UnknownNameError(f"{text!r} is no office of the registry{near}")


def find_asked(registry: Registry, country: str | None, text: str) -> tuple[str | None, tuple[str, ...]]:
    """The role that words ask for, or the offices of the country that have them as their title. Raises
    UnknownNameError."""
    found = find_offices(registry, country, text) if country else ()
    token = text.lower().replace("-", "_").replace(" ", "_")
    if found and any(office.role != token and not (token == "leader" and office.leads) for office in found):
        return None, tuple(office.id for office in found)
    return find_role(registry, text, country), ()


class Persons(Struct, frozen=True):
    """The persons of a registry by Wikidata id, and by name without accents and marks."""

    by_id: dict[str, RegistryActor]
    by_name: dict[str, tuple[RegistryActor, ...]]


def index_persons(registry: Registry) -> Persons:
    """An index of all persons: making it takes longer than many look-ups in it."""
    actors = registry.actors
    named: dict[str, dict[str, RegistryActor]] = defaultdict(dict)
    for surface, names in registry.names.items():
        for name in names:
            if actors[name.actor].kind == "person" and name.kind != "family":
                named[fold(surface) or surface][name.actor] = actors[name.actor]
    by_id = {actor.wikidata: actor for actor in actors.values() if actor.kind == "person" and actor.wikidata}
    return Persons(by_id, {name: tuple(found.values()) for name, found in named.items()})


def find_person(persons: Persons, name: str, wikidata: str | None, country: str | None) -> RegistryActor | None:
    """The person with a Wikidata id, else the only one of that name, of that country where one is given."""
    if wikidata in persons.by_id:
        return persons.by_id[wikidata]
    found = [
        person
        for person in persons.by_name.get(fold(name) or name, ())
        if (country is None or person.country == country) and not (wikidata and person.wikidata)
    ]
    return found[0] if len(found) == 1 else None


def fold(text: str) -> str:
    """Lower case, without accents, marks and hyphens: what makes two spellings of a name alike."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", plain.lower().replace("-", " ")).split())


def slug(text: str) -> str:
    """A name as the id of a new actor: "Karine Jean-Pierre" -> karine-jean-pierre."""
    return fold(text).replace(" ", "-")


def _roles(registry: Registry, country: str, words: str) -> set[str]:
    phrases = [phrase for phrase in registry.roles.get(words, ()) if phrase.type == "office" and phrase.role]
    own = [phrase for phrase in phrases if phrase.country == country]
    return {phrase.role or "" for phrase in (own or [p for p in phrases if p.country is None])}


def _is_state(actor: RegistryActor) -> bool:
    return actor.kind in ("government", "body") and actor.parent is None


def _nearest(text: str, known: list[str]) -> str:
    near = get_close_matches(text, known, n=SUGGESTED, cutoff=0.5)
    return f"; did you mean {', '.join(near)}?" if near else ""
