"""Words by which reports refer to actors without naming them: role nouns, groups, descriptions, titles, given names."""

import tomllib
from functools import cache
from pathlib import Path

from msgspec import Struct, convert

from communique.types import ActorKind, Sector


class NounClass(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A class of nouns: the kind and sector of what they name; ``story``: bare, they belong to the report's country."""

    id: str
    words: tuple[str, ...]
    kind: ActorKind
    sector: Sector
    gender: str | None = None
    story: bool = False
    state: bool = False
    examples: tuple[str, ...]
    rejects: tuple[str, ...] = ()


class Description(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns that point back to an actor of some kinds; ``named``: only to one in whose name the noun stands."""

    id: str
    words: tuple[str, ...]
    kinds: tuple[ActorKind, ...]
    named: bool = False
    examples: tuple[str, ...]


class Sense(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns that name an actor only in some company: after one of ``only`` or what has them, not after one of ``never``;
    ``acts``: only where they do something or are spoken with."""

    id: str
    words: tuple[str, ...]
    only: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    acts: bool = False
    examples: tuple[str, ...]
    rejects: tuple[str, ...]


class Title(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words before a name that tell the gender, or in short the role, of who bears it."""

    id: str
    words: tuple[str, ...]
    gender: str | None = None
    sector: Sector | None = None
    country: str | None = None
    examples: tuple[str, ...]


class HomeTitle(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Titles before a name that a state's own releases write without the state."""

    id: str
    country: str
    words: tuple[str, ...]
    examples: tuple[str, ...]
    rejects: tuple[str, ...] = ()


class Theatre(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where an armed group of no one country acts."""

    actor: str
    states: tuple[str, ...]
    usual: str | None = None
    examples: tuple[str, ...]


class BelongingWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lemmas that decide to which country somebody belongs whom nothing gives one."""

    nowhere: frozenset[str]
    servants: frozenset[str]
    held: frozenset[str]
    hosts: frozenset[str]
    kin: frozenset[str]
    repress: frozenset[str]
    repressed: frozenset[str]
    worldwide: frozenset[str]
    organs: frozenset[str]


class JointWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that make what is "ours" in the release of one state also that of the other: "our shared commitment"."""

    adjectives: frozenset[str]
    nouns: frozenset[str]
    meetings: frozenset[str]


class MentionWords(Struct, frozen=True, kw_only=True):
    """All of ``data/mentions.toml``, turned into look-ups from lower-case words."""

    people: dict[str, NounClass]
    collectives: dict[str, NounClass]
    noun_words: frozenset[str]  # people and collectives, of two words the last
    descriptions: dict[str, tuple[Description, ...]]
    senses: dict[str, Sense]
    manners: frozenset[str]
    titles: dict[str, Title]
    home_title_entries: tuple[HomeTitle, ...]
    belonging: BelongingWords
    theatres: dict[str, Theatre]
    regional: frozenset[str]
    made_into: frozenset[str]
    geographic: frozenset[str]
    for_or_against: frozenset[str]
    victims: frozenset[str]
    named_things: frozenset[str]
    addressing: frozenset[str]
    holding: frozenset[str]
    joint: JointWords
    former: frozenset[str]
    future: frozenset[str]
    acting: frozenset[str]
    deputy: frozenset[str]
    place_prepositions: frozenset[str]
    government_prepositions: frozenset[str]
    place_verbs: frozenset[str]
    motion: frozenset[str]
    place_nouns: frozenset[str]
    no_actor_labels: frozenset[str]
    no_actor_heads: frozenset[str]
    no_actor_firsts: frozenset[str]
    no_actor_things: frozenset[str]
    no_actor_names: frozenset[str]
    genders: dict[str, str]
    family_first: frozenset[str]
    particles: frozenset[str]

    def home_titles(self, country: str | None) -> tuple[str, ...]:
        """The titles that the releases of a state write without it."""
        return next((e.words for e in self.home_title_entries if e.country == country), ())


@cache
def load_mention_words() -> MentionWords:
    """The lists of ``data/mentions.toml``; read once. Raises msgspec.ValidationError where an entry has a bad field."""
    raw = tomllib.loads((Path(__file__).parent / "mentions.toml").read_text(encoding="utf-8"))
    place, shift, gender = raw["place"], raw["shift"], raw["gender"]
    people = _by_word(convert(raw["people"], tuple[NounClass, ...]))
    collectives = _by_word(convert(raw["collective"], tuple[NounClass, ...]))
    return MentionWords(
        people=people,
        collectives=collectives,
        noun_words=frozenset(word.rpartition(" ")[2] for word in (*people, *collectives)),
        descriptions=_descriptions(convert(raw["description"], tuple[Description, ...])),
        senses={w: s for s in convert(raw["sense"], tuple[Sense, ...]) for w in s.words},
        manners=frozenset(raw["manner"]["phrases"]),
        titles={w: t for t in convert(raw["courtesy"] + raw["short_title"], tuple[Title, ...]) for w in t.words},
        theatres={t.actor: t for t in convert(raw["theatre"], tuple[Theatre, ...])},
        belonging=convert(raw["belonging"], BelongingWords),
        home_title_entries=convert(raw["home_title"], tuple[HomeTitle, ...]),
        made_into=frozenset(place["buildings"]),
        regional=frozenset(raw["place"]["regional"]),
        geographic=frozenset(raw["place"]["geographic"]),
        **{name: frozenset(words) for name, words in raw["beside"].items()},
        joint=convert(raw["joint"], JointWords),
        former=frozenset(shift["former"]),
        future=frozenset(shift["future"]),
        acting=frozenset(shift["acting"]),
        deputy=frozenset(shift["deputy"]),
        place_prepositions=frozenset(place["prepositions"]),
        government_prepositions=frozenset(place["government_prepositions"]),
        place_verbs=frozenset(place["verbs"]),
        motion=frozenset(place["motion"]),
        place_nouns=frozenset(place["nouns"]),
        no_actor_labels=frozenset(raw["no_actor"]["labels"]),
        no_actor_heads=frozenset(raw["no_actor"]["heads"]),
        no_actor_firsts=frozenset(raw["no_actor"]["firsts"]),
        no_actor_things=frozenset(raw["no_actor"]["things"]),
        no_actor_names=frozenset(raw["no_actor"]["names"]),
        genders=dict.fromkeys(gender["men"], "m") | dict.fromkeys(gender["women"], "f"),
        family_first=frozenset(raw["order"]["family_first"]),
        particles=frozenset(raw["order"]["particles"]),
    )


def _by_word(classes: tuple[NounClass, ...]) -> dict[str, NounClass]:
    return {w: c for c in reversed(classes) for w in c.words}


def _descriptions(entries: tuple[Description, ...]) -> dict[str, tuple[Description, ...]]:
    words = {w for d in entries for w in d.words}
    return {w: tuple(d for d in entries if w in d.words) for w in words}
