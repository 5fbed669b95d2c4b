"""What the parse gives: plain rows, with nothing of the parser library in them."""

from msgspec import Struct

from communique.types import Problem, Report, Span


class Token(Struct, frozen=True, gc=False):
    """One word: where it stands, its forms, and its place in the dependency tree (ClearNLP labels).

    ``head`` is the index of the token above (its own index for a root); ``entity`` the type of the named entity it is
    part of, or ``""``.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    sentence: int


class Sentence(Struct, frozen=True, gc=False):
    """A run of tokens ``[first, last)`` and the span that they cover."""

    first: int
    last: int
    span: Span
    paragraph: int


class Entity(Struct, frozen=True, gc=False):
    """A named entity: tokens ``[first, last)`` and a label (PERSON, ORG, GPE, NORP, LOC, FAC, EVENT ...)."""

    first: int
    last: int
    label: str


class Quote(Struct, frozen=True, gc=False):
    """A quotation: the span with its marks, and how it stands to others.

    ``depth`` is 0 for an outer quotation, 1 for one inside it. ``closed`` is false where the closing mark is missing and
    the end was set at the end of the paragraph. ``continues`` is true where the quotation before it was left open at the
    end of its paragraph and this one goes on with it.
    """

    span: Span
    depth: int = 0
    closed: bool = True
    continues: bool = False


class Parsed(Struct, frozen=True, kw_only=True):
    """A report with its words and sentences; debris has no tokens."""

    report: Report
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]
    problems: tuple[Problem, ...] = ()


class ModelInfo(Struct, frozen=True, kw_only=True):
    """Which language model parsed, with the hash over its files."""

    name: str
    version: str
    sha256: str
    path: str
    problems: tuple[Problem, ...] = ()
