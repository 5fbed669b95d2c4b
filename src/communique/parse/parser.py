"""Reports -> Parsed: one spaCy pipeline, plain rows out."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from communique.data.bounds import Bounds, load_bounds
from communique.parse.bounds import starts
from communique.parse.model import find_model, load_model
from communique.parse.parsed import Entity, ModelInfo, Parsed, Sentence, Token
from communique.parse.prefixed import Lemmas, keep_whole
from communique.parse.quotes import find_quotes
from communique.parse.segments import CleanText, Segment, clean_text
from communique.types import Report, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 16  # documents; of 4, 16, 64 and 256 the fastest, and 0.56 GB at its peak (docs/dependencies.md)


class Parser:
    """A loaded model that parses reports. Loading takes one to three seconds, so keep it."""

    def __init__(self, model: "Language", info: ModelInfo, bounds: Bounds) -> None:
        self._model = model
        self._bounds = bounds
        self._lemmas = Lemmas(model)
        self.info = info

    def parse(self, reports: Iterable[Report]) -> Iterator[Parsed]:
        """Parse reports in batches, in their order; what is not English has no sentences."""
        source = iter(reports)
        while batch := list(islice(source, BATCH)):
            cleaned = [clean_text(r.text, r.removed) if is_read(r) else CleanText("", ()) for r in batch]
            docs = [self._prepared(c) for c in cleaned]
            for report, clean, doc in zip(batch, cleaned, self._model.pipe(docs, batch_size=BATCH), strict=True):
                yield _rows(report, clean, doc, self.info, self._lemmas)

    def bare(self, reports: Iterable[Report]) -> Iterator[object]:
        """The same pipeline on the same texts with nothing of ours: what a run's cost is compared with."""
        yield from self._model.pipe((r.text for r in reports), batch_size=BATCH)

    def _prepared(self, clean: CleanText) -> "Doc":
        """The text cut into words, with the sentence bounds that its punctuation makes certain."""
        doc = self._model.make_doc(clean.text)
        offsets = _Offsets(clean)
        words = [t.text for t in doc]
        paragraphs = [offsets.segment(t.idx).paragraph for t in doc]
        bounds = np.array(starts(words, paragraphs, self._bounds), dtype="int64").astype("uint64")
        return doc.from_array(["SENT_START"], bounds)  # type: ignore[arg-type]  # one attribute takes one column


def load_parser(model: str | None = None) -> Parser:
    """The parser with the best model at hand, or the one named (a package or a folder). Raises ModelError."""
    info = find_model(model)
    loaded = load_model(info)
    keep_whole(loaded)
    return Parser(loaded, info, load_bounds())


def is_read(report: Report) -> bool:
    """Whether the report is in a language that we read."""
    return report.language in (None, "en")


class _Offsets:
    """Clean offsets to raw ones, asked for in rising order."""

    def __init__(self, clean: CleanText) -> None:
        self._segments = clean.segments
        self._at = 0

    def segment(self, clean: int) -> Segment:
        while self._at + 1 < len(self._segments) and self._segments[self._at + 1].clean <= clean:
            self._at += 1
        return self._segments[self._at]

    def raw(self, clean: int) -> int:
        segment = self.segment(clean)
        return segment.raw + clean - segment.clean


def _rows(report: Report, clean: CleanText, doc: "Doc", info: ModelInfo, lemmas: Lemmas) -> Parsed:
    tokens, sentences = _tokens(clean, doc, lemmas)
    children: list[list[int]] = [[] for _ in tokens]
    for t in tokens:
        if t.head != t.i:
            children[t.head].append(t.i)
    return Parsed(
        report=report,
        tokens=tokens,
        children=tuple(map(tuple, children)),
        sentences=sentences,
        entities=tuple(Entity(e.start, e.end, e.label_) for e in doc.ents),
        quotes=find_quotes(report.text, report.removed) if tokens else (),
        problems=info.problems,
    )


def _tokens(clean: CleanText, doc: "Doc", lemmas: Lemmas) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    offsets = _Offsets(clean)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, sent in enumerate(doc.sents):
        paragraph = offsets.segment(sent.start_char).paragraph
        for t in sent:
            start = offsets.raw(t.idx)
            end = offsets.raw(t.idx + len(t) - 1) + 1
            tokens.append(
                Token(
                    t.i,
                    start,
                    end,
                    t.text,
                    t.lower_,
                    lemmas.of(t),
                    t.pos_,
                    t.tag_,
                    t.dep_,
                    t.head.i,
                    t.ent_type_,
                    number,
                )
            )
        sentences.append(
            Sentence(sent.start, sent.end, Span(tokens[sent.start].start, tokens[sent.end - 1].end), paragraph)
        )
    return tuple(tokens), tuple(sentences)
