from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reading.inputs import UnreadableError
from communique.reading.pages import read_page

STORY = """<p>Foreign Minister {} on Monday met the envoy Tom Hale in Oslo to speak about the border treaty.</p>
<p>The talks lasted two hours and ended without a joint statement, officials said, but both sides agreed to meet again.</p>
<p>Hale left for Bergen in the evening and is expected to report to his government on Wednesday, the embassy said.</p>"""
SENTENCE = "Foreign Minister Lena Orsk on Monday met the envoy Tom Hale in Oslo to speak about the border treaty."
LINKS = (
    '<a href="/b">Orsk defends border treaty</a> <a href="/c">Poll: voters split on treaty</a> <a href="/d">MORE</a>'
)
NAME = '<a href="/people/orsk">Lena Orsk</a>'


def _page(name: str = "Lena Orsk", head: str = "", top: str = "", foot: str = "") -> str:
    return (
        f"<html><head><title>Orsk meets Hale - Courier</title>{head}</head><body><nav><a href='/'>Home</a></nav><article>"
        f"<h1>Orsk meets Hale</h1>{top}{STORY.format(name)}</article><footer>© 1998 - 2021 Courier{foot}</footer></body></html>"
    )


@pytest.mark.parametrize(
    "card",
    [
        "Lena Orsk",
        f'<span class="rollover">{NAME}<span class="block">{NAME}{LINKS}</span></span>',
        f'Lena Orsk<span class="x">{NAME}{LINKS}</span>',
        f"{NAME} <span>{LINKS}</span>",
        f"{NAME} <span><ul><li><a href='/b'>Orsk defends border treaty</a></li><li><a href='/c'>Poll: voters split</a></li></ul><a href='/d'>MORE</a></span>",
        f"<span>{NAME} {LINKS}</span>",
    ],
)
def test_a_card_in_a_paragraph_goes_and_the_name_stays_once(card: str) -> None:
    text = read_page(_page(card)).text
    assert text is not None
    assert SENTENCE in text
    assert "Poll" not in text


def test_links_that_are_joined_as_a_sentence_joins_names_stay() -> None:
    names = (
        '<span><a href="1">Lena Orsk</a>, <a href="2">Per Dahl Johansson</a> and <a href="3">Ana Maria Lopes</a></span>'
    )
    text = read_page(_page(names)).text
    assert text is not None
    assert "Lena Orsk, Per Dahl Johansson and Ana Maria Lopes on Monday" in text


def test_dates_and_names_are_read_from_json_ld_in_a_graph() -> None:
    head = """<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"},
      {"@type": ["NewsArticle"], "headline": "Orsk meets Hale", "datePublished": "2021-05-04T17:25:12-04:00",
       "dateModified": "2021-05-05T10:00:00Z", "author": [{"name": "Dana Marlow"}, {"name": "Per Dahl"}],
       "publisher": {"name": "Courier"}}]}</script><link rel="canonical" href="https://courier.example/a">"""
    page = read_page(_page(head=head))
    assert (page.published, page.published_basis) == ("2021-05-04T17:25:12-04:00", "metadata")
    assert page.updated == "2021-05-05T10:00:00Z"
    assert (page.title, page.author, page.publisher) == ("Orsk meets Hale", "Dana Marlow, Per Dahl", "Courier")
    assert page.url == "https://courier.example/a"


def test_dates_are_read_from_meta_tags_past_broken_json_ld() -> None:
    head = """<script type="application/ld+json">{broken</script><meta property="article:published_time"
      content="2021-05-04T17:25:12-0400"><meta property="article:modified_time" content="2021-05-06">
      <meta name="author" content="Dana Marlow"><meta property="og:site_name" content="Courier">"""
    page = read_page(_page(head=head))
    assert (page.published, page.published_basis, page.updated) == (
        "2021-05-04T17:25:12-0400",
        "metadata",
        "2021-05-06",
    )
    assert (page.author, page.publisher) == ("Dana Marlow", "Courier")


def test_a_lone_time_of_the_page_is_markup() -> None:
    page = read_page(_page(top='<p><time datetime="2021-05-04T10:00">May 4</time></p>'))
    assert (page.published, page.published_basis) == ("2021-05-04T10:00", "markup")


def test_times_of_several_days_tell_nothing() -> None:
    page = read_page(
        _page(top='<p><time datetime="2021-05-04">May 4</time><time datetime="2021-05-05">May 5</time></p>')
    )
    assert page.published is None


def test_a_date_in_words_is_only_a_guess() -> None:
    page = read_page(_page(top="<p>May 4, 2021</p>"))
    assert (page.published, page.guessed) == (None, "2021-05-04")


@pytest.mark.parametrize("top", ["", "<p>3/8/21</p>"])
def test_a_copyright_year_and_an_ambiguous_numeral_are_not_even_a_guess(top: str) -> None:
    page = read_page(_page(top=top))
    assert (page.published, page.guessed) == (None, None)


@pytest.mark.parametrize(
    "html", ["", "  ", "<html><body></body></html>", "<html><body><script>var a = 1;</script></body></html>"]
)
def test_html_without_a_story_is_refused(html: str) -> None:
    with pytest.raises(UnreadableError, match="HTML"):
        read_page(html)


def test_a_fragment_is_read_as_a_page() -> None:
    assert read_page(f"<p>{SENTENCE}</p><p>The talks lasted two hours, officials said.</p>").text == (
        f"{SENTENCE}\nThe talks lasted two hours, officials said."
    )


def test_an_xml_declaration_does_not_stop_a_page() -> None:
    text = read_page('<?xml version="1.0" encoding="utf-8"?>' + _page()).text
    assert text is not None
    assert SENTENCE in text


_PIECES = ("<p>", "</p>", "<html>", "<body>", "<span>", '<a href="1">Ana Lopes</a>', '<a href="2">Lopes signs pact</a>', "<h1>",
           "<script type='application/ld+json'>", "</script>", '{"@type": "Article"}', '<meta name="date" content="', '">', "&#0;",
           "\0", "\x01", "<!--", "<?xml ", "?>", "<time datetime='2021-05-04'>", "Talks ended in Oslo. ", "]]>")  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=5), max_size=25).map("".join))
def test_any_html_gives_a_page_with_words_or_is_refused(html: str) -> None:
    with suppress(UnreadableError):
        page = read_page(html)
        assert page.text
        assert any(map(str.isalpha, page.text))


def test_page_of_links_alone_has_no_story() -> None:
    with pytest.raises(UnreadableError, match="no story"):
        read_page('<html><body><nav><a href="x">Home</a></nav></body></html>', None)
