"""Words of the figures: what each is called, and how it is counted."""

from enum import StrEnum

from app.report import wording
from app.web.words import Pair, avoided, numbered
from models.vocabulary import Age, Rows

LABELS: dict[type[StrEnum], dict[StrEnum, Pair]] = {
    Rows: {**wording.ROWS, **numbered.ROWS, **avoided.ROWS},
    **avoided.LABELS,
    **numbered.LABELS,
    Age: {
        Age.DAY: ("kurang dari 1 hari", "less than 1 day"),
        Age.DAYS_3: ("1 sampai 3 hari", "1 to 3 days"),
        Age.WEEK: ("3 sampai 7 hari", "3 to 7 days"),
        Age.MONTH: ("7 sampai 30 hari", "7 to 30 days"),
        Age.OLDER: ("30 hari atau lebih", "30 days or more"),
    },
}

_HOW: dict[str, Pair] = {
    "received": (
        "Laporan yang diterima dalam periode, semua kanal, termasuk yang diimpor.",
        "Reports received in the period, by any channel, imported ones included.",
    ),
    "answered": (
        "Laporan yang jawaban pertamanya terkirim dalam periode, kapan pun laporannya masuk.",
        "Reports whose first answer was sent in the period, whenever they came.",
    ),
    "settled": (
        "Laporan yang selesai dalam periode dan tidak dibuka lagi sesudahnya.",
        "Reports settled in the period and not opened again since.",
    ),
    "wrote_again": (
        "Laporan yang pelapornya menulis lagi dalam periode, setelah jawaban pertama.",
        "Reports whose requester wrote again in the period, after the first answer.",
    ),
    "reopened": (
        "Laporan yang pelapornya dalam periode menyatakan belum selesai setelah dijawab.",
        "Reports whose requester said in the period, after an answer, that it is not solved.",
    ),
    **numbered.HOW,
    **avoided.HOW,
    "promise_kept": (
        "Laporan yang selesai sebelum tanggal yang dijanjikan usulan yang sudah dijalankan.",
        "Reports settled by the date that a plan that was carried out had promised.",
    ),
    "promise_missed": (
        "Laporan dengan tanggal janji dalam periode yang sudah lewat sebelum laporannya selesai.",
        "Reports with a promised date in the period that passed before they were settled.",
    ),
    "promise_share": (
        "Janji ditepati dibagi janji ditepati ditambah janji terlewat.",
        "Promises kept, divided by promises kept and missed together.",
    ),
    "in_incident": (
        "Laporan dalam kejadian yang mulai dalam periode dan tidak disangkal.",
        "Reports of incidents that began in the period and were not dismissed.",
    ),
    "automatic": (
        "Laporan yang selesai dalam periode dan usulannya dijalankan tanpa persetujuan orang.",
        "Reports settled in the period for which a plan was carried out without a yes.",
    ),
    "automatic_share": (
        "Selesai otomatis dibagi semua yang selesai dalam periode.",
        "Settled automatically, divided by all that were settled in the period.",
    ),
    "audited": (
        "Laporan yang tindakan otomatisnya diperiksa orang dalam periode, dipilih acak.",
        "Reports whose automatic action a person looked at in the period; drawn at random.",
    ),
    "audited_right": (
        "Di antaranya laporan yang contohnya dinilai benar.",
        "Of those, reports whose sample was found right.",
    ),
    "precision": (
        "Contoh dinilai benar dibagi contoh diperiksa. Dengan sedikit contoh angka ini kasar.",
        "Samples found right, divided by samples looked at. With few samples it is coarse.",
    ),
    "handled": (
        "Laporan yang disetujui, ditolak, dijawab atau ditutup petugas dalam periode, sekali.",
        "Reports a colleague approved, rejected, answered or closed in the period; each once.",
    ),
    "open": (
        "Laporan yang belum selesai pada saat halaman dibuka; tidak bergantung pada periode.",
        "Reports not settled when the page was opened; whatever the period.",
    ),
    "overdue": (
        "Laporan terbuka yang tanggal janjinya sudah lewat saat halaman dibuka.",
        "Open reports whose promised date had passed when the page was opened.",
    ),
}
_CLOCKS: dict[str, Pair] = {
    "": ("semua jam, termasuk malam dan hari libur", "every hour, nights and days off"),
    "_working": ("hanya jam kerja menurut kalender yang berlaku", "only hours the desk was open"),
}
_SHARES = {"median": 50, "p90": 90, "p95": 95}
_SPANS: dict[str, Pair] = {
    "first_answer": ("masuk sampai jawaban pertama", "receipt to first answer"),
    "resolution": ("masuk sampai selesai", "receipt to settled"),
}


def _times() -> dict[str, Pair]:
    """A sentence for each span, quantile and clock."""
    return {
        f"figure.{span}{suffix}_{word}.how": (
            f"Dari {path[0]}, {clock[0]}; {share}% laporan tidak lebih lama. Tepat.",
            f"From {path[1]}, {clock[1]}; {share}% took no longer. Exact.",
        )
        for span, path in _SPANS.items()
        for suffix, clock in _CLOCKS.items()
        for word, share in _SHARES.items()
    }


