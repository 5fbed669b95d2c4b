"""Which reports copy which: families of copies, and the outlet that each family's words came from first."""

from collections.abc import Iterable

import msgspec

from communique.record.copies import Signature, is_copy, sign
from communique.record.roots import credit, root_name
from communique.store.engine import Engine, among
from communique.store.graphs import components
from communique.store.tellings import hashed


def find_copies(engine: Engine, texts: dict[int, tuple[str, str | None]], touched: set[int]) -> set[int]:
    """Sign new reports (text and publisher), tie them to those that they share text with, and settle the families.

    ``touched`` are families that lost a report. Gives the reports whose origin is another than before.
    """
    signatures = {no: sign(text) for no, (text, _) in texts.items()}
    _write(engine, signatures, [credit(text) or root_name(publisher) for text, publisher in texts.values()])
    copies = list(_copies(engine, signatures))
    names = ("one", "other", "share")
    engine.insert("copies", dict(zip(names, map(list, zip(*copies, strict=True)), strict=True)) if copies else {})
    return _settle(engine, {no for one, other, _ in copies for no in (one, other)}, touched)


def forget_copies(engine: Engine, reports: list[int]) -> set[int]:
    """Take reports out of their families; gives the families that lost one."""
    families = {row[0] for row in engine.rows(f"SELECT family FROM origins WHERE {among('report')}", [reports])}
    for table in ("signatures", "bands", "origins"):
        engine.rows(f"DELETE FROM {table} WHERE {among('report')}", [reports])
    engine.rows(f"DELETE FROM copies WHERE {among('one')} OR {among('other')}", [reports, reports])
    return families


def _write(engine: Engine, signatures: dict[int, Signature], roots: list[str | None]) -> None:
    bodies = [msgspec.json.encode(signature).decode() for signature in signatures.values()]
    engine.insert("signatures", {"report": list(signatures), "root": roots, "body": bodies})
    bands = [(hashed(band), no) for no, signature in signatures.items() for band in signature.bands]
    engine.insert("bands", {"band": [band for band, _ in bands], "report": [no for _, no in bands]})


def _copies(engine: Engine, signatures: dict[int, Signature]) -> Iterable[tuple[int, int, float]]:
    """Pairs of a new report and any other that share a band, and enough of their text."""
    bands = [(hashed(band), no) for no, signature in signatures.items() for band in signature.bands]
    under: dict[int, list[int]] = {}
    for band, no in engine.rows(f"SELECT band, report FROM bands WHERE {among('band')}", [list({b for b, _ in bands})]):
        under.setdefault(band, []).append(no)
    pairs = {(min(no, other), max(no, other)) for band, no in bands for other in under[band] if other != no}
    old = _signatures(engine, {no for pair in pairs for no in pair} - signatures.keys())
    known = old | signatures
    for one, other in sorted(pairs):
        share = is_copy(known[one], known[other])
        if share is not None:
            yield one, other, share


def _signatures(engine: Engine, reports: set[int]) -> dict[int, Signature]:
    rows = engine.rows(f"SELECT report, body FROM signatures WHERE {among('report')}", [sorted(reports)])
    return {no: msgspec.json.decode(body, type=Signature) for no, body in rows}


def _settle(engine: Engine, reports: set[int], families: set[int]) -> set[int]:
    """Work out anew the families of some reports, and those that lost one; gives the reports whose origin changed."""
    rows = engine.rows(f"SELECT report, family FROM origins WHERE {among('report')}", [sorted(reports)])
    families = families | {family for _, family in rows}
    before = engine.rows(f"SELECT report, origin, outlet FROM origins WHERE {among('family')}", [sorted(families)])
    nodes = reports | {row[0] for row in before}
    if not nodes:
        return set()
    pairs = engine.rows(f"SELECT one, other FROM copies WHERE {among('one')}", [sorted(nodes)])
    after = _origins(engine, components(nodes, pairs))
    engine.rows(f"DELETE FROM origins WHERE {among('report')}", [sorted(nodes)])
    columns = list(zip(*after, strict=True))
    engine.insert("origins", dict(zip(("report", "family", "origin", "outlet"), columns, strict=True)) if after else {})
    had = {row[0]: row[1:] for row in before}
    has = {row[0]: row[2:] for row in after}
    return {no for no in nodes if had.get(no) != has.get(no)}


def _origins(engine: Engine, families: dict[int, int]) -> list[tuple[int, int, int, str | None]]:
    """The report of each family that was published first, and its outlet; a report without copies has no family."""
    sql = (
        "SELECT r.no, s.root FROM reports r JOIN signatures s ON s.report = r.no "
        f"WHERE {among('r.no')} ORDER BY r.published NULLS LAST, r.id"
    )
    first: dict[int, tuple[int, str | None]] = {}
    for no, root in engine.rows(sql, [sorted(families)]):
        first.setdefault(families[no], (no, root))
    sizes: dict[int, int] = {}
    for family in families.values():
        sizes[family] = sizes.get(family, 0) + 1
    return [(no, family, *first[family]) for no, family in sorted(families.items()) if sizes[family] > 1]
