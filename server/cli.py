"""The command line: finds the modules in server/commands, each of which holds one `command`."""

from __future__ import annotations

import importlib
import os
import pkgutil
from pathlib import Path
from typing import Any

import click

from server import commands
from server.commands import Invocation
from server.errors import ServerError


class FoundCommands(click.Group):
    """Its commands are the modules of `server.commands`; a ServerError or CoachError ends in words, not a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_modules())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        name = _modules().get(cmd_name)
        if name is None:
            return None
        module = importlib.import_module(f"{commands.__name__}.{name}")
        command = module.command
        assert isinstance(command, click.Command), f"{module.__name__}.command is no click command"
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except _refusals() as error:
            raise click.ClickException(str(error)) from error


def _modules() -> dict[str, str]:
    """Command -> its module; one that is a word of Python's own ends with an underscore there: `import_`."""
    names = (module.name for module in pkgutil.iter_modules(commands.__path__))
    return {name.rstrip("_").replace("_", "-"): name for name in names if not name.startswith("_")}


def _refusals() -> tuple[type[Exception], ...]:
    """What ends in words; asked only when something was raised, for the engine takes its time to import."""
    from coach.errors import CoachError

    return ServerError, CoachError


@click.group(cls=FoundCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="einklang", prog_name="einklang", message="%(prog)s %(version)s")
@click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The settings file; else $EINKLANG_CONFIG, ./config/einklang.toml, or the defaults.",
)
@click.pass_context
def main(ctx: click.Context, config: Path | None) -> None:
    """Einklang: how well does this draft fit this customer, why, and what to change."""
    ctx.obj = Invocation(config, dict(os.environ))
