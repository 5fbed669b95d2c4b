"""Are two entries of different reports one? A score, with its reasons."""

from communique.record.acts import RECURRENT, SPOKEN
from communique.record.days import closeness, distance, likely_day, may_meet
from communique.record.likeness import has_run, likeness, shared
from communique.record.sides import fit, is_same_name, states, states_named
from communique.record.told import Reason, Tie, Told
from communique.types import Event, Statement

ENOUGH = 0.45
# Types under which one act is told: a truce is signed or agreed, a meeting announced and held.
_KIN = (
    frozenset({"SUPPORT", "AGREE"}), frozenset({"CONSULT", "AGREE"}), frozenset({"CONCEDE", "RETREAT"}),
    frozenset({"AGREE", "AID"}), frozenset({"AGREE", "COOPERATE"}), frozenset({"ACCUSE", "REQUEST"}),
    frozenset({"ACCUSE", "REJECT"}), frozenset({"SANCTION", "COERCE"}), frozenset({"AGREE", "CONCEDE"}),
)  # fmt: skip
_UNDIRECTED = frozenset({"CONSULT", "COOPERATE", "AGREE", "ASSAULT"})
_LOCAL = frozenset({"ASSAULT", "PROTEST", "CONSULT", "COERCE"})
_RUN = 5
_VERBATIM = 8
_MEANT, _ALL = 0.5, 0.8  # of the shorter one's words
_REPEATED = 30
_PARTIES, _THIN = 0.35, 0.2  # what fitting parties weigh; less where only one is known of an act that recurs
_NEWS = 5  # days after which an act that recurs is told as another
_DISPUTED = -0.3  # two reports that tell one act with the same words may differ about whose it was
_MONTH = 30  # days that one story lasts at most
_LONG = 60  # days after which the same words are said anew


def same(one: Told, other: Told) -> Tie | None:
    """The tie of two entries that tell one event, or one statement; None where they are two. Symmetric.

    Entries of one report are tied only as ``same_as`` says.
    """
    if one.report == other.report:
        return _within(one, other)
    return _tie(one, other, explain(one, other))


def explain(one: Told, other: Told) -> tuple[Reason, ...]:
    """The grounds for and against two entries being one; none where something rules it out."""
    if isinstance(one.entry, Event) and isinstance(other.entry, Event):
        return _event_reasons(one, other, one.entry, other.entry)
    if isinstance(one.entry, Statement) and isinstance(other.entry, Statement):
        return _statement_reasons(one, other, one.entry, other.entry)
    return ()


def cannot_be(one: Told, other: Told) -> bool:
    """Are two entries surely two: of different types or days, or said by different people?"""
    if one.kind != other.kind:
        return True
    apart = distance(one, other)
    if apart is not None and apart > 1:
        return True
    if _is_long_after(one, other):
        return True
    if one.kind == "statement":
        return (fit(one.who, other.who) or 0) <= -1 and not has_run(one.words, other.words, _VERBATIM)
    return not may_meet(one, other) or _is_elsewhere(one, other) or _others_meet(one, other)


def _is_long_after(one: Told, other: Told) -> bool:
    """Is one told a month after the other? Without it, what is said every week would become one story of years."""
    a, b = likely_day(one), likely_day(other)
    return a is not None and b is not None and abs(a - b) > _MONTH


def _others_meet(one: Told, other: Told) -> bool:
    """Did the same state send another person? "Biden met Netanyahu", "Harris met Netanyahu" are two meetings."""
    if not (isinstance(one.entry, Event) and one.entry.type == "CONSULT"):
        return False
    people = [_people(t) for t in (one, other)]
    names = [[name for group in found.values() for name in group] for found in people]
    if any(is_same_name(x, y) for x in names[0] for y in names[1]) and min(map(len, names)) < 2:
        return False  # one of the two names only whom both have
    return any(
        not any(is_same_name(x, y) for x in people[0][state] for y in people[1][state])
        for state in people[0].keys() & people[1].keys()
    )


def _people(told: Told) -> dict[str, list[str]]:
    """The named people of a telling by their state."""
    found: dict[str, list[str]] = {}
    for party in (*told.who, *told.whom):
        if party.kind == "person" and not party.bare and party.country is not None:
            found.setdefault(party.country, []).append(party.name)
    return found


def _tie(one: Told, other: Told, reasons: tuple[Reason, ...]) -> Tie | None:
    score = sum(reason.weight for reason in reasons)
    if score < ENOUGH:
        return None
    first, second = sorted((one, other), key=lambda told: told.id)
    return Tie(one=first.id, other=second.id, score=round(min(score, 1.0), 3), reasons=reasons)


