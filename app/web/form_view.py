"""The report form as its page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.intake.asked import USUAL, Asked, AskedForm
from app.intake.form import Complaint
from models.vocabulary import (
    GROUP_OF,
    Category,
    CategoryGroup,
    Jenjang,
    Missing,
    UserType,
)

# What the service asks for before it acts; the rest it finds in the records.
_ASKED_FOR: dict[Category, tuple[Missing, ...]] = {
    Category.ACCOUNT_NOT_FOUND: (Missing.NAME, Missing.NPSN, Missing.BIRTH_DATE),
    Category.NO_ACCOUNT_STAFF: (Missing.NAME, Missing.NPSN),
    Category.NO_ACCOUNT_STUDENT: (Missing.NAME, Missing.NPSN, Missing.NISN, Missing.GRADE),
    Category.ACCOUNT_DELETED: (Missing.ACCOUNT_ADDRESS, Missing.LOGIN_SCREENSHOT),
    Category.DELETION_NOTICE: (Missing.ACCOUNT_ADDRESS, Missing.NPSN),
    Category.ACCOUNT_SUSPENDED: (
        Missing.ACCOUNT_ADDRESS,
        Missing.LOGIN_SCREENSHOT,
        Missing.NIK,
        Missing.PERSONAL_EMAIL,
        Missing.POWER_OF_ATTORNEY,
    ),
    Category.ROLE_CHANGE: (Missing.ACCOUNT_ADDRESS, Missing.NPSN),
    Category.TRANSFER_SAME_LEVEL: (Missing.ACCOUNT_ADDRESS, Missing.NPSN),
    Category.TRANSFER_OTHER_LEVEL: (Missing.ACCOUNT_ADDRESS, Missing.NPSN),
    Category.PASSWORD_RESET: (Missing.ACCOUNT_ADDRESS, Missing.PROOF_OF_REQUESTER),
    Category.ACTIVATION: (Missing.ACCOUNT_ADDRESS, Missing.LOGIN_SCREENSHOT),
    Category.DATA_CORRECTION: (Missing.ACCOUNT_ADDRESS, Missing.NPSN),
    Category.DATA_MIGRATION: (Missing.ACCOUNT_ADDRESS,),
    Category.PLATFORM_ACCESS: (Missing.ACCOUNT_ADDRESS, Missing.LOGIN_SCREENSHOT),
    Category.SYNC_STATUS: (Missing.NPSN,),
    Category.FOLLOW_UP: (Missing.REPORT_NUMBER,),
    Category.OUT_OF_SCOPE: (),
}
# The form has no field of its own for these.
IN_TEXT = frozenset(
    {
        Missing.NIK,
        Missing.NISN,
        Missing.BIRTH_DATE,
        Missing.GRADE,
        Missing.REPORT_NUMBER,
    }
)


@dataclass(frozen=True, slots=True)
class Proof:
    """What a category's report should bring; `in_text` of it has no field of its own."""

    category: Category
    wanted: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class FormView:
    """`groups` are the categories as the list offers them; `chosen` is the one picked, if any.

    `asked` are the fields of one's own choice in their order, `help` a line above them.
    """

    typed: Mapping[str, str]
    complaints: Mapping[str, Complaint]
    groups: Mapping[CategoryGroup, tuple[Category, ...]]
    user_types: tuple[UserType, ...]
    levels: tuple[Jenjang, ...]
    proofs: tuple[Proof, ...]
    chosen: Proof | None
    in_text: frozenset[Missing]
    asked: tuple[Asked, ...] = ()
    help: str = ""
    language: str = "id"


def view(
    typed: Mapping[str, str],
    complaints: Mapping[str, Complaint],
    *,
    asked: AskedForm = USUAL,
    language: str = "id",
) -> FormView:
    """`typed` holds every field; complaints may also be about file fields."""
    picked = typed["kategori"]
    category = Category(picked) if picked in set(Category) else None
    return FormView(
        typed=typed,
        complaints=complaints,
        groups=groups(),
        user_types=tuple(UserType),
        levels=tuple(Jenjang),
        proofs=tuple(Proof(each, wanted) for each, wanted in _ASKED_FOR.items() if wanted),
        chosen=Proof(category, _ASKED_FOR[category]) if category else None,
        in_text=IN_TEXT,
        asked=tuple(each for each in asked.fields if each.is_shown),
        help=asked.help(language),
        language=language,
    )


def groups() -> Mapping[CategoryGroup, tuple[Category, ...]]:
    """Every category by its group, as lists offer them."""
    return {
        group: tuple(each for each in Category if GROUP_OF[each] is group)
        for group in CategoryGroup
    }
