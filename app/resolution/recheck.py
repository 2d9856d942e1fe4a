"""Before something decided earlier is carried out: do the records still want it?"""

from collections.abc import Sequence

from app.lookup.dossier import Account, Person
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
