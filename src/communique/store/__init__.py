"""Records <-> a store that is asked: DuckDB in one file, or PostgreSQL; the same answers from both."""

from communique.store.errors import StoreError
from communique.store.opening import address_of, open_store
from communique.store.store import Store

__all__ = ["Store", "StoreError", "address_of", "open_store"]
