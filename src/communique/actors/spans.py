"""Where names of persons stand: what the parser calls a person, what the registry does, what bears a title."""

from communique.actors.likeness import is_like_person, read_told
from communique.actors.phrases import phrase_entries
from communique.actors.reading import SAYING, Reading
from communique.parse.parsed import Entity

OTHERS = frozenset({"ORG", "GPE", "DATE", "NORP", "LOC"})
# Classes of data/mentions.toml whose words stand as titles before names.
RANKS = frozenset({"executive", "ruler-men", "ruler-women", "diplomats", "officials", "lawmakers", "clergy"})
# Those whose words stand beside the name of a person only: a firm may be "an ally", "an investor", "a member".
PERSONAL = RANKS | {"spokesmen", "spokeswomen", "soldiers", "police-officers", "lawyers-of-state", "scholars", "medics", "politicians"}  # fmt: skip
PARTS = frozenset({"compound", "nmod", "appos", "amod"})
ELECT = frozenset({"elect", "designate"})
NAME = range(2, 4)  # words of a full name


def find_spans(reading: Reading) -> list[tuple[int, int]]:
    """First and last of every name: what the parser calls a person, what the registry does, what bears a title."""
    found = {i: k.last for i, k in reading.known.items() if k.first == i and k.actor.kind == "person"}
    inside = {i for first, last in found.items() for i in range(first, last)}
    people = [e for e in reading.parsed.entities if e.label == "PERSON"]
    told = read_told(reading, [*found.items(), *((e.first, e.last) for e in people)])
    for entity in people:
        if inside.isdisjoint(range(entity.first, entity.last)):
            for first, last in _cleaned(reading, entity):
                is_title = reading.text(first, last).lower() in reading.words.people  # "Crown Prince and Premier Vega"
                if is_title or not is_like_person(reading, first, last, told) or _is_place_name(reading, first, last):
                    continue
                begin, end = _extended(reading, first, last), _completed(reading, last)
                found[begin] = end
                inside.update(range(begin, end))
    finals = {reading.tokens[last - 1].text for first, last in found.items() if last - first > 1}
    for i in range(len(reading.tokens)):
        if reading.tokens[i].pos != "PROPN" or i in inside or i in reading.known:
            continue
        ends = _unmarked_end(reading, i, finals)
        if ends is not None:
            found[i] = ends
            inside.update(range(i, ends))
            finals |= {reading.tokens[ends - 1].text} if ends - i > 1 else set()
    return sorted(found.items())


def _is_place_name(reading: Reading, first: int, last: int) -> bool:
    """ "In the Sahel": a single word with an article that no noun follows."""
    alone = last - first == 1 and reading.tokens[first].dep in {"pobj", "dobj", "nsubj"}
    return alone and first > 0 and reading.tokens[first - 1].lower == "the"


def _unmarked_end(reading: Reading, i: int, finals: set[str]) -> int | None:
    """Where a name ends that the parser does not call a person's: one after a title, or the last word of another."""
    if i and _is_titled(reading, i):
        last = i + 1
        while last < len(reading.tokens) and _goes_on(reading, last, i):
            last += 1
        return None if is_role(reading, last - 1, last) or _ends_body(reading, last) else last
    first, last, label = reading.label.get(i, (i, i + 1, ""))
    if label in {"", "WORK_OF_ART", "PRODUCT"} and (whole := _speaking_name(reading, i)) is not None:
        return whole
    if label in {"ORG", "GPE"} and first == i and last - i in NAME and _is_told_person(reading, i, last):
        return last
    alone = last == first + 1 and reading.tokens[i].dep not in {"compound", "amod", "nmod"}
    alone = alone and not _is_place_name(reading, first, last)
    text = reading.tokens[i].text
    if alone and (text in finals or (label in {"ORG", "GPE", "NORP", "PRODUCT", "LOC"} and _is_family(reading, text))):
        return i + 1
    return None


