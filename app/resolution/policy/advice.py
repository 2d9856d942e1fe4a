"""What the published statements say of a kind of problem, before any record is looked at. Pure."""

from collections.abc import Mapping
from dataclasses import replace

from app.resolution.policy.in_english import IN_ENGLISH
from app.resolution.policy.sources import source
from app.resolution.terms import PUBLISHED, Terms, numbers
from app.resolution.verdict import Source
from models.vocabulary import Category

# Keys of statements, in the order a person would take the steps. No statement of the desk's own
# rules of work: those are not published.
STATEMENTS: Mapping[Category, tuple[str, ...]] = {
    Category.ACCOUNT_NOT_FOUND: ("account.checker", "sync.check_dapodik_first", "sync.daily"),
    Category.NO_ACCOUNT_STAFF: ("dapodik.new_staff", "account.checker", "sync.daily"),
    Category.NO_ACCOUNT_STUDENT: ("account.checker", "sync.check_dapodik_first", "sync.daily"),
    Category.ACCOUNT_DELETED: ("sync.deleted", "google.undelete"),
    Category.DELETION_NOTICE: ("sync.wrong_notice", "sync.left"),
    Category.ACCOUNT_SUSPENDED: ("suspended.evidence",),
    Category.ROLE_CHANGE: ("sync.check_dapodik_first", "sync.role_change"),
    Category.TRANSFER_SAME_LEVEL: ("dapodik.pull_staff", "sync.same_jenjang"),
    Category.TRANSFER_OTHER_LEVEL: ("sync.other_jenjang", "sync.other_jenjang_clock"),
    Category.PASSWORD_RESET: ("reset.self_service", "reset.contact_first"),
    Category.ACTIVATION: ("activation.first_sign_in",),
    Category.DATA_CORRECTION: ("dapodik.verval", "reset.user_id_stays"),
    Category.DATA_MIGRATION: ("migration.takeout",),
    Category.PLATFORM_ACCESS: ("platform.account_fine",),
    Category.SYNC_STATUS: ("sync.daily", "sync.check_dapodik_first"),
    Category.FOLLOW_UP: ("form.follow_up",),
    Category.OUT_OF_SCOPE: ("scope.refer_out",),
}


def statements(
    category: Category, terms: Terms = PUBLISHED, *, english: bool = False
) -> tuple[Source, ...]:
    """With the numbers of those terms; none for an added category."""
    found = (source(key, terms) for key in STATEMENTS.get(category, ()))
    return tuple(_in_english(each, terms) if english else each for each in found)


def _in_english(said: Source, terms: Terms) -> Source:
    return replace(said, statement=IN_ENGLISH[said.key].format_map(numbers(terms)))
