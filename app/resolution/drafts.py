"""What somebody typed becomes Terms, or one complaint for each wrong field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.resolution.policy.book import RULES
from app.resolution.terms import BOUNDS, Terms, numbers

# Each version of a rule is a field of this name and the rule's id.
VERSION = "versi:"
_LONGEST_NUMBER = 6


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a field; `key` names the sentence, `gaps` fill it."""

    key: str
    gaps: tuple[tuple[str, int | str], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """`terms` is None while there are complaints (by field)."""

    terms: Terms | None
    complaints: Mapping[str, Complaint]


def read(typed: Mapping[str, str]) -> Draft:
    """Every number must be there; a rule that is not named keeps its usual version."""
    found, complaints = _numbers(typed)
    versions, unknown = _versions(typed)
    complaints |= unknown
    if complaints:
        return Draft(None, complaints)
    terms = Terms(**found, versions=versions)
    complaints = dict(wrong(terms))
    return Draft(None if complaints else terms, complaints)


def typed_of(terms: Terms) -> dict[str, str]:
    """The fields as they would be typed for these Terms."""
    fields = {name: str(value) for name, value in numbers(terms).items()}
    return fields | {
        f"{VERSION}{rule.id}": str(rule.under(terms).number)
        for rule in RULES.values()
        if len(rule.versions) > 1
    }


def wrong(terms: Terms) -> Iterator[tuple[str, Complaint]]:
    """Each field that may not be so, with the reason; nothing for valid Terms."""
    for name, value in numbers(terms).items():
        yield from _bounded(name, value).items()
    if terms.deletion_reminder_days >= terms.deletion_after_days:
        yield "deletion_reminder_days", Complaint("draft.reminder_too_early")
    if terms.new_jenjang_after_days >= terms.deletion_after_days:
        yield "new_jenjang_after_days", Complaint("draft.new_after_old")
    for rule, version in terms.versions:
        if not _is_known(rule, version):
            yield f"{VERSION}{rule}", _unknown(rule, str(version))


def _numbers(typed: Mapping[str, str]) -> tuple[dict[str, int], dict[str, Complaint]]:
    found: dict[str, int] = {}
    complaints: dict[str, Complaint] = {}
    for name in BOUNDS:
        text = typed.get(name, "").strip()
        if not text:
            complaints[name] = Complaint("draft.empty")
        elif text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER:
            found[name] = int(text)
            complaints |= _bounded(name, int(text))
        else:
            complaints[name] = Complaint("draft.no_number")
    return found, complaints


def _versions(
    typed: Mapping[str, str],
) -> tuple[tuple[tuple[str, int], ...], dict[str, Complaint]]:
    """Only those that are not the usual ones, in the order of the book."""
    chosen: dict[str, int] = {}
    complaints: dict[str, Complaint] = {}
    for field, text in typed.items():
        if not field.startswith(VERSION):
            continue
        rule = field.removeprefix(VERSION)
        number = int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 0
        if _is_known(rule, number):
            chosen[rule] = number
        else:
            complaints[field] = _unknown(rule, text)
    unusual = [(rule, chosen[rule]) for rule in RULES if rule in chosen]
    return tuple(each for each in unusual if each[1] != RULES[each[0]].version), complaints


def _is_known(rule: str, version: int) -> bool:
    return rule in RULES and any(each.number == version for each in RULES[rule].versions)


def _bounded(name: str, value: int) -> dict[str, Complaint]:
    bound = BOUNDS[name]
    if bound.least <= value <= bound.most:
        return {}
    return {name: Complaint("draft.out_of_bounds", (("least", bound.least), ("most", bound.most)))}


def _unknown(rule: str, version: str) -> Complaint:
    return Complaint("draft.unknown_version", (("rule", rule[:80]), ("version", version[:10])))
