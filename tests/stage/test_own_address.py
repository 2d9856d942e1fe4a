"""The letter that proves a colleague's own address."""

import pytest

from app.access.links import Links
from app.report import wishes
from app.store import letters
from app.store.session import Database
from models.vocabulary import Language
from tests.support.build import NOON
from tests.support.worked import colleague

LINKS = Links(b"rahasia-untuk-uji-saja-32-byte!!", "https://loket.example")


@pytest.mark.parametrize(
    ("language", "subject", "words"),
    [
        (Language.ID, "Kode konfirmasi alamat Anda di Loket", "Kode konfirmasi: "),
        (Language.EN, "The code that confirms your address at Loket", "Confirmation code: "),
    ],
)
def test_the_code_comes_in_the_language_of_who_asked(
    database: Database, language: Language, subject: str, words: str
) -> None:
    with database.write() as session:
        who = colleague(session, "hardi")
        who.language = language
        mail = wishes.ask(session, who, "hardi@kantor.example", now=NOON)
        question = letters.question_of(session, who.id)
        assert question is not None
    assert question.subject == subject
    assert f"{words}{LINKS.address_code(mail)}" in wishes.body_of(question, mail, LINKS)
