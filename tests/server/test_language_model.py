"""A draft rewritten as a whole: what a model's server is asked, how its failures are told, what is let through."""

from __future__ import annotations

import json
import logging
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coach import Coach
from server.errors import SettingsError
from server.rewriting import LanguageModel, ModelFailed, ModelProblem, Turn
from server.rewriting.answer import mail_in
from server.rewriting.chat_completions import ChatCompletions
from server.rewriting.refusals import SENTENCES
from server.rewriting.word_diff import word_diff
from server.secrets import SecretError, language_model_key
from server.settings import load
from server.wiring import rewriting_for
from tests.model_server import ModelServer, model_server
from tests.office import ANNA, DRAFT, FORMAL, TEAM, mail, mails_of_anna, open_office
from tests.server.api.conftest import Api, api_of

KEY = "EINKLANG_LANGUAGE_MODEL_API_KEY"
QUESTION = (Turn("system", "Rewrite."), Turn("user", "Hello"))
GOOD = (
    "Sehr geehrte Frau Krause,\n\ndie Waage wird selbstverständlich am Freitag geliefert. Bitte teilen Sie mir kurz "
    "mit, ob dieser Termin für Sie passt, dann verfahren wir so. Ich freue mich bereits darauf.\n\n"
    "Mit freundlichen Grüßen\nMax"
)
SALUTATION = "Sehr geehrte Frau Krause,"


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with model_server() as found:
        found.text = GOOD
        yield found


@pytest.fixture
def office_api(tmp_path: Path, coach: Coach, model: ModelServer) -> Iterator[Api]:
    """An office that formal Anna writes to and that greeted her by surname, with a language model switched on."""
    env = {
        "EINKLANG_LANGUAGE_MODEL_ENDPOINT": model.url,
        "EINKLANG_LANGUAGE_MODEL_MODEL": "tiny-7b",
        "EINKLANG_LANGUAGE_MODEL_TIMEOUT_SECONDS": "5",
        "EINKLANG_WEB_THREADS": "2",
    }
    with open_office(tmp_path, coach, **env) as office:
        office.connect()
        answer = f"{SALUTATION}\n\nhiermit bestätigen wir Ihnen den Termin.\n\nMit freundlichen Grüßen\nMax Kern"
        sent = mail(answer, sender=f"Max Kern <{TEAM}>", to=ANNA, message_id="<out@waagen-kern.example>")
        office.receive(*mails_of_anna(12), sent)
        office.services = replace(office.services, rewriting=rewriting_for(office.services.settings, {}))
        yield api_of(office)


def rewritten(api: Api, text: str = DRAFT, **body: Any) -> dict[str, Any]:
    answer = api.post("rewrites", {"draft": {"text": text}, "customer": ANNA, **body})
    assert answer.status_code == 200, answer.get_json()
    return answer.get_json()


def refused(api: Api, text: str = DRAFT, **body: Any) -> str:
    found = rewritten(api, text, **body)
    assert found["text"] is None
    assert found["refused"]["text"]["de"]
    assert found["refused"]["text"]["en"]
    return found["refused"]["code"]


def asked(model: ModelServer) -> str:
    """All that was said to the model."""
    return json.dumps(model.questions, ensure_ascii=False)


# --- what passes ---------------------------------------------------------------------------------------------------


def test_a_wording_that_fits_better_comes_with_its_gain_and_a_diff(office_api: Api):
    found = rewritten(office_api)
    assert found["refused"] is None
    assert found["text"] == GOOD
    assert found["gain"] == pytest.approx(found["score_after"] - found["score_before"], abs=0.05)
    assert found["gain"] >= 0.5
    assert office_api.assess(DRAFT, customer=ANNA)["score"] == found["score_before"]
    assert office_api.assess(GOOD, customer=ANNA)["score"] == found["score_after"]
    assert "".join(each["text"] for each in found["changes"] if each["kind"] != "added") == DRAFT
    assert "".join(each["text"] for each in found["changes"] if each["kind"] != "removed") == GOOD
    assert found["kept"]["facts"] == 1  # Freitag
    assert 0.6 <= found["kept"]["likeness"] <= 1


def test_quotes_and_line_ends_around_the_text_stay_as_they_were(office_api: Api, model: ModelServer):
    quote = "\r\n\r\nAm 20.11.2026 um 10:12 schrieb Anna Krause:\r\n> Wann kommt die Waage?\r\n> Anna Krause"
    found = rewritten(office_api, DRAFT.replace("\n", "\r\n") + quote)
    assert found["refused"] is None
    assert found["text"] == GOOD.replace("\n", "\r\n") + quote
    assert "Wann kommt" not in asked(model)


