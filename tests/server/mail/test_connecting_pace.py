"""New connections to one mail server are spaced out, to others they are not held up by that."""

from __future__ import annotations

import threading
import time

from server.mail.connecting_pace import AT_ONCE, ConnectingPace


def test_some_connections_go_at_once_and_the_rest_one_after_the_other():
    pace = ConnectingPace(60, seconds=lambda: 1000.0)
    waits = [pace.turn("imap.example.com") for _ in range(AT_ONCE + 3)]
    assert waits == [0.0] * AT_ONCE + [1.0, 2.0, 3.0]


def test_after_a_pause_some_go_at_once_again_and_no_more_than_that():
    now = [1000.0]
    pace = ConnectingPace(60, seconds=lambda: now[0])
    for _ in range(AT_ONCE):
        pace.turn("imap.example.com")
    now[0] += 3600
    assert [pace.turn("imap.example.com") for _ in range(AT_ONCE + 1)] == [0.0] * AT_ONCE + [1.0]


def test_servers_do_not_wait_for_each_other_and_are_told_by_name():
    pace = ConnectingPace(60, seconds=lambda: 0.0)
    for _ in range(AT_ONCE):
        pace.turn("IMAP.example.com")
    assert pace.turn("imap.example.com") == 1.0
    assert pace.turn("imap.example.org") == 0.0


def test_nought_lets_all_through():
    pace = ConnectingPace(0)
    assert {pace.turn("imap.example.com") for _ in range(1000)} == {0.0}


def test_whoever_waits_and_is_to_stop_goes_at_once_and_the_others_wait_on():
    pace = ConnectingPace(1)
    for _ in range(AT_ONCE):
        pace.turn("imap.example.com")
    stopping, going_on = threading.Event(), threading.Event()
    told: list[bool] = []
    waiting = [
        threading.Thread(target=lambda: told.append(pace.wait("imap.example.com", stopping)), daemon=True),
        threading.Thread(target=lambda: told.append(pace.wait("imap.example.com", going_on)), daemon=True),
    ]
    for each in waiting:
        each.start()
    time.sleep(0.01)
    stopping.set()
    waiting[0].join(60)
    assert (told, waiting[1].is_alive()) == ([False], True)
    going_on.set()
    waiting[1].join(60)
    assert told == [False, False]


def test_whoever_need_not_wait_is_let_through_unless_it_is_to_stop():
    stopping = threading.Event()
    assert ConnectingPace(0).wait("imap.example.com", stopping)
    stopping.set()
    assert not ConnectingPace(0).wait("imap.example.com", stopping)
