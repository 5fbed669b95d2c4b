"""One says what the other says not: "froze its accounts", "denied that any account had been frozen"."""

from communique.record.acts import HARD_ACTS
from communique.record.chain import BREAK, around, is_code, places
from communique.record.matter import SOON, differ, gap, is_one_affair, is_one_matter, is_one_voice
from communique.record.told import Contradiction, Told

_REACH = 7  # words within which what is denied must be told
_MOST = 0.6  # of what is denied where no act is
_FEWEST = 2
_ANYBODY = frozenset({"country", "stat", "side", "people", "peopl", "person", "official", "anyth", "someth"})


def find_denials(one: Told, other: Told) -> tuple[Contradiction, ...]:
    """The denial that one of two passages is of what the other tells."""
    if not (one.denied or other.denied) or not is_one_matter(one, other) or is_one_voice(one, other):
        return ()
    if gap(one, other) > SOON or not is_one_affair(one, other):
        return ()
    for denying, telling in ((one, other), (other, one)):
        common = next(
            (found for scope in denying.denied if (found := _tells(telling, frozenset(scope), denying))), None
        )
        if common:
            words = ", ".join(sorted(common))
            return (differ("denial", words, ((one, one.spans[0]), (other, other.spans[0])), float(len(common))),)
    return ()


def _tells(told: Told, scope: frozenset[str], denying: Told) -> frozenset[str]:
    """What a passage tells of that another denies, where one clause has enough of it; nothing where it denies it too."""
    acts, codes = scope & HARD_ACTS, frozenset(word for word in scope if is_code(word))
    things = scope - acts - codes - set(denying.names) - _ANYBODY
    if any((set(own) & scope) - codes for own in told.denied) or (not acts and len(things) < _FEWEST):
        return frozenset()
    for at in places(told.chain, acts or things):
        near = frozenset(word.removeprefix("*") for word in (*around(told.chain, at, _REACH), told.chain[at])) - {BREAK}
        named = frozenset(word for word in near if is_code(word))
        if codes and named and not codes <= named:
            continue  # another state's soldiers
        common, met = scope & near, things & near
        if acts and (met or (not things and len(common) >= _FEWEST)):
            return common
        if not acts and len(met) >= max(_FEWEST, _MOST * len(things)):
            return common
    return frozenset()
