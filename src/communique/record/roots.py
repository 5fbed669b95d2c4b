"""Whose words an entry is: the first outlet of its chain, else whom the report credits, else its publisher."""

import re

from msgspec import Struct

from communique.record.wording import fold
from communique.types import Event, RecordFields, Role, Statement

_DATELINE = re.compile(r"^[^\n]{0,60}?\(([A-Z][^()\n]{1,40})\)\s*[-–—:]")
_CLOSING = re.compile(r"\n\s*\(([A-Z][^()\n]{1,40})\)\s*$")
_HEAD = 300  # a dateline stands near the beginning, after a by-line at most


class Roots(Struct, frozen=True):
    """The root of each entry of one report."""

    publisher: str | None
    names: dict[str, str]
    said: dict[str, Statement]
    outlets: tuple[str, ...]

    def of_statement(self, said: Statement) -> str | None:
        """The first outlet of a statement's chain, else the report's root."""
        chain = [role for role in (said.outlet, *said.via) if role is not None and self._is_outlet(role)]
        return root_name(self.names[chain[0].actor]) if chain else self.publisher

    def of_event(self, event: Event) -> str | None:
        """Where the statement comes from that tells or performs an event, else the report's root."""
        said = self.said.get(event.reported_by or event.performed_by or "")
        return self.of_statement(said) if said is not None else self.publisher

    def _is_outlet(self, role: Role) -> bool:
        return role.actor in self.names


def find_roots(record: RecordFields) -> Roots:
    """The roots of a report's entries."""
    kinds = ("outlet", "organisation", "company")
    outlets = {a.id: a.name for a in record.actors if a.kind in kinds and a.name[:1].isupper()}
    credited = credit(record.report.text or "")
    publisher = credited if credited is not None else root_name(record.report.publisher)
    both = {name for name in (credited, root_name(record.report.publisher)) if name is not None}
    return Roots(publisher, outlets, {s.id: s for s in record.statements}, tuple(sorted(both)))


def credit(text: str) -> str | None:
    """The agency that a dateline or a closing line credits: "PARIS (Halden Agency) -" -> halden agency."""
    for line in text[:_HEAD].splitlines():
        if match := _DATELINE.match(line.strip()):
            return root_name(match.group(1))
    match = _CLOSING.search(text)
    return root_name(match.group(1)) if match else None


def root_name(name: str | None) -> str | None:
    """An outlet's name as sources are told apart by it: "The Levant Post" -> levant post."""
    return None if name is None else fold(name).removeprefix("the ").strip() or None
