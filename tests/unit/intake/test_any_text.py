"""Whatever file is handed in, it is read or refused; nothing else happens."""

import contextlib
import json

from hypothesis import given
from hypothesis import strategies as st

from app.intake import keys
from app.intake.exports import parse_tickets
from app.intake.pairing import pair
from app.intake.rows import WrongFile
from app.intake.thread import parse

PIECES = st.sampled_from(
    [
        "Komentar",
        "3 comments",
        "  • ",
        "•",
        "rini w",
        "\n",
        "\n\n",
        "    ",
        "0",
        "-1",
        "Ibu rini w, ",
        "nomor laporan #700123",
        "Selamat siang ",
        "Please sign in to leave a comment.",
        "\u00a0",
        "…",
    ]
)
FIELDS = (
    *("comments", "tickets", "users", "id", "body", "count", "author_id", "created_at"),
    *("custom_fields", "status", "subject", "description", "requester_id", "value"),
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(FIELDS),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=60).map("".join))
def test_any_page_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(WrongFile):
        comments = parse(f"Komentar\n3 comments\n{text}").comments
        paired = pair(comments)
        assert sum(len(each.messages) for each in paired.cases) <= len(comments)


@given(VALUES)
def test_any_json_is_read_or_refused(value: object) -> None:
    for reader in (parse, parse_tickets):
        with contextlib.suppress(WrongFile):
            reader(json.dumps([value]))


@given(st.text(max_size=200))
def test_any_table_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(WrongFile):
        parse_tickets(f"id,subject\n{text}")


@given(st.text())
def test_no_guess_opens_a_report(typed: str) -> None:
    assert not keys.matches(700123, typed, b"for the tests only")
