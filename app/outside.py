"""Everything beyond our own database, as ports: what `app/wiring.py` builds and the path uses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from app.access.links import Links
from app.intake.letterbox import Letterbox
from app.kit.working_hours import OFFICE, Hours
from app.linking.marks import Seal
from app.lookup.date_heard import DateHeard
from app.lookup.once import ForLists
from app.lookup.ports import Accounts, Dapodik, Sources
from app.reading.facts import Incoming, Understanding
from app.reply.ports import HelpCentre, Mailer
from app.resolution.automatic import NO_RULE_ACTS, Watch
from app.resolution.carry import Systems
from app.resolution.ports import AccountAdmin


@dataclass(frozen=True, slots=True)
class Outside:
    """`tracking_url` is the public page of a nomor laporan, `seal` hides what tickets have in
    common, `links` makes the codes of mailed questions, `hours` are the desk's; `close` lets go
    of the connections. `draws_blind` says whether a nomor laporan is among the blind share; `fit`
    runs a training in a process of its own, false when that came to no end. A step kept waiting
    for `stuck_after` is shown to a person. `watch` is how rules that act by themselves are watched.
    `help_centre` is None where none is set. `lists` are the systems as lists ask them,
    None where nobody is spared. `date` is the directory's clock, None where no directory is set.
    `letterbox` is where mail comes in, None where none is read.
    """

    read: Callable[[Incoming], Understanding]
    dapodik: Dapodik
    accounts: Accounts
    admin: AccountAdmin
    mailer: Mailer
    tracking_url: Callable[[int], str | None]
    seal: Seal
    links: Links
    close: Callable[[], None] = lambda: None
    hours: Hours = OFFICE
    draws_blind: Callable[[int], bool] = lambda _number: False
    fit: Callable[[int], bool] = lambda _training_id: False
    watch: Watch = NO_RULE_ACTS
    stuck_after: timedelta = timedelta(hours=4)
    help_centre: HelpCentre | None = None
    lists: ForLists | None = None
    date: DateHeard | None = None
    letterbox: Letterbox | None = None

    def sources_of_list(self, reading_id: int) -> Sources:
        """What the lines of that reading are looked up in."""
        if self.lists is None:
            return Sources(self.dapodik, self.accounts)
        return self.lists.looking(reading_id)

    def systems(self, *, of_list: bool) -> Systems:
        """What a change needs; `of_list`: of one line of many."""
        if self.lists is None or not of_list:
            return Systems(self.admin, self.dapodik, self.accounts)
        return Systems(self.admin, self.lists.changing.dapodik, self.lists.changing.accounts)
