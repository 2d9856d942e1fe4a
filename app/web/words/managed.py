"""Words of the index of everything that is set up."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "manage.title": ("Pengelolaan", "Administration"),
    "manage.group_people": ("Orang", "People"),
    "manage.group_work": ("Cara kerja", "How work is done"),
    "manage.group_watch": ("Pengawasan", "Oversight"),
    "manage.profile": ("Profil saya", "My profile"),
    "manage.profile_lead": ("Bahasa, kata sandi, sesi.", "Language, password, sessions."),
    "manage.people": ("Petugas", "Colleagues"),
    "manage.people_lead": (
        "Undang, ubah peran, nonaktifkan.",
        "Invite, change roles, deactivate.",
    ),
    "manage.canned": ("Jawaban siap pakai", "Canned answers"),
    "manage.canned_lead": ("Teks yang diisi sendiri.", "Texts that fill themselves in."),
    "manage.hours": ("Jam kerja dan target", "Working hours and targets"),
    "manage.hours_lead": ("Kalender, hari libur, target.", "Calendar, days off, targets."),
    "manage.rules": ("Aturan", "Rules"),
    "manage.rules_lead": ("Angka dan versi yang berlaku.", "Numbers and versions in force."),
    "manage.automation": ("Otomatis", "Automatic"),
    "manage.automation_lead": (
        "Aturan yang boleh bertindak sendiri.",
        "Rules that may act by themselves.",
    ),
    "manage.scores": ("Pembacaan dan kategori", "Reading and categories"),
    "manage.scores_lead": (
        "Ketepatan, kategori baru, pelatihan.",
        "Accuracy, new categories, training.",
    ),
    "manage.vouches": ("Jaminan", "Vouches"),
    "manage.vouches_lead": ("Operator yang menjamin.", "Operators who vouched."),
    "manage.trail": ("Jejak audit", "Audit trail"),
    "manage.trail_lead": (
        "Siapa melakukan apa, dan apakah catatannya utuh.",
        "Who did what, and whether the record is whole.",
    ),
    "manage.outbox": ("Kotak keluar", "Outbox"),
    "manage.outbox_lead": ("Surat yang dikirim.", "Mail that was sent."),
}
