"""Where a report takes up an issue without naming it: "Haiti welcomed THE NEWS", "called IT illegal"."""

from collections.abc import Iterator

from communique.clauses import Clauses
from communique.data.stances import Stances
from communique.parse.parsed import Token
from communique.positions.bare import find_bare
from communique.positions.last import Read, Tells, content, nearest, next_to
from communique.positions.naming import Naming
from communique.positions.path import Path, climb

_PRONOUNS = frozenset({"it", "this", "that", "both"})
_PLURAL = frozenset({"them", "these", "those"})
_DETERMINERS = frozenset({"the", "this", "that", "such", "these", "those"})
_VIEWS = frozenset({
    "support", "call", "open", "concern", "oppose", "condemn", "reject", "neutral", "discuss", "verdict-for",
    "verdict-against", "verdict-concern", "felt-concern", "felt-support",
})  # fmt: skip
_ACTS = frozenset({"do", "undo", "block"})


def find_again(clauses: Clauses, stances: Stances, read: Read, tells: Tells) -> Read:
    """Namings of the issue last named before, at most a few sentences ago, each with its path; of several that on which
    somebody's stance is told (``tells``)."""
    named = [*read, *_repeated(clauses, stances, read)]
    told = [pair for pair in named if tells(*pair) is not None]
    fresh = named[len(read) :]
    sure = told or named
    by_words = list(_by_words(clauses, stances, sure))
    return [*fresh, *by_words, *find_bare(clauses, stances, [*sure, *by_words], tells)]


def _repeated(clauses: Clauses, stances: Stances, read: Read) -> Iterator[tuple[Naming, Path]]:
    """ "Quotas for migrants ... THE QUOTAS": the noun that named an issue names it again; "the resolution OF a quarrel" is
    another thing than a resolution of the Council."""
    tokens = clauses.parsed.tokens
    named = {w for naming, _ in read for w in naming.words}
    first: dict[str, Naming] = {}
    for naming, _ in read:
        if tokens[naming.token].pos == "NOUN":
            first.setdefault(tokens[naming.token].lemma.lower(), naming)
    for token in tokens:
        earlier = first.get(token.lemma) if token.pos == "NOUN" else None
        if earlier is None or token.i <= earlier.token or token.i in named:
            continue
        if not any(tokens[c].lower == "of" for c in clauses.parsed.children[token.i]):
            again = Naming(token=token.i, issue=earlier.issue, sign=earlier.sign, words=(token.i,), again=True)
            yield again, climb(clauses, stances, token.i)


def _by_words(clauses: Clauses, stances: Stances, read: Read) -> Iterator[tuple[Naming, Path]]:
    named = {w for naming, _ in read for w in naming.words}
    known = sorted(read, key=lambda pair: pair[0].token)
    for token in nearest(clauses, known):
        if token.i in named or not _takes_up(clauses, stances, token):
            continue
        path = climb(clauses, stances, token.i)
        fixed = stances.taken_up.get(token.lemma, 0) if token.pos == "NOUN" else 0
        if not _is_view(path, acts=fixed != 0):
            continue
        last = next_to(clauses, known, token.i)
        if last is None or (token.lower in _PLURAL and clauses.parsed.tokens[last[0].token].tag != "NNS"):
            continue
        sign = last[0].sign * fixed or content(last)
        taken = Naming(token=token.i, issue=last[0].issue, sign=sign, words=(token.i,), again=True), path
        known.append(taken)
        yield taken


def _is_view(path: Path, *, acts: bool) -> bool:
    """A view stands above, carried by nothing below it; or an act, where the noun itself is one ("lifted THE BAN")."""
    views = [n for n, step in enumerate(path.steps) if step.rule.id in _VIEWS or (acts and step.rule.id in _ACTS)]
    verdict = bool(views) and path.steps[views[0]].rule.verdict
    return bool(views) and (verdict or not any(s.rule.id == "carry" for s in path.steps[: views[0]]))


def _takes_up(clauses: Clauses, stances: Stances, token: Token) -> bool:
    if token.pos == "PRON":
        return (token.lower in _PRONOUNS or token.lower in _PLURAL) and _is_object(clauses, token)
    if token.lemma not in stances.taken_up or token.dep not in ("dobj", "pobj", "nsubj", "nsubjpass"):
        return False
    children = [clauses.parsed.tokens[c] for c in clauses.parsed.children[token.i]]
    return any(c.lower in _DETERMINERS or c.dep == "poss" for c in children) and not any(
        c.dep in ("prep", "acl", "relcl", "compound") or (c.dep == "amod" and c.text.islower() and c.lower != "own")
        for c in children
    )


def _is_object(clauses: Clauses, token: Token) -> bool:
    """Also of what is wanted: "wants IT lifted", "thinks IT premature"."""
    if token.dep in ("dobj", "pobj", "nsubjpass"):
        return True
    above = clauses.parsed.tokens[token.head]
    small = above.dep in ("ccomp", "oprd") and (above.tag in ("VBN", "JJ") or above.pos == "ADJ")
    return token.dep == "nsubj" and small and clauses.parsed.tokens[above.head].pos == "VERB"
