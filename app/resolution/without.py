"""A case as it would be if one of its facts were not there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from app.lookup.dossier import Account, Match, Person, Placement, Requester
from app.reading.facts import Facts
from app.resolution.policy.evidence import VOUCH
from app.resolution.policy.view import view
from app.resolution.verdict import Case, UsedFact
from models.vocabulary import MatchStatus, Relation, System

_LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
_INVENTED_MAIL = "ada@surat.example"


def without(case: Case, fact: UsedFact) -> Case:
    """The same case but for that fact.

    What can be unknown becomes unknown; what says that something is absent becomes its presence;
    what makes a record a record takes the whole record away.
    """
    match fact.system:
        case System.DIRECTORY:
            return _less_of_account(case, fact)
        case System.DAPODIK:
            person = case.dossier.person
            return _less_of_person(case, person, fact.name) if person else case
        case System.MESSAGE:
            return _less_claimed(case, fact.name)
        case System.LOKET:
            return _less_known(case, fact.name)


def _less_of_account(case: Case, fact: UsedFact) -> Case:
    less = _OF_ACCOUNT.get(fact.name, _gone)
    changed = (
        less(each) if fact.row == f"accounts {each.account_id}" else each
        for each in case.dossier.accounts
    )
    accounts = tuple(each for each in changed if each)
    return replace(case, dossier=replace(case.dossier, accounts=accounts))


def _gone(_account: Account) -> None:
    return None


def _less_standing(account: Account) -> Account | None:
    if account.deleted_at or account.suspended:
        return replace(account, deleted_at=None, suspended=False)
    return None


def _less_sign_in(account: Account) -> Account:
    if account.last_login_at:
        return replace(account, last_login_at=None)
    # Any day in the past will do: rules ask only whether there was one, steps whether lately.
    return replace(account, last_login_at=account.created_at or account.deleted_at or _LONG_AGO)


def _less_contact(account: Account) -> Account:
    had = account.recovery_email or account.recovery_phone
    return replace(account, recovery_email=None if had else _INVENTED_MAIL, recovery_phone=None)


def _less_of_person(case: Case, person: Person, name: str) -> Case:
    match name:
        case "NIK":
            return replace(case, facts=replace(case.facts, nik=()))
        case "NISN":
            return replace(case, facts=replace(case.facts, nisn=()))
        case "nama":
            return _with_person(case, replace(person, name=""))
    target = view(case, person).target
    less = _OF_PLACEMENT.get(name)
    if target is None or less is None:
        return _of_one_who_left(case, person, name)
    changed = (less(each) if each is target else each for each in person.placements)
    return _with_person(case, replace(person, placements=tuple(each for each in changed if each)))


def _of_one_who_left(case: Case, person: Person, name: str) -> Case:
    if name == "jenis keluar":
        kept = tuple(_less_reason(each) for each in person.placements)
        return _with_person(case, replace(person, placements=kept))
    return replace(case, dossier=replace(case.dossier, match=Match(MatchStatus.NONE)))


def _with_person(case: Case, person: Person) -> Case:
    return replace(
        case, dossier=replace(case.dossier, match=replace(case.dossier.match, person=person))
    )


def _less_reason(placement: Placement) -> Placement:
    """Left all the same: without its reason it must not look like an open one."""
    if placement.is_active:
        return placement
    left_on = placement.left_on or placement.since or _LONG_AGO.date()
    return replace(placement, left_for=None, left_on=left_on)


def _less_claimed(case: Case, name: str) -> Case:
    match name:
        case "nama menurut laporan":
            facts = replace(case.facts, person_names=())
            return replace(case, facts=facts, dossier=replace(case.dossier, as_written=None))
        case "lampiran":
            return replace(case, attachments=())
        case _:
            return replace(case, facts=_CLAIM[name](case.facts))


def _less_known(case: Case, name: str) -> Case:
    """Of the requester, of the school's word, and of the report that is meant."""
    if name == VOUCH:
        return replace(case, vouched=None)
    if name != "pelapor":
        return replace(case, history=(), facts=replace(case.facts, report_numbers=()))
    asker = case.dossier.requester
    stranger = Requester(asker.email)
    owner = Requester(asker.email, Relation.OWNER, verified=True, confirmed=True)
    other = stranger if asker.verified else owner
    return replace(case, dossier=replace(case.dossier, requester=other))


_OF_ACCOUNT: dict[str, Callable[[Account], Account | None]] = {
    "keadaan akun": _less_standing,
    "terakhir masuk": _less_sign_in,
    "kontak pemulihan": _less_contact,
    "alias": lambda account: replace(account, aliases=()),
    "diberitahukan": lambda account: replace(account, noticed_on=None),
    "akan dihapus": lambda account: replace(account, deletion_on=None),
    "NPSN pada akun": lambda account: replace(account, npsn=None),
}
_OF_PLACEMENT: dict[str, Callable[[Placement], Placement | None]] = {
    "NPSN": lambda _placement: None,
    "jenjang": lambda placement: replace(placement, jenjang=None),
    "peran": lambda placement: replace(placement, peran=None),
    "jenis PTK": lambda placement: replace(
        placement, ptk_type=None, ptk_type_name=None, position=None
    ),
    "sekolah induk": lambda placement: replace(placement, is_home=not placement.is_home),
    "mulai": lambda placement: replace(placement, since=None),
    "terkirim": lambda placement: replace(placement, sent=None),
}
_CLAIM: dict[str, Callable[[Facts], Facts]] = {
    "NPSN menurut laporan": lambda facts: replace(facts, npsn=()),
    "jenjang asal menurut laporan": lambda facts: replace(facts, from_level=None),
    "jenjang tujuan menurut laporan": lambda facts: replace(facts, to_level=None),
    "peran menurut laporan": lambda facts: replace(facts, from_role=None, to_role=None),
    "tanggal menurut laporan": lambda facts: replace(facts, dates=()),
    "diubah di Dapodik menurut laporan": lambda facts: replace(facts, changed_on=None),
    "juga menurut laporan": lambda facts: replace(facts, claims=()),
    "nomor laporan yang disebut": lambda facts: replace(facts, report_numbers=()),
}
