"""Persons whom the registry lacks -> their rows of actors.tsv and names.tsv, with what decides where names are alike."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from communique.data.registry import Registry
from communique.data.registry_types import Name, RegistryActor
from communique.registry.lookup import fold, slug
from communique.registry.overlay import format_row


class Newcomer(Struct, frozen=True, kw_only=True):
    """A person as a table or a report names him; ``spare`` is the id of one whose name has no Latin letter."""

    name: str
    country: str | None
    spare: str
    wikidata: str | None = None


def newcomer_ids(registry: Registry, persons: Sequence[Newcomer]) -> tuple[str, ...]:
    """The id of each of ``persons``, one for one. One person are those of the same name, the same country, and not of two Wikidata ids."""
    known: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for person in persons:
        known[_name(person), person.country] |= {person.wikidata} if person.wikidata else set()
    ids: dict[tuple[str, str | None, str | None], str] = {}
    for person in persons:
        at = _identity(person, known[_name(person), person.country])
        if at not in ids:
            ids[at] = _free(slug(person.name) or person.spare, {*registry.actors, *ids.values()})
    return tuple(ids[_identity(person, known[_name(person), person.country])] for person in persons)


def newcomer_lines(registry: Registry, persons: Iterable[tuple[str, Newcomer]], source: str) -> dict[str, list[str]]:
    """The lines of an overlay that add persons under these ids; of one who is there twice the first counts."""
    placed: dict[str, Newcomer] = {}
    for actor, person in persons:
        placed.setdefault(actor, person)
    lines: dict[str, list[str]] = {"actors": [], "names": []}
    surfaces: dict[str, list[str]] = defaultdict(list)
    for actor, person in placed.items():
        surfaces[person.name].append(actor)
        row = RegistryActor(
            id=actor, kind="person", name=person.name, country=person.country, sector=None, wikidata=person.wikidata,
            source=source,
        )  # fmt: skip
        lines["actors"].append(format_row(row))
    for surface, actors in surfaces.items():
        lines["names"] += [format_row(name) for name in _names(registry, surface, actors, source)]
    return lines


def _identity(person: Newcomer, known: set[str]) -> tuple[str, str | None, str | None]:
    only = next(iter(known)) if len(known) == 1 else None
    return _name(person), person.country, person.wikidata or only


def _name(person: Newcomer) -> str:
    return fold(person.name) or person.name


def _free(wanted: str, taken: set[str]) -> str:
    number = 2
    free = wanted
    while free in taken:
        free, number = f"{wanted}-{number}", number + 1
    return free


def _names(registry: Registry, surface: str, actors: Iterable[str], source: str) -> list[Name]:
    """A name that is somebody's already stays his by default, and is the newcomer's where a cue says so."""
    new = [Name(surface=surface, actor=actor, kind="official", source=source) for actor in actors]
    there = [n for n in registry.names.get(surface, ()) if n.kind != "family" and n.source != "derived"]
    if not there and len(new) == 1:
        return new
    undecided = [name for name in there if name.needs is None]
    taken = any(name.needs == "default" for name in there) or len({name.actor for name in undecided}) > 1
    decided = [replace(name, needs="cue" if taken else "default") for name in undecided]
    return decided + [replace(name, needs="cue") for name in new]
