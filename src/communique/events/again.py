"""Acts told again without all their parties -> the parties of the only telling that names them."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from communique.clauses import Predicate
from communique.events.draft import Draft
from communique.events.scene import Parties, Scene
from communique.types import Date, Event, Role

# Acts of which a report tells one again and again; what is asked, refused or condemned are many of a kind.
_TOLD_AGAIN = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "AID", "RETREAT"})


def with_parties_told_elsewhere(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Events whose doer or recipient is left out ("the minister was killed") with those of the other events of the report
    that tell the same act, if these agree on one. The roles rest on the words of that other telling."""
    return tuple(_completed(event, events) for event in events)


def _completed(event: Event, events: tuple[Event, ...]) -> Event:
    if event.type == "REQUEST" and event.actors and not event.recipients:
        return replace(event, recipients=_protested(event, events))
    if event.type not in _TOLD_AGAIN or event.status != "actual" or (event.actors and event.recipients):
        return event
    others = [other for other in events if _tells_same(event, other)]
    if event.type == "PROTEST" and not others:  # of whom the protests are is mostly told only once
        others = [other for other in events if other.type == "PROTEST" and other.status == "actual" and other.actors]
    return replace(
        event,
        actors=event.actors or _agreed(others, lambda other: other.actors),
        recipients=event.recipients or _agreed(others, lambda other: other.recipients),
    )


def _protested(event: Event, events: tuple[Event, ...]) -> tuple[Role, ...]:
    """Whom those who protest demand something of: those against whom they protest."""
    protests = [e for e in events if e.type == "PROTEST" and e.recipients and _ids(event.actors) <= _ids(e.actors)]
    return _agreed(protests, lambda protest: protest.recipients)


def _tells_same(event: Event, other: Event) -> bool:
    """Whether another event has the same kind, mode, day and known side, and both sides."""
    if other.type != event.type or other.status != event.status or not (other.actors and other.recipients):
        return False
    if event.mode != other.mode and None not in (event.mode, other.mode):
        return False
    known = _ids(event.actors) <= _ids(other.actors) and _ids(event.recipients) <= _ids(other.recipients)
    return known and meet(event.date, other.date)


def _ids(roles: tuple[Role, ...]) -> frozenset[str]:
    return frozenset(role.actor for role in roles)


def _agreed(others: list[Event], side: Callable[[Event], tuple[Role, ...]]) -> tuple[Role, ...]:
    """What all others have on one side, or parties of one country; nothing where they differ."""
    sides = [side(other) for other in others]
    countries = {role.country for found in sides for role in found}
    if len({_ids(found) for found in sides}) != 1 and (len(countries) != 1 or None in countries):
        return ()
    return sides[0]


def meet(one: Date | None, other: Date | None) -> bool:
    """Whether two dates may be of one day: they overlap, or one is unknown."""
    if one is None or other is None or one.start is None or other.start is None:
        return True
    return one.start <= (other.end or other.start) and other.start <= (one.end or one.start)


# Types whose recipient is who does what the words name: "Chad condemned THE EXPULSION", "called for an end to THE SIEGE".
_OF_ACTS = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT"})
_WITHIN_ACTS = frozenset({"ASSAULT", "COERCE"})
_TWO_SIDED = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})  # "hailed the agreement": of both who made it
_NEAR = 2  # sentences
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_DONE_TO_SOMEBODY = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN"})


