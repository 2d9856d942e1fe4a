"""Words of shifts, and of who is given which ticket."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "rota.title": ("Giliran", "Shifts"),
    "rota.now": ("Sedang bertugas:", "On duty now:"),
    "rota.nobody": ("tidak ada", "nobody"),
    "rota.on": ("bertugas", "on duty"),
    "rota.mode_now": ("Laporan dibagi:", "Reports are given out:"),
    "rota.by_hand": ("Dengan tangan", "By hand"),
    "rota.cap_now": ("paling banyak {cap} per orang", "at most {cap} each"),
    "rota.week": ("Jadwal mingguan", "The week"),
    "rota.day_0": ("Senin", "Monday"),
    "rota.day_1": ("Selasa", "Tuesday"),
    "rota.day_2": ("Rabu", "Wednesday"),
    "rota.day_3": ("Kamis", "Thursday"),
    "rota.day_4": ("Jumat", "Friday"),
    "rota.day_5": ("Sabtu", "Saturday"),
    "rota.day_6": ("Minggu", "Sunday"),
    "rota.rule": ("Cara membagi laporan", "How reports are given out"),
    "rota.rule_lead": (
        (
            "Laporan yang belum diputuskan dan belum dipegang dibagikan tiap menit kepada yang"
            " sedang bertugas. Yang belum disentuh kembali ke semua saat giliran berakhir."
        ),
        (
            "Reports that are undecided and held by nobody are given each minute to those on duty."
            " What was not touched goes back to all when the shift ends."
        ),
    ),
    "rota.mode": ("Cara", "Way"),
    "rota.cap": ("Paling banyak laporan terbuka per orang", "Open reports a person at most"),
    "rota.fair": ("Pembagian tujuh hari terakhir", "Given out in the last seven days"),
    "rota.given": ("Dibagikan Loket", "Given by Loket"),
    "rota.fair_lead": (
        "Urut nama. Angka ini untuk melihat apakah pembagian adil, bukan untuk menilai orang.",
        "By name. These figures show whether the distribution is fair; they judge nobody.",
    ),
    "rota.hours_hint": (
        (
            "Tulis jam seperti 08.00; kosongkan hari libur. Selesai lebih awal dari mulai berarti"
            " sampai esok hari."
        ),
        (
            "Write hours as 08.00; leave free days empty. An end before the beginning is of the day"
            " after."
        ),
    ),
    "rota.from": ("Mulai", "From"),
    "rota.to": ("Selesai", "To"),
    "rota.zone": ("Zona waktu", "Time zone"),
    "rota.away": ("Tidak bertugas", "Absences"),
    "rota.never_away": ("Tidak ada.", "None."),
    "rota.first_day": ("Dari hari", "First day"),
    "rota.last_day": ("Sampai hari (kosong: satu hari)", "Last day (empty: one day)"),
    "rota.add_away": ("Tambahkan", "Add"),
    "rota.take_back": ("Hapus", "Remove"),
    "rota.skills": ("Kategori yang dibagikan kepadanya", "Categories they are given"),
    "rota.skills_lead": (
        "Tanpa pilihan, semua kategori.",
        "Without a choice, every category.",
    ),
    "rota.bad_hours": (
        "Jam belum dapat dibaca. Tulis mulai dan selesai seperti 08.00 dan 16.00.",
        "The hours cannot be read. Write from and to as 08.00 and 16.00.",
    ),
    "rota.bad_days": (
        "Hari belum dapat dibaca, atau berakhir sebelum mulai.",
        "The days cannot be read, or end before they begin.",
    ),
    "rota.bad_cap": (
        "Batas per orang adalah angka 1 sampai 1000.",
        "The limit is a number from 1 to 1000.",
    ),
    "assign.title": ("Siapa yang menangani #{number}?", "Who handles #{number}?"),
    "assign.me": ("Saya", "Me"),
    "assign.nobody": ("Tanpa pemegang", "Nobody in particular"),
    "assign.holds": ("memegang {count} laporan terbuka", "holds {count} open reports"),
    "assign.has_it": ("Pemegang sekarang", "Holds it now"),
    "assign.give": ("Serahkan", "Give"),
    "assign.to": ("Serahkan kepada…", "Give to…"),
    "manage.rota": ("Giliran dan pembagian", "Shifts and assignment"),
    "manage.rota_lead": (
        "Jadwal, ketidakhadiran, cara membagi laporan.",
        "Shifts, absences, how reports are given out.",
    ),
}
