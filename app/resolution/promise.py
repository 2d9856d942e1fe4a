"""What a step requires and promises, compared with what the directory shows."""

from collections.abc import Iterable, Mapping

from pydantic import JsonValue

Fact = str | bool | None

# Said by the step for the making of an account, and not part of what is read back.
NAME = "name"
# Whether the account has that address as an alias: said of one address, not of all it has.
ALIAS, NO_ALIAS = "alias", "no_alias"
# A deletion of ours that stands for a later day; the directory knows nothing of it.
SCHEDULED = "scheduled"
LABELS = {
    "primary_email": "alamat akun",
    "exists": "akun hidup di direktori",
    "deleted": "akun terhapus",
    "suspended": "akun ditangguhkan",
    "deletion_on": "tanggal penghapusan",
    "change_password": "wajib mengganti kata sandi",
    "person_id": "pemilik akun",
    "used": "akun pernah dipakai masuk",
    ALIAS: "alamat alias",
    NO_ALIAS: "alamat yang bukan alias",
    SCHEDULED: "penghapusan terjadwal",
}


def record(kept: JsonValue) -> dict[str, Fact]:
    """A stored flat record; anything nested in it is no fact of ours."""
    if not isinstance(kept, dict):
        return {}
    return {
        key: value for key, value in kept.items() if value is None or isinstance(value, str | bool)
    }


def promised(kept: JsonValue) -> dict[str, Fact]:
    return {key: value for key, value in record(kept).items() if key != NAME}


def differences(wanted: Mapping[str, Fact], found: Mapping[str, Fact]) -> tuple[str, ...]:
    """The keys that are not as wanted; one the directory cannot show is never as wanted."""
    return tuple(
        key
        for key, value in wanted.items()
        if key not in found or _comparable(found[key]) != _comparable(value)
    )


def _comparable(value: Fact) -> Fact:
    return value.lower() if isinstance(value, str) else value


def named(keys: Iterable[str], found: Mapping[str, Fact]) -> str:
    return ", ".join(f"{LABELS.get(key, key)} sekarang {_word(key, found)}" for key in keys)


def _word(key: str, found: Mapping[str, Fact]) -> str:
    if key == "person_id":
        return "bukan orang yang dimaksud"
    value = found.get(key)
    match value:
        case None:
            return "tidak ada"
        case bool():
            return "ya" if value else "tidak"
        case _:
            return value
