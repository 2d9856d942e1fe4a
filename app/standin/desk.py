"""The desk behind the stand-in Zendesk: tickets, comments and users in memory."""

import copy
import html
import itertools
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from app.lookup.world import World

Item = Mapping[str, Any]

STATUSES = ("new", "open", "pending", "hold", "solved", "closed")
_LABELS = ("Baru", "Terbuka", "Menunggu pelapor", "Ditahan", "Selesai", "Ditutup")
_KEPT_ON_WRITE = frozenset(
    {"subject", "priority", "type", "external_id", "tags", "custom_fields", "assignee_id", "status"}
)


class UnknownRecord(Exception):
    """Zendesk answers 404 RecordNotFound."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A ticket after a write, and the audit of that write."""

    ticket: Item
    audit: Item


class Desk:
    """A private copy of the world's Zendesk; safe to share between threads."""

    def __init__(self, world: World, clock: Callable[[], datetime]) -> None:
        kept = copy.deepcopy(world.zendesk)
        self._clock = clock
        self._lock = threading.Lock()
        self._tickets = {each["id"]: _whole(each) for each in kept.get("tickets", [])}
        self._users = {each["id"]: each for each in kept.get("users", [])}
        self._comments = kept.get("comments", [])
        self._article_comments = kept.get("article_comments", [])
        self._serial = itertools.count(max(self._tickets, default=700_000) + 1)
        self._audits = itertools.count(1)

    def tickets(self) -> list[Item]:
        """Not deleted, by id."""
        return [
            each for _, each in sorted(self._tickets.items()) if each.get("status") != "deleted"
        ]

    def changes(self) -> list[Item]:
        """Deleted ones too, in the order of their last change."""
        return sorted(self._tickets.values(), key=moment)

    def ticket(self, number: int) -> Item:
        """Raises UnknownRecord."""
        return _found(self._tickets, number)

    def comments(self, number: int) -> list[Item]:
        """Oldest first. Raises UnknownRecord."""
        self.ticket(number)
        mine = [each for each in self._comments if each.get("ticket_id") == number]
        return [_without(each, "ticket_id") for each in mine]

    def users(self) -> list[Item]:
        return [each for _, each in sorted(self._users.items())]

    def user(self, number: int) -> Item:
        """Raises UnknownRecord."""
        return _found(self._users, number)

    def article_comments(self, article: int) -> list[Item]:
        """Oldest first; empty for an article nobody commented on."""
        return [each for each in self._article_comments if each.get("source_id") == article]

    def article_comment(self, article: int, number: int) -> Item:
        """Raises UnknownRecord."""
        return _found({each["id"]: dict(each) for each in self.article_comments(article)}, number)

    def comment_on(self, article: int, written: Item) -> Item:
        """A new comment of an agent below an article."""
        with self._lock:
            now = _stamp(self._clock())
            known = [int(each["id"]) for each in self._article_comments]
            comment = {
                "id": max(known, default=8_000_000) + 1,
                "author_id": written.get("author_id"),
                "body": written["body"],
                "locale": written["locale"],
                "created_at": now,
                "updated_at": now,
                "source_id": article,
                "source_type": "Article",
                "vote_sum": 0,
                "vote_count": 0,
            }
            self._article_comments.append(comment)
            return comment

    def create(self, written: Item) -> Changed:
        """A new ticket; its comment becomes the description."""
        with self._lock:
            now = _stamp(self._clock())
            number = next(self._serial)
            text = str((written.get("comment") or {}).get("body") or "")
            ticket = _whole(
                {
                    "id": number,
                    "created_at": now,
                    "status": "new",
                    "description": text or written.get("description", ""),
                    "requester_id": written.get("requester_id"),
                    "via": {"channel": "api", "source": {"from": {}, "to": {}, "rel": None}},
                    **_writable(written),
                }
            )
            self._tickets[number] = ticket
            return self._written(ticket, written, now, event="Create")

    def update(self, number: int, written: Item) -> Changed:
        """The ticket with what was sent, and a comment where one was. Raises UnknownRecord."""
        with self._lock:
            ticket = _found(self._tickets, number)
            ticket.update(_writable(written))
            return self._written(ticket, written, _stamp(self._clock()), event="Change")

    def _written(self, ticket: dict[str, Any], written: Item, now: str, *, event: str) -> Changed:
        audit = next(self._audits)
        ticket.update(updated_at=now, generated_timestamp=_seconds(now))
        comment = written.get("comment") or {}
        if comment:
            body = str(comment.get("body") or "")
            self._comments.append(
                {
                    "id": 9_000_000 + audit,
                    "ticket_id": ticket["id"],
                    "type": "Comment",
                    "author_id": comment.get("author_id") or ticket.get("requester_id"),
                    "body": body,
                    "plain_body": body,
                    "html_body": f"<p>{html.escape(body)}</p>",
                    "public": comment.get("public", True),
                    "attachments": [],
                    "audit_id": audit,
                    "created_at": now,
                }
            )
        events = [{"id": audit, "type": event, "field_name": name} for name in _writable(written)]
        return Changed(
            dict(ticket),
            {"id": audit, "ticket_id": ticket["id"], "created_at": now, "events": events},
        )


def moment(ticket: Item) -> tuple[int, int]:
    """Where a ticket stands in the order of changes: seconds of its last change, then its id."""
    return int(ticket["generated_timestamp"]), int(ticket["id"])


def custom_statuses() -> Sequence[Item]:
    """One per status category; tickets here know no others."""
    return [
        {
            "id": number,
            "status_category": status,
            "agent_label": label,
            "end_user_label": label,
            "active": True,
            "default": True,
        }
        for number, (status, label) in enumerate(zip(STATUSES, _LABELS, strict=True), start=1)
    ]


def ticket_fields(tickets: Sequence[Item]) -> Sequence[Item]:
    """The custom fields these tickets use; their titles are those of the form."""
    used = {each["id"] for ticket in tickets for each in ticket.get("custom_fields") or []}
    titles = ("Kategori Masalah", "NPSN", "Tipe Pengguna")
    names = [*titles, *(f"Isian {number}" for number in range(len(titles) + 1, len(used) + 1))]
    return [
        {"id": each, "type": "text", "title": name, "active": True, "required": False}
        for each, name in zip(sorted(used), names, strict=False)
    ]


def _whole(ticket: Item) -> dict[str, Any]:
    """With every field a reader may lean on."""
    created = ticket.get("created_at") or "2026-01-01T00:00:00Z"
    updated = ticket.get("updated_at") or created
    subject = ticket.get("subject") or ""
    return {
        "subject": subject,
        "raw_subject": subject,
        "description": "",
        "status": "open",
        "priority": None,
        "type": None,
        "tags": [],
        "custom_fields": [],
        "requester_id": None,
        "submitter_id": ticket.get("requester_id"),
        "assignee_id": None,
        "created_at": created,
        "updated_at": updated,
        "generated_timestamp": _seconds(updated),
        "is_public": True,
        "via": {"channel": "web", "source": {"from": {}, "to": {}, "rel": None}},
        **ticket,
    }


def _writable(written: Item) -> dict[str, Any]:
    return {name: value for name, value in written.items() if name in _KEPT_ON_WRITE}


def _found(records: dict[int, dict[str, Any]], number: int) -> dict[str, Any]:
    if number not in records:
        raise UnknownRecord(number)
    return records[number]


def _without(item: Item, name: str) -> Item:
    return {key: value for key, value in item.items() if key != name}


def _stamp(now: datetime) -> str:
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _seconds(stamp: str) -> int:
    return int(datetime.fromisoformat(stamp.replace("Z", "+00:00")).timestamp())
