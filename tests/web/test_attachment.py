"""Attachments: to colleagues only, as harmless as can be, and each look written down."""

import pytest

from app.store import readings
from app.web.site import Site
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Colleagues


def _stored(site: Site, content: bytes, **changes: object) -> tuple[int, int]:
    """Ids of the attachment and of its ticket."""
    site.files.mkdir(parents=True, exist_ok=True)
    (site.files / "berkas-uji").write_bytes(content)
    with site.database.write() as session:
        row = build.attachment(session, build.ticket(session), **changes)
        return row.id, row.ticket_id


def test_strangers_get_no_attachment(client: TestClient, site: Site) -> None:
    attachment, _ = _stored(site, b"gambar")
    assert client.get(f"/lampiran/{attachment}").status_code == 303


@pytest.mark.parametrize(
    ("content_type", "disposition", "sent_as"),
    [
        ("image/png", "inline", "image/png"),
        ("application/pdf", "attachment", "application/octet-stream"),
        ("text/html", "attachment", "application/octet-stream"),
    ],
)
def test_only_pictures_open_in_the_browser(
    staff: Colleagues, site: Site, content_type: str, disposition: str, sent_as: str
) -> None:
    attachment, _ = _stored(site, b"isi", content_type=content_type)
    answer = staff.as_agent().get(f"/lampiran/{attachment}")
    assert answer.content == b"isi"
    assert answer.headers["content-disposition"].startswith(disposition)
    assert answer.headers["content-type"].startswith(sent_as)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"


def test_each_look_at_an_attachment_is_written_down(staff: Colleagues, site: Site) -> None:
    attachment, ticket = _stored(site, b"gambar")
    browser = staff.as_agent()
    browser.get(f"/lampiran/{attachment}")
    with site.database.read() as session:
        (look,) = readings.accesses_of(session, ticket)
    assert (look.actor, look.asked) == ("petugas", f"lampiran {attachment} (image/png)")


def test_an_attachment_whose_bytes_are_gone_is_not_found(staff: Colleagues, site: Site) -> None:
    attachment, ticket = _stored(site, b"gambar")
    (site.files / "berkas-uji").unlink()
    assert staff.as_agent().get(f"/lampiran/{attachment}").status_code == 404
    assert staff.as_supervisor().get("/lampiran/4711").status_code == 404
    with site.database.read() as session:
        assert readings.accesses_of(session, ticket) == []
