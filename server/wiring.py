"""Puts the parts together; the only file that knows concrete classes."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property

from coach import Coach
from coach.relationship.signal import Signal
from coach.rule_making import Known
from server.assess import ProfileShelf
from server.errors import ServerError
from server.outgoing import Outgoing, outgoing_for
from server.privacy.sieve import sieve_for
from server.rewriting import Rewriting
from server.rewriting.chat_completions import ChatCompletions
from server.rulebook import Rulebook, RuleFiles, shipped_rules
from server.secrets import Vault, given_secret, language_model_key, load_vault
from server.settings import Settings
from server.sign_in.entrance import Entrance
from server.sign_in.openid import Provider
from server.sign_in.passwords import Passwords
from server.store import Store
from server.team import Team, Teams
from server.works_council import Council, council_of

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]
LEAST_TOKEN = 20  # characters of the token for figures


@dataclass
class Models:
    """How far they are loaded: `ready` once the coach answers at once; `problem` says why it never will."""

    ready: threading.Event = field(default_factory=threading.Event)
    problem: str = ""


@dataclass(frozen=True)
class Services:
    """Everything that the views and the jobs work with. `demo`: only invented mail, open to everybody here.

    `rewriting` is None where no language model is set.
    """

    settings: Settings
    store: Store
    vault: Vault
    coach: Coach
    shelf: ProfileShelf
    clock: Clock
    demo: bool
    models: Models
    rulebook: Rulebook
    signals: tuple[Signal, ...] = ()
    rewriting: Rewriting | None = None
    outgoing: Outgoing = field(default_factory=Outgoing)
    passwords: Passwords = field(default_factory=Passwords)
    openid: Provider | None = None
    metrics_token: str = field(default="", repr=False)

    @cached_property
    def entrance(self) -> Entrance:
        """Where people sign in to the pages."""
        return Entrance(self.store, self.vault, self.settings, self.passwords)

    def team(self) -> Team:
        """The team as of now: a mailbox that was just connected belongs to it."""
        return self._teams.now()

    @cached_property
    def _teams(self) -> Teams:
        return Teams(self.settings.team, self.store.mailboxes.addresses)

    def council(self) -> Council:
        """The works-council mode as of now."""
        privacy = self.settings.privacy
        last = self.store.works_council.last()
        return council_of(wanted=privacy.works_council, min_group=privacy.min_group, last=last, demo=self.demo)

    def close(self) -> None:
        """Gives back what is held open."""
        self.store.close()


def build(settings: Settings, env: Mapping[str, str], *, demo: bool = False, coach: Coach | None = None) -> Services:
    """Opens the store and makes the coach, whose models are not loaded yet (see `warm_up`), unless `coach` is given.

    Raises ServerError and CoachError.
    """
    coach, vault = coach or coach_for(settings), load_vault(settings.data.key_file, env)
    rewriting, outgoing, openid = rewriting_for(settings, env), outgoing_for(settings, env), openid_for(settings, env)
    metrics_token = given_secret("EINKLANG_METRICS_TOKEN", env)
    store = Store.open(settings.data.database_url, keys=lambda: vault)  # last: nothing is left open by what is wrong
    store.seal(texts=settings.privacy.encrypt_texts, waiting=settings.privacy.keep_text_days == 0)
    store.sieves.put(lambda: sieve_for(store, settings))
    return Services(
        settings=settings,
        store=store,
        vault=vault,
        coach=coach,
        shelf=ProfileShelf(store),
        clock=lambda: datetime.now(UTC),
        demo=demo,
        models=Models(),
        rulebook=rulebook_for(settings, coach),
        signals=tuple(Known.installed().signals.values()),
        rewriting=rewriting,
        outgoing=outgoing,
        openid=openid,
        metrics_token=metrics_token,
    )


def refuse_open_demo(settings: Settings) -> None:
    """Raises ServerError if others could reach a demo, which lets everybody in."""
    host = settings.web.host
    if host not in ("localhost", "::1") and not host.startswith("127."):
        raise ServerError(
            f"The demo lets everybody in, so it listens on this machine only, not on {host}: set web.host to "
            "127.0.0.1, or connect a mailbox with `einklang mailbox add`."
        )


def refuse_weak_metrics_token(settings: Settings, env: Mapping[str, str]) -> None:
    """Raises ServerError where /metrics is open to a token that is missing or that somebody could guess."""
    if settings.metrics.open_to == "token" and len(given_secret("EINKLANG_METRICS_TOKEN", env)) < LEAST_TOKEN:
        raise ServerError(
            f"metrics.open_to is 'token', and EINKLANG_METRICS_TOKEN has fewer than {LEAST_TOKEN} characters: set it, "
            "or EINKLANG_METRICS_TOKEN_FILE, to what `openssl rand -hex 32` prints."
        )


def rule_files(settings: Settings) -> RuleFiles:
    """Where these settings say that rules come from."""
    return RuleFiles(settings.rules.folders, settings.rules.coaching)


def rulebook_for(settings: Settings, coach: Coach) -> Rulebook:
    """What keeps this coach's rules as the files say; nothing is read before its first `refresh`."""
    return Rulebook(rule_files(settings), Known.installed(), coach.use, seconds=time.monotonic)


def rewriting_for(settings: Settings, env: Mapping[str, str]) -> Rewriting | None:
    """The language model that these settings name, with half of the web threads for it; None where it is off."""
    found = settings.language_model
    if not found.endpoint:
        return None
    model = ChatCompletions(found.endpoint, found.model, found.timeout_seconds, language_model_key(env))
    return Rewriting(model, found.max_words, threading.BoundedSemaphore(max(settings.web.threads // 2, 1)))


def openid_for(settings: Settings, env: Mapping[str, str]) -> Provider | None:
    """The identity provider that these settings name; None where there is none."""
    if not settings.openid.issuer:
        return None
    return Provider(settings.openid, given_secret("EINKLANG_OPENID_CLIENT_SECRET", env))


def coach_for(settings: Settings) -> Coach:
    """The coach that these settings describe, with the rules that come with Einklang."""
    return Coach.load(
        encoder=settings.coach.encoder,
        languages=settings.coach.languages,
        half_life=timedelta(days=settings.coach.half_life_days),
        min_words=settings.coach.min_words,
        rules=shipped_rules(Known.installed()),
    )


def warm_up(services: Services) -> threading.Thread:
    """Puts the rules in force and loads the models beside; `services.models` tells how that went."""
    services.rulebook.refresh()

    def load() -> None:
        try:
            services.coach.warm_up()
        except Exception as error:  # the top of a thread: whatever a model that somebody chose may raise
            services.models.problem = (
                f"The models cannot be loaded ({type(error).__name__}: {error}). "
                f"Check coach.encoder ({services.settings.coach.encoder!r}) in the settings, or reinstall Einklang."
            )
            log.exception("%s", services.models.problem)
            return
        services.models.ready.set()
        log.info("models are loaded")

    thread = threading.Thread(target=load, name="warm-up", daemon=True)
    thread.start()
    return thread
