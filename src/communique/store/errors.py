"""What can go wrong with a store, each with words that say what happened and what to do.

StoreError
├── NoStoreError         nothing there yet
├── StoreInUseError      another process holds it
├── NewerStoreError      made by a newer Communiqué
├── DamagedStoreError    not a store, or a broken one
├── StoreFullError       no room left on the disk
├── ServerGoneError      the server cannot be reached, or went away in the middle
├── ReadOnlyError        something that writes where only reading is allowed
├── SqlError             SQL that the engine does not understand
└── FilterError          a question that names something unknown
"""


class StoreError(Exception):
    """Something is wrong with a store; the message says what, where and what to do."""


class NoStoreError(StoreError):
    """There is no store at the address."""


class StoreInUseError(StoreError):
    """Another process holds the store."""


class NewerStoreError(StoreError):
    """The store was made by a newer version than this one."""


class DamagedStoreError(StoreError):
    """What is at the address is no store, or a broken one."""


class StoreFullError(StoreError):
    """The disk has no room left; what was committed before is kept."""


class ServerGoneError(StoreError):
    """The server cannot be reached or went away; what was committed before is kept."""


class ReadOnlyError(StoreError):
    """A statement that writes, where only reading is allowed."""


class SqlError(StoreError):
    """SQL that the engine does not understand, in its own words."""


class FilterError(StoreError):
    """A filter or an option with a value that there is not; the message names the choices or the nearest."""
