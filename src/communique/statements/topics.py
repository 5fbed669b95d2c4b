"""Which actors a statement is about: those whom its words name, and those of whom it is told that they were spoken of."""

from communique.actors.mention import Mention
from communique.clauses.clauses import Predicate
from communique.statements.page import Page
from communique.types import Role, Statement, Topic

_TOPICS = ("about", "on", "regarding", "concerning", "over", "of")


def actors_about(page: Page, p: Predicate | None, s: Statement) -> tuple[Topic, ...]:
    """Whom the words of a statement name, each once; not who speaks, for whom, or through whom the words came.

    "The envoy said CHAD had freed THE ENGINEER", "asked about CHAD, she declined to comment".
    """
    apart = {r.actor for r in _hands(s)}
    mentions = [m for n in _numbers(page, p, s) if _tells_who(page, m := page.actors.mentions[n])]
    found: dict[str, Topic] = {}
    for m in sorted(mentions, key=lambda m: (m.form == "pronoun", m.span)):
        for actor, span in zip(m.actors, m.spans or (m.span,) * len(m.actors), strict=True):
            if actor not in apart:
                found.setdefault(actor, Topic(id=actor, span=span))
    return tuple(sorted(found.values(), key=lambda t: t.span))


def _tells_who(page: Page, m: Mention) -> bool:
    """ "Thirty Kenyans", "the minister"; not "people", "businesses", "the parties"."""
    known = m.country is not None or any(not page.kinds[a].provisional for a in m.actors)
    return known or m.form not in {"group", "description"}


def _hands(s: Statement) -> tuple[Role, ...]:
    """The hands through which words came."""
    return (*s.speakers, *s.via, *(r for r in (s.on_behalf_of, s.outlet) if r is not None))


def _numbers(page: Page, p: Predicate | None, s: Statement) -> set[int]:
    """The mentions in what was said, and in what a cue ties to it: "spoke of CHAD"."""
    by_token = page.actors.by_token
    inside = () if s.content is None else range(page.at(s.content.start), page.at(s.content.end))
    topics = () if p is None else p.heads(*_TOPICS)
    return {n for i in (*inside, *topics) if (n := by_token.get(i)) is not None}
