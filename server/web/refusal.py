"""What is told where a request is refused before any page or resource sees it: a problem document (RFC 9457)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Response, request

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse

from server.log_context import request_id


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is refused, with its HTTP status; `retry_after` in seconds."""

    status: int
    title: str
    detail: str
    retry_after: int | None = None

    def as_response(self) -> Response:
        """The answer to this request; words instead of a document to a browser that shows a page."""
        if request.accept_mimetypes.best_match(("application/problem+json", "text/html")) == "text/html":
            response = Response(f"{self.title}. {self.detail}\n", self.status, mimetype="text/plain")
        else:
            response = Response(self._document(), self.status, mimetype="application/problem+json")
        if self.retry_after is not None:
            response.headers["Retry-After"] = str(self.retry_after)
        return response

    def answer(self, start_response: StartResponse) -> list[bytes]:
        """The answer where there is no application yet."""
        body = self._document()
        head = [
            ("Content-Type", "application/problem+json"),
            ("Content-Length", str(len(body))),
            ("X-Content-Type-Options", "nosniff"),
            ("Cache-Control", "no-store"),
            ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        ]
        again = [("Retry-After", str(self.retry_after))] if self.retry_after is not None else []
        start_response(f"{self.status} {self.title}", [*head, *again])
        return [body]

    def as_bytes(self) -> bytes:
        """The whole HTTP answer where there is no application to give one; after it the connection ends."""
        body = self._document()
        head = (
            f"HTTP/1.1 {self.status} {self.title}\r\nContent-Type: application/problem+json\r\n"
            f"Content-Length: {len(body)}\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n"
            "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\nConnection: close\r\n\r\n"
        )
        return head.encode() + body

    def _document(self) -> bytes:
        told: dict[str, str | int] = {
            "type": "about:blank",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
        }
        if number := request_id():
            told["request_id"] = number
        return json.dumps(told).encode()
