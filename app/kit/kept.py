"""Values to JSON and back, for the columns that keep a whole decision."""

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
    return _adapter(kind).validate_python(content)


# Building one takes milliseconds; there are a handful of kinds.
_adapters: dict[object, TypeAdapter[Any]] = {}


def _adapter(kind: type[Value]) -> TypeAdapter[Value]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]
