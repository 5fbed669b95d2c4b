"""A small registry of our own: two states that do not exist, and folders to lay over it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from communique.data.registry import Registry, load_registry
from communique.data.registry_sheets import columns_of
from communique.data.registry_types import TABLES

ROWS = {
    "actors": """
        arl|government|Arland|ARL|GOV|Q1|||||typed
        bes|government|Besk|BES|GOV|Q2|||||typed
        arl-isle|government|Isle of Ar|ARL|GOV||arl||||typed
        ana-abo|person|Ana Abo|ARL||Q11|||||typed
        bo-cern|person|Bo Černý|ARL||Q12|||||typed
        dag-eel|person|Dag Eel|BES|||||||typed
        union|body|Union of Two|IGO-UOT|IGO||||||typed
    """,
    "names": """
        Arland|arl|short||||typed
        Arlandic|arl|adjective||||typed
        Besk|bes|short||||typed
        Ana Abo|ana-abo|official||||typed
        Bo Černý|bo-cern|official||||typed
        Dag Eel|dag-eel|official||||typed
    """,
    "offices": """
        arl-fm|arl|ARL|foreign_minister|Foreign Minister|GOV|1||2020-12-31|typed
        arl-president|arl|ARL|head_of_state|President|GOV|1|yes|2024-12-31|typed
        bes-envoy|bes|BES|envoy|Envoy|GOV|n||2024-12-31|typed
    """,
    "tenures": """
        arl-fm|2010-03-01|ana-abo|2015-05-01|day||typed
        arl-fm|2015-05-01|bo-cern||month||typed
        arl-president|2000-01-01|bo-cern|2009-12-31|day||typed
        bes-envoy|2011-01-01|dag-eel||year|yes|typed
    """,
    "duties": """
        ARL|head_of_government|arl-president|2000-01-01|||typed
        ARL|head_of_state||2010-01-01|2024-12-31|the seat stood empty|typed
    """,
    "roles": """
        minister for others|office|foreign_minister|person|GOV|||typed
    """,
    "memberships": """
        union|arl|1990-01-01|1999-12-31|member|day|typed
        union|arl|2005-01-01||member|day|typed
    """,
    "sources": """
        typed|stated|made up for a test|own
    """,
}

WriteTables = Callable[..., Path]


def write(folder: Path, rows: dict[str, str], *, whole: bool) -> Path:
    """Tables of ``rows``, written with bars for tabs; all tables if ``whole``."""
    folder.mkdir()
    for table, kind in TABLES.items():
        if whole or table in rows:
            lines = [line.strip().replace("|", "\t") for line in rows.get(table, "").strip().splitlines()]
            text = "\n".join(["\t".join(columns_of(kind)), *sorted(lines)]) + "\n"
            (folder / f"{table}.tsv").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write(tmp_path / "base", ROWS, whole=True)


@pytest.fixture
def overlay(tmp_path: Path) -> WriteTables:
    def _overlay(name: str = "mine", **rows: str) -> Path:
        return write(tmp_path / name, rows, whole=False)

    return _overlay


@pytest.fixture
def registry(base: Path) -> Registry:
    return load_registry(base=base)
