"""Where a report takes up an issue without naming it: "Haiti welcomed THE NEWS", "Nigeria ABSTAINED"."""

from collections.abc import Callable, Iterator

from communique.clauses import Clauses
from communique.data.stances import StanceRule, Stances
from communique.positions.naming import Naming
from communique.positions.path import Path, Step, climb

_REACH = 2
_PRONOUNS = frozenset({"it", "this", "that", "both"})
_DETERMINERS = frozenset({"the", "this", "that", "such", "these", "those"})
_VIEWS = frozenset({"support", "call", "open", "concern", "oppose", "reject", "neutral"})

Read = list[tuple[Naming, Path]]
Tells = Callable[[Naming, Path], bool]


def find_again(clauses: Clauses, stances: Stances, read: Read, tells: Tells) -> Read:
    """Namings of the issue last named before, at most two sentences ago, each with its path; of several that on which
    somebody's stance is told (``tells``)."""
    named = [*read, *_repeated(clauses, stances, read)]
    told = [pair for pair in named if tells(*pair)]
    fresh = named[len(read) :]
    sure = told or named
    return [*fresh, *_by_words(clauses, stances, sure), *_bare(clauses, stances, sure)]


def _repeated(clauses: Clauses, stances: Stances, read: Read) -> Iterator[tuple[Naming, Path]]:
    """ "Quotas for migrants ... THE QUOTAS": the noun that named an issue names it again."""
    tokens = clauses.parsed.tokens
    named = {w for naming, _ in read for w in naming.words}
    first: dict[str, Naming] = {}
    for naming, _ in read:
        if tokens[naming.token].pos == "NOUN":
            first.setdefault(tokens[naming.token].lemma.lower(), naming)
    for token in tokens:
        earlier = first.get(token.lemma.lower()) if token.pos == "NOUN" else None
        if earlier is not None and token.i > earlier.token and token.i not in named:
            again = Naming(token=token.i, issue=earlier.issue, sign=earlier.sign, words=(token.i,), again=True)
            yield again, climb(clauses, stances, token.i)


def _by_words(clauses: Clauses, stances: Stances, read: Read) -> Iterator[tuple[Naming, Path]]:
    named = {w for naming, _ in read for w in naming.words}
    for token in clauses.parsed.tokens:
        if token.i in named or not _takes_up(clauses, stances, token.i):
            continue
        path = climb(clauses, stances, token.i)
        views = [n for n, step in enumerate(path.steps) if step.rule.id in _VIEWS]
        if not views or any(s.rule.id == "carry" for s in path.steps[: views[0]]):
            continue
        last = _last(clauses, read, token.i)
        if last is not None:
            yield Naming(token=token.i, issue=last[0].issue, sign=_content(last), words=(token.i,), again=True), path


def _takes_up(clauses: Clauses, stances: Stances, at: int) -> bool:
    token = clauses.parsed.tokens[at]
    if token.pos == "PRON":
        return token.lower in _PRONOUNS and token.dep in ("dobj", "pobj")
    if token.lemma.lower() not in stances.words.anaphors or token.dep not in ("dobj", "pobj", "nsubjpass"):
        return False
    children = [clauses.parsed.tokens[c] for c in clauses.parsed.children[at]]
    return any(c.lower in _DETERMINERS or c.dep == "poss" for c in children) and not any(
        c.dep in ("prep", "acl", "relcl", "compound", "amod") for c in children
    )


def _last(clauses: Clauses, read: Read, at: int) -> tuple[Naming, Path] | None:
    """The issue named last before a token, near enough."""
    sentence = clauses.parsed.tokens[at].sentence
    before = [pair for pair in read if max(pair[0].words) < at]
    near = [p for p in before if sentence - clauses.parsed.tokens[p[0].token].sentence <= _REACH]
    return max(near, key=lambda pair: pair[0].token, default=None)


def _next(clauses: Clauses, read: Read, at: int) -> tuple[Naming, Path] | None:
    """The issue named first after a token that opens a report: "Turkey will say yes," ... the entry of Sweden."""
    sentence = clauses.parsed.tokens[at].sentence
    after = [p for p in read if 0 < clauses.parsed.tokens[p[0].token].sentence - sentence <= _REACH]
    return min(after, key=lambda pair: pair[0].token, default=None)


def _content(last: tuple[Naming, Path]) -> int:
    """The sign of what was spoken of: "an END to the sanctions" is against them, whoever wants it."""
    naming, path = last
    sign = naming.sign
    for step in path.steps:
        if not step.rule.act and step.rule.id != "carry":
            break
        sign *= step.rule.sign
    return sign


def _bare(clauses: Clauses, stances: Stances, read: Read) -> Iterator[tuple[Naming, Path]]:
    """ "Abstained", "shook his head", "said no": a stance on the last issue."""
    used = {step.token for _, path in read for step in path.steps}
    for predicate in clauses.predicates:
        rule = _bare_rule(clauses, stances, predicate.lemma, predicate.head)
        if rule is None or predicate.head in used:
            continue
        last = _last(clauses, read, predicate.head) or _next(clauses, read, predicate.head)
        if last is not None:
            naming = Naming(
                token=predicate.head, issue=last[0].issue, sign=_content(last), words=(predicate.head,), again=True
            )
            yield (
                naming,
                Path(start=predicate.head, steps=(Step(rule, predicate.head, predicate),), predicates=(predicate,)),
            )


def _bare_rule(clauses: Clauses, stances: Stances, lemma: str, head: int) -> StanceRule | None:
    kids = (clauses.parsed.tokens[c].lemma.lower() for c in clauses.parsed.children[head])
    found = (stances.bare.get(f"{lemma} > {kid}") for kid in kids)
    return stances.bare.get(lemma) or next((rule for rule in found if rule is not None), None)
