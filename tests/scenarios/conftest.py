"""One reader for every situation."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.reading.reader import Reader
from tests.support.untraced import untraced


@pytest.fixture(scope="session")
def reader(classifier: Path) -> Reader:
    """Loaded once: it holds nothing of a message."""
    return Reader.load(classifier)


@pytest.fixture(autouse=True)
def not_traced() -> Iterator[None]:
    """What whole stories cover, the tests of the steps cover in a fraction of the time."""
    with untraced():
        yield
