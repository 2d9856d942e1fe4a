"""Values to JSON and back, for the columns that keep a whole decision."""

from functools import cache
from typing import Any, TypeVar

from pydantic import JsonValue, TypeAdapter

Value = TypeVar("Value")
Record = dict[str, JsonValue]


def dump(value: object) -> Record:
    """The dataclass as JSON; `load` of its own type gives an equal value back."""
    content: Record = _adapter(type(value)).dump_python(value, mode="json")
    return content


def load(kind: type[Value], content: object) -> Value:
    """Raises pydantic.ValidationError when the content is not of that shape."""
    value: Value = _adapter(kind).validate_python(content)
    return value


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
