"""The issues on which actors take positions, with the words that point to each (``data/issues.toml``)."""

import tomllib
from collections import defaultdict
from pathlib import Path

import msgspec

_CLASSES = "word_classes.toml"
_NOUN = "/noun"


class IssueRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An issue: what one is for or against, the words that name it, and sentences of ours that are read by the tests.

    ``heading`` groups issues of a kind; ``against`` are words that mean the contrary of the thing; ``near`` words of which
    one must stand in the sentence, ``unless`` words of which none may; ``doing`` says that to do the thing is to be for it.
    """

    id: str
    heading: str
    name: str
    words: tuple[str, ...]
    against: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()
    unless: tuple[str, ...] = ()
    doing: bool
    for_it: tuple[str, ...] = msgspec.field(name="for")
    against_it: tuple[str, ...]
    rejects: tuple[str, ...]


class Pattern(msgspec.Struct, frozen=True, kw_only=True):
    """Words that name an issue. ``words`` follow each other; or the first is a verb and ``party`` its ``object`` or
    ``subject``: a lemma, or somebody named (``*state``). ``sign`` is -1 where they mean the contrary of the issue."""

    issue: IssueRule
    words: tuple[str, ...]
    sign: int
    role: str | None = None
    party: frozenset[str] = frozenset()
    noun: bool = False  # "vote/noun": not the verb

    @property
    def weight(self) -> int:
        """How much it says: the pattern of more words is tried first."""
        return len(self.words) + 2 * (self.role is not None) + len(self.words) // 2


class Issues(msgspec.Struct, frozen=True):
    """All issues, and the patterns by the lemma of their first word, those that say most first."""

    rules: tuple[IssueRule, ...]
    by_word: dict[str, tuple[Pattern, ...]]


def load_issues(path: Path | None = None) -> Issues:
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
    classes = tomllib.loads((Path(__file__).parent / _CLASSES).read_text(encoding="utf-8"))
    return Issues(tuple(rules), _index(rules, classes, file.name))


def _index(rules: list[IssueRule], classes: dict[str, list[str]], file: str) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = defaultdict(list)
    for rule in rules:
        for sign, entries in ((1, rule.words), (-1, rule.against)):
            for entry in (spelling for words in entries for spelling in _spellings(words)):
                pattern = _pattern(rule, entry, sign, classes, file)
                found[pattern.words[0]].append(pattern)
    return {
        word: tuple(sorted(patterns, key=lambda p: (-p.weight, p.role is not None))) for word, patterns in found.items()
    }


def _spellings(entry: str) -> tuple[str, ...]:
    """ "Visa-free" is one word or three."""
    return (entry, entry.replace("-", " - ")) if "-" in entry else (entry,)


def _pattern(rule: IssueRule, entry: str, sign: int, classes: dict[str, list[str]], file: str) -> Pattern:
    for mark, role in ((" > ", "object"), (" < ", "subject")):
        if mark in entry:
            left, right = entry.split(mark)
            verb, party = (left, right) if role == "object" else (right, left)
            return Pattern(
                issue=rule, words=tuple(verb.split()), sign=sign, role=role, party=_party(rule, party, classes, file)
            )
    words = tuple(entry.removesuffix(_NOUN).split())
    return Pattern(issue=rule, words=words, sign=sign, noun=entry.endswith(_NOUN))


def _party(rule: IssueRule, word: str, classes: dict[str, list[str]], file: str) -> frozenset[str]:
    if not word.startswith("@"):
        return frozenset({word})
    if word[1:] not in classes:
        raise ValueError(f"{file}: issue {rule.id}: {word} is no class of {_CLASSES}; mend that entry")
    return frozenset(classes[word[1:]])
