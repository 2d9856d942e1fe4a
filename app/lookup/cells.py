"""Single values out of rows from outside: absent is None, anything misshapen is refused by name."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from models.values import MalformedNpsn, Npsn

Row = Mapping[str, object]

_YES = frozenset({"1", "true", "t", "ya"})
_NO = frozenset({"0", "false", "f", "tidak"})


class MalformedRow(ValueError):
    """A row lacks a needed field or carries one that cannot be read; `field` names it."""

    def __init__(self, field: str) -> None:
        super().__init__(f"malformed field {field}")
        self.field = field


def text(row: Row, field: str) -> str | None:
    """Trimmed; numbers as their digits; None for null, blank or missing."""
    value = row.get(field)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise MalformedRow(field)
    return str(value).strip() or None


def needed(row: Row, field: str) -> str:
    """Raises MalformedRow where the field says nothing."""
    value = text(row, field)
    if value is None:
        raise MalformedRow(field)
    return value


def number(row: Row, field: str) -> int | None:
    value = text(row, field)
    if value is None:
        return None
    try:
        return int(value)
    except ValueError as error:
        raise MalformedRow(field) from error


def day(row: Row, field: str) -> date | None:
    """The calendar day; a time of day behind it is dropped."""
    value = text(row, field)
    if value is None:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError as error:
        raise MalformedRow(field) from error


def instant(row: Row, field: str) -> datetime | None:
    """Aware UTC. An instant without a zone is refused."""
    value = text(row, field)
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise MalformedRow(field) from error
    if moment.tzinfo is None:
        raise MalformedRow(field)
    return moment.astimezone(UTC)


def flag(row: Row, field: str) -> bool | None:
    """A yes or no in any of the spellings seen; None for null or missing."""
    value = row.get(field)
    if value is None or isinstance(value, bool):
        return value
    spelled = str(value).strip().lower()
    if spelled in _YES:
        return True
    if spelled in _NO:
        return False
    raise MalformedRow(field)


def npsn(row: Row, field: str = "npsn") -> Npsn:
    """Raises MalformedRow unless there is a well-formed one."""
    try:
        return Npsn.parse(needed(row, field))
    except MalformedNpsn as error:
        raise MalformedRow(field) from error


def part(row: Row, field: str) -> Row:
    """The object under `field`, empty for null or missing."""
    value = row.get(field)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise MalformedRow(field)
    return value


def parts(row: Row, field: str) -> list[Row]:
    """The objects listed under `field`, none for null or missing."""
    value = row.get(field)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
        raise MalformedRow(field)
    return value


def texts(row: Row, field: str) -> list[str]:
    """The texts listed under `field`, none for null or missing."""
    value = row.get(field)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise MalformedRow(field)
    return value
