"""How much the panel transfers: python bench/panel_size.py"""

from __future__ import annotations

from server.web.files import ADDIN
from server.web.packed import pack, pack_file
from server.web.panel_bundle import bundle


def main() -> None:
    """Prints every file that the panel's page loads: bytes as they are, and as gzip."""
    panel = ADDIN / "panel"
    files = {name: pack(name, content) for name, content in bundle(panel).items()}
    files["mark.svg"] = pack_file(panel / "mark.svg")
    total = 0
    for name, packed in files.items():
        sent = len(packed.gzipped or packed.plain)
        total += sent
        print(f"{name:12} {len(packed.plain):7,} bytes, sent as {sent:7,}")
    print(f"{'together':12} {'':13} sent as {total:7,}")


if __name__ == "__main__":
    main()
