"""Path -> Weight: the stance and direction that the words above an issue make together."""

from typing import Literal

from msgspec import Struct

from communique.clauses import Clauses, Predicate
from communique.data.stances import Stances
from communique.positions.path import Path, Step
from communique.types import Stance

Direction = Literal["for", "against", "neither"]

# "Does not support", "has no objection", "will not rule out"; what is not called for is no stance, nor a lack of concern.
_DENIED: dict[Stance, Stance | None] = {
    "supports": "opposes",
    "open-to": "rejects",
    "opposes": "open-to",
    "rejects": "open-to",
    "calls-for": None,
    "concerned": None,
    "neutral": None,
}
_FLAT = frozenset({"will", "would", "can", "could", "shall", "ca", "wo"})
_NO = frozenset({"no", "not", "n't", "never", "neither", "nor", "hardly", "little"})
_WILL = frozenset({"will", "would", "shall", "wo"})
_DECIDING = frozenset({"decide"})
_ASSERTING = frozenset({"reaffirm", "reiterate", "restate", "affirm", "raise", "maintain"})
_ONCE = frozenset({"use"})  # "used to want"
_NEITHER = frozenset({"neither", "nor"})


class Weight(Struct, frozen=True, kw_only=True, gc=False):
    """What it comes to. ``holder`` is the outermost step that is not merely carried; ``owed`` says that the thing must or
    should be, so that the speaker holds it; ``verdict`` that it is called illegal, wrong, necessary."""

    stance: Stance
    sign: int
    holder: Step | None
    owed: bool = False
    verdict: bool = False

    @property
    def direction(self) -> Direction:
        """Toward the issue itself."""
        if self.stance == "neutral":
            return "neither"
        return "for" if self.sign > 0 else "against"


class _Scale(Struct):
    stance: Stance | None = None
    sign: int = 1
    holder: Step | None = None
    owed: bool = False
    verdict: bool = False
    acted: bool = False
    dropped: bool = False


def weigh(clauses: Clauses, stances: Stances, path: Path, sign: int, *, acts: bool) -> Weight | None:
    """The stance of a path, None where it tells none. ``acts``: that one does the thing at the start of the path oneself
    is a stance ("Norway RECOGNISED Kosovo")."""
    scale = _Scale(sign=sign)
    if path.lost is not None or any(_is_unreal(p, stances) for p in path.predicates):
        return None
    _begin(clauses, stances, path, scale, acts)
    below: Step | None = None
    for step in path.steps:
        _add(clauses, stances, step, scale, below)
        below = step
    told = any(p.tense != "none" for p in path.predicates) or scale.owed
    willed = acts or any(p.modal in _WILL for p in path.predicates)  # "the Taliban WILL free them"
    if scale.stance is None or scale.dropped or not told or (scale.acted and not scale.owed and not willed):
        return None
    stance, turned = _settle(scale.stance, scale.sign)
    return Weight(stance=stance, sign=turned, holder=scale.holder, owed=scale.owed, verdict=scale.verdict)


def _is_unreal(predicate: Predicate, stances: Stances) -> bool:
    """Asked, supposed, or recalled from before ("had demanded")."""
    shifted = predicate.link == "complement"  # "said that the time HAD COME"
    recalled = (predicate.tense == "past" and predicate.perfect and not shifted) or (
        predicate.kind == "verb" and predicate.lemma in _ONCE
    )
    return predicate.mood == "question" or predicate.marker in stances.words.asides or recalled


def _begin(clauses: Clauses, stances: Stances, path: Path, scale: _Scale, acts: bool) -> None:
    """The thing itself, where it is done by somebody: "recognised", "will not go", "must withdraw"; "no new coal"."""
    first = clauses.at(path.start)
    if path.steps and path.steps[0].token == path.start:
        return  # told without a naming: "ABSTAINED"
    if first is None or first.kind != "verb":
        _begin_with_noun(clauses, path, scale)
        return
    if first.negated:
        scale.sign = -scale.sign
    if first.lemma == "belong":
        scale.stance, scale.owed = "supports", True  # "Sweden BELONGS at the table": its speaker's view
    elif acts or first.modal in stances.words.duties or first.modal in _WILL:
        scale.stance, scale.acted = "supports", True
        if first.negated:
            scale.stance = "rejects" if first.modal in _FLAT else "opposes"
        _bend(stances, first, scale)


def _begin_with_noun(clauses: Clauses, path: Path, scale: _Scale) -> None:
    """ "NO base here", "NOT ONE bullet": the thing denied where it is named."""
    start = path.steps[0] if path.steps else None
    if not _has_no(clauses, path.start) or (start is not None and _is_denied(clauses, start)):
        return
    scale.sign = -scale.sign
    if not path.steps and clauses.parsed.tokens[path.start].dep in ("ROOT", "ccomp", "parataxis"):
        scale.stance, scale.owed = "rejects", True  # "No new coal, not here"


