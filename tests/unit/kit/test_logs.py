"""Nothing about a person reaches the logs."""

import json
import logging

import pytest
import structlog

from app.kit import logs


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("surat ke siti@pos.example gagal", "surat ke [surel] gagal"),
        ("NIK 9912345678901234 ganda", "NIK [nomor] ganda"),
        ("GET /konfirmasi/aB3-x_9 lama", "GET /konfirmasi/[kunci] lama"),
        ("laporan 700123 selesai", "laporan 700123 selesai"),
    ],
    ids=["an address", "a long number", "a mailed code", "a report number stays"],
)
def test_addresses_and_long_numbers_are_masked_anywhere(text: str, shown: str) -> None:
    assert logs.mask(text) == shown


def test_values_under_telling_keys_are_hidden() -> None:
    event = logs.redact(None, "info", {"event": "x", "nik": "1", "requester_name": "Siti", "n": 3})
    assert event == {
        "event": "x",
        "nik": "[dirahasiakan]",
        "requester_name": "[dirahasiakan]",
        "n": 3,
    }


def test_a_digest_stays_whole() -> None:
    """The head of the trail is noted elsewhere from the log, and compared years later."""
    digest = "cb6b6c77304ae9a8881ff0d8d12345678fc2c1406f8880be44bdbdcb3d489cb4"
    assert logs.redact(None, "info", {"hash": digest}) == {"hash": digest}


def test_libraries_and_ourselves_write_one_masked_line(capsys: pytest.CaptureFixture[str]) -> None:
    handlers, level = logging.getLogger().handlers[:], logging.getLogger().level
    logs.configure()
    try:
        logging.getLogger("pustaka").warning("ke %s", "siti@pos.example")
        structlog.get_logger("kita").warning("gagal", password="rahasia")
    finally:
        logging.getLogger().handlers[:] = handlers
        logging.getLogger().setLevel(level)
        structlog.reset_defaults()
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["event"] for line in lines] == ["ke [surel]", "gagal"]
    assert lines[1]["password"] == "[dirahasiakan]"
