"""Predicate -> the frame that fits it best."""

from communique.clauses import Predicate
from communique.data.codebook import Frame
from communique.events.parties import find_parties
from communique.events.paths import is_carried
from communique.events.scene import Match, Parties, Scene, Tried
from communique.parse.parsed import Token

_DEEP = 60  # chains of predicates longer than any sentence's


def match_predicates(scene: Scene) -> dict[int, Match]:
    """The best frame of each predicate that has one, by predicate id; inner acts are matched before outer ones."""
    found: dict[int, Match] = {}
    for predicate in _innermost_first(scene):
        candidates = scene.codebook.by_word.get((predicate.kind, _key(predicate)))
        if candidates:
            best = _best(scene, predicate, candidates, found)
            if best is not None:
                found[predicate.id] = best
    return found


def try_frames(scene: Scene, predicate: Predicate, found: dict[int, Match]) -> tuple[Tried, ...]:
    """Every frame tried on a predicate, and why each failed: what ``communique why`` prints."""
    tried = []
    for frame, words in scene.codebook.by_word.get((predicate.kind, _key(predicate)), ()):
        result = _fit(scene, predicate, frame, words, found)
        if isinstance(result, str):
            tried.append(Tried(frame=frame.id, failed=result))
        else:
            failed = None if result.whole else f"no party for {frame.parties!r} in its roles"
            tried.append(Tried(frame=frame.id, failed=failed, score=result.score))
    return tuple(tried)


def _innermost_first(scene: Scene) -> list[Predicate]:
    """Predicates, those below before those above them."""
    depths: dict[int, int] = {}
    predicates = scene.clauses.predicates
    for predicate in predicates:
        depth, at = 0, predicate
        while at.above is not None and depth < _DEEP:
            depth, at = depth + 1, predicates[at.above]
            if at.id in depths:
                depth += depths[at.id]
                break
        depths[predicate.id] = depth
    return sorted(predicates, key=lambda p: -depths[p.id])


def _key(predicate: Predicate) -> str:
    """The word that leads to frames: the head of a noun, the verb without its particle."""
    return predicate.lemma.rsplit(" ", 1)[-1] if predicate.kind == "noun" else predicate.lemma.split(" ", 1)[0]


def _best(
    scene: Scene, predicate: Predicate, candidates: tuple[tuple[Frame, tuple[str, ...]], ...], found: dict[int, Match]
) -> Match | None:
    best: Match | None = None
    for frame, words in candidates:
        result = _fit(scene, predicate, frame, words, found)
        if not isinstance(result, str) and (best is None or (result.whole, result.score) > (best.whole, best.score)):
            best = result
    return best


def _fit(
    scene: Scene, predicate: Predicate, frame: Frame, words: tuple[str, ...], found: dict[int, Match]
) -> Match | str:
    """The match, or why the frame does not fit."""
    failed = (
        _fails_words(scene, predicate, words)
        or _fails_light(predicate, frame)
        or _fails_tense(predicate, frame)
        or _fails_needs(scene, predicate, frame)
    )
    if failed:
        return failed
    object_heads = _fitting_objects(scene, predicate, frame)
    if object_heads is None:
        return f"object is none of {', '.join(frame.object)}"
    inner = _inner(scene, predicate, frame, found)
    if isinstance(inner, str):
        return inner
    parties = find_parties(scene, predicate, frame, inner)
    eaten = _eaten(scene, predicate, frame, object_heads)
    return Match(
        frame=frame,
        predicate=predicate,
        score=_score(frame, predicate, words, parties, _by_two_words(scene, frame, object_heads)),
        parties=parties,
        whole=_has_parties(scene, predicate, frame, parties),
        inner=None if inner is None else inner.id,
        eaten=eaten,
    )


def _eaten(scene: Scene, predicate: Predicate, frame: Frame, heads: tuple[int, ...]) -> tuple[int, ...]:
    """The nouns that are part of what the frame says, and no acts beside it: "lifted SANCTIONS", "called it AGGRESSION";
    but the attack that is condemned is one."""
    if frame.type in _KEEPS_OBJECT:
        attributes = predicate.heads("attribute")
        heads = tuple(head for head in heads if head in attributes)
    return tuple(i for head in heads if (i := scene.clauses.by_head.get(head)) is not None)


_KEEPS_OBJECT = frozenset({"ACCUSE", "SUPPORT", "CONSULT"})


