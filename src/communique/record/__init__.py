"""Entries of many reports -> one record: what is the same, who copied whom, what differs, what was corrected.

Of each report ``tell(record)`` makes what is compared, ``keys`` says where to look for others, ``compare`` says what two
have to do with each other. Pure functions over typed values: nothing here knows a file or a table.
"""

from communique.record.compare import Findings, compare
from communique.record.telling import tell

__all__ = ["Findings", "compare", "tell"]
