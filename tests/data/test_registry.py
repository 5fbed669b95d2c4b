"""The tables of actors: whole, ordered, and right about who held what on a day."""

import re
import time
from pathlib import Path

import pytest

from communique.data.registry import (
    ACTORS,
    Registry,
    RegistryError,
    body_of,
    holders_on,
    load_registry,
    members_on,
    office_of,
    offices_held,
    standing_on,
)
from communique.data.registry_sheets import columns_of
from communique.data.registry_tables import Tables, read_tables
from communique.data.registry_types import TABLES


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


@pytest.fixture(scope="module")
def tables() -> Tables:
    return read_tables(ACTORS)[0]


def _lines(table: str) -> list[str]:
    return (ACTORS / f"{table}.tsv").read_text(encoding="utf-8").split("\n")


@pytest.mark.parametrize("table", sorted(TABLES))
def test_a_table_is_in_canonical_order_without_repeated_rows(table: str) -> None:
    rows = [line.split("\t") for line in _lines(table)[1:-1]]
    assert rows == sorted(rows)
    assert len(rows) == len({tuple(row) for row in rows})
    assert _lines(table)[-1] == ""


def test_a_family_name_never_decides_alone(registry: Registry) -> None:
    family = [name for names in registry.names.values() for name in names if name.kind == "family"]
    assert len(family) > 5000
    assert {name.needs for name in family} == {"full"}


def test_no_dependency_owns_the_adjective_of_its_state(registry: Registry) -> None:
    assert {name.actor for name in registry.names["Chinese"]} == {"chn"}
    assert {name.actor for name in registry.names["American"]} == {"usa"}
    assert {name.actor for name in registry.names["British"]} == {"gbr"}


def test_the_registry_covers_what_it_promises(registry: Registry, tables: Tables) -> None:
    assert len([actor for actor in tables.actors if actor.kind == "outlet"]) >= 150
    assert len([actor for actor in tables.actors if actor.kind in ("body", "court")]) >= 150
    assert len(tables.tenures) >= 3000
    assert len({office.country for office in tables.offices if office.role == "foreign_minister"}) >= 120
    assert len([m for m in members_on(registry, "un", "2021-08-16") if m.status == "member"]) == 193


def test_the_registry_loads_in_well_under_a_second() -> None:
    started = time.perf_counter()
    load_registry()
    assert time.perf_counter() - started < 1.5  # 0.25 s on an idle core; a loaded CI machine gets slack


