"""The commands, one module each with one public `command`; here is what they share."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:  # imported where they are needed, so that `einklang --help` answers at once
    from server.secrets import Vault
    from server.settings import Settings
    from server.store import Store
    from server.store.left_out import Sieve
    from server.works_council import Council


@dataclass(frozen=True)
class Invocation:
    """One call of the program: the file given by --config and the environment."""

    config: Path | None
    env: Mapping[str, str]

    @cached_property
    def settings(self) -> Settings:
        """The settings; raises SettingsError."""
        from server.settings import load

        return load(self.config, self.env)

    @cached_property
    def vault(self) -> Vault:
        """What opens the stored passwords; raises SecretError."""
        from server.secrets import load_vault

        return load_vault(self.settings.data.key_file, self.env)

    @cached_property
    def actor(self) -> str:
        """Who calls, as the audit log names them: the user of the operating system."""
        import getpass

        try:
            return f"cli:{getpass.getuser()}"
        except (KeyError, OSError):  # a number without a name, as in many containers
            return f"cli:{os.getuid()}"

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The store, open for the length of a `with`; raises StoreError."""
        from server.store import Store

        with Store.open(self.settings.data.database_url, keys=lambda: self.vault) as store:
            privacy = self.settings.privacy
            store.seal(texts=privacy.encrypt_texts, waiting=privacy.keep_text_days == 0)
            store.sieves.put(lambda: self._sieve(store))
            yield store

    def _sieve(self, store: Store) -> Sieve:
        from server.privacy.sieve import sieve_for

        return sieve_for(store, self.settings)

    def council(self, store: Store) -> Council:
        """The works-council mode as of now."""
        from server.works_council import council_of

        privacy = self.settings.privacy
        last = store.works_council.last()
        return council_of(wanted=privacy.works_council, min_group=privacy.min_group, last=last)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows under their heads, in columns as wide as needed."""
    widths = [max(len(line[at]) for line in (heads, *rows)) for at in range(len(heads))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in (heads, *rows)]
    return "\n".join(line.rstrip() for line in lines)


def moment(at: datetime | None, absent: str = "never") -> str:
    """A time as the reader's clock shows it."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M") if at is not None else absent


def as_json(value: object) -> None:
    """Prints a value for programs."""
    import json

    click.echo(json.dumps(value, indent=2, ensure_ascii=False, default=_plain))


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")
