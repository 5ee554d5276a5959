"""Requests as schemathesis makes them from our own description: right, nearly right and absurd."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig

from server.access import EVERYTHING
from server.app import create_app
from server.secrets import new_token, token_hash
from tests.office import ANNA, NOW, Office

EACH_TOKEN = 15  # requests of one token and address, so that no rate is met


@dataclass
class Tried:
    """What was tried: how many requests, which statuses came back, and what failed."""

    requests: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    by_operation: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)


def tokens(office: Office, many: int) -> list[str]:
    """Tokens of an admin."""
    office.store.accounts.add_user("fuzzer", "admin", NOW, sees=EVERYTHING)
    made = [new_token() for _ in range(many)]
    for each in made:
        office.store.accounts.add_token("fuzzer", token_hash(each), "", NOW, None)
    return made


class AsAdmin:
    """The application for an admin who comes with another token and from another address now and then."""

    def __init__(self, app: Any, keys: list[str]) -> None:
        self._app, self._keys, self._asked = app, keys, 0

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        turn = self._asked // EACH_TOKEN % len(self._keys)
        self._asked += 1
        environ["REMOTE_ADDR"] = f"10.0.{turn // 250}.{turn % 250}"
        environ["HTTP_AUTHORIZATION"] = f"Bearer {self._keys[turn]}"
        return self._app(environ, start_response)


def try_all(office: Office, examples: int, start: int) -> Tried:
    """`examples` requests of each operation and kind (valid, invalid), the same for the same `start`."""
    app, tried = create_app(office.services), Tried()
    routes = sum(each.rule.startswith("/api/") for each in app.url_map.iter_rules())
    app.wsgi_app = AsAdmin(app.wsgi_app, tokens(office, 4 * examples * routes // EACH_TOKEN + 10))  # type: ignore[method-assign]
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app, config=SchemathesisConfig())
    chance = random.Random(start)
    for operation in (each.ok() for each in schema.get_all_operations()):
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            try:
                strategy = operation.as_strategy(generation_mode=mode)
            except Exception as error:  # what cannot be wrong, such as a path without arguments
                if "negat" not in str(error).lower():
                    raise
                continue
            _try(strategy, tried, chance, examples, start)
    return tried


def _try(strategy: Any, tried: Tried, chance: random.Random, examples: int, start: int) -> None:
    @seed(start)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategy)
    def one(case: Any) -> None:
        if "address" in (case.path_parameters or {}) and chance.random() < 0.5:
            case.path_parameters["address"] = ANNA  # or nothing is ever found
        answer = case.call()
        tried.requests += 1
        tried.by_operation[f"{case.method} {case.path} {answer.status_code}"] += 1
        tried.statuses[answer.status_code] += 1
        if answer.status_code >= 500 and answer.status_code != 503:
            tried.failed.append(f"{answer.status_code} {case.as_curl_command()[:400]}")

    try:
        one()
    except Exception as error:
        if type(error).__name__ not in ("Unsatisfiable", "SkipTest", "NoSuchExample"):
            raise
