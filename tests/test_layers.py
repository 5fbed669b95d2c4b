"""The house: rooms import only from rooms above them; functions and modules keep their size."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "communique"
ROOMS = [
    "types", "identity", "data", "confidence", "registry", "reading", "parse", "clauses", "times", "actors", "places", "statements", "events",
    "positions", "tables", "record", "store", "knowledge", "pipeline", "changes", "api", "explain", "serve", "__main__",
]  # fmt: skip
MODULES = sorted(SOURCE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names if node.module == "communique")
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
    parts = (name.split(".") for name in names)
    return {p[1] for p in parts if p[0] == "communique" and len(p) > 1 and p[1] in ROOMS}


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_every_module_belongs_to_a_known_room() -> None:
    assert {room(p) for p in MODULES} - {"__init__"} <= set(ROOMS)


@pytest.mark.parametrize(
    "path", [p for p in MODULES if room(p) != "__init__"], ids=lambda p: str(p.relative_to(SOURCE))
)
def test_module_imports_only_from_rooms_above(path: Path) -> None:
    here = room(path)
    below = {r for r in imported_rooms(path) if ROOMS.index(r) > ROOMS.index(here)}
    assert not below


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_functions_and_modules_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    long = [f.name for f in functions(path) if (f.end_lineno or 0) - f.lineno + 1 > 50]
    assert not long


@pytest.mark.parametrize("path", [p for p in MODULES if room(p) != "serve"], ids=lambda p: str(p.relative_to(SOURCE)))
def test_only_serve_prints_or_exits(path: Path) -> None:
    calls = {
        n.func.id
        for n in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
    }
    assert not calls & {"print", "exit", "quit"}


def test_only_parse_and_clauses_know_the_parser_library() -> None:
    users = {
        room(p)
        for p in MODULES
        if "import spacy" in p.read_text(encoding="utf-8") or "from spacy" in p.read_text(encoding="utf-8")
    }
    assert users <= {"parse"}
