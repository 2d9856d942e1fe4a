"""Where classifiers stand: a folder for each, a pointer to the champion, the way back."""

import json
import os
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import JsonValue

from app.kit.kept import Record
from app.reading.classifier import ARTEFACT, CARD, Classifier

POINTER, ABOUT = "champion.json", "about.json"
KEPT = 10


class NothingBefore(Exception):
    """There is no earlier champion to go back to."""


@dataclass(frozen=True, slots=True)
class Champion:
    """Who reads now. `before` names the earlier champions, the latest last."""

    name: str
    since: str
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """One folder with a folder for each classifier, and `champion.json` to say which one reads.

    The pointer is replaced in one step: whoever looks sees the old or the new champion, whole. A
    classifier that lies bare in the folder, as it once did, is the champion while there is no
    pointer.
    """

    folder: Path

    @property
    def pointer(self) -> Path:
        return self.folder / POINTER

    def champion(self) -> Champion | None:
        """None when nothing stands here, or the pointer cannot be read."""
        try:
            content = json.loads(self.pointer.read_text("utf-8"))
            return Champion(
                str(content["name"]), str(content["since"]), tuple(map(str, content["before"]))
            )
        except FileNotFoundError:
            return Champion("", "") if (self.folder / CARD).exists() else None
        except (ValueError, KeyError, TypeError):
            return None

    def stamp(self) -> tuple[int, int] | None:
        """Changes whenever another classifier is pointed at; None while nothing stands here."""
        for path in (self.pointer, self.folder / CARD):
            try:
                found = path.stat()
            except FileNotFoundError:
                continue
            return found.st_mtime_ns, found.st_ino
        return None

    def place(self, name: str = "") -> Path:
        """The folder of that classifier, of the champion without a name."""
        chosen = name or getattr(self.champion(), "name", "")
        return self.folder / chosen if chosen else self.folder

    def load(self, name: str = "") -> Classifier:
        """That classifier, the champion without a name. Raises as Classifier.load does."""
        return Classifier.load(self.place(name))

    def put(self, classifier: Classifier, about: Record) -> str:
        """Lay it on the shelf without asking it yet; its name. `about` is kept beside it."""
        part = self.folder / f".baru-{secrets.token_hex(4)}"
        try:
            classifier.save(part)
            (part / ABOUT).write_text(json.dumps(about, ensure_ascii=False), "utf-8")
            # Proven before it gets a name: what lies on the shelf can be loaded.
            Classifier.load(part)
            target = self.folder / classifier.name
            if not target.exists():
                part.rename(target)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        return classifier.name

    def about(self, name: str = "") -> Record:
        """What was written down beside it; empty when nothing was."""
        try:
            content: JsonValue = json.loads((self.place(name) / ABOUT).read_text("utf-8"))
        except (FileNotFoundError, ValueError):
            return {}
        return content if isinstance(content, dict) else {}

    def promote(self, name: str, *, now: datetime) -> None:
        """Point at it. The last ten champions are kept; whatever else lies here is let go."""
        self._settle_bare(now)
        old = self.champion()
        names = (*old.before, old.name) if old else ()
        before = tuple(each for each in names if each != name)[-(KEPT - 1) :]
        self._point(Champion(name, now.isoformat(), before))
        self._clear({name, *before})

    def roll_back(self, *, now: datetime) -> str:
        """Point at the champion before; its name. Raises NothingBefore.

        One that cannot be loaded any more is passed over.
        """
        old = self.champion()
        before = list(old.before) if old else []
        while before:
            name = before.pop()
            if _is_sound(self.folder / name):
                self._point(Champion(name, now.isoformat(), tuple(before)))
                return name
        raise NothingBefore

    def remove(self, name: str) -> None:
        """Let go of one that is not asked."""
        champion = self.champion()
        if champion is None or name not in {champion.name, *champion.before}:
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def _point(self, champion: Champion) -> None:
        content = {"name": champion.name, "since": champion.since, "before": list(champion.before)}
        part = self.folder / f".{POINTER}-{secrets.token_hex(4)}"
        with part.open("w", encoding="utf-8") as file:
            file.write(json.dumps(content))
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.pointer)

    def _settle_bare(self, now: datetime) -> None:
        """A bare classifier gets a folder and a pointer of its own, so that one can go back."""
        if self.pointer.exists() or not (self.folder / CARD).exists():
            return
        try:
            name = Classifier.load(self.folder).name
        except Exception:  # whatever is wrong with it, nobody will want to go back to it
            return
        target = self.folder / name
        target.mkdir(exist_ok=True)
        for each in (ARTEFACT, CARD):
            shutil.copyfile(self.folder / each, target / each)
        self._point(Champion(name, now.isoformat()))
        for each in (ARTEFACT, CARD):
            (self.folder / each).unlink()

    def _clear(self, kept: set[str]) -> None:
        for each in self._others(kept):
            shutil.rmtree(each, ignore_errors=True)

    def _others(self, kept: set[str]) -> Iterator[Path]:
        for each in self.folder.iterdir():
            if each.is_dir() and each.name not in kept and (each / CARD).exists():
                yield each


def _is_sound(folder: Path) -> bool:
    try:
        Classifier.load(folder)
    except Exception:  # whatever is wrong with it, it cannot be asked
        return False
    return True
