"""One report told three times: by form, in other words as a comment, then only asked after."""

from dataclasses import replace

from app.reading.facts import Incoming, Understanding
from app.store import links, tickets
from models import Link
from models.vocabulary import (
    Category,
    Channel,
    Decision,
    LinkReason,
    LinkState,
    Remedy,
    StepAction,
    TicketState,
)
from tests.path.conftest import Story

ROLE_LETTER = "Akun guru belum berubah jadi admin"
NAME, SCHOOL = "Sasmita Kertanagara", "SD Negeri 1 Tirta Wening"
OTHER_WORDS = (
    "Assalamualaikum min, sy Sasmita Kertanagara kepala sekolah SDN 1 Tirta Wening. "
    "Akun belajar sy msh akun guru, kapan jadi admin ya? Di dapodik udh kepsek."
)


def _links(story: Story, number: int) -> list[Link]:
    """To earlier reports."""
    with story.database.read() as session:
        ticket = tickets.by_number(session, number)
        touching = links.touching(session, ticket.id)
        return [each for each in touching if each.ticket_id == ticket.id]


def _as_follow_up(story: Story) -> None:
    """Whatever the small words are taken for by the classifier of the day."""
    read = story.outside.read

    def follow_up(incoming: Incoming) -> Understanding:
        return replace(read(incoming), category=Category.FOLLOW_UP, decision=Decision.SUGGEST)

    story.outside = replace(story.outside, read=follow_up)


def test_the_same_person_and_problem_in_another_channel_is_found_by_the_record(
    story: Story,
) -> None:
    first = story.hears(ROLE_LETTER)
    story.considers(first)
    story.forward(hours=20)
    again = story.arrives(OTHER_WORDS, channel=Channel.COMMENT, requester_name=NAME)
    story.considers(again)
    [link] = _links(story, again)
    assert link.earlier_id == story.ticket(first).id
    assert (link.reason, link.state) == (LinkReason.SAME_PERSON, LinkState.SUGGESTED)
    assert _links(story, first) == []
    assert story.ticket(again).linked_to_id is None
    assert story.verdict(again).remedy is story.verdict(first).remedy


def test_who_only_asks_after_it_is_led_to_the_first_report(story: Story) -> None:
    first = story.hears(ROLE_LETTER)
    story.considers(first)
    story.forward(days=10)
    _as_follow_up(story)
    asks = story.arrives(
        "Belum ada balasan.", channel=Channel.COMMENT, requester_name=NAME, school_name=SCHOOL
    )
    story.considers(asks)
    assert story.verdict(asks).remedy is Remedy.LINK_REPORT
    assert story.step(asks, StepAction.LINK_REPORT).target == str(first)
    before = story.ticket(first)
    story.says_yes(asks)
    story.carries_out(asks)
    assert story.ticket(asks).linked_to_id == before.id
    assert story.ticket(asks).state is TicketState.ANSWERED
    assert [each.state for each in _links(story, asks)] == [LinkState.CONFIRMED]
    assert story.ticket(first) == before


def test_a_name_and_a_school_do_not_tell_anybody_the_number(story: Story) -> None:
    first = story.hears(ROLE_LETTER)
    story.considers(first)
    _as_follow_up(story)
    asks = story.arrives(
        "Belum ada balasan.",
        requester_name=NAME,
        school_name=SCHOOL,
        requester_email="orang.asing@pos.example",
    )
    story.considers(asks)
    story.says_yes(asks)
    story.carries_out(asks)
    assert story.ticket(asks).linked_to_id == story.ticket(first).id
    assert str(first) not in story.answers(asks)[-1].body


def test_somebody_elses_number_is_shown_to_the_agent_as_such(story: Story) -> None:
    first = story.hears(ROLE_LETTER)
    story.considers(first)
    _as_follow_up(story)
    asks = story.arrives(
        f"Laporan nomor {first} belum dibalas.", requester_email="orang.asing@pos.example"
    )
    story.considers(asks)
    assert story.step(asks, StepAction.LINK_REPORT).target == str(first)
    assert "tidak ada tanda lain" in story.verdict(asks).note
    [link] = _links(story, asks)
    assert link.reason is LinkReason.REPORT_NAMED
