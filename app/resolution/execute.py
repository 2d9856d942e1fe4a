"""Carry out one step on an account: look, act at most once, look again."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.lookup.dossier import Account
from app.resolution import acts, half_done
from app.resolution.ports import AccountAdmin, AdminRefused, AdminUnavailable, NotYetSeen
from app.resolution.promise import Fact, differences, named, promised
from app.resolution.shown import seen
from models import Step
from models.vocabulary import AttemptOutcome, StepAction, StepState

# The directory may show a change late: it differs when it still does after this long.
SETTLES = timedelta(minutes=1)
_PAUSES = (0.0, 0.5, 1.5, 3.0)  # seconds before each look at what was just done

TAKEN, CHANGED = "address_taken", "records_changed"

Rest = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Performed:
    """What came of one step. `detail` is one Indonesian sentence.

    `found` is what the directory shows of the promised facts, empty where nobody looked;
    `agrees` says whether it is what was promised, None where nobody looked. `anew` says why the
    report must be decided anew, as a kind of event: the address of a new account belongs to
    somebody else (address_taken), the records have changed (records_changed); else "".
    """

    state: StepState
    outcome: AttemptOutcome
    detail: str
    agrees: bool | None = None
    found: Mapping[str, Fact] = field(default_factory=dict)
    anew: str = ""


def perform(
    step: Step,
    admin: AccountAdmin,
    *,
    now: datetime,
    since: datetime,
    forbids: Callable[[], Performed | None] = lambda: None,
    rest: Rest = time.sleep,
) -> Performed:
    """Do an account-changing step and read it back. Raises AdminUnavailable, NotYetSeen.

    May be called again after any failure: what the directory accepted (`step.accepted_at`) or
    shows already is not carried out twice. `since` is when the step was decided on; `rest` waits
    some seconds for the directory to show what it did. `forbids` is asked last before the act.
    """
    after = promised(step.after)
    if not after:
        return refused("Langkah ini tidak menjanjikan apa pun yang dapat dibaca ulang.")
    try:
        account = half_done.look(step, admin)
    except AdminRefused as refusal:
        return refused(str(refusal))
    if not differences(after, seen(after, account)):
        return _done(step, after, account)
    if step.accepted_at is not None:
        return _settled(step, admin, now=now, rest=rest)
    if half_done.is_ours(step, account, since=since):
        return _completed(step, admin, rest=rest)
    objection = _objection(step, account) or forbids()
    return objection or _carried_out(step, account, admin, rest=rest)


def refused(sentence: str, *, anew: str = "") -> Performed:
    return Performed(StepState.REFUSED, AttemptOutcome.REFUSED, sentence, anew=anew)


def _objection(step: Step, account: Account | None) -> Performed | None:
    """The ground has shifted since the step was decided on."""
    if account is not None and _is_another(step, account):
        return refused(
            f"Alamat {step.target} kini hanya alias dari {account.address}; "
            "langkah ini tidak dijalankan."
        )
    before = promised(step.before)
    unmet = differences(before, seen(before, account))
    return _changed_meanwhile(step, account, unmet) if unmet else None


def _carried_out(
    step: Step, account: Account | None, admin: AccountAdmin, *, rest: Rest
) -> Performed:
    after = promised(step.after)
    try:
        acts.act(step, account, admin)
    except AdminRefused as refusal:
        found = _seen_again(step, admin)
        if not differences(after, seen(after, found)):
            return _done(step, after, found)
        return refused(str(refusal), anew=TAKEN if _is_taken(step, found) else "")
    return _completed(step, admin, rest=rest)


def _completed(step: Step, admin: AccountAdmin, *, rest: Rest) -> Performed:
    """Read back, and what the directory left undone is done. Raises NotYetSeen."""
    after = promised(step.after)
    missing: tuple[str, ...] = ()
    account: Account | None = None
    try:
        for pause in _PAUSES:
            rest(pause)
            account = half_done.look(step, admin)
            missing = differences(after, seen(after, account))
            if not missing:
                return _read_back(after, account)
            half_done.complete(step, account, missing, admin)
    except (AdminUnavailable, AdminRefused) as error:
        raise NotYetSeen(str(error)) from error
    raise NotYetSeen(f"{_ACCEPTED}, belum tampak: {named(missing, seen(after, account))}.")


def _settled(step: Step, admin: AccountAdmin, *, now: datetime, rest: Rest) -> Performed:
    """A change the directory accepted earlier; it differs when it does so for long enough."""
    try:
        return _completed(step, admin, rest=rest)
    except NotYetSeen:
        if step.accepted_at is None or now - step.accepted_at < SETTLES:
            raise
    after = promised(step.after)
    found = seen(after, _seen_again(step, admin))
    if differing := differences(after, found):
        sentence = f"{_ACCEPTED}, tetapi hasil baca ulang berbeda: {named(differing, found)}."
        return Performed(
            StepState.DIFFERED, AttemptOutcome.DONE, sentence, agrees=False, found=found
        )
    return Performed(StepState.DONE, AttemptOutcome.DONE, _READ_BACK, agrees=True, found=found)


_ACCEPTED = "Sudah dilaksanakan"
_READ_BACK = f"{_ACCEPTED} dan dibaca ulang di direktori."


def _seen_again(step: Step, admin: AccountAdmin) -> Account | None:
    """A look that is refused after an act proves nothing: the step is taken up again later."""
    try:
        return half_done.look(step, admin)
    except AdminRefused as refusal:
        raise AdminUnavailable(str(refusal)) from refusal


def _is_another(step: Step, account: Account) -> bool:
    """Whether the address leads, as an alias, to an account that has another address by now.

    Only a rename expects that. Anything else was decided about an account of that very address.
    """
    return (
        "@" in step.target
        and step.action not in (StepAction.RENAME_ACCOUNT, StepAction.CREATE_ACCOUNT)
        and account.address.text != step.target.lower()
    )


def _is_taken(step: Step, account: Account | None) -> bool:
    return step.action is StepAction.CREATE_ACCOUNT and account is not None and account.is_live


def _done(step: Step, after: Mapping[str, Fact], account: Account | None) -> Performed:
    """The promise holds already: by an act of ours that was accepted, or without one."""
    if step.accepted_at is not None:
        return _read_back(after, account)
    return Performed(
        StepState.DONE,
        AttemptOutcome.ALREADY,
        "Keadaan yang dijanjikan sudah ada; tidak ada yang perlu diubah.",
        agrees=True,
        found=seen(after, account),
    )


def _read_back(after: Mapping[str, Fact], account: Account | None) -> Performed:
    found = seen(after, account)
    return Performed(StepState.DONE, AttemptOutcome.DONE, _READ_BACK, agrees=True, found=found)


def _changed_meanwhile(step: Step, account: Account | None, unmet: Iterable[str]) -> Performed:
    if _is_taken(step, account):
        return refused(
            f"Alamat {step.target} sudah dipakai akun lain, sehingga akun baru tidak dibuat.",
            anew=TAKEN,
        )
    if account is None:
        return refused(
            "Akun itu tidak ada lagi di direktori, sehingga langkah ini tidak dijalankan."
        )
    found = seen(promised(step.before), account)
    return refused(
        f"Keadaan akun sudah berubah sejak usulan dibuat: {named(unmet, found)}; "
        "langkah ini tidak dijalankan."
    )
