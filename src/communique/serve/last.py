"""Where the records that were read last are kept, so that ``communique why ID`` finds them."""

import os
from pathlib import Path


def last_record_path() -> Path:
    """The file of the last records: ``$XDG_CACHE_HOME`` or ``~/.cache``, then ``communique/last.jsonl``."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "communique" / "last.jsonl"
