"""Officials whose title is one that a state writes without its name: "Under Secretary Quill" in a release of that state."""

from collections.abc import Iterator

from communique.actors.names import PersonName
from communique.actors.reading import Reading, is_state

LONGEST = 14  # words; "Under Secretary for Economic Growth, Energy, and the Environment" has ten
BETWEEN = frozenset({"of", "for", "and", "the", "to", "on", "at", ",", "(", ")", "&", "'s", "’s", "-"})
AFTER = (" of ", " for ", " to ", " on ", " (")  # how a title goes on: "Special Envoy for Chad"


def titled_at_home(reading: Reading, name: PersonName, home: str | None) -> str | None:
    """The country whose own title stands before or beside a name: the publisher's, in a medium's report the only one
    that the sentence names ("US Secretary of State Ada Cole wrote to Marta Quill, the Secretary of Transportation")."""
    state = home or _only_state(reading, name)
    titles = reading.words.home_titles(state)
    borne = any(_ends_in(text, title) for text in _before(reading, name, state) for title in titles)
    return state if borne or _is_beside(reading, name, titles) else None


def _before(reading: Reading, name: PersonName, state: str | None) -> Iterator[str]:
    """The words before a name, in lower case; and those with its first word, which the parser may take for a name's;
    none where another state or body owns them ("the UN Special Envoy")."""
    begin = name.first
    while begin and name.first - begin < LONGEST and _may_be_title(reading, begin - 1, name.first):
        begin -= 1
    owner = reading.known.get(begin - 1)
    if owner is not None and owner.actor.country != state:
        return
    yield from (reading.text(begin, end).lower() for end in (name.first, name.last - 1) if end > begin)


def _may_be_title(reading: Reading, i: int, name: int) -> bool:
    """Whether a word may be part of a title: a capitalised one of this sentence that names no other state or person."""
    token, known = reading.tokens[i], reading.known.get(i)
    if token.sentence != reading.tokens[name].sentence or token.entity == "PERSON":
        return False
    posted = known is not None and reading.tokens[known.first - 1].lower in BETWEEN
    return (known is None or posted) and (token.text[0].isupper() or token.lower in BETWEEN)


def _ends_in(text: str, title: str) -> bool:
    """Whether a title is what words end in, alone or with what it is for; not "foreign secretary" for "secretary"."""
    at = text.rfind(title)
    if at < 0 or (at and text[at - 1].isalnum()):
        return False
    rest = text[at + len(title) :]
    return not rest and at == 0 if " " not in title else not rest or rest.startswith(AFTER)


def _is_beside(reading: Reading, name: PersonName, titles: tuple[str, ...]) -> bool:
    """ "Marta Quill, the Secretary of Transportation"."""
    role = name.apposed
    if role is None or role.cue is not None or role.first < name.last:
        return False
    text = reading.text(role.first, min(role.last + 2, len(reading.tokens))).lower().removeprefix("the ")
    return any(text.startswith((f"{title} of ", f"{title} for ")) for title in titles)


def _only_state(reading: Reading, name: PersonName) -> str | None:
    sentence = reading.parsed.sentences[reading.tokens[name.first].sentence]
    countries = {
        known.actor.country
        for i in range(sentence.first, sentence.last)
        if (known := reading.known.get(i)) is not None and (known.actor.kind == "person" or is_state(known.actor))
    }
    return countries.pop() if len(countries) == 1 else None
