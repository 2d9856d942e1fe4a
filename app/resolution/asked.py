"""What the rules asked of a case, noted where it is asked, so that no other story can be told."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar


@dataclass(frozen=True, slots=True)
class Inference:
    """One step of thought: a question and its answer, in Indonesian, without personal numbers."""

    question: str
    answer: str


class Asked:
    """Notes each answered question once, in the order of the answers.

    One belongs to one verdict being reached and to nobody else.
    """

    __slots__ = ("_noted",)

    def __init__(self) -> None:
        self._noted: dict[Inference, None] = {}

    def note(self, question: str, answer: str) -> None:
        self._noted.setdefault(Inference(question, answer))

    @property
    def steps(self) -> tuple[Inference, ...]:
        return tuple(self._noted)


class Questioned(Protocol):
    """Whatever keeps a note of what it was asked."""

    @property
    def asked(self) -> Asked: ...


Whom = TypeVar("Whom", bound=Questioned)
Rest = ParamSpec("Rest")
Found = TypeVar("Found")
Question = Callable[Concatenate[Whom, Rest], Found]


def asks(
    question: str, told: Callable[..., str]
) -> Callable[[Question[Whom, Rest, Found]], Question[Whom, Rest, Found]]:
    """The function's answer is noted with its question whenever it is asked, as `told` words it."""

    def noting(function: Question[Whom, Rest, Found]) -> Question[Whom, Rest, Found]:
        @wraps(function)
        def asking(whom: Whom, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Found:
            found = function(whom, *args, **kwargs)
            whom.asked.note(question, told(found))
            return found

        return asking

    return noting