def _fails_words(scene: Scene, predicate: Predicate, words: tuple[str, ...]) -> str | None:
    """The other words of a form must stand beside the head: before a noun's, after a verb's."""
    if len(words) == 1:
        extra = predicate.kind == "verb" and " " in predicate.lemma
        return f"particle: {predicate.lemma} is not {words[0]}" if extra else None
    if " ".join(words) == predicate.lemma:
        return None
    tokens = scene.clauses.parsed.tokens
    if predicate.kind == "noun":
        ok = _stand_before(tokens, predicate.head, words[:-1])
    else:
        ok = _stand_after(tokens, predicate, words[1:])
    return None if ok else f"words are not {' '.join(words)!r}"


def _is_word(token: Token, word: str) -> bool:
    return word in (token.lemma, token.lower)


def _stand_before(tokens: tuple[Token, ...], head: int, words: tuple[str, ...]) -> bool:
    """Are these the words right before the head (a hyphen may join them: "cease-fire talks")?"""
    at = head - 1
    for word in reversed(words):
        while at >= 0 and tokens[at].lower == "-":
            at -= 1
        if at < 0 or not _is_word(tokens[at], word):
            return False
        at -= 1
    return True


_PARTICLES = frozenset({"in", "on", "off", "up", "down", "over", "out"})


def _stand_after(tokens: tuple[Token, ...], predicate: Predicate, words: tuple[str, ...]) -> bool:
    """Do the words follow the head, with nothing between but determiners, adverbs and, before a particle, its object?"""
    if len(words) == 1 and any(a.role == words[0] for a in predicate.arguments):
        # "gave in" is not "GAVE speeches IN Lima".
        return words[0] not in _PARTICLES or not any(h > predicate.head for h in predicate.heads("object"))
    at, end = predicate.head + 1, len(tokens)
    for word in words:
        while at < end and tokens[at].pos in ("DET", "ADV", "PRON", "ADJ") and not _is_word(tokens[at], word):
            at += 1
        if at >= end or not _is_word(tokens[at], word):
            return False
        at += 1
    return True


def _fails_light(predicate: Predicate, frame: Frame) -> str | None:
    if frame.light_only and predicate.light not in frame.light:
        return f"light verb is {predicate.light!r}, none of {', '.join(frame.light)}"
    return None


def _fails_tense(predicate: Predicate, frame: Frame) -> str | None:
    if frame.to_come and predicate.tense != "future" and predicate.modal not in _TO_COME:
        return "not told as what is to come"
    return None


def _fails_needs(scene: Scene, predicate: Predicate, frame: Frame) -> str | None:
    if not frame.needs:
        return None
    carried = is_carried(scene, predicate, frame)
    if any(
        a.role in frame.needs and (carried or a.role != "subject" or a.source != "light") for a in predicate.arguments
    ):
        return None
    below = (scene.clauses.predicates[i] for i in scene.below.get(predicate.id, ()))
    if any(b.link == "gerund" and b.marker in frame.needs for b in below):  # "charged Peru WITH LOOKING away"
        return None
    return f"nothing stands in {', '.join(frame.needs)}"


def _fitting_objects(scene: Scene, predicate: Predicate, frame: Frame) -> tuple[int, ...] | None:
    """The heads that fit the frame's objects; None where they do not fit. ``!x`` forbids."""
    if not frame.object:
        return ()
    tokens = scene.clauses.parsed.tokens
    heads = tuple(_counted(tokens, h) for h in predicate.heads("object", "attribute"))
    wanted = [word for word in frame.object if not word.startswith("!")]
    if any("!" + form in frame.object for h in heads for form in _forms(tokens, h)):
        return None
    if not wanted:
        return ()
    fitting = tuple(h for h in heads if any(form in wanted for form in (*_forms(tokens, h), *_nouns_of(scene, h))))
    return fitting or None


def _nouns_of(scene: Scene, head: int) -> tuple[str, ...]:
    """The nouns by which the report calls whom a pronoun means: ambassador of "withdrew HIM"."""
    number = scene.actors.by_token.get(head)
    if number is None or scene.clauses.parsed.tokens[head].pos != "PRON":
        return ()
    actors, tokens = scene.actors.mentions[number].actors, scene.clauses.parsed.tokens
    told = (m for m in scene.actors.mentions if m.actors == actors and m.head < head and tokens[m.head].pos == "NOUN")
    return tuple(tokens[m.head].lemma.lower() for m in told)


