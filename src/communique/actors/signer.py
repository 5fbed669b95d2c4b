"""Who signs a release: "Jane Doe, Secretary of State" above it, or "Statement from President Roe on ..." as its title."""

import re
from collections.abc import Iterable, Iterator

from communique.actors.ledger import Ledger, Party, registered
from communique.actors.people import Person, fold
from communique.actors.reading import Reading
from communique.actors.setting import Named, Setting
from communique.data.registry import offices_held

I = frozenset({"i", "me", "my", "mine", "myself"})  # noqa: E741
_BYLINE = 15  # words of a line that names whoever signs
_TITLE = re.compile(
    r"(?!.*\bjoint\b)(?:.*\b)?(?:statement|message|letter|remarks|comments) (?:from|by|of) (?P<who>.+)", re.IGNORECASE
)


def find_signer(reading: Reading, names: Named, people: Iterable[Person], setting: Setting) -> Party | None:
    """Whom "I" means outside quotations; nobody in the report of a medium, or where several speak in turns."""
    if setting.home is None or setting.transcript or not any(t.lower in I for t in reading.tokens):
        return None
    return _above(reading, names) or _titled(reading, people, setting.home)


def note_signer(ledger: Ledger, i: int, signer: Party) -> None:
    """Write down that a first person outside quotations is whoever signs."""
    if not ledger.is_quoted(ledger.reading.tokens[i].start):
        ledger.note(i, (i, i + 1), (ledger.admit(signer),), "pronoun", "signer")


def _above(reading: Reading, names: Named) -> Party | None:
    """The only person in a first paragraph without a verb."""
    sentences = reading.parsed.sentences
    if len(sentences) < 2 or sentences[1].paragraph == sentences[0].paragraph:
        return None
    words = range(sentences[0].first, sentences[0].last)
    if len(words) > _BYLINE or any(reading.tokens[i].pos in {"VERB", "AUX"} for i in words):
        return None
    persons = {names[i][1].party.id: names[i][1].party for i in words if i in names}
    return next(iter(persons.values())) if len(persons) == 1 else None


def _titled(reading: Reading, people: Iterable[Person], home: str) -> Party | None:
    """The first name of a title that is that of a person of the report or of who holds an office of the publisher's state."""
    found = _TITLE.match(reading.parsed.report.title or "")
    if found is None:
        return None
    words = fold(found["who"].split())
    parties = [(p.words[-1], p.party) for p in people if p.words[-1] in words]
    in_office = _in_office(reading, found["who"], home)
    parties += [(family, registered(reading, person)) for person, family in in_office if family in words]
    here = [(words.index(family), party) for family, party in parties]
    first = min((at for at, _ in here), default=0)
    ids = {party.id: party for at, party in here if at == first}
    return next(iter(ids.values())) if len(ids) == 1 else None


def _in_office(reading: Reading, title: str, country: str) -> Iterator[tuple[str, str]]:
    """Those of a title who hold an office of a state on the day of publication, with their family names."""
    registry = reading.registry
    for word in re.findall(r"[^\s,.;:]+", title):
        for person in {n.actor for n in registry.names.get(word, ()) if n.kind == "family"}:
            held = offices_held(registry, person, reading.day)
            if any(office.country == country for office in held):
                yield person, fold(registry.actors[person].name.split())[-1]
