"""Step-up: the school answers for an owner whose contacts are dead. When that word counts."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from enum import StrEnum

from app.lookup.dossier import Account, Dossier, Person, Requester, SchoolUser
from app.lookup.requester import present_schools, relation_of
from app.resolution.asked import asks
from app.resolution.policy import told
from app.resolution.verdict import Case, Verdict, Vouched
from models.vocabulary import Relation

# The rule whose change rests on the school's word, in place of the one for a verified owner.
INSTEAD = {
    "deleted.within_20_days": "deleted.vouched",
    "suspended.evidence_complete": "suspended.vouched",
}
VOUCHED_RULES = frozenset({"password.vouched", *INSTEAD.values()})


class Fault(StrEnum):
    """Why a vouch does not count, or not yet."""

    WAITING = "waiting"
    OBJECTED = "objected"
    MOVED = "moved"
    NOT_IN_OFFICE = "not_in_office"


_TOLD = {
    Fault.WAITING: "belum, masa tunggu",
    Fault.OBJECTED: "tidak, ada keberatan",
    Fault.MOVED: "tidak, orangnya sudah pindah",
    Fault.NOT_IN_OFFICE: "tidak, penjamin tidak lagi menjabat",
}


def fault_of(case: Case) -> Fault | None:
    """None where the vouch counts now; also WAITING where there is none."""
    return Fault.WAITING if case.vouched is None else _fault_of_word(case, case.vouched)


@asks("Jaminan sekolah berlaku?", lambda fault: _TOLD[fault] if fault else "ya")
def _fault_of_word(case: Case, given: Vouched) -> Fault | None:
    if given.objected:
        return Fault.OBJECTED
    if case.now < given.ripe_at:
        return Fault.WAITING
    return outdated(given.by, given.npsn, case.dossier)


def outdated(by: str, npsn: str, dossier: Dossier) -> Fault | None:
    """Why today's records no longer bear the word of the officer with that mail and school."""
    if npsn not in {str(each) for each in present_schools(dossier.person)}:
        return Fault.MOVED
    in_office = {(each.email or "").strip().lower() for each in vouchers(dossier)}
    return None if by.lower() in in_office else Fault.NOT_IN_OFFICE


def admitted(case: Case) -> Case:
    """The case with the owner verified where the school's word counts.

    Whoever is verified by the records already needs nobody's word.
    """
    asker = case.dossier.requester
    if asker.confirmed or _is_office(asker) or fault_of(case) is not None:
        return case
    because = "Kepala atau operator sekolah menjamin pemilik akun, dan masa tunggunya sudah lewat."
    owner = Requester(asker.email, Relation.OWNER, verified=True, because=because)
    return replace(case, dossier=replace(case.dossier, requester=owner))


@asks("Diserahkan atas jaminan sekolah?", told.yes_no)
def is_admitted(case: Case) -> bool:
    """Whether access would be handed over on the school's word; of an admitted case."""
    asker = case.dossier.requester
    return not asker.confirmed and not _is_office(asker) and fault_of(case) is None


def vouchers(dossier: Dossier) -> tuple[SchoolUser, ...]:
    """Who may be asked, operators first: of the person's present school, never the person."""
    person = dossier.person
    if person is None:
        return ()
    own = _addresses_of(person, dossier.accounts)
    found = [each for each in dossier.officers if not _is_same(each, person, own)]
    return tuple(sorted(found, key=lambda each: relation_of(each) is not Relation.OPERATOR))


def _is_office(asker: Requester) -> bool:
    return asker.verified and asker.relation in (Relation.OPERATOR, Relation.HEAD)


def _addresses_of(person: Person, accounts: Iterable[Account]) -> frozenset[str]:
    found: set[str] = set()
    for account in accounts:
        if account.person_id == person.person_id:
            found.update(each.text for each in (account.address, *account.aliases))
            found.add((account.recovery_email or "").strip().lower())
    return frozenset(found)


def _is_same(user: SchoolUser, person: Person, own: Collection[str]) -> bool:
    """By id, by a mail address that is theirs, or, where no id links them, by name."""
    if user.person_id is not None:
        return user.person_id == person.person_id or (user.email or "").lower() in own
    return (user.email or "").lower() in own or user.name.casefold() == person.name.casefold()


def reworded(judged: Verdict, case: Case) -> str | None:
    """The rule that takes the place of the verdict's where it rests on the school's word."""
    rule = INSTEAD.get(judged.rule)
    return rule if rule and is_admitted(case) else None
