"""Names that follow from the tables by rule: family names of persons, and the bodies and governments of every state."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from communique.data.registry_tables import Tables
from communique.data.registry_types import Name, NameKind, RegistryActor
from communique.types import ActorKind, Sector

PARTICLES = frozenset(
    {"al", "ben", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "la", "le", "ten"}
    | {"ter", "van", "von", "zu"}
)
# Letters that are no letter with a mark on it.
LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe"}
    | {"ı": "i", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ə": "a", "Ə": "A", "’": "'", "ʻ": "'"}
)
SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
ARTICLES = ("al-", "Al-", "Al ", "el-", "El-", "El ")
# What every state has. The last column lists the words that make a name of it ("Peru's army", "the Peruvian army"):
# names for all of them would be 50,000 patterns, 0.36 s to compile; the rest the actors room composes from roles.tsv.
STATE_BODIES: tuple[tuple[str, ActorKind, Sector, str, tuple[str, ...]], ...] = (
    ("mfa", "ministry", "GOV", "Foreign Ministry", ("foreign ministry", "ministry of foreign affairs")),
    ("mod", "ministry", "MIL", "Defence Ministry", ("defense ministry", "defence ministry")),
    ("interior", "ministry", "GOV", "Interior Ministry", ("interior ministry",)),
    ("finance", "ministry", "GOV", "Finance Ministry", ("finance ministry",)),
    ("health", "ministry", "MED", "Health Ministry", ("health ministry",)),
    ("justice", "ministry", "GOV", "Justice Ministry", ()),
    ("trade", "ministry", "GOV", "Trade Ministry", ()),
    ("energy", "ministry", "GOV", "Energy Ministry", ()),
    ("agriculture", "ministry", "GOV", "Agriculture Ministry", ()),
    ("education", "ministry", "EDU", "Education Ministry", ()),
    ("transport", "ministry", "GOV", "Transport Ministry", ()),
    ("employment", "ministry", "GOV", "Labour Ministry", ()),
    ("information", "ministry", "GOV", "Information Ministry", ()),
    ("parliament", "parliament", "LEG", "Parliament", ("parliament",)),
    ("lower-house", "parliament", "LEG", "Lower House", ()),
    ("upper-house", "parliament", "LEG", "Upper House", ()),
    ("supreme-court", "court", "JUD", "Supreme Court", ("supreme court",)),
    ("constitutional-court", "court", "JUD", "Constitutional Court", ()),
    ("central-bank", "government", "GOV", "Central Bank", ("central bank",)),
    ("military", "military", "MIL", "Military", ("military", "army", "armed forces", "troops", "forces")),
    ("navy", "military", "MIL", "Navy", ()),
    ("air-force", "military", "MIL", "Air Force", ()),
    ("coast-guard", "military", "MIL", "Coast Guard", ()),
    ("border-guard", "military", "MIL", "Border Guard", ()),
    ("general-staff", "military", "MIL", "General Staff", ()),
    ("police", "police", "COP", "Police", ("police",)),
    ("presidency", "government", "GOV", "Presidency", ()),
    ("pm-office", "government", "GOV", "Prime Minister's Office", ()),
    ("nsc", "government", "GOV", "National Security Council", ()),
    ("intelligence", "government", "SPY", "Intelligence Service", ()),
    ("embassy", "ministry", "GOV", "Embassy", ()),
    ("mission-un", "ministry", "GOV", "Mission to the United Nations", ()),
)
GOVERNMENT_WORDS = ("government", "authorities")
# Hong Kong and Macau act under a government of their own, though their state is China.
AUTONOMOUS = frozenset({"hkg", "mac"})
SMALL_WORDS = frozenset({"of"})


def derive_bodies(tables: Tables) -> tuple[RegistryActor, ...]:
    """A body for every state and every row of STATE_BODIES that no row of actors.tsv plays ("per-mfa")."""
    known = {actor.id for actor in tables.actors}
    return tuple(
        RegistryActor(
            id=f"{state.id}-{plays}", kind=kind, name=f"{adjectives[0]} {title}", country=state.country,
            sector=sector, parent=state.id,
        )
        for state, adjectives in _states(tables)
        for plays, kind, sector, title, _ in STATE_BODIES
        if (state.country, plays) not in tables.plays and f"{state.id}-{plays}" not in known
    )  # fmt: skip


def derive_names(tables: Tables, bodies: dict[tuple[str, str], str]) -> Iterator[Name]:
    """Regular names of governments and bodies, then those of persons; none that a table already has."""
    written = {name.surface for name in tables.names}
    for state, adjectives in _states(tables):
        for word in GOVERNMENT_WORDS:
            yield from _names(_surfaces(state, adjectives, word), state.id, written)
        for plays, _, _, _, words in STATE_BODIES:
            actor = bodies.get((state.country or "", plays))
            for word in words if actor else ():
                yield from _names(_surfaces(state, adjectives, word), actor or "", written)
    yield from _person_names(tables, {(name.surface, name.actor) for name in tables.names})


def _states(tables: Tables) -> Iterator[tuple[RegistryActor, tuple[str, ...]]]:
    """States (no parent, a three-letter id) with the adjectives that are theirs alone, else with those they share."""
    plain: dict[str, list[str]] = defaultdict(list)
    shared: dict[str, list[str]] = defaultdict(list)
    for name in tables.names:
        if name.kind == "adjective":
            (shared if name.needs else plain)[name.actor].append(name.surface)
    for actor in tables.actors:
        if actor.kind == "government" and len(actor.id) == 3 and (actor.parent is None or actor.id in AUTONOMOUS):
            yield actor, tuple(plain[actor.id] or shared[actor.id] or [actor.name])


def _surfaces(state: RegistryActor, adjectives: tuple[str, ...], words: str) -> Iterator[str]:
    titled = _title(words)
    for owner in (*adjectives, f"{state.name}'s"):
        yield f"{owner} {words}"
        yield f"{owner} {titled}"
    yield f"{titled} of {state.name}"


def _title(words: str) -> str:
    return " ".join(word if word in SMALL_WORDS else word[0].upper() + word[1:] for word in words.split())


def _names(surfaces: Iterable[str], actor: str, written: set[str]) -> Iterator[Name]:
    for surface in surfaces:
        if surface not in written:
            written.add(surface)
            yield Name(surface=surface, actor=actor, kind="variant")


def _person_names(tables: Tables, written: set[tuple[str, str]]) -> Iterator[Name]:
    """Of persons: names without accents, "Al-" and "Al " for "al-", and family names in the same ways.

    The family name is the last word with its particles, unless names.tsv says which it is (Wang Yi: Wang).
    """
    persons = {actor.id: actor.name for actor in tables.actors if actor.kind == "person"}
    families: dict[str, list[str]] = defaultdict(list)
    for name in tables.names:
        if name.kind == "family":
            families[name.actor].append(name.surface)
        elif name.actor in persons and _has_forms(name.surface):
            yield from _written_so(name.surface, name, written)
    for person, full in persons.items():
        last = full[full.find(" ") + 1 :]
        if person not in families and " " not in last and last.isascii() and "l-" not in last:
            # Two plain words, as most names have: the second, with nothing else to try.
            if (last, person) not in written and last != full:
                yield Name(surface=last, actor=person, kind="family", needs="full")
            continue
        for family in _with_bare(families.get(person) or _family_of(full)):
            first = Name(surface=family, actor=person, kind="family", needs="full")
            yield from _written_so(family, first, written)


def _written_so(surface: str, like: Name, written: set[tuple[str, str]]) -> Iterator[Name]:
    """A name in every way that the press writes it, but for those that stand in a table or were given before."""
    for form in _forms(surface) if _has_forms(surface) else (surface,):
        if (form, like.actor) not in written:
            written.add((form, like.actor))
            kind: NameKind = "family" if like.kind == "family" else "variant"
            yield Name(surface=form, actor=like.actor, kind=kind, start=like.start, end=like.end, needs=like.needs)


def _has_forms(surface: str) -> bool:
    return not surface.isascii() or "l-" in surface


def _forms(surface: str) -> tuple[str, ...]:
    plain = surface if surface.isascii() else to_ascii(surface)
    forms = [surface, plain]
    for article in ("al-", "el-"):
        if article in plain.lower():
            forms += [_with_article(plain, article, "A" if article == "al-" else "E", joint) for joint in "- "]
    return tuple(dict.fromkeys(forms))


def _with_article(text: str, article: str, capital: str, joint: str) -> str:
    """ "Abdel Fattah al-Burhan" -> "Abdel Fattah Al-Burhan", "Abdel Fattah Al Burhan"."""
    words = [
        f"{capital}l{joint}{word[3:]}" if word.lower().startswith(article) and len(word) > len(article) else word
        for word in text.split(" ")
    ]
    return " ".join(words)


def to_ascii(text: str) -> str:
    """Letters without their marks, as the English-language press writes names: "Łukasz Müller" -> "Lukasz Muller"."""
    plain = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _family_of(name: str) -> tuple[str, ...]:
    words = name.split(" ")
    if len(words) == 2 and words[1] not in SUFFIXES:
        return (words[1],)
    words = [word.rstrip(",") for word in words if word not in SUFFIXES]
    if len(words) < 2:
        return ()
    last, start = words[-1], len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return tuple(dict.fromkeys((" ".join(words[start:]), last)))


def _with_bare(families: Sequence[str]) -> tuple[str, ...]:
    """ "al-Assad" and "Assad"."""
    bare = [f.removeprefix(a) for f in families if "l" in f[:3] for a in ARTICLES if f.startswith(a)]
    return tuple(dict.fromkeys((*families, *bare))) if bare else tuple(families)
