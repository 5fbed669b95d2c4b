"""Documentation says what the program does: every command, option and field is there."""

from pathlib import Path

import click
import msgspec
import pytest

from communique.serve.cli import main
from communique.types import RecordFields

ROOT = Path(__file__).parent.parent
COMMANDS = {name: command for name, command in main.commands.items() if not isinstance(command, click.Group)} | {
    f"{group} {name}": command
    for group, commands in main.commands.items()
    if isinstance(commands, click.Group)
    for name, command in commands.commands.items()
}
OPTIONS = [
    (name, option)
    for name, command in COMMANDS.items()
    for p in command.params
    if isinstance(p, click.Option)
    for option in p.opts
]


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_every_option_is_documented(command: str, option: str) -> None:
    section = (
        (ROOT / "docs" / "cli.md")
        .read_text(encoding="utf-8")
        .partition(f"## `communique {command}`")[2]
        .partition("\n## ")[0]
    )
    assert option in section


def test_every_field_of_the_record_is_documented() -> None:
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    definitions = msgspec.json.schema(RecordFields)["$defs"].values()
    fields = {field for d in definitions for field in d.get("properties", {})}
    assert not {f for f in fields if f"`{f}`" not in page}


def test_readme_names_the_commands_that_the_makefile_has() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("record", "test", "check"):
        assert f"make {target}" in readme
        assert f"\n{target}:" in makefile
