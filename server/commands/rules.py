"""`einklang rules`: check, list and explain the coaching rules, and try a changed one on stored mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from server.commands import Invocation, as_json, table
from server.commands._rules_try import try_

if TYPE_CHECKING:
    from coach.rule import Rule
    from coach.rule_problems import Problem
    from coach.ruleset import RuleFile, RuleSet
    from server.rulebook import RuleFiles

TEXT_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def command() -> None:
    """Check, list and explain the coaching rules, and try a changed one on stored mail."""


command.add_command(try_)


@command.command("check")
@click.argument("files", nargs=-1, type=TEXT_FILE)
@click.pass_obj
def check(invocation: Invocation, files: tuple[Path, ...]) -> None:
    """Check the rule FILES, or all rules and the overlay: their form, and that their examples do what they say."""
    from coach.rule_problems import RuleError

    try:
        pairs = list(_single(files) if files else _all(_rule_files(invocation)))
        problems = list(_tried(pairs))
    except RuleError as error:
        problems = list(error.problems)
        pairs = []
    for each in problems:
        click.echo(str(each), err=True)
    if problems:
        raise click.ClickException(f"{len(problems)} mistake{'s' if len(problems) > 1 else ''}; nothing was changed.")
    examples = sum(1 + len(each.fine) for file, _ in pairs for each in file.examples)
    click.echo(f"{len(pairs)} rules with {examples} examples: all do what they say.")


@command.command("list")
@click.option("--topic", default="", help="Only rules about this.")
@click.option("--lang", type=click.Choice(["de", "en"]), help="Only rules that read drafts in this language.")
@click.option("--json", "for_programs", is_flag=True, help="As JSON.")
@click.pass_obj
def list_rules(invocation: Invocation, topic: str, lang: str | None, for_programs: bool) -> None:
    """List the rules, with what the overlay makes of them."""
    found = _read(invocation)
    on = {rule.id: rule for rule in found.rules}
    files = [
        file for file in found.files if topic in ("", file.says.topic) and (lang is None or lang in file.says.languages)
    ]
    if for_programs:
        as_json([_plain(file, on.get(file.says.id)) for file in files])
        return
    rows = [_row(file, on.get(file.says.id)) for file in files]
    click.echo(table(("ID", "TOPIC", "KIND", "LANGUAGES", "SEVERITY", "WHAT TO DO"), rows))
    click.echo(f"\n{len(on)} of {len(found.files)} rules are on. `einklang rules explain ID` tells all about one.")


@command.command("explain")
@click.argument("rule_id", metavar="ID")
@click.pass_obj
def explain(invocation: Invocation, rule_id: str) -> None:
    """Tell what a rule looks for, when, what it says, and which examples it stands by."""
    from coach.rule_problems import choice

    found = _read(invocation)
    file = next((each for each in found.files if each.says.id == rule_id), None)
    if file is None:
        known = [each.says.id for each in found.files]
        raise click.ClickException(f"There is no rule {rule_id!r}.{choice(rule_id, known)}")
    rule = next((each for each in found.rules if each.id == rule_id), None)
    click.echo("\n".join(_explained(file, rule)))


@command.command("schema")
@click.option("--overlay", is_flag=True, help="The schema of config/coaching.toml instead.")
@click.pass_obj
def schema(invocation: Invocation, overlay: bool) -> None:
    """Print the JSON Schema of rule files, for editors."""
    from coach.rule_making import Known
    from coach.rule_schema import coaching_schema, rule_schema

    known = Known.installed()
    if overlay:
        as_json(coaching_schema(known, tuple(each.says.id for each in _read(invocation).files)))
    else:
        as_json(rule_schema(known))


def _rule_files(invocation: Invocation) -> RuleFiles:
    from server.wiring import rule_files

    return rule_files(invocation.settings)


def _read(invocation: Invocation) -> RuleSet:
    from coach.rule_making import Known
    from coach.rule_problems import RuleError

    try:
        return _rule_files(invocation).read(Known.installed())
    except RuleError as error:
        raise click.ClickException(
            f"{error}\n\nMend these first; `einklang rules check` tells when all is well."
        ) from error


def _all(files: RuleFiles) -> Iterator[tuple[RuleFile, Rule]]:
    """Every rule as the files say, without the overlay's changes, after the overlay was read for its own mistakes."""
    from coach import ruleset
    from coach.rule_making import Known

    known = Known.installed()
    files.read(known)
    found = ruleset.read(files.all_folders, known=known)
    rules = {rule.id: rule for rule in found.rules}
    yield from ((file, rules[file.says.id]) for file in found.files if file.says.id in rules)


def _single(paths: Iterable[Path]) -> Iterator[tuple[RuleFile, Rule]]:
    """Each of these files; every mistake in any of them at once."""
    from coach.rule_making import Known
    from coach.rule_problems import RuleError
    from coach.ruleset import read_file

    known = Known.installed()
    problems: list[Problem] = []
    for path in paths:
        try:
            yield read_file(path, known=known)
        except RuleError as error:
            problems += error.problems
    if problems:
        raise RuleError(problems)


def _tried(pairs: list[tuple[RuleFile, Rule]]) -> Iterator[Problem]:
    from coach import Coach
    from coach.customers import read_customers
    from coach.rule_checks import Checker
    from coach.ruleset import PACKAGED

    checker = Checker.by(Coach.load(), read_customers(PACKAGED / "customers.toml"))
    with click.progressbar(pairs, label="Trying examples", hidden=len(pairs) < 2) as shown:
        for file, rule in shown:
            yield from checker.problems(file, rule)


def _row(file: RuleFile, rule: Rule | None) -> tuple[str, ...]:
    says = file.says
    severity = rule.severity if rule else "off"
    message = (rule.message if rule else says.message).get("en", "")
    return says.id, says.topic, says.kind, " ".join(says.languages), severity, message


def _plain(file: RuleFile, rule: Rule | None) -> dict[str, object]:
    shown = file.says.model_dump(mode="json", exclude={"examples"})
    return {
        **shown,
        "on": rule is not None,
        "severity": rule.severity if rule else shown["severity"],
        "file": file.name,
    }


def _explained(file: RuleFile, rule: Rule | None) -> Iterator[str]:
    says = file.says
    yield f"{says.id} ({says.topic}; kind {says.kind}; {', '.join(says.languages)})"
    yield f"File: {file.name}"
    yield f"Severity: {rule.severity}, rank {rule.rank:g}" if rule else "Switched off."
    if rule and rule.when:
        yield f"Only when: {rule.when.text}"
    if says.rewrite:
        yield f"Offers what the rewriter {says.rewrite!r} makes."
    for code in ("de", "en"):
        yield f"Says ({code}): {(rule.message if rule else says.message).get(code, '')}"
        reason = (rule.reason if rule else says.reason).get(code, "")
        yield f"Why ({code}): {reason or 'the customer' + chr(39) + 's habit beside the draft' + chr(39) + 's'}"
    yield "Options:"
    options = rule.options.model_dump(mode="json", exclude_defaults=True) if rule else says.options
    yield from (f"  {name} = {value}" for name, value in options.items())
    yield "Examples:"
    for each in file.examples:
        yield f"  [{each.language}] {each.text!r}"
        yield f"    points at {each.flags!r}" if each.flags is not None else "    is silent"
        if each.becomes is not None:
            yield f"    becomes {each.becomes!r}"
        yield from (f"    fine: {fine!r}" for fine in each.fine)
