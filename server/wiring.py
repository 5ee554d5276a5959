"""Puts the parts together; the only file that knows concrete classes."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from coach import Coach
from server.assess import ProfileShelf
from server.secrets import Vault, load_vault
from server.settings import Settings
from server.store import Store
from server.team import Team, team_of

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Services:
    """Everything that the views and the jobs work with. `demo`: only invented mail, open to everybody here."""

    settings: Settings
    store: Store
    vault: Vault
    coach: Coach
    shelf: ProfileShelf
    clock: Clock
    demo: bool
    ready: threading.Event

    def team(self) -> Team:
        """The team as of now: a mailbox that was just connected belongs to it."""
        return team_of(self.settings.team, self.store.mailboxes.list())

    def close(self) -> None:
        self.store.close()


def build(settings: Settings, env: Mapping[str, str], *, demo: bool = False) -> Services:
    """Opens the store and makes the coach; its models are not loaded yet (see `warm_up`). Raises ServerError."""
    store = Store.open(settings.data.database_url)
    return Services(
        settings=settings,
        store=store,
        vault=load_vault(settings.data.key_file, env),
        coach=coach_for(settings),
        shelf=ProfileShelf(store),
        clock=lambda: datetime.now(UTC),
        demo=demo,
        ready=threading.Event(),
    )


def coach_for(settings: Settings) -> Coach:
    """The coach that these settings describe."""
    return Coach.load(
        encoder=settings.coach.encoder,
        languages=settings.coach.languages,
        half_life=timedelta(days=settings.coach.half_life_days),
        min_words=settings.coach.min_words,
    )


def warm_up(services: Services, *, encoder: bool = True) -> threading.Thread:
    """Loads the models beside; `services.ready` is set when the coach can answer at once."""

    def load() -> None:
        services.coach.warm_up(encoder=encoder)
        services.ready.set()
        log.info("models are loaded")

    thread = threading.Thread(target=load, name="warm-up", daemon=True)
    thread.start()
    return thread
