"""Write the parts of the documentation that are made from the code; with --check, say what is out of date instead.

``docs/cli.md`` comes from the help texts, ``docs/record.md`` from the types, ``docs/tour.md`` from
an example report. Links between pages are checked too.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import msgspec
from tour import tour

from communique.parse.model import find_model
from communique.serve.cli import main as command
from communique.types import RecordFields

ROOT = Path(__file__).parent.parent
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def main() -> int:
    """0 where all is in order (or was written), 1 where --check finds something."""
    check = "--check" in sys.argv[1:]
    wrong = list(_stale()) if check else []
    if not check:
        for path, text in _pages():
            path.write_text(text, encoding="utf-8")
    wrong += list(_broken_links())
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


def _pages() -> Iterator[tuple[Path, str]]:
    yield ROOT / "docs" / "cli.md", _cli()
    yield ROOT / "docs" / "record.md", _record()
    if not find_model().problems:  # the small model reads a little otherwise
        yield ROOT / "docs" / "tour.md", tour()


def _stale() -> Iterator[str]:
    for path, text in _pages():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            yield f"{path.relative_to(ROOT)}: out of date; run `make format`"


def _broken_links() -> Iterator[str]:
    for page in [*sorted((ROOT / "docs").glob("*.md")), *sorted(ROOT.glob("*.md"))]:
        for target in _LINK.findall(page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                yield f"{page.relative_to(ROOT)}: link to {target}, which is not there"


def _cli() -> str:
    parts = ["# The command line\n\nMade from the help texts by `make format`; `make check` compares.\n"]
    parts.append(_help(command, "communique"))
    parts += [_help(sub, name) for name, sub in commands_of(command, "communique")]
    return "\n".join(parts)


def commands_of(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    """Every command below a group, with the words that call it."""
    for name, sub in sorted(group.commands.items()):
        yield f"{path} {name}", sub
        if isinstance(sub, click.Group):
            yield from commands_of(sub, f"{path} {name}")


def _help(cmd: click.Command, name: str) -> str:
    context = click.Context(cmd, info_name=name, terminal_width=100, max_content_width=100)
    return f"## `{name}`\n\n```text\n{cmd.get_help(context)}\n```\n"


def _record() -> str:
    schema = msgspec.json.schema(RecordFields)
    parts = [
        "# The record\n\nMade from the types by `make format`; `make check` compares. One record for each report, "
        "schema `communique/1`. `communique schema` prints the JSON Schema.\n\n"
        "A span `[start, end]` is a half-open range of Unicode code points of `report.text`, never empty. "
        "Days are `YYYY-MM-DD`; both ends of an interval are included.\n"
    ]
    definitions: dict[str, Any] = schema["$defs"]
    for name, definition in definitions.items():
        if "properties" not in definition:
            continue
        parts.append(f"## {name}\n\n{definition.get('description', '')}\n\n| field | value |\n|---|---|")
        parts += [f"| `{field}` | {_value(spec)} |" for field, spec in definition["properties"].items()]
        parts.append("")
    return "\n".join(parts)


def _value(spec: dict[str, Any]) -> str:
    if "$ref" in spec:
        return _named(spec["$ref"])
    if "anyOf" in spec:
        return " or ".join(_value(s) for s in spec["anyOf"])
    if "enum" in spec:
        return ", ".join(f"`{v}`" for v in spec["enum"])
    if spec.get("type") == "array":
        return f"list of {_value(spec['items'])}" if isinstance(spec.get("items"), dict) else "span"
    return str(spec.get("type", "any"))


def _named(ref: str) -> str:
    name = ref.rsplit("/", 1)[-1]
    return "span" if name == "Span" else f"[{name}](#{name.lower()})"


if __name__ == "__main__":
    sys.exit(main())
