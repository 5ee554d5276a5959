"""POST /api/v1/hints/feedback: a dismissed rule stays away for this rep and this customer, and can come back."""

from __future__ import annotations

from datetime import timedelta

from tests.office import ANNA, DRAFT, NOW
from tests.server.api.conftest import Api, new_user_token

TIM = "tim@packwerk.example"


def rules(found: dict) -> list[str]:
    return [each["rule"] for each in found["suggestions"]]


def told(api: Api, rule: str, action: str, customer: str = ANNA, **more: str | None) -> list[str]:
    body = {"rule": rule, "customer": customer, "action": action, "language": "de"}
    answer = api.post("hints/feedback", body, **more)
    assert answer.status_code == 200, answer.get_json()
    return answer.get_json()["dismissed"]


def test_a_dismissed_rule_stays_away_and_others_go_on_speaking(api: Api):
    before = api.assess(DRAFT, customer=ANNA)
    first = rules(before)[0]
    assert told(api, first, "dismissed") == [first]
    after = api.assess(DRAFT, customer=ANNA)
    assert after["dismissed"] == [first]
    assert first not in rules(after)
    assert rules(after)
    assert after["score"] == before["score"]


def test_a_dismissed_rule_speaks_up_again_when_it_is_restored(api: Api):
    before = api.assess(DRAFT, customer=ANNA)
    told(api, rules(before)[0], "dismissed")
    assert told(api, rules(before)[0], "restored") == []
    after = api.assess(DRAFT, customer=ANNA)
    assert (rules(after), after["dismissed"]) == (rules(before), [])


def test_what_one_rep_dismissed_others_still_see_and_this_rep_for_others(api: Api):
    first = rules(api.assess(DRAFT, customer=ANNA))[0]
    told(api, first, "dismissed")
    sam = new_user_token(api.office, "sam")
    seen = api.post("assessments", {"draft": {"text": DRAFT}, "customer": ANNA}, token=sam).get_json()
    assert (seen["dismissed"], first in rules(seen)) == ([], True)
    assert api.assess(DRAFT, customer=TIM)["dismissed"] == []


def test_an_accepted_hint_is_counted_and_nothing_goes_away(api: Api):
    first = rules(api.assess(DRAFT, customer=ANNA))[0]
    assert told(api, first, "accepted", f"Anna Krause <{ANNA.upper()}>") == []
    assert api.office.store.hint_feedback.totals() == {}  # a batch of several people, and a week, is shown at once
    api.office.store.hint_feedback.release(1, NOW + timedelta(days=7))
    totals = api.office.store.hint_feedback.totals()
    assert (totals[first].accepted, totals[first].dismissed) == (1, 0)


def test_in_the_demo_all_visitors_share_one_memory(demo_api: Api):
    token = demo_api.client.post("/api/v1/session", json={}).get_json()["token"]
    assert told(demo_api, "urgency", "dismissed", token=token) == ["urgency"]
    again = demo_api.client.post("/api/v1/session", json={}).get_json()["token"]
    seen = demo_api.post("assessments", {"draft": {"text": DRAFT}, "customer": ANNA}, token=again).get_json()
    assert seen["dismissed"] == ["urgency"]


def test_what_is_no_rule_no_address_or_no_action_is_refused(api: Api):
    good = {"rule": "urgency", "customer": ANNA, "action": "dismissed", "language": "de"}
    for wrong in ({"rule": "urgancy"}, {"customer": "Anna"}, {"action": "hated"}, {"language": "fr"}, {"rep": "sam"}):
        assert api.post("hints/feedback", good | wrong).status_code == 422, wrong
    assert api.client.post("/api/v1/hints/feedback", json=good).status_code == 401
    assert api.office.store.hint_feedback.totals() == {}


def test_a_dismissal_of_a_rule_that_is_gone_can_be_taken_back(api: Api):
    account = api.office.store.accounts.get_user("rita").id
    api.office.store.hint_feedback.note(account, "was-a-rule", ANNA, "de", "dismissed", NOW)
    assert told(api, "was-a-rule", "restored") == []
