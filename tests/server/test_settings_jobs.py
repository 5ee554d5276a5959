"""The section [jobs]: what it allows, and that a broker's password is never shown."""

from __future__ import annotations

import pytest

from server.broker import broker_of, queue_depth
from server.errors import SettingsError
from server.settings import Settings, load

CELERY = {
    "EINKLANG_JOBS_QUEUE": "celery",
    "EINKLANG_JOBS_BROKER": "rediss://redis.example.com:6380/2",
    "EINKLANG_DATA_DATABASE": "postgresql://einklang@db.example.com/einklang",
}


def settings(**env: str) -> Settings:
    return load(None, {"EINKLANG_CONFIG": "", **env})


def problems(**env: str) -> list[str]:
    with pytest.raises(SettingsError) as refused:
        settings(**env)
    return refused.value.problems


def test_jobs_are_this_machines_own_unless_somebody_says_otherwise():
    assert (settings().jobs.queue, settings().jobs.learners) == ("local", 1)
    assert queue_depth(settings(), {}) is None


def test_celery_on_a_file_is_refused_with_what_to_do():
    (problem,) = problems(**(CELERY | {"EINKLANG_DATA_DATABASE": ""}))
    assert "SQLite is a file of one" in problem
    assert "data.database" in problem


def test_celery_needs_a_broker():
    (problem,) = problems(**(CELERY | {"EINKLANG_JOBS_BROKER": ""}))
    assert "jobs.broker" in problem


@pytest.mark.parametrize(
    "broker",
    [
        "amqp://u:geheim@host/",
        "redis://",
        "redis.example.com",
        "redis://u:geheim@:x/",
        "redis://redis.example.com/geheim",
        "redis://redis.example.com/0/geheim",
        "redis://u:12/geheim@redis.example.com/0",
        "redis://redis.example.com/0#geheim",
        "redis://redis.example.com/0?socket_timeout=geheim",
        "redis://redis.example.com/0?ssl_ca_certs=/geheim.pem",
        "rediss://redis.example.com/0?ssl_cert_reqs=none&password=geheim",
        "rediss://redis.example.com/0?ssl_check_hostname=false",
        "rediss://redis.example.com/0?ssl_ca_certs=",
        "rediss://redis.example.com/0?geheim",
    ],
)
def test_what_is_no_redis_is_refused_without_repeating_it(broker: str):
    (problem,) = problems(**(CELERY | {"EINKLANG_JOBS_BROKER": broker}))
    assert "no address of Redis" in problem
    assert "geheim" not in problem


@pytest.mark.parametrize("rest", ["", "/", "/3", "/0?ssl_ca_certs=/etc/ca.pem", "?ssl_certfile=/a.pem&ssl_keyfile=/b"])
def test_a_database_and_files_for_tls_may_stand_behind_the_host(rest: str):
    broker = f"rediss://redis.example.com{rest}"
    assert settings(**(CELERY | {"EINKLANG_JOBS_BROKER": broker})).jobs.broker == broker


def test_the_password_comes_from_outside_and_is_never_shown():
    found = settings(**CELERY)
    assert broker_of(found, {}) == "rediss://redis.example.com:6380/2"
    env = {"EINKLANG_BROKER_PASSWORD": "ge/he:im@"}
    assert broker_of(found, env) == "rediss://:ge%2Fhe%3Aim%40@redis.example.com:6380/2"
    named = settings(**(CELERY | {"EINKLANG_JOBS_BROKER": "rediss://anna:geheim@redis.example.com/0"}))
    assert broker_of(named, env) == "rediss://anna:geheim@redis.example.com/0", "what the settings name goes first"
    assert "geheim" not in repr(named)
    user = settings(**(CELERY | {"EINKLANG_JOBS_BROKER": "rediss://anna@redis.example.com/0"}))
    assert broker_of(user, {"EINKLANG_BROKER_PASSWORD": "x"}) == "rediss://anna:x@redis.example.com/0"


def test_a_password_that_crosses_the_network_for_all_to_read_is_noticed():
    assert not settings(**CELERY).jobs.is_unprotected
    assert settings(**(CELERY | {"EINKLANG_JOBS_BROKER": "redis://redis.example.com/0"})).jobs.is_unprotected
    assert not settings(**(CELERY | {"EINKLANG_JOBS_BROKER": "redis://127.0.0.1/0"})).jobs.is_unprotected
