"""The chain of the audit trail: how a row is hashed, how its head is signed, what was tampered."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

FIRST = "0" * 64  # what the first row names as the one before it


@dataclass(frozen=True, slots=True)
class Act:
    """What is hashed of a row. `at` is aware; `detail` holds words and whole numbers."""

    seq: int
    at: datetime
    actor: str
    role: str
    action: str
    ticket: int | None
    subject: str
    reason: str
    detail: object


@dataclass(frozen=True, slots=True)
class Linked:
    """A row of the chain as it lies in the database."""

    act: Act
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """The signed head of a day."""

    day: date
    seq: int
    hash: str
    is_cut: bool
    signature: str


@dataclass(frozen=True, slots=True)
class Reached:
    """A row to which the chain is known to be whole, and its hash."""

    seq: int
    hash: str


class Fault(StrEnum):
    CHANGED = "changed"
    REMOVED = "removed"
    INSERTED = "inserted"
    FORGED = "forged"


@dataclass(frozen=True, slots=True)
class Finding:
    """`first` to `last` are row numbers of the chain; of a forged head, the row it names."""

    fault: Fault
    first: int
    last: int


def digest(act: Act, previous: str) -> str:
    """64 hexadecimal digits over the row before and a canonical form of this one."""
    form = {
        "seq": act.seq,
        "at": act.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": act.actor,
        "role": act.role,
        "action": act.action,
        "ticket": act.ticket,
        "subject": act.subject,
        "reason": act.reason,
        "detail": act.detail,
    }
    canonical = json.dumps(form, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(f"{previous}\n{canonical}".encode()).hexdigest()


def chained(acts: Iterable[Act], previous: str) -> Iterator[Linked]:
    """The acts in their order, each linked to the one before."""
    for act in acts:
        made = digest(act, previous)
        yield Linked(act, previous, made)
        previous = made


def signed(day: date, seq: int, head: str, secret: bytes, *, is_cut: bool = False) -> Anchor:
    """Nobody without the secret can make another head of that day."""
    said = f"jejak {day.isoformat()} {seq} {head} {int(is_cut)}"
    signature = hmac.new(secret, said.encode(), hashlib.sha256).hexdigest()
    return Anchor(day, seq, head, is_cut, signature)


def sealed(reached: Reached, secret: bytes) -> str:
    """Our signature on a walk that found nothing up to there."""
    said = f"periksa {reached.seq} {reached.hash}"
    return hmac.new(secret, said.encode(), hashlib.sha256).hexdigest()


def beginning(anchors: Sequence[Anchor], after: Reached | None) -> Reached:
    """Where a walk begins: the newest cut, or what an earlier walk came to when that is further."""
    cuts = [Reached(each.seq, each.hash) for each in anchors if each.is_cut]
    known = [*cuts, after] if after is not None else cuts
    return max(known, key=lambda each: each.seq, default=Reached(0, FIRST))


def examine(
    rows: Iterable[Linked],
    anchors: Sequence[Anchor],
    secret: bytes,
    *,
    after: Reached | None = None,
) -> Iterator[Finding]:
    """Every row that is not as it was written, in order. `rows` come by number.

    Someone who makes the whole chain anew after a change is found by the signed heads. `after` is
    what an earlier walk came to: what lies before is not looked at again.
    """
    for each in anchors:
        if signed(each.day, each.seq, each.hash, secret, is_cut=each.is_cut) != each:
            yield Finding(Fault.FORGED, each.seq, each.seq)
    start = beginning(anchors, after)
    head = max((each.seq for each in anchors), default=0)
    walk = _Walk(
        expected=start.seq + 1,
        before={start.hash},
        heads={each.seq: each.hash for each in anchors},
    )
    for row in rows:
        yield from walk.step(row, head)
    if walk.expected <= head:
        yield Finding(Fault.REMOVED, walk.expected, head)
    if start.seq > head:
        yield Finding(Fault.REMOVED, head + 1, start.seq)


@dataclass(slots=True)
class _Walk:
    """`before` is what the next row may name as the one before it."""

    expected: int
    before: set[str]
    heads: Mapping[int, str]

    def step(self, row: Linked, head: int) -> Iterator[Finding]:
        seq = row.act.seq
        if seq < self.expected or seq > head:
            yield Finding(Fault.INSERTED, seq, seq)
            return
        is_after_gap = seq > self.expected
        if is_after_gap:
            yield Finding(Fault.REMOVED, self.expected, seq - 1)
        made = digest(row.act, row.previous)
        is_whole = made == row.hash
        is_linked = is_after_gap or row.previous in self.before
        if is_whole and not is_linked:
            # This row is as it was written; the one it names is there no more.
            yield Finding(Fault.CHANGED, seq - 1, seq - 1)
        elif not is_whole or self.heads.get(seq, row.hash) != row.hash:
            yield Finding(Fault.CHANGED, seq, seq)
        self.expected, self.before = seq + 1, {row.hash, made}
