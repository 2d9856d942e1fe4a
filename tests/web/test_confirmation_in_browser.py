"""The page behind a link, who asks, and the vouches in a real browser."""

from dataclasses import replace

import pytest

from app.access.links import Links
from app.lookup.dossier import Requester, SchoolUser
from app.proving import vouching
from app.proving.post import Handling
from app.proving.subject import numbered
from app.store import proofs, tickets
from app.web.site import Site
from models.vocabulary import Relation, Remedy, StaffRole, TicketState
from tests.support import build
from tests.support.chromium import is_sound
from tests.web.conftest import Colleagues, Opened

pytestmark = [
    pytest.mark.web,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]
OFFICER = "operator@smp3tirta.example"


@pytest.fixture
def asked(site: Site, staff: Colleagues) -> tuple[int, str]:
    """A report for which the school was asked: its number, and the path of the link."""
    by = staff.add(StaffRole.AGENT)
    found = build.dossier(
        requester=Requester("asing@lain.example", because="Surel pelapor tidak dikenal."),
        accounts=(build.account(recovery_email=None),),
        officers=(SchoolUser(build.NPSN, "Tuti Misalkan", "Operator Sekolah", OFFICER, "x"),),
    )
    judged = replace(
        build.verdict(steps=()), remedy=Remedy.FIX_DAPODIK, rule="password.contact_first"
    )
    with site.database.write() as session:
        made = build.ticket(session, state=TicketState.PLANNED)
        build.propose(session, made, judged, found=found)
        at = Handling(session, tickets.locked(session, made.id), site.links, site.clock())
        subject = numbered(session, made.id, 0)
        assert subject is not None
        vouching.ask(at, subject, Relation.OPERATOR, by=by)
        [proof] = proofs.of_ticket(session, made.id)
        url = Links(site.secret, "").url(proof)
    return made.number, url


def test_the_pages_are_sound_and_the_answer_is_given_by_keyboard(
    opened: Opened, address: str, asked: tuple[int, str]
) -> None:
    number, path = asked
    page = opened().new_page()
    page.goto(address + path)
    is_sound(page)
    page.get_by_role("button", name="Ya, saya menjamin").focus()
    page.keyboard.press("Enter")
    page.get_by_role("status").wait_for()
    is_sound(page)
    page.goto(f"{address}/tiket/{number}")
    assert "masa tunggu sampai" in page.content()
    is_sound(page)
    page.goto(f"{address}/jaminan")
    assert page.get_by_text("1 dari 10").count() == 1
    is_sound(page)
