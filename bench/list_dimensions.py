"""Prints docs/dimensions.md: every style dimension with its unit, stance, needed evidence and source.

python bench/list_dimensions.py > docs/dimensions.md
"""

from __future__ import annotations

from coach.collect import collect
from coach.dimension import Dimension

INTRODUCTION = """# The style dimensions

One file each in `coach/dimensions`. `mirror`: a draft should do as the customer does; only such dimensions make points.
`complement`: it should do the opposite. `ignore`: shown, but good or bad in any answer. "least" is the evidence (words,
sentences or what the unit names) below which a value is too noisy to be compared. `Coach.measure` gives the numbers by
these names, `Coach.read` the words behind them, too. This page is printed by `python bench/list_dimensions.py`.

| name | what it is | unit | stance | least | languages | source |
|---|---|---|---|---|---|---|"""


def row(dimension: Dimension) -> str:
    """One line of the table."""
    cells = (
        f"`{dimension.name}`",
        dimension.label["en"],
        dimension.unit,
        dimension.stance.value,
        f"{dimension.least:g}",
        ", ".join(sorted(dimension.languages)),
        dimension.source,
    )
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def page() -> str:
    """The whole page."""
    every = sorted(collect("coach.dimensions", Dimension).items())
    return "\n".join([INTRODUCTION, *(row(dimension) for _, dimension in every)]) + "\n"


def main() -> None:
    print(page(), end="")


if __name__ == "__main__":
    main()
