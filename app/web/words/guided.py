"""Words of the help articles, as everybody reads them."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "nav.guides": ("Panduan", "Guides"),
    "guides.title": ("Panduan akun belajar.id", "Guides to belajar.id accounts"),
    "guides.lead": (
        "Banyak masalah akun dapat diselesaikan sendiri atau bersama operator sekolah.",
        "Many account problems can be solved by yourself or with the school's operator.",
    ),
    "guides.search": ("Cari panduan", "Search the guides"),
    "guides.go": ("Cari", "Search"),
    "guides.none": (
        "Belum ada panduan yang memuat kata itu.",
        "No guide holds these words yet.",
    ),
    "guides.none_yet": ("Belum ada panduan.", "There are no guides yet."),
    "guides.all": ("Semua panduan", "All guides"),
    "guides.since": ("Berlaku sejak {day}", "As of {day}"),
    "guides.still": ("Masih ada masalah?", "Still a problem?"),
    "guides.still_text": (
        "Kirim laporan; Anda langsung mendapat nomor laporan.",
        "Send a report; you get a report number at once.",
    ),
}
