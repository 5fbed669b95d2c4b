"""Did it happen? Status by negation, modality, condition, plan and denial, through the chain above the predicate."""

from typing import Literal

from communique.clauses import Predicate
from communique.data.codebook import Operators
from communique.events.scene import Match, Scene
from communique.types import EventType, Status

Sign = Literal["unreal", "negated", "hypothetical", "future"]

_RANK: tuple[Literal["negated", "hypothetical", "future"], ...] = ("negated", "hypothetical", "future")
_OF_CONTENT = frozenset({"to", "for", "of", "from", "against"})  # "the threat OF", "plans FOR"
_DONE_WITH_JOURNEY = frozenset({"meet", "visit", "discuss", "attend", "sign", "join", "confer", "mark", "protest"})
_TRUE, _UNTRUE = frozenset({"true", "correct", "accurate"}), frozenset({"false", "incorrect", "untrue"})
_ENDING = frozenset({"discontinue", "halt", "quit", "stop"})
_NOT_YET = frozenset({"have", "be"})
_HYPOTHETICAL_MODALS = frozenset({"could", "may", "might", "can", "would"})
_SPOKEN = frozenset({"ACCUSE", "AGREE", "REQUEST", "THREATEN"})
_HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE"})
_DONE_BY_WORDS = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
_FUTURE_MODALS = frozenset({"will", "shall"})


def find_status(scene: Scene, predicate: Predicate, found: dict[int, Match]) -> Status | None:
    """The first of negated, hypothetical, future and actual that holds of what a predicate says.

    None where it is only wished for, needed or allowed: no event.
    """
    signs = find_signs(scene, predicate, found)
    if leaves_open(scene, predicate):
        return None
    if "unreal" in signs and "negated" not in signs:
        return None
    return next((status for status in _RANK if status in signs), "actual")


def find_signs(scene: Scene, predicate: Predicate, found: dict[int, Match]) -> frozenset[Sign]:
    """All that is said of whether an act happened: "Iran WILL NOT attack" has both future and negated."""
    signs = _own(scene, predicate) | _by_modifier(scene, predicate)
    at = predicate
    while at.above is not None:
        above = scene.clauses.predicates[at.above]
        if at.link != "coordinate":
            more, goes_on = _from_above(scene, at, above, found)
            signs |= {"hypothetical"} if leaves_open(scene, above) else more
            goes_on = goes_on or leaves_open(scene, above)
            if not goes_on:
                break
        at = above
    return frozenset(signs)


def leaves_open(scene: Scene, predicate: Predicate) -> bool:
    """ "Has NOT RULED OUT a strike": refuses nothing."""
    return predicate.negated and predicate.lemma in scene.codebook.operators.excluding


def is_answered(at: Predicate, outer: Match | None, found: dict[int, Match]) -> bool:
    """Was an act of speech made, though it is refused or ignored: "turned down NIGER'S OFFER", "Chad's PLEA was dismissed"?"""
    inner = found.get(at.id)
    if inner is None or outer is None or outer.frame.type != "REJECT" or at.kind != "noun":
        return False
    doers = {role.actor for role in inner.parties.actors} - {role.actor for role in outer.parties.actors}
    return inner.frame.type in _SPOKEN and bool(doers)


def demands(scene: Scene, predicate: Predicate) -> bool:
    """Is it said that somebody must or should do it, which is a demand and not the act?"""
    at = predicate
    while True:
        if at.modal in scene.codebook.operators.demands or at.mood == "command":
            return True
        if at.above is None or at.link not in ("coordinate", "gerund", "infinitive", "object"):
            return False
        at = scene.clauses.predicates[at.above]


def _own(scene: Scene, predicate: Predicate) -> set[Sign]:
    """The signs in the clause itself."""
    signs: set[Sign] = set()
    if predicate.negated:
        signs.add("negated")
    if predicate.modal in _HYPOTHETICAL_MODALS:
        signs.add("future" if _reported_would(scene, predicate) else "hypothetical")
    if predicate.tense == "future" or predicate.modal in _FUTURE_MODALS:
        signs.add("future")
    if predicate.mood == "question":
        signs.add("hypothetical")
    return signs


def _by_modifier(scene: Scene, predicate: Predicate) -> set[Sign]:
    """ "An IMMINENT attack", "the PROPOSED sanctions"."""
    if predicate.kind != "noun":
        return set()
    operators, tokens = scene.codebook.operators, scene.clauses.parsed.tokens
    words = {tokens[h].lower for h in predicate.heads("modifier")}
    if words & operators.proposed:
        return {"hypothetical"}
    return {"future"} if words & operators.coming else set()


def _reported_would(scene: Scene, predicate: Predicate) -> bool:
    """ "said it would withdraw" tells of a plan; "would withdraw if" and "it would be wrong" do not."""
    if predicate.modal != "would":
        return False
    below = (scene.clauses.predicates[i] for i in scene.below.get(predicate.id, ()))
    if any(p.marker in scene.codebook.operators.conditions for p in below):
        return False
    at = predicate
    while at.link == "coordinate" and at.above is not None:
        at = scene.clauses.predicates[at.above]
    if at.link != "complement" or at.above is None:
        return False
    return scene.clauses.predicates[at.above].tense == "past"


