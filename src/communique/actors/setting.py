"""Where a report is set and who writes it: the country of the story, the publisher's own state, the author."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from communique.actors.dateline import dateline_country
from communique.actors.home_titles import titled_at_home
from communique.actors.names import PersonName
from communique.actors.people import TOP, Person
from communique.actors.reading import Reading, is_state
from communique.types import Sector

# Sectors of those who serve or oppose a state: without another country they belong to that of the story.
DOMESTIC = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "PTY", "OPP", "SPY"})
# Shares of the names of a report above which unowned groups were of its country in 9 of 10 of 300 reports.
MEDIUM_SHARE = 0.4
RELEASE_SHARE = 0.6
INCLUDING = frozenset({"include", "comprise"})
SENT = frozenset({"delegation", "team", "side", "delegates", "participants"})
LISTED = 3  # words between two of a list: ", and interim"
Named = dict[int, tuple[PersonName, Person, str]]


class Setting(Struct, frozen=True, kw_only=True):
    """``story``: the country that the report is about, ``home``: the state that publishes it (no medium), if they are clear.

    ``local``: the country whose people "protesters" and "residents" are where nothing tells; narrower than ``story``.
    ``sent_from``: the country of the dateline of a medium's report, whose officials are mostly those that speak in it.
    ``transcript``: several speak in turns, each after a label in capitals, so that "we" is not the publisher.
    """

    story: str | None
    home: str | None
    local: str | None = None
    sent_from: str | None = None
    transcript: bool = False


def find_setting(reading: Reading, people: Iterable[Person]) -> Setting:
    """The setting of a report."""
    counts, home = _named_countries(reading, people), _publisher_state(reading)
    transcript = _is_transcript(reading)
    local = local_country(counts, home, transcript=transcript)
    sent_from = dateline_country(reading) if home is None else None
    if sent_from not in counts:
        sent_from = None  # a report on Syria from Geneva
    return Setting(story=story_country(counts), home=home, local=local, sent_from=sent_from, transcript=transcript)


def _named_countries(reading: Reading, people: Iterable[Person]) -> Counter[str]:
    """How often the report names each country, its bodies and its people."""
    counts: Counter[str] = Counter()
    for i, known in reading.known.items():
        country = known.actor.country
        if known.first == i and country and len(country) == 3 and known.actor.kind != "outlet":
            counts[country] += 1
    counts.update(p.party.country for p in people if p.party.country is not None)
    return counts


def story_country(counts: Counter[str]) -> str | None:
    """The country that the report names at least three times and a quarter more often than the next."""
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 3:
        return ranked[0][0] if len(ranked) == 1 else None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= 1.25 * ranked[1][1] else None


def local_country(counts: Counter[str], home: str | None, *, transcript: bool) -> str | None:
    """The country of the story if it has two fifths of all names in a medium's report; in a release, three fifths of
    those that are not the publisher's, who talks about other states: "the women" of a speech on two wars are of neither."""
    story = story_country(counts)
    if story is None or home is None:
        return story if story is not None and counts[story] >= MEDIUM_SHARE * counts.total() else None
    abroad = counts.total() - counts[home]
    return story if story != home and not transcript and counts[story] >= RELEASE_SHARE * abroad else None


def settle(reading: Reading, names: Named, setting: Setting) -> Named:
    """Officials with no country of their own get that of their title, of the one they are listed with, else the story's.

    "Israeli Prime Minister Rina Dov and Energy Minister Avi Tal": both are Israel's.
    """
    filled: dict[str, tuple[str, Sector | None]] = {}
    last: tuple[int, str, Sector | None, bool] | None = None
    for at in sorted(names):
        name, person, _ = names[at]
        party = person.party
        country, sector = filled.get(party.id, (party.country, party.sector))
        listed = last if last is not None and _is_next(reading, last[0], name.start) else None
        if country is None and party.provisional and not _is_told(name):
            titled = titled_at_home(reading, name, setting.home)
            if (sender := _sent_by(reading, name.head)) is not None:
                country = sender
            elif titled is not None:
                country, sector = titled, sector or "GOV"
            elif listed is not None and (name.title is not None or listed[3]):
                country, sector = listed[1], sector or listed[2]
            elif sector in DOMESTIC and (own := _of_story(reading, name, setting)) is not None:
                country = own
            elif _is_received(name):
                country = setting.local
            if country is not None:
                filled[party.id] = (country, sector)
        plural = name.title is not None and name.title.noun.endswith("s")
        last = None if country is None else (name.last, country, sector, plural or (listed is not None and listed[3]))
    return {at: (name, _moved(person, filled.get(person.party.id)), rule) for at, (name, person, rule) in names.items()}


