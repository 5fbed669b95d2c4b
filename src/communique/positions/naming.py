"""Clauses, Actors -> where a report names an issue: "its uranium ENRICHMENT", "to FREE the prisoner"."""

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from communique.actors import Actors
from communique.clauses import Clauses, Predicate
from communique.data.issues import IssueRule, Issues, Pattern
from communique.parse.parsed import Token

_BETWEEN = frozenset({"DET", "ADJ", "NUM", "PROPN", "PRON", "PART"})
_REACH = 3
_PARTICLES = frozenset({"prt", "advmod", "npadvmod", "acomp", "oprd"})
_ANYBODY = frozenset({"*actor", "*people"})
_NO_OBJECT = frozenset({"subject", "possessor", "modifier"})
_KINDS = {
    "*state": {"government"},
    "*person": {"person"},
    "*body": {"body"},
    "*people": {"population"},
}


class Naming(Struct, frozen=True, kw_only=True, gc=False):
    """An issue named at a token: ``sign`` is -1 where the words mean its contrary; ``words`` are its tokens; ``again``
    is true where "the ban", "it" take up what was named before."""

    token: int
    issue: IssueRule
    sign: int
    words: tuple[int, ...]
    again: bool = False


def find_namings(clauses: Clauses, actors: Actors, issues: Issues, carriers: Collection[str]) -> tuple[Naming, ...]:
    """Every naming of an issue, in order of the text; of two on the same words the one that says more.

    ``carriers`` are the nouns that keep the meaning of what stands before them: plan, deal, ban."""
    kinds = {actor.id: actor.kind for actor in actors.actors}
    lemmas = [token.lemma.lower() for token in clauses.parsed.tokens]
    near: dict[int, frozenset[str]] = {}
    found: list[tuple[int, Naming]] = []
    known: set[str] = set()
    for token in clauses.parsed.tokens:
        for pattern in issues.by_word.get(lemmas[token.i], ()):
            words = _match(clauses, actors, kinds, lemmas, pattern, token.i)
            if words is None or _is_part(clauses, lemmas, words, carriers):
                continue
            if not _is_near(clauses, near, lemmas, pattern, token, known):
                continue
            known.add(pattern.issue.id)
            head = _head(clauses.parsed.tokens, words)
            found.append((pattern.weight, Naming(token=head, issue=pattern.issue, sign=pattern.sign, words=words)))
            break
    return tuple(sorted(_keep(found), key=lambda n: n.token))


def _keep(found: list[tuple[int, Naming]]) -> Iterator[Naming]:
    taken: set[int] = set()
    for _, naming in sorted(found, key=lambda pair: (-pair[0], pair[1].token)):
        if not taken.intersection(naming.words):
            taken.update(naming.words)
            yield naming


def _match(
    clauses: Clauses, actors: Actors, kinds: Mapping[str, str], lemmas: list[str], pattern: Pattern, at: int
) -> tuple[int, ...] | None:
    if pattern.noun and clauses.parsed.tokens[at].pos != "NOUN":
        return None
    if pattern.role is None:
        return _sequence(clauses, lemmas, pattern.words, at)
    words = _sequence(clauses, lemmas, pattern.words, at) or _parted(clauses, lemmas, pattern.words, at)
    if words is None:
        return None
    predicate = clauses.at(at)
    if _is_other_verb(predicate, lemmas[at], pattern, words):
        return None  # to give UP weapons is not to give them
    if predicate is None or predicate.kind == "noun":
        return _with_following(clauses, actors, kinds, lemmas, pattern, at)
    hit = next(
        (h for h in _parties(clauses, predicate, pattern, at) if _is_party(actors, kinds, lemmas, pattern, h)), None
    )
    return None if hit is None else (*words, hit)


def _is_other_verb(predicate: Predicate | None, lemma: str, pattern: Pattern, words: tuple[int, ...]) -> bool:
    if predicate is None or predicate.kind != "verb" or predicate.lemma == lemma:
        return False
    return predicate.lemma != " ".join(pattern.words[: len(words)])


def _parties(clauses: Clauses, predicate: Predicate, pattern: Pattern, at: int) -> list[int]:
    """The heads of the arguments among which the party of a pattern must be."""
    if pattern.role == "subject":
        whom = pattern.party & _ANYBODY and predicate.heads("object")
        return [] if whom else list(predicate.heads("subject"))  # "the minister WITHDREW his support" is no retreat
    heads = [h for a in predicate.arguments if a.role not in _NO_OBJECT for h in a.heads]
    if clauses.parsed.tokens[at].tag == "VBN" and not predicate.perfect:
        heads += predicate.heads("subject")  # "wants its loans CUT"
    return heads


