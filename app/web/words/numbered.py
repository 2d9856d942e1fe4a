"""Words of the ledger of report numbers."""

from enum import StrEnum

from app.web.words import Pair
from models.vocabulary import Rows, SkipReason

LABELS: dict[type[StrEnum], dict[StrEnum, Pair]] = {
    SkipReason: {
        SkipReason.SERIES_BEGINS: ("Awal deret nomor", "The series begins"),
        SkipReason.RESTORED: ("Pemulihan cadangan", "Restored from a backup"),
        SkipReason.BROUGHT_IN: ("Impor", "Import"),
        SkipReason.BY_HAND: ("Keterangan penyelia", "A supervisor's word"),
    },
}
ROWS: dict[StrEnum, Pair] = {
    Rows.ISSUED: ("Nomor diterbitkan", "Numbers issued"),
    Rows.BROUGHT_IN: ("Nomor dari impor", "Numbers brought in"),
    Rows.ANSWERED_AGAIN: ("Dijawab lebih dari sekali", "Answered more than once"),
    Rows.NEVER_ANSWERED: ("Belum pernah dijawab", "Never answered"),
    Rows.LINKED: ("Ditautkan ke laporan lain", "Linked to another report"),
    Rows.DUPLICATE: ("Selesai di bawah laporan lain", "Settled under another report"),
    Rows.MERGED: ("Digabung", "Merged"),
}
HOW: dict[str, Pair] = {
    "issued": (
        "Laporan yang masuk dalam periode dan nomornya diterbitkan Loket.",
        "Reports received in the period whose number Loket issued.",
    ),
    "brought_in": (
        (
            "Laporan yang masuk dalam periode menurut sistem asal dan dibawa lewat impor, dengan"
            " nomor asal bila ada."
        ),
        (
            "Reports received in the period, as the other system says, that an import brought"
            " in, with their own number where they had one."
        ),
    ),
    "answered_again": (
        (
            "Laporan yang masuk dalam periode dengan dua jawaban terkirim atau lebih sampai"
            " sekarang; untuk yang diimpor, dua balasan petugas atau lebih."
        ),
        (
            "Reports received in the period with two answers or more sent until now; of those"
            " brought in, two replies or more."
        ),
    ),
    "never_answered": (
        "Laporan yang masuk dalam periode dan sampai sekarang belum mendapat jawaban apa pun.",
        "Reports received in the period that got no answer of any kind until now.",
    ),
    "linked": (
        "Laporan yang masuk dalam periode dan ditautkan ke laporan yang lebih dulu.",
        "Reports received in the period that are linked to an earlier one.",
    ),
    "duplicate": (
        "Laporan tertaut yang sudah selesai: penanganannya di bawah laporan yang lebih dulu.",
        "Linked reports that are settled: they are handled under the earlier one.",
    ),
    "merged": (
        "Laporan yang masuk dalam periode dan kini digabung ke laporan lain.",
        "Reports received in the period that are merged into another now.",
    ),
}
WORDS: dict[str, Pair] = {
    "ledger.title": ("Buku nomor laporan", "Ledger of report numbers"),
    "ledger.lead": (
        "Yang terjadi pada setiap nomor dari {first} sampai {last} (WIB).",
        "What became of each number from {first} to {last} (WIB).",
    ),
    "ledger.sum": (
        "Diterbitkan ditambah impor = {total} laporan masuk.",
        "Issued and brought in together = {total} reports received.",
    ),
    "figures.ledger": ("Yang terjadi pada laporannya", "What became of the reports"),
    "ledger.gaps": ("Nomor yang tidak menjadi laporan", "Numbers that are no reports"),
    "ledger.gaps_how": (
        (
            "Celah dihitung pada periode laporan berikutnya yang diterbitkan; di belakang nomor"
            " terakhir, pada hari ini. Satu celah dapat berisi banyak nomor."
        ),
        (
            "A gap counts in the period of the next report issued; behind the last number, in"
            " that of today. One gap can hold many numbers."
        ),
    ),
    "ledger.explained": ("Celah yang dijelaskan", "Gaps explained"),
    "ledger.unexplained": ("Celah tanpa penjelasan", "Gaps unexplained"),
    "ledger.range": ("Nomor", "Numbers"),
    "ledger.gap_count": ("{gaps} celah, {numbers} nomor", "{gaps} gaps, {numbers} numbers"),
    "ledger.none_unexplained": (
        "Tidak ada nomor yang hilang tanpa penjelasan.",
        "No number is missing without an explanation.",
    ),
    "ledger.none": ("Tidak ada celah.", "There are no gaps."),
    "ledger.col_first": ("Dari nomor", "From number"),
    "ledger.col_last": ("Sampai nomor", "To number"),
    "ledger.col_numbers": ("Banyaknya", "How many"),
    "ledger.col_why": ("Penjelasan", "Explanation"),
    "ledger.col_by": ("Oleh", "By"),
    "ledger.col_at": ("Dicatat (WIB)", "Recorded (WIB)"),
    "ledger.col_reason": ("Alasan", "Reason"),
    "ledger.unsaid": ("Belum ada penjelasan", "No explanation yet"),
    "ledger.explain": ("Terangkan", "Explain"),
    "ledger.explain_hint": (
        "Dicatat dengan nama Anda dan tidak dapat dihapus. Jangan menulis data pribadi.",
        "Recorded with your name for good. Do not write personal data.",
    ),
    "ledger.reason": ("Mengapa nomor ini tidak menjadi laporan", "Why these are no reports"),
    "ledger.say_why": (
        "Tulis alasannya, supaya orang lain dapat memeriksanya.",
        "Write the reason, so that others can check it.",
    ),
    "ledger.not_missing": (
        "Nomor itu dipakai laporan atau belum pernah diterbitkan, jadi tidak ada celah di sana.",
        "A report has that number or it was never issued: there is no gap.",
    ),
    "ledger.back": ("Kembali ke buku nomor", "Back to the ledger"),
    "ledger.further": ("Celah berikutnya", "Next gaps"),
}
