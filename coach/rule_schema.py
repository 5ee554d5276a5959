"""The JSON Schema of rule files and of the overlay, so that an editor completes and checks while one writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coach.rule_making import Known
from coach.rule_text import CoachingText, RuleText

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def rule_schema(known: Known) -> dict[str, Any]:
    """The schema of one rule file: its options are those of its kind."""
    base = RuleText.model_json_schema()
    definitions = dict(base.pop("$defs", {}))
    properties = dict(base["properties"])
    properties["kind"] = {"enum": sorted(known.kinds), "description": "what kind of rule"}
    properties["rewrite"] = {**properties["rewrite"], "enum": ["", *sorted(known.rewriters)]}
    branches = []
    for name, kind in sorted(known.kinds.items()):
        options = kind.options.model_json_schema()
        definitions.update(options.pop("$defs", {}))
        definitions[f"options_{name}"] = _with_names(options, known)
        branches.append(
            {
                "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
                "then": {"properties": {"options": {"$ref": f"#/$defs/options_{name}"}}},
            }
        )
    properties["options"] = {"type": "object", "description": "the options of its kind"}
    return {
        "$schema": DRAFT,
        "title": "A coaching rule of Einklang",
        "type": "object",
        "additionalProperties": False,
        "required": base["required"],
        "properties": properties,
        "allOf": branches,
        "$defs": definitions,
    }


def coaching_schema(known: Known, ids: tuple[str, ...]) -> dict[str, Any]:
    """The schema of the overlay: its rules are those that there are."""
    schema = CoachingText.model_json_schema()
    schema = {"$schema": DRAFT, **schema, "title": "The coaching of one installation of Einklang"}
    schema["properties"]["weights"]["propertyNames"] = {"enum": sorted(known.dimensions)}
    grading = schema["$defs"]["RelationshipText"]["properties"]
    grading["weights"] = {**grading["weights"], "propertyNames": {"enum": sorted(known.signals)}}
    schema["properties"]["rules"]["propertyNames"] = {"enum": sorted(ids)}
    return schema


def _with_names(options: Mapping[str, Any], known: Known) -> dict[str, Any]:
    """The options' schema with the names of all dimensions where one is asked for."""
    properties = dict(options["properties"])
    if "dimension" in properties:
        properties["dimension"] = {**properties["dimension"], "enum": sorted(known.dimensions)}
    return {**options, "properties": properties}