@pytest.mark.parametrize(
    ("country", "role", "day", "person"),
    [
        ("USA", "foreign_minister", "2021-08-16", "antony-blinken"),
        ("USA", "foreign_minister", "2012-09-11", "hillary-clinton"),
        ("USA", "foreign_minister", "2025-03-01", "marco-rubio"),
        ("USA", "head_of_state", "2003-03-20", "george-w-bush"),
        ("USA", "head_of_state", "2019-06-30", "donald-trump"),
        ("USA", "head_of_state", "2025-02-01", "donald-trump"),
        ("USA", "defence_minister", "2018-06-01", "jim-mattis"),
        ("USA", "spokesperson_foreign", "2021-08-16", "ned-price"),
        ("USA", "spokesperson_leader", "2022-06-01", "karine-jean-pierre"),
        ("USA", "ambassador_un", "2017-12-06", "nikki-haley"),
        ("USA", "security_adviser", "2023-02-01", "jake-sullivan"),
        ("CHN", "foreign_minister", "2021-08-16", "wang-yi"),
        ("CHN", "foreign_minister", "2023-06-18", "qin-gang"),
        ("CHN", "foreign_minister", "2023-09-01", "wang-yi"),
        ("CHN", "head_of_government", "2015-01-01", "li-keqiang"),
        ("CHN", "head_of_government", "2024-01-01", "li-qiang"),
        ("CHN", "head_of_state", "2008-08-08", "hu-jintao"),
        ("RUS", "foreign_minister", "2021-08-16", "sergey-lavrov"),
        ("RUS", "head_of_state", "2010-01-01", "dmitry-medvedev"),
        ("RUS", "defence_minister", "2022-03-01", "sergei-shoigu"),
        ("RUS", "ambassador_un", "2016-01-01", "vitaly-churkin"),
        ("GBR", "head_of_government", "2022-10-01", "liz-truss"),
        ("GBR", "foreign_minister", "2017-01-01", "boris-johnson"),
        ("FRA", "head_of_state", "2008-08-12", "nicolas-sarkozy"),
        ("FRA", "foreign_minister", "2015-11-14", "laurent-fabius"),
        ("DEU", "head_of_government", "2015-09-04", "angela-merkel"),
        ("DEU", "foreign_minister", "2004-01-01", "joschka-fischer"),
        ("DEU", "defence_minister", "2023-06-01", "boris-pistorius"),
        ("JPN", "head_of_government", "2022-07-08", "fumio-kishida"),
        ("JPN", "foreign_minister", "2020-01-01", "toshimitsu-motegi"),
        ("KOR", "head_of_state", "2018-04-27", "moon-jae-in"),
        ("PRK", "leader", "2018-06-12", "kim-jong-un"),
        ("IRN", "leader", "2020-01-08", "ali-khamenei"),
        ("IRN", "head_of_state", "2015-07-14", "hassan-rouhani"),
        ("IRN", "foreign_minister", "2015-07-14", "mohammad-javad-zarif"),
        ("ISR", "head_of_government", "2022-02-01", "naftali-bennett"),
        ("ISR", "foreign_minister", "2021-08-16", "yair-lapid"),
        ("TUR", "foreign_minister", "2021-08-16", "mevlut-cavusoglu"),
        ("PAK", "foreign_minister", "2021-08-16", "shah-mahmood-qureshi"),
        ("PAK", "head_of_government", "2021-08-16", "imran-khan"),
        ("IND", "foreign_minister", "2021-08-16", "subrahmanyam-jaishankar"),
        ("IND", "leader", "2016-01-01", "narendra-modi"),
        ("UKR", "head_of_state", "2022-02-24", "volodymyr-zelenskyy"),
        ("UKR", "foreign_minister", "2022-02-24", "dmytro-kuleba"),
        ("AFG", "head_of_state", "2021-08-14", "ashraf-ghani"),
        ("AFG", "foreign_minister", "2021-10-01", "amir-khan-muttaqi"),
        ("SAU", "crown_prince", "2018-10-02", "mohammed-bin-salman"),
        ("SAU", "foreign_minister", "2021-08-16", "faisal-bin-farhan"),
        ("EGY", "foreign_minister", "2021-08-16", "sameh-shoukry"),
        ("BRA", "head_of_state", "2021-08-16", "jair-bolsonaro"),
        ("VEN", "head_of_state", "2012-01-01", "hugo-chavez"),
        ("IGO-UN", "secretary_general", "2010-01-01", "ban-ki-moon"),
        ("IGO-UN", "secretary_general", "2021-08-16", "antonio-guterres"),
        ("EUR-EU", "high_representative", "2021-08-16", "josep-borrell"),
        ("EUR-EU", "commission_president", "2021-08-16", "ursula-von-der-leyen"),
        ("IGO-NATO", "secretary_general", "2021-08-16", "jens-stoltenberg"),
        ("IGO-WHO", "director_general", "2020-03-11", "tedros-adhanom-ghebreyesus"),
        ("IGO-IAEA", "director_general", "2022-09-01", "rafael-grossi"),
        ("ITA", "foreign_minister", "2021-08-16", "luigi-di-maio"),
        ("AUS", "foreign_minister", "2023-01-01", "penny-wong"),
        ("CAN", "head_of_government", "2021-08-16", "justin-trudeau"),
        ("ETH", "head_of_government", "2021-08-16", "abiy-ahmed"),
    ],
)
def test_an_office_had_this_holder_on_the_day(
    registry: Registry, country: str, role: str, day: str, person: str
) -> None:
    office = office_of(registry, country, role)
    assert office is not None
    assert [tenure.person for tenure in holders_on(registry, office.id, day)] == [person]


def test_nobody_is_known_without_a_day_or_after_the_office_is_known(registry: Registry) -> None:
    assert holders_on(registry, "usa-secstate", None) == ()
    assert holders_on(registry, "usa-secstate", "2029-01-01") == ()
    assert holders_on(registry, "no-such-office", "2021-08-16") == ()


def test_a_handover_day_gives_every_candidate(registry: Registry) -> None:
    persons = {tenure.person for tenure in holders_on(registry, "usa-president", "2021-01-20")}
    assert persons == {"donald-trump", "joe-biden"}


def test_a_date_known_to_the_month_is_wide_by_a_month(registry: Registry) -> None:
    spokesmen = {tenure.person for tenure in holders_on(registry, "chn-mfa-spokesperson", "2020-06-30")}
    assert spokesmen == {"geng-shuang", "hua-chunying", "zhao-lijian"}


