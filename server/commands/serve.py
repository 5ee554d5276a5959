"""`einklang serve`: the HTTP side, by gunicorn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from server.commands import Invocation

if TYPE_CHECKING:
    from server.settings import Settings


@click.command()
@click.option("--demo", is_flag=True, help="Open to everybody on this machine; only for invented mail.")
@click.option("--with-parent", is_flag=True, hidden=True, help="Stop when standard input ends.")
@click.pass_obj
def command(invocation: Invocation, demo: bool, with_parent: bool) -> None:
    """Answer the sidebars: API, panel and the page to try it on."""
    from server.logging_setup import set_up
    from server.web.tls import tls_context
    from server.wiring import coach_for, refuse_open_demo

    settings = invocation.settings
    if demo:
        refuse_open_demo(settings)
    coach_for(settings)  # what the settings get wrong is told here, not by each process of the web server
    set_up(settings.log.level)
    if settings.web.tls_cert and settings.web.tls_key:
        tls_context(settings.web.tls_cert, settings.web.tls_key)  # the same
    _gunicorn(settings, invocation, demo=demo, with_parent=with_parent)


def _gunicorn(settings: Settings, invocation: Invocation, *, demo: bool, with_parent: bool) -> None:
    from gunicorn.app.base import BaseApplication

    from server.web.patient_worker import CONNECTIONS

    host = f"[{settings.web.host}]" if ":" in settings.web.host else settings.web.host

    class Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            self.cfg.set("bind", f"{host}:{settings.web.port}")
            self.cfg.set("worker_class", "server.web.patient_worker.PatientWorker")
            self.cfg.set("workers", 1)  # rates and models are kept in one process, whatever WEB_CONCURRENCY says
            self.cfg.set("worker_connections", CONNECTIONS)
            self.cfg.set("forwarded_allow_ips", "")  # server.web.forwarded knows whom to believe
            if settings.web.tls_cert and settings.web.tls_key:
                self.cfg.set("certfile", str(settings.web.tls_cert))
                self.cfg.set("keyfile", str(settings.web.tls_key))
            self.cfg.set("threads", settings.web.threads)
            self.cfg.set("keepalive", 30)
            self.cfg.set("timeout", 120)
            self.cfg.set("graceful_timeout", 10)
            self.cfg.set("loglevel", "warning")
            if "control_socket_disable" in self.cfg.settings:  # gunicorn 25 and later
                self.cfg.set("control_socket_disable", True)

        def load(self) -> Any:
            import os
            import signal

            from server.app import create_app
            from server.lifeline import when_parent_ends
            from server.wiring import build, warm_up

            if with_parent:
                master = os.getppid()  # gunicorn's; asked now, for a process whose parent died has another one
                when_parent_ends(lambda: os.kill(master, signal.SIGTERM) if os.getppid() == master else None)
            services = build(settings, invocation.env, demo=demo)
            warm_up(services)
            return create_app(services)

    Server().run()
