"""What is asked of reading, what an input says of a report, and what is given in place of one that cannot be read."""

from typing import Literal

from msgspec import Struct

from communique.data.debris import DebrisRules
from communique.types import Day, Problem, Report

DateBasis = Literal["given", "metadata", "markup", "guessed"]

FIELDS = ("id", "published", "updated", "publisher", "title", "author", "url", "licence")


class ReadOptions(Struct, frozen=True, kw_only=True):
    """How to read.

    ``published`` and ``publisher`` stand in for what an input does not say; what it says itself wins, but for a date
    that was only guessed from a page. ``columns`` maps our field names to those of the input (``{"text": "Body"}``).
    ``max_bytes`` bounds one report: an input of that size or more is refused (the parser takes a million characters and
    half a gigabyte for them; no news report comes near). ``today`` tells dates that lie ahead
    (default: the clock's day). ``rules`` are those of ``data/debris.toml`` unless given.
    """

    published: str | None = None
    publisher: str | None = None
    columns: dict[str, str] = {}
    max_bytes: int = 1_000_000
    today: Day | None = None
    rules: DebrisRules | None = None


class Unread(Struct, frozen=True, kw_only=True):
    """An input that gave no report: which file, where in it (``line 7``), why, and what to do."""

    path: str
    where: str | None
    message: str


class Notice(Struct, frozen=True, kw_only=True):
    """Something that was left out of a file and counted, none of it a report."""

    path: str
    message: str


Read = Report | Unread | Notice


class UnreadableError(ValueError):
    """An input that cannot be read; the message says why and what to do."""


class Given(Struct, frozen=True, kw_only=True):
    """The fields of one report as an input has them, days not yet read."""

    text: str | None = None
    html: str | None = None
    id: str | int | None = None
    published: str | int | float | None = None
    updated: str | int | float | None = None
    publisher: str | None = None
    title: str | None = None
    author: str | list[str] | None = None
    url: str | None = None
    licence: str | None = None


class Origin(Struct, frozen=True):
    """Where a report came from: the hash of its bytes in the input, and what went wrong on the way."""

    sha256: str
    path: str | None = None
    problems: tuple[Problem, ...] = ()


def note(message: str) -> Problem:
    """A problem of this room that concerns a whole report."""
    return Problem(stage="read", message=message)