@pytest.mark.parametrize(
    "around", ["<think>Hm, she is formal.</think>\n\n{}", "```text\n{}\n```", "<entwurf>\n{}\n</entwurf>", "{}  \n\n"]
)
def test_what_models_put_around_an_answer_is_taken_off(office_api: Api, model: ModelServer, around: str):
    model.text = around.format(GOOD)
    assert rewritten(office_api)["text"] == GOOD


# --- what the model is told ----------------------------------------------------------------------------------------


def test_the_model_is_told_habits_hints_and_the_draft_in_its_language(office_api: Api, model: ModelServer):
    rewritten(office_api)
    (question,) = model.questions
    assert question["model"] == "tiny-7b"
    assert question["stream"] is False
    assert [each["role"] for each in question["messages"]] == ["system", "user"]
    said = question["messages"][1]["content"]
    assert f"<entwurf>\n{DRAFT}\n</entwurf>" in said
    assert "durchgehend Sie" in said
    assert SALUTATION in said
    hints = office_api.assess(DRAFT, customer=ANNA)["suggestions"]
    assert any(each["message"]["de"] in said for each in hints)
    habits = office_api.get(f"customers/{ANNA}").get_json()["languages"][0]["habits"]
    assert habits
    assert all(each["text"]["de"] in said for each in habits)
    assert model.paths == ["/v1/chat/completions"]


def test_no_mail_of_the_customer_reaches_the_model(office_api: Api, model: ModelServer):
    reply_to = FORMAL.format(n=3) + "\n\nKönnen Sie uns den Preis der Bodenwaage nennen?"
    rewritten(office_api, reply_to=reply_to)
    said = asked(model)
    for sentence in ("Wir haben die Unterlagen geprüft", "Kalenderwoche", "Bodenwaage", "unsere Halle"):
        assert sentence not in said
    assert ANNA not in said


def test_nothing_of_it_is_logged(office_api: Api, model: ModelServer, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.DEBUG):
        rewritten(office_api)
        model.text = GOOD.replace("Freitag", "Montag")
        rewritten(office_api)
        model.status, model.raw = 500, GOOD.encode()
        rewritten(office_api)
    for words in ("klar kommt", "Krause", "selbstverständlich", "Freitag", "Montag"):
        assert words not in caplog.text
    assert "facts" in caplog.text
    assert "HTTP 500" in caplog.text


# --- what is dropped -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("facts", GOOD.replace("Freitag", "Montag")),
        ("facts", GOOD.replace("am Freitag", "am Freitag um 9 Uhr")),
        ("greeting", GOOD.replace("Frau Krause", "Frau Dr. Wolf")),
        ("signer", GOOD.replace("\nMax", "\nIhr Service-Team")),
        (
            "form",
            GOOD.replace("teilen Sie mir kurz mit, ob dieser Termin für Sie", "teile mir kurz mit, ob er für dich"),
        ),
        ("made_up", GOOD.replace("Ich freue", "Selbstverständlich gewähren wir Ihnen einen Rabatt. Ich freue")),
        ("made_up", f"Hier ist die überarbeitete Mail:\n\n{GOOD}"),
        ("turned_round", GOOD.replace("selbstverständlich am", "leider nicht am")),
        ("left_out", GOOD.replace("Ich freue mich bereits darauf.", "Bitte teilen Sie mir das kurz mit.")),
        ("markup", GOOD.replace("Mit freundlichen Grüßen\nMax", "Mit freundlichen Grüßen\nMax\n[Telefon]")),
        ("slips", GOOD.replace("kurz mit, ob", "kurz  mit , ob")),
        ("unchanged", DRAFT),
        ("unchanged", " \n"),
    ],
)
def test_a_wording_that_fails_a_test_is_dropped_with_the_reason(
    office_api: Api, model: ModelServer, code: str, answer: str
):
    model.text = answer
    assert refused(office_api) == code


def test_a_wording_that_fits_no_better_is_dropped(office_api: Api, model: ModelServer):
    assert refused(office_api, GOOD.replace("selbstverständlich ", "")) == "no_gain"


def test_a_wording_that_raises_a_hint_which_the_draft_does_not_is_dropped(office_api: Api, model: ModelServer):
    model.text = GOOD.replace("Bitte teilen Sie mir kurz mit, ob", "Teilen Sie mir unverzüglich mit, ob")
    assert refused(office_api) == "raises_hint"


def test_an_answer_in_another_language_is_dropped(office_api: Api, model: ModelServer):
    model.text = (
        "Dear Ms Krause,\n\nthe scale will of course be delivered on Friday. Please let me know briefly whether this "
        "suits you. I am looking forward to it.\n\nKind regards\nMax"
    )
    assert refused(office_api) == "language"


def test_a_draft_that_cannot_be_tested_is_not_sent_at_all(office_api: Api, model: ModelServer):
    assert refused(office_api, customer="nobody@else.example") == "not_scored"
    assert refused(office_api, "Hallo!") == "not_scored"
    assert refused(office_api, DRAFT * 40) == "too_long"
    assert model.questions == []


