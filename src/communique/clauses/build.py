"""Parsed -> Clauses."""

from msgspec import Struct
from msgspec.structs import replace

from communique.clauses.arguments import find_arguments, light_verb, outermost
from communique.clauses.clauses import Argument, Clauses, Link, Mood, Predicate
from communique.clauses.features import features, is_negated
from communique.clauses.heads import Head, find_heads
from communique.clauses.links import find_tie
from communique.clauses.subjects import Subjects
from communique.clauses.tree import NOMINAL, Tree
from communique.parse.parsed import Parsed
from communique.types import Span

_OUTSIDE_PHRASE = frozenset(
    {"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "parataxis", "nsubj", "cop", "aux", "nsubjpass"}
)
_MARKS = frozenset('"“‘«')
_NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
_OUTSIDE_CLAUSE = frozenset({"conj", "cc", "preconj"})


def find_clauses(parsed: Parsed) -> Clauses:
    """Every predicate of a report with its arguments, features and place among the others."""
    grammar = _grammar(parsed)
    return Clauses(
        parsed=parsed,
        predicates=_with_shared_tense([_predicate(grammar, i, head) for i, head in enumerate(grammar.heads)]),
        by_head=grammar.by_head,
        phrases={
            t.i: grammar.phrases[t.i] for t in parsed.tokens if t.pos in NOMINAL or grammar.tree.is_plural_noun(t)
        },
    )


class _Grammar(Struct, frozen=True):
    """What is known of a whole report before its predicates are put together."""

    tree: Tree
    heads: list[Head]
    by_head: dict[int, int]
    subjects: Subjects
    phrases: list[Span]
    clauses: list[Span]


def _grammar(parsed: Parsed) -> _Grammar:
    tree = Tree(parsed)
    heads = find_heads(tree)
    by_head = {h.token: i for i, h in enumerate(heads)}
    return _Grammar(
        tree,
        heads,
        by_head | {h.verb: i for i, h in enumerate(heads) if h.verb not in by_head},
        Subjects(tree, {h.token: h.verb for h in heads if h.kind == "adjective"}),
        tree.spans(_OUTSIDE_PHRASE),
        tree.spans(_OUTSIDE_CLAUSE),
    )


def _predicate(grammar: _Grammar, number: int, head: Head) -> Predicate:
    tree = grammar.tree
    tie = find_tie(tree, head)
    above = None if tie.link == "root" else _climb(tree, tie.above, grammar.by_head)
    link: Link = "root" if above is None or above == number else tie.link
    common = Predicate(
        id=number,
        sentence=tree.tokens[head.token].sentence,
        head=head.token,
        kind=head.kind,
        lemma=tree.tokens[head.token].lemma.lower(),
        words=(head.token,),
        arguments=find_arguments(tree, grammar.subjects, head),
        negated=is_negated(tree, head.token),
        above=None if link == "root" else above,
        link=link,
        marker=tie.marker,
        extent=grammar.phrases[head.token],
    )
    return _as_noun(tree, common) if head.kind == "noun" else _as_verb(grammar, common, head)


def _as_noun(tree: Tree, noun: Predicate) -> Predicate:
    token = tree.tokens[noun.head]
    named = replace(noun, lemma=token.lower) if token.tag == "VBG" else noun  # "FIGHTING between", not "fight"
    verb = light_verb(tree, noun.head)
    return named if verb is None else replace(named, light=_light_name(tree, verb, noun.head))


def _as_verb(grammar: _Grammar, common: Predicate, head: Head) -> Predicate:
    tree = grammar.tree
    found = features(tree, head.verb)
    particles = tree.particles(head.verb)
    return replace(
        common,
        lemma=" ".join([common.lemma, *(tree.tokens[p].lower for p in particles)]),
        words=(head.token, *particles),
        passive=head.kind == "verb" and grammar.subjects.is_passive(head.verb),
        negated=common.negated or found.negated or _denies_a_party(tree, common.arguments),
        tense=found.tense,
        perfect=found.perfect,
        progressive=found.progressive,
        modal=found.modal,
        mood=_mood(tree, head, common.arguments),
        extent=grammar.clauses[head.verb],
    )


def _climb(tree: Tree, token: int, carriers: dict[int, int]) -> int | None:
    """The nearest predicate at or above a token: nouns that say nothing happens are passed by."""
    while token not in carriers:
        if tree.tokens[token].head == token:
            return None
        token = tree.tokens[token].head
    return carriers[token]


def _denies_a_party(tree: Tree, arguments: tuple[Argument, ...]) -> bool:
    """ "No agreement was reached", "nobody", "not a single minister": a negative subject or object negates the act."""
    parties = [h for a in arguments if a.role in {"subject", "object"} for h in a.heads]
    return any(tree.tokens[h].lower in _NOBODY or _is_none(tree, h) for h in parties)


def _is_none(tree: Tree, noun: int) -> bool:
    before = tree.kids(noun, "det", "preconj", "predet", "cc", "neg", "advmod", "nummod")
    words = {tree.tokens[c].lower for c in before if c < noun}
    single = any(tree.tokens[c].lower in {"single", "one"} for c in tree.kids(noun, "amod", "nummod"))
    counted = (d for c in tree.kids(noun, "nummod") for d in tree.kids(c, "neg"))
    return bool(words & {"no", "neither"}) or ("not" in words and single) or any(True for _ in counted)


def _mood(tree: Tree, head: Head, arguments: tuple[Argument, ...]) -> Mood:
    token = tree.tokens[head.verb]
    bare = token.tag == "VB" and tree.kid(head.verb, "aux", "nsubj") is None
    if bare and _opens_a_quotation(tree, head.verb):
        return "command"
    if token.dep != "ROOT" or head.kind == "noun":
        return "statement"
    if tree.ends_in_question(token.sentence):
        return "question"
    return "command" if bare and not any(a.role == "subject" for a in arguments) else "statement"


def _opens_a_quotation(tree: Tree, verb: int) -> bool:
    """'"FREE the fishermen," she told Chad': the parser hangs what is ordered on the verb of saying."""
    return verb > 0 and tree.tokens[verb - 1].text in _MARKS and tree.tokens[verb].text[0].isupper()


def _light_name(tree: Tree, verb: int, noun: int) -> str:
    token = tree.tokens[outermost(tree, noun)]
    preposition = f" {tree.tokens[token.head].lower}" if token.dep == "pobj" else ""
    return tree.tokens[verb].lemma.lower() + preposition


def _with_shared_tense(predicates: list[Predicate]) -> tuple[Predicate, ...]:
    """ "will meet and discuss", "has met and praised": a conjunct without auxiliaries has those of the first."""
    out: list[Predicate] = []
    for p in predicates:
        first = None if p.above is None else predicates[p.above]
        shares = first is not None and p.link == "coordinate" and p.kind == first.kind == "verb"
        if first is not None and shares and p.tense == "none" and p.modal is None and (first.modal or first.perfect):
            negated = p.negated or (first.negated and first.modal is not None)
            out.append(replace(p, tense=first.tense, modal=first.modal, perfect=first.perfect, negated=negated))
        else:
            out.append(p)
    return tuple(out)
