"""Names of places with their coordinates: tables made from GeoNames (``tools/build_gazetteer.py``) and one of our own."""

import re
import tomllib
import unicodedata
from pathlib import Path

import msgspec

_PIECE = re.compile(r"[\w'.]+|[^\w\s]")


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A place that a name may mean.

    ``kind`` is city, capital, town, country, division, sea, strait, airport, base, crossing, region, territory ...;
    ``people`` is in thousands, 0 where not known; ``division`` the state or province of a city. ``country`` is an ISO
    3166-1 alpha-3 code, or None for what belongs to none or to several.
    """

    name: str
    kind: str
    country: str | None
    latitude: float
    longitude: float
    people: int = 0
    division: str | None = None
    disputed: bool = False


class PlaceWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that tell whether a name is a place and how it stands to what happens: ``data/places/words.toml``."""

    inside: frozenset[str]
    on_kinds: frozenset[str]
    avoid: frozenset[str]
    towards: frozenset[str]
    away: frozenset[str]
    against: frozenset[str]
    reach: frozenset[str]
    go: frozenset[str]
    leave: frozenset[str]
    attack: frozenset[str]
    territory: frozenset[str]
    facility: frozenset[str]
    about: frozenset[str]
    carry: frozenset[str]
    trust: frozenset[str]
    rescue: frozenset[str]
    meetings: frozenset[str]
    send: frozenset[str]
    travellers: frozenset[str]
    never_parties: frozenset[str]
    perform: frozenset[str]
    scene: frozenset[str]
    times: frozenset[str]
    bound: frozenset[str]
    grounds: frozenset[str]
    abroad: frozenset[str]
    military: frozenset[str]
    powers: frozenset[str]
    quantity: frozenset[str]
    protest: frozenset[str]
    away_from_home: frozenset[str]
    meet: frozenset[str]
    met: frozenset[str]
    talk: frozenset[str]
    edge: frozenset[str]
    national: frozenset[str]
    flee: frozenset[str]
    happenings: frozenset[str]
    bodies: frozenset[str]
    seldom_parties: frozenset[str]
    sides: frozenset[str]
    overhead: frozenset[str]
    wanderers: frozenset[str]


class Gazetteer(msgspec.Struct, frozen=True, kw_only=True):
    """Folded name -> what it may mean, the likeliest first; ``longest`` gives the most words after a first word."""

    by_name: dict[str, tuple[Entry, ...]]
    longest: dict[str, int]
    countries: dict[str, str]
    words: PlaceWords


def load_gazetteer(directory: Path | None = None) -> Gazetteer:
    """The tables of ``data/places``; ValueError names the file and line that cannot be read.

    Our own table stands before countries, these before cities and these before divisions of the same name; a larger
    city or division before a smaller one.
    """
    folder = directory or Path(__file__).parent / "places"
    names: dict[str, list[Entry]] = {}
    countries: dict[str, str] = {}
    for row in _rows(folder / "own.tsv", 7):
        entry = Entry(row[0], row[2], row[3] or None, float(row[4]), float(row[5]), disputed=row[6] == "1")
        _add(names, entry, row[1])
        if entry.kind == "country" and entry.country:
            countries[entry.country] = entry.name
    for row in _rows(folder / "countries.tsv", 5):
        _add(names, Entry(row[0], "country", row[2], float(row[3]), float(row[4])), row[1])
        countries.setdefault(row[2], row[0])
    people = _add_cities(names, folder)
    for row in sorted(_rows(folder / "divisions.tsv", 5), key=lambda row: -people.get((row[2], row[0]), 0)):
        _add(names, Entry(row[0], "division", row[2], float(row[3]), float(row[4])), row[1])
    return Gazetteer(
        by_name={name: tuple(entries) for name, entries in names.items()},
        longest=_longest(names),
        countries=countries,
        words=msgspec.convert(tomllib.loads((folder / "words.toml").read_text(encoding="utf-8")), PlaceWords),
    )


def _add_cities(names: dict[str, list[Entry]], folder: Path) -> dict[tuple[str, str], int]:
    """The cities; and the thousands of people in those of each country and division."""
    capitals = {(row[0], row[1]) for row in _rows(folder / "capitals.tsv", 2)}
    people: dict[tuple[str, str], int] = {}
    for name, country, division, latitude, longitude, thousands in _rows(folder / "cities.tsv", 6):
        kind = "capital" if (name, country) in capitals else "city"
        entry = Entry(name, kind, country, float(latitude), float(longitude), int(thousands), division or None)
        _add(names, entry, "")
        people[country, division] = people.get((country, division), 0) + entry.people
    return people


def fold(name: str) -> str:
    """Lower case without accents and curved apostrophes: how names are looked up."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        name = name.replace("’", "'").replace("ʻ", "'").replace("‘", "'")
    return name.lower()


def _rows(path: Path, width: int) -> list[list[str]]:
    out = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) != width:
            raise ValueError(
                f"{path}:{number}: {len(row)} columns where there should be {width}; separate them by tabs"
            )
        out.append(row)
    return out


def _add(names: dict[str, list[Entry]], entry: Entry, others: str) -> None:
    for name in {fold(n) for n in (entry.name, *others.split("|")) if n}:
        known = names.setdefault(name, [])
        # "New York" of our own table and of GeoNames are one place.
        if not any(
            e.country == entry.country and (e.kind == entry.kind == "country" or _is_one(e, entry)) for e in known
        ):
            known.append(entry)


def _is_one(a: Entry, b: Entry) -> bool:
    if (a.kind == "division") != (b.kind == "division"):  # the state and the city of New York
        return False
    return abs(a.latitude - b.latitude) < 1.5 and abs(a.longitude - b.longitude) < 1.5


def _longest(names: dict[str, list[Entry]]) -> dict[str, int]:
    """First piece of a name -> the most pieces that a name beginning with it has ("Mazar-i-Sharif" has five)."""
    out: dict[str, int] = {}
    for name in names:
        pieces = _PIECE.findall(name) if not name.isalpha() else (name,)
        if len(pieces) > out.get(pieces[0], 0):
            out[pieces[0]] = len(pieces)
    return out
