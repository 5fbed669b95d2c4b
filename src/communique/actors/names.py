"""Names of persons as they stand in the text, with the title before them and the apposition beside them."""

from msgspec import Struct
from msgspec.structs import replace

from communique.actors.naming import find_named_noun
from communique.actors.phrases import Cue, cue_of, find_shift, may_tell, phrase_entries, pick_entry
from communique.actors.reading import Known, Reading
from communique.actors.spans import find_spans, is_role
from communique.data.registry import RolePhrase

VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
STOPS = frozenset({",", ".", ";", ":", "(", ")", "—", "–", "--", "“", "”", '"', "!", "?"})
# How the parser hangs the first of two that name one: "The union's leader, Ada Cole announced".
LEADING = frozenset({"nsubj", "npadvmod", "dep"})
BRACKET = 3  # tokens of an acronym in brackets
APPOSED = 14  # words; "the head of the Russian delegation to the talks in Doha" has eleven


class RoleWords(Struct, frozen=True, kw_only=True):
    """The words that give a person a role: tokens ``[first, last)``, the head noun, and what they say."""

    first: int
    last: int
    head: int
    noun: str
    entry: RolePhrase | None
    cue: Cue | None
    shift: str | None
    gender: str | None = None
    country: str | None = None
    owner: int | None = None


class PersonName(Struct, frozen=True, kw_only=True):
    """A name in the text: tokens ``[first, last)``, ``start`` where its title begins."""

    first: int
    last: int
    start: int
    head: int
    words: tuple[str, ...]
    known: Known | None
    title: RoleWords | None
    apposed: RoleWords | None
    gender: str | None


def find_names(reading: Reading) -> list[PersonName]:
    """Every name of a person, in order of the text."""
    spans = find_spans(reading)
    taken = {i for first, last in spans for i in range(first, last)}
    return [_name(reading, first, last, taken) for first, last in spans]


def _name(reading: Reading, first: int, last: int, taken: set[int]) -> PersonName:
    title = _title(reading, first)
    known = next(
        (
            reading.known[i]
            for i in range(first, last)
            if i in reading.known and reading.known[i].actor.kind == "person"
        ),
        None,
    )
    start = title.first if title else first
    apposed = (
        _apposed_right(reading, last, taken)
        or _apposed_left(reading, start, last, taken)
        or _named_as(reading, start, _head(reading, first, last), taken)
        or (_posted_before(reading, start) if title and title.first < first else None)
    )
    words = tuple(t.text for t in reading.tokens[first:last])
    gender = (title.gender if title else None) or (apposed.gender if apposed else None)
    return PersonName(
        first=first, last=last, start=title.first if title else first, head=_head(reading, first, last), words=words,
        known=known, title=title, apposed=apposed, gender=gender or reading.words.genders.get(words[0].lower()),
    )  # fmt: skip


def _head(reading: Reading, first: int, last: int) -> int:
    return next((i for i in range(first, last) if not first <= reading.tokens[i].head < last), last - 1)


def _title(reading: Reading, name: int) -> RoleWords | None:
    """The title right before a name; the longest run of words that the registry or the lists hold."""
    tokens, words = reading.tokens, reading.words
    sentence = reading.parsed.sentences[tokens[name].sentence].first
    end = name
    while end > sentence and tokens[end - 1].lower in words.titles:
        end -= 1
    courtesy = words.titles.get(tokens[end].lower) if end < name else None
    close = end
    begins = range(max(sentence, end - 7), end) if end and may_tell(reading, tokens[end - 1]) else ()
    begin = next((k for k in begins if is_role(reading, k, end)), None)
    if begin is None:
        begin, close = _role_with_post(reading, max(sentence, end - 9), end)
    if begin is None:
        if courtesy is None:
            return None
        return RoleWords(
            first=end, last=name, head=end, noun=tokens[end].lower, entry=None, cue=None, shift=None,
            gender=courtesy.gender, country=courtesy.country,
        )  # fmt: skip
    role = _role_words(reading, begin, close, sentence, courtesy.gender if courtesy else None)
    role = _with_first(reading, role, sentence)
    return role if close == end else replace(role, last=end)


