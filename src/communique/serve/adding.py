"""``communique add``: reports in, their records into the store; what could not be read named on standard error."""

import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

import msgspec

from communique.api import Record, made_with, read_reports
from communique.data.registry import RegistryError
from communique.parse import ModelError
from communique.reading import ReadOptions, Unread, read_paths
from communique.serve.progress import Progress
from communique.store import Store, StoreError, address_of, open_store
from communique.store.adding import Added
from communique.types import MadeBy, Report

_ASKED_TOGETHER = 64
_TOLD = {"new": "new", "known": "known already", "changed": "changed", "again": "read again with other rules"}


class AddArguments(msgspec.Struct, frozen=True, kw_only=True):
    """The options of ``communique add``, by their names on the command line."""

    paths: tuple[str, ...]
    store: str | None
    published: str | None
    publisher: str | None
    columns: dict[str, str] | None
    model: str | None
    overlays: tuple[Path, ...]


class Tally:
    """What became of each report, counted while they go by."""

    def __init__(self) -> None:
        self.added = Added()
        self.refused = 0

    def told(self, address: str) -> str:
        """The line at the end: every report is in one of its numbers."""
        counts = [f"{getattr(self.added, field)} {told}" for field, told in _TOLD.items()]
        total = sum(getattr(self.added, field) for field in _TOLD) + self.refused
        return f"{total} report{'' if total == 1 else 's'}: {', '.join(counts)}, {self.refused} refused; the record is in {address}"


def run_add(options: dict[str, Any]) -> int:
    """Read and add; 0 where every report is in, 1 where some could not be read or the store is at fault."""
    arguments = AddArguments(**options)
    tally = Tally()
    try:
        with open_store(address_of(arguments.store), write=True) as store, Progress(arguments.paths) as progress:
            try:
                _add(store, arguments, tally, progress)
            finally:
                progress.stop()
                print(tally.told(store.address))
    except (StoreError, ModelError, RegistryError) as error:
        print(f"communique: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("communique: stopped; what is in stays in: run the same command again for the rest", file=sys.stderr)
        return 130
    return 1 if tally.refused else 0


def _add(store: Store, arguments: AddArguments, tally: Tally, progress: Progress) -> None:
    """Committed as they come, so many reports at a time that a kill costs seconds of reading."""
    made = made_with(model=arguments.model, registry=arguments.overlays)
    wanted = _wanted(store, made, _reports(arguments, tally), tally, progress)
    first = next(wanted, None)
    if first is None:  # nothing to parse: the model need not be loaded
        return
    records = read_reports(chain([first], wanted), model=arguments.model, registry=arguments.overlays)
    for added in store.add_each(_passed(records, progress)):
        tally.added += added


def _reports(arguments: AddArguments, tally: Tally) -> Iterator[Report]:
    options = ReadOptions(published=arguments.published, publisher=arguments.publisher, columns=arguments.columns or {})
    for item in read_paths(arguments.paths, options):
        if isinstance(item, Report):
            yield item
            continue
        where = f"{item.path}, {item.where}" if isinstance(item, Unread) and item.where else item.path
        print(f"communique: {where}: {item.message}", file=sys.stderr)
        tally.refused += isinstance(item, Unread)


def _wanted(
    store: Store, made: MadeBy, reports: Iterator[Report], tally: Tally, progress: Progress
) -> Iterator[Report]:
    """Those that are not in the store as these rules read them."""
    while some := list(islice(reports, _ASKED_TOGETHER)):
        for report, verdict in zip(some, store.judge(some, made), strict=True):
            if verdict == "known":
                tally.added += Added(known=1)
                progress.advance()
            else:
                yield report


def _passed(records: Iterable[Record], progress: Progress) -> Iterator[Record]:
    for record in records:
        progress.advance()
        yield record
