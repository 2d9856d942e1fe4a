"""Whether a decision is what a situation demands; and what must hold whatever was decided."""

import fnmatch
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from models.vocabulary import CHANGES_ACCOUNT
from tests.scenarios import world
from tests.scenarios.situation import WIB, Expected, Situation

Subject = dict[str, Any]
_CHANGES = {action.value for action in CHANGES_ACCOUNT}
_HANDS_OVER = {"undelete_account", "unsuspend_account", "reset_password"}
STALE = timedelta(hours=48)


def changes(subject: Subject) -> list[str]:
    """The account changes planned, in the words of the situations' files."""
    return [_line(step) for step in subject["verdict"]["steps"] if step["action"] in _CHANGES]


def objections(situation: Situation, subjects: Sequence[Subject]) -> list[str]:
    """Every way in which the decision differs from what the situation demands; none is right."""
    found = list(unsafe(situation, subjects))
    if len(subjects) != situation.subjects:
        found.append(f"{len(subjects)} subjects, not {situation.subjects}")
    if situation.every:
        return found + [
            each for subject in subjects for each in _differences(situation.every, subject)
        ]
    if situation.each:
        return found + list(_each(situation, subjects))
    return found + [
        each for subject in subjects for each in _differences(situation.expected, subject)
    ]


def _each(situation: Situation, subjects: Sequence[Subject]) -> Iterator[str]:
    by_person = {subject["match"]["person_id"]: subject for subject in subjects}
    for expected in situation.each:
        key = None if expected.person == "*" else world.person_id(expected.person)
        if key not in by_person:
            yield f"nobody is {expected.person}"
        else:
            for each in _differences(expected, by_person[key]):
                yield f"{expected.person}: {each}"


def _differences(expected: Expected, subject: Subject) -> Iterator[str]:
    match, verdict = subject["match"], subject["verdict"]
    if match["status"] not in expected.match:
        yield f"match {match['status']}, not {expected.match} ({match['because']})"
    wanted = match["person_id"] if expected.person == "*" else world.person_id(expected.person)
    if match["status"] == "matched" and match["person_id"] != wanted:
        yield f"matched somebody else than {expected.person}"
    if expected.remedy and verdict["remedy"] not in expected.remedy:
        yield f"remedy {verdict['remedy']} by {verdict['rule']}, not {expected.remedy}"
    if expected.who and verdict["who_acts"] not in expected.who:
        yield f"{verdict['who_acts']} acts, not {expected.who}"
    if lacking := set(expected.missing) - set(verdict["missing"]):
        yield f"does not ask for {sorted(lacking)}, only {verdict['missing']}"
    if expected.urgent is not None and verdict["urgent"] != expected.urgent:
        yield f"urgent is {verdict['urgent']}"
    yield from _promise(expected, verdict["promised_at"])
    yield from _planned(expected, changes(subject))


def _promise(expected: Expected, written: str | None) -> Iterator[str]:
    instant = datetime.fromisoformat(written) if written else None
    if expected.promised not in ("*", instant):
        local = instant.astimezone(WIB) if instant else None
        yield f"promised {local}, not {expected.promised}"
    if expected.promised_day:
        day = instant.astimezone(WIB).date() if instant else None
        if day not in expected.promised_day:
            yield f"promised for {day}, not {[str(each) for each in expected.promised_day]}"


def _planned(expected: Expected, planned: list[str]) -> Iterator[str]:
    for wanted in expected.changes:
        if not any(_fits(wanted, each) for each in planned):
            yield f"does not plan {wanted!r}, but {planned}"
    allowed = (*expected.changes, *expected.optional)
    for each in planned:
        if not any(_fits(one, each) for one in allowed):
            yield f"plans {each!r}"


def _fits(wanted: str, planned: str) -> bool:
    """Word by word; `@guru.sd` is any address there, a final `*` any day."""
    ours, theirs = wanted.split(), planned.split()
    if ours[-1] == "*" and len(ours) == len(theirs) + 1:
        ours.pop()
    return len(ours) == len(theirs) and all(
        fnmatch.fnmatchcase(their, f"*{world.address(our)}" if our.startswith("@") else _whole(our))
        for our, their in zip(ours, theirs, strict=True)
    )


def _whole(word: str) -> str:
    return world.address(word) if "@" in word else word


def _line(step: dict[str, Any]) -> str:
    new = step["after"].get("primary_email")
    words = [
        step["action"],
        step["target"],
        *(["->", str(new)] if step["action"] == "rename_account" else []),
        step["automation"],
        *([step["not_before"]] if step["not_before"] else []),
    ]
    return " ".join(words)


def unsafe(situation: Situation, subjects: Sequence[Subject]) -> Iterator[str]:
    """What must never be, whatever the message, the records or the rule."""
    stale = situation.now - situation.extracted_at > STALE
    for subject in subjects:
        planned = [step for step in subject["verdict"]["steps"] if step["action"] in _CHANGES]
        if planned and stale:
            yield "changes an account on records older than 48 hours"
        if planned and subject["match"]["status"] != "matched":
            yield "changes an account of somebody who was not found"
        for step in planned:
            yield from _unsafe_step(situation, step, len(subjects))


def _unsafe_step(situation: Situation, step: dict[str, Any], count: int) -> Iterator[str]:
    action, automation = step["action"], step["automation"]
    if automation == "auto":
        yield f"{action} without a person's yes"
    if automation != "two_person" and (action == "reset_password" or count > 20):
        yield f"{action} by one person alone"
    if action in _HANDS_OVER and not _verified(situation, step["target"]):
        yield f"{action} for a requester nobody knows"
    if action == "delete_account" and not _late_enough(situation, step):
        yield f"deletes on {step['not_before']}"


def _late_enough(situation: Situation, step: dict[str, Any]) -> bool:
    """Thirty days after the notice the account carries, else after today."""
    account = next(
        each for each in _accounts(situation) if world.address(each["account"]) == step["target"]
    )
    told = account.get("noticed", situation.now.astimezone(WIB).date())
    earliest = max(told + timedelta(days=30), situation.now.astimezone(WIB).date())
    login = account.get("login", date(2026, 11, 20))
    recent = login != "never" and (situation.now.date() - login).days <= 30
    return (
        step["not_before"] is not None
        and date.fromisoformat(step["not_before"]) >= earliest
        and (step["automation"] == "two_person" or not recent)
    )


def _verified(situation: Situation, target: str) -> bool:
    """The owner's recovery mail, the address itself, or a user of the person's present school."""
    account = next(
        each for each in _accounts(situation) if world.address(each["account"]) == target
    )
    people = [each for each in situation.records if "staff" in each or "pupil" in each]
    key_of = {id(each): each.get("key", each.get("staff", each.get("pupil"))) for each in people}
    owner = next(each for each in people if key_of[id(each)] == account["of"])
    name = owner.get("staff", owner.get("pupil"))
    schools = [
        each["at"] for each in people if key_of[id(each)] == account["of"] and "left" not in each
    ]
    known = {target, account.get("recovery", world.personal_mail(name))}
    known |= {world.school_mail(who, code) for who in ("operator", "head") for code in schools}
    return situation.email in known


def _accounts(situation: Situation) -> list[Any]:
    return [each for each in situation.records if "account" in each]