# --- how the model may fail ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("problem", "status", "raw"),
    [
        ("key_refused", 401, b'{"error": {"message": "no key"}}'),
        ("not_found", 404, b'{"error": "model not found"}'),
        ("overloaded", 429, b""),
        ("overloaded", 503, b"loading"),
        ("failed", 500, b"<html>"),
        ("failed", 400, b'{"error": "temperature"}'),
        ("nonsense", 200, b"<html>Hello</html>"),
        ("nonsense", 200, b""),
        ("nonsense", 200, b'{"choices": []}'),
        ("nonsense", 200, b"[1, 2]"),
        ("nonsense", 200, b'{"choices": [{"message": {"content": null}}]}'),
        ("nonsense", 200, b"\xff\xfe"),
        ("nonsense", 200, b'{"choices": [{"message": "text"}]}'),
        ("nonsense", 200, b" " * (1 << 20) + b"{}"),
        ("nonsense", 200, b"[" * 200_000),
    ],
)
def test_every_failure_of_the_model_is_told_in_words(
    office_api: Api, model: ModelServer, problem: str, status: int, raw: bytes
):
    model.status, model.raw = status, raw
    assert refused(office_api) == problem


def test_an_answer_that_was_cut_off_is_no_mail(office_api: Api, model: ModelServer):
    model.finish = "length"
    assert refused(office_api) == "cut_off"


def test_a_server_that_is_away_is_unreachable():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(ModelFailed) as failed:
        ChatCompletions(f"http://127.0.0.1:{port}/v1", "m", 5).answer(QUESTION, most_tokens=10)
    assert failed.value.problem is ModelProblem.UNREACHABLE


def test_a_server_that_never_answers_is_left_after_the_time_that_is_set(model: ModelServer):
    model.goes_on = threading.Event()
    with pytest.raises(ModelFailed) as failed:
        ChatCompletions(model.url, "m", 0.5).answer(QUESTION, most_tokens=10)
    assert failed.value.problem is ModelProblem.SLOW
    assert "0.5 s" in str(failed.value)


def test_an_answer_that_drips_is_left_too_although_each_byte_comes_in_time(model: ModelServer):
    model.drips = 0.05
    with pytest.raises(ModelFailed) as failed:
        ChatCompletions(model.url, "m", 1.0).answer(QUESTION, most_tokens=10)
    assert failed.value.problem is ModelProblem.SLOW


def test_a_redirect_is_not_followed_so_that_drafts_go_nowhere_else(model: ModelServer):
    with model_server() as elsewhere:
        model.status, model.moved_to = 307, f"{elsewhere.url}/chat/completions"
        with pytest.raises(ModelFailed) as failed:
            ChatCompletions(model.url, "m", 5).answer(QUESTION, most_tokens=10)
        assert failed.value.problem is ModelProblem.FAILED
        assert elsewhere.questions == []


def test_no_proxy_of_the_environment_sees_a_draft(model: ModelServer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert ChatCompletions(model.url, "m", 5).answer(QUESTION, most_tokens=10) == GOOD


def test_the_key_is_sent_and_never_shown(model: ModelServer):
    found = ChatCompletions(model.url, "m", 5, "sk-secret")
    found.answer(QUESTION, most_tokens=10)
    assert model.headers[0]["Authorization"] == "Bearer sk-secret"
    assert "sk-secret" not in repr(found)
    ChatCompletions(model.url, "m", 5).answer(QUESTION, most_tokens=10)
    assert "Authorization" not in model.headers[1]


def test_half_of_the_threads_may_wait_for_the_model_and_the_next_one_is_told(office_api: Api, model: ModelServer):
    model.goes_on = threading.Event()
    first: list[dict[str, Any]] = []
    waiting = threading.Thread(target=lambda: first.append(rewritten(office_api)))
    waiting.start()
    assert model.arrived.wait(60)
    assert refused(office_api) == "busy"
    model.goes_on.set()
    waiting.join()
    assert first[0]["text"] == GOOD
    assert rewritten(office_api)["text"] == GOOD


# --- switched on and off -------------------------------------------------------------------------------------------


def test_it_is_off_until_an_endpoint_is_set(tmp_path: Path, coach: Coach):
    with open_office(tmp_path, coach) as office:
        assert rewriting_for(office.services.settings, {}) is None
        api = api_of(office)
        assert api.get("rewrites").get_json()["enabled"] is False
        answer = api.post("rewrites", {"draft": {"text": DRAFT}, "customer": ANNA})
        assert answer.status_code == 404


def test_whoever_asks_is_told_where_drafts_would_go(office_api: Api):
    found = office_api.get("rewrites").get_json()
    assert found == {
        "enabled": True,
        "model": "tiny-7b",
        "host": "127.0.0.1",
        "timeout_seconds": 5,
        "max_words": 400,
    }


def test_nobody_without_a_token_is_served(office_api: Api):
    assert office_api.client.get("/api/v1/rewrites").status_code == 401
    assert office_api.client.post("/api/v1/rewrites", json={"draft": {"text": DRAFT}}).status_code == 401


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"ENDPOINT": "http://models.example/v1", "MODEL": "m"}, "https"),
        ({"ENDPOINT": "ftp://127.0.0.1/v1", "MODEL": "m"}, "is not the address of a service"),
        ({"ENDPOINT": "https://user:pw@models.example/v1", "MODEL": "m"}, "is not the address of a service"),
        ({"ENDPOINT": "http://127.0.0.1:11434/v1"}, "name the model"),
        ({"ENDPOINTS": "x"}, "Did you mean EINKLANG_LANGUAGE_MODEL_ENDPOINT?"),
    ],
)
def test_settings_that_cannot_work_are_refused_with_what_to_do(variables: dict[str, str], told: str):
    with pytest.raises(SettingsError, match=r"(?i)language_model") as refusal:
        load(None, {f"EINKLANG_LANGUAGE_MODEL_{name}": value for name, value in variables.items()})
    assert told in str(refusal.value)