def test_a_role_that_many_offices_have_names_none_of_them(registry: Registry) -> None:
    assert office_of(registry, "USA", "senior_diplomat") is None


@pytest.mark.parametrize(
    ("actor", "day", "country", "sector"),
    [
        ("taliban", "2021-08-14", "AFG", "REB"),
        ("taliban", "2021-08-15", "AFG", "GOV"),
        ("taliban", None, "AFG", None),
        ("hamas", "2021-05-10", "PSE", "REB"),
        ("rsf-sudan", "2023-04-20", "SDN", "REB"),
        ("chn", "2021-08-16", "CHN", "GOV"),
        ("usa-congress", None, "USA", "LEG"),
        ("wang-yi", "2021-08-16", "CHN", "GOV"),
        ("lloyd-austin", "2022-01-01", "USA", "MIL"),
        ("wang-yi", None, "CHN", None),
        ("barack-obama", "2021-08-16", "USA", "ELI"),
        ("josep-borrell", "2021-08-16", "EUR-EU", "GOV"),
    ],
)
def test_country_and_sector_hold_on_the_day(
    registry: Registry, actor: str, day: str | None, country: str, sector: str | None
) -> None:
    standing = standing_on(registry, actor, day)
    assert standing is not None
    assert (standing.country, standing.sector) == (country, sector)


def test_an_unknown_actor_has_no_standing(registry: Registry) -> None:
    assert standing_on(registry, "nobody", "2021-08-16") is None


def test_a_person_may_hold_two_offices(registry: Registry) -> None:
    held = {office.id for office in offices_held(registry, "xi-jinping", "2021-08-16")}
    assert held == {"chn-president", "chn-ccp-general-secretary"}


@pytest.mark.parametrize(
    ("day", "elected"),
    [
        ("2021-08-16", {"est", "ind", "irl", "ken", "mex", "ner", "nor", "tun", "vct", "vnm"}),
        ("2023-03-01", {"alb", "are", "bra", "che", "ecu", "gab", "gha", "jpn", "mlt", "moz"}),
    ],
)
def test_the_security_council_had_these_members(registry: Registry, day: str, elected: set[str]) -> None:
    members = members_on(registry, "un-security-council", day)
    assert {m.member for m in members if m.status == "permanent"} == {"chn", "fra", "gbr", "rus", "usa"}
    assert {m.member for m in members if m.status == "elected"} == elected


@pytest.mark.parametrize("year", range(1999, 2027))
def test_the_security_council_has_ten_elected_members_in_every_year(registry: Registry, year: int) -> None:
    elected = [m for m in members_on(registry, "un-security-council", f"{year}-07-01") if m.status == "elected"]
    assert len(elected) == (5 if year == 1999 else 10)


@pytest.mark.parametrize(
    ("body", "day", "count"),
    [("eu", "2019-01-01", 28), ("eu", "2021-01-01", 27), ("nato", "2022-01-01", 30), ("nato", "2025-01-01", 32),
     ("g7", "2021-06-11", 7), ("brics", "2023-01-01", 5), ("brics", "2025-07-01", 10), ("asean", "2021-08-16", 10)],
)  # fmt: skip
def test_a_body_had_so_many_members(registry: Registry, body: str, day: str, count: int) -> None:
    assert len([m for m in members_on(registry, body, day) if m.status == "member"]) == count


