"""An address -> an open store: a file for DuckDB, ``postgresql://`` for a server."""

import os
from pathlib import Path

from communique.store.engine import Engine
from communique.store.errors import NoStoreError, StoreError
from communique.store.migrate import migrate, newest_version, version_of
from communique.store.store import Store

DEFAULT = "record.duckdb"
VARIABLE = "COMMUNIQUE_STORE"


def address_of(store: str | Path | None) -> str:
    """Where the store is: what is given, else $COMMUNIQUE_STORE, else record.duckdb in this folder."""
    return str(store or os.environ.get(VARIABLE) or DEFAULT)


def open_store(store: str | Path | None = None, *, write: bool = False) -> Store:
    """Open a store to be asked, or with ``write`` also to be added to (it is made where there is none).

    A store of an older version is brought up first. Raises StoreError, which says what is wrong and what to do.
    """
    return Store(open_engine(address_of(store), write=write))


def open_engine(address: str, *, write: bool) -> Engine:
    """The engine behind an address, its tables there and of this version."""
    engine = _engine(address, write=write)
    try:
        if version_of(engine) == newest_version():
            return engine
        if not write:
            engine = _written(engine, address)
        migrate(engine)
        return engine if write else _reopened(engine, address)
    except StoreError:
        engine.close()
        raise


def _written(engine: Engine, address: str) -> Engine:
    """The same store, open for writing; an empty one is no store."""
    empty = version_of(engine) == 0
    engine.close()
    if empty:
        raise NoStoreError(f"{engine.address}: empty, and no store yet; `communique add PATH` makes it one")
    return _engine(address, write=True)


def _reopened(engine: Engine, address: str) -> Engine:
    engine.close()
    return _engine(address, write=False)


def _engine(address: str, *, write: bool) -> Engine:
    if address.startswith(("postgresql://", "postgres://")):
        from communique.store.postgres import PostgresStore

        return PostgresStore(address, write=write)
    if "://" in address:
        kind = address.partition("://")[0]
        raise StoreError(f"{address}: {kind} is no kind of store; give a file, or postgresql://USER@HOST/DATABASE")
    from communique.store.duckdb import DuckStore

    return DuckStore(address, write=write)