WORDS: dict[str, Pair] = {
    **{f"figure.{rows.value}": pair for rows, pair in LABELS[Rows].items()},
    **{f"figure.{name}": pair for name, pair in wording.NAMES.items()},
    **{f"figures.{name}": pair for name, pair in wording.CHAPTERS.items()},
    **{f"figure.{name}.how": pair for name, pair in _HOW.items()},
    **_times(),
    "figures.colleagues": ("Beban petugas", "Colleagues' load"),
    "figures.colleagues_how": (
        "Menurut abjad; bukan peringkat.",
        "In alphabetical order; not a ranking.",
    ),
    "figures.colleague": ("Petugas", "Colleague"),
    "figures.how": ("Cara menghitung", "How it is counted"),
    "figures.before": ("sebelumnya {value}", "before {value}"),
    "figures.worse": ("memburuk", "got worse"),
    "figures.compared": (
        "{first} sampai {last} (WIB), dibandingkan dengan {days} hari sebelumnya.",
        "{first} to {last} (WIB), compared with the {days} days before.",
    ),
    "figures.today": ("Hari ini", "Today"),
    "figures.week": ("Minggu ini", "This week"),
    "figures.last_week": ("Minggu lalu", "Last week"),
    "figures.days_30": ("30 hari", "30 days"),
    "figures.month": ("Bulan ini", "This month"),
    "figures.last_month": ("Bulan lalu", "Last month"),
    "figures.year": ("Tahun ini", "This year"),
    "figures.presets": ("Periode", "Period"),
    "figures.filters": ("Saring", "Filter"),
    "figures.any": ("Semua", "All"),
    "figures.reset": ("Hapus saringan", "Clear filters"),
    "figures.npsn": ("NPSN", "NPSN"),
    "figures.province": ("Provinsi", "Province"),
    "figures.regency": ("Kabupaten/kota", "Regency"),
    "figures.channel": ("Kanal", "Channel"),
    "figures.jenjang": ("Jenjang", "Level"),
    "figures.category": ("Kategori", "Category"),
    "figures.axis_province": ("Per provinsi", "By province"),
    "figures.axis_regency": ("Per kabupaten/kota", "By regency"),
    "figures.others": ("{number} lainnya", "{number} others"),
    "figures.axis_channel": ("Per kanal", "By channel"),
    "figures.axis_jenjang": ("Per jenjang", "By level"),
    "figures.axis_category": ("Per kategori", "By category"),
    "figures.blank": ("tidak diisi", "left blank"),
    "figures.backlog": ("Terbuka: menunggu siapa, sejak kapan", "Open: on whom, since when"),
    "figures.holder": ("Menunggu", "Waiting on"),
    "figures.all": ("Jumlah", "Total"),
    "figures.csv": ("Unduh CSV", "Download CSV"),
    "figures.xlsx": ("Unduh Excel", "Download Excel"),
    "figures.back": ("Kembali ke angka", "Back to the figures"),
    "figures.older": ("Laporan berikutnya", "Next reports"),
    "figures.first": ("Awal daftar", "Start of the list"),
    "figures.none_listed": ("Tidak ada laporan.", "There are no reports."),
    "figures.counted_at": ("Dihitung pada", "Counted at"),
    "figures.report": ("Laporan", "Report"),
    "figures.state": ("Keadaan", "State"),
    "figures.received_at": ("Masuk", "Received"),
    "figures.took": ("Lama", "Took"),
    "figures.list_of": ("{number} laporan", "{number} reports"),
    "figures.share_of": ("{part} dari {whole} laporan", "{part} of {whole} reports"),
    "figures.col_number": ("Nomor", "Number"),
    "figures.col_subject": ("Perihal", "Subject"),
    "figures.col_state": ("Keadaan", "State"),
    "figures.col_holder": ("Menunggu", "Waiting on"),
    "figures.col_category": ("Kategori", "Category"),
    "figures.col_channel": ("Kanal", "Channel"),
    "figures.col_jenjang": ("Jenjang", "Level"),
    "figures.col_npsn": ("NPSN", "NPSN"),
    "figures.col_school": ("Sekolah", "School"),
    "figures.col_regency": ("Kabupaten/kota", "Regency"),
    "figures.col_province": ("Provinsi", "Province"),
    "figures.col_received": ("Masuk (WIB)", "Received (WIB)"),
    "figures.col_answered": ("Jawaban pertama (WIB)", "First answer (WIB)"),
    "figures.col_settled": ("Selesai (WIB)", "Settled (WIB)"),
    "figures.col_promised": ("Janji (WIB)", "Promised (WIB)"),
    "figures.col_minutes": ("Lama, menit", "Took, minutes"),
    "figures.col_working": ("Lama, menit jam kerja", "Took, working minutes"),
    "figures.filter_kategori": ("Kategori", "Category"),
    "figures.filter_npsn": ("NPSN", "NPSN"),
    "figures.filter_provinsi": ("Provinsi", "Province"),
    "figures.filter_kabupaten": ("Kabupaten/kota", "Regency"),
    "figures.filter_kanal": ("Kanal", "Channel"),
    "figures.filter_jenjang": ("Jenjang", "Level"),
    "figures.filter_pemegang": ("Menunggu", "Waiting on"),
    "figures.filter_umur": ("Umur", "Age"),
    "figures.filter_petugas": ("Petugas", "Colleague"),
    "figures.filter_oleh": ("Diputuskan oleh", "Decided by"),
    "figures.figure": ("Angka", "Figure"),
    "figures.value": ("Nilai", "Value"),
    "figures.zone": ("Zona waktu", "Time zone"),
    "figures.rows": ("Jumlah baris", "Rows"),
    "figures.chart": (
        "{of} per hari, {first} sampai {last}; tertinggi {most}",
        "{of} per day, {first} to {last}; most {most}",
    ),
    "figures.decided": ("Diputuskan", "Decided"),
}
