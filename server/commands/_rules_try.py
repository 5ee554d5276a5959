"""`einklang rules try`: a new or changed rule, or other weights, on the mail that the team sent; nothing goes live."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from server.access import EVERYTHING
from server.commands import Invocation, as_json, table

if TYPE_CHECKING:
    from coach.rule_making import Known
    from coach.ruleset import RuleSet
    from server.backtest import Backtest, Fired, RuleTrial, WeightsTrial
    from server.rulebook import RuleFiles
    from server.store import HintTotals, SentMessage
    from server.works_council import Council

EXAMPLES = 5
BIGGEST = 10
TOP_CUSTOMERS = 5
LONGEST_SHOWN = 70  # characters of an example
LANGUAGE = {"de": "German", "en": "English", "mixed": "mixed", "other": "other"}


@click.command("try")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE...")
@click.option("--weights", multiple=True, metavar="DIMENSION=WEIGHT", help="Try another weight; may be given again.")
@click.option("--mails", default=2000, show_default=True, type=click.IntRange(1), help="The latest so many sent mails.")
@click.option("--json", "for_programs", is_flag=True, help="As JSON.")
@click.pass_obj
def try_(
    invocation: Invocation, files: tuple[Path, ...], weights: tuple[str, ...], mails: int, for_programs: bool
) -> None:
    """Try the rule in each FILE, and other weights, on the mail that the team sent. Nothing goes live by trying."""
    from coach.rule_making import Known
    from server.backtest import Backtest
    from server.wiring import build, rule_files
    from server.writers import behind

    if not files and not weights:
        raise click.UsageError("Give a rule file, or --weights such as emoji=0.5.")
    known = Known.installed()
    wanted = dict(_weight(each, known) for each in weights)
    in_force, tried = _rule_sets(rule_files(invocation.settings), known, files)
    services = build(invocation.settings, invocation.env)
    try:
        sent = services.store.sent_mail.latest(mails, sight=EVERYTHING)
        if not sent:
            raise click.ClickException("No sent mail is stored with its text, so there is nothing to try it on.")
        council, team_people = services.council(), services.store.team_people
        if not council.releases(behind(team_people.behind_mails(each.id for each in sent))):
            raise click.ClickException(_too_few(council))
        services.coach.warm_up(encoder=bool(files))
        backtest = Backtest(services.store, services.shelf, services.coach, services.team(), services.clock())
        ids = [each.says.id for each in tried.files[-len(files) :]] if files else []
        rules = _tried_rules(backtest, tried, in_force, ids, sent) if ids else []
        moves = _tried_weights(backtest, wanted, in_force, sent) if wanted else None
        hidden = {
            each.rule
            for each in rules
            if each.mails_with_hints and not council.releases(behind(team_people.behind_mails(each.mails_with_hints)))
        }
        totals = services.store.hint_feedback.totals()
    finally:
        services.close()
    if for_programs:
        as_json(_plain([each for each in rules if each.rule not in hidden], moves, totals, singly=not council.is_on))
        return
    on = {each.id for each in tried.rules}
    for trial in rules:
        if trial.rule in hidden:
            click.echo(f"{trial.rule}: {_too_few(council)}\n")
            continue
        lines = _rule_lines(trial, totals.get(trial.rule), sent, is_on=trial.rule in on, singly=not council.is_on)
        click.echo("\n".join(lines) + "\n")
    if moves:
        click.echo("\n".join(_weight_lines(moves, singly=not council.is_on)))


def _too_few(council: Council) -> str:
    return (
        f"Behind these mails are fewer than {council.min_group} people, or mostly one, so what a rule finds in them "
        "would tell of single people and is not shown (works-council mode; see docs/works-council.md)."
    )


def _weight(given: str, known: Known) -> tuple[str, float]:
    from coach.rule_problems import meant

    name, _, number = given.partition("=")
    if name not in known.dimensions:
        raise click.BadParameter(f"There is no dimension {name!r}.{meant(name, known.dimensions)}")
    try:
        weight = float(number)
    except ValueError:
        weight = -1.0
    if not 0.0 <= weight <= 3.0:
        raise click.BadParameter(f"{given!r}: write a number from 0 to 3, such as {name}=0.5")
    return name, weight


def _rule_sets(files: RuleFiles, known: Known, paths: Sequence[Path]) -> tuple[RuleSet, RuleSet]:
    """The rules in force and those with the files that are tried."""
    from coach.rule_problems import RuleError

    try:
        in_force = files.read(known)
    except RuleError as error:
        raise click.ClickException(f"The rules in force have mistakes; mend these first.\n{error}") from error
    try:
        return in_force, files.read(known, instead=paths)
    except RuleError as error:
        raise click.ClickException(f"{error}\n\nNothing was tried.") from error


def _tried_rules(
    backtest: Backtest, tried: RuleSet, in_force: RuleSet, ids: Sequence[str], sent: Sequence[SentMessage]
) -> list[RuleTrial]:
    from tqdm import tqdm

    with tqdm(total=len(sent), desc="Trying rules", unit="mail", disable=None, leave=False) as bar:
        return backtest.rules(tried, in_force, ids, sent, bar.update)


def _tried_weights(
    backtest: Backtest, weights: dict[str, float], in_force: RuleSet, sent: Sequence[SentMessage]
) -> WeightsTrial:
    from tqdm import tqdm

    with tqdm(total=len(sent), desc="Trying weights", unit="mail", disable=None, leave=False) as bar:
        return backtest.weights(weights, in_force, sent, bar.update)


def _rule_lines(
    trial: RuleTrial, totals: HintTotals | None, sent: Sequence[SentMessage], *, is_on: bool, singly: bool
) -> Iterator[str]:
    """What is told of a trial; `singly`: also of single mails, by customer and day."""
    first, last = min(each.date for each in sent), max(each.date for each in sent)
    whom = f"{trial.total} sent mails to {trial.customers} customers"
    yield f"{trial.rule}: tried on {whom}, {first:%Y-%m-%d} to {last:%Y-%m-%d}"
    if not is_on:
        yield "It is switched off in coaching.toml or in its file, so it is silent."
    yield ""
    yield _frequencies(trial, singly=singly)
    yield ""
    if not trial.is_new:
        yield f"{len(trial.gained)} mails gain the hint, {len(trial.lost)} lose it."
    top = trial.by_customer
    if top and singly:
        most = ", ".join(f"{address} {count}" for address, count in top[:TOP_CUSTOMERS])
        yield f"For {len(top)} of {trial.customers} customers; most: {most}."
    if trial.median_gain is not None:
        yield f"Its changes gain {trial.median_gain:+.1f} points (median)."
    if totals:
        yield f"So far its hints were followed {totals.accepted} times and dismissed {totals.dismissed} times."
    else:
        yield "Nobody has followed or dismissed one of its hints yet."
    yield from _shown("Examples", trial.examples(EXAMPLES), singly=singly)
    if not trial.is_new:
        yield from _shown("Gained", trial.gained[:EXAMPLES], singly=singly)
        yield from _shown("Lost", trial.lost[:EXAMPLES], singly=singly)


def _frequencies(trial: RuleTrial, *, singly: bool) -> str:
    heads = ["", "MAILS", "HINTS", "PER 100"] + ([] if trial.is_new else ["IN FORCE", "PER 100"])
    by_language = sorted(trial.mails) if singly else []  # who but one writes English here?
    codes = [*by_language, *([None] if len(by_language) != 1 else [])]
    rows = []
    for code in codes:
        mails = trial.mails[code] if code else trial.total
        row = [LANGUAGE.get(code, code) if code else "all", str(mails)]
        for fired in (trial.fired,) if trial.is_new else (trial.fired, trial.fired_before):
            hits = sum(code in (None, each.language) for each in fired)
            row += [str(hits), f"{trial.per_hundred(fired, code):.1f}"]
        rows.append(row)
    return table(heads, rows)


def _shown(title: str, fired: Sequence[Fired], *, singly: bool) -> Iterator[str]:
    if not fired:
        return
    yield f"\n{title}:"
    for each in fired:
        change = f" -> {_short(each.change)!r}" if each.change is not None else ""
        where = f"{each.date:%Y-%m-%d} {each.customer} " if singly else ""
        yield f"  {where}[{each.language}] {_short(each.words)!r}{change}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_SHOWN else flat[: LONGEST_SHOWN - 1] + "…"


def _weight_lines(trial: WeightsTrial, *, singly: bool) -> Iterator[str]:
    told = ", ".join(f"{name} {weight:g}" for name, weight in trial.weights.items())
    yield f"Weights {told}: tried on {len(trial.moved)} sent mails with a score ({trial.unscored} have none)."
    if trial.quartiles is None:
        return
    low, middle, high = trial.quartiles
    yield f"Scores move by {middle:+.1f} points (median); half of them between {low:+.1f} and {high:+.1f}."
    if not singly:
        return
    yield "\nThe biggest moves:"
    yield from (
        f"  {each.by:+5.1f}  {each.before:5.1f} -> {each.after:5.1f}  {each.date:%Y-%m-%d} {each.customer}"
        for each in trial.biggest(BIGGEST)
    )


def _plain(
    rules: Sequence[RuleTrial], moves: WeightsTrial | None, totals: dict[str, HintTotals], *, singly: bool
) -> dict[str, object]:
    return {
        "rules": [_plain_rule(each, totals.get(each.rule), singly=singly) for each in rules],
        "weights": _plain_weights(moves, singly=singly) if moves else None,
    }


def _plain_rule(trial: RuleTrial, totals: HintTotals | None, *, singly: bool) -> dict[str, object]:
    return {
        "rule": trial.rule,
        "new": trial.is_new,
        "mails": trial.total,
        "by_language": {
            code: {
                "mails": trial.mails[code],
                "per_100": trial.per_hundred(trial.fired, code),
                "in_force_per_100": trial.per_hundred(trial.fired_before, code),
            }
            for code in sorted(trial.mails)
        }
        if singly
        else None,
        "hints": len(trial.fired),
        "per_100": trial.per_hundred(trial.fired),
        "in_force_hints": len(trial.fired_before),
        "in_force_per_100": trial.per_hundred(trial.fired_before),
        "gained": [each.mail for each in trial.gained] if singly else None,
        "lost": [each.mail for each in trial.lost] if singly else None,
        "customers": trial.customers,
        "by_customer": dict(trial.by_customer) if singly else None,
        "median_gain": trial.median_gain,
        "accepted": totals.accepted if totals else 0,
        "dismissed": totals.dismissed if totals else 0,
        "examples": [
            {
                "mail": each.mail if singly else None,
                "language": each.language,
                "words": each.words,
                "change": each.change,
                "gain": each.gain,
            }
            for each in trial.examples(EXAMPLES)
        ],
    }


def _plain_weights(trial: WeightsTrial, *, singly: bool) -> dict[str, object]:
    return {
        "weights": dict(trial.weights),
        "mails": len(trial.moved),
        "unscored": trial.unscored,
        "quartiles": trial.quartiles,
        "biggest": [
            {"mail": each.mail, "customer": each.customer, "before": each.before, "after": each.after}
            for each in trial.biggest(BIGGEST)
        ]
        if singly
        else None,
    }
