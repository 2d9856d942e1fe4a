"""Words of acts that can be taken back."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "held.too_late": (
        "Waktunya sudah habis, jadi tindakan itu tidak dapat ditarik lagi.",
        "Its time is over, so this can no longer be taken back.",
    ),
    "held.begun": (
        "Tindakan itu sudah mulai dijalankan, jadi tidak dapat ditarik lagi.",
        "It has already been begun, so this can no longer be taken back.",
    ),
    "held.changed_since": (
        "Sudah ada hal lain yang berubah pada laporan ini sesudahnya, jadi tidak dapat ditarik.",
        "Something else about this report has changed since, so this cannot be taken back.",
    ),
    "held.anothers": (
        "Hanya yang melakukan tindakan itu yang dapat menariknya.",
        "Only who did this can take it back.",
    ),
    "held.approved": ("Disetujui.", "Approved."),
    "held.rejected": ("Ditolak.", "Rejected."),
    "held.corrected": (
        "Kategori dikoreksi; segera diperiksa ulang.",
        "The category was corrected; it is looked at again shortly.",
    ),
    "held.answered": ("Jawaban siap dikirim.", "The answer is ready to be sent."),
    "held.closed": ("Laporan ditutup.", "The report was closed."),
    "held.snoozed": ("Laporan ditunda.", "The report was put off."),
    "held.woken": ("Laporan dilanjutkan.", "The report is back."),
    "held.duplicate": ("Ditandai sama dengan laporan lain.", "Marked the same as another report."),
    "held.assigned": ("Penugasan diubah.", "The assignment was changed."),
    "held.looked_again": ("Diperiksa ulang.", "It is looked at again."),
    "held.published": ("Balasan komentar siap dikirim.", "The reply to the comment is ready."),
    "held.undo": ("Batalkan ({seconds} detik)", "Undo ({seconds} seconds)"),
    "held.undo_does": ("Batalkan tindakan terakhir", "Undo the last act"),
    "held.undone": (
        "Tindakan ditarik kembali; laporan #{number} seperti semula.",
        "Taken back; report #{number} is as it was before.",
    ),
    "event.taken_back_approved": ("Persetujuan ditarik kembali.", "The approval was taken back."),
    "event.taken_back_rejected": ("Penolakan ditarik kembali.", "The rejection was taken back."),
    "event.taken_back_corrected": (
        "Koreksi kategori ditarik kembali.",
        "The correction of the category was taken back.",
    ),
    "event.taken_back_answered": (
        "Jawaban ditarik kembali sebelum dikirim.",
        "The answer was taken back before it was sent.",
    ),
    "event.taken_back_published": (
        "Balasan komentar ditarik kembali sebelum dikirim.",
        "The reply to the comment was taken back before it was sent.",
    ),
    "event.taken_back_closed": ("Penutupan ditarik kembali.", "The closing was taken back."),
    "event.taken_back_snoozed": ("Penundaan ditarik kembali.", "Putting it off was taken back."),
    "event.taken_back_woken": ("Laporan ditunda lagi.", "The report is put off again."),
    "event.taken_back_duplicate": (
        "Tanda laporan sama ditarik kembali.",
        "The mark as a duplicate was taken back.",
    ),
    "event.taken_back_assigned": (
        "Perubahan penugasan ditarik kembali.",
        "The change of the assignment was taken back.",
    ),
    "event.taken_back_looked_again": (
        "Permintaan periksa ulang ditarik kembali.",
        "The wish to look again was taken back.",
    ),
}
