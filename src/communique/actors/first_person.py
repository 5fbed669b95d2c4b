"""We, us, our and I inside what somebody says -> the speaker, or the speaker's side."""

from collections.abc import Iterable

from msgspec.structs import replace

from communique.actors.mention import Actors, Mention, Standing
from communique.actors.narrator import WE
from communique.actors.signer import I
from communique.clauses import Clauses
from communique.parse.parsed import Token
from communique.types import Actor, Role, Span, Statement

OFFICIAL = frozenset({"GOV", "MIL", "SPY"})
PARTISAN = frozenset({"OPP", "PTY"})  # the leader of the opposition holds an office, and speaks for his party


def resolve_first_person(actors: Actors, clauses: Clauses, statements: Iterable[Statement]) -> Actors:
    """The actors with a mention for every first person inside the content of a statement whose speaker is known.

    "I" is the speaker; "we" the state of a speaker who acts for it, else the speaker.
    """
    spoken = sorted(
        ((s.content, s.speakers) for s in statements if s.content is not None and s.speakers),
        key=lambda pair: pair[0].end - pair[0].start,
    )
    heads = {m.head for m in actors.mentions}
    mentions: list[Mention] = []
    owned: dict[str, Standing] = {}
    known: dict[str, Standing] = dict(actors.standings)
    for token in clauses.parsed.tokens if spoken else ():
        is_we = token.lower in WE and token.text != "US"
        if token.i in heads or not (is_we or token.lower in I):
            continue
        speakers = next((r for c, r in spoken if c.start <= token.start and token.end <= c.end), None)
        if speakers is not None:
            sides = tuple(dict.fromkeys(_side(actors, r) if is_we else r.actor for r in speakers))
            known |= {s: known.get(s, _standing(speakers[0])) for s in sides}
            mentions.append(_mention(token, sides, known[sides[0]]))
            owned |= _owned(actors, token, known[sides[0]])
    return _entered(_with_owners(actors, owned), mentions, known | owned)


def _mention(token: Token, sides: tuple[str, ...], lead: Standing) -> Mention:
    return Mention(
        span=Span(token.start, token.end), head=token.i, first=token.i, last=token.i + 1, actors=sides, form="pronoun",
        rule="first-person", country=lead.country, sector=lead.sector, office=lead.office,
    )  # fmt: skip


def _owned(actors: Actors, token: Token, side: Standing) -> dict[str, Standing]:
    """ "Our embassy": a group with no country that belongs to the speaker's side has its country."""
    number = actors.by_token.get(token.head) if token.lower in {"our", "my"} else None
    if number is None or len(actors.mentions[number].actors) > 1 or actors.mentions[number].form != "group":
        return {}
    group = actors.mentions[number].actors[0]
    standing = actors.standings[group]
    return {group: replace(standing, country=side.country)} if standing.country is None else {}


def _with_owners(actors: Actors, owned: dict[str, Standing]) -> Actors:
    if not owned:
        return actors
    return replace(
        actors,
        actors=tuple(replace(a, country=owned[a.id].country) if a.id in owned else a for a in actors.actors),
        mentions=tuple(
            replace(m, country=owned[m.actors[0]].country) if m.actors[0] in owned else m for m in actors.mentions
        ),
    )


def _side(actors: Actors, speaker: Role) -> str:
    """The state for which somebody speaks, if it is an actor of the report."""
    state = (speaker.country or "").lower()
    official = speaker.sector in OFFICIAL or (speaker.office is not None and speaker.sector not in PARTISAN)
    return state if official and state in actors.standings else speaker.actor


def _standing(role: Role) -> Standing:
    return Standing(country=role.country, sector=role.sector, office=role.office)


def _entered(actors: Actors, mentions: list[Mention], standings: dict[str, Standing]) -> Actors:
    if not mentions:
        return actors
    start = len(actors.mentions)
    spans: dict[str, list[Span]] = {}
    for mention in mentions:
        for actor in mention.actors:
            spans.setdefault(actor, []).append(mention.span)
    return replace(
        actors,
        actors=tuple(_with_spans(a, spans.get(a.id, [])) for a in actors.actors),
        mentions=(*actors.mentions, *mentions),
        by_token=actors.by_token | {m.head: start + n for n, m in enumerate(mentions)},
        standings=standings,
    )


def _with_spans(actor: Actor, spans: list[Span]) -> Actor:
    return replace(actor, mentions=(*actor.mentions, *spans)) if spans else actor
