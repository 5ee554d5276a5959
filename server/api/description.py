"""The OpenAPI description of the API, put right where the generated one is not what is answered."""

from __future__ import annotations

from typing import Any

PROBLEM = "#/components/schemas/ProblemOut"
FOREIGN = "ValidationErrorModel"  # what flask-openapi3 would answer to bad input; see `problems.answer_invalid`


def describe(generated: dict[str, Any]) -> dict[str, Any]:
    """The description with errors as application/problem+json, and only where they can happen."""
    paths = {
        path: {method: _operation(told) for method, told in methods.items()}
        for path, methods in generated["paths"].items()
    }
    schemas = {name: schema for name, schema in generated["components"]["schemas"].items() if name != FOREIGN}
    return {**generated, "paths": paths, "components": {**generated["components"], "schemas": schemas}}


def _operation(told: dict[str, Any]) -> dict[str, Any]:
    takes_input = "requestBody" in told or "parameters" in told
    responses = {
        status: _response(answer) for status, answer in told["responses"].items() if status != "422" or takes_input
    }
    if told.get("security") and "401" in responses:
        # a webmail server may vouch for somebody who is not known here
        responses = dict(sorted({**responses, "403": {**responses["401"], "description": "Forbidden"}}.items()))
    return {**told, "responses": responses}


def _response(answer: dict[str, Any]) -> dict[str, Any]:
    content = answer.get("content", {}).get("application/json", {})
    if content.get("schema", {}).get("$ref") != PROBLEM:
        return answer
    return {**answer, "content": {"application/problem+json": content}}