def _is_told_person(reading: Reading, first: int, last: int) -> bool:
    """ "The commissioner Arda Vega", "Arda Vega, the commissioner": two or three capitalised words, none of them for a body,
    right after a noun for a person or with one in apposition."""
    words = reading.words
    before = [reading.tokens[first - 1]] if first and reading.tokens[first - 1].dep in PARTS else []
    apposed = [reading.tokens[c] for c in reading.children[last - 1] if c > last and reading.tokens[c].dep == "appos"]
    told = (words.people.get(t.lower) for t in (*before, *apposed) if t.pos == "NOUN" and t.text.islower())
    if not any(c is not None and c.id in PERSONAL for c in told):
        return False
    plain = words.collectives.keys() | words.people.keys() | words.no_actor_heads | words.no_actor_things
    return all(t.text.istitle() and t.pos == "PROPN" and t.lower not in plain for t in reading.tokens[first:last])


def _speaking_name(reading: Reading, i: int) -> int | None:
    """Two or three capitalised words that begin with a given name, follow a noun for a person ("Turkish national Ada Cole")
    or are the subject of a verb of saying."""
    if reading.tokens[i].lower in reading.words.titles:
        return None
    last = i
    while (
        last < len(reading.tokens)
        and last - i < 4
        and reading.tokens[last].pos == "PROPN"
        and last not in reading.known
    ):
        last += 1
    if (
        last - i < 2
        or reading.tokens[last - 1].dep == "compound"
        or reading.tokens[last - 1].lower in reading.words.no_actor_heads
    ):
        return None
    head = reading.tokens[last - 1]
    speaks = head.dep == "nsubj" and reading.tokens[head.head].lemma in SAYING
    before = reading.tokens[i - 1]
    told = i > 0 and before.lower in reading.words.people and before.text.islower()
    told = told and (before.pos == "NOUN" or i - 2 in reading.known)
    told = told and all(t.text.istitle() and t.entity in {"", "PERSON"} for t in reading.tokens[i:last])
    plain = not any(
        t.lower in reading.words.collectives or t.lower in reading.words.people for t in reading.tokens[i:last]
    )
    return last if plain and (speaks or told or reading.tokens[i].lower in reading.words.genders) else None


def _extended(reading: Reading, first: int, last: int) -> int:
    """The name with the capitalised words before it that the parser left out: "Arnel dela" before "Vega"."""
    begin = first
    particles = reading.words.particles
    if last - first > 1 and not {reading.tokens[first - 1].lower, reading.tokens[first].lower} & particles:
        return first
    while begin and reading.tokens[begin - 1].pos == "PROPN" and reading.tokens[begin - 1].text[0].isalpha():
        before = reading.tokens[begin - 1]
        if (
            before.sentence != reading.tokens[first].sentence
            or begin - 1 in reading.known
            or reading.label.get(begin - 1, (begin - 1, begin, "PERSON")) != (begin - 1, begin, "PERSON")
        ):
            break
        if (
            before.lower in reading.words.titles
            or before.lower in ELECT
            or before.lower in reading.words.people
            or phrase_entries(reading, begin - 1, begin)
        ):
            break
        begin -= 1
    return begin


def _completed(reading: Reading, last: int) -> int:
    """The name with the capitalised words after it that belong to nothing else: "Toba" after "Alma Reyes"."""
    end = last
    while end < len(reading.tokens) and end - last < 2:
        token = reading.tokens[end]
        if end == last and _is_hyphened(reading, end):
            end += 2  # "Pak Sun-woo", of which the parser takes "Pak Sun"
            continue
        free = end not in reading.label or reading.label[end] == (end, end + 1, "PERSON")
        free = free and end not in reading.known and token.sentence == reading.tokens[last - 1].sentence
        if token.pos != "PROPN" or not token.text.istitle() or not free or is_role(reading, end, end + 1):
            break
        end += 1
    return end


def _is_hyphened(reading: Reading, end: int) -> bool:
    """Whether a hyphen and the rest of a word follow without a space."""
    tokens = reading.tokens
    if end + 1 >= len(tokens) or tokens[end].text != "-" or tokens[end + 1].pos not in {"PROPN", "NOUN", "X", "ADJ"}:
        return False
    return tokens[end - 1].end == tokens[end].start and tokens[end].end == tokens[end + 1].start


def _is_family(reading: Reading, text: str) -> bool:
    return len(text) > 3 and any(n.kind == "family" for n in reading.registry.names.get(text, ()))


