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
            "Kami hanya membaca tulisan Anda; tulisan itu belum disimpan dan tidak ada data"
            " yang diperiksa. Laporan tetap dapat dikirim."
        ),
        (
            "We only read what you wrote; your words are not kept yet and no record was looked at."
            " You can still send the report."
        ),
    ),
    "likely.measured": (
        (
            "Sebagian kecil pengunjung formulir tidak melihat saran jawaban, supaya kami tahu"
            " apakah saran itu membantu. Untuk itu kami hanya mencatat bahwa saran tersedia,"
            " kategorinya, panduan yang dibuka, dan apakah laporan dikirim; bukan siapa Anda"
            " atau apa yang Anda tulis."
        ),
        (
            "A few visitors of the form do not see suggested answers, so that we know whether"
            " these help. For that we only note that there was a suggestion, its kind, the guides"
            " that were opened and whether a report was sent; not who you are or what you wrote."
        ),
    ),
    "likely.go_on": ("Lanjutkan laporan", "Go on with the report"),
    "likely.check": ("Periksa dahulu", "Check first"),
    "likely.nothing": (
        # Said too where an answer is withheld, so it claims no more than what can be seen.
        "Tidak ada jawaban umum yang ditampilkan. Silakan kirim laporannya.",
        "No general answer is shown. Please send the report.",
    ),
}
