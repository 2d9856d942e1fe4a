"""Help articles, and what the public may say of an answer. Standard library only."""

from enum import StrEnum


class Helped(StrEnum):
    """How far an answer helped."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class ArticleAct(StrEnum):
    """What a version of a help article did."""

    DRAFTED = "drafted"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class ThreadState(StrEnum):
    """Where a public reply in a comment thread stands."""

    QUEUED = "queued"
    POSTED = "posted"  # sent and read back
    REFUSED = "refused"  # the help centre will never take it
    UNSEEN = "unseen"  # perhaps sent, and not to be seen there: a person must look
    TO_COPY = "to_copy"  # no help centre is set: a person copies it
    COPIED = "copied"
