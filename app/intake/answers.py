"""A comment thread from the API: article comments of Zendesk, whole answers or bare ones."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.intake import rows
from app.intake.comment import Comment, Thread
from app.intake.markup import text_of_html
from app.intake.rows import BadRow, JsonObject, WrongFile, objects_in, text_in
from app.intake.tidy import clipped, storable

_LAST = datetime.max.replace(tzinfo=UTC)
_AGENTS = {"agent", "admin"}


@dataclass(slots=True)
class _Heap:
    """What the answers held, before it is put together."""

    comments: list[JsonObject] = field(default_factory=list)
    users: dict[str, JsonObject] = field(default_factory=dict)
    counts: list[int] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    is_thread: bool = False


def parse_api(text: str) -> Thread:
    """Answers whole, in a list or in lines, or a bare array; in the order of `created_at`.

    A comment met twice counts once. Raises WrongFile when nothing in it is a comment.
    """
    heap = _Heap()
    for found in rows.values(text):
        if isinstance(found, BadRow):
            heap.bad.append(found)
        elif isinstance(found.value, dict):
            _sort(heap, found.line, found.value)
        else:
            heap.bad.append(BadRow(found.line, "bukan komentar"))
    if not heap.is_thread:
        raise WrongFile("Berkas JSON ini tidak berisi komentar artikel.")
    comments = _put_together(heap)
    return Thread(
        announced=max(heap.counts, default=None),
        comments=tuple(sorted(comments, key=lambda each: each.created_at or _LAST)),
        article=next(
            (source for row in heap.comments if (source := text_in(row, "source_id"))), None
        ),
        bad=tuple(heap.bad),
    )


def _sort(heap: _Heap, line: int, value: JsonObject) -> None:
    heap.users |= {text_in(user, "id"): user for user in objects_in(value, "users")}
    listed = value.get("comments")
    if isinstance(listed, list):
        heap.is_thread = True
        count = value.get("count")
        heap.counts += [count] if isinstance(count, int) else []
        for place, each in enumerate(listed, start=1):
            if isinstance(each, dict) and "body" in each:
                heap.comments.append(each)
            else:
                heap.bad.append(BadRow(line, f"komentar ke-{place} tidak punya isi (body)"))
    elif "body" in value:
        heap.is_thread = True
        heap.comments.append(value)
    elif "users" not in value:
        heap.bad.append(BadRow(line, "bukan komentar: tidak punya isi (body)"))


def _put_together(heap: _Heap) -> list[Comment]:
    by_id: dict[str, Comment] = {}
    nameless: list[Comment] = []
    for row in heap.comments:
        comment = _comment(row, heap.users)
        if not comment.text:
            continue
        if comment.external_id is None:
            nameless.append(comment)
        else:
            by_id[comment.external_id] = comment
    return [*by_id.values(), *nameless]


def _comment(row: JsonObject, users: dict[str, JsonObject]) -> Comment:
    author_id = text_in(row, "author_id")
    user = users.get(author_id, {})
    votes = row.get("vote_sum")
    return Comment(
        author=clipped(text_in(user, "name") or text_in(row, "author_name"), 120) or None,
        text=text_of_html(storable(text_in(row, "body"))),
        votes=votes if isinstance(votes, int) else None,
        external_id=text_in(row, "id") or None,
        created_at=rows.instant(text_in(row, "created_at")),
        author_id=author_id or None,
        is_agent=text_in(user, "role") in _AGENTS,
    )
