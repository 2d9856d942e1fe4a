"""The problems a message may be about. Standard library only."""

import re
from enum import StrEnum
from typing import Self


class CategoryGroup(StrEnum):
    MISSING = "missing"
    REMOVED = "removed"
    CHANGE = "change"
    SIGN_IN = "sign_in"
    DATA = "data"
    OTHER = "other"


_ADDED = re.compile(r"x_[a-z][a-z0-9_]{1,36}")


class Category(StrEnum):
    """The problem a message is about; version 1 of the list.

    A supervisor may add more: any well-formed code beginning with `x_` is a category too, the
    same object each time, though iterating gives only the first list. No rule knows an added one,
    so its tickets go to a person.
    """

    ACCOUNT_NOT_FOUND = "account_not_found"
    NO_ACCOUNT_STAFF = "no_account_staff"
    NO_ACCOUNT_STUDENT = "no_account_student"
    ACCOUNT_DELETED = "account_deleted"
    DELETION_NOTICE = "deletion_notice"
    ACCOUNT_SUSPENDED = "account_suspended"
    ROLE_CHANGE = "role_change"
    TRANSFER_SAME_LEVEL = "transfer_same_level"
    TRANSFER_OTHER_LEVEL = "transfer_other_level"
    PASSWORD_RESET = "password_reset"
    ACTIVATION = "activation"
    DATA_CORRECTION = "data_correction"
    DATA_MIGRATION = "data_migration"
    PLATFORM_ACCESS = "platform_access"
    SYNC_STATUS = "sync_status"
    FOLLOW_UP = "follow_up"
    OUT_OF_SCOPE = "out_of_scope"

    @property
    def is_added(self) -> bool:
        return self.value.startswith("x_")

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str) or not _ADDED.fullmatch(value):
            return None
        member = str.__new__(cls, value)
        member._name_ = value.upper()
        member._value_ = value
        known: dict[str, Self] = cls._value2member_map_  # type: ignore[assignment]
        return known.setdefault(value, member)


GROUP_OF: dict[Category, CategoryGroup] = {
    Category.ACCOUNT_NOT_FOUND: CategoryGroup.MISSING,
    Category.NO_ACCOUNT_STAFF: CategoryGroup.MISSING,
    Category.NO_ACCOUNT_STUDENT: CategoryGroup.MISSING,
    Category.ACCOUNT_DELETED: CategoryGroup.REMOVED,
    Category.DELETION_NOTICE: CategoryGroup.REMOVED,
    Category.ACCOUNT_SUSPENDED: CategoryGroup.REMOVED,
    Category.ROLE_CHANGE: CategoryGroup.CHANGE,
    Category.TRANSFER_SAME_LEVEL: CategoryGroup.CHANGE,
    Category.TRANSFER_OTHER_LEVEL: CategoryGroup.CHANGE,
    Category.PASSWORD_RESET: CategoryGroup.SIGN_IN,
    Category.ACTIVATION: CategoryGroup.SIGN_IN,
    Category.DATA_CORRECTION: CategoryGroup.DATA,
    Category.DATA_MIGRATION: CategoryGroup.DATA,
    Category.PLATFORM_ACCESS: CategoryGroup.OTHER,
    Category.SYNC_STATUS: CategoryGroup.OTHER,
    Category.FOLLOW_UP: CategoryGroup.OTHER,
    Category.OUT_OF_SCOPE: CategoryGroup.OTHER,
}
