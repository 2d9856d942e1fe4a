"""Changes of the stand-in directory on disk, so that a restarted demo still knows them."""

import json
from collections.abc import Iterator
from pathlib import Path

from app.standin.directory_resource import Resource


class Journal:
    """One line for each changed user, whole; the last line of a user counts."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def users(self) -> Iterator[Resource]:
        """In the order of the changes. A line cut off by a crash is passed over."""
        if not self._path.exists():
            return
        for line in self._path.read_text(encoding="utf-8").splitlines():
            try:
                yield json.loads(line)
            except ValueError:
                continue

    def keep(self, user: Resource) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        # A line cut off earlier must not swallow this one.
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"\n{json.dumps(user, ensure_ascii=False)}")
