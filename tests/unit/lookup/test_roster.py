"""Names of the records in the text."""

import pytest

from app.lookup.dossier import Person
from app.lookup.roster import named_in
from models.vocabulary import PersonKind

PEOPLE = [
    Person(person_id=str(number), kind=PersonKind.STAFF, name=name)
    for number, name in enumerate(
        ("Handarini Mulyasantika", "Drs. Bramantyo Wiradikarta, M.Pd", "Sitiwarsih", "Budi Santosa")
    )
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Guru kami Handarini Mulyasantika pindahan", ["0"]),
        ("an. handarini mulyasantka blm ada", ["0"]),
        ("BRAMANTYO WIRADIKARTA dan handarini mulyasantika", ["1", "0"]),
        ("akun Handarini belum ada", []),
        ("sitiwarsih belum ada", []),
        ("akun guru belum ada", []),
        ("budi, santosa sudah masuk", ["3"]),
    ],
    ids=[
        "a name after a role",
        "a typing error",
        "two, in the order of the text",
        "a first name alone",
        "a name of one word",
        "nobody",
        "a comma between",
    ],
)
def test_whole_names_of_the_records_are_found_in_the_text(text: str, found: list[str]) -> None:
    assert [person.person_id for person in named_in(text, PEOPLE)] == found
