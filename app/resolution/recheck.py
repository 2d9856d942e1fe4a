"""Before something decided earlier is carried out: do the records still want it?"""

from collections.abc import Sequence

from app.lookup.dossier import Account, Person
from app.lookup.ports import SchoolRecords
from app.lookup.requester import officers, present_schools
from app.resolution.policy.view import is_needed
from models.values import AccountAddress, MalformedAddress


def objection(target: str, people: Sequence[Person], others: Sequence[Account]) -> str | None:
    """Why the account must not be deleted after all, in one Indonesian sentence; None if it may.

    `people` is what Dapodik says today of the account's owner, `others` the owner's other
    accounts. Nothing found is an objection too: absence proves nothing. A supported account may
    go only while another live one serves the same role and jenjang.
    """
    if not people:
        return "Data Dapodik pemilik akun tidak dapat dibaca kembali, jadi akun tidak dihapus."
    try:
        address = AccountAddress.parse(target)
    except MalformedAddress:
        return "Alamat akun tidak dikenali, jadi akun tidak dihapus."
    if is_needed(address, [each for person in people for each in person.active], others):
        return "Dapodik masih mendukung akun ini, jadi akun tidak dihapus."
    return None


def vouch_fault(
    person_id: str,
    operator_mail: str,
    records: SchoolRecords | None,
    everywhere: Sequence[Person],
) -> str | None:
    """Why the school's word no longer counts, in one Indonesian sentence; None where it does.

    `records` are those of the school that vouched, `everywhere` what a national search says of
    the person; () where there is none.
    """
    here = [each for each in records.people if each.person_id == person_id] if records else []
    fullest = max((*here, *everywhere), key=lambda each: len(each.placements), default=None)
    if records is None or fullest is None:
        return "Data Dapodik sekolah penjamin tidak dapat dibaca kembali."
    if records.school.npsn not in present_schools(fullest) or not fullest.active:
        return "Pemilik akun tidak lagi bertugas atau belajar di sekolah yang menjaminnya."
    in_office = {
        (each.email or "").strip().lower(): each for each in officers(fullest, records.users)
    }
    if operator_mail not in in_office:
        return "Penjamin tidak lagi tercatat sebagai operator atau kepala sekolah itu."
    if in_office[operator_mail].person_id == person_id:
        return "Penjamin adalah pemilik akun itu sendiri."
    return None