def _cleaned(reading: Reading, entity: Entity) -> list[tuple[int, int]]:
    """The words of a PERSON entity that are a name: without titles, adjectives, possessives and other registry names."""
    first, last = entity.first, entity.last
    tokens, words = reading.tokens, reading.words
    while last > first and (
        tokens[last - 1].text in {"'s", "’s", "'", "’", "-", ",", "."} or tokens[last - 1].pos == "PART"
    ):
        last -= 1
    while first < last and _is_before_name(reading, first, last):
        first += 1
    if first >= last or not tokens[first].text[0].isalpha() or tokens[first].lower in words.people:
        return []
    if tokens[last - 1].lower in words.no_actor_heads or tokens[last - 1].lower in words.collectives:
        return []
    known = reading.known.get(first)
    if known is not None and known.actor.kind != "person" and (known.last >= last or known.first < first):
        return []
    if any(t.text in {",", ";", "(", ")", ":", "\n"} for t in tokens[first:last]):
        last = next(i for i in range(first, last) if tokens[i].text in {",", ";", "(", ")", ":", "\n"})
    if last <= first or not (tokens[first].text[0].isupper() or tokens[first].lower in words.particles):
        return []
    return [(first, last)]


def _is_before_name(reading: Reading, i: int, last: int) -> bool:
    token, words = reading.tokens[i], reading.words
    if token.lower in words.titles or token.pos == "DET" or token.text in {"-", "'s", "’s", '"', "“"}:
        return True
    if i + 2 < last and phrase_entries(reading, i, i + 2):
        return True  # "Prime Minister Ada Cole"
    if i + 1 < last and (token.lower in words.people or phrase_entries(reading, i, i + 1)):
        return True
    known = reading.known.get(i)
    return (
        known is not None
        and known.name.kind in {"adjective", "acronym", "short"}
        and known.last < last
        and known.first == i
    )


def _is_titled(reading: Reading, i: int) -> bool:
    """ "President Vucic", "Mr. Ri": a capitalised word that no registry name covers, right after a title."""
    token, before = reading.tokens[i], reading.tokens[i - 1]
    if token.pos != "PROPN" or not token.text[0].isupper() or i in reading.known or before.sentence != token.sentence:
        return False
    if before.lower in reading.words.titles:
        return True
    if not before.text[0].isupper() or token.lower in reading.words.people or token.lower in reading.words.collectives:
        return False
    first, _, label = reading.label.get(i, (i, i, ""))
    if token.lower in reading.words.no_actor_names or token.lower in reading.words.titles:
        return False
    if phrase_entries(reading, i, min(i + 2, len(reading.tokens))):
        return False  # "Deputy Prime Minister Cole"
    if phrase_entries(reading, i, i + 1) or (label in OTHERS and not (label == "ORG" and first < i)):
        return False
    titled = any(e.type == "office" for e in phrase_entries(reading, i - 1, i)) or _is_rank(reading, i - 1)
    return titled and not phrase_entries(reading, i - 1, i + 1)


def _is_rank(reading: Reading, i: int) -> bool:
    """ "Princess", "Ambassador", "President-Elect": a word for one office-holder, with a capital."""
    tokens = reading.tokens
    if tokens[i].lower == "elect" and i > 1 and tokens[i - 1].text == "-":
        i -= 2
    known = reading.words.people.get(tokens[i].lower)
    return tokens[i].tag == "NNP" and known is not None and known.id in RANKS and tokens[i].lower != "personnel"


def _ends_body(reading: Reading, last: int) -> bool:
    """ "President Hotel", "Prince Vega University": the title is part of the name of a place or body."""
    word = reading.tokens[last - 1].lower
    return word in reading.words.no_actor_heads | reading.words.no_actor_things or word in reading.words.collectives


def _goes_on(reading: Reading, i: int, first: int) -> bool:
    token = reading.tokens[i]
    if token.sentence != reading.tokens[first].sentence or i - first > 3:
        return False
    if token.text == "-":
        return i + 1 < len(reading.tokens) and reading.tokens[i + 1].pos == "PROPN"
    return token.pos == "PROPN" and token.text[0].isalpha() and i not in reading.known


def is_role(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens ``[first, last)`` are words for the role of one person."""
    entries = phrase_entries(reading, first, last)
    if any(e.type == "office" for e in entries):
        return True
    word = reading.tokens[first].lower
    return last - first == 1 and (
        word in reading.words.people or (word[-1] == "s" and word[:-1] in reading.words.people)
    )
