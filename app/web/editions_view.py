"""An edition as its page shows it: its numbers beside those of today, and what it would change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.access.permissions import Permission, may
from app.kit.clock import wib_day
from app.kit.kept import load
from app.resolution import drafts, editions, trial
from app.resolution.policy import RULES
from app.resolution.terms import BOUNDS, Terms, numbers
from app.resolution.verdict import Verdict
from app.resolution.whatif import Summary, again
from app.store import whatifs
from app.store.session import Session
from app.web.reader import Reader
from app.web.rules_view import measured, sentence
from models import Edition, Lookup, Plan, Reading, Staff, Ticket, WhatIf
from models.vocabulary import EditionState

ON_A_PAGE = 25
UNLIKE_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class Typed:
    """What a form was sent with, and what is wrong with it by field."""

    fields: Mapping[str, str]
    complaints: Mapping[str, drafts.Complaint] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NumberField:
    """A number of the form; `today` is what is in force, with its unit."""

    name: str
    typed: str
    today: str
    bounds: str
    complaint: str


@dataclass(frozen=True, slots=True)
class VersionField:
    """A rule whose version may be chosen: (number, what it decides, whether it is chosen)."""

    name: str
    rule: str
    choices: tuple[tuple[int, str, bool], ...]
    complaint: str


@dataclass(frozen=True, slots=True)
class FormView:
    """`complaints` are those of name and note."""

    name: str
    note: str
    numbers: tuple[NumberField, ...]
    versions: tuple[VersionField, ...]
    complaints: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """One number or rule of the edition beside that in force."""

    label: str
    today: str
    draft: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """One recorded case and both its verdicts; no word of the person."""

    ticket: Ticket
    plan: Plan
    before: Verdict
    after: Verdict


@dataclass(frozen=True, slots=True)
class WhatIfView:
    """`summary` is None until it has ended. `rest` are decisions that kept no circumstances."""

    row: WhatIf
    is_running: bool
    is_outdated: bool
    summary: Summary | None
    rest: int
    unlike: tuple[CaseView, ...]
    cases: tuple[CaseView, ...]
    pair: tuple[str, str] | None
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class EditionView:
    """`seen` goes along with an adoption: which text of the draft was looked at."""

    edition: Edition
    by: str
    adopted_by: str
    compared: tuple[Compared, ...]
    is_draft: bool
    may_change: bool
    may_adopt: bool
    may_govern: bool
    seen: str
    today: str
    form: FormView
    whatif: WhatIfView | None


@dataclass(frozen=True, slots=True)
class Shown:
    """Which part of the differing cases is asked for."""

    page: int = 1
    pair: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """Who looks at the page, and when."""

    who: Staff
    reader: Reader
    now: datetime


def gathered(
    session: Session,
    edition: Edition,
    asking: Asking,
    *,
    typed: Typed | None,
    shown: Shown,
) -> EditionView:
    who, reader, now = asking.who, asking.reader, asking.now
    terms, today = editions.terms_of(edition), editions.in_force(session, now).terms
    is_draft = edition.state is EditionState.DRAFT
    governs = may(who.role, Permission.GOVERN)
    is_mine = edition.created_by_id == who.id
    row = whatifs.newest(session, edition.id)
    return EditionView(
        edition=edition,
        by=reader.colleague(edition.created_by_id),
        adopted_by=reader.colleague(edition.adopted_by_id),
        compared=tuple(_compared(terms, today, reader)),
        is_draft=is_draft,
        may_change=is_draft and governs and is_mine,
        may_adopt=is_draft and governs and not is_mine,
        may_govern=governs,
        seen=edition.changed_at.isoformat(),
        today=wib_day(now).isoformat(),
        form=form(typed or typed_of(edition), today, reader),
        whatif=_whatif(session, row, edition, shown=shown, now=now) if row else None,
    )


def typed_of(edition: Edition) -> Typed:
    fields = drafts.typed_of(editions.terms_of(edition))
    return Typed({**fields, "nama": edition.name, "catatan": edition.note})


def form(typed: Typed, today: Terms, reader: Reader) -> FormView:
    said = {
        name: reader.say(each.key, **dict(each.gaps)) for name, each in typed.complaints.items()
    }
    return FormView(
        name=typed.fields.get("nama", ""),
        note=typed.fields.get("catatan", ""),
        numbers=tuple(
            NumberField(
                name=name,
                typed=typed.fields.get(name, ""),
                today=measured(name, value, reader),
                bounds=reader.say(
                    "edition.bounds", least=BOUNDS[name].least, most=BOUNDS[name].most
                ),
                complaint=said.get(name, ""),
            )
            for name, value in numbers(today).items()
        ),
        versions=tuple(_version_fields(typed, today, said, reader)),
        complaints=said,
    )


def _version_fields(
    typed: Typed, today: Terms, said: Mapping[str, str], reader: Reader
) -> Iterator[VersionField]:
    for rule in RULES.values():
        if len(rule.versions) < 2:
            continue
        name = f"{drafts.VERSION}{rule.id}"
        chosen = typed.fields.get(name, str(rule.under(today).number))
        yield VersionField(
            name=name,
            rule=rule.id,
            choices=tuple(
                (each.number, sentence(each, today, reader), str(each.number) == chosen)
                for each in rule.versions
            ),
            complaint=said.get(name, ""),
        )


def _compared(terms: Terms, today: Terms, reader: Reader) -> Iterator[Compared]:
    now = numbers(today)
    for name, value in numbers(terms).items():
        yield Compared(
            reader.say(f"terms.{name}"),
            measured(name, now[name], reader),
            measured(name, value, reader),
        )
    for rule in RULES.values():
        if len(rule.versions) > 1:
            yield Compared(
                rule.id,
                reader.say("rules.version", number=rule.under(today).number),
                reader.say("rules.version", number=rule.under(terms).number),
            )


def _whatif(
    session: Session, row: WhatIf, edition: Edition, *, shown: Shown, now: datetime
) -> WhatIfView:
    summary = trial.summary_of(row)
    terms = load(Terms, row.terms)
    found = whatifs.count_differences(session, row.id, shown.pair) if summary else 0
    pages = max(1, -(-found // ON_A_PAGE))
    page = min(max(shown.page, 1), pages)
    rows = whatifs.differences(
        session, row.id, shown.pair, offset=(page - 1) * ON_A_PAGE, limit=ON_A_PAGE
    )
    unlike = whatifs.not_reproduced(session, row.id, limit=UNLIKE_AT_MOST)
    return WhatIfView(
        row=row,
        is_running=whatifs.is_running(row, now),
        is_outdated=terms != editions.terms_of(edition),
        summary=summary,
        rest=row.seen - summary.cases if summary else 0,
        unlike=tuple(_cases(unlike, None)) if summary else (),
        cases=tuple(_cases(rows, terms)) if summary else (),
        pair=shown.pair,
        page=page,
        pages=pages,
    )


def _cases(
    rows: Sequence[tuple[Ticket, Plan, Lookup, Reading]], terms: Terms | None
) -> Iterator[CaseView]:
    """By their own numbers for None."""
    for ticket, plan, lookup, reading in rows:
        for each in trial.recall([(plan, lookup, reading)]):
            yield CaseView(ticket, plan, each.verdict, again(each.case, terms))


def new_form(session: Session, typed: Typed | None, reader: Reader, *, now: datetime) -> FormView:
    """Of a draft that begins with the numbers in force."""
    today = editions.in_force(session, now).terms
    return form(typed or Typed(drafts.typed_of(today)), today, reader)
