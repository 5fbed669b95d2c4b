"""Files, folders, streams, HTML -> reports: text untouched, debris marked, dates and other metadata read."""

from communique.reading.inputs import Notice, Read, ReadOptions, Unread, UnreadableError
from communique.reading.paths import read_paths, read_text

__all__ = ["Notice", "Read", "ReadOptions", "Unread", "UnreadableError", "read_paths", "read_text"]
