"""Words of the figures and of the outbox."""

from app.report import wording
from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "numbers.title": ("Angka layanan", "Figures"),
    "numbers.from": ("Dari", "From"),
    "numbers.to": ("Sampai", "To"),
    "numbers.show": ("Tampilkan", "Show"),
    "numbers.csv": ("Unduh CSV", "Download CSV"),
    "numbers.bad_period": (
        "Rentang tanggal tidak dapat dibaca; yang ditampilkan 30 hari terakhir.",
        "The dates could not be read; the last 30 days are shown.",
    ),
    "numbers.issued": ("Laporan masuk", "Reports received"),
    "numbers.answered": ("Mendapat jawaban pertama", "First answered"),
    "numbers.closed": ("Selesai", "Settled"),
    "numbers.open": ("Terbuka sekarang", "Open now"),
    "numbers.overdue": ("Lewat janji", "Past the promise"),
    "numbers.median": ("Median jawaban pertama", "Median first answer"),
    "numbers.p90": ("90% dijawab dalam", "90% answered within"),
    "numbers.col_issued": ("Masuk", "Received"),
    "numbers.col_answered": ("Terjawab", "Answered"),
    "numbers.col_settled": ("Selesai", "Settled"),
    "numbers.col_open": ("Terbuka", "Open"),
    "numbers.none": wording.NONE,
    "numbers.calendar": (
        "Waktu jawaban: jam kalender sejak laporan masuk sampai jawaban pertama terkirim.",
        "Answer times are calendar hours from receipt to the first answer sent.",
    ),
    "numbers.waiting_on": ("Terbuka, menunggu siapa", "Open, waiting on whom"),
    "numbers.by_category": ("Per kategori", "By category"),
    "numbers.by_day": ("Per hari", "By day"),
    "numbers.category": ("Kategori", "Category"),
    "numbers.day": ("Hari", "Day"),
    "numbers.chart": (
        "Laporan masuk per hari, {first} sampai {last}; tertinggi {most}",
        "Reports per day, {first} to {last}; most {most}",
    ),
    "outbox.title": ("Kotak keluar", "Outbox"),
    "outbox.demo": (
        "Server surat belum diatur: surel tidak keluar dari mesin ini dan dapat dibaca di sini.",
        "No mail server is set: letters do not leave this machine and can be read here.",
    ),
    "outbox.letter": ("Surat", "Letter"),
    "outbox.to": ("Kepada", "To"),
    "outbox.state": ("Keadaan", "State"),
    "outbox.made": ("Dibuat", "Made"),
    "outbox.sent": ("Terkirim", "Sent"),
    "outbox.attempts": ("Percobaan", "Tries"),
    "outbox.empty": ("Belum ada surat.", "There are no letters yet."),
    "outbox.older": ("Lebih lama", "Older"),
    "outbox.newest": ("Terbaru", "Newest"),
    "outbox.any": ("Semua", "All"),
    "outbox.states": ("Saring menurut keadaan", "Filter by state"),
    "outbox.of_ticket": ("Laporan", "Report"),
}
