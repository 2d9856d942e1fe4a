"""Words of the public reply in a comment thread, and of the rating its agents see."""

from enum import StrEnum

from app.web.words import Pair
from models.vocabulary import ThreadState

LABELS: dict[type[StrEnum], dict[StrEnum, Pair]] = {
    ThreadState: {
        ThreadState.QUEUED: ("Sedang dikirim", "Being sent"),
        ThreadState.POSTED: ("Sudah tampil", "Is to be seen"),
        ThreadState.REFUSED: ("Ditolak Pusat Bantuan", "Refused by the Help Center"),
        ThreadState.UNSEEN: ("Belum terlihat", "Not to be seen"),
        ThreadState.TO_COPY: ("Siap disalin", "Ready to be copied"),
        ThreadState.COPIED: ("Sudah ditempel petugas", "Put there by hand"),
    },
}

WORDS: dict[str, Pair] = {
    "thread.title": ("Balasan di kolom komentar", "Reply in the comment thread"),
    "thread.lead": (
        (
            "Untuk pembaca berikutnya, terlihat oleh semua orang. Jangan memuat nama, alamat, atau "
            "nomor siapa pun."
        ),
        "For the next readers, seen by everybody. No names, addresses or numbers of anybody.",
    ),
    "thread.text": ("Teks balasan", "Text of the reply"),
    "thread.publish": ("Terbitkan balasan", "Publish the reply"),
    "thread.prepare": ("Periksa dan siapkan teks", "Check and prepare the text"),
    "thread.copy": (
        "Pusat Bantuan tidak terhubung. Salin teks ini, tempel di bawah komentarnya, lalu tandai.",
        "No Help Center is connected. Copy this text, put it below the comment, then mark it.",
    ),
    "thread.copied": ("Sudah saya tempel", "I have put it there"),
    "thread.look": (
        (
            "Balasan mungkin menunggu moderator. Lihat dahulu di Pusat Bantuan; kirim lagi hanya "
            "bila memang tidak ada."
        ),
        (
            "The reply may wait for a moderator. Look in the Help Center first; send it again only "
            "where it is not there."
        ),
    ),
    "thread.tried": ("Percobaan terakhir: {error}.", "Last try: {error}."),
    "thread.not_yet": (
        "Balasan publik hanya untuk laporan dari kolom komentar yang sudah dijawab.",
        "Only a report from the comment thread that was answered gets a public reply.",
    ),
    "thread.empty": (
        "Tuliskan balasan, paling banyak 2.000 karakter.",
        "Write a reply of at most 2,000 characters.",
    ),
    "thread.personal": (
        "Balasan ini terbuka untuk umum dan memuat data orang: {words}. Hapus dahulu.",
        "This reply is public and holds personal data: {words}. Take it out first.",
    ),
    "thread.already": (
        "Laporan ini sudah punya balasan publik.",
        "This report has its public reply already.",
    ),
    "event.thread_queued": ("Balasan publik diantrekan.", "The public reply was queued."),
    "event.thread_to_copy": (
        "Teks balasan publik disiapkan untuk disalin.",
        "The text of the public reply was made ready to be copied.",
    ),
    "event.thread_posted": (
        "Balasan publik tampil di kolom komentar dan sudah dibaca kembali.",
        "The public reply stands in the comment thread and was read back.",
    ),
    "event.thread_copied": (
        "Balasan publik ditempel petugas di kolom komentar.",
        "A colleague put the public reply into the comment thread.",
    ),
    "event.thread_refused": (
        "Pusat Bantuan menolak balasan publik.",
        "The Help Center refused the public reply.",
    ),
    "event.thread_unseen": (
        "Balasan publik tidak terlihat di kolom komentar; perlu dilihat petugas.",
        "The public reply is not to be seen in the thread; a person must look.",
    ),
    "rating.said": ("Kata pelapor:", "The requester says:"),
}
