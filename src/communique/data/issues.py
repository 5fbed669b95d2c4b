"""The issues on which actors take positions, with the words that point to each (``data/issues.toml``)."""

import tomllib
from pathlib import Path

import msgspec

from communique.types import EventType


class IssueRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An issue; the first whose ``words`` stand in an entry, or whose ``types`` has its inner act, is the entry's."""

    id: str
    words: tuple[str, ...]
    types: tuple[EventType, ...] = ()
    examples: tuple[str, ...]


def load_issues(path: Path | None = None) -> tuple[IssueRule, ...]:
    """The issues in the order in which they are tried.

    Raises ValueError naming file and entry where one cannot be read.
    """
    file = path or Path(__file__).parent / "issues.toml"
    rules = []
    for block in tomllib.loads(file.read_text(encoding="utf-8")).get("issue", []):
        try:
            rules.append(msgspec.convert(block, IssueRule))
        except msgspec.ValidationError as error:
            raise ValueError(f"{file.name}: issue {block.get('id', '(no id)')}: {error}; mend that entry") from error
    return tuple(rules)