@pytest.mark.parametrize("url", ["http://localhost:11434/v1", "http://[::1]:8080/v1", "https://models.example/v1"])
def test_plain_http_is_for_this_machine_and_https_for_any(url: str):
    found = load(None, {"EINKLANG_LANGUAGE_MODEL_ENDPOINT": url, "EINKLANG_LANGUAGE_MODEL_MODEL": "m", KEY: "sk-1"})
    assert found.language_model.endpoint == url
    rewriting = rewriting_for(found, {KEY: "sk-1"})
    assert rewriting is not None
    made: LanguageModel = rewriting.model
    assert made.host in url


def test_the_key_stands_in_the_environment_or_in_a_file_of_its_own(tmp_path: Path):
    file = tmp_path / "key"
    file.write_text("sk-file\n")
    assert language_model_key({}) == ""
    assert language_model_key({f"{KEY}_FILE": str(file)}) == "sk-file"
    assert language_model_key({KEY: "sk-env", f"{KEY}_FILE": str(file)}) == "sk-env"
    with pytest.raises(SecretError, match="cannot be read"):
        language_model_key({f"{KEY}_FILE": str(tmp_path / "none")})
    with pytest.raises(SecretError, match="no key"):
        language_model_key({KEY: "sk\nX-Evil: 1"})


def test_a_key_in_the_settings_file_is_refused(tmp_path: Path):
    file = tmp_path / "einklang.toml"
    file.write_text('[language_model]\nendpoint = ""\napi_key = "sk-1"\n')
    with pytest.raises(SettingsError, match=r"einklang\.toml:3: language_model\.api_key: there is no such key"):
        load(file, {})


# --- parts ---------------------------------------------------------------------------------------------------------


def test_every_refusal_speaks_both_languages_and_fills_its_gaps():
    for said in SENTENCES.values():
        assert set(said) == {"de", "en"}
        for text in said.values():
            assert text.format(most="400", before="50", after="40").endswith((".", "?"))


def test_a_diff_holds_both_texts_and_joins_changes_that_only_a_blank_parts():
    found = word_diff("Hi Anna, das ist gut.", "Hallo Frau Krause, das ist sehr gut.")
    assert [(each.kind, each.text) for each in found] == [
        ("removed", "Hi Anna"),
        ("added", "Hallo Frau Krause"),
        ("same", ", das ist "),
        ("added", "sehr "),
        ("same", "gut."),
    ]
    assert word_diff("", "") == ()


def test_no_change_of_a_diff_reaches_over_a_blank_line_where_both_texts_have_the_same_paragraphs():
    found = word_diff("Hi Ann,\n\nit is here. Call me.\n\nTim", "Dear Ann,\n\nit has come. Please call.\n\nTim")
    assert not [each for each in found if each.kind != "same" and "\n\n" in each.text]
    assert "".join(each.text for each in found if each.kind != "added") == "Hi Ann,\n\nit is here. Call me.\n\nTim"


def test_a_diff_with_nothing_new_only_takes_away():
    assert [each.kind for each in word_diff("a", "")] == ["removed"]


def test_thoughts_fences_and_control_characters_are_no_part_of_a_mail():
    assert mail_in("<think>a\nb</think>Hello \r\nthere\x00\n") == "Hello\nthere"
    assert mail_in("```\nHello\n```") == "Hello"
    assert mail_in("<draft>Hello</draft>") == "Hello"
    assert mail_in("<think>only thoughts</think>") == ""
