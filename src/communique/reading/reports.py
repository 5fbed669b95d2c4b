"""The fields of one report -> the report: days read, language told, debris marked, everything odd said."""

import re
from datetime import date, timedelta
from hashlib import sha256

from msgspec import Struct

from communique.data.debris import load_debris
from communique.data.languages import load_languages
from communique.reading.days import read_day
from communique.reading.debris import find_debris, find_note
from communique.reading.inputs import DateBasis, Given, Origin, ReadOptions, UnreadableError, note
from communique.reading.language import find_language
from communique.reading.pages import Page, read_page
from communique.types import Day, Problem, Report, Span

_CONTROL = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_PAGE = Page()


class _Dated(Struct, frozen=True):
    day: Day | None
    basis: DateBasis | None
    problems: tuple[Problem, ...] = ()


def make_report(given: Given, origin: Origin, options: ReadOptions) -> Report:
    """A report of given fields. Raises ``UnreadableError`` where there is neither text nor a story in the HTML."""
    page = _NO_PAGE if given.text is not None or given.html is None else read_page(given.html, given.url)
    raw = page.text if given.text is None else given.text
    if raw is None:
        raise UnreadableError('no "text" and no "html"; name the field that holds the text with --columns text=NAME')
    text, broken = _sound(raw)
    rules = options.rules or load_debris()
    title = given.title or page.title
    published = _published(given, page, options)
    updated = _dated("date of update", ((given.updated, "given"), (page.updated, "metadata")))
    language = find_language(text)
    return Report(
        id=str(given.id) if given.id not in (None, "") else f"sha256:{_hash(text)}",
        source_sha256=origin.sha256,
        text=text,
        path=origin.path,
        url=given.url or page.url,
        publisher=given.publisher or page.publisher or options.publisher,
        title=title,
        author=_author(given.author) or page.author,
        published=published.day,
        published_basis=published.basis,
        updated=updated.day,
        language=language,
        licence=given.licence,
        removed=find_debris(text, rules, title),
        correction_note=find_note(text, rules),
        problems=origin.problems + published.problems + updated.problems + broken + _odd(text, language),
    )


def hash_bytes(data: bytes) -> str:
    """The SHA-256 of input bytes, in hexadecimal."""
    return sha256(data).hexdigest()


def _hash(text: str) -> str:
    return hash_bytes(text.encode())


def _sound(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Half characters (lone surrogates) cannot be written as UTF-8: each becomes U+FFFD, which keeps every offset."""
    sound, count = _SURROGATE.subn("\ufffd", text)
    if not count:
        return text, ()
    return sound, (note(f"{count} half characters (lone surrogates) were replaced by U+FFFD"),)


def _author(author: str | list[str] | None) -> str | None:
    return ", ".join(author) or None if isinstance(author, list) else author


def _published(given: Given, page: Page, options: ReadOptions) -> _Dated:
    dated = _dated(
        "publication date",
        (
            (given.published, "given"),
            (page.published, page.published_basis or "metadata"),
            (options.published, "given"),
            (page.guessed, "guessed"),
        ),
    )
    problems = list(dated.problems)
    if dated.basis == "guessed":
        problems.append(note(f"publication date {dated.day} is guessed from the page's words; give it by --published"))
    ahead = (date.fromisoformat(options.today) if options.today else date.today()) + timedelta(days=1)
    if dated.day and dated.day > ahead.isoformat():
        problems.append(note(f"publication date {dated.day} lies in the future; check it, or give it by --published"))
    return _Dated(dated.day, dated.basis, tuple(problems))


def _dated(name: str, candidates: tuple[tuple[str | int | float | None, DateBasis], ...]) -> _Dated:
    """The first candidate that is there decides; where it cannot be read, none does: it would contradict the input."""
    for value, basis in candidates:
        if value not in (None, ""):
            day = read_day(str(value)) if isinstance(value, str) else None
            if day:
                return _Dated(day, basis)
            message = f"{name} {str(value)[:60]!r} is no day that can be read; write it as YYYY-MM-DD"
            return _Dated(None, None, (note(message),))
    return _Dated(None, None)


def _odd(text: str, language: str | None) -> tuple[Problem, ...]:
    problems = []
    if not text.strip():
        problems.append(note("the text is empty; no entries made"))
    control = _CONTROL.search(text)
    if control:
        message = (
            f"{len(_CONTROL.findall(text))} control characters, kept in the text; the first is {control.group()!r}"
        )
        problems.append(Problem(stage="read", span=Span(*control.span()), message=message))
    unknown = text.count("\ufffd")
    if unknown:
        problems.append(note(f"{unknown} characters are U+FFFD: they were lost before or while decoding"))
    if language not in (None, "en"):
        name = load_languages().get(language or "", language)
        problems.append(note(f"the text was read as {name}; only English is read; no entries made"))
    return tuple(problems)
