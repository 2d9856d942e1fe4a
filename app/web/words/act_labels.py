"""Labels of acts that are held, put off, or done to many."""

from enum import StrEnum

from app.web.words import Pair
from models.vocabulary import ActKind, BulkAction, ItemOutcome, SnoozeFor, Woke

LABELS: dict[type[StrEnum], dict[StrEnum, Pair]] = {
    ActKind: {
        ActKind.APPROVED: ("Persetujuan", "Approval"),
        ActKind.REJECTED: ("Penolakan", "Rejection"),
        ActKind.CORRECTED: ("Koreksi kategori", "Correction of the category"),
        ActKind.ANSWERED: ("Jawaban petugas", "Answer by hand"),
        ActKind.CLOSED: ("Penutupan", "Closing"),
        ActKind.SNOOZED: ("Penundaan", "Putting off"),
        ActKind.WOKEN: ("Pelanjutan", "Taking up again"),
        ActKind.DUPLICATE: ("Tanda laporan sama", "Mark as a duplicate"),
        ActKind.ASSIGNED: ("Penugasan", "Assignment"),
        ActKind.LOOKED_AGAIN: ("Periksa ulang", "Another look"),
        ActKind.PUBLISHED: ("Balas komentar", "Reply to a comment"),
    },
    SnoozeFor: {
        SnoozeFor.DATE: ("Sampai tanggal tertentu", "Until a day"),
        SnoozeFor.SYNC: ("Sampai data Dapodik berikutnya", "Until the next Dapodik data"),
        SnoozeFor.ANSWER: ("Sampai ada pesan baru", "Until somebody writes"),
    },
    Woke: {
        Woke.DATE: ("Tanggalnya tiba", "Its day has come"),
        Woke.SYNC: ("Data Dapodik baru berlaku", "New Dapodik data is in force"),
        Woke.ANSWER: ("Ada pesan baru", "Somebody wrote"),
        Woke.LAST_DAY: ("Batas waktu tunggu habis", "The last day of waiting has come"),
        Woke.BY_HAND: ("Dilanjutkan petugas", "Taken up by a colleague"),
    },
    BulkAction: {
        BulkAction.ASSIGN: ("Serahkan ke rekan", "Hand over to a colleague"),
        BulkAction.CATEGORY: ("Koreksi kategori", "Correct the category"),
        BulkAction.SNOOZE: ("Tunda", "Put off"),
        BulkAction.CLOSE: ("Tutup", "Close"),
        BulkAction.APPROVE: ("Setujui usulan", "Approve the proposals"),
        BulkAction.DUPLICATE: ("Tandai sama dengan laporan lain", "Mark as the same report"),
        BulkAction.ANSWER: ("Jawab dengan satu teks", "Answer with one text"),
        BulkAction.LOOK_AGAIN: ("Periksa ulang", "Look again"),
    },
    ItemOutcome: {
        ItemOutcome.WAITING: ("Menunggu giliran", "Waiting for its turn"),
        ItemOutcome.DONE: ("Selesai", "Done"),
        ItemOutcome.ALREADY: ("Sudah begitu", "Was so already"),
        ItemOutcome.REFUSED: ("Perlu diputuskan satu per satu", "To be decided one by one"),
        ItemOutcome.LEFT: ("Tidak dijalankan", "Left as it was"),
        ItemOutcome.TAKEN_BACK: ("Ditarik kembali", "Taken back"),
        ItemOutcome.STAYS: ("Tidak dapat ditarik lagi", "Could not be taken back"),
    },
}
