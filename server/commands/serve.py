"""`einklang serve`: the HTTP side, by gunicorn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from server.commands import Invocation

if TYPE_CHECKING:
    from server.settings import Settings


@click.command()
@click.option("--demo", is_flag=True, help="Open to everybody on this machine; only for invented mail.")
@click.pass_obj
def command(invocation: Invocation, demo: bool) -> None:
    """Answer the sidebars: API, panel and the page to try it on."""
    from server.errors import ServerError
    from server.logging_setup import set_up

    settings = invocation.settings
    if demo and not settings.web.host.startswith("127."):
        raise ServerError("The demo answers everybody, so it listens on 127.0.0.1 only: set web.host accordingly.")
    set_up(settings.log.level)
    _gunicorn(settings, invocation, demo=demo)


def _gunicorn(settings: Settings, invocation: Invocation, *, demo: bool) -> None:
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            self.cfg.set("bind", f"{settings.web.host}:{settings.web.port}")
            self.cfg.set("worker_class", "gthread")
            self.cfg.set("threads", settings.web.threads)
            self.cfg.set("keepalive", 30)
            self.cfg.set("timeout", 120)
            self.cfg.set("graceful_timeout", 10)
            self.cfg.set("loglevel", "warning")
            self.cfg.set("control_socket_disable", True) if "control_socket_disable" in self.cfg.settings else None

        def load(self) -> Any:
            from server.app import create_app
            from server.wiring import build, warm_up

            services = build(settings, invocation.env, demo=demo)
            warm_up(services)
            return create_app(services)

    Server().run()
