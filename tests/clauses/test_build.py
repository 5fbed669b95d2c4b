"""The normal form of clauses, construction by construction. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.clauses import Clauses, Predicate

Read = Callable[..., Clauses]


def find(clauses: Clauses, lemma: str, kind: str | None = None) -> Predicate:
    return next(p for p in clauses.predicates if p.lemma == lemma and kind in (None, p.kind))


def words(clauses: Clauses, predicate: Predicate, role: str) -> str:
    return " ".join(clauses.parsed.tokens[h].text for h in predicate.heads(role))


@pytest.mark.parametrize(
    ("sentence", "lemma", "role", "expected"),
    [
        ("France expelled six diplomats.", "expel", "subject", "France"),
        ("Saudi Arabia, Jordan, and Qatar condemned the attack.", "condemn", "subject", "Arabia Jordan Qatar"),
        ("In an interview with Sputnik News, UNESCO condemned the attack.", "condemn", "subject", "UNESCO"),
        ("In talks with Norway, Denmark and Chad, Peru condemned the attack.", "condemn", "subject", "Peru"),
        ("The attack carried out by Iran on Iraq shocked us.", "attack", "subject", "Iran"),
        ("Chad is poor, and was condemned in a joint statement by Egypt and Peru.", "condemn", "subject", "Egypt Peru"),
        ("The bill was signed in a hall by Monday.", "sign", "subject", ""),
        (
            "The United States, the Republic of Korea (ROK), and Japan strongly condemn launches.",
            "condemn",
            "subject",
            "States Republic Japan",
        ),
        (
            'Envoys from Iran acknowledged their government had "unintentionally" shot down a jet near Tehran.',
            "shoot down",
            "subject",
            "government",
        ),
        ("Ruto said that the aid was conditional but denied that he knew.", "deny", "subject", "Ruto"),
        ("The attack carried out by Iran on Iraq shocked us.", "attack", "on", "Iraq"),
        ("Ruto, along with his minister, met Modi.", "meet", "subject", "Ruto minister"),
        ("Ruto, along with his minister, met Modi.", "meet", "with", ""),
        ("Finland applied for membership in May together with Sweden.", "apply", "subject", "Finland Sweden"),
        ("The editor was detained on Monday along with two aides.", "detain", "object", "editor aides"),
        (
            "On Friday Hodan Farah Robleh and Semere Woldu Berhane met again in Doha.",
            "meet",
            "subject",
            "Robleh Berhane",
        ),
        ("Kenya works together with Chad.", "work", "with", "Chad"),
        ("The tents Norway shipped to Nepal arrived late.", "ship", "subject", "Norway"),
        ("The tents Norway shipped to Nepal arrived late.", "ship", "object", "tents"),
        ("Norway, defeated in May, left.", "defeat", "object", "Norway"),
        ("It was Cuba that sent doctors to Haiti.", "send", "subject", "Cuba"),
        ("It was reported that Cuba sent doctors to Haiti.", "send", "subject", "Cuba"),
        ("The men, which, he said, Kenya refused to free, left.", "refuse", "subject", "Kenya"),
        ("Kenya condemned recent missile launches.", "launch", "modifier", "recent missile"),
        ("Germany criticised the Russian decision to invade Georgia.", "invade", "subject", "Russian"),
        ("Bangladesh declined an Indian request to fence the border.", "fence", "subject", "Bangladesh"),
        (
            "The meeting was attended by Kenyan premier Ana Bo, Chadian premier Dan Eck and Joe Fox.",
            "attend",
            "subject",
            "Bo Eck Fox",
        ),
        (
            "The summit was opened by French president Emmanuel Macron and foreign minister Ada Low, and Peru's Ana Bo.",
            "open",
            "subject",
            "Macron Low Bo",
        ),
        ("Rebels who have killed and wounded Kenyans fled.", "wound", "subject", "Rebels"),
        ("Kenya was given ten ambulances by Japan.", "give", "indirect", "Kenya"),
        ("Kenya was given ten ambulances by Japan.", "give", "subject", "Japan"),
        ("Two men were held hostage by rebels.", "hold", "indirect", ""),
        ("The arrest of a Chilean researcher by Peru alarmed us.", "arrest", "by", "Peru"),
        ("The extradition of a broker by Albania to Spain took hours.", "extradition", "to", "Spain"),
        ("The portrait of a king of Spain by Goya in Peru hung.", "portrait", "in", ""),
        ("Presidents Ana Bo of Peru and Dan Eck of Chile condemned the attack.", "condemn", "subject", "Bo Eck"),
        ("Talks with Ana Bo of Peru and Chile collapsed.", "talk", "with", "Bo"),
        ("Chile's president, Ana Bo, condemned the attack.", "condemn", "subject", "president"),
        ("Six diplomats were expelled by France.", "expel", "subject", "France"),
        ("Six diplomats were expelled by France.", "expel", "object", "diplomats"),
        ("Sanctions were imposed on Belarus by the EU and Britain.", "impose", "subject", "EU Britain"),
        ("The group, which ousted the king, fled.", "oust", "subject", "group"),
        ("The town that rebels took was shelled.", "take", "object", "town"),
        ("Kenya agreed to withdraw its troops.", "withdraw", "subject", "Kenya"),
        ("Norway urged Iran to release the sailors.", "urge", "object", "Iran"),
        ("Norway urged Iran to release the sailors.", "release", "subject", "Iran"),
        ("Norway called on Iran to release the sailors.", "release", "subject", "Iran"),
        ("Norway promised Chad to send doctors.", "send", "subject", "Norway"),
        ("Sudan denied attacking the village.", "attack", "subject", "Sudan"),
        ("Peru accused Chile of shelling the port.", "shell", "subject", "Chile"),
        ("Macron met Scholz and praised Tusk.", "praise", "subject", "Macron"),
        ("The envoy left after meeting the king.", "meet", "subject", "envoy"),
        ("Moscow's invasion of Georgia was condemned.", "invasion", "possessor", "Moscow"),
        ("The Turkish attack killed ten people.", "attack", "modifier", "Turkish"),
        ("Macron held two rounds of talks with Scholz.", "talk", "with", "Scholz"),
        ("Macron held two rounds of talks with Scholz.", "talk", "subject", "Macron"),
        ("Macron saw the end of talks with Scholz.", "talk", "subject", ""),
        ("Macron held talks with Scholz in Paris.", "talk", "with", "Scholz"),
        ("Macron held talks with Scholz in Paris.", "talk", "subject", "Macron"),
        ("Talks between Oman and Yemen collapsed.", "talk", "between", "Oman Yemen"),
        ("China is open to recognizing the junta.", "recognize", "subject", "China"),
        ("China is open to recognizing and working with the junta.", "recognize", "object", "junta"),
        ("France is expected to send tanks to Ukraine.", "send", "to", "Ukraine"),
        ("Iran's decision to leave the treaty was criticized.", "leave", "subject", "Iran"),
        (
            "Eide spoke today with Polish Foreign Minister Sikorski to follow up on the talks.",
            "speak",
            "with",
            "Sikorski",
        ),
        ("Oslo described the army relieving the police by disarming them.", "disarm", "subject", "army"),
    ],
)
def test_argument_is_found_whatever_the_construction(
    clauses_of: Read, sentence: str, lemma: str, role: str, expected: str
) -> None:
    clauses = clauses_of(sentence)
    assert words(clauses, find(clauses, lemma), role) == expected


@pytest.mark.parametrize(
    ("sentence", "lemma", "link", "above"),
    [
        ("Kenya agreed to withdraw its troops.", "withdraw", "infinitive", "agree"),
        ("Norway called on Iran to stop.", "stop", "infinitive", "call"),
        ("The two leaders committed to sustain efforts to lift the alliance.", "sustain", "infinitive", "commit"),
        ("Peru accused Chile of shelling the port.", "shell", "gerund", "accuse"),
        ("Oslo said that Iran had left.", "leave", "complement", "say"),
        ("The group, which ousted the king, fled.", "oust", "relative", "group"),
        ("He left, calling the vote a fraud.", "call", "participle", "leave"),
        ("Chad will respond if Sudan attacked it.", "attack", "adverbial", "respond"),
        ("The EU imposed sanctions on Syria.", "sanction", "object", "impose"),
        ("The EU called for talks.", "talk", "oblique", "call"),
    ],
)
def test_predicate_hangs_on_the_one_above(clauses_of: Read, sentence: str, lemma: str, link: str, above: str) -> None:
    clauses = clauses_of(sentence)
    found = find(clauses, lemma)
    assert found.above is not None
    assert (found.link, clauses.predicates[found.above].lemma) == (link, above)


@pytest.mark.parametrize(
    ("sentence", "lemma", "expected"),
    [
        ("Chad will respond.", "respond", ("future", "will", False)),
        ("Chad has not responded.", "respond", ("present", None, True)),
        ("Chad would respond.", "respond", ("present", "would", False)),
        ("Chad never responded.", "respond", ("past", None, True)),
        ("No agreement was reached.", "reach", ("past", None, True)),
        ("The ministers will meet and discuss trade.", "discuss", ("future", "will", False)),
        ("The ministers cannot meet.", "meet", ("present", "can", True)),
        ("Not a single minister responded.", "respond", ("past", None, True)),
        ("Not only ministers responded.", "respond", ("past", None, False)),
        ("At no point did Chad respond.", "respond", ("past", None, True)),
        ("At that point Chad responded.", "respond", ("past", None, False)),
        ("Chad endorsed neither candidate.", "endorse", ("past", None, True)),
    ],
)
def test_tense_modality_and_polarity_are_read(
    clauses_of: Read, sentence: str, lemma: str, expected: tuple[str, str | None, bool]
) -> None:
    found = find(clauses_of(sentence), lemma)
    assert (found.tense, found.modal, found.negated) == expected


def test_particle_belongs_to_the_verb(clauses_of: Read) -> None:
    clauses = clauses_of("Chad pulled out of the accord.")
    found = find(clauses, "pull out")
    assert words(clauses, found, "of") == "accord"


def test_first_conjunct_does_not_govern_the_second(clauses_of: Read) -> None:
    clauses = clauses_of("Rebels threatened to leave and attacked the town.")
    attacked = find(clauses, "attack")
    assert [p.lemma for p in clauses.governors(attacked)] == []


def test_question_and_command_are_told_from_statements(clauses_of: Read) -> None:
    assert find(clauses_of("Will Chad respond?"), "respond").mood == "question"
    assert find(clauses_of("Release the prisoners now."), "release").mood == "command"
    assert find(clauses_of("Chad responded."), "respond").mood == "statement"


def test_phrase_leaves_out_relative_clause_and_apposition(clauses_of: Read) -> None:
    clauses = clauses_of("The old envoy, a banker, who resigned, met the king.")
    envoy = next(t.i for t in clauses.parsed.tokens if t.text == "envoy")
    span = clauses.phrases[envoy]
    assert clauses.parsed.report.text[span.start : span.end] == "The old envoy"


def test_empty_report_has_no_clauses(clauses_of: Read) -> None:
    assert clauses_of("").predicates == ()


def test_a_plural_read_as_a_verb_is_a_noun(clauses_of: Read) -> None:
    clauses = clauses_of("Japan condemned recent North Korean ballistic missile launches.")
    assert find(clauses, "launch").kind == "noun"
