"""A role of a country -> who held the office on the day of the report."""

from communique.actors.phrases import Cue, Noun, pick_entry
from communique.actors.reading import Reading
from communique.data.registry import RolePhrase, holders_on, office_of, standing_on
from communique.data.registry_types import Office

HEADS = (
    "secretary_general", "director_general", "leader", "high_representative", "commission_president",
    "council_president", "president", "chairperson", "rebel_leader", "party_leader", "security_council_secretary",
)  # fmt: skip
GENERAL = {
    "leader": ("leader", "rebel_leader", "party_leader", "secretary_general", "head_of_state"),
    "secretary_general": HEADS,
    "director_general": HEADS,
    "head_of_state": HEADS,
    "chairperson": HEADS,
    "spokesperson": (
        "spokesperson",
        "spokesperson_foreign",
        "spokesperson_leader",
        "spokesperson_defence",
        "rebel_spokesperson",
    ),
}
# Roles of those who head an agency or a region, and the roles that a phrase may give them ("the Scottish first minister").
HEADING = ("agency_head", "regional_leader", "central_banker")
HEAD_ROLES = frozenset({*HEADS, "head_of_state", "head_of_government", "regional_leader", "governor"})
# Words for whoever is at the head, whatever the office is called.
ANY_HEAD = frozenset({"leader", "head of state", "head of government", "ruler", "strongman", "dictator"})
HEADS_OF_STATE = frozenset({"head_of_state", "head_of_government"})
# Nouns for the head of a body, which name no office of a state: "the head of the IAEA", "the IMF chief".
CHIEFS = frozenset({"head", "chief", "boss", "secretary"})
# Those who are sent: the office is named by whom or what they are sent to.
POSTED = frozenset({"ambassador", "envoy", "ambassador_un"})


def find_holder(reading: Reading, noun: Noun, country: str | None) -> tuple[str, tuple[str, ...]] | None:
    """The holder of the office that a phrase names, with the candidates that lost; None where several or none fit."""
    if noun.shift is not None or noun.plural:
        return None
    entry = pick_entry(noun.entries, country)
    if reading.tokens[noun.first].lower in {"a", "an"}:
        return None
    role = _role(reading, noun, entry)
    if role is None:
        return None
    for cue in noun.cues:
        office = _office_in_body(reading, cue.actor, role) if not cue.state else None
        if office is not None:
            return _one(reading, office, noun.head)
    if entry is None and role == "head_of_government":
        return _holder(reading, country, role, noun.head)
    if entry is None or any(_is_of_itself(reading, cue) for cue in noun.cues):
        return None
    at = country or entry.country
    posted = _posted(reading, noun, at, role)
    acting = entry.acting or _acting(reading, noun)
    return _by_duty(reading, noun, at, role) or _holder(reading, at, posted or role, noun.head, acting=acting)


def _by_duty(reading: Reading, noun: Noun, country: str | None, role: str) -> tuple[str, tuple[str, ...]] | None:
    """The holder of another office that played the role on the day, if the words name it too: "the Libyan leader" of
    2005, not "the Turkish prime minister" of 2020, whose office was abolished."""
    days = reading.days_at(noun.head)
    played = None if country is None else office_of(reading.registry, country, role, days[0] if days else None)
    named = None if country is None else office_of(reading.registry, country, role)
    if played is None or played == named:
        return None
    named_so = role not in HEADS_OF_STATE or noun.phrase in ANY_HEAD or noun.phrase in played.title.lower()
    return _one(reading, played, noun.head) if named_so else None


def _acting(reading: Reading, noun: Noun) -> bool:
    return any(t.lower in reading.words.acting for t in reading.tokens[noun.first : noun.begins])


def _role(reading: Reading, noun: Noun, entry: RolePhrase | None) -> str | None:
    if entry is not None and entry.type == "office":
        return entry.role
    if entry is not None or noun.phrase not in CHIEFS:
        return None
    inner = reading.object_of(noun.head, "of")
    if inner is not None and reading.tokens[inner].lower == "government":
        return "head_of_government"  # "the head of Libya's U.N.-backed government"
    return "secretary_general"


