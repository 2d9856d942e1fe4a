"""Every number a rule counts with; its unit is in its name."""

RENAME_AFTER_DAYS = 14
NEW_JENJANG_AFTER_DAYS = 3
DELETION_AFTER_DAYS = 30
DELETION_REMINDER_DAYS = 3
RESTORABLE_DAYS = 20
NEW_ACCOUNT_AFTER_WORKING_DAYS = 3
UNSUSPEND_WITHIN_WORKING_DAYS = 3
RECENT_SIGN_IN_DAYS = 30
MANY_SUBJECTS = 20

# Dates in a message before this year are birth dates, decrees and the like, never a notice.
FIRST_NOTICE_YEAR = 2020
