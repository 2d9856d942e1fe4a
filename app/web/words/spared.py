"""Words of the benefit of the likely answer and of help articles."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "spared.title": ("Manfaat saran dan panduan", "Benefit of suggestions and guides"),
    "spared.lead": (
        "Apakah saran jawaban di formulir membuat laporan tidak perlu dikirim?",
        "Does the suggested answer at the form make reports needless?",
    ),
    "spared.counted": (
        "Kunjungan {first} sampai {last}.",
        "Visits from {first} to {last}.",
    ),
    "spared.not_yet": (
        ("Kunjungan sesudah {last} belum dihitung: laporannya masih dapat menyusul dalam sehari."),
        "Visits after {last} are not counted yet: a report may still follow within a day.",
    ),
    "spared.off": (
        "Pengukuran tidak berjalan (LOKET_HOLDOUT 0): semua pengunjung melihat saran.",
        "Nothing is measured (LOKET_HOLDOUT is 0): every visitor sees the suggestions.",
    ),
    "spared.demo": (
        "Peragaan: kunjungan sebelum Loket ini dijalankan adalah rekaan.",
        "Demo: visits from before this Loket was started are invented.",
    ),
    "spared.split": (
        (
            "Jangan pakai angka masa ini: {held} dari {all} kunjungan tidak melihat saran,"
            " padahal seharusnya sekitar {share}. Bagian itu mungkin diubah di tengah masa,"
            " atau pembagiannya terganggu."
        ),
        (
            "Do not use the figures of this period: {held} of {all} visits did not see the"
            " suggestion, where about {share} should not. That share may have been changed in"
            " between, or the split was disturbed."
        ),
    ),
    "spared.told_spared": (
        "Sekitar {value} laporan tidak perlu dikirim berkat saran (antara {low} dan {high}).",
        "About {value} reports were spared by the suggestion (between {low} and {high}).",
    ),
    "spared.told_none_shown": (
        (
            "Belum terbukti ada laporan yang terhindar: perkiraannya {value}, tetapi antara"
            " {low} dan {high} semuanya masih mungkin."
        ),
        (
            "No effect shown: the estimate is {value} spared reports, but anything between"
            " {low} and {high} is still possible."
        ),
    ),
    "spared.told_more_sent": (
        (
            "Dengan saran justru lebih banyak laporan dikirim: terhindar {value} (antara {low}"
            " dan {high}). Periksa isi saran dan panduan."
        ),
        (
            "With the suggestion more reports are sent: {value} spared (between {low} and"
            " {high}). Look at what suggestions and guides say."
        ),
    ),
    "spared.told_too_few": (
        "Kunjungan masih terlalu sedikit untuk dinilai; perlu {least} di tiap sisi.",
        "Too few visits to tell; {least} are needed on each side.",
    ),
    "spared.told_shares": (
        (
            "Tanpa saran {held_sent} dari {held} kunjungan mengirim laporan ({held_share});"
            " dengan saran {shown_sent} dari {shown} ({shown_share})."
        ),
        (
            "Without the suggestion {held_sent} of {held} visits sent a report ({held_share});"
            " with it {shown_sent} of {shown} ({shown_share})."
        ),
    ),
    "spared.by_category": ("Per kategori", "By category"),
    "spared.category": ("Kategori", "Category"),
    "spared.unread": ("Tidak terbaca, hanya panduan", "Not read, guides only"),
    "spared.held_out": ("Mengirim tanpa saran", "Sent without it"),
    "spared.shown": ("Mengirim dengan saran", "Sent with suggestion"),
    "spared.difference": ("Selisih (poin persen)", "Difference (points)"),
    "spared.reports": ("Laporan terhindar", "Reports spared"),
    "spared.sent_of": ("{sent} dari {visits}", "{sent} of {visits}"),
    "spared.between": ("{low} sampai {high}", "{low} to {high}"),
    "spared.finding_spared": ("terhindar", "spared"),
    "spared.finding_none_shown": ("belum terbukti", "no effect shown"),
    "spared.finding_more_sent": ("lebih banyak dikirim", "more sent"),
    "spared.finding_too_few": ("terlalu sedikit", "too few"),
    "spared.none": (
        "Belum ada kunjungan yang dapat dihitung pada masa ini.",
        "There are no visits to count in this period yet.",
    ),
    "spared.by_article": ("Per panduan", "By guide"),
    "spared.by_article_note": (
        (
            "Hanya gambaran, bukan bukti: siapa yang membuka panduan memilihnya sendiri, jadi"
            " ia memang berbeda dari yang tidak membukanya."
        ),
        (
            "A description, not a proof: whoever opens a guide chose to, and so differs from"
            " those who do not."
        ),
    ),
    "spared.article": ("Panduan", "Guide"),
    "spared.article_shown": ("Ditampilkan", "Shown"),
    "spared.article_opened": ("Dibuka", "Opened"),
    "spared.article_sent": ("Lalu tetap mengirim", "Still sent a report"),
    "spared.no_articles": (
        "Belum ada panduan yang ditampilkan pada masa ini.",
        "No guide was shown in this period yet.",
    ),
    "spared.how": ("Cara menghitung", "How it is counted"),
    "spared.how_visit": (
        (
            "Kunjungan ialah satu peramban di formulir laporan, paling lama sehari atau sampai"
            " laporan dikirim. Yang dicatat: sisi, kategori, hari, panduan yang ditampilkan"
            " atau dibuka, dan apakah laporan dikirim; bukan orangnya dan bukan tulisannya."
        ),
        (
            "A visit is one browser at the report form, for a day at most or until a report was"
            " sent. Noted are the side, the kind, the day, guides shown or opened and whether a"
            " report was sent; not the person and not the words."
        ),
    ),
    "spared.how_sides": (
        (
            "Undian menentukan kunjungan mana yang tidak melihat saran (sekarang {share})."
            " Di kedua sisi, kunjungan dihitung begitu ada saran yang dapat ditampilkan, dengan"
            " kategori pembacaan pertamanya."
            " Bila bagian itu diubah, pilih masa sesudahnya."
        ),
        (
            "Chance decides which visits do not see the suggestion (now {share}). On both sides"
            " a visit counts once there was something to suggest, in the category of its first"
            " reading. Where that share was changed, choose a period after it."
        ),
    ),
    "spared.how_sent": (
        (
            "Terkirim berarti laporan menyusul dari peramban itu dalam 24 jam; selain itu"
            " dianggap pergi. Dua hari terakhir belum dihitung."
        ),
        (
            "Sent means that a report followed from that browser within 24 hours; anything else"
            " counts as left. The last two days are not counted yet."
        ),
    ),
    "spared.how_interval": (
        (
            "Selisih ialah bagian yang mengirim tanpa saran dikurangi yang mengirim dengan saran;"
            " selangnya 95% (Newcombe, dari selang Wilson). Laporan terhindar ialah selisih"
            " kali kunjungan dengan saran. Bila selang memuat nol, manfaat belum terbukti; di"
            " bawah {least} kunjungan di salah satu sisi, tidak ada yang disimpulkan."
        ),
        (
            "The difference is the share that sends without the suggestion less the share that"
            " does with it; its interval is 95% (Newcombe, of Wilson's). Reports spared are the"
            " difference times the visits with the suggestion. Where the interval holds zero,"
            " no effect is shown; under {least} visits on a side, nothing is concluded."
        ),
    ),
    "spared.how_rows": (
        (
            "Tiap kategori dihitung sendiri, jadi jumlahnya tidak harus sama dengan total. Dari"
            " dua puluh baris, satu dapat tampak berbeda karena kebetulan saja."
        ),
        (
            "Each category is estimated by itself, so they need not add up to the total. Of"
            " twenty rows, one may look different by chance alone."
        ),
    ),
    "spared.unseen": ("Yang tidak terlihat", "What it cannot see"),
    "spared.unseen_channels": (
        (
            "Laporan orang yang sama lewat kanal lain (utas komentar, surel, daftar, operator)"
            " atau peramban lain: kunjungannya tampak pergi."
        ),
        (
            "Reports of the same person by another channel (comment thread, e-mail, list,"
            " operator) or browser: the visit looks as if it left."
        ),
    ),
    "spared.unseen_helped": (
        "Apakah yang pergi memang terbantu: ia mungkin hanya menyerah.",
        "Whether those who left were helped: they may just have given up.",
    ),
    "spared.unseen_before": (
        (
            "Manfaat panduan yang dibaca sebelum formulir dibuka. Sisi tanpa saran pun dapat"
            " mencari panduan sendiri; yang diukur ialah sarannya."
        ),
        (
            "The benefit of guides read before the form was opened. The side without suggestions"
            " can look for guides too; what is measured is the suggestion."
        ),
    ),
    "spared.unseen_shared": (
        (
            "Komputer yang dipakai bergantian dapat tampak sebagai satu kunjungan. Petugas yang"
            " sedang masuk tidak dihitung."
        ),
        (
            "A computer that several people use may look like one visit. Colleagues who are"
            " signed in are not counted."
        ),
    ),
    "manage.spared": ("Manfaat saran", "Benefit of suggestions"),
    "manage.spared_lead": (
        "Laporan yang terhindar, diukur dengan pembanding.",
        "Reports spared, measured against a hold-out.",
    ),
}
