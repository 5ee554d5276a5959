"""`einklang serve`: the HTTP side, by gunicorn."""

from __future__ import annotations

import click

from server.commands import Invocation


@click.command()
@click.option("--demo", is_flag=True, help="Open to everybody on this machine; only for invented mail.")
@click.option("--with-parent", is_flag=True, hidden=True, help="Stop when standard input ends.")
@click.pass_obj
def command(invocation: Invocation, demo: bool, with_parent: bool) -> None:
    """Answer the sidebars: API, panel and the page to try it on."""
    import os

    from server.one_thread import calculate_in_one_thread

    calculate_in_one_thread(os.environ)

    from server.logging_setup import set_up
    from server.metrics.family import begin_family
    from server.settings import load
    from server.wiring import refuse_open_demo, refuse_weak_metrics_token

    settings = invocation.settings
    if demo:
        refuse_open_demo(settings)
    set_up(settings.log.level, settings.log.format)
    refuse_weak_metrics_token(settings, invocation.env)
    if settings.metrics.open_to:
        begin_family(os.environ)

    from server.serving import WebServer

    WebServer(lambda: load(invocation.config, invocation.env), invocation.env, demo, with_parent).run()
