"""A folder with a nightly extract: what its manifest promises, and whether the files keep it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_LISTED = ("rows", "sha256")


class Refused(Exception):
    """One sentence on why an extract is not taken; the one before stays in force."""


class UnusableManifest(Refused):
    """Not even its age can be told."""


@dataclass(frozen=True, slots=True)
class Promised:
    """What the manifest says of one file."""

    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """`extracted_at` is when the records were true (UTC)."""

    extracted_at: datetime
    files: Mapping[str, Promised]

    @property
    def content_hash(self) -> str:
        """The same for the same files, whenever extracted."""
        listed = "\n".join(f"{name} {self.files[name].sha256}" for name in sorted(self.files))
        return hashlib.sha256(listed.encode()).hexdigest()


def read(folder: Path, wanted: tuple[str, ...]) -> Manifest:
    """Raises UnusableManifest. Files other than `wanted` are none of ours."""
    path = folder / "manifest.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        moment = datetime.fromisoformat(content["extracted_at"])
        files = {
            name: _promised(content["files"][name]) for name in wanted if name in content["files"]
        }
        if moment.tzinfo is not None:
            moment = moment.astimezone(UTC)
    except OSError as error:
        raise UnusableManifest(f"{path} tidak dapat dibaca.") from error
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise UnusableManifest(
            f"{path} bukan manifest: perlu extracted_at, serta rows dan sha256 setiap berkas."
        ) from error
    if moment.tzinfo is None:
        raise UnusableManifest(f"extracted_at di {path} tidak menyebut zona waktu.")
    return Manifest(moment, files)


def check_presence(folder: Path, manifest: Manifest, wanted: tuple[str, ...]) -> None:
    """Raises Refused for a file that is promised and missing, or there and not promised."""
    for name in wanted:
        is_there, is_promised = (folder / name).is_file(), name in manifest.files
        if is_promised and not is_there:
            raise Refused(f"{name} ada di manifest tetapi tidak ada di folder.")
        if is_there and not is_promised:
            raise Refused(f"{name} ada di folder tetapi tidak ada di manifest.")


def check_files(folder: Path, manifest: Manifest, wanted: tuple[str, ...]) -> None:
    """Raises Refused where the folder is not what its manifest promises."""
    check_presence(folder, manifest, wanted)
    for name, promised in manifest.files.items():
        for _ in lines(folder / name, promised):
            pass


def lines(path: Path, promised: Promised) -> Iterator[tuple[int, bytes]]:
    """Line numbers from 1 and lines, blank ones left out; then Refused if it was not all of it."""
    sum_, rows = hashlib.sha256(), 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            sum_.update(line)
            if line.strip():
                rows += 1
                yield number, line
    if rows != promised.rows:
        raise Refused(f"{path.name} berisi {rows} baris, di manifest {promised.rows}.")
    if sum_.hexdigest() != promised.sha256.lower():
        raise Refused(f"Isi {path.name} tidak cocok dengan sha256 di manifest.")


def _promised(listed: Mapping[str, object]) -> Promised:
    rows, digest = (listed[name] for name in _LISTED)
    if not isinstance(rows, int) or not isinstance(digest, str):
        raise TypeError(listed)
    return Promised(rows, digest)
