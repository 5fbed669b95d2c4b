"""Records built by hand: a text, its parties by the words that name them, its events and statements."""

import re

import pytest

from communique.data.merging import MergingWords, load_merging
from communique.record import tell
from communique.record.told import Told
from communique.types import (
    Actor,
    ActorKind,
    Date,
    Event,
    EventPlace,
    EventType,
    MadeBy,
    RecordFields,
    ReportEntry,
    Role,
    Span,
    Statement,
    Status,
)

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?[\"”]?")


class Draft:
    """A report in the making: ``Draft("r1", "France met Chad.").actor("fra", "France", "FRA").event(...)``."""

    def __init__(
        self, id_: str, text: str, published: str | None = "2023-03-08", publisher: str = "Brenta News"
    ) -> None:
        self.id, self.text, self.published, self.publisher = id_, text, published, publisher
        self.actors: dict[str, Actor] = {}
        self.events: list[Event] = []
        self.statements: list[Statement] = []
        self.note: Span | None = None

    def span(self, words: str) -> Span:
        at = self.text.index(words)
        return Span(at, at + len(words))

    def sentence(self, at: Span) -> Span:
        found = (Span(m.start(), m.end()) for m in _SENTENCE.finditer(self.text))
        return next(s for s in found if s.start <= at.start < s.end)

    def actor(self, id_: str, name: str, country: str | None = None, kind: ActorKind = "government") -> "Draft":
        spans = tuple(Span(m.start(), m.end()) for m in re.finditer(re.escape(name), self.text))
        self.actors[id_] = Actor(id=id_, kind=kind, name=name, country=country, mentions=spans)
        return self

    def role(self, id_: str) -> Role:
        actor = self.actors[id_]
        return Role(actor=id_, span=actor.mentions[0] if actor.mentions else Span(0, 1), country=actor.country)

    def event(  # noqa: PLR0913 - the fields of an event
        self, type_: EventType, trigger: str, who: str = "", whom: str = "", *, day: str | None = None,
        place: str | None = None, status: Status = "actual",
    ) -> "Draft":  # fmt: skip
        at = self.span(trigger)
        self.events.append(
            Event(
                id=f"{self.id}#e-{at.start:08x}", type=type_, trigger=at, evidence=(self.sentence(at),), rule="test", status=status,
                actors=tuple(self.role(i) for i in who.split()), recipients=tuple(self.role(i) for i in whom.split()),
                date=Date(start=day, end=day, granularity="day") if day else None, not_after=self.published,
                place=EventPlace(name=place, span=at) if place else None,
            )
        )  # fmt: skip
        return self

    def said(self, content: str, who: str = "", *, quoted: bool = False) -> "Draft":
        at = self.span(content)
        self.statements.append(
            Statement(
                id=f"{self.id}#s-{at.start:08x}", kind="direct" if quoted else "indirect", evidence=(at,), rule="test",
                content=at, quoted=(at,) if quoted else (), speakers=tuple(self.role(i) for i in who.split()),
            )
        )  # fmt: skip
        return self

    def record(self) -> RecordFields:
        sentences = tuple(Span(m.start(), m.end()) for m in _SENTENCE.finditer(self.text) if m.group().strip())
        report = ReportEntry(
            id=self.id, source_sha256="0", path=None, url=None, publisher=self.publisher, title=None, author=None,
            published=self.published, published_basis="given", updated=None, language="en", licence=None,
            correction_note=self.note, text=self.text, removed=(), sentences=sentences,
        )  # fmt: skip
        made = MadeBy(version="0", codebook="", model="", model_sha256="", registry_sha256="", rules_sha256="")
        return RecordFields(
            made_by=made, report=report, actors=tuple(self.actors.values()), events=tuple(self.events),
            statements=tuple(self.statements),
        )  # fmt: skip

    def told(self, kind: str = "") -> tuple[Told, ...]:
        return tuple(t for t in tell(self.record(), load_merging()) if kind in ("", t.kind))


@pytest.fixture(scope="session")
def words() -> MergingWords:
    return load_merging()


@pytest.fixture(scope="session")
def draft() -> type[Draft]:
    return Draft