def _within(one: Told, other: Told) -> Tie | None:
    links = {getattr(one.entry, "same_as", None), getattr(other.entry, "same_as", None)}
    if not links & {one.id, other.id} or cannot_be(one, other):
        return None
    return _tie(one, other, (Reason("report", "the report tells it twice", 1.0),))


def _event_reasons(one: Told, other: Told, a: Event, b: Event) -> tuple[Reason, ...]:
    """The grounds for and against two events being one; none where something rules it out."""
    kin = _type_reason(one, other, a, b)
    if kin is None or cannot_be(one, other) or _is_stale(one, other, a, b):
        return ()
    if a.type in SPOKEN and _says_else(one, other):
        return ()
    parties = _party_fit(one, other)
    near = likeness(one, other)
    known = _is_well_known(one, other, a, b)
    if not known and near < 0.5 and not _share_names(one, other):
        return ()
    weight = _PARTIES if known else _THIN
    trigger = one.trigger is not None and one.trigger == other.trigger
    if parties is not None and parties < 0.3:
        if near < 0.5 or not trigger:
            return ()
        parties = max(parties, _DISPUTED)
    strange = a.type in _LOCAL and (parties is None or parties < 0.8) and _names_differ(one, other)
    place = one.place is not None and one.place == other.place
    return (
        kin,
        Reason(
            "parties",
            _words_of_parties(one, other, parties),
            round(weight * parties, 3) if parties is not None else 0.0,
        ),
        Reason("day", _words_of_days(one, other), round(0.2 * closeness(one, other), 3)),
        Reason(
            "act",
            f"both told by {one.trigger}" if trigger else "told by different words",
            0.15 if trigger else 0.0,
        ),
        Reason("words", f"{near:.0%} of the words and names are shared", round(0.4 * near, 3)),
        Reason(
            "setting",
            "reports about the same states",
            round((0.1 if parties is not None else 0.2) * shared(one.setting, other.setting), 3),
        ),
        Reason(
            "place", f"both at {one.place}" if place else "no common place", 0.05 if place else -0.2 if strange else 0.0
        ),
    )


def _is_stale(one: Told, other: Told, a: Event, b: Event) -> bool:
    """Are two tellings of an act that recurs each news of another week? What a report recalls may be older."""
    if not {a.type, b.type} & RECURRENT or a.background or b.background or distance(one, other) is not None:
        return False
    days = [d for d in (likely_day(one), likely_day(other)) if d is not None]
    return len(days) == 2 and abs(days[0] - days[1]) > _NEWS


def _type_reason(one: Told, other: Told, a: Event, b: Event) -> Reason | None:
    if a.type == b.type:
        penalty = -0.1 if "negated" in (a.status, b.status) and a.status != b.status else 0.0
        return Reason("type", f"both {a.type}", penalty)
    if {a.type, b.type} in _KIN and (one.trigger == other.trigger or shared(one.stems, other.stems) >= 0.4):
        return Reason("type", f"{a.type} and {b.type} may tell one act", -0.05)
    if one.trigger == other.trigger and (shared(one.stems, other.stems) >= 0.5 or distance(one, other) == 0):
        return Reason("type", f"{a.type} and {b.type}, told by one word", -0.1)
    return None


def _share_names(one: Told, other: Told) -> bool:
    return bool({name for name in one.names if name.islower()} & set(other.names))


def _says_else(one: Told, other: Told) -> bool:
    """Is something else said by the same word? "Promised helicopters", "promised a loan" are two promises."""
    content = [set(told.content) - {told.trigger} for told in (one, other)]
    return all(content) and not content[0] & content[1]


def _is_well_known(one: Told, other: Told, a: Event, b: Event) -> bool:
    """Is more than one state common to both? "The United States met" somebody every day."""
    if not {a.type, b.type} & RECURRENT or distance(one, other) == 0:
        return True
    return len(states((*one.who, *one.whom)) & states((*other.who, *other.whom))) > 1


def _names_differ(one: Told, other: Told) -> bool:
    """Does each sentence name places or people, and none that the other names?"""
    a, b = ({name for name in told.names if name.islower()} for told in (one, other))
    if len(states_named(one) & states_named(other)) > 1:
        return False  # one clash of two states, told by its headland and by its sea
    return bool(a and b) and not a & b


def _party_fit(one: Told, other: Told) -> float | None:
    """How well the parties fit, side by side, or taken together where sides are told the other way round."""
    who, whom = fit(one.who, other.who), fit(one.whom, other.whom)
    if isinstance(one.entry, Event) and one.entry.type == "PROTEST":
        whom = None  # against whom people march is seldom told
    sides = [side for side in (who, whom) if side is not None]
    together = fit((*one.who, *one.whom), (*other.who, *other.whom))
    beside = sum(sides) / len(sides) if sides else None
    turned = None if together is None else together if _is_mutual(one) and _is_mutual(other) else 0.7 * together
    found = [value for value in (beside, turned) if value is not None]
    return max(found) if found else None


