"""Where the master key is kept: a file for its owner alone, a variable, or the keyring of the operating system."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from server.errors import ServerError

IN_KEYRING = "master key"  # the name under which a keyring's service holds it


class SecretError(ServerError):
    """The master key is missing, unfit or not kept secret."""


class KeyPlace(Protocol):
    """Where the keys are, the one in use first."""

    @property
    def name(self) -> str:
        """What people call it."""
        ...

    def read(self) -> list[str]:
        """The keys; raises SecretError."""
        ...

    def stamp(self) -> object:
        """Differs when the keys may have changed; cheap, for it is asked for at every use."""
        ...

    def write(self, keys: Sequence[str]) -> None:
        """Puts these in place of the former, all at once; raises SecretError where that is not for us to do."""
        ...


class KeyFile:
    """A file with one key a line that only its owner can read."""

    def __init__(self, path: Path, *, is_handed_over: bool = False) -> None:
        """`is_handed_over`: it lies in a folder that systemd made for this service alone; there the service reads it
        by an access list, which shows as a right of the group."""
        self._path = path
        self._closed_to = stat.S_IRWXO if is_handed_over else stat.S_IRWXG | stat.S_IRWXO

    @property
    def name(self) -> str:
        return str(self._path)

    def read(self) -> list[str]:
        path = self._path
        try:
            mode = path.stat().st_mode
            text = path.read_text(encoding="ascii")
        except UnicodeDecodeError as error:
            raise SecretError(f"{path} holds no key: restore it from a backup.") from error
        except OSError as error:
            raise SecretError(f"The key {path} cannot be read: {error.strerror}.") from error
        if mode & self._closed_to:
            raise SecretError(f"The key {path} can be read by others. Run: chmod 600 {path}")
        return text.split()

    def stamp(self) -> object:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino, found.st_size

    def write(self, keys: Sequence[str]) -> None:
        aside = self._aside()
        try:
            _fill(aside, keys)
            aside.replace(self._path)
        except OSError as error:
            raise SecretError(f"The key {self._path} cannot be written: {error.strerror}.") from error
        finally:
            aside.unlink(missing_ok=True)

    def create(self, key: str) -> None:
        """Writes the first key, unless another process was first: of two that start at once both read one key."""
        aside = self._aside()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o711)
            _fill(aside, [key])
            _link(aside, self._path)
        except OSError as error:
            raise SecretError(f"The key {self._path} cannot be written: {error.strerror}.") from error
        finally:
            aside.unlink(missing_ok=True)

    def _aside(self) -> Path:
        return self._path.with_name(f".{self._path.name}.{os.getpid()}.{secrets.token_hex(4)}")


class KeyVariable:
    """The variable EINKLANG_KEY, which only whoever starts the program can change."""

    def __init__(self, value: str) -> None:
        self._value = value

    @property
    def name(self) -> str:
        return "EINKLANG_KEY"

    def read(self) -> list[str]:
        return self._value.split()

    def stamp(self) -> object:
        return None

    def write(self, keys: Sequence[str]) -> None:
        raise SecretError("EINKLANG_KEY is set where this program is started: change it there.")


class Keyring:
    """The keyring of the operating system, by the package `keyring`: pip install 'einklang[keyring]'."""

    def __init__(self, service: str) -> None:
        self._service = service

    @property
    def name(self) -> str:
        return f"the keyring's {self._service!r}"

    def read(self) -> list[str]:
        try:
            import keyring
            from keyring.errors import KeyringError
        except ImportError as error:
            raise SecretError("EINKLANG_KEYRING needs the package keyring: pip install 'einklang[keyring]'") from error
        try:
            return str(keyring.get_password(self._service, IN_KEYRING) or "").split()
        except KeyringError as error:
            raise SecretError(f"{self.name} cannot be opened ({type(error).__name__}): unlock it.") from error

    def stamp(self) -> object:
        return None  # asking it may take long: a running process learns of a new key when it starts anew

    def write(self, keys: Sequence[str]) -> None:
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(self._service, IN_KEYRING, " ".join(keys))
        except KeyringError as error:
            raise SecretError(f"{self.name} cannot be written ({type(error).__name__}): unlock it.") from error


def key_place(key_file: Path, env: Mapping[str, str], new_key: str) -> KeyPlace:
    """Where the keys of this installation are; `new_key` is put there where there is none yet. Raises SecretError.

    EINKLANG_KEY comes before EINKLANG_KEY_FILE, EINKLANG_KEYRING (the name of a service in it) and `key_file`.
    """
    if env.get("EINKLANG_KEY"):
        return KeyVariable(env["EINKLANG_KEY"])
    if env.get("EINKLANG_KEY_FILE"):
        path, credentials = Path(env["EINKLANG_KEY_FILE"]), env.get("CREDENTIALS_DIRECTORY", "")
        return KeyFile(path, is_handed_over=bool(credentials) and path.parent == Path(credentials))
    if env.get("EINKLANG_KEYRING"):
        keyring = Keyring(env["EINKLANG_KEYRING"])
        if not keyring.read():
            keyring.write([new_key])
        return keyring
    if not key_file.exists():
        KeyFile(key_file).create(new_key)
    return KeyFile(key_file)


def _fill(path: Path, keys: Sequence[str]) -> None:
    path.touch(mode=0o600, exist_ok=False)
    with path.open("w", encoding="ascii") as file:
        file.write("".join(f"{key}\n" for key in keys))
        file.flush()
        os.fsync(file.fileno())


def _link(aside: Path, path: Path) -> None:
    try:
        os.link(aside, path)
    except FileExistsError:
        return  # another process was first