def _is_of_itself(reading: Reading, cue: Cue) -> bool:
    """A ministry, party, group, region or agency has officials of its own: "the Chechen leader" does not lead Russia, nor
    the WFP's chief the United Nations. Not so the group that is the government on the day, nor what a state's own
    body plays ("the Kremlin leader")."""
    if cue.state:
        return False
    actor = reading.registry.actors[cue.actor]
    if actor.parent is not None and actor.plays is None and cue.kind in {"government", "body"}:
        return True
    if cue.kind not in {"ministry", "party", "armed-group", "company"}:
        return False
    standing = standing_on(reading.registry, cue.actor, reading.day)
    return standing is None or standing.sector != "GOV" or cue.kind == "ministry"


def _posted(reading: Reading, noun: Noun, country: str | None, role: str) -> str | None:
    """ "The Israeli ambassador in Washington", "the UN envoy for Syria": the role with its post, if there is such an
    office."""
    if role not in POSTED or country is None:
        return None
    inner = reading.object_of(noun.head, "to", "in", "for", "at", "on")
    if inner is None:  # "the U.S. Middle East envoy"
        between = max((cue.last for cue in noun.cues if cue.last <= noun.begins), default=noun.begins)
        posts = [reading.text(between, noun.begins)] if between < noun.begins else []
    else:
        first = reading.left(inner)
        posts = [reading.text(first, inner + 1)]
        for known in {
            reading.known[i].actor.id: reading.known[i] for i in range(first, inner + 1) if i in reading.known
        }.values():
            posts += [known.actor.name, known.actor.country or "", (known.actor.country or "").rpartition("-")[2]]
    roles = [f"{kind}_{_token(post)}" for post in posts for kind in ("ambassador", "envoy")]
    return next((found for found in roles if (country, found) in reading.registry.by_role), None)


def _token(post: str) -> str:
    return post.lower().removeprefix("the ").replace(" ", "_").replace(".", "")


def holder_of(
    reading: Reading, country: str | None, role: str, at: int | None = None
) -> tuple[str, tuple[str, ...]] | None:
    """Who alone holds the office with a role in a country: on the days of the clause in which word ``at`` stands, or on
    that of publication."""
    return _holder(reading, country, role, at)


def _holder(
    reading: Reading, country: str | None, role: str, at: int | None, *, acting: bool = False
) -> tuple[str, tuple[str, ...]] | None:
    office = office_of(reading.registry, country, role) if country is not None else None
    return None if office is None else _one(reading, office, at, acting=acting)


def _one(
    reading: Reading, office: Office, at: int | None, *, acting: bool = False
) -> tuple[str, tuple[str, ...]] | None:
    """Who alone held an office on the first and the last of the days; of a holder and his stand-in whom the words mean."""
    days = (reading.day, reading.day) if at is None else reading.days_at(at)
    if days is None:
        return None
    tenures = [tenure for day in days for tenure in holders_on(reading.registry, office.id, day)]
    if acting and any(tenure.acting for tenure in tenures):
        tenures = [tenure for tenure in tenures if tenure.acting]
    holders = tuple(dict.fromkeys(tenure.person for tenure in tenures))
    return (holders[0], ()) if len(holders) == 1 else None


def _office_in_body(reading: Reading, body: str, role: str) -> Office | None:
    """ "NATO chief", "Hamas leader", "State Department spokesperson", "Chechen leader": the one office of a body with
    such a role.

    Of several roles that a word may mean, the first of GENERAL that the body has; else the one that heads it.
    """
    offices = reading.registry.by_body.get(body, ())
    for wanted in GENERAL.get(role, (role,)):
        fits = [office for office in offices if office.role == wanted]
        if fits:
            return fits[0] if len(fits) == 1 else None
    heads = [office for office in offices if office.role.startswith(HEADING)] if role in HEAD_ROLES else []
    return heads[0] if len(heads) == 1 else None
