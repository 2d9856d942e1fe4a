"""What the two systems know: people, schools, accounts. Standard library only."""

from enum import StrEnum


class System(StrEnum):
    """Where a fact comes from."""

    DAPODIK = "dapodik"
    DIRECTORY = "directory"
    MESSAGE = "message"
    LOKET = "loket"


class Jenjang(StrEnum):
    PAUD = "PAUD"
    SD = "SD"
    SMP = "SMP"
    SMA = "SMA"
    SMK = "SMK"
    SLB = "SLB"
    KESETARAAN = "KESETARAAN"


class Peran(StrEnum):
    """Role as the account address shows it."""

    GURU = "guru"
    ADMIN = "admin"
    SISWA = "siswa"


class PersonKind(StrEnum):
    STAFF = "staff"
    STUDENT = "student"


class ExitReason(StrEnum):
    """jenis_keluar_id of Dapodik; 1 and 5 students only, 8 and 9 staff only."""

    GRADUATED = "1"
    TRANSFERRED = "2"
    EXPELLED = "3"
    RESIGNED = "4"
    DROPPED_OUT = "5"
    DIED = "6"
    LOST = "7"
    OTHER_DUTY = "8"
    RETIRED = "9"


class Relation(StrEnum):
    """What the records say the requester is to the person concerned."""

    OWNER = "owner"
    OPERATOR = "operator"
    HEAD = "head"
    UNKNOWN = "unknown"


class MatchStatus(StrEnum):
    MATCHED = "matched"
    AMBIGUOUS = "ambiguous"
    NONE = "none"
    NOT_GIVEN = "not_given"


class ProofKind(StrEnum):
    """What a signed link asks of the one it was mailed to; see Proof."""

    OWNER = "owner"  # confirm that you wrote, or agree to, this report
    VOUCH = "vouch"  # as the school's operator: is it really them?
    OBJECTION = "objection"  # told of a coming change: say so if it is wrong


class VouchState(StrEnum):
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    OBJECTED = "objected"
    SPENT = "spent"  # the change it was given for was proposed and decided


class ExtractState(StrEnum):
    """What became of a nightly extract of the register."""

    LOADING = "loading"
    LOADED = "loaded"  # in force, or was until a newer one came
    REFUSED = "refused"
    ABANDONED = "abandoned"  # its load was cut off; nothing of it is left
    FORGOTTEN = "forgotten"  # loaded once; what it alone held is deleted by now