def _parted(clauses: Clauses, lemmas: list[str], words: tuple[str, ...], at: int) -> tuple[int, ...] | None:
    """A verb and its particle with the object between: "TAKE its soldiers HOME"."""
    if len(words) != 2 or clauses.parsed.tokens[at].pos != "VERB":
        return None
    last = next((c for c in clauses.parsed.children[at] if c > at and lemmas[c] == words[1]), None)
    return None if last is None or clauses.parsed.tokens[last].dep not in _PARTICLES else (at, last)


def _with_following(
    clauses: Clauses, actors: Actors, kinds: Mapping[str, str], lemmas: list[str], pattern: Pattern, at: int
) -> tuple[int, ...] | None:
    """ "The ENTRY of Sweden into NATO": what a noun is tied to stands after it."""
    tokens = clauses.parsed.tokens
    if tokens[at].pos != "NOUN":
        return None
    following = (i for i in range(at + 1, min(at + 8, len(tokens))) if tokens[i].sentence == tokens[at].sentence)
    hit = next((i for i in following if _is_party(actors, kinds, lemmas, pattern, i)), None)
    return None if hit is None else (at,)


def _is_party(actors: Actors, kinds: Mapping[str, str], lemmas: list[str], pattern: Pattern, head: int) -> bool:
    if lemmas[head] in pattern.party:
        return True
    number = actors.by_token.get(head)
    if number is None:
        return False
    mention = actors.mentions[number]
    if "*actor" in pattern.party:
        return mention.form != "pronoun"
    return any(
        kinds.get(actor) in _KINDS[party] for party in pattern.party if party in _KINDS for actor in mention.actors
    )


def _sequence(clauses: Clauses, lemmas: list[str], words: tuple[str, ...], at: int) -> tuple[int, ...] | None:
    """The tokens of words that follow each other; articles and the like may stand between."""
    tokens = clauses.parsed.tokens
    out = [at]
    for word in words[1:]:
        following = range(out[-1] + 1, min(out[-1] + 2 + _REACH, len(tokens)))
        hit = None
        for i in following:
            if lemmas[i] == word and tokens[i].sentence == tokens[at].sentence:
                hit = i
                break
            if tokens[i].pos not in _BETWEEN:
                break
        if hit is None:
            return None
        out.append(hit)
    if len(words) == 1 and tokens[at].pos in ("PROPN", "ADJ"):
        return None  # neither the Gulf Cooperation Council nor a FREE election
    return tuple(out)


def _is_part(clauses: Clauses, lemmas: list[str], words: tuple[int, ...], carriers: Collection[str]) -> bool:
    """ "A TRADE union" is no trade, "the BORDER plan" is about a border."""
    token = clauses.parsed.tokens[words[-1]]
    return token.dep in ("compound", "nmod") and token.head not in words and lemmas[token.head] not in carriers


def _is_near(
    clauses: Clauses,
    near: dict[int, frozenset[str]],
    lemmas: list[str],
    pattern: Pattern,
    token: Token,
    known: set[str],
) -> bool:
    """Whether one of the words that must stand near does, here or where the issue was named before."""
    if pattern.issue.unless and _is_otherwise(clauses, lemmas, pattern, token):
        return False
    if not pattern.issue.near or pattern.issue.id in known or len(pattern.words) > 1 or pattern.role is not None:
        return True
    if token.sentence not in near:
        sentence = clauses.parsed.sentences[token.sentence]
        near[token.sentence] = frozenset(lemmas[sentence.first : sentence.last])
    return bool(near[token.sentence] & pattern.issue.near)


def _is_otherwise(clauses: Clauses, lemmas: list[str], pattern: Pattern, token: Token) -> bool:
    sentence = clauses.parsed.sentences[token.sentence]
    text = f" {' '.join(lemmas[sentence.first : sentence.last])} "
    return any(f" {words} " in text for words in pattern.issue.unless)


def _head(tokens: tuple[Token, ...], words: tuple[int, ...]) -> int:
    """The word on which the others hang: that of the first whose own head is outside."""
    inside = set(words)
    outer = [w for w in words if tokens[w].head not in inside or tokens[w].head == w]
    return next(
        (w for w in outer if tokens[w].pos in ("NOUN", "VERB", "ADJ", "PROPN")), outer[0] if outer else words[0]
    )
