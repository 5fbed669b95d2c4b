"""A database -> a store of the version that this program writes: every older version is brought up, none down."""

from pathlib import Path

from communique.store.engine import Engine
from communique.store.errors import DamagedStoreError, NewerStoreError
from communique.store.merging import merge_all

# What a step has to work out from what is there: version 3 merges, also what version 2 did.
_AFTER = {3: merge_all}
SCHEMAS = Path(__file__).parent / "schema"


def newest_version() -> int:
    """The version of the schema that this program writes."""
    return max(int(path.stem) for path in (SCHEMAS / "duckdb").glob("*.sql"))


def version_of(engine: Engine) -> int:
    """The version of a store; 0 for an empty database. Raises where it is newer than this program, or no store."""
    if not engine.has_table("meta"):
        if engine.has_table("events") or engine.has_table("reports"):
            raise DamagedStoreError(f"{engine.address}: has tables, but none that says what it is: no store of ours")
        return 0
    version = int(engine.rows("SELECT version FROM meta")[0][0])
    if version > newest_version():
        raise NewerStoreError(
            f"{engine.address}: a store of version {version}, and this program knows up to {newest_version()}; "
            "install a newer communique, nothing was changed"
        )
    return version


def migrate(engine: Engine, *, to: int | None = None) -> int:
    """Bring a store to the newest version (or to an older one, for tests), step by step; gives where it stood."""
    before = version_of(engine)
    for version in range(before + 1, (to or newest_version()) + 1):
        with engine.transaction():
            for statement in _statements(SCHEMAS / engine.dialect / f"{version:03d}.sql"):
                engine.rows(statement)
            if version in _AFTER:
                _AFTER[version](engine)
            engine.rows("UPDATE meta SET version = ?", [version])
    return before


def _statements(path: Path) -> list[str]:
    """The statements of a file; a line of comment stands alone, a statement ends with its line."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("--"))
    return [part.strip() for part in "\n".join(lines).split(";\n") if part.strip().strip(";")]
