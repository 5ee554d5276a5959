"""The example customers of rule files: a name, a language and some mails, so that a rule about habits can be tried."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from coach import toml_lines
from coach.kind import Code
from coach.model import Sample
from coach.rule_problems import Problem, RuleError, mistakes, named


class CustomerText(BaseModel):
    """One example customer; `greeting` and `closing` stand around each of the `bodies`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    language: Code
    greeting: str
    closing: str
    bodies: tuple[str, ...] = Field(min_length=3)

    def samples(self) -> list[Sample]:
        """The customer's mails."""
        return [Sample(f"{self.greeting}\n\n{body}\n\n{self.closing}", self.language) for body in self.bodies]


class CustomersText(BaseModel):
    """A file of example customers."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    customers: dict[str, CustomerText]


Customers = Mapping[str, CustomerText]


def read_customers(path: Path) -> Customers:
    """The example customers by name; RuleError with all that is wrong in the file."""
    text = path.read_text(encoding="utf-8")
    try:
        return CustomersText.model_validate(toml_lines.loads(text)).customers
    except toml_lines.TomlError as error:
        raise RuleError([Problem(path.name, error.line, "", f"this is not TOML: {error}")]) from error
    except ValidationError as error:
        problems = [
            Problem(path.name, toml_lines.nearest_line(text, keys), named(keys), what)
            for keys, what in mistakes(error, CustomersText)
        ]
        raise RuleError(problems) from error
