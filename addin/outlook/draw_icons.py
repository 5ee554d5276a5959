"""Draws the icons of the Outlook add-in: the two waves of Einklang as PNG. Run it again only when the mark changes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

ICONS = Path(__file__).parent / "web" / "icons"
SIZES = (16, 32, 64, 80, 128)  # pixels; the XML manifest asks for exactly these
COLOR_SIZE, OUTLINE_SIZE = 192, 32  # pixels; what the unified manifest packs beside itself

Point = tuple[float, float]
Color = tuple[int, int, int]

VIEW = 24.0  # units of the drawing, as in addin/panel/mark.svg
STROKE = 2.6
WAVES: tuple[tuple[float, Color, float], ...] = ((12.0, (0x12, 0x88, 0x7C), 1.0), (15.5, (0xD9, 0x97, 0x3A), 0.85))
WHITE: Color = (255, 255, 255)
GRID = 4  # samples a pixel along each axis
STEPS = 16  # straight pieces of one arc


def wave(top: float) -> list[Point]:
    """The points of one wave that starts at height `top`: three arcs as in the SVG, in units of the drawing."""
    points: list[Point] = [(2.5, top)]
    for width, way in ((6.3, -1.0), (6.3, 1.0), (6.4, -1.0)):
        x, y = points[0] if len(points) == 1 else points[-1]
        ends = ((x, y), (x + 2.0, y + way * 7.0), (x + width - 2.0, y + way * 7.0), (x + width, y))
        points += [_on_curve(ends, step / STEPS) for step in range(1, STEPS + 1)]
    return points


def _on_curve(ends: tuple[Point, Point, Point, Point], t: float) -> Point:
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = ends
    return a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy


def _near(points: list[Point], x: float, slack: float) -> list[tuple[Point, Point]]:
    """The pieces of a wave that a pen could reach from a column of pixels around `x`."""
    reach = STROKE / 2 + slack
    pieces = pairwise(points)
    return [(a, b) for a, b in pieces if min(a[0], b[0]) - reach <= x <= max(a[0], b[0]) + reach]


def _covers(pieces: list[tuple[Point, Point]], x: float, y: float) -> bool:
    """Whether a round pen drawn along the pieces covers a place."""
    reach = (STROKE / 2) ** 2
    for (ax, ay), (bx, by) in pieces:
        dx, dy = bx - ax, by - ay
        t = min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
        if (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2 <= reach:
            return True
    return False


def _shares(points: list[Point], size: int) -> Iterator[float]:
    """How much of each pixel a wave covers, row by row."""
    unit = VIEW / size
    offsets = [(place + 0.5) / GRID for place in range(GRID)]
    columns = [_near(points, (column + 0.5) * unit, unit) for column in range(size)]
    low, high = (extreme(y for _, y in points) for extreme in (min, max))
    for row in range(size):
        is_near = low - STROKE / 2 <= (row + 1) * unit and row * unit <= high + STROKE / 2
        for column, pieces in enumerate(columns):
            places = [((column + dx) * unit, (row + dy) * unit) for dy in offsets for dx in offsets] if is_near else []
            yield sum(_covers(pieces, x, y) for x, y in places) / GRID**2


def pixels(size: int, *, plain: bool = False) -> bytes:
    """RGBA of the mark in a square of `size` pixels; `plain`: white on transparent, as outline icons must be."""
    drawn = [(0.0, 0.0, 0.0, 0.0)] * (size * size)
    for top, color, strength in WAVES:
        ink = WHITE if plain else color
        for place, share in enumerate(_shares(wave(top), size)):
            drawn[place] = _over(drawn[place], ink, share * (1.0 if plain else strength))
    return bytes(value for pixel in drawn for value in _rounded(pixel))


def _over(under: tuple[float, ...], ink: Color, alpha: float) -> tuple[float, float, float, float]:
    """Ink on what lies under it; colours are held multiplied with their opacity."""
    red, green, blue, opacity = under
    rest = 1 - alpha
    return (
        ink[0] * alpha + red * rest,
        ink[1] * alpha + green * rest,
        ink[2] * alpha + blue * rest,
        alpha + opacity * rest,
    )


def _rounded(pixel: tuple[float, ...]) -> tuple[int, int, int, int]:
    red, green, blue, opacity = pixel
    if opacity == 0:
        return 0, 0, 0, 0
    return round(red / opacity), round(green / opacity), round(blue / opacity), round(opacity * 255)


def png(size: int, rgba: bytes) -> bytes:
    """A PNG file of square RGBA pixels."""
    rows = b"".join(b"\x00" + rgba[row * size * 4 : (row + 1) * size * 4] for row in range(size))
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def icons() -> dict[str, tuple[int, bytes]]:
    """Every icon by its file's name: its size in pixels and its RGBA."""
    drawn = {f"icon-{size}.png": (size, pixels(size)) for size in SIZES}
    drawn["color.png"] = (COLOR_SIZE, pixels(COLOR_SIZE))
    drawn["outline.png"] = (OUTLINE_SIZE, pixels(OUTLINE_SIZE, plain=True))
    return drawn


def main() -> None:
    ICONS.mkdir(parents=True, exist_ok=True)
    for name, (size, rgba) in icons().items():
        (ICONS / name).write_bytes(png(size, rgba))


if __name__ == "__main__":
    main()
