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
