"""Words of avoidable demand: what reports should not have been needed for."""

from enum import StrEnum

from app.web.words import Pair
from models.vocabulary import Avoidable, Rows

_LABELS: dict[StrEnum, Pair] = {
    Avoidable.NOT_AVOIDABLE: ("Memang perlu petugas", "Needed the desk"),
    Avoidable.WAITING_FOR_SYNC: ("Menunggu sinkronisasi", "Waiting for the sync"),
    Avoidable.WRONG_DESK: ("Salah alamat", "Wrong desk"),
    Avoidable.UNCLEAR_NOTICE: ("Pemberitahuan kurang jelas", "Unclear notice"),
    Avoidable.KNOWN_HOW_TO: ("Panduannya sudah ada", "Known how-to"),
    Avoidable.UNANSWERED_EARLIER: ("Laporan sebelumnya belum dijawab", "Earlier report unanswered"),
    Avoidable.INCIDENT: ("Kejadian", "Incident"),
}
LABELS: dict[type[StrEnum], dict[StrEnum, Pair]] = {Avoidable: _LABELS}
ROWS: dict[StrEnum, Pair] = {
    **{Rows(f"avoidable_{each.value}"): pair for each, pair in _LABELS.items()},
    Rows.DEMAND_SAID: ("Ditentukan petugas", "Said by colleagues"),
    Rows.DEMAND_AGREED: ("Petugas sependapat dengan data", "Colleagues agreed with the records"),
}
HOW: dict[str, Pair] = {
    "avoidable_not_avoidable": (
        (
            "Laporan yang selesai dalam periode dan tidak termasuk sebab lain: ada yang harus"
            " diperiksa atau diubah petugas."
        ),
        (
            "Reports settled in the period that none of the other causes fits: somebody had to"
            " look at or change something."
        ),
    ),
    "avoidable_waiting_for_sync": (
        "Putusannya: tunggu sinkronisasi harian, atau penjelasan cara sinkronisasi berjalan.",
        "Decided: wait for the daily synchronisation, or how it runs was explained.",
    ),
    "avoidable_wrong_desk": (
        (
            "Putusannya: diperbaiki operator sekolah di Dapodik atau lewat Verval, atau"
            " diarahkan ke layanan lain."
        ),
        (
            "Decided: the school's operator corrects it in Dapodik or by Verval, or another"
            " service is responsible."
        ),
    ),
    "avoidable_unclear_notice": (
        "Putusannya: pemberitahuan penghapusan itu benar, dan hal itu dijelaskan.",
        "Decided: the notice of deletion was right, and that was explained.",
    ),
    "avoidable_known_how_to": (
        "Putusannya: dijelaskan atau dapat dilakukan sendiri; tidak ada yang diubah.",
        "Decided: explained, or people can do it themselves; nothing was changed.",
    ),
    "avoidable_unanswered_earlier": (
        (
            "Ditautkan ke laporan lebih dulu yang belum mendapat jawaban saat laporan ini masuk,"
            " atau hanya menanyakan kelanjutan."
        ),
        (
            "Linked to an earlier report that had no answer yet when this one came, or it only"
            " asked for progress."
        ),
    ),
    "avoidable_incident": (
        "Bagian dari kejadian yang tidak disangkal. Sebab ini didahulukan dari yang lain.",
        "Part of an incident that was not dismissed. This cause goes before the others.",
    ),
    "demand_said": (
        (
            "Laporan yang selesai dalam periode dan sebabnya ditentukan petugas di halaman"
            " laporan; kata petugas yang terakhir berlaku."
        ),
        (
            "Reports settled in the period whose cause a colleague said on their page; the"
            " newest word counts."
        ),
    ),
    "demand_agreed": (
        (
            "Dari laporan yang sebabnya ditentukan petugas, bagian yang sama dengan yang diambil"
            " dari data. Petugas lebih sering menulis bila data keliru, jadi angka ini rendah."
        ),
        (
            "Of the reports on which a colleague said the cause, the share that is what the"
            " records say. People write more often where those are wrong, so it is low."
        ),
    ),
}
WORDS: dict[str, Pair] = {
    "demand.title": ("Permintaan yang dapat dihindari", "Avoidable demand"),
    "demand.lead": (
        (
            "Laporan yang selesai dari {first} sampai {last} (WIB), menurut sebab yang membuatnya"
            " tidak perlu ada. Dibandingkan dengan {days} hari sebelumnya."
        ),
        (
            "Reports settled from {first} to {last} (WIB) by what they should not have been"
            " needed for. Compared with the {days} days before."
        ),
    ),
    "demand.sum": (
        "{part} dari {whole} laporan ({share}) dapat dihindari.",
        "{part} of {whole} reports ({share}) were avoidable.",
    ),
    "demand.how": (
        (
            "Sebab diambil dari data: kejadian, lalu laporan sebelumnya yang belum dijawab, lalu"
            " putusan yang dijalankan; tanpa putusan, dari kategori. Laporan tentang beberapa"
            " orang dihitung memang perlu bila seorang saja memerlukannya. Petugas dapat"
            " menentukan lain di halaman laporan, dengan alasan."
        ),
        (
            "The cause follows from the records: an incident, then an unanswered earlier report,"
            " then what was decided and carried out; without that, the category. A report about"
            " several people was needed if one of them needed it. Colleagues can say otherwise"
            " on its page, with a reason."
        ),
    ),
    "figures.demand": ("Sebab", "Causes"),
    "figures.demand_words": ("Kata petugas", "What colleagues said"),
    "demand.by_week": ("Per minggu", "By week"),
    "demand.week": ("Minggu mulai", "Week from"),
    "demand.avoidable": ("Dapat dihindari", "Avoidable"),
    "demand.settled": ("Selesai", "Settled"),
    "demand.share": ("Bagian", "Share"),
    "demand.chart": (
        "Laporan yang dapat dihindari per minggu, {first} sampai {last}; tertinggi {most}",
        "Avoidable reports by week, {first} to {last}; most {most}",
    ),
    "demand.back": ("Kembali ke permintaan yang dapat dihindari", "Back to avoidable demand"),
    "demand.on_ticket": ("Mengapa laporan ini ada", "Why this report came"),
    "demand.by_records": (
        "Diambil dari data Loket. Tentukan lain bila keliru.",
        "Follows from the records. Say otherwise where it is wrong.",
    ),
    "demand.not_yet": (
        "Data menjawabnya ketika laporan selesai; Anda dapat menentukannya sekarang.",
        "The records tell once the report is settled; you may say it now.",
    ),
    "demand.agreed": (
        "Petugas sependapat dengan data Loket.",
        "A colleague agrees with the records.",
    ),
    "demand.corrected": (
        "Ditentukan petugas; menurut data Loket: {label}.",
        "Said by a colleague; the records say: {label}.",
    ),
    "demand.because": ("Laporan ini seharusnya tidak perlu karena", "Should not have been needed"),
    "demand.reason": ("Alasan singkat", "Why, in short"),
    "demand.do": ("Simpan sebab", "Save the cause"),
    "demand.say_why": (
        "Tulis alasan singkat untuk sebab itu.",
        "Write in short why that is the cause.",
    ),
}
