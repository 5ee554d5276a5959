"""The OpenAI-compatible protocol, `POST .../chat/completions`, as Ollama, vLLM and llama.cpp's server speak it."""

from __future__ import annotations

import http.client
import json
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from server.rewriting.language_model import ModelFailed, ModelProblem, Turn

LONGEST_ANSWER = 1 << 20  # bytes; a mail is a thousandth of it
TEMPERATURE = 0.2  # a rewrite is no poem; 0 makes some small models repeat themselves
PROBLEMS = {
    401: ModelProblem.KEY_REFUSED,
    403: ModelProblem.KEY_REFUSED,
    404: ModelProblem.NOT_FOUND,
    429: ModelProblem.OVERLOADED,
    503: ModelProblem.OVERLOADED,
}
REMEDIES = {
    ModelProblem.KEY_REFUSED: "check EINKLANG_LANGUAGE_MODEL_API_KEY",
    ModelProblem.NOT_FOUND: "check language_model.endpoint (it mostly ends in /v1) and language_model.model",
    ModelProblem.OVERLOADED: "it has too much to do",
    ModelProblem.FAILED: "its own log says why",
}


@dataclass(frozen=True, slots=True)
class ChatCompletions:
    """A model behind `endpoint` ("http://127.0.0.1:11434/v1"); an answer takes `within` seconds at most, all in all.

    It follows no redirect and takes no proxy or password from the environment: what is sent goes to this host only.
    """

    endpoint: str
    name: str
    within: float
    key: str = field(default="", repr=False)

    @property
    def host(self) -> str:
        return urlsplit(self.endpoint).hostname or ""

    def answer(self, turns: Sequence[Turn], *, most_tokens: int) -> str:
        question = {
            "model": self.name,
            "messages": [{"role": each.role, "content": each.text} for each in turns],
            "temperature": TEMPERATURE,
            "max_tokens": most_tokens,
            "stream": False,
        }
        status, body = self._post(json.dumps(question).encode())
        if status != http.client.OK:
            problem = PROBLEMS.get(status, ModelProblem.FAILED)
            raise ModelFailed(problem, f"{self._called()} answered with HTTP {status}: {REMEDIES[problem]}.")
        return self._text_in(body)

    def _post(self, body: bytes) -> tuple[int, bytes]:
        headers = {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        parts = urlsplit(self.endpoint)
        path = f"{parts.path.rstrip('/')}/chat/completions" + (f"?{parts.query}" if parts.query else "")
        connection = self._connection()
        with self._told(connection):
            connection.request("POST", path, body, headers)
            with connection.getresponse() as response:
                answer = response.read(LONGEST_ANSWER + 1)
        if len(answer) > LONGEST_ANSWER:
            raise ModelFailed(ModelProblem.NONSENSE, f"{self._called()} answered with more than a megabyte.")
        return response.status, answer

    def _connection(self) -> http.client.HTTPConnection:
        parts = urlsplit(self.endpoint)
        host = parts.hostname or ""
        if parts.scheme == "https":
            context = ssl.create_default_context()
            return http.client.HTTPSConnection(host, parts.port, timeout=self.within, context=context)
        return http.client.HTTPConnection(host, parts.port, timeout=self.within)

    @contextmanager
    def _told(self, connection: http.client.HTTPConnection) -> Iterator[None]:
        """Hangs up when the time is over, however slowly the other side drips, and tells what went wrong in words."""
        began = time.monotonic()
        try:
            connection.connect()
            left = max(self.within - (time.monotonic() - began), 0.0)
            hang_up = threading.Timer(left, _hang_up, [connection.sock])
            hang_up.daemon = True
            hang_up.start()
            try:
                yield
            finally:
                hang_up.cancel()
            if time.monotonic() - began >= self.within:
                raise TimeoutError  # hung up in the middle of an answer, which may look like its end
        # ValueError: what the standard library raises for a port or a status line that is no number
        except (OSError, http.client.HTTPException, ValueError) as error:
            if time.monotonic() - began >= self.within:
                raise ModelFailed(ModelProblem.SLOW, f"{self._called()} took longer than {self.within:g} s.") from None
            # `from None`: the text of such an error may repeat what was answered
            what = type(error).__name__ if not isinstance(error, OSError) else error.strerror or type(error).__name__
            raise ModelFailed(ModelProblem.UNREACHABLE, f"{self._called()} cannot be reached: {what}.") from None
        finally:
            connection.close()

    def _text_in(self, body: bytes) -> str:
        try:
            choice = json.loads(body)["choices"][0]
            text, ended = choice["message"]["content"], choice.get("finish_reason")
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            raise self._nonsense() from None
        if not isinstance(text, str):
            raise self._nonsense()
        if ended == "length":
            raise ModelFailed(ModelProblem.CUT_OFF, f"{self._called()} did not come to an end of its answer.")
        return text

    def _nonsense(self) -> ModelFailed:
        return ModelFailed(
            ModelProblem.NONSENSE,
            f"{self._called()} does not speak the protocol: check that language_model.endpoint ends in /v1.",
        )

    def _called(self) -> str:
        return f"The language model {self.name!r} at {self.host}"


def _hang_up(connected: Any) -> None:
    with suppress(OSError, AttributeError):
        connected.shutdown(socket.SHUT_RDWR)
