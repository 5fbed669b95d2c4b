"""What a page says about itself: JSON-LD first, then meta tags, then marked-up times."""

from collections.abc import Iterator

import msgspec
from lxml.html import HtmlElement
from msgspec import Struct

from communique.reading.days import read_day
from communique.reading.inputs import DateBasis

_DEEPEST = 6
_PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "article.published",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date",
    "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "article.updated", "dcterms.modified",
    "dc.date.modified", "lastmod", "last-modified",
)  # fmt: skip
_TITLE = ("og:title", "twitter:title", "dc.title", "headline")
_AUTHOR = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_PUBLISHER = ("og:site_name", "application-name", "dc.publisher", "publisher")


class Metadata(Struct, frozen=True, kw_only=True):
    """Dates as the page writes them; ``published_basis`` says whether metadata or a time in the page gave the first."""

    published: str | None = None
    published_basis: DateBasis | None = None
    updated: str | None = None
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None


class _Linked(Struct, frozen=True, kw_only=True):
    """The part of an article's JSON-LD that is used."""

    published: str | None = None
    updated: str | None = None
    publisher: str | None = None
    title: str | None = None
    author: str | None = None


def read_metadata(tree: HtmlElement) -> Metadata:
    """The metadata of a page; what a page leaves out is ``None``."""
    linked, meta = _linked(tree), _meta(tree)
    published = linked.published or _first(meta, _PUBLISHED, day=True)
    marked = None if published else _marked_time(tree)
    author = _first(meta, _AUTHOR)
    return Metadata(
        published=published or marked,
        published_basis="metadata" if published else "markup" if marked else None,
        updated=linked.updated or _first(meta, _UPDATED, day=True),
        publisher=linked.publisher or _first(meta, _PUBLISHER),
        title=linked.title or _first(meta, _TITLE) or _text(tree, "//head/title"),
        author=linked.author or (None if author and author.startswith("http") else author),
        url=next(iter(tree.xpath("//link[@rel='canonical']/@href")), None) or _first(meta, ("og:url",)),
    )


def _linked(tree: HtmlElement) -> _Linked:
    """The JSON-LD of the article on the page: of a type that ends in Article, Posting or Report, else of a page."""
    nodes = [node for script in _scripts(tree) for node in _nodes(script, _DEEPEST)]
    dated = [node for node in nodes if "datePublished" in node or "headline" in node]
    articles = [node for node in dated if _is_article(node)]
    return _article(*(articles or dated)[:1])


def _scripts(tree: HtmlElement) -> Iterator[object]:
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            yield msgspec.json.decode(script.strip().rstrip(";"))
        except (msgspec.DecodeError, UnicodeEncodeError):
            continue  # one page in twenty has JSON-LD that is no JSON; the meta tags say the same


def _nodes(value: object, deep: int) -> Iterator[dict[str, object]]:
    """Every object in JSON-LD down to a bounded depth: articles stand in lists, ``@graph``, ``mainEntity``."""
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, deep - 1) if deep else ()
    elif isinstance(value, dict):
        yield value
        for one in value.values():
            yield from _nodes(one, deep - 1) if deep else ()


def _is_article(node: dict[str, object]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(("Article", "Posting", "Report")) for name in names)


def _article(node: dict[str, object] | None = None) -> _Linked:
    node = node or {}
    return _Linked(
        published=_string(node.get("datePublished")),
        updated=_string(node.get("dateModified")),
        publisher=_name(node.get("publisher")),
        title=_string(node.get("headline")),
        author=_name(node.get("author")),
    )


def _string(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """The name of a person or organisation of JSON-LD, or the names of several."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value))) or None
    return _string(value.get("name") if isinstance(value, dict) else value)


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Name -> content of the meta tags, the first of each name; names in small letters."""
    found: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = tag.get("content", "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...], *, day: bool = False) -> str | None:
    return next((meta[name] for name in names if name in meta and (not day or read_day(meta[name]))), None)


def _marked_time(tree: HtmlElement) -> str | None:
    """A ``time`` that is marked as the publication, else the only day that the times of the page name.

    Lists of other stories carry times too; where several days stand unmarked, none is taken.
    """
    marked = tree.xpath("//*[@itemprop='datePublished' or @pubdate]/@datetime")
    days = [value for value in marked if read_day(value)]
    if days:
        return str(days[0])
    every = [value for value in tree.xpath("//time/@datetime") if read_day(value)]
    return str(every[0]) if len({read_day(value) for value in every}) == 1 else None


def _text(tree: HtmlElement, path: str) -> str | None:
    return next((" ".join(one.text_content().split()) or None for one in tree.xpath(path)), None)
