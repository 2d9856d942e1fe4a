"""/api/docs: the machine interface in words, from its own OpenAPI document, without scripts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.web import pages

router = APIRouter()

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter or part of a body."""

    name: str
    place: str
    kind: str
    required: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One way of calling."""

    method: str
    path: str
    summary: str
    text: str
    fields: tuple[Field, ...]
    answers: tuple[tuple[str, str], ...]


@router.get("/api/docs", name="reference")
def show(request: Request) -> HTMLResponse:
    document: Document = request.app.openapi()
    return pages.page(request, "public/reference.html", operations=list(_operations(document)))


def _operations(document: Document) -> Iterator[Operation]:
    for path, methods in document.get("paths", {}).items():
        for method, operation in methods.items():
            answers = operation.get("responses", {}).items()
            yield Operation(
                method=method.upper(),
                path=path,
                summary=operation.get("summary", ""),
                text=operation.get("description", ""),
                fields=(*_parameters(operation), *_body(document, operation)),
                answers=tuple((code, each.get("description", "")) for code, each in answers),
            )


def _parameters(operation: Document) -> Iterator[Field]:
    for each in operation.get("parameters", ()):
        schema = each.get("schema", {})
        yield Field(
            name=each["name"],
            place=each["in"],
            kind=_kind(schema),
            required=bool(each.get("required")),
            meaning=each.get("description", schema.get("description", "")),
        )


def _body(document: Document, operation: Document) -> Iterator[Field]:
    content = operation.get("requestBody", {}).get("content", {})
    schema = content.get("application/json", {}).get("schema", {})
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    body = document.get("components", {}).get("schemas", {}).get(name, schema)
    for field, shape in body.get("properties", {}).items():
        required = field in body.get("required", ())
        yield Field(field, "body", _kind(shape), required, shape.get("description", ""))


def _kind(schema: Document) -> str:
    """A type as a reader names it; alternatives are joined, null is left out."""
    if "anyOf" in schema:
        kinds = (_kind(each) for each in schema["anyOf"])
        return " | ".join(kind for kind in kinds if kind != "null")
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    return str(schema.get("format") or schema.get("type", ""))
