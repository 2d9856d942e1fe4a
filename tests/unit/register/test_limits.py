"""How many rows may be bad: a share of a large file, a handful of a small one."""

import pytest

from app.register.limits import Share, check_bad
from app.register.manifest import Refused


@pytest.mark.parametrize(
    ("bad", "rows", "is_refused"),
    [
        (0, 0, False),
        (1, 12, False),
        (10, 60, False),
        (11, 60, True),
        (3, 5, True),
        (90, 9000, False),
    ],
)
def test_a_few_bad_rows_do_not_hold_a_small_file_back(
    bad: int, rows: int, is_refused: bool
) -> None:
    if is_refused:
        with pytest.raises(Refused):
            check_bad(Share("gtk.jsonl", bad, rows), allowed=2.0)
    else:
        check_bad(Share("gtk.jsonl", bad, rows), allowed=2.0)
