"""Words of the rule book: its chapters, its numbers, and whose yes a step needs."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "rules.title": ("Buku aturan", "Rule book"),
    "rules.lead": (
        (
            "Setiap jawaban Loket datang dari satu aturan di sini. Teks laporan menyatakan apa "
            "yang diminta, catatan menyatakan apa yang benar, dan aturan yang cocok memutuskan."
        ),
        (
            "Every answer of Loket comes from one rule in this book. The text says what is "
            "claimed, the records say what is true, and the rule that fits both decides."
        ),
    ),
    "rules.in_force": ("Yang berlaku hari ini", "In force today"),
    "rules.published": ("angka yang diterbitkan", "the published numbers"),
    "rules.edition": ("edisi “{name}” sejak {day}", "edition “{name}” since {day}"),
    "rules.jump": ("Bab", "Chapters"),
    "rules.rule": ("Aturan", "Rule"),
    "rules.answer": ("Jawaban dan persetujuan", "Answer and approval"),
    "rules.source": ("Dasar", "Source"),
    "rules.since": ("berlaku sejak {day}", "holds since {day}"),
    "rules.since_how": (
        (
            "Tanggal berlaku adalah bulan terbit sumbernya. Bila tidak diketahui, atau aturan "
            "itu ketentuan kerja helpdesk sendiri, tanggalnya hari aturan ditulis."
        ),
        (
            "A rule holds since the month its source was published. Where that is unknown, or "
            "the rule is the helpdesk's own, since the day it was written."
        ),
    ),
    "rules.unpublished": ("belum diterbitkan", "not published"),
    "rules.decided": ("90 hari", "90 days"),
    "rules.decided_how": (
        "Kolom 90 hari: berapa kali aturan itu memutuskan dalam 90 hari terakhir.",
        "The column 90 days: how often the rule decided in the last 90 days.",
    ),
    "rules.automation": ("Otomatis", "Automatic"),
    "rules.by_itself": ("ya", "yes"),
    "rules.by_hand": ("tidak", "no"),
    "rules.version": ("versi {number}", "version {number}"),
    "rules.other_version": ("Dapat diganti dengan versi {number}:", "Can be version {number}:"),
    "rules.print": (
        "Halaman ini dapat dicetak pada kertas A4.",
        "This page can be printed on A4 paper.",
    ),
    "needs.one": ("satu persetujuan", "one yes"),
    "needs.two": ("dua orang", "two people"),
    "needs.two_if_in_use": (
        "satu; dua bila akun dipakai dalam {recent_sign_in_days} hari terakhir",
        "one; two if the account was used in the last {recent_sign_in_days} days",
    ),
    "needs.two_if_second": (
        "satu; dua bila ini akun kedua orang itu",
        "one; two if it is the person's second account",
    ),
    "rules.many": (
        "Lebih dari {many_subjects} orang sekaligus selalu memerlukan dua orang.",
        "More than {many_subjects} people at once always need two.",
    ),
    "chapter.guard": (
        "Sebelum dan sesudah setiap aturan",
        "Before and after every rule",
    ),
    "chapter.unmatched": ("Orang yang tidak ditemukan", "People who are not found"),
    "chapter.list": ("Daftar orang dari sekolah", "Lists of people from schools"),
    "chapter.left": ("Orang yang sudah keluar", "People who left"),
    "terms.title": ("Angka yang dipakai", "The numbers in use"),
    "terms.name": ("Angka", "Number"),
    "terms.value": ("Nilai", "Value"),
    "terms.published": ("Diterbitkan", "Published"),
    "terms.rename_after_days": (
        "Bagian peran pada alamat berubah setelah pemberitahuan",
        "Role part of an address changes after the notice",
    ),
    "terms.new_jenjang_after_days": (
        "Akun jenjang baru tersedia setelah pemberitahuan",
        "Account of the new jenjang is there after the notice",
    ),
    "terms.deletion_after_days": (
        "Akun dihapus setelah pemberitahuan",
        "Account is deleted after the notice",
    ),
    "terms.deletion_reminder_days": (
        "Pengingat sebelum akun dihapus",
        "Reminder before an account is deleted",
    ),
    "terms.restorable_days": (
        "Akun terhapus masih dapat dipulihkan",
        "A deleted account can still be restored",
    ),
    "terms.new_account_after_working_days": (
        "Akun baru ditunggu setelah sinkronisasi",
        "A new account is waited for after the synchronisation",
    ),
    "terms.unsuspend_within_working_days": (
        "Akun ditangguhkan dibuka sejak bukti lengkap",
        "A suspended account is opened after complete evidence",
    ),
    "terms.recent_sign_in_days": (
        "Akun dianggap sedang dipakai (hapus perlu dua orang)",
        "An account counts as in use (deleting needs two)",
    ),
    "terms.many_subjects": (
        "Orang sekaligus dengan satu persetujuan",
        "People at once with one yes",
    ),
    "terms.vouch_waits_hours": (
        "Masa tunggu setelah operator menjamin",
        "Waiting time after an operator vouched",
    ),
    "terms.vouches_per_operator_in_30_days": (
        "Jaminan tiap operator dalam 30 hari",
        "Vouches of one operator in 30 days",
    ),
    "unit.days": ("{n} hari", "{n} days"),
    "unit.working_days": ("{n} hari kerja", "{n} working days"),
    "unit.hours": ("{n} jam", "{n} hours"),
    "unit.people": ("{n} orang", "{n} people"),
    "unit.times": ("{n} kali", "{n} times"),
}