def _counted(tokens: tuple[Token, ...], head: int) -> int:
    """The noun that a quantity counts: "all of its STAFF", "dozens of DIPLOMATS"; else the head itself."""
    if tokens[head].lower not in _QUANTITIES or head + 2 >= len(tokens) or tokens[head + 1].lower != "of":
        return head
    at = head + 2
    while at + 1 < len(tokens) and not (tokens[at].pos in _NOMINAL and tokens[at + 1].pos not in _NOMINAL):
        if tokens[at].pos not in ("DET", "PRON", "ADJ", "NUM", "PART", *_NOMINAL):
            return head
        at += 1
    return at


_NOMINAL = ("NOUN", "PROPN")
_QUANTITIES = frozenset(
    {
        "all",
        "some",
        "part",
        "most",
        "many",
        "number",
        "majority",
        "dozens",
        "hundreds",
        "thousands",
        "one",
        "half",
        "group",
    }
)


def _by_two_words(scene: Scene, frame: Frame, heads: tuple[int, ...]) -> bool:
    """ "Embassy staff" is more than "staff"."""
    return any(form in frame.object for head in heads for form in _forms(scene.clauses.parsed.tokens, head)[2:])


def _forms(tokens: tuple[Token, ...], head: int) -> tuple[str, ...]:
    """What an object may be called in a frame: its lemma, its word, and both with the word before ("martial law")."""
    token = tokens[head]
    alone = (token.lemma.lower(), token.lower)
    if head == 0:
        return alone
    before = tokens[head - 1].lower
    return (*alone, f"{before} {alone[0]}", f"{before} {alone[1]}")


def _inner(scene: Scene, predicate: Predicate, frame: Frame, found: dict[int, Match]) -> Predicate | str | None:
    """The predicate inside that the frame asks for; None where it asks for none; a string where it is missing."""
    below = scene.below.get(predicate.id, ())
    if not (frame.complement or frame.inner or frame.inner_verbs):
        return next((p for i in below if (p := scene.clauses.predicates[i]).link in _CONTENT), None)
    tied = [scene.clauses.predicates[i] for i in below]
    if frame.complement:
        tied = [p for p in tied if p.link in frame.complement or p.marker in frame.complement]
    if not tied:
        return f"nothing is tied to it by {', '.join(frame.complement)}"
    for p in tied:
        if _inner_fits(frame, p, found):
            return p
    return f"the act inside is none of {frame.inner or frame.inner_verbs}"


_TO_COME = frozenset({"will", "would", "shall", "could", "may", "might"})
_CONTENT = frozenset({"infinitive", "complement", "gerund"})


def _inner_fits(frame: Frame, inner: Predicate, found: dict[int, Match]) -> bool:
    if (frame.inner_passive and not inner.passive) or (frame.inner_to_come and inner.modal not in _TO_COME):
        return False
    if not frame.inner and not frame.inner_verbs:
        return True
    if frame.type == "ACCUSE" and inner.link == "complement" and (inner.negated or inner.modal in _TO_COME):
        return False  # "said Chad HAD NOT violated the treaty", "said it WOULD be wrong" accuse nobody
    if frame.inner == "any" or inner.lemma in frame.inner_verbs:
        return True
    match = found.get(inner.id)
    return match is not None and match.frame.type in frame.inner


def _has_parties(scene: Scene, predicate: Predicate, frame: Frame, parties: Parties) -> bool:
    actor, recipient = bool(parties.actors), bool(parties.recipients)
    both = actor and (recipient or (frame.reciprocal and _are_several(scene, predicate, parties)))
    return {
        "actor": actor,
        "recipient": recipient,
        "both": both,
        "either": actor or recipient,
        "none": True,
    }[frame.parties]


def _are_several(scene: Scene, predicate: Predicate, parties: Parties) -> bool:
    """Do several act together, named apart ("Norway and Chad") or as one ("the leaders", "we")?"""
    if len({role.actor for role in parties.actors}) > 1:
        return True
    if all(role.country is None for role in parties.actors):  # "drivers negotiated the roads"
        return False
    tokens = scene.clauses.parsed.tokens
    heads = predicate.heads("subject", "between", "among", "of")
    return any(tokens[h].tag in ("NNS", "NNPS") or tokens[h].lower in ("we", "they", "both") for h in heads)


def _score(frame: Frame, predicate: Predicate, words: tuple[str, ...], parties: Parties, longer: bool) -> int:
    """How specific a fit is: what the frame asked for and got; ``longer`` where its object has two words."""
    asked = 3 * any(not word.startswith("!") for word in frame.object) + longer
    asked += 3 * bool(frame.inner or frame.inner_verbs) + 2 * bool(frame.complement) + 2 * bool(frame.needs)
    asked += 2 * (predicate.light in frame.light) + 2 * (len(words) - 1)
    return asked + bool(parties.actors) + bool(parties.recipients)
