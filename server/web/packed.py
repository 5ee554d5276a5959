"""Files of text as they are sent: compressed where the browser can, and not at all where it has them already."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from flask import Request, Response

SMALL = 200  # bytes; below that the frame of gzip costs more than it saves
TYPES = {".js": "text/javascript", ".svg": "image/svg+xml"}  # a system's own table may say otherwise


@dataclass(frozen=True, slots=True)
class Packed:
    """A content, its type, and both of its forms on the wire."""

    mimetype: str
    plain: bytes = field(repr=False)
    gzipped: bytes | None = field(repr=False)
    digest: str

    def answer(self, request: Request) -> Response:
        """The response to `request`: 304 where its ETag is the newest, gzip where it is accepted."""
        is_small = self.gzipped is not None and bool(request.accept_encodings["gzip"])
        response = Response(self.gzipped if is_small and self.gzipped else self.plain, mimetype=self.mimetype)
        if is_small:
            response.headers["Content-Encoding"] = "gzip"
        response.headers["Vary"] = "Accept-Encoding"
        response.headers["Cache-Control"] = "no-cache"  # asked again each time, answered 304 while unchanged
        response.set_etag(f"{self.digest}-gzip" if is_small else self.digest)
        response.make_conditional(request)
        return response


def pack_file(path: Path) -> Packed:
    """The file as it is now; compressed once, until it changes."""
    now = path.stat()
    return _packed_file(path, now.st_mtime_ns, now.st_size)


@lru_cache(maxsize=256)
def pack(name: str, content: bytes) -> Packed:
    """`content` ready to be sent; `name` says of which type it is."""
    mimetype = TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    is_text = mimetype.startswith("text/") or mimetype in {"image/svg+xml", "application/json"}
    gzipped = gzip.compress(content, 9, mtime=0) if is_text and len(content) > SMALL else None
    return Packed(mimetype, content, gzipped, hashlib.sha256(content).hexdigest()[:20])


@lru_cache(maxsize=256)
def _packed_file(path: Path, changed: int, size: int) -> Packed:
    return pack(path.name, path.read_bytes())
