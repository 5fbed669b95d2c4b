"""An actor as somebody types it -> the actors, countries or offices meant: "Russia", RUS, "foreign minister of Russia",
"Lavrov", sergei-lavrov. A near miss is told with the nearest names; nothing is guessed.
"""

from collections.abc import Callable

from msgspec import Struct

from communique.data.registry import Registry
from communique.registry.lookup import UnknownNameError, find_country, find_offices
from communique.store.engine import Engine, Parameter
from communique.store.errors import FilterError
from communique.store.filters import nearest
from communique.store.words import folded


class Who(Struct, frozen=True):
    """Whom a question is about: actors by id, all of some countries, or whoever holds some offices."""

    actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()

    def condition(self, roles: str) -> tuple[str, list[Parameter]]:
        """A condition on a table of roles (by its alias in the query), with its parameters."""
        asked = (("actor", self.actors), ("country", self.countries), ("office", self.offices))
        parts = [f"{roles}.{column} IN ({', '.join('?' * len(values))})" for column, values in asked if values]
        return f"({' OR '.join(parts)})", [value for _, values in asked for value in values]


def find_who(engine: Engine, registry: Callable[[], Registry], text: str) -> Who:
    """Whom the words mean. Raises FilterError, with the nearest names, where they mean nobody or several."""
    text = " ".join(text.split())
    for finder in (_by_id, _country, _office, _by_name, _by_last_name):
        if found := finder(engine, registry, text):
            return found
    raise FilterError(f"nobody in this store is called {text!r}{_nearest(engine, registry(), text)}")


def _by_id(engine: Engine, _: Callable[[], Registry], text: str) -> Who | None:
    """An id; that of a state ("rus") means all of its actors, as its name does."""
    rows = engine.rows("SELECT id, kind, country FROM actors WHERE id = ? LIMIT 1", [text])
    if not rows or (rows[0][2] or "").lower() == text:
        return None
    return Who(actors=(text,))


def _country(_: Engine, registry: Callable[[], Registry], text: str) -> Who | None:
    try:
        return Who(countries=(find_country(registry(), text),))
    except UnknownNameError as error:
        if "say which" in str(error):
            raise FilterError(str(error)) from error
        return None


def _office(_: Engine, registry: Callable[[], Registry], text: str) -> Who | None:
    """ "foreign minister of Russia", "Russian foreign minister", "Russia's foreign minister", an office's id."""
    known = registry()
    if text in known.offices:
        return Who(offices=(text,))
    for role, country in _split(text):
        try:
            offices = find_offices(known, find_country(known, country), role)
        except UnknownNameError:
            continue
        if offices:
            return Who(offices=tuple(office.id for office in offices))
    return None


def _split(text: str) -> list[tuple[str, str]]:
    """Every way to take a role and a country out of the words."""
    words = text.split()
    of = [(" ".join(words[:i]), " ".join(words[i + 1 :])) for i, word in enumerate(words) if word == "of"]
    before = [
        (" ".join(words[i:]), " ".join(words[:i]).removesuffix("'s").removesuffix("’s")) for i in range(1, len(words))
    ]
    return [(role, country) for role, country in (*of, *before) if role and country]


def _by_name(engine: Engine, registry: Callable[[], Registry], text: str) -> Who | None:
    """A name in any case, as reports or the registry have it."""
    ids = {row[0] for row in engine.rows("SELECT DISTINCT id FROM actors WHERE folded = ?", [folded(text)])}
    ids |= {name.actor for name in registry().names.get(text, ()) if name.kind not in ("adjective", "demonym")}
    return Who(actors=tuple(sorted(ids))) if ids else None


def _by_last_name(engine: Engine, _: Callable[[], Registry], text: str) -> Who | None:
    """A last name that one person of the store has."""
    sql = "SELECT DISTINCT id, name FROM actors WHERE kind = 'person' AND folded LIKE ? ORDER BY name"
    rows = engine.rows(sql, [f"% {folded(text)}"])
    names = sorted({row[1] for row in rows})
    if len(names) > 1:
        raise FilterError(f"{text!r} may be {', '.join(names[:6])}{' ...' if len(names) > 6 else ''}; say which")
    return Who(actors=tuple(row[0] for row in rows)) if rows else None


def _nearest(engine: Engine, registry: Registry, text: str) -> str:
    """Names in whole, and persons also by their last."""
    rows = engine.rows("SELECT DISTINCT kind, name FROM actors ORDER BY name")
    named = {folded(name.rpartition(" ")[2]): name for kind, name in rows if kind == "person"}
    named |= {folded(name): name for _, name in rows}
    named |= {
        folded(a.name): a.name for a in registry.actors.values() if a.kind in ("government", "body") and not a.parent
    }
    return nearest(folded(text), named) or "; `communique actors` lists who is in it"
