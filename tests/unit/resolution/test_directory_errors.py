"""What an error of the directory means for the one who asked."""

import pytest

from app.resolution.directory_errors import Uncertain, judged

BUSY = '{"error": {"errors": [{"reason": "rateLimitExceeded"}], "message": "slow down"}}'
A_DAY = 86_400.0


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("12", 12.0), ("-5", 0.0), ("nan", 0.0), ("1e400", A_DAY), ("99999999999", A_DAY), ("", None)],
)
def test_nobody_puts_a_change_off_for_years(header: str, seconds: float | None) -> None:
    found = judged(429, BUSY, claims_address=False, retry_after=header)
    assert isinstance(found, Uncertain)
    assert found.retry_after == seconds
