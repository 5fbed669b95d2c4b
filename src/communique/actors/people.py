"""Names -> persons: the same person under every name of the report, the registry's where it holds one."""

import unicodedata
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from communique.actors.ledger import Party, provisional_id, registered
from communique.actors.likeness import SUFFIXES, has_article
from communique.actors.names import PersonName, RoleWords
from communique.actors.nationality import told_country
from communique.actors.reading import Reading, is_state
from communique.data.registry import holders_on, office_of, offices_held
from communique.types import RoleReported


class Person(Struct, frozen=True, kw_only=True):
    """Somebody named in the report, under all his names, with where the first stands."""

    party: Party
    words: tuple[str, ...]  # of the fullest name, folded
    family: frozenset[str]
    token: int


def find_people(
    reading: Reading, names: list[PersonName]
) -> tuple[dict[int, tuple[PersonName, Person, str]], list[Person]]:
    """Whom each name names, by the first token of the name, with the rule; and all persons."""
    people: list[Person] = []
    who: dict[int, tuple[PersonName, str, str]] = {}
    for name in sorted(names, key=lambda n: (-len(n.words), n.first)):
        found, rule = _identify(reading, name, people)
        people = _entered(people, found)
        who[name.first] = (name, found.party.id, rule)
    persons = {p.party.id: p for p in people}
    for name, person_id, _ in sorted(who.values(), key=lambda w: w[0].first):
        persons[person_id] = replace(persons[person_id], party=_with_role(reading, persons[person_id].party, name))
    for name, person_id, _ in sorted(who.values(), key=lambda w: len(w[0].words)):
        persons[person_id] = _as_named(reading, persons[person_id], name)
    return {at: (name, persons[i], rule) for at, (name, i, rule) in who.items()}, list(persons.values())


def _as_named(reading: Reading, person: Person, name: PersonName) -> Person:
    """A person under the fullest name that the report gives in plain case; the registry's where it gives the last only."""
    if len(name.words) < 2 or name.words[-1].isupper():
        return person
    return replace(person, party=replace(person.party, name=_as_written(reading, name)))


def fold(words: Iterable[str]) -> tuple[str, ...]:
    """Lower case, without hyphens, initials' dots and suffixes, for comparing names."""
    plain = " ".join(words)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.replace("ı", "i").replace("ł", "l").replace("ø", "o"))
        plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'")
    joined = plain.lower().replace(" - ", "-").replace("-", " ")
    kept = tuple(w.rstrip(".") for w in joined.split() if w not in SUFFIXES and w not in {"'s", ",", "."})
    return kept or (joined,)


def _entered(people: list[Person], found: Person) -> list[Person]:
    for i, old in enumerate(people):
        if old.party.id == found.party.id:
            fuller = found if len(found.words) > len(old.words) else old
            merged = replace(fuller, token=min(old.token, found.token), family=old.family | found.family)
            return [*people[:i], merged, *people[i + 1 :]]
    return [*people, found]


def _identify(reading: Reading, name: PersonName, people: list[Person]) -> tuple[Person, str]:
    """The person of a name; longer names come first, so that a short one finds them."""
    words = fold(name.words)
    if name.known is not None and (len(words) > 1 or name.known.name.kind != "family"):
        return _person(reading, name, registered(reading, name.known.actor.id), words), "registry-name"
    registry_id = _without_initials(reading, name)
    if registry_id is not None:
        return _person(reading, name, registered(reading, registry_id), words), "registry-name-without-initials"
    introduced = _introduced(name, words, people, _state_after(reading, name))
    if introduced is not None:
        return replace(introduced, token=min(introduced.token, name.first)), "introduced-name"
    titled = _by_office(reading, name)
    if titled is not None:
        return _person(reading, name, registered(reading, titled), words), "title-and-name"
    if len(words) == 1 and not has_article(reading, name.start, name.last):
        leader = _by_family(reading, name)
        if leader is not None:
            return _person(reading, name, registered(reading, leader), words), "family-of-holder"
    return _person(reading, name, _new(reading, name, words), words), "new-person"


def _without_initials(reading: Reading, name: PersonName) -> str | None:
    """ "VICTORIA J. NULAND": first and last word, in plain case, as the registry writes a person."""
    if len(name.words) != 3 or len(name.words[1].rstrip(".")) != 1:
        return None
    first, last = (w.title() if w.isupper() else w for w in (name.words[0], name.words[2]))
    found = {n.actor for n in reading.registry.names.get(f"{first} {last}", ()) if n.kind != "family"}
    return found.pop() if len(found) == 1 else None


