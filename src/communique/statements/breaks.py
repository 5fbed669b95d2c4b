"""Where reported words end before the clause does: at what the reporter, or somebody else, adds."""

from communique.statements.extent import Tokens
from communique.statements.page import Page

_MARKS = frozenset({",", "—", "–", "-", "--"})
_TURNING = frozenset({"contradict", "correct", "retract", "reverse", "revise"})
_CONTRASTS = frozenset({"while", "whereas", "although", "though"})


def until_break(page: Page, first: int, last: int) -> int:
    """The end of reported words: a semicolon before a new clause, or a comma before what is no part of them."""
    return next((i for i in range(first + 1, last) if _breaks(page, i, last)), last)


def _breaks(page: Page, i: int, last: int) -> bool:
    if i in page.quoted:
        return False
    if page.tokens[i].text == ";":
        return _is_clause(page, i + 1, last)
    if page.tokens[i].text in _MARKS:
        return _is_added(page, i + 1, last)
    inside = i - 1 in page.quoted and page.tokens[i - 2].text == ","  # 'costs "five billion," further saying'
    return inside and _is_telling(page, i + (page.tokens[i].pos == "ADV"))


def _is_clause(page: Page, i: int, last: int) -> bool:
    """Does a verb with a subject of its own follow a semicolon, and not one more item of a list?"""
    stop = next((j for j in range(i, last) if page.tokens[j].text == ";"), last)
    found = (page.clauses.at(j) for j in range(i, stop))
    return any(
        p is not None
        and p.kind != "noun"
        and p.link not in {"relative", "infinitive"}
        and any(a.role == "subject" and a.source == "own" for a in p.arguments)
        for p in found
    )


def without_aside(page: Page, tokens: Tokens) -> Tokens:
    """Without a relative clause at the end that the reporter adds: "a naval coalition, WHICH three states joined"."""
    first, last = tokens
    for i in range(first + 1, last):
        if (
            page.tokens[i].lower in {"which", "who", "whose", "where"}
            and page.tokens[i - 1].text == ","
            and i not in page.quoted
        ):
            verb = page.tokens[i].head
            return (first, i - 1) if page.edges(verb)[1] >= last else tokens
    return tokens


def _is_added(page: Page, i: int, last: int) -> bool:
    """Does something else begin at a token: "saying that ...", "while Blinken insisted", "a charge that Kyiv denies"?"""
    if i + 1 >= last:
        return False
    token = page.tokens[i]
    if token.lower == "according":
        return page.tokens[i + 1].lower == "to"
    if token.lower == "with":
        told = (page.lexicon.verbs.get(page.tokens[c].lemma.lower()) for c in page.children[i])
        return any(cue is not None and cue.id in {"say", "tell"} for cue in told)  # "with her aide TELLING reporters"
    if token.lower in _CONTRASTS:
        return _is_contrast(page, token.head)
    return _is_telling(page, i + (token.pos == "ADV")) or _is_comment(page, i, last)


def _is_telling(page: Page, i: int) -> bool:
    """A participle of saying, or of taking words back; not "responding", which tells words only beside a quotation."""
    token = page.tokens[i]
    if token.tag == "VBG" and token.lemma.lower() in _TURNING:
        return True
    cue = page.lexicon.verbs.get(token.lemma.lower()) if token.tag == "VBG" else None
    return cue is not None and cue.takes != ("quote",)


def _is_contrast(page: Page, verb: int) -> bool:
    """ "..., while Blinken INSISTED that ...": somebody else says so."""
    p = page.clauses.at(verb)
    cue = None if p is None or p.kind != "verb" else page.lexicon.verbs.get(p.lemma)
    return p is not None and cue is not None and bool(page.roles(*p.heads("subject")))


def _is_comment(page: Page, i: int, last: int) -> bool:
    """ "..., a charge that Kyiv DENIES", "..., which Kyiv DISPUTES", "— a pledge he has MADE": what was said is judged."""
    heads = {page.tokens[i].head, page.tokens[i + 1].head}
    noun = next((h for h in heads if i <= h < last and _is_word_for_words(page, h)), None)
    if noun is not None and page.tokens[i].pos in {"DET", "PRON"}:
        judged = any(page.tokens[c].dep == "relcl" for c in page.children[noun])
        return judged and page.edges(noun)[1] >= last - 1
    verb = page.tokens[page.tokens[i].head].lemma.lower()
    cue = page.lexicon.verbs.get(verb)
    return page.tokens[i].lower == "which" and (verb == "do" or (cue is not None and "claim" in cue.takes))


def _is_word_for_words(page: Page, i: int) -> bool:
    lemma = page.tokens[i].lemma.lower()
    return lemma in page.lexicon.nouns or lemma in page.lexicon.claims or lemma == "something"
