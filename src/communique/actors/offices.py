"""A role of a country -> who held the office on the day of the report."""

from communique.actors.phrases import Noun, pick_entry
from communique.actors.reading import Reading
from communique.data.registry import RolePhrase, holders_on, office_of
from communique.data.registry_types import Office

HEADS = (
    "secretary_general",
    "director_general",
    "leader",
    "high_representative",
    "commission_president",
    "council_president",
    "president",
    "rebel_leader",
    "party_leader",
)
GENERAL = {
    "leader": ("leader", "rebel_leader", "party_leader", "secretary_general", "head_of_state"),
    "secretary_general": HEADS,
    "director_general": HEADS,
    "spokesperson": (
        "spokesperson",
        "spokesperson_foreign",
        "spokesperson_leader",
        "spokesperson_defence",
        "rebel_spokesperson",
    ),
}
# Nouns for the head of a body, which name no office of a state: "the head of the IAEA", "the IMF chief".
CHIEFS = frozenset({"head", "chief", "boss"})
# Those who are sent: the office is named by whom or what they are sent to.
POSTED = frozenset({"ambassador", "envoy", "ambassador_un"})


def find_holder(reading: Reading, noun: Noun, country: str | None) -> tuple[str, tuple[str, ...]] | None:
    """The holder of the office that a phrase names, with the candidates that lost; None where several or none fit."""
    if noun.shift is not None or noun.plural:
        return None
    entry = pick_entry(noun.entries, country)
    if reading.tokens[noun.first].lower in {"a", "an"}:
        return None
    role = _role(noun, entry)
    if role is None:
        return None
    for cue in noun.cues:
        office = _office_in_body(reading, cue.actor, role) if not cue.state else None
        if office is not None:
            return _one(reading, office)
    if entry is None or any(
        not c.state and c.kind in {"ministry", "party", "armed-group", "company"} for c in noun.cues
    ):
        return None
    at = country or entry.country
    return holder_of(reading, at, _posted(reading, noun, at, role) or role)


def _role(noun: Noun, entry: RolePhrase | None) -> str | None:
    if entry is not None and entry.type == "office":
        return entry.role
    return "secretary_general" if entry is None and noun.phrase in CHIEFS else None


def _posted(reading: Reading, noun: Noun, country: str | None, role: str) -> str | None:
    """ "The Israeli ambassador in Washington", "the UN envoy for Syria": the role with its post, if there is such an
    office."""
    if role not in POSTED or country is None:
        return None
    inner = reading.object_of(noun.head, "to", "in", "for", "at", "on")
    if inner is None:
        return None
    known = reading.known.get(inner)
    posts = [reading.text(reading.left(inner), inner + 1)]
    if known is not None:
        posts += [known.actor.name, known.actor.country or "", (known.actor.country or "").rpartition("-")[2]]
    roles = [f"{kind}_{_token(post)}" for post in posts for kind in ("ambassador", "envoy")]
    return next((found for found in roles if (country, found) in reading.registry.by_role), None)


def _token(post: str) -> str:
    return post.lower().removeprefix("the ").replace(" ", "_").replace(".", "")


def holder_of(reading: Reading, country: str | None, role: str) -> tuple[str, tuple[str, ...]] | None:
    """Who alone holds the office with a role in a country on the day of the report."""
    office = office_of(reading.registry, country, role, reading.day) if country is not None else None
    return None if office is None else _one(reading, office)


def _one(reading: Reading, office: Office) -> tuple[str, tuple[str, ...]] | None:
    holders = tuple(dict.fromkeys(t.person for t in holders_on(reading.registry, office.id, reading.day)))
    return (holders[0], ()) if len(holders) == 1 else None


def _office_in_body(reading: Reading, body: str, role: str) -> Office | None:
    """ "NATO chief", "Hamas leader", "State Department spokesperson": the one office of a body with such a role.

    Of several roles that a word may mean, the first of GENERAL that the body has.
    """
    offices = reading.registry.by_body.get(body, ())
    for wanted in GENERAL.get(role, (role,)):
        fits = [office for office in offices if office.role == wanted]
        if fits:
            return fits[0] if len(fits) == 1 else None
    return None
