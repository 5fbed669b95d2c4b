"""An HTML page -> its story, and what the page says about it."""

import re
from importlib import import_module

from lxml.html import HtmlElement
from msgspec import Struct

from communique.reading.guessing import guess_day
from communique.reading.inputs import DateBasis, UnreadableError
from communique.reading.metadata import read_metadata
from communique.reading.pruning import prune_cards

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_ROOT = re.compile(r"<html\b", re.IGNORECASE)


# A page of links gives "Home" and the like; the shortest sentence that reports an act has three words.
_FEWEST_WORDS = 3


class Page(Struct, frozen=True, kw_only=True):
    """The story of a page and its metadata; dates as the page writes them, ``guessed`` a day of low trust."""

    text: str | None = None
    published: str | None = None
    published_basis: DateBasis | None = None
    guessed: str | None = None
    updated: str | None = None
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None


def read_page(html: str, url: str | None = None) -> Page:
    """The story by trafilatura, after cards in paragraphs are pruned. Raises ``UnreadableError`` where there is none."""
    # Loaded at the first page and not with the room: trafilatura takes 0.4 s to load, and plain text does not need it.
    trafilatura = import_module("trafilatura")
    tree: HtmlElement | None = trafilatura.load_html(_whole(html)) if html.strip() else None
    if tree is None:
        raise UnreadableError("no HTML that can be read; check that the file is a saved page")
    found = read_metadata(tree)
    guessed = None if found.published else guess_day(html, tree, url or found.url)
    heads = [" ".join(head.text_content().split()) for head in tree.xpath("//h1")]
    prune_cards(tree)
    story = trafilatura.bare_extraction(tree, fast=True, include_comments=False)
    text: str = story.text if story is not None and story.text else ""
    if len(text.split()) < _FEWEST_WORDS or not any(map(str.isalpha, text)):
        raise UnreadableError(
            "no story was found in the HTML; save the page after it has loaded, or give its text as .txt"
        )
    return Page(
        text=text,
        published=found.published,
        published_basis=found.published_basis,
        guessed=guessed,
        updated=found.updated,
        publisher=found.publisher,
        title=_title(heads, text, found.title),
        author=found.author,
        url=found.url,
    )


def _whole(html: str) -> str:
    """A page without its XML declaration (lxml wants none in text); a fragment as a page (trafilatura wants one)."""
    bare = _DECLARATION.sub("", html)
    return bare if _ROOT.search(bare, 0, 10_000) else f"<html><body>{bare}</body></html>"


def _title(heads: list[str], text: str, title: str | None) -> str | None:
    """The heading that the story's text begins with, else what the metadata call the title, else a lone heading."""
    first = text.partition("\n")[0].strip()
    lone = heads[0] if len(heads) == 1 else None
    return next((head for head in heads if head and head == first), None) or title or lone
