"""Who held which office on a day, and where nobody is known, why."""

from collections.abc import Collection, Iterator

from msgspec import Struct
from msgspec.structs import replace

from communique.data.registry import Registry, holders_on
from communique.data.registry_types import Duty, Office, Tenure
from communique.types import Day

FIRST = ("head_of_state", "head_of_government", "leader", "foreign_minister", "defence_minister")


class Holding(Struct, frozen=True, kw_only=True):
    """An office on a day and its holder; where there is none, ``note`` says why."""

    country: str | None
    role: str
    title: str
    office: str | None
    person: str | None = None
    name: str | None = None
    start: Day | None = None
    end: Day | None = None
    precision: str | None = None
    acting: bool = False
    source: str | None = None
    sure: str | None = None
    note: str | None = None


def holders_as_of(
    registry: Registry, day: Day, *, country: str | None = None, role: str | None = None, offices: Collection[str] = ()
) -> tuple[Holding, ...]:
    """The holders on ``day`` by country, the first of each state first; all candidates on a handover.

    With a role or offices to look for, those of which nobody is known are listed too, and with a country the vacancies.
    """
    asked = role is not None or bool(offices)
    wanted = _offices(registry, country, role, offices)
    found = [holding for office in wanted for holding in _holdings(registry, office, day)]
    duties = [d for (c, r), ds in registry.duties.items() if not offices and _wanted(c, r, country, role) for d in ds]
    found += [holding for duty in duties if _holds(duty, day) for holding in _of_duty(registry, duty, day)]
    played = {(holding.country, holding.role) for holding in found if holding.person or holding.office is None}
    vacancies = asked or country is not None
    kept = [
        h for h in found
        if h.person or (vacancies if h.office is None else asked and (h.country, h.role) not in played)
    ]  # fmt: skip
    return tuple(sorted(kept, key=_order))


def explain_nobody(
    registry: Registry, day: Day, *, country: str | None = None, role: str | None = None, offices: Collection[str] = ()
) -> str | None:
    """Where the tables end before ``day``, or begin after it, for all offices that are asked for: until or since when
    they reach. None where some office has a gap on the day."""
    wanted = _offices(registry, country, role, offices)
    whose = "the offices" if country is None else f"{_possessive(_state(registry, country))} offices"
    if not wanted:
        return f"the registry has no such office among {whose}"
    known = max(office.known_until or "9999" for office in wanted)
    first = min((t.start for office in wanted for t in registry.tenures.get(office.id, ())), default=None)
    asked = whose if role is None and not offices else _titles(registry, wanted, country)
    if day > known:
        return f"the registry knows {asked} to {known}"
    if first is None or day < first:
        among = asked if asked != "the offices" else "any office"
        return f"the registry knows nobody in {among}" + (f" before {first}" if first else "")
    return None


def _offices(registry: Registry, country: str | None, role: str | None, offices: Collection[str]) -> tuple[Office, ...]:
    return tuple(
        office
        for office in registry.offices.values()
        if _wanted(office.country, office.role, country, role, leads=office.leads)
        and (not offices or office.id in offices)
    )


def _wanted(
    office_country: str | None, office_role: str, country: str | None, role: str | None, *, leads: bool = False
) -> bool:
    right_role = role is None or office_role == role or (role == "leader" and leads)
    return right_role and (country is None or office_country == country)


def _state(registry: Registry, country: str) -> str:
    actors = registry.actors.values()
    named = (a.name for a in actors if a.country == country and a.kind in ("government", "body") and a.parent is None)
    return next(named, country)


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _titles(registry: Registry, offices: Collection[Office], country: str | None) -> str:
    titles = sorted({office.title for office in offices})
    if country is None or len(titles) > 1:
        return "these offices"
    return f"the {titles[0]} of {_state(registry, country)}"


def _order(holding: Holding) -> tuple[str, int, str, str]:
    rank = FIRST.index(holding.role) if holding.role in FIRST else len(FIRST)
    return holding.country or "", rank, holding.title, holding.start or ""


def _holds(duty: Duty, day: Day) -> bool:
    return duty.start <= day and (duty.end is None or day <= duty.end)


def _holdings(registry: Registry, office: Office, day: Day) -> Iterator[Holding]:
    tenures = holders_on(registry, office.id, day)
    for tenure in tenures:
        yield _holding(registry, office, tenure)
    if not tenures:
        late = office.known_until is not None and day > office.known_until
        note = f"not known after {office.known_until}" if late else "no holder on record"
        yield Holding(country=office.country, role=office.role, title=office.title, office=office.id, note=note)


def _holding(registry: Registry, office: Office, tenure: Tenure) -> Holding:
    source = registry.sources.get(tenure.source)
    return Holding(
        country=office.country, role=office.role, title=office.title, office=office.id, person=tenure.person,
        name=registry.actors[tenure.person].name, start=tenure.start, end=tenure.end, precision=tenure.precision,
        acting=tenure.acting, source=tenure.source, sure=source.sure if source else None,
    )  # fmt: skip


def _of_duty(registry: Registry, duty: Duty, day: Day) -> Iterator[Holding]:
    if duty.office is None:
        note = f"vacant{f': {duty.note}' if duty.note else ''}"
        yield Holding(country=duty.country, role=duty.role, title=duty.role.replace("_", " "), office=None, note=note)
        return
    office = registry.offices[duty.office]
    for tenure in holders_on(registry, office.id, day):
        yield replace(_holding(registry, office, tenure), role=duty.role)