def _with_first(reading: Reading, role: RoleWords, sentence: int) -> RoleWords:
    """ "Foreign Minister and Deputy Prime Minister Ada Cole": two titles of one person; not "the Secretary and Foreign
    Minister Vega", which are two persons."""
    tokens, end = reading.tokens, role.first - 1
    if end <= sentence or tokens[end].lower != "and":
        return role
    begin = next((k for k in range(max(sentence, end - 4), end) if is_role(reading, k, end)), None)
    if begin is None or not tokens[begin].text[0].isupper():
        return role
    first = _role_words(reading, begin, end, sentence)
    before = tokens[first.first - 1] if first.first > sentence else None
    if before is not None and (before.pos in {"DET", "CCONJ"} or before.text == "," or before.tag == "PRP$"):
        return role
    return replace(role, first=first.first, cue=role.cue or first.cue)


def _role_with_post(reading: Reading, first: int, end: int) -> tuple[int | None, int]:
    """ "Special Envoy for Yemen", "Ambassador to Costa Rica": a role and its post before a name."""
    for p in range(end - 2, first, -1):
        if reading.tokens[p].lower in {"for", "to", "of", "on"} and reading.tokens[end - 1].text[0].isupper():
            begin = next((k for k in range(max(first, p - 5), p) if is_role(reading, k, p)), None)
            if begin is not None:
                return begin, p
        if reading.tokens[p].pos in {"VERB", "PUNCT", "AUX", "PRON"}:
            break
    return None, end


def _role_words(reading: Reading, begin: int, end: int, sentence: int, gender: str | None = None) -> RoleWords:
    """The role that tokens ``[begin, end)`` give, with the country or body before them."""
    tokens = reading.tokens
    first, cue = begin, None
    k = begin - 1
    while k >= max(sentence, begin - 9):
        known = reading.known.get(k)
        if known is not None and any(t.text == "," for t in tokens[known.first : known.last]):
            break  # "in Washington, D.C. Secretary Blinken"
        if known is not None and (found := cue_of(known)) is not None:
            cue, first = cue or found, known.first
            k = known.first - 1
            continue
        if (tokens[k].pos in {"ADJ", "PART", "NOUN", "PROPN"} and tokens[k].text[0].isalpha()) or tokens[k].text in {
            "-",
            "'s",
            "’s",
        }:
            if tokens[k].tag in {"NNS", "NNPS"} and cue is None and tokens[k].lower not in {"affairs", "relations"}:
                break
            if not _belongs(reading, k, end):
                break
            first = k if tokens[k].text[0].isalpha() else first
        else:
            break
        k -= 1
    inside = next((reading.known[i] for i in range(begin, end) if i in reading.known), None)
    cue = cue or (cue_of(inside) if inside else None)
    entry = pick_entry(phrase_entries(reading, begin, end), cue.country if cue else None)
    noun = _noun_of(reading, begin, end)
    owner = next((i for i in range(max(first - 1, sentence), begin) if tokens[i].tag == "PRP$"), None)
    known_class = reading.words.people.get(tokens[noun].lower)
    return RoleWords(
        first=first, last=end, head=noun, noun=tokens[noun].lower, entry=entry, cue=cue, owner=owner,
        shift=find_shift(reading, first, begin) or find_shift(reading, begin, begin + 1),
        gender=gender or (known_class.gender if known_class else None),
    )  # fmt: skip


def _belongs(reading: Reading, k: int, end: int) -> bool:
    """Whether a word goes with the title after it; not the dash of a list, nor "time" in "the first time President Ode"."""
    tokens = reading.tokens
    if tokens[k].text == "-":
        return k > 0 and tokens[k - 1].end == tokens[k].start
    if tokens[k].pos != "NOUN" or not tokens[end - 1].text[0].isupper():
        return True
    at = k
    for _ in range(4):
        at = tokens[at].head
        if at > k:
            return True
        if tokens[at].head == at:
            break
    return False


def _noun_of(reading: Reading, begin: int, end: int) -> int:
    """The noun of a role: "secretary" in "secretary of state", "minister" in "foreign minister"."""
    stop = next((i for i in range(begin + 1, end) if reading.tokens[i].lower in {"of", "for", "to"}), end)
    return stop - 1


def _apposed_right(reading: Reading, last: int, taken: set[int]) -> RoleWords | None:
    """ "Ned Price, a State Department spokesperson," and "Josep Borrell, the bloc's foreign policy chief"."""
    tokens = reading.tokens
    if (
        last + 1 >= len(tokens)
        or tokens[last].text not in {",", "("}
        or tokens[last + 1].sentence != tokens[last].sentence
    ):
        return None
    if tokens[last + 1].pos in {"CCONJ", "ADP", "PRON"} or tokens[last + 1].tag == "WP":
        return None
    end = _chunk_end(reading, last + 1)
    found = _role_between(reading, last + 1, end, taken)
    return None if found is not None and _is_subject_of_next(reading, found.head, end) else found


