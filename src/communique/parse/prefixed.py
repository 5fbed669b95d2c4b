"""Words of a prefix and a hyphen ("de-escalate", "re-opened", "co-operation"): one token each, with its lemma.

spaCy cuts words at hyphens; of the three pieces of "de-escalate" its tagger makes an adjective and two verbs.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token as SpacyToken

_PREFIXED = re.compile(r"(?P<prefix>co|de|pre|re)-(?P<rest>[a-z]{3,})", re.IGNORECASE)


def keep_whole(model: "Language") -> None:
    """Let the tokenizer of a model leave such words whole."""
    from spacy.tokenizer import Tokenizer

    if isinstance(model.tokenizer, Tokenizer):
        model.tokenizer.token_match = _PREFIXED.fullmatch


class Lemmas:
    """The lemmas of a model's tokens; of a prefixed word that of the word written as one ("reopen"), if there is such a word,
    else the prefix with the lemma of the rest ("de-escalate")."""

    def __init__(self, model: "Language") -> None:
        from spacy.pipeline import Lemmatizer

        pipe = model.get_pipe("lemmatizer") if model.has_pipe("lemmatizer") else None
        self._model = model
        self._rules = pipe if isinstance(pipe, Lemmatizer) and pipe.lookups.has_table("lemma_index") else None
        self._known: dict[tuple[str, str, str], str] = {}

    def of(self, token: "SpacyToken") -> str:
        """The lemma of a token."""
        found = _PREFIXED.fullmatch(token.text) if "-" in token.text else None
        if found is None or self._rules is None:
            return token.lemma_
        key = (token.lower_, token.pos_, token.tag_)
        if key not in self._known:
            self._known[key] = self._prefixed(token, found["prefix"].lower(), found["rest"].lower())
        return self._known[key]

    def _prefixed(self, token: "SpacyToken", prefix: str, rest: str) -> str:
        joined = self._lemma(prefix + rest, token)
        if joined is not None:
            return joined
        inner = self._lemma(rest, token)
        return token.lemma_ if inner is None else f"{prefix}-{inner}"

    def _lemma(self, word: str, like: "SpacyToken") -> str | None:
        """The lemma of a word with the tags of a token, if the model's word lists hold it."""
        from spacy.tokens import Doc

        alone = Doc(self._model.vocab, words=[word], pos=[like.pos_], tags=[like.tag_], morphs=[str(like.morph)])
        if self._rules is None:
            return None
        lemma: str = self._rules.rule_lemmatize(alone[0])[0]
        index = self._rules.lookups.get_table("lemma_index").get(like.pos_.lower(), {})
        return lemma if lemma in index else None