def with_doers_told_before(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Drafts that name by a definite noun an act told before, with the doer of that act where they leave him out: "Peru
    expelled two envoys. Chad condemned the expulsion": Peru; "Chad shelled a town. Ten people died in the shelling": Chad."""
    return [_of_act(scene, draft, drafts) for draft in drafts]


def _of_act(scene: Scene, draft: Draft, drafts: list[Draft]) -> Draft:
    sides = draft.parties
    if draft.type in _OF_ACTS and sides.actors and not sides.recipients:
        return replace(draft, parties=Parties(sides.actors, _doers(scene, draft, drafts)))
    if draft.type in _WITHIN_ACTS and sides.recipients and not sides.actors:
        return replace(draft, parties=Parties(_doers(scene, draft, drafts), sides.recipients))
    if draft.type in _WITHIN_ACTS and not sides.recipients:
        return replace(draft, parties=Parties(sides.actors, _victims(scene, draft, drafts)))
    return draft


def _doers(scene: Scene, draft: Draft, drafts: list[Draft]) -> tuple[Role, ...]:
    """Who did the act that a draft names, if all that was told of it agrees; nobody who is in the draft already."""
    named = _named_acts(scene, draft.match.predicate)
    told = (other for noun in named for other in _told(scene, noun, draft, drafts))
    return _same([other.parties.actors for other in told if other.parties.actors], draft)


def _victims(scene: Scene, draft: Draft, drafts: list[Draft]) -> tuple[Role, ...]:
    """Whom the act befell that a draft names: "A raid killed ten Peruvians. Chad claimed THE RAID"; of harm to people who are
    only counted ("twenty WERE KILLED"), whom the attack before it befell."""
    predicate = draft.match.predicate
    if not draft.parties.actors and predicate.kind == "verb":
        before = [o for o in drafts if o.type == draft.type and draft.sentence - _NEAR <= o.sentence < draft.sentence]
        return _same([o.parties.recipients for o in before if o.parties.recipients][-1:], draft)
    own = (predicate,) if predicate.kind == "noun" and _points_back(scene, predicate) else ()
    told = (o for noun in (*own, *_named_acts(scene, predicate)) for o in _told(scene, noun, draft, drafts))
    return _same([other.parties.recipients for other in told if other.parties.recipients], draft)


def _same(told: list[tuple[Role, ...]], draft: Draft) -> tuple[Role, ...]:
    """The parties of which all that was told agrees, without those who are in the draft already."""
    if len({frozenset(role.actor for role in roles) for roles in told}) != 1:
        return ()
    return tuple(role for role in told[0] if role.actor not in draft.everybody())


def _named_acts(scene: Scene, above: Predicate) -> Iterator[Predicate]:
    """The definite nouns below a predicate that name an act and nobody who did it or whom it befell: "an end to THE SIEGE"."""
    for i in scene.below.get(above.id, ()):
        noun = scene.clauses.predicates[i]
        if noun.kind != "noun":
            continue
        if _points_back(scene, noun):
            yield noun
        yield from _named_acts(scene, noun)


def _points_back(scene: Scene, noun: Predicate) -> bool:
    parsed = scene.clauses.parsed
    bare = all(argument.source == "light" for argument in noun.arguments)
    words = {parsed.tokens[c].lower for c in parsed.children[noun.head]}
    return (bare and not words.isdisjoint(_DEFINITE)) or (
        noun.lemma in scene.codebook.operators.acts and "such" in words
    )


def _told(scene: Scene, noun: Predicate, draft: Draft, drafts: list[Draft]) -> Iterator[Draft]:
    """What is told of an act of the kind that a noun names, in each sentence before that tells of one that happened."""
    if noun.lemma in scene.codebook.operators.acts:
        yield from _told_just_before(noun, draft, drafts)
    frames = [frame for frame, words in scene.codebook.by_word.get(("noun", noun.lemma), ()) if len(words) == 1]
    two_sided = _TWO_SIDED - ({"AGREE"} if draft.type == "REJECT" else set())  # "rejected THE OFFER": of who made it
    kinds = {(frame.type, frame.mode) for frame in frames if frame.type not in two_sided}
    for other in drafts:
        same = (other.type, other.match.frame.mode) in kinds or (other.type, None) in kinds
        if same and other.sentence < draft.sentence and other.status == "actual":
            yield other


def _told_just_before(noun: Predicate, draft: Draft, drafts: list[Draft]) -> Iterator[Draft]:
    """What was told last before a noun, in its sentence or the one before, and by whom it was done."""
    harmful = [d for d in drafts if d.type in _DONE_TO_SOMEBODY and d.status == "actual" and d.parties.actors]
    before = [d for d in harmful if d.match.predicate.head < noun.head and draft.sentence - d.sentence <= 1]
    yield from before[-1:]