def _is_mutual(told: Told) -> bool:
    return isinstance(told.entry, Event) and told.entry.type in _UNDIRECTED


def _is_elsewhere(one: Told, other: Told) -> bool:
    """Did two acts that happen at one place happen at two? "Kabul" and "Kabul airport" are no two."""
    if one.place is None or other.place is None or not isinstance(one.entry, Event):
        return False
    a, b = set(one.place.split()), set(other.place.split())
    return one.entry.type in _LOCAL and not a & b and not _holds(one, other)


def _holds(one: Told, other: Told) -> bool:
    """Is one place a state that the other may lie in? "Djibouti" and "Ras Doumeira" are no two."""
    a, b = (getattr(t.entry, "place", None) for t in (one, other))
    if a is None or b is None:
        return True
    if a.country is None or b.country is None:
        return True
    return bool(a.country == b.country and (a.latitude is None or b.latitude is None))


def _statement_reasons(one: Told, other: Told, a: Statement, b: Statement) -> tuple[Reason, ...]:
    speakers = fit(one.who, other.who)
    verbatim = has_run(one.words, other.words, _VERBATIM)
    if speakers is not None and speakers < 0 and verbatim:
        speakers = None  # nobody says eight words of another; one of the two is misread
    if (speakers is not None and speakers < 0) or _is_far(one, other) or (a.act == "declined") != (b.act == "declined"):
        return ()
    if _counts_otherwise(one, other):
        return ()
    meant = shared(one.stems, other.stems)
    few = min(len(one.stems), len(other.stems))
    said = 0.3 * speakers if speakers is not None else 0.0
    run = has_run(one.words, other.words, _RUN) or _quotes(one, other)
    if (one.marker is None) != (other.marker is None) and not verbatim:
        return ()  # what corrects a remark is not that remark
    quoted = bool(a.quoted or b.quoted)
    if (few < 2 and not run) or (not run and meant < _MEANT) or _is_old(one, other, meant, quoted=quoted and run):
        return ()
    if (speakers is None or speakers < 0.5) and not (run and (quoted or verbatim)):
        return ()
    return (
        Reason("speaker", f"{_names(one)} / {_names(other)}", round(said, 3)),
        Reason("quotation", "words in a row are shared" if run else "no run of words is shared", 0.3 if run else 0.0),
        Reason("words", f"{meant:.0%} of the words are shared", round(0.45 * meant * min(1.0, few / 3), 3)),
        Reason("denial", "one says that it is not so", -0.3 if one.negated != other.negated and not run else 0.0),
    )


def _is_old(one: Told, other: Told, meant: float, *, quoted: bool) -> bool:
    """What is not quoted is said anew every week: after some days, it must be the same altogether."""
    days = [d for d in (likely_day(one), likely_day(other)) if d is not None]
    gap = abs(days[0] - days[1]) if len(days) == 2 else 0
    return not quoted and gap > _NEWS and (meant < _ALL or gap > _REPEATED)


def _counts_otherwise(one: Told, other: Told) -> bool:
    """Do two statements give different numbers of the same things?"""
    counts = [{figure.of: figure.number for figure in told.figures} for told in (one, other)]
    return any(counts[0][of] != counts[1][of] for of in counts[0].keys() & counts[1].keys())


def _quotes(one: Told, other: Told) -> bool:
    """Does a quotation of one stand whole in the other's words? "piracy with a letterhead" """
    return any(
        len(quote.split()) >= 3 and f" {quote} " in f" {whole.words} "
        for quoting, whole in ((one, other), (other, one))
        for quote in quoting.quoted
    )


def _is_far(one: Told, other: Told) -> bool:
    apart = closeness(one, other)
    days = [d for d in (one.last, other.last) if d is not None]
    return apart <= -1 or (len(days) == 2 and abs(days[0] - days[1]) > _LONG)


def _names(told: Told) -> str:
    return ", ".join(party.name for party in told.who) or "nobody named"


def _words_of_parties(one: Told, other: Told, parties: float | None) -> str:
    if parties is None:
        return "one names no party"
    return f"{_names(one)} / {_names(other)}"


def _words_of_days(one: Told, other: Told) -> str:
    apart = distance(one, other)
    if apart is not None:
        return "the same day" if apart == 0 else f"{apart} day apart"
    return "one is not dated to the day"
