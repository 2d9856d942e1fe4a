"""What a wrong name and a wrong password have in common."""

from argon2 import PasswordHasher

from app.access import passwords


def test_nobodys_password_takes_as_long_to_refuse_as_anybodys() -> None:
    assert not PasswordHasher().check_needs_rehash(passwords.NOBODYS)
    assert not passwords.is_right("tidak ada orang dengan kata sandi ini", None)
