"""The security headers of every answer; a page that needs others sets them itself, and they stay."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Flask, Response, request

CONTENT_SECURITY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}"
)
UNUSED = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
    "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment", "picture-in-picture",
    "publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "web-share",
    "xr-spatial-tracking",
)  # fmt: skip
"""What a browser could do for a page and no page of ours asks for."""

HSTS = "max-age=31536000"  # a year; subdomains are not ours to decide about
FOR_OTHER_SITES = "outlook"  # the blueprint whose pictures Outlook shows on pages of its own


def content_security(frame_ancestors: Iterable[str]) -> str:
    """The Content-Security-Policy of pages that these sites may frame."""
    return CONTENT_SECURITY.format(ancestors=" ".join(("'self'", *frame_ancestors)))


def protect_answers(app: Flask, policy: str, *, public_tls: bool) -> None:
    """Gives every answer of the application its headers; `public_tls`: people reach it by TLS, here or at a proxy."""
    permissions = ", ".join(f"{each}=()" for each in UNUSED)

    @app.after_request
    def protect(response: Response) -> Response:
        is_for_others = request.blueprint == FOR_OTHER_SITES
        headers = response.headers
        headers.setdefault("Content-Security-Policy", policy)
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
        headers.setdefault("Permissions-Policy", permissions)
        headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin" if is_for_others else "same-origin")
        headers.setdefault("Cache-Control", "no-store")
        if not is_for_others:  # dialogs of Office talk to the window that opened them
            headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        if "frame-ancestors 'none'" in headers["Content-Security-Policy"]:
            headers.setdefault("X-Frame-Options", "DENY")  # for what does not read the policy
        if public_tls or request.is_secure:
            headers.setdefault("Strict-Transport-Security", HSTS)
        return response
