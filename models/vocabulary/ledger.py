"""Why numbers of the series are no reports. Standard library only."""

from enum import StrEnum


class SkipReason(StrEnum):
    SERIES_BEGINS = "series_begins"  # issued above the setting's first number
    RESTORED = "restored"  # may have been given after the backup was made
    BROUGHT_IN = "brought_in"  # an import holds numbers up to there
    BY_HAND = "by_hand"  # a supervisor says why
