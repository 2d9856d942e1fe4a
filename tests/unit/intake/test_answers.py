"""The API's comments are read in every shape they are saved in."""

import json

import pytest

from app.intake.rows import WrongFile
from app.intake.thread import Thread, parse, parse_api

FIRST = {
    "id": 1,
    "author_id": 11,
    "body": "<p>akun&nbsp;hilang</p><p>mohon<br>bantuan</p>",
    "created_at": "2023-01-06T02:00:00Z",
    "source_id": 8000001,
    "vote_sum": 2,
}
SECOND = {"id": 2, "author_id": None, "body": "sudah", "created_at": "2023-01-07T02:00:00Z"}
USERS = [{"id": 11, "name": "rini w", "role": "end-user"}]
PAGES = [
    {"comments": [SECOND], "count": 9, "next_page": None},
    {"comments": [FIRST], "users": USERS, "count": 9, "next_page": "…"},
]


def summary(thread: Thread) -> list[tuple[str | None, str | None, str]]:
    return [(each.external_id, each.author, each.text) for each in thread.comments]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(json.dumps(PAGES), id="a list of answers"),
        pytest.param("\n".join(map(json.dumps, PAGES)), id="answers in lines"),
        pytest.param(
            "\n".join(json.dumps(each, indent=2) for each in PAGES), id="answers in a row"
        ),
        pytest.param(
            json.dumps({"comments": [SECOND, FIRST], "users": USERS}, indent=1), id="one answer"
        ),
        pytest.param(json.dumps([*PAGES, *PAGES]), id="every answer twice"),
    ],
)
def test_answers_are_put_in_the_order_of_writing(text: str) -> None:
    assert summary(parse(text)) == [
        ("1", "rini w", "akun hilang\n\nmohon\nbantuan"),
        ("2", None, "sudah"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(json.dumps([SECOND, FIRST]), id="a bare array"),
        pytest.param(json.dumps([SECOND, FIRST], indent=2), id="set in"),
        pytest.param(f"{json.dumps(SECOND)}\n{json.dumps(FIRST)}\n", id="one a line"),
    ],
)
def test_bare_comments_need_no_users(text: str) -> None:
    thread = parse_api(text)
    assert [(each.external_id, each.author_id) for each in thread.comments] == [
        ("1", "11"),
        ("2", None),
    ]
    assert (thread.announced, thread.article) == (None, "8000001")


def test_the_announced_count_and_votes_are_kept() -> None:
    thread = parse_api(json.dumps(PAGES))
    assert thread.announced == 9
    assert [each.votes for each in thread.comments] == [2, None]


def test_a_broken_line_is_named_and_the_others_are_read() -> None:
    text = f"{json.dumps(SECOND)}\n{{broken\n{json.dumps(FIRST)}\n17\n"
    thread = parse_api(text)
    assert len(thread.comments) == 2
    assert sorted(each.line for each in thread.bad) == [2, 4]


def test_a_broken_entry_of_an_array_costs_only_itself() -> None:
    text = json.dumps([SECOND, {"x": 1}, FIRST], indent=2).replace('"x": 1', '"x": oh')
    thread = parse_api(text)
    assert len(thread.comments) == 2
    assert [each.line for each in thread.bad] == [8]


def test_a_comment_without_words_is_nothing() -> None:
    assert parse_api(json.dumps([FIRST, {"id": 3, "body": None}])).bad == ()
    assert len(parse_api(json.dumps([FIRST, {"id": 3, "body": "<p> </p>"}])).comments) == 1


def test_what_a_database_refuses_is_left_out() -> None:
    text = json.dumps([{"id": 1, "body": "a\u0000b\ud800c <script>x()</script>d"}])
    assert parse_api(text).comments[0].text == "abc d"


@pytest.mark.parametrize("text", ["{}", "[]", '{"tickets": []}', "[1, 2]", "{not json"])
def test_json_without_comments_is_the_wrong_file(text: str) -> None:
    with pytest.raises(WrongFile):
        parse(text)


def test_an_answers_entry_without_words_is_named_by_its_place() -> None:
    thread = parse_api(json.dumps({"comments": [FIRST, 5, {"id": 4}]}))
    assert [each.reason for each in thread.bad] == [
        "komentar ke-2 tidak punya isi (body)",
        "komentar ke-3 tidak punya isi (body)",
    ]
