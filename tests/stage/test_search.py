"""The index of words finds the same on both databases."""

from pathlib import Path

import pytest

from app.intake.receive import add_message
from app.search import find, index, terms
from app.store import search
from app.store.session import Database, Session
from models import Ticket
from tests.support import build


def found(session: Session, typed: str) -> list[int]:
    words = find.pairs(terms.question(typed))
    return list(search.ids(session, words, before=None, limit=50))


@pytest.fixture
def three(database: Database) -> tuple[int, int, int]:
    bodies = (
        "Akun saya terhapus padahal masih mengajar",
        "mohon bantuan penghapusan akun ganda",
        "Kapan pemutakhiran sampai ke akun",
    )
    with database.write() as session:
        first, second, third = (build.ticket(session, body=body, subject="") for body in bodies)
        return first.id, second.id, third.id


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        pytest.param("akun", (2, 1, 0), id="newest first"),
        pytest.param("hapus", (1, 0), id="forms of a word"),
        pytest.param("hapus mengajar", (0,), id="every word"),
        pytest.param("pemutakh", (2,), id="the beginning of a word"),
        pytest.param("sekar.pribadi@surat.example ganda", (1,), id="an address and a word"),
        pytest.param("tirta", (2, 1, 0), id="the school"),
        pytest.param("zzz", (), id="nothing"),
        pytest.param('akun" OR "zzz', (), id="operators are no operators"),
    ],
)
def test_reports_that_hold_every_word(
    database: Database, three: tuple[int, int, int], typed: str, places: tuple[int, ...]
) -> None:
    with database.read() as session:
        assert found(session, typed) == [three[each] for each in places]


def test_pages_go_on_below_an_id(database: Database, three: tuple[int, int, int]) -> None:
    words = find.pairs(terms.question("akun"))
    with database.read() as session:
        assert list(search.ids(session, words, before=three[2], limit=1)) == [three[1]]
        assert search.count(session, words, at_most=2) == 2
        assert search.count(session, words, at_most=1000) == 3


def test_a_typing_error_is_put_right_only_where_the_word_is_unknown(
    database: Database, three: tuple[int, int, int]
) -> None:
    assert three
    with database.read() as session:
        better = find.meant(session, terms.question("mengjar akun"))
        assert better is not None
        assert [each.prefix for each in better.words] == ["mengajar", "akun"]
        assert find.meant(session, terms.question("akun zzzzzz")) is None


def test_a_further_message_is_found_and_the_old_words_stay(
    database: Database, three: tuple[int, int, int], tmp_path: Path
) -> None:
    with database.write() as session:
        ticket = session.get_one(Ticket, three[0])
        add_message(
            session,
            ticket,
            "sekarang muncul pesan galat",
            uploads=(),
            author_name="Sekar",
            files=tmp_path,
            now=build.NOON,
        )
    with database.read() as session:
        assert found(session, "galat terhapus") == [three[0]]


def test_a_second_filling_stores_nothing_twice(
    database: Database, three: tuple[int, int, int]
) -> None:
    with database.write() as session:
        index.put(session, session.get_one(Ticket, three[0]))
    with database.read() as session:
        assert found(session, "mengajar") == [three[0]]


def test_the_index_is_made_anew_in_small_transactions(
    database: Database, three: tuple[int, int, int]
) -> None:
    with database.write() as session:
        search.put(session, three[0], "lain sama sekali")
    assert list(index.rebuild(database, at_once=2)) == [2, 3]
    with database.read() as session:
        assert found(session, "mengajar") == [three[0]]
        assert found(session, "sekali") == []