def _is_subject_of_next(reading: Reading, head: int, end: int) -> bool:
    """ "At the request of Ada Cole, the queen left": the subject of the verb that follows is nobody's apposition."""
    token = reading.tokens[head]
    return (
        token.dep in {"nsubj", "nsubjpass"}
        and token.head >= end
        and end < len(reading.tokens)
        and (reading.tokens[end].tag in VERBS)
    )


def _apposed_left(reading: Reading, first: int, last: int, taken: set[int]) -> RoleWords | None:
    """ "Russia's representative in Kabul, Zamir Kabulov," - the name closed by a comma or the end."""
    tokens = reading.tokens
    if first < 2 or tokens[first - 1].text != "," or tokens[first - 2].sentence != tokens[first].sentence:
        return None
    closed = last >= len(tokens) or tokens[last].text in STOPS or tokens[last].tag in VERBS
    head = tokens[_head(reading, first, last)]
    if not closed and head.dep != "appos":
        return None
    begin = first - 2
    while begin > 0 and first - begin < APPOSED and tokens[begin - 1].sentence == tokens[first].sentence:
        if tokens[begin - 1].text in STOPS or tokens[begin - 1].tag in VERBS or begin - 1 in taken:
            break
        begin -= 1
    if head.dep == "appos" and begin <= head.head < first and is_role(reading, head.head, head.head + 1):
        begin = max(begin, reading.left(head.head))  # "expelled an envoy over what its MINISTER, Ada Cole, called"
    found = _role_between(reading, begin, first - 1, taken)
    own = found is not None and (
        head.dep == "appos"
        or (tokens[last : last + 1] and tokens[last].text in {",", "."})
        or (head.dep == "nsubj" and tokens[found.head].head == head.head and tokens[found.head].dep in LEADING)
    )
    return found if own and found is not None and tokens[found.head].tag not in {"NNS", "NNPS"} else None


def _posted_before(reading: Reading, start: int) -> RoleWords | None:
    """ "Commander of the Border Guard (BG) General Ada Cole": a post with its body right before a rank and name."""
    tokens, end = reading.tokens, start
    if end > BRACKET and tokens[end - 1].text == ")" and tokens[end - BRACKET].text == "(":
        end -= BRACKET
    known = reading.known.get(end - 1)
    if known is None or known.last != end or cue_of(known) is None:
        return None
    of = known.first - 2 if tokens[known.first - 1].lower == "the" else known.first - 1
    sentence = reading.parsed.sentences[tokens[start].sentence].first
    if of <= sentence or tokens[of].lower != "of" or not tokens[of - 1].text[0].isupper():
        return None
    begin = next((k for k in range(max(sentence, of - 4), of) if is_role(reading, k, of)), None)
    if begin is None:
        return None
    role = _role_words(reading, begin, of, sentence)
    return replace(role, last=known.last, cue=role.cue or cue_of(known))


def _chunk_end(reading: Reading, begin: int) -> int:
    tokens = reading.tokens
    end = begin
    while end < len(tokens) and end - begin < APPOSED and tokens[end].sentence == tokens[begin].sentence:
        if tokens[end].text in STOPS or tokens[end].tag in VERBS or tokens[end].tag in {"WP", "WDT"}:
            break
        end += 1
    return end


def _role_between(reading: Reading, begin: int, end: int, taken: set[int]) -> RoleWords | None:
    """The first role noun of a chunk that is a noun phrase of its own, not a name or a list."""
    tokens = reading.tokens
    for i in range(begin, end):
        if i in taken or (tokens[i].pos == "VERB" and tokens[i].dep != "amod") or _is_other(reading, i):
            return None
        if not _may_head_role(reading, i, end, taken):
            continue
        start = next((k for k in range(max(begin, i - 4), i + 1) if is_role(reading, k, i + 1)), None)
        if start is None:
            if tokens[i].dep == "pobj" or (i in reading.known and not _is_modifier(reading, i)):
                return None
            continue
        close = _whole_role(reading, start, i + 1, end)
        if close in taken:
            return None
        if i + 1 < end and tokens[i + 1].pos in {"NOUN", "PROPN"} and _is_role_ahead(reading, i + 1, end):
            continue
        if tokens[i].tag in {"NNS", "NNPS"}:
            return None
        return _with_second(reading, _with_tail(reading, _role_words(reading, start, close, begin), end), end, taken)
    return None


