"""``communique doctor``: is everything here that was measured, and is it as fast?"""

import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version

from communique import __version__
from communique.knowledge import load_knowledge
from communique.parse import ModelError, load_parser
from communique.parse.model import find_model
from communique.types import Report

# What was measured together (docs/dependencies.md); another version works, but its speed and results were not seen.
_MEASURED = {"spacy": "3.8.3", "thinc": "8.3.3", "blis": "1.1.0"}
_SLOW_WORDS_A_SECOND = 2000
_SAMPLE = "The foreign ministers of France and Poland met in Paris on Tuesday and called for a ceasefire. " * 40

Finding = tuple[bool, str]


def run_doctor(model: str | None) -> int:
    """Print each check with what to do where it fails; 0 if all hold, else 1."""
    print(f"communique {__version__} on Python {sys.version.split()[0]}")
    checks: list[Callable[[], Iterator[Finding]]] = [
        _python,
        _versions,
        lambda: _model(model),
        _knowledge,
        lambda: _speed(model),
    ]
    failed = 0
    for check in checks:
        for good, message in check():
            print(f"{'ok  ' if good else 'BAD '} {message}")
            failed += not good
    print("all is well" if not failed else f"{failed} to mend")
    return 1 if failed else 0


def _python() -> Iterator[Finding]:
    good = (3, 11) <= sys.version_info[:2] < (3, 13)
    yield good, f"Python {sys.version_info[0]}.{sys.version_info[1]}" + ("" if good else ": use Python 3.11 or 3.12")


def _versions() -> Iterator[Finding]:
    for package, wanted in _MEASURED.items():
        try:
            found = version(package)
        except PackageNotFoundError:
            yield False, f"{package} is not installed: run `make setup`"
            continue
        same = found == wanted
        yield True, f"{package} {found}" + ("" if same else f" (measured with {wanted}; results may differ a little)")


def _model(model: str | None) -> Iterator[Finding]:
    try:
        info = find_model(model)
    except ModelError as error:
        yield False, str(error)
        return
    yield (
        True,
        f"model {info.name} {info.version}, SHA-256 {info.sha256[:16]}…, files as measured"
        if model is None
        else f"model {info.name} {info.version}",
    )
    for problem in info.problems:
        yield False, problem.message


def _knowledge() -> Iterator[Finding]:
    try:
        knowledge = load_knowledge()
    except ValueError as error:
        yield False, f"knowledge files: {error}"
        return
    yield (
        True,
        f"knowledge files: {len(knowledge.registry.actors):,} actors, {len(knowledge.codebook.frames):,} event frames",
    )


def _speed(model: str | None) -> Iterator[Finding]:
    try:
        parser = load_parser(model)
    except ModelError:
        return
    report = Report(id="doctor", source_sha256="", text=_SAMPLE)
    started = time.perf_counter()
    words = sum(len(parsed.tokens) for parsed in parser.parse([report] * 8))
    rate = words / (time.perf_counter() - started)
    good = rate >= _SLOW_WORDS_A_SECOND
    yield (
        good,
        f"parses {rate:,.0f} words a second"
        + ("" if good else ": far below what was measured; is the machine busy, or blis 1.2 or later installed?"),
    )