@pytest.mark.parametrize(
    ("surface", "actor"),
    [
        ("China", "chn"), ("Beijing", "chn"), ("PRC", "chn"), ("U.S.", "usa"), ("UK", "gbr"), ("DPRK", "prk"),
        ("Kremlin", "rus-presidency"), ("Downing Street", "gbr-prime-minister-office"),
        ("Foggy Bottom", "usa-state-department"), ("Pentagon", "usa-defense-department"), ("Zhongnanhai", "chn-leadership"),
        ("Quai d'Orsay", "fra-mfa"), ("Knesset", "isr-parliament"), ("State Duma", "rus-duma"), ("IRGC", "irn-irgc"),
        ("Security Council", "un-security-council"), ("UNHCR", "un-unhcr"), ("WHO", "un-who"), ("EU", "eu"),
        ("Chinese Foreign Ministry", "chn-mfa"), ("China's foreign ministry", "chn-mfa"), ("Peruvian army", "per-military"),
        ("Ministry of Foreign Affairs of Peru", "per-mfa"), ("Chinese government", "chn"), ("Hongkonger", "hkg"),
        ("AFP", "afp"), ("Xinhua", "xinhua"), ("Houthis", "houthis"), ("Zelensky", "volodymyr-zelenskyy"),
        ("Sergei Lavrov", "sergey-lavrov"), ("Recep Tayyip Erdogan", "recep-tayyip-erdogan"), ("Moon Jae In", "moon-jae-in"),
        ("Joseph R. Biden, Jr.", "joe-biden"), ("von der Leyen", "ursula-von-der-leyen"), ("Assad", "bashar-al-assad"),
        ("Xi", "xi-jinping"), ("Nord Stream AG", "rus-nord-stream"), ("Ansar Allah", "houthis"),
    ],
)  # fmt: skip
def test_a_surface_leads_to_its_actor(registry: Registry, surface: str, actor: str) -> None:
    assert actor in {name.actor for name in registry.names[surface]}


def test_the_family_name_of_a_chinese_person_stands_first(registry: Registry) -> None:
    assert "wang-yi" in {name.actor for name in registry.names["Wang"]}
    assert "wang-yi" not in {name.actor for name in registry.names.get("Yi", ())}


def test_a_body_is_found_by_what_it_plays(registry: Registry) -> None:
    bodies = [body_of(registry, country, "mfa") for country in ("USA", "IND", "PER", "GBR")]
    assert [body.id for body in bodies if body] == ["usa-state-department", "ind-mea", "per-mfa", "gbr-fcdo"]
    assert body_of(registry, "XXX", "mfa") is None


@pytest.mark.parametrize(
    ("phrase", "type_", "sector"),
    [("foreign minister", "office", "GOV"), ("officials", "group", "GOV"), ("troops", "group", "MIL"),
     ("protesters", "group", "CVL"), ("rebels", "group", "REB"), ("militia", "group", "UAF"), ("refugees", "group", "REF"),
     ("reporters", "group", "JRN"), ("lawmakers", "group", "LEG"), ("judges", "group", "JUD"), ("police", "group", "COP"),
     ("opposition", "group", "OPP"), ("foreign ministry", "body", "GOV"), ("parliament", "body", "LEG")],
)  # fmt: skip
def test_a_phrase_gives_its_sector(registry: Registry, phrase: str, type_: str, sector: str) -> None:
    assert (type_, sector) in {(role.type, role.sector) for role in registry.roles[phrase]}


def _copied(tmp_path: Path, table: str, rows: str) -> Path:
    for name, kind in TABLES.items():
        (tmp_path / f"{name}.tsv").write_text("\t".join(columns_of(kind)) + "\n", encoding="utf-8")
    with (tmp_path / f"{table}.tsv").open("a", encoding="utf-8") as file:
        file.write(rows)
    return tmp_path


@pytest.mark.parametrize(
    ("table", "rows", "message"),
    [
        ("actors", "x\tgovernment\tX\tXXX\tGOV\t\t\t\t\t\t\n", "actors.tsv: line 2: source: is empty"),
        ("actors", "x\tcastle\tX\tXXX\tGOV\t\t\t\t\t\tmemory\n", "actors.tsv: line 2: kind: 'castle' is none of"),
        ("actors", "x\tgovernment\tX\n", "actors.tsv: line 2: 3 columns; a row has 11"),
        ("names", "X\tnobody\tshort\t\t\t\tmemory\n", "names.tsv: line 2: actor: 'nobody' has no row of its own"),
        ("standings", "x\t2021-8-1\t\tXXX\tGOV\tmemory\n", "standings.tsv: line 2: start: '2021-8-1' is no day"),
        ("tenures", "o\t2021-08-01\tp\t\tfortnight\t\tmemory\n", "tenures.tsv: line 2: precision: 'fortnight' is none of"),
    ],
)  # fmt: skip
def test_a_bad_row_is_named_with_file_line_and_column(tmp_path: Path, table: str, rows: str, message: str) -> None:
    with pytest.raises(RegistryError, match=re.escape(message)):
        load_registry(base=_copied(tmp_path, table, rows))


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="the table is missing"):
        load_registry(base=tmp_path)


def test_an_empty_registry_loads(tmp_path: Path) -> None:
    registry = load_registry(base=_copied(tmp_path, "actors", ""))
    assert registry.actors == {}
    assert len(registry.sha256) == 64