def _may_head_role(reading: Reading, i: int, end: int, taken: set[int]) -> bool:
    """Whether a word may be the noun of a role: no part of a longer name or of a compound that goes on."""
    tokens = reading.tokens
    if tokens[i].pos not in {"NOUN", "PROPN"} or (i in reading.known and reading.known[i].last - 1 != i):
        return False
    goes_on = i + 1 < end and tokens[i + 1].pos in {"NOUN", "PROPN"} and i + 1 not in taken
    return not goes_on or is_role(reading, i, i + 1)


def _is_other(reading: Reading, i: int) -> bool:
    """Whether a word is the name of a state or body, not of an office: "the United Nations" before "Ada Cole"."""
    known = reading.known.get(i)
    if known is None or known.actor.kind == "person" or known.name.kind in {"adjective", "demonym"}:
        return False
    return known.last - 1 == i and not _is_modifier(reading, i)


def _whole_role(reading: Reading, start: int, close: int, end: int) -> int:
    """Where an office ends that goes on: "Secretary of State", "Minister of Foreign Affairs"."""
    if close >= end or reading.tokens[close].lower not in {"of", "for"}:
        return close
    longer = range(min(end, close + 6), close + 1, -1)
    return next((e for e in longer if any(p.type == "office" for p in phrase_entries(reading, start, e))), close)


def _with_second(reading: Reading, role: RoleWords, end: int, taken: set[int]) -> RoleWords:
    """ "An expert and former Kenyan judge, Ada Cole": two roles of one person are one apposition."""
    tokens = reading.tokens
    if role.last >= end or tokens[role.last].lower != "and":
        return role
    second = _role_between(reading, role.last + 1, end, taken)
    if second is None or tokens[second.head].dep != "conj" or tokens[second.head].head != role.head:
        return role
    return replace(role, last=second.last, cue=role.cue or second.cue)


def _named_as(reading: Reading, start: int, head: int, taken: set[int]) -> RoleWords | None:
    """The noun that says who somebody is before he is named: "a student named Ada Cole"."""
    tokens = reading.tokens
    noun = find_named_noun(reading, start, head)
    if noun is None or noun in taken or tokens[noun].tag != "NN" or not is_role(reading, noun, noun + 1):
        return None
    role = _role_words(reading, noun, noun + 1, reading.parsed.sentences[tokens[noun].sentence].first)
    left = next(k for k in range(reading.left(noun), noun + 1) if tokens[k].pos != "DET")
    return replace(role, first=min(role.first, left))


def _is_modifier(reading: Reading, i: int) -> bool:
    """Whether a name belongs to the noun after it: "Russia's representative", not "Russia, China and Iran"."""
    token = reading.tokens[i]
    return token.dep in {"poss", "compound", "amod", "nmod"} or (
        i + 1 < len(reading.tokens) and reading.tokens[i + 1].tag == "POS"
    )


def _is_role_ahead(reading: Reading, i: int, end: int) -> bool:
    return any(is_role(reading, k, k + 1) for k in range(i, min(i + 2, end)))


def _with_tail(reading: Reading, role: RoleWords, end: int) -> RoleWords:
    """The country after the role's noun: "minister of Iraq", "ambassador to France of Mali"; an ambassador's post is none."""
    tail = next(
        (
            reading.known[i]
            for i in range(role.last, min(end, role.last + 6))
            if i in reading.known and reading.tokens[i - 1].lower in {"of", "the", "for", "at"}
        ),
        None,
    )
    last = max(role.last, min(end, _owned_end(reading, tail.last) if tail else role.last))
    cue = role.cue or (cue_of(tail) if tail else None)
    return RoleWords(
        first=role.first, last=last, head=role.head, noun=role.noun, entry=role.entry, cue=cue, shift=role.shift,
        gender=role.gender, country=role.country, owner=role.owner,
    )  # fmt: skip


def _owned_end(reading: Reading, last: int) -> int:
    """Where a phrase ends whose name is an owner: "the head of Kenya's border police"."""
    if last >= len(reading.tokens):
        return last
    if reading.tokens[last - 1].dep in {"amod", "compound"}:  # "the Indonesian National Police"
        head = reading.tokens[last - 1].head
        return head + 1 if last <= head < last + 4 and reading.tokens[head].pos == "PROPN" else last
    if reading.tokens[last].tag != "POS":
        return last
    owned = reading.tokens[last - 1].head
    return owned + 1 if last < owned < last + 6 and owned not in reading.known else last
