"""What finds a word that was typed wrong."""

from sqlmodel import Field, SQLModel


class SearchSlip(SQLModel, table=True):
    """A word of some report under a slip of it: the word itself, or it with one letter missing.

    Two words that share a slip are one typing error apart, or nearly.
    """

    slip: str = Field(primary_key=True, max_length=40)
    word: str = Field(primary_key=True, max_length=40)
