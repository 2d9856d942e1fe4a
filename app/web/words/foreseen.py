"""Words of the likely answer, shown before a report is sent."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "likely.title": ("Mungkin ini jawabannya", "This may be the answer"),
    "likely.about": (
        "Laporan Anda sepertinya tentang: {category}.",
        "Your report seems to be about: {category}.",
    ),
    "likely.source": ("Sumber", "Source"),
    "likely.guides": ("Panduan yang mungkin membantu", "Guides that may help"),
    "likely.only_words": (
        (
            "Kami hanya membaca tulisan Anda; tidak ada data yang diperiksa atau disimpan."
            " Laporan tetap dapat dikirim."
        ),
        (
            "We only read what you wrote; no record was looked at and nothing was kept."
            " You can still send the report."
        ),
    ),
    "likely.go_on": ("Lanjutkan laporan", "Go on with the report"),
    "likely.check": ("Periksa dahulu", "Check first"),
    "likely.nothing": (
        "Belum ada jawaban umum untuk tulisan ini. Silakan kirim laporannya.",
        "There is no general answer to these words yet. Please send the report.",
    ),
}
