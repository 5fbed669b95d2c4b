"""The last resort for a page's publication date: htmldate, believed only where the page has that day written."""

import re
from copy import deepcopy
from datetime import date
from importlib import import_module

from lxml.html import HtmlElement

from communique.types import Day


def guess_day(html: str, tree: HtmlElement, url: str | None = None) -> Day | None:
    """A day of low trust, or ``None``.

    htmldate made 1998-01-01 of the line "© 1998 - 2021" and 3 August of "3/8/21" on a page from the United States: a
    day counts only where the page or its address writes it out, with a month in letters or in an order that is certain.
    """
    found: str | None = import_module("htmldate").find_date(
        deepcopy(tree), original_date=True, extensive_search=True, url=url
    )
    if not found:
        return None
    day = date.fromisoformat(found)
    return found if re.search(_written(day), f"{html}\n{url or ''}") else None


def _written(day: date) -> str:
    """A pattern of the ways to write a day that can be read in one way only."""
    long, short = day.strftime("%B"), day.strftime("%b")
    month = rf"(?i:{long}|{short}|{short}t?)\.?"
    forms = [
        rf"{day.year}[-/.]?0?{day.month}[-/.]?0?{day.day}",
        rf"{month} 0?{day.day}(?:st|nd|rd|th)?,? {day.year}",
        rf"0?{day.day}(?:st|nd|rd|th)?(?: of)? {month},? {day.year}",
    ]
    if day.day > 12:
        year = rf"(?:{day.year}|{day.year % 100:02d})"
        forms += [rf"0?{day.month}[-/.]{day.day}[-/.]{year}", rf"{day.day}[-/.]0?{day.month}[-/.]{year}"]
    return rf"(?<!\d)(?:{'|'.join(forms)})(?!\d)"
