"""A worker that was taken for dead comes back in the middle of its work."""

from dataclasses import replace

from app import triage
from app.lookup.ports import SchoolRecords
from models.values import Npsn
from tests.path.conftest import Story
from tests.path.test_role_change import PERSON, TEXT


def test_two_workers_on_one_ticket_leave_one_look_up_and_one_plan(story: Story) -> None:
    number = story.arrives(TEXT, **PERSON)
    ticket_id = story.ticket(number).id
    others: list[str] = []

    class Slow:
        """Dapodik as the first worker sees it: while it waits, another does the whole work."""

        def school(self, npsn: Npsn) -> SchoolRecords | None:
            if not others:
                others.append("came and went")
                triage.consider(story.database, ticket_id, outside=story.outside, now=story.now)
            return story.outside.dapodik.school(npsn)

        def __getattr__(self, name: str) -> object:
            return getattr(story.outside.dapodik, name)

    slow = replace(story.outside, dapodik=Slow())  # type: ignore[arg-type]
    triage.consider(story.database, ticket_id, outside=slow, now=story.now)

    assert others
    assert len(story.plans(number)) == 1
    assert story.events(number).count("looked_up") == 1
    assert story.events(number).count("planned") == 1
