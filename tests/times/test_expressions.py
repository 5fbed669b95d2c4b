"""The grammar against its own examples, and the days of expressions. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.clauses import Clauses
from communique.data.times import load_times
from communique.times import find_times
from communique.times.match import CHECKS, match_times

Read = Callable[..., Clauses]
RULES = load_times()
EXAMPLES = [(e.id, example) for e in RULES.expressions for example in e.examples]
REJECTS = [(e.id, reject) for e in RULES.expressions for reject in e.rejects]


def found(clauses: Clauses) -> list[tuple[str, str]]:
    tokens, text = clauses.parsed.tokens, clauses.parsed.report.text
    return [(f.expression.id, text[tokens[f.first].start : tokens[f.last - 1].end]) for f in match_times(tokens, RULES)]


@pytest.mark.parametrize(("entry", "example"), EXAMPLES)
def test_example_is_found_by_its_own_entry(clauses_of: Read, entry: str, example: str) -> None:
    words = example[example.index("[") + 1 : example.index("]")]
    assert (entry, words) in found(clauses_of(example.replace("[", "").replace("]", "")))


@pytest.mark.parametrize(("entry", "reject"), REJECTS)
def test_reject_is_not_found_by_its_entry(clauses_of: Read, entry: str, reject: str) -> None:
    assert entry not in {e for e, _ in found(clauses_of(reject))}


def test_entries_have_unique_ids_and_resolvers_that_exist() -> None:
    from communique.times.resolve import RESOLVERS

    ids = [e.id for e in RULES.expressions]
    assert len(ids) == len(set(ids))
    assert {e.resolve for e in RULES.expressions} <= set(RESOLVERS)
    assert {e.check for e in RULES.expressions} <= {None, *CHECKS}


# Wednesday 15 May 2024 unless the case names another day of publication; "-" stands for no day.
CASES = [
    ("The envoys met on Tuesday.", "Tuesday", "2024-05-14"),
    ("The envoys will meet in two weeks.", "two weeks", "2024-05-26/2024-06-01"),
    ("The deadline is three days from now.", "three days from now", "2024-05-18"),
    ("Rockets hit the port overnight.", "overnight", "2024-05-14/2024-05-15"),
    ("The accord was signed in the autumn.", "autumn", "2023-09-01/2023-11-30"),
    ("The accord will be signed in the autumn.", "autumn", "2024-09-01/2024-11-30"),
    ("In the first half of the year exports fell.", "first half", "2024-01-01/2024-06-30"),
    ("From November to February 2016 they talked.", "November to February 2016", "2015-11-01/2016-02-29"),
    ("Between May 3 and June 4, 2019, five left.", "May 3 and June 4, 2019", "2019-05-03/2019-06-04"),
    ("Peru proposed talks in early July.", "early July", "2024-07-01/2024-07-10"),
    ("The talks were postponed until Friday.", "until Friday", "-/2024-05-17"),
    ("Iran, US to resume talks Thursday", "Thursday", "2024-05-16"),
    ("They marched on May Day.", "May Day", "2024-05-01"),
    ("They will speak on Independence Day.", "Independence Day", "-"),
    ("The envoys met on Wednesday.", "Wednesday", "2024-05-15"),
    ("The envoys met on Thursday.", "Thursday", "2024-05-09"),
    ("The envoys will meet on Tuesday.", "Tuesday", "2024-05-21"),
    ("The envoys will meet on Wednesday.", "Wednesday", "2024-05-15"),
    ("The envoys are to meet on Friday.", "Friday", "2024-05-17"),
    ("The envoys plan to meet on Friday.", "Friday", "2024-05-17"),
    ("The talks are scheduled for Monday.", "Monday", "2024-05-20"),
    ("The talks were scheduled for Monday.", "Monday", "2024-05-20"),
    ("The envoys met last Wednesday.", "last Wednesday", "2024-05-08"),
    ("The envoys met last Friday.", "last Friday", "2024-05-10"),
    ("The envoys will meet next Friday.", "next Friday", "2024-05-17"),
    ("The envoys met this Monday.", "this Monday", "2024-05-13"),
    ("The envoys will meet this Sunday.", "this Sunday", "2024-05-19"),
    ("Shells hit the port on Monday night.", "Monday night", "2024-05-13"),
    ("Late on Sunday, the army struck.", "Late on Sunday", "2024-05-12"),
    ("The envoys had met on Monday.", "Monday", "2024-05-13"),
    ("The envoys have met on Monday.", "Monday", "2024-05-13"),
    ("The envoys would meet on Friday.", "Friday", "2024-05-17"),
    ("The court opens on Thursday.", "Thursday", "2024-05-16"),
    ("Kenya expelled the envoy on Wednesday last week.", "Wednesday last week", "2024-05-08"),
    ("Earlier this week on Monday, Kenya expelled the envoy.", "Earlier this week on Monday", "2024-05-13"),
    ("The envoys met today.", "today", "2024-05-15"),
    ("The envoys met yesterday.", "yesterday", "2024-05-14"),
    ("The envoys will meet tomorrow.", "tomorrow", "2024-05-16"),
    ("He will speak tonight.", "tonight", "2024-05-15"),
    ("Rockets fell last night.", "last night", "2024-05-14"),
    ("It was signed the day before yesterday.", "the day before yesterday", "2024-05-13"),
    ("It will be signed the day after tomorrow.", "the day after tomorrow", "2024-05-17"),
    ("He flew home this morning.", "this morning", "2024-05-15"),
    ("Rebels took the town over the weekend.", "the weekend", "2024-05-11/2024-05-12"),
    ("Rebels took the town last weekend.", "last weekend", "2024-05-11/2024-05-12"),
    ("They will meet over the weekend.", "the weekend", "2024-05-18/2024-05-19"),
    ("They will meet this weekend.", "this weekend", "2024-05-18/2024-05-19"),
    ("They will meet next weekend.", "next weekend", "2024-05-18/2024-05-19"),
    ("He resigned earlier this week.", "earlier this week", "2024-05-13/2024-05-15"),
    ("He will resign later this week.", "later this week", "2024-05-15/2024-05-19"),
    ("He resigned last week.", "last week", "2024-05-06/2024-05-12"),
    ("He will resign next week.", "next week", "2024-05-20/2024-05-26"),
    ("He resigned this week.", "this week", "2024-05-13/2024-05-15"),
    ("He will resign this week.", "this week", "2024-05-13/2024-05-19"),
    ("He resigned last month.", "last month", "2024-04-01/2024-04-30"),
    ("He will resign next month.", "next month", "2024-06-01/2024-06-30"),
    ("He resigned earlier this month.", "earlier this month", "2024-05-01/2024-05-15"),
    ("He resigned early this month.", "early this month", "2024-05-01/2024-05-10"),
    ("He resigned at the end of last month.", "end of last month", "2024-04-21/2024-04-30"),
    ("He resigned last year.", "last year", "2023-01-01/2023-12-31"),
    ("He visited the port twice this year.", "this year", "2024-01-01/2024-05-15"),
    ("He will resign this year.", "this year", "2024-01-01/2024-12-31"),
    ("He will resign early next year.", "early next year", "2025-01-01/2025-04-30"),
    ("It met last summer.", "last summer", "2023-06-01/2023-08-31"),
    ("It will meet next summer.", "next summer", "2024-06-01/2024-08-31"),
    ("It will meet this summer.", "this summer", "2024-06-01/2024-08-31"),
    ("It met in the spring of 2014.", "spring of 2014", "2014-03-01/2014-05-31"),
    ("It met in the fall of last year.", "fall of last year", "2023-09-01/2023-11-30"),
    ("The army struck in recent days.", "recent days", "2024-05-08/2024-05-15"),
    ("The army struck in recent weeks.", "recent weeks", "2024-04-15/2024-05-15"),
    ("They talked over the last few years.", "the last few years", "-"),
    ("They will talk in the coming days.", "the coming days", "2024-05-15/2024-05-22"),
    ("It tested missiles in the past year.", "the past year", "2023-05-15/2024-05-15"),
    ("They met twice in the past five months.", "the past five months", "2023-12-15/2024-05-15"),
    ("They talked over the last 48 hours.", "the last 48 hours", "2024-05-13/2024-05-15"),
    ("They signed it three days ago.", "three days ago", "2024-05-12"),
    ("They signed it two weeks ago.", "two weeks ago", "2024-04-28/2024-05-04"),
    ("They signed it two months ago.", "two months ago", "2024-03-01/2024-03-31"),
    ("They signed it 20 years ago.", "20 years ago", "2004-01-01/2004-12-31"),
    ("They signed it a year ago.", "a year ago", "2023-01-01/2023-12-31"),
    ("They signed it several years ago.", "several years ago", "-"),
    ("It has sent troops since 2006.", "since 2006", "2006-01-01/2024-05-15"),
    ("It has sent troops since Monday.", "since Monday", "2024-05-13/2024-05-15"),
    ("It has sent troops since early March.", "since early March", "2024-03-01/2024-05-15"),
    ("The truce holds until Friday.", "until Friday", "-/2024-05-17"),
    ("They met in June.", "June", "2023-06-01/2023-06-30"),
    ("They met in March.", "March", "2024-03-01/2024-03-31"),
    ("They met in May.", "May", "2024-05-01/2024-05-31"),
    ("They will meet in June.", "June", "2024-06-01/2024-06-30"),
    ("They will meet in March.", "March", "2025-03-01/2025-03-31"),
    ("They met last June.", "last June", "2023-06-01/2023-06-30"),
    ("They met last May.", "last May", "2023-05-01/2023-05-31"),
    ("They met in June last year.", "June last year", "2023-06-01/2023-06-30"),
    ("They met in June 2017.", "June 2017", "2017-06-01/2017-06-30"),
    ("He vowed revenge in late August.", "late August", "2023-08-21/2023-08-31"),
    ("The talks began in mid-April.", "mid-April", "2024-04-11/2024-04-20"),
    ("It ended in early May 2019.", "early May 2019", "2019-05-01/2019-05-10"),
    ("They met at the end of March.", "end of March", "2024-03-21/2024-03-31"),
    ("They met on April 12.", "April 12", "2024-04-12"),
    ("They met on 12 April.", "12 April", "2024-04-12"),
    ("They met on June 12.", "June 12", "2023-06-12"),
    ("They will meet on June 12.", "June 12", "2024-06-12"),
    ("They met on December 27th.", "December 27th", "2023-12-27"),
    ("The Sept. 11, 2001 attacks killed thousands.", "Sept. 11, 2001", "2001-09-11"),
    ("They met on 3 March 2019.", "3 March 2019", "2019-03-03"),
    ("They met on the 3rd of March 2019.", "the 3rd of March 2019", "2019-03-03"),
    ("They met on Monday, May 13.", "Monday, May 13", "2024-05-13"),
    ("They met on Monday, May 18, 2015.", "Monday, May 18, 2015", "2015-05-18"),
    ("It was signed on 2018-09-29.", "2018-09-29", "2018-09-29"),
    ("It was signed on 25/12/2018.", "25/12/2018", "2018-12-25"),
    ("It was signed on 12/25/2018.", "12/25/2018", "2018-12-25"),
    ("It was signed on 3/8/2021.", "3/8/2021", "-"),
    ("The 9/11 attacks killed thousands.", "9/11", "2001-09-11"),
    ("It was listed in 2007.", "2007", "2007-01-01/2007-12-31"),
    ("It was listed in late 2007.", "late 2007", "2007-09-01/2007-12-31"),
    ("It left the 2015 accord.", "2015", "2015-01-01/2015-12-31"),
    ("It fought between 2014 and 2016.", "2014 and 2016", "2014-01-01/2016-12-31"),
    ("It fought from 2014 to 2016.", "2014 to 2016", "2014-01-01/2016-12-31"),
    ("They talked from Monday to Wednesday.", "Monday to Wednesday", "2024-05-13/2024-05-15"),
    ("They talked between May 3 and June 4, 2019.", "May 3 and June 4, 2019", "2019-05-03/2019-06-04"),
    ("The talks of May 3-5 failed.", "May 3-5", "2024-05-03/2024-05-05"),
    ("It began in the 1990s.", "the 1990s", "1990-01-01/1999-12-31"),
    ("It grew in the first quarter of 2019.", "first quarter of 2019", "2019-01-01/2019-03-31"),
    ("It grew in the third quarter of last year.", "third quarter of last year", "2023-07-01/2023-09-30"),
    ("It grew in the second half of 2019.", "second half of 2019", "2019-07-01/2019-12-31"),
    ("He was freed on Christmas Eve.", "Christmas Eve", "2023-12-24"),
    ("He will be freed by Christmas.", "Christmas", "2024-12-25"),
    ("Bombs fell on Easter Sunday 2019.", "Easter Sunday 2019", "2019-04-21"),
    ("They signed it on Good Friday 1998.", "Good Friday 1998", "1998-04-10"),
    ("He spoke on New Year's Day.", "New Year's Day", "2024-01-01"),
]


@pytest.mark.parametrize(("sentence", "words", "days"), CASES)
def test_expression_names_its_days(clauses_of: Read, sentence: str, words: str, days: str) -> None:
    times = {t.text: t for t in find_times(clauses_of(sentence), RULES).times}
    assert words in times
    start, _, end = days.partition("/")
    expected = [None if d == "-" else d for d in (start, end or start)]
    assert [times[words].start, times[words].end] == expected


@pytest.mark.parametrize(
    ("published", "sentence", "days"),
    [
        ("2021-08-16", "Rebels ousted the king over the weekend.", ("2021-08-14", "2021-08-15")),
        ("2021-08-15", "Rebels ousted the king over the weekend.", ("2021-08-14", "2021-08-15")),
        ("2024-01-02", "They met on December 31.", ("2023-12-31", "2023-12-31")),
        ("2024-01-02", "They met in December.", ("2023-12-01", "2023-12-31")),
        ("2024-12-30", "They will meet on January 3.", ("2025-01-03", "2025-01-03")),
        ("2024-01-05", "It urged citizens to leave in its January 3 alert.", ("2024-01-03", "2024-01-03")),
        ("2024-03-01", "They met yesterday.", ("2024-02-29", "2024-02-29")),
        ("2024-03-31", "They met a month ago.", ("2024-02-01", "2024-02-29")),
    ],
)
def test_days_across_the_ends_of_weeks_and_years(
    clauses_of: Read, published: str, sentence: str, days: tuple[str, str]
) -> None:
    (time,) = find_times(clauses_of(sentence, published), RULES).times
    assert (time.start, time.end) == days


@pytest.mark.parametrize(
    "sentence",
    [
        "The siege lasted three days.",
        "He stayed for two weeks.",
        "The 45-year-old minister resigned.",
        "She is 12 years old.",
        "It was a two-month truce.",
        "They may meet the king.",
        "May said the deal was dead.",
        "The army will march on the capital.",
        "It sent 2000 soldiers.",
        "He works on Sundays.",
        "They spoke for a second time.",
        "It takes two years, three years or five months.",
        "The fall of the city shocked allies.",
    ],
)
def test_durations_ages_and_names_are_no_dates(clauses_of: Read, sentence: str) -> None:
    assert find_times(clauses_of(sentence), RULES).times == ()


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("They met on May 3. The next day he resigned.", "The next day", "2024-05-04"),
        ("They met on May 3. The following day he resigned.", "The following day", "2024-05-04"),
        ("They met on May 3. Two days later he resigned.", "Two days later", "2024-05-05"),
        ("They met on May 3. A week later he resigned.", "A week later", "2024-05-10"),
        ("They met on May 3. The previous day he had resigned.", "The previous day", "2024-05-02"),
        ("They met on May 3. The same day he resigned.", "The same day", "2024-05-03"),
        ("They met. The next day he resigned.", "The next day", None),
    ],
)
def test_chain_follows_the_last_day_named(clauses_of: Read, text: str, words: str, day: str | None) -> None:
    times = {t.text: t for t in find_times(clauses_of(text), RULES).times}
    assert times[words].start == day


@pytest.mark.parametrize(
    "words", ["Monday", "yesterday", "last month", "two weeks ago", "recent days", "June 12", "June"]
)
def test_relative_words_stay_open_without_a_day_of_publication(clauses_of: Read, words: str) -> None:
    (time,) = find_times(clauses_of(f"Peru said in {words} that it agreed.", None), RULES).times
    assert (time.text, time.start, time.end) == (words, None, None)


def test_date_line_at_the_head_stands_in_for_the_day_of_publication(clauses_of: Read) -> None:
    text = "Over 900 people rescued off the coast\nMonday, May 18, 2015\nOn Friday, fishermen rescued 700 people."
    assert [t.start for t in find_times(clauses_of(text, None), RULES).times] == ["2015-05-18", "2015-05-15"]


@pytest.mark.parametrize("words", ["February 31", "31 April 2020", "Monday, May 19, 2015"])
def test_impossible_date_keeps_its_words_and_is_a_problem(clauses_of: Read, words: str) -> None:
    times = find_times(clauses_of(f"They met on {words}."), RULES)
    assert [(t.text, t.start) for t in times.times] == [(words, None)]
    assert "does not exist" in times.problems[0].message


@pytest.mark.parametrize(
    ("written", "country", "day"),
    [
        ("3/8/2021", "USA", "2021-03-08"),
        ("3/8/2021", "GBR", "2021-08-03"),
        ("3.8.2021", "DEU", "2021-08-03"),
        ("3/8/2021", "CAN", None),
        ("3/8/2021", "IGO-UN", None),
        ("3/8/2021", None, None),
        ("25/12/2018", "USA", "2018-12-25"),
        ("12/25/18", "GBR", "2018-12-25"),
        ("4/4/2021", None, "2021-04-04"),
    ],
)
def test_figures_are_read_in_the_order_of_the_publishers_country(
    clauses_of: Read, written: str, country: str | None, day: str | None
) -> None:
    (time,) = find_times(clauses_of(f"They signed the pact on {written}."), RULES, country).times
    assert time.start == day


def test_relative_words_without_a_day_of_publication_are_a_problem(clauses_of: Read) -> None:
    (problem,) = find_times(clauses_of("They met on Monday and left yesterday.", None), RULES).problems
    assert "times without days: 2; they count from a day of publication that is not known" in problem.message
    assert "--published" in problem.message


def test_a_dateline_that_contradicts_the_day_of_publication_is_a_problem(clauses_of: Read) -> None:
    late = find_times(clauses_of("LIMA, March 3 (Andes) - Peru recalled its envoy."), RULES).problems
    assert "the dateline says 2024-03-03, the day of publication is 2024-05-15" in late[0].message
    assert find_times(clauses_of("LIMA, May 14 (Andes) - Peru recalled its envoy."), RULES).problems == ()


def test_a_year_far_ahead_is_a_problem(clauses_of: Read) -> None:
    (problem,) = find_times(clauses_of("They will meet again in March 2098."), RULES).problems
    assert "lies more than 60 years ahead" in problem.message
    assert find_times(clauses_of("They will be neutral by 2060."), RULES).problems == ()


@pytest.mark.parametrize(
    ("published", "sentence", "start", "end"),
    [
        ("2024-01-01", "The delegation will be in Cairo from Sunday through Tuesday.", "2024-01-07", "2024-01-09"),
        ("2024-01-02", "The delegation was in Cairo from Monday to Wednesday.", "2023-12-25", "2023-12-27"),
        ("2024-01-01", "The sanctions expire on Dec. 31.", "2024-12-31", "2024-12-31"),
        ("2024-01-10", "In the second quarter the economy shrank.", "2023-04-01", "2023-06-30"),
        ("2024-01-10", "The economy will shrink in the second quarter.", "2024-04-01", "2024-06-30"),
    ],
)
def test_days_at_the_edges_of_weeks_and_years(
    clauses_of: Read, published: str, sentence: str, start: str, end: str
) -> None:
    (time,) = find_times(clauses_of(sentence, published), RULES).times
    assert (time.start, time.end) == (start, end)
