"""Attachments on disk: written and synced before the transaction that names them commits."""

import hashlib
import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.intake.tidy import clipped
from app.store.session import Session
from models import Attachment, Message


@dataclass(frozen=True, slots=True)
class Upload:
    """A file already checked, images re-encoded. `kind` says what it is evidence of."""

    filename: str
    content_type: str
    content: bytes
    kind: str


@dataclass(frozen=True, slots=True)
class Stored:
    """An upload and the random name its bytes lie under."""

    upload: Upload
    name: str


def store(uploads: Sequence[Upload], folder: Path) -> list[Stored]:
    """Bytes and their names are on the disk on return. Raises OSError; then nothing is left."""
    if not uploads:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    done: list[Stored] = []
    try:
        for upload in uploads:
            done.append(Stored(upload, secrets.token_hex(16)))
            _write(folder / done[-1].name, upload.content)
        _sync_folder(folder)
    except OSError:
        discard(done, folder)
        raise
    return done


def discard(stored: Sequence[Stored], folder: Path) -> None:
    """Remove files no row will name."""
    for each in stored:
        (folder / each.name).unlink(missing_ok=True)


def attach(session: Session, message: Message, stored: Sequence[Stored], *, now: datetime) -> None:
    """Name the stored files beside the message, which has its id."""
    for each in stored:
        session.add(
            Attachment(
                ticket_id=message.ticket_id,
                message_id=message.id,
                kind=clipped(each.upload.kind, 30),
                filename=clipped(each.upload.filename, 160),
                content_type=clipped(each.upload.content_type, 60),
                size=len(each.upload.content),
                sha256=hashlib.sha256(each.upload.content).hexdigest(),
                stored_as=each.name,
                created_at=now,
            )
        )
    session.flush()


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    # Without this a power cut may keep the bytes and lose the name.
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
