"""A reader with the classifier of the repository's corpus, for what only a taught one can tell."""

from pathlib import Path

import pytest

from app.reading.reader import Reader


@pytest.fixture(scope="session")
def taught(classifier: Path) -> Reader:
    return Reader.load(classifier)
