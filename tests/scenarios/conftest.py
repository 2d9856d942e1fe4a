"""One reader for every situation."""

from pathlib import Path

import pytest

from app.reading.reader import Reader


@pytest.fixture(scope="session")
def reader(classifier: Path) -> Reader:
    """Loaded once: it holds nothing of a message."""
    return Reader.load(classifier)
