"""Another master key: put before the old one, everything is sealed anew, and the old one goes when all is done."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from server.master_key import KeyPlace
from server.secrets import Vault, new_key
from server.store import Store

SETTLE = 3.0  # seconds until whoever seals with the former key has written it: a transaction takes far less

Progress = Callable[[str, int], None]
"""Called with what is sealed anew and how much of it so far."""


@dataclass(frozen=True, slots=True)
class Rotated:
    """How much was sealed anew, and how many former keys were dropped."""

    secrets: int
    texts: int
    dropped: int


def rotate(
    store: Store,
    vault: Vault,
    place: KeyPlace,
    *,
    progress: Progress,
    begun: bool = False,
    keep_old: bool = False,
    wait: Callable[[float], None] = time.sleep,
) -> Rotated:
    """Puts a new key in use; `begun` goes on with the one that is first already, as after a crash.

    With a file the server and the worker may run: they take the new key when they next use one. Raises SecretError.
    """
    if not begun:
        place.write([new_key(), *place.read()])
        vault.look_again(by_force=True)
        wait(SETTLE)
    secrets = texts = 0
    while True:
        some = _secrets(store, vault)
        for count in store.resealing.texts(vault):
            texts += count
            some += count
            progress("texts", texts)
        secrets += some
        if not some:
            break
        wait(SETTLE)  # and look once more: somebody may have been in the middle of writing
    former = len(place.read()) - 1
    if former and not keep_old:
        place.write(place.read()[:1])
        vault.look_again(by_force=True)
    store.empty_log()
    return Rotated(secrets - texts, texts, 0 if keep_old else former)


def _secrets(store: Store, vault: Vault) -> int:
    def reseal(old: bytes) -> bytes | None:
        return None if vault.is_newest(old) else vault.seal(vault.open(old))

    return store.resealing.secrets(reseal) + store.resealing.inner_keys(vault)
