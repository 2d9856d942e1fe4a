"""Words of the page on the desk's working hours. Key to (Indonesian, English)."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "nav.hours": ("Jam kerja", "Working hours"),
    "hours.title": ("Jam kerja helpdesk", "The helpdesk's working hours"),
    "hours.lead": (
        (
            "Semua hitungan waktu kerja memakai kalender yang berlaku pada saat itu. Perubahan"
            " berlaku sejak harinya; yang sudah lewat tidak berubah."
        ),
        (
            "Everything that counts working time goes by the calendar in force at that instant."
            " A change counts from its day on; the past stays as it was."
        ),
    ),
    "hours.now": ("Berlaku sekarang", "In force now"),
    "hours.year": ("Tahun {year}", "The year {year}"),
    "hours.other_year": ("Tahun lain", "Another year"),
    "hours.open_days": ("{number} hari kerja", "{number} working days"),
    "hours.legend": ("Keterangan tanda", "What the letters mean"),
    "hours.mark_N": ("libur nasional", "national holiday"),
    "hours.mark_B": ("cuti bersama", "joint leave"),
    "hours.mark_T": ("helpdesk tutup", "helpdesk shut"),
    "hours.mark_M": ("helpdesk tetap buka", "helpdesk open after all"),
    "hours.today": ("hari ini", "today"),
    "hours.shut": ("tutup", "shut"),
    "hours.day_names": ("Sn Sl Rb Km Jm Sb Mg", "Mo Tu We Th Fr Sa Su"),
    "hours.change_week": ("Ubah jam sepekan", "Change the week"),
    "hours.change_day": ("Tambah atau cabut hari sendiri", "Add or withdraw a day of your own"),
    "hours.week": ("Jam sepekan", "Hours of the week"),
    "hours.week_hint": (
        "Contoh: Mon-Thu 08:00-12:00,13:00-16:30; Fri 08:00-11:30,13:30-16:30",
        "For example: Mon-Thu 08:00-12:00,13:00-16:30; Fri 08:00-11:30,13:30-16:30",
    ),
    "hours.zone": ("Zona waktu", "Time zone"),
    "hours.name": ("Nama kalender", "Name of the calendar"),
    "hours.from": ("Berlaku mulai", "In force from"),
    "hours.reason": ("Alasan", "Reason"),
    "hours.day": ("Tanggal", "Day"),
    "hours.kind": ("Yang berubah", "What changes"),
    "hours.kind_tutup": ("Tutup pada hari itu", "Shut on that day"),
    "hours.kind_buka": ("Tetap buka pada hari libur itu", "Open on that day off"),
    "hours.kind_cabut": ("Cabut: ikuti pekan biasa", "Withdraw: as the week says"),
    "hours.day_name": ("Sebutan, misalnya Rapat kerja", "What it is, such as Staff meeting"),
    "hours.look": ("Lihat akibatnya", "See what it changes"),
    "hours.keep": ("Simpan perubahan", "Keep the change"),
    "hours.preview": ("Akibat perubahan, belum disimpan", "What it changes, not kept yet"),
    "hours.preview_from": ("Berlaku mulai {at}.", "In force from {at}."),
    "hours.preview_days": (
        "{number} hari berubah dalam 60 hari sejak berlaku.",
        "{number} days change within 60 days of it.",
    ),
    "hours.preview_targets": (
        (
            "Dari {number} target berjalan yang terdekat, {later} menjadi lebih lambat dan"
            " {earlier} lebih cepat."
        ),
        ("Of the {number} nearest open targets {later} would be due later and {earlier} earlier."),
    ),
    "hours.before": ("Sekarang", "Now"),
    "hours.after": ("Menjadi", "Becomes"),
    "hours.history": ("Riwayat kalender", "History of the calendar"),
    "hours.no_history": (
        "Belum ada versi tersimpan; berlaku jam dari setelan.",
        "No version is kept yet; the hours of the settings hold.",
    ),
    "hours.version_in_force": ("berlaku", "in force"),
    "hours.version_coming": ("akan berlaku", "to come"),
    "hours.version_past": ("sudah diganti", "replaced"),
    "hours.since_ever": ("sejak awal", "from the beginning"),
    "hours.bad_week": (
        "Jam sepekan tidak terbaca; tulis seperti contohnya, dengan jam buka sebelum jam tutup.",
        "The week cannot be read; write it like the example, opening before closing.",
    ),
    "hours.bad_day": (
        "Tanggal harus hari ini atau sesudahnya, paling jauh lima tahun.",
        "The day must be today or later, at most five years ahead.",
    ),
    "hours.say_why": (
        "Tuliskan alasannya, dan sebutan untuk hari yang ditambahkan.",
        "Say why, and what the added day is.",
    ),
    "hours.nothing_there": (
        "Tidak ada hari sendiri pada tanggal itu.",
        "There is no day of the desk's own on that date.",
    ),
}
