"""Who held which office on a day, and where nobody is known, why."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from communique.data.registry import Registry, holders_on
from communique.data.registry_types import Duty, Office, Tenure
from communique.types import Day


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
    registry: Registry, day: Day, *, country: str | None = None, role: str | None = None
) -> tuple[Holding, ...]:
    """The holders on ``day``, by country and role; all candidates on a handover.

    With a country or a role to look for, offices of which nobody is known are listed too.
    """
    asked = country is not None or role is not None
    offices = [o for o in registry.offices.values() if _wanted(o.country, o.role, o.leads, country, role)]
    found = [holding for office in offices for holding in _holdings(registry, office, day)]
    duties = [d for (c, r), ds in registry.duties.items() if _wanted(c, r, False, country, role) for d in ds]
    found += [holding for duty in duties if _holds(duty, day) for holding in _of_duty(registry, duty, day)]
    played = {(holding.country, holding.role) for holding in found if holding.person or holding.office is None}
    kept = [h for h in found if h.person or (asked and (h.office is None or (h.country, h.role) not in played))]
    return tuple(sorted(kept, key=lambda h: (h.country or "", h.role, h.office or "", h.start or "")))


def _wanted(office_country: str | None, office_role: str, leads: bool, country: str | None, role: str | None) -> bool:
    right_role = role is None or office_role == role or (role == "leader" and leads)
    return right_role and (country is None or office_country == country)


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
