"""A form with files, taken off the wire: within bounds, fields apart from files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from app.intake.attachments import Unacceptable, accept
from app.intake.evidence import Upload
from app.intake.form import Complaint
from app.intake.tidy import storable
from app.web.site import Site, site_of
from models.vocabulary import Missing

FILE_KINDS = (
    Missing.LOGIN_SCREENSHOT.value,
    Missing.PROOF_OF_REQUESTER.value,
    Missing.POWER_OF_ATTORNEY.value,
)
OTHER_FILE = "other"

_PREFIX = "lampiran"
_TEXT_BYTES = 200_000  # every field of a form together, generously
_DIGITS = 18


@dataclass(frozen=True, slots=True)
class SentFile:
    """As it came: `place` is the form's field, `kind` what it is said to prove."""

    place: str
    kind: str
    filename: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Submitted:
    fields: Mapping[str, str]
    files: Sequence[SentFile]


async def submitted(request: Request) -> Submitted:
    """Raises 413 before reading a body beyond what the site takes, 411 for one without length."""
    length = request.headers.get("content-length", "")
    if not length.isdecimal():
        raise HTTPException(411)
    # By digits first: Python refuses to read thousands of them.
    if len(length) > _DIGITS or int(length) > most_bytes(site_of(request)):
        raise HTTPException(413)
    fields: dict[str, str] = {}
    files: list[SentFile] = []
    async with request.form(max_files=50, max_fields=50) as form:
        for name, value in form.multi_items():
            if not isinstance(value, UploadFile):
                # The sender names the charset: even halves of characters can come out of it.
                fields[name] = storable(value)
            elif value.filename:
                files.append(SentFile(name, _kind_of(name), value.filename, await value.read()))
    return Submitted(fields, files)


def most_bytes(site: Site) -> int:
    """Of a whole form; one file more than allowed still gets the sentence that says so."""
    return (site.attachments_per_message + 1) * (site.attachment_limit + 1000) + _TEXT_BYTES


Sent = Annotated[Submitted, Depends(submitted)]


def uploads(sent: Submitted, site: Site) -> tuple[tuple[Upload, ...], dict[str, Complaint]]:
    """The files fit to be kept, and a complaint for each field with one that is not."""
    if len(sent.files) > site.attachments_per_message:
        limit = str(site.attachments_per_message)
        return (), {sent.files[-1].place: Complaint("file.too_many", limit)}
    fit: list[Upload] = []
    complaints: dict[str, Complaint] = {}
    for file in sent.files:
        try:
            fit.append(
                accept(file.filename, file.content, kind=file.kind, limit=site.attachment_limit)
            )
        except Unacceptable as error:
            complaints[file.place] = Complaint(error.key)
    return tuple(fit), complaints


def places() -> tuple[tuple[str, Missing | None], ...]:
    """Each file field of a form and the evidence it takes; None takes anything."""
    named = tuple((f"{_PREFIX}_{kind}", Missing(kind)) for kind in FILE_KINDS)
    return (*named, (f"{_PREFIX}_{OTHER_FILE}", None))


def _kind_of(place: str) -> str:
    kind = place.removeprefix(f"{_PREFIX}_")
    return kind if kind in FILE_KINDS else OTHER_FILE