def _of_story(reading: Reading, name: PersonName, setting: Setting) -> str | None:
    """The country of the story, or that of the dateline where two states share the story."""
    if setting.home not in {None, setting.story}:
        return None
    country = setting.story or setting.sent_from
    return country if _may_bear(reading, name, country) else None


def _may_bear(reading: Reading, name: PersonName, country: str | None) -> bool:
    """Whether a title may be one of a state: not "Secretary Quill", who is an American, on a visit to Chad."""
    title = "" if name.title is None else reading.text(name.title.first, name.title.last).lower()
    bearers = {entry.country for entry in reading.words.home_title_entries if title in entry.words}
    return not bearers or country in bearers


def _sent_by(reading: Reading, head: int) -> str | None:
    """ "The Zambian delegation included Ada Cole and Bo Vega": they are Zambia's."""
    token = reading.tokens[head]
    while token.dep in {"conj", "appos"} and token.head != token.i:
        token = reading.tokens[token.head]
    verb = reading.tokens[token.head]
    subject = reading.kid(verb.i, "nsubj") if token.dep == "dobj" and verb.lemma in INCLUDING else None
    if subject is None or reading.tokens[subject].lower not in SENT:
        return None
    known = (reading.known[i] for i in range(reading.left(subject), subject) if i in reading.known)
    return next((k.actor.country for k in known if is_state(k.actor)), None)


def _is_next(reading: Reading, last: int, start: int) -> bool:
    """Whether a name follows another in a list: after a comma, "and" or both, perhaps with "interim" or its like."""
    between = [t.lower for t in reading.tokens[last:start]]
    adjective = between[-1:] if between and between[-1].isalpha() and between[-1] != "and" else []
    marks = between[: len(between) - len(adjective)]
    return len(between) <= LISTED and bool(marks) and set(marks) <= {",", "and", "&", ";", "or"}


def _is_received(name: PersonName) -> bool:
    """ "Blinken met Prime Minister Ada Cole in Chad": whoever is no official of the publisher is of the state that he calls
    upon. Only those of whom a state has one; an envoy may be anybody's."""
    return name.title is not None and name.title.entry is not None and name.title.entry.role in TOP


def _is_told(name: PersonName) -> bool:
    """Whether a title or apposition names a state or body, though it may have no country."""
    return any(r is not None and r.cue is not None for r in (name.title, name.apposed))


def _moved(person: Person, to: tuple[str, Sector | None] | None) -> Person:
    return person if to is None else replace(person, party=replace(person.party, country=to[0], sector=to[1]))


def _publisher_state(reading: Reading) -> str | None:
    """The state whose government publishes the report: a release of a foreign ministry, not a newspaper."""
    publisher = reading.parsed.report.publisher
    if publisher is None:
        return None
    bare = publisher.removeprefix("The ").removeprefix("the ")
    for surface in (publisher, bare, bare.replace("US ", "U.S. "), bare.removeprefix("U.S. ").removeprefix("US ")):
        actors = [reading.registry.actors[n.actor] for n in reading.registry.names.get(surface, ())]
        official = [a for a in actors if a.kind in {"government", "ministry", "military"} and a.country]
        if official:
            return official[0].country
    return None


def _is_transcript(reading: Reading) -> bool:
    """ "SECRETARY OKORO: ... MINISTER LUND: ...": at least two paragraphs that begin so."""
    turns = 0
    for sentence in reading.parsed.sentences:
        tokens = reading.tokens[sentence.first : sentence.first + 6]
        colon = next((k for k, t in enumerate(tokens) if t.text == ":"), 0)
        turns += colon > 0 and all(t.text.isupper() or not t.text.isalpha() for t in tokens[:colon])
    return turns >= 2
