"""Cues that go on beside another though the parser hangs them inside what it reports: "said A and THREATENED B"."""

from communique.actors import Actors, roles
from communique.clauses.clauses import Clauses, Predicate
from communique.data.mentions import load_mention_words
from communique.data.statements import Lexicon

_PRESENT = {"VB": "VBP"}  # the tagger takes "we stress ... and urge" for an infinitive
_NOW = frozenset({"VBZ", "VBP", "MD"})
_PEOPLE = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})


def beside(clauses: Clauses, actors: Actors, lexicon: Lexicon, p: Predicate) -> Predicate | None:
    """The cue that a predicate goes on beside, or None.

    "We stress that a path remains open and URGE the parties to talk": a cue in the form of the first with no subject of
    its own. If the verb to which it is joined has that form too, it must have a subject that cannot speak ("said the
    raid was a crime and VOWED to respond") or the speaker for its subject ("said he regretted it and PROMISED ...").
    """
    joined = _first_joined(clauses, p)
    if joined is None or joined.above is None or joined.link != "complement":
        return None
    first = clauses.predicates[joined.above]
    own = any(a.role == "subject" and a.source == "own" for a in p.arguments)
    if own or first.lemma not in lexicon.verbs or p.head <= first.head or _form(clauses, p) != _form(clauses, first):
        return None
    between = _form(clauses, joined)
    if p.lemma not in lexicon.verbs:
        # "reaffirmed that the pact REMAINS in force and WELCOMED the talks": an act beside the cue
        return first if between in _NOW and _form(clauses, p) == "VBD" else None
    return None if between == _form(clauses, p) and not _is_spoken_for(clauses, actors, first, joined) else first


def _first_joined(clauses: Clauses, p: Predicate) -> Predicate | None:
    """The first of the verbs to which one is joined, itself not counted."""
    joined = None if p.above is None or p.link != "coordinate" else clauses.predicates[p.above]
    while joined is not None and joined.link == "coordinate" and joined.above is not None:
        joined = clauses.predicates[joined.above]
    return joined


def _form(clauses: Clauses, p: Predicate) -> str:
    """The form of a verb, its auxiliary's where it has one: "did not suggest" is a past like "said"."""
    if p.modal is not None:
        return "MD"
    tokens, children = clauses.parsed.tokens, clauses.parsed.children
    verb = tokens[p.head].head if p.kind == "adjective" else p.head
    helpers = [tokens[c] for c in children[verb] if tokens[c].dep in {"aux", "auxpass"}]
    tag = next((t.tag for t in helpers if t.lemma in {"do", "be", "have"}), tokens[verb].tag)
    return _PRESENT.get(tag, tag)


def _is_spoken_for(clauses: Clauses, actors: Actors, first: Predicate, joined: Predicate) -> bool:
    """Is the subject of a reported verb a thing, or the very party that reports it?"""
    subjects = joined.heads("subject")
    if not subjects:
        return False
    parties = {r.actor for h in subjects for r in roles(actors, h)}
    if parties:
        return parties == {r.actor for h in first.heads("subject") for r in roles(actors, h)}
    words = [{clauses.parsed.tokens[h].lower for h in x.heads("subject")} for x in (first, joined)]
    return words[0] == words[1] or all(_is_thing(clauses, h) for h in subjects)


def _is_thing(clauses: Clauses, head: int) -> bool:
    token, words = clauses.parsed.tokens[head], load_mention_words()
    return (
        token.pos == "NOUN"
        and token.entity not in _PEOPLE
        and token.lemma.lower() not in words.people.keys() | words.collectives.keys()
    )
