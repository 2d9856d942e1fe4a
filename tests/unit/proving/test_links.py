"""The codes of mailed links: the same at every try, another for every proof."""

from datetime import UTC, datetime, timedelta

from app.access.links import Links, hashed
from models import Proof
from models.vocabulary import ProofKind

NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
LINKS = Links(b"rahasia", "http://loket.example/")


def proof(*, number: int = 7, sent_to: str = "a@b.example", made: datetime = NOON) -> Proof:
    return Proof(
        id=number,
        kind=ProofKind.OWNER,
        ticket_id=3,
        person_id="p",
        account_address="",
        sent_to=sent_to,
        code_hash="",
        created_at=made,
        expires_at=NOON,
    )


def test_the_code_is_long_and_the_same_every_time() -> None:
    assert LINKS.code(proof()) == LINKS.code(proof())
    assert len(LINKS.code(proof())) == 43
    assert LINKS.url(proof()) == f"http://loket.example/konfirmasi/{LINKS.code(proof())}"
    assert LINKS.code(proof()) not in hashed(LINKS.code(proof()))


def test_another_proof_another_address_another_time_another_secret_make_another_code() -> None:
    made = {
        LINKS.code(proof()),
        LINKS.code(proof(number=8)),
        LINKS.code(proof(sent_to="c@b.example")),
        LINKS.code(proof(made=NOON + timedelta(microseconds=1))),
        Links(b"lain", "").code(proof()),
    }
    assert len(made) == 5
