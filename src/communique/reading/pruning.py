"""Takes cards of links out of the paragraphs of a page, before the story is taken from it."""

import re

from lxml.html import HtmlElement

_BLOCKS = ".//p//*[self::span or self::div or self::aside or self::section or self::ul]"
_LONGEST_NAME = 5
# "Emmanuel Macron, Olaf Scholz and Giorgia Meloni" is all links too, but its links are joined as a sentence joins names.
_JOINED = re.compile(r"[,;.]|\b(?:and|or|with|of|to)\b")


def prune_cards(tree: HtmlElement) -> int:
    """Removes cards of links from inside paragraphs of ``tree`` and says how many.

    A card is a block inside a ``p`` with two or more links to different pages, at least 30 characters long, more than
    85 % of them link text, and less than 90 % of its paragraph. The text after it stays. Where the card begins with a
    name that does not stand right before it, the name is kept: the sentence needs it.
    """
    removed = 0
    # From the outside in: with the inner list taken first, "MORE" in the block round it would be left over.
    for block in tree.xpath(_BLOCKS):
        if block.xpath("ancestor::p") and _is_card(block):
            kept = _name_to_keep(block)
            block.clear(keep_tail=True)
            block.text = kept
            block.drop_tag()
            removed += 1
    return removed


def _is_card(block: HtmlElement) -> bool:
    links = block.xpath(".//a[@href]")
    if len({link.get("href") for link in links}) < 2:
        return False
    whole = _length(block.text_content())
    linked = sum(_length(link.text_content()) for link in links)
    paragraph = _length(block.xpath("ancestor::p[1]")[0].text_content())
    return whole >= 30 and linked > 0.85 * whole and whole < 0.9 * paragraph and not _JOINED.search(_between(block))


def _length(text: str) -> int:
    return len("".join(text.split()))


def _between(block: HtmlElement) -> str:
    """The words of a block that are in none of its links."""
    return " ".join(block.xpath(".//text()[not(ancestor::a)]"))


def _name_to_keep(block: HtmlElement) -> str | None:
    first = " ".join(block.xpath(".//a[@href]")[0].text_content().split())
    words = first.split()
    is_name = 1 < len(words) <= _LONGEST_NAME and all(word[0].isupper() for word in words)
    return first if is_name and not _before(block).rstrip().endswith(first) else None


def _before(block: HtmlElement) -> str:
    """The text of the paragraph that stands before a block, gathered backwards from it."""
    pieces: list[str] = []
    node = block
    while node.tag != "p":
        for sibling in node.itersiblings(preceding=True):
            pieces += (sibling.tail or "", str(sibling.text_content()))
        node = node.getparent()
        pieces.append(node.text or "")
    return "".join(reversed(pieces))
