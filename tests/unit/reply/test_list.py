"""The letter on a list: counts and where to look, never five hundred paragraphs."""

from app.reply import compose
from app.reply.outcomes import list_url, outcomes
from app.store.lines import Count
from models.vocabulary import PlanState, Remedy
from tests.support.build import NOON

DONE = PlanState.DONE
COUNTS = [
    Count(Remedy.ISSUE_ACCOUNT, "new.after_3_working_days", DONE, 400),
    Count(Remedy.ISSUE_ACCOUNT, "deleted.after_20_days", DONE, 12),
    Count(Remedy.KEEP_ACCOUNT, "new.already_there", DONE, 60),
    Count(Remedy.ASK_REQUESTER, "guard.which_person", DONE, 20),
    Count(Remedy.MANUAL_REVIEW, "list.no_authority", DONE, 5),
    Count(Remedy.FIX_DAPODIK, "unmatched.enter_student", PlanState.REJECTED, 3),
]
URL = "http://loket.example/laporan/700001?kunci=ABC"


def letter(counts: list[Count], url: str | None = URL) -> str:
    return compose.of_list(
        700_001, "Sarinah", outcomes(counts), tracking_url=url, list_url=list_url(url), now=NOON
    ).body


def test_the_letter_counts_by_outcome_the_most_frequent_first() -> None:
    told = [line for line in letter(COUNTS).splitlines() if line.startswith("- ")]
    assert told == [
        "- 412 akun diterbitkan;",
        "- 60 akun sudah ada dan sesuai;",
        "- 20 perlu dilengkapi;",
        "- 5 di luar wewenang pelapor;",
        "- 3 tidak dijalankan.",
    ]
    assert "untuk 500 orang" in letter(COUNTS)
    assert len(letter(COUNTS).split()) < 200


def test_the_letter_leads_to_the_list() -> None:
    assert "http://loket.example/laporan/700001/daftar?kunci=ABC" in letter(COUNTS)
    assert "/daftar" not in letter(COUNTS, url=None)


def test_who_has_something_to_complete_is_told_how() -> None:
    assert "kirim daftar baru" in letter(COUNTS)
    assert "kirim daftar baru" not in letter(COUNTS[:3])