def _introduced(name: PersonName, words: tuple[str, ...], people: list[Person], state: str | None) -> Person | None:
    """Somebody whose fuller name holds these words: family names before given names, whom the
    registry holds before his kin ("Biden" beside "his son Hunter Biden"), the nearest before before the others."""
    given_only = len(words) == 1
    fits = [p for p in people if words[-1] in p.family or (words[0] in p.family and given_only)]
    if not given_only:
        fits = [
            p
            for p in fits
            if words[0] in {p.words[0], p.words[0][:1]} or set(words) <= set(p.words) or " ".join(words) in p.family
        ]
    elif not fits:
        fits = [p for p in people if words[0] in p.words and len(p.words) > 1]
    if not given_only and not fits:
        fits = [p for p in people if set(words) <= set(p.words) and len(words) >= 2]
    cue = name.title.cue if name.title is not None else None
    country = cue.country if cue is not None and cue.country else state
    if country:
        fits = [p for p in fits if p.party.country in {None, country}]
    if len(fits) > 1 and name.gender:
        fits = [p for p in fits if p.party.gender in {None, name.gender}] or fits
    if len(fits) > 1 and given_only:
        fits = [p for p in fits if not p.party.provisional] or fits
    before = [p for p in fits if p.token <= name.first]
    return max(before, key=lambda p: p.token) if before else min(fits, key=lambda p: p.token, default=None)


def _by_office(reading: Reading, name: PersonName) -> str | None:
    """The holder of the office in the title whose name has these words: "President Biden"."""
    role = name.title or name.apposed
    if role is None:
        return None
    if role.entry is None or role.entry.role is None:
        return _by_title(reading, name, role)
    country = role_country(role)
    candidates = [
        person
        for person in _called(reading, name)
        if country in {None, reading.registry.actors[person].country} and _had_role(reading, person, role.entry.role)
    ]
    today = [
        p for p in candidates if any(o.role == role.entry.role for o in offices_held(reading.registry, p, reading.day))
    ]
    found = today or candidates
    return found[0] if len(found) == 1 or (today and len(today) == 1) else None


def _by_title(reading: Reading, name: PersonName, role: RoleWords) -> str | None:
    """The one holder of that name in whose office's title the words stand: "Deputy Secretary Sherman"."""
    title = reading.text(role.first, role.last).lower()
    if reading.day is None:
        return _ever(reading, name, title)
    if " " not in title or role.cue is not None or role.shift == "former":
        return None
    held = {p: offices_held(reading.registry, p, reading.day) for p in _called(reading, name)}
    found = [p for p, offices in held.items() if any(f"{title} " in f"{o.title.lower()} " for o in offices)]
    return found[0] if len(found) == 1 else None


def _ever(reading: Reading, name: PersonName, title: str) -> str | None:
    """Without a day: the only person of that family name, if an office with this word in its title was ever his."""
    called = _called(reading, name)
    if len(called) != 1:
        return None
    offices = (reading.registry.offices[t.office] for t in reading.registry.held.get(called[0], ()))
    return called[0] if any(title in o.title.lower() for o in offices) else None


def _called(reading: Reading, name: PersonName) -> list[str]:
    """Persons of the registry whose family name is the name's last words."""
    text = reading.text(name.first, name.last)
    written = (text, reading.tokens[name.last - 1].text)
    surfaces = {s.title() if s.isupper() else s for s in written}  # "PRESIDENT LASSO:", the label of who speaks
    return list(
        dict.fromkeys(
            n.actor
            for s in surfaces
            for n in reading.registry.names.get(s, ())
            if reading.registry.actors[n.actor].kind == "person"
        )
    )


def _had_role(reading: Reading, person: str, role: str) -> bool:
    offices = (reading.registry.offices[t.office] for t in reading.registry.held.get(person, ()))
    return any(
        o.role == role
        or (
            role in {"leader", "head_of_government", "head_of_state"}
            and o.role in {"head_of_state", "head_of_government"}
        )
        for o in offices
    )


TOP = frozenset({"head_of_state", "head_of_government", "foreign_minister", "supreme_leader", "defence_minister"})


def _by_family(reading: Reading, name: PersonName) -> str | None:
    """A bare "Putin" that nothing introduces: the one holder of a top office of that day whose country the report names,
    or whose name nobody else of the registry has."""
    if reading.day is None:
        return None
    called = _called(reading, name)
    named = {k.actor.country for k in reading.known.values()}
    holders = [
        p
        for p in called
        if (reading.registry.actors[p].country in named or (len(called) == 1 and not _is_word(reading, name)))
        and any(o.role in TOP for o in offices_held(reading.registry, p, reading.day))
    ]
    return holders[0] if len(holders) == 1 else None