def _add(clauses: Clauses, stances: Stances, step: Step, scale: _Scale, below: Step | None) -> None:
    """One word more: it turns the direction or keeps it, and gives the stance unless it only carries."""
    rule, predicate = step.rule, step.predicate
    stance: Stance | None
    denied = _is_denied(clauses, step)
    none = below is not None and (below.rule.stance == "rejects" or _has_no(clauses, below.token))
    if denied and none and not _has_not(clauses, step.token):
        denied = False  # "sees NO need", "has NOTHING to do with": said once
    if rule.id == "carry":
        _carry(clauses, stances, step, scale, denied)
        return
    if rule.coming and predicate is not None and _is_plain(predicate) and not denied:
        scale.dropped = True  # "discussed the base"; who would discuss it is open to it
        return
    if rule.id == "reject" and scale.holder is not None and scale.holder.rule.id == "condemn":
        scale.stance, scale.holder, scale.acted = "neutral", step, False  # "declined to condemn the coup"
        return
    stance = "calls-for" if step.wished and rule.stance == "supports" and not rule.act else rule.stance
    scale.sign *= rule.sign * (-1 if denied else 1)
    if denied and rule.id == "block":
        stance = "open-to"  # "will not block it"
    elif denied and stance is not None:
        stance = _denied(clauses, step, stance)
        if stance is None:
            scale.dropped = True
            return
    keeps = stance == "supports" and scale.stance not in (None, "supports") and not scale.acted and not denied
    keeps = keeps and not _is_text(clauses, stances, below)
    scale.stance = scale.stance if keeps else stance
    scale.acted = rule.act
    scale.holder, scale.verdict, scale.owed = step, rule.verdict, rule.id == "lasting"
    if predicate is not None:
        _bend(stances, predicate, scale)


def _is_text(clauses: Clauses, stances: Stances, step: Step | None) -> bool:
    """ "Voted for a TEXT that demands it": what one thinks of the text is what one thinks of the thing."""
    told = step is not None and step.link in ("relcl", "acl")
    return told and step is not None and clauses.parsed.tokens[step.token].lemma in stances.words.texts


def _is_plain(predicate: Predicate) -> bool:
    """Told as a fact or on the calendar: neither with "would" or "might" nor as an infinitive."""
    return predicate.modal in (None, "will", "shall") and predicate.tense != "none"


def _denied(clauses: Clauses, step: Step, stance: Stance) -> Stance | None:
    tokens, children = clauses.parsed.tokens, clauses.parsed.children
    first = tokens[step.token].head if tokens[step.token].dep == "conj" else step.token
    if step.predicate is not None and step.predicate.lemma in _DECIDING:
        return "neutral"
    if step.rule.id == "condemn":
        return "neutral"  # "would not condemn the coup"
    if any(tokens[c].lower in _NEITHER for at in (first, step.token) for c in children[at]):
        return "neutral"
    if step.predicate is not None and stance == "supports" and step.predicate.modal in _FLAT:
        return "rejects"
    if stance == "calls-for" and step.predicate is not None and step.predicate.kind == "verb":
        return None
    return _DENIED[stance]


def _carry(clauses: Clauses, stances: Stances, step: Step, scale: _Scale, denied: bool) -> None:
    """ "Has NO objection", "does NOT have", "should BE": the verb that carries a noun may be denied, or owed."""
    if scale.stance is None and step.predicate is not None and _there_is_no(clauses, step):
        scale.stance, scale.owed, scale.holder = "rejects", True, step  # "there will be no ceasefire"
        scale.sign = -abs(scale.sign)
        return
    if denied:
        scale.sign = -scale.sign
        turned = None if scale.stance is None else _DENIED[scale.stance]
        scale.dropped = scale.dropped or (scale.stance is not None and turned is None)
        scale.stance = turned
    lemma = step.predicate.lemma if step.predicate is not None else ""
    if scale.stance is None and lemma in _ASSERTING and step.link == "dobj" and not denied:
        scale.stance, scale.holder = "supports", step  # "reaffirmed its claim to the islands"
        return
    if step.predicate is not None and step.predicate.modal in stances.words.duties:
        scale.stance = scale.stance or "supports"
        _bend(stances, step.predicate, scale)
    if scale.stance is not None and (scale.holder is None or scale.holder.rule.id in ("carry",)):
        scale.holder = step


def _there_is_no(clauses: Clauses, step: Step) -> bool:
    tokens, kids = clauses.parsed.tokens, clauses.parsed.children[step.token]
    flat = step.predicate is not None and step.predicate.modal in _FLAT
    none = any(tokens[c].dep in ("attr", "nsubj") and _has_no(clauses, c) for c in kids)
    return flat and none and any(tokens[c].dep == "expl" for c in kids)


def _bend(stances: Stances, predicate: Predicate, scale: _Scale) -> None:
    """ "Must be lifted" is a call of the speaker's; "might recognise" an openness."""
    if predicate.modal in stances.words.duties or (predicate.mood == "command" and scale.acted):
        scale.stance, scale.owed = "calls-for", True
    elif predicate.modal in stances.words.chances and scale.stance == "supports":
        scale.stance = "open-to"


def _is_denied(clauses: Clauses, step: Step) -> bool:
    if _has_no(clauses, step.token) or (step.predicate is not None and step.predicate.negated):
        return True
    token = clauses.parsed.tokens[step.token]  # "neither favoured nor OPPOSED"
    kids = clauses.parsed.children[token.head]
    return token.dep == "conj" and any(clauses.parsed.tokens[c].lower in _NEITHER for c in kids)


def _has_not(clauses: Clauses, at: int) -> bool:
    return any(clauses.parsed.tokens[c].dep == "neg" for c in clauses.parsed.children[at])


def _has_no(clauses: Clauses, at: int) -> bool:
    tokens = clauses.parsed.tokens
    kids = clauses.parsed.children[at]
    if any(tokens[c].lower == "longer" and _has_no(clauses, c) for c in kids):
        return True
    return any(
        tokens[c].lower in _NO and tokens[c].dep in ("neg", "det", "advmod", "amod", "preconj", "cc") for c in kids
    )


def _settle(stance: Stance, sign: int) -> tuple[Stance, int]:
    """The stance toward the issue: who lifts sanctions opposes them, who refuses to lift them supports them."""
    if stance == "supports" and sign < 0:
        return "opposes", sign
    if stance in ("opposes", "rejects") and sign > 0:
        return "supports", sign
    return stance, sign