def _from_above(scene: Scene, at: Predicate, above: Predicate, found: dict[int, Match]) -> tuple[set[Sign], bool]:
    """What the word above makes of an act, and whether the words above that one count as well."""
    if _is_carried(at, above, found) or (at.kind == "noun" and above.lemma == "be"):
        light = above.lemma in scene.codebook.operators.light
        sense = None if light else _sense(scene.codebook.operators, above)  # "is CONSIDERING sanctions"
        return _own(scene, above) | ({sense} if sense else set()), True
    if is_answered(at, found.get(above.id), found):
        return set(), False
    if at.link == "subject" and at.kind == "noun":
        return _by_predicate(scene, above)
    if at.link == "adverbial" and at.marker == "to":
        return _by_purpose(scene, at, above), False
    if at.link == "object" or (at.link in ("oblique", "nominal") and at.marker in _OF_CONTENT):
        sense = _sense(scene.codebook.operators, above)
        return ({sense} if sense else set()), above.kind == "noun" or sense is not None
    if at.link == "gerund" and at.marker == "without":
        return {"negated"}, False
    if at.link in ("infinitive", "gerund"):
        kind = found[at.id].frame.type if at.id in found else None
        return _own(scene, above) | _by_operator(scene, at, above, kind), True
    return _by_clause(scene, at, above), False


def _by_predicate(scene: Scene, above: Predicate) -> tuple[set[Sign], bool]:
    """What is said of an act: that it comes about, or that it is near or possible ("an attack is IMMINENT")."""
    operators = scene.codebook.operators
    if _happens(scene, above):
        return _own(scene, above), True
    if above.kind == "adjective" and above.lemma in operators.coming | operators.proposed:
        return {"future"} if above.lemma in operators.coming else {"hypothetical"}, False
    return set(), False


def _happens(scene: Scene, predicate: Predicate) -> bool:
    """ "The drill did not TAKE PLACE", "the talks will BEGIN": says of an act only that it comes about."""
    tokens = scene.clauses.parsed.tokens
    objects = {tokens[h].lower for h in predicate.heads("object")}
    if predicate.lemma == "take":
        return not objects.isdisjoint({"place", "effect"})
    return predicate.lemma in scene.codebook.operators.happening


def _by_operator(scene: Scene, at: Predicate, above: Predicate, kind: EventType | None) -> set[Sign]:
    operators = scene.codebook.operators
    if above.lemma in _NOT_YET and _stands_by(scene, "yet", at, above):
        return {"negated"}
    if at.link == "gerund" and at.marker is None and above.lemma in _ENDING:
        return {"negated"}  # "STOPPED selling arms"; not "stopped the attack"
    if above.lemma in operators.empowering and kind in _HOSTILE:
        return {"hypothetical"}
    if above.lemma in operators.enacting and kind in _DONE_BY_WORDS:
        return set()
    sense = _sense(operators, above)
    if sense == "future" and above.kind == "noun" and above.light in operators.plotting:
        return {"hypothetical"}  # "DREW UP plans to attack"
    if sense is not None:
        return {sense}
    if above.lemma == "be" and above.kind == "verb" and at.link == "infinitive":
        return {"future"}  # "is TO SEND troops"
    # "efforts to regain", "it is time to release": under a noun or adjective that says nothing else, nothing happened yet
    return {"unreal"} if above.kind != "verb" and at.link == "infinitive" else set()


def _stands_by(scene: Scene, word: str, *predicates: Predicate) -> bool:
    """ "Has YET to sign": whether an adverb hangs on one of the predicates."""
    parsed = scene.clauses.parsed
    return any(parsed.tokens[c].lower == word for p in predicates for c in parsed.children[p.head])


def _is_carried(at: Predicate, above: Predicate, found: dict[int, Match]) -> bool:
    """Is the verb above no more than the noun's carrier, as in "will HOLD talks" (and not in "will condemn the attack")?"""
    if at.kind != "noun" or at.light is None or at.light.split(" ")[0] != above.lemma.split(" ")[0]:
        return False
    match = found.get(at.id)
    return match is not None and (at.light in match.frame.light or (not match.frame.light and above.id not in found))


def _by_purpose(scene: Scene, at: Predicate, above: Predicate) -> set[Sign]:
    """ "flew to Oslo TO MEET": done, if the journey was; "sent troops TO ATTACK": meant."""
    signs = _own(scene, above) & {"future", "hypothetical"}
    return signs or (set() if at.lemma in _DONE_WITH_JOURNEY else {"unreal"})


def _by_clause(scene: Scene, at: Predicate, above: Predicate) -> set[Sign]:
    """What a condition ("if it attacks") or a denial ("denied that it attacked") makes of a finite clause."""
    operators = scene.codebook.operators
    if at.marker in operators.conditions or (at.marker in operators.not_yet and at.tense == "present"):
        return {"hypothetical"}
    if at.link in ("relative", "complement") and above.negated and above.lemma in operators.chances:
        return {"negated"}  # "there is NO WAY that it will leave"
    if at.link == "complement":
        if above.kind == "adjective" and above.lemma in operators.called_for and at.tense in ("present", "none"):
            return {"unreal"}
        if above.lemma in operators.denial or _is_untrue(above):
            return {"negated"}
        if above.lemma in (operators.doubting if above.kind == "verb" else operators.hypothetical):
            return {"hypothetical"}
    return set()


def _is_untrue(above: Predicate) -> bool:
    """ "It is NOT TRUE that Peru left", "it is UNTRUE"."""
    return above.kind == "adjective" and above.lemma in (_TRUE if above.negated else _UNTRUE)


def _sense(operators: Operators, above: Predicate) -> Sign | None:
    if above.lemma in operators.negating or above.lemma in operators.denial:
        return "negated"
    if above.lemma in operators.hypothetical:
        return "hypothetical"
    if above.lemma in operators.unreal:
        return "unreal"
    return "future" if above.lemma in operators.future else None
