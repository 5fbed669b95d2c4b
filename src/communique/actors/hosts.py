"""States that a report names only by a place of theirs."""

from collections.abc import Iterable

from communique.data.registry import Registry
from communique.types import Actor, Role, Span


def with_hosts(actors: tuple[Actor, ...], named: Iterable[Role], registry: Registry) -> tuple[Actor, ...]:
    """The actors, and the states that only a place of theirs names: Ukraine in "visited Kyiv"."""
    spans: dict[str, list[Span]] = {}
    known = {actor.id for actor in actors}
    for role in named:
        if role.actor not in known and role.actor in registry.actors:
            spans.setdefault(role.actor, []).append(role.span)
    hosts = (registry.actors[host] for host in spans)
    added = (
        Actor(
            id=host.id, kind=host.kind, name=host.name, country=host.country, wikidata=host.wikidata,
            mentions=tuple(dict.fromkeys(spans[host.id])),
        )
        for host in hosts
    )  # fmt: skip
    return (*actors, *added)
