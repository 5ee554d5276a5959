"""Prints docs/relationships.md: how relationships are graded, with every signal, its weight and its source.

python bench/list_signals.py > docs/relationships.md
"""

from __future__ import annotations

from coach.collect import collect
from coach.relationship.grade import Grading
from coach.relationship.phase import FITS, LADDER, Phase
from coach.relationship.signal import Signal
from coach.relationship.steps import STEPS

INTRODUCTION = """# Relationships: how grades come about

Einklang grades how well the relationship with each customer stands, from the mail itself: **A** (good), **B** (in
between) or **C** (in trouble), with an index from 0 to 100. No gut feeling, no black box: the index is 50 plus the
points of the signals below, each point opens onto the mails and sentences behind it, and a person may set a grade of
their own beside it, with the reason. This page is printed by `python bench/list_signals.py`.

## What is looked at

When a mail is learned, it leaves a *trace*: figures and places in the mail, never its words (feelings and their
strength, praise and thanks, thoughts of leaving, questions and complaints, promises, the parts of an apology, rates
of function words). Traces stay when the text goes (`privacy.keep_text_days`); only the quotes behind a point then say
that the text is no longer kept. Whether a mail of the team took up a question or kept a promise is worked out when
both texts are at hand, and noted.

A customer is graded again within seconds of new mail, and twice a day without any, because silence grows and promises
fall due. What happened {half_life} days ago counts half as much as what happens today.

## The grade

- An index of {a_from:g} or more is an A, below {c_below:g} a C. With fewer than {least} mails there is no grade, and
  it is said so.
- The **band** holds the index in 90 % of cases, as far as it rests on few observations: two mails say little, forty
  say much.
- The **trend** is by how many points the index moved within 60 days.
- Small and large customers are measured by the same yardstick: nothing here knows what anybody pays.

An admin changes all of it in `config/coaching.toml`; a saved change has everybody graded again:

```toml
[relationship]
a_from = 70
c_below = 40
least_mails = 6
[relationship.weights]
silence = 5      # points that the signal may add or take; 0: it does not count
warmth = 12

[segments.key-accounts]
domains = ["wolf.example"]
contact_days = 30   # how often these customers want to be heard; their own habit goes before it
```

## The signals

Each says something between -1 and 1. Its points are that, times its weight, times how much it rests on: with as many
observations as *steady* says, a signal counts by half.

| signal | what it tells | weight | steady | source |
|---|---|---|---|---|"""

LISTS = """
## In danger, ripe, forgotten

- **In danger**: a low or falling index, words of leaving, of other suppliers or of further steps in the last four
  months, a complaint that nobody healed.
- **Ripe**: the customer asks for offers, speaks of growth or of plans together, and nothing is open between you.
- **Forgotten**: nothing was wrong, and neither side has written for longer than is usual between you.

Every customer on a list comes with the reasons in words, the mails behind them, and the next best step with a first
sentence in the customer's form of address:

| step | what to do |
|---|---|"""

PHASES = """
## Phases of closeness

One after the other; none is skipped, and a relationship in trouble (grade C) is never further than *deepening*. A
hint warns where a draft takes a step too early (`phase-skipped`).

| phase | shown by | what fits |
|---|---|---|"""

END = """
## What is open

Questions, requests, complaints and wishes of customers stay on the list until a mail of the team takes them up, the
customer says that all is well, or a person ticks them; promises of the team until a later mail keeps them or a person
ticks them. After 120 days nobody waits any more.

## What to doubt

- Grades rest on words and times. A customer who never complains and simply stops writing shows as silence only.
- Irony, and what was said on the phone, are not seen. Notes of calls can be imported ([import](import.md)); then
  contact counts.
- The weights are our own estimates, not learned from outcomes. Whether the grade goes with outcomes *in your
  mailboxes* is measured on the page *Effect* and said plainly, also where it does not. [Benchmarks](benchmarks.md)
  has what it gave on public mail.
- Function words (LSM) are a diagnosis with a small weight: nobody steers them by will, and a one-sided echo is no
  closeness.
"""


def page() -> str:
    """The whole page."""
    every = sorted(collect("coach.relationship.signals", Signal).values(), key=lambda each: (-each.weight, each.name))
    grading = Grading()
    head = INTRODUCTION.format(half_life=120, a_from=grading.a_from, c_below=grading.c_below, least=grading.least_mails)
    signals = [
        f"| `{each.name}` | {each.explain['en']} | {each.weight:g} | {each.steady:g} | {each.source} |"
        for each in every
    ]
    steps = [f"| {each.label['en']} | {each.advice['en']} |" for each in STEPS.values()]
    phases = [f"| {Phase.OPPORTUNITY} | the first mails | {FITS[Phase.OPPORTUNITY]['en']} |"]
    for phase, (needed, evidence) in LADDER.items():
        shown = f"{needed} of: {', '.join(each.label['en'] for each in evidence)}"
        phases.append(f"| {phase} | {shown} | {FITS[phase]['en']} |")
    return "\n".join([head, *signals, LISTS, *steps, PHASES, *phases, END])


def main() -> None:
    print(page(), end="")


if __name__ == "__main__":
    main()