def _is_word(reading: Reading, name: PersonName) -> bool:
    """Whether the name may be something else: a place, a given name, what has an article ("Moon")."""
    first = reading.tokens[name.first]
    surfaces = reading.registry.names.get(first.text, ())
    return first.lower in reading.words.genders or any(n.kind != "family" for n in surfaces) or first.entity != "PERSON"


def _person(reading: Reading, name: PersonName, party: Party, words: tuple[str, ...]) -> Person:
    return Person(party=party, words=words, family=_family(reading, party, words), token=name.first)


def _family(reading: Reading, party: Party, words: tuple[str, ...]) -> frozenset[str]:
    """What may stand for the person alone: the family name by the registry, else by the order of the country's names."""
    own = fold([party.name]) if not party.provisional else words
    by_registry = {
        w.lower()
        for w in {*party.name.split(), " ".join(party.name.split()[-2:])}
        if any(n.kind == "family" and n.actor == party.id for n in reading.registry.names.get(w, ()))
    }
    if by_registry:
        return frozenset(by_registry | {w for f in by_registry for w in f.replace("-", " ").split()[-1:]})
    if party.country in reading.words.family_first and len(own) > 1:
        return frozenset({own[0], own[-1]} if party.country == "HKG" else {own[0]})
    particles = next((i for i, w in enumerate(own) if i and w in reading.words.particles), len(own) - 1)
    return frozenset({own[-1], " ".join(own[particles:])})


def _new(reading: Reading, name: PersonName, words: tuple[str, ...]) -> Party:
    country = next((c for r in (name.title, name.apposed) if r is not None and (c := role_country(r))), None)
    return Party(
        id=provisional_id("person", " ".join(words)), kind="person", name=_as_written(reading, name), country=country,
        gender=name.gender, provisional=True,
    )  # fmt: skip


def _as_written(reading: Reading, name: PersonName) -> str:
    return reading.text(name.first, name.last).replace(" - ", "-")


def role_country(role: RoleWords) -> str | None:
    """The country that a title or apposition tells; a role that one state alone has tells it too."""
    if role.cue is not None and role.cue.country:
        return role.cue.country
    own = role.entry.country if role.entry is not None and " " in role.entry.phrase else None
    return role.country or own


def _with_role(reading: Reading, party: Party, name: PersonName) -> Party:
    """A person with what this mention adds: gender, role words and, if it was not known, country and sector."""
    for role in (name.title, name.apposed):
        if role is None:
            continue
        known = reading.words.people.get(role.noun)
        sector = (role.entry.sector if role.entry else None) or (known.sector if known else None)
        if role.cue is not None and role.cue.kind == "armed-group" and known is not None and known.sector == "GOV":
            sector = registered(reading, role.cue.actor).sector
        if role.shift == "former":
            sector = "ELI" if sector == "GOV" else None
        reported = RoleReported(text=reading.text(role.first, role.last), span=reading.span(role.first, role.last))
        is_role = role.entry is not None or known is not None
        party = replace(
            party, gender=party.gender or role.gender, nouns=party.nouns | ({role.noun} if is_role else frozenset()),
            role=party.role or (role.entry.role if role.entry and not role.shift else None),
            role_reported=party.role_reported or (reported if is_role else None),
            country=party.country or role_country(role),
            sector=party.sector or (sector if party.provisional else party.sector),
            office=party.office or _office(reading, role, party),
        )  # fmt: skip
    country = party.country or told_country(reading, name.head) or _state_after(reading, name)
    return replace(party, gender=party.gender or name.gender, country=country)


def _state_after(reading: Reading, name: PersonName) -> str | None:
    """ "Prime Minister Ada Cole of Chad", "President Bo Vega of the Republic of Niger"."""
    tokens, at = reading.tokens, name.last
    if name.title is None or name.title.cue is not None or at + 2 >= len(tokens) or tokens[at].lower != "of":
        return None
    known = reading.known.get(at + 2 if tokens[at + 1].lower == "the" else at + 1)
    return known.actor.country if known is not None and is_state(known.actor) else None


def _office(reading: Reading, role: RoleWords, party: Party) -> str | None:
    """The office of a provisional person by the words of the report, if the day is known and it is vacant to us."""
    if not party.provisional or role.entry is None or role.entry.role is None or role.shift or reading.day is None:
        return None
    country = role_country(role)
    office = office_of(reading.registry, country, role.entry.role, reading.day) if country else None
    return office.id if office is not None and not holders_on(reading.registry, office.id, reading.day) else None
