"""Things and the pairs of them that belong together -> groups, each known by its smallest member."""

from collections.abc import Iterable


def components(nodes: Iterable[int], pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The group of each node: the smallest node that it is connected with, whatever the order of the pairs."""
    parents = {node: node for node in nodes}
    for one, other in pairs:
        a, b = _root(parents, one), _root(parents, other)
        parents[max(a, b)] = min(a, b)
    return {node: _root(parents, node) for node in parents}


def _root(parents: dict[int, int], node: int) -> int:
    while parents.setdefault(node, node) != node:
        parents[node] = parents[parents[node]]
        node = parents[node]
    return node
