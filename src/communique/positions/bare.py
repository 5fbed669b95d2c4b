"""A stance told of the last issue without a word for it: "Peru ABSTAINED", "Russia VOTED AGAINST", "will NOT SIGN"."""

from collections.abc import Iterator

from communique.clauses import Clauses, Predicate
from communique.data.stances import StanceRule, Stances
from communique.positions.last import Read, Tells, content, following, next_to
from communique.positions.naming import Naming
from communique.positions.path import Path, Step, climb
from communique.positions.weigh import Weight

_MORE = frozenset({"dobj", "xcomp", "ccomp", "attr", "acomp", "oprd", "dative", "agent", "advcl"})
_ABOUT = frozenset(
    {"to", "on", "with", "about", "over", "against", "at", "for", "of", "by", "regarding", "concerning", "around"}
)


def find_bare(clauses: Clauses, stances: Stances, read: Read, tells: Tells) -> Iterator[tuple[Naming, Path]]:
    """Each bare stance with the issue last named, else the next."""
    if not read:
        return
    used = {step.token for _, path in read for step in path.steps}
    for predicate in clauses.predicates:
        beside = stances.bare.get(predicate.lemma)
        if beside is None or predicate.head in used:
            continue
        rule = _rule(clauses, predicate, beside)
        last = rule and (next_to(clauses, read, predicate.head) or following(clauses, read, predicate.head))
        if rule is None or not last:
            continue
        told = tells(*last)
        path = _path(clauses, stances, predicate, rule)
        if path is not None and not (rule.id == "reverse" and told is None):
            yield _naming(predicate, last, _sign(rule, last, told)), path


def _rule(clauses: Clauses, predicate: Predicate, beside: dict[str, StanceRule]) -> StanceRule | None:
    """The rule of a verb or adjective with nothing beside it but the word that belongs to it."""
    tokens, children = clauses.parsed.tokens, clauses.parsed.children
    own: set[int] = set()
    rule = beside.get("")
    for c in children[predicate.head]:
        found = beside.get(tokens[c].lemma.lower())
        if found is None and tokens[c].dep == "prep":
            found = next((r for k in children[c] if (r := beside.get(f"{tokens[c].lower} {tokens[k].lower}"))), None)
        if found is not None:
            rule = found
            own.add(c)
    return None if rule is None or _says_more(clauses, predicate, own) else rule


def _says_more(clauses: Clauses, predicate: Predicate, own: set[int]) -> bool:
    """Something else stands with it that it is about: "abstained FROM DRINK", "declined TO SAY", "refused AN OFFER"."""
    tokens, children = clauses.parsed.tokens, clauses.parsed.children
    for at in (predicate.head, *own):
        for c in children[at]:
            if c in own:
                continue
            hung = tokens[c].dep == "prep" and tokens[c].lower in _ABOUT and children[c]
            whole = tokens[c].dep in _MORE and not (tokens[c].dep == "advcl" and tokens[c].tag != "VB")
            if (hung and (at == predicate.head or tokens[at].dep != "prep")) or whole:
                return at == predicate.head or tokens[at].dep != "prep"
    return False


def _path(clauses: Clauses, stances: Stances, predicate: Predicate, rule: StanceRule) -> Path | None:
    """The stance and the words above it: "threatened to ABSTAIN", "urged Bern to RECONSIDER"."""
    up = climb(clauses, stances, predicate.head)
    if rule.act and not (predicate.modal or predicate.negated or up.steps):
        return None
    if rule.id == "reverse" and not any(step.rule.id == "call" for step in up.steps):
        return None
    first = Step(rule, predicate.head, predicate)
    return Path(start=predicate.head, steps=(first, *up.steps), predicates=up.predicates or (predicate,), lost=up.lost)


def _sign(rule: StanceRule, last: tuple[Naming, Path], told: Weight | None) -> int:
    if rule.id == "reverse" and told is not None:
        return told.sign
    return content(last)


def _naming(predicate: Predicate, last: tuple[Naming, Path], sign: int) -> Naming:
    return Naming(token=predicate.head, issue=last[0].issue, sign=sign, words=(predicate.head,), again=True)
