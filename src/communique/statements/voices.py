"""Whoever speaks, listens or carries words is a party, though nothing else is known of him: "a former bodyguard said"."""

from collections.abc import Iterable

from msgspec.structs import replace

from communique.actors import Actors
from communique.actors.ledger import provisional_id
from communique.actors.mention import Standing
from communique.data.mentions import load_mention_words
from communique.statements.page import Page
from communique.statements.press import as_outlets, media_words
from communique.types import Actor, ActorKind, Role, RoleReported, Sector, Span, Statement

_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my"})
_OTHERS = frozenset({"another", "others"})  # "ANOTHER told the station that ..."
_PAGES = frozenset({"channel", "page", "account", "feed"})  # "on his Telegram channel"
_NAMED = frozenset({"PERSON", "ORG"})
_NO_ONE = frozenset(
    ["DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "EVENT", "WORK_OF_ART", "LAW"]
)


def voice_at(page: Page, head: int, *, surely: bool = True) -> tuple[Role, ...]:
    """Who a noun phrase names that speaks or listens; where nobody is known by it, whoever is described ("worshippers").

    ``surely`` says that only a party can stand here ("said", "told"); else only nouns for people are taken.
    """
    known = page.roles(head)
    if known:
        return known
    token, words = page.tokens[head], load_mention_words()
    lemma = token.lemma.lower()
    if surely and token.lower in _OTHERS and not page.children[head]:
        return (describe(page, page.span(head, head + 1)),)
    if token.pos not in {"NOUN", "PROPN"} or head in page.quoted or token.entity in _NO_ONE or _is_mute(page, lemma):
        return ()
    speaks = lemma in page.lexicon.correction.mouths
    if not (surely or speaks or lemma in words.people or lemma in words.collectives or token.entity in _NAMED):
        return ()
    span = phrase_at(page, head)
    found = words.people.get(lemma) or words.collectives.get(lemma)
    return (describe(page, span, None if found is None else found.sector),)


def phrase_at(page: Page, head: int) -> Span:
    """The words of a noun phrase, with what "of" ties to it: "the families of the miners"."""
    span = page.clauses.phrases.get(head) or page.span(head, head + 1)
    of = next((c for c in page.children[head] if c > head and page.tokens[c].lower == "of"), None)
    inner = [page.clauses.phrases.get(o) for o in page.children[of]] if of is not None else []
    return Span(span.start, max(span.end, *(s.end for s in inner if s is not None), span.end))


def _is_mute(page: Page, lemma: str) -> bool:
    """ "The bill said", "told the truth", "the claims": what nobody takes for a party."""
    lexicon = page.lexicon
    return lemma in lexicon.mute or lemma in lexicon.things or lemma in lexicon.claims or lemma in lexicon.forms


def medium_at(page: Page, head: int) -> tuple[Role, ...]:
    """The medium that a noun phrase names: an outlet, a platform, or one told by its words ("the weekly NIN")."""
    known = page.roles(head)
    media = tuple(r for r in known if is_medium(page, r)) or _owner(page, head)
    words = None if known or media else media_words(page.clauses, page.lexicon, page.tokens[head])
    return media if words is None else (describe(page, page.span(*words), "JRN"),)


def _owner(page: Page, head: int) -> tuple[Role, ...]:
    """ "The BBC's Persian service", "CNN's Ada Cole": the medium to which somebody or something belongs."""
    owners = (c for c in page.children[head] if page.tokens[c].dep == "poss")
    return tuple(r for c in owners for r in page.roles(c) if page.is_outlet(r))


def is_medium(page: Page, role: Role) -> bool:
    """Is the party an outlet, or a platform on which people write themselves?"""
    described = role.actor not in page.kinds and role.sector == "JRN"
    return page.is_outlet(role) or role.actor in page.lexicon.platforms or described


def describe(page: Page, span: Span, sector: Sector | None = None) -> Role:
    """Somebody known by words alone: the same words in one report are the same party."""
    return Role(
        actor=provisional_id("voice", _name(page, span), page.clauses.parsed.report.id), span=span, sector=sector
    )


def _name(page: Page, span: Span) -> str:
    words = page.clauses.parsed.report.text[span.start : span.end].split()
    name = " ".join(words[1:] if words[0].lower() in _ARTICLES and len(words) > 1 else words)
    return name.removesuffix("'s").removesuffix("’s") or name


def platform_at(page: Page, token: int) -> Role | None:
    """The platform that a verb means, or a word after "on", cited by it: "tweeted", "on X"."""
    lemma, text = page.tokens[token].lemma.lower(), page.tokens[token].text
    after = token > 0 and page.tokens[token - 1].lower == "on"
    inside = next((c for c in page.children[token] if page.tokens[c].dep == "compound" and lemma in _PAGES), None)
    if inside is not None:
        text, after = page.tokens[inside].text, True
    found = next(
        (
            p
            for p in page.lexicon.platforms.values()
            if lemma in p.verbs or (after and text in {*p.words, *([p.name] if inside is not None else [])})
        ),
        None,
    )
    if found is None:
        return None
    return Role(actor=found.actor, span=page.span(token, token + 1), country=found.country, sector="BUS")


def with_voices(page: Page, actors: Actors, statements: Iterable[Statement]) -> Actors:
    """The actors, with those whom only statements name, and with those as outlets that carried words."""
    told = tuple(statements)
    media = {s.outlet.actor for s in told if s.outlet is not None and _is_turned(page, s.outlet)}
    actors = as_outlets(actors, media)
    spans: dict[str, list[Role]] = {}
    outlets = {s.outlet.actor for s in told if s.outlet is not None}
    for role in (r for s in told for r in _roles(s) if r.actor not in page.kinds):
        spans.setdefault(role.actor, []).append(role)
    new = [_actor(page, roles, is_press=i in outlets) for i, roles in spans.items()]
    standings = {i: Standing(country=roles[0].country, sector=roles[0].sector) for i, roles in spans.items()}
    return replace(actors, actors=(*actors.actors, *new), standings=actors.standings | standings) if new else actors


def _is_turned(page: Page, role: Role) -> bool:
    actor = page.kinds.get(role.actor)
    return actor is not None and actor.provisional and actor.kind in {"organisation", "unknown"}


def _roles(s: Statement) -> tuple[Role, ...]:
    return (*s.speakers, *s.via, *(r for r in (s.audience, s.outlet, s.on_behalf_of) if r is not None))


def _actor(page: Page, roles: list[Role], *, is_press: bool) -> Actor:
    first, spans = roles[0], tuple(sorted({r.span for r in roles}))
    platform = page.lexicon.platforms.get(first.actor)
    if platform is not None:
        return Actor(id=first.actor, kind="company", name=platform.name, country=platform.country, mentions=spans)
    name = _name(page, first.span)
    return Actor(
        id=first.actor, kind="outlet" if is_press else _kind(page, first.span), name=name, country=first.country,
        provisional=True, role_reported=RoleReported(text=name, span=first.span), mentions=spans,
    )  # fmt: skip


def _kind(page: Page, span: Span) -> ActorKind:
    """A noun for people is a person in the singular; a noun for a body what that is."""
    words, inside = load_mention_words(), range(page.at(span.start), page.at(span.end))
    heads = [page.tokens[i] for i in inside if page.tokens[i].head not in inside or page.tokens[i].head == i]
    if any(t.tag in {"NNS", "NNPS"} for t in heads):
        return "population"
    if any(t.lemma.lower() in words.people or t.entity == "PERSON" for t in heads):
        return "person"
    found = next((c for t in heads if (c := words.collectives.get(t.lemma.lower())) is not None), None)
    return "unknown" if found is None else found.kind
