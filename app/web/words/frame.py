"""Words of the frame around every page, of the first page and of the error page."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "skip": ("Langsung ke isi", "Skip to the content"),
    "footer": (
        "Loket, layanan bantuan akun belajar.id. Kami tidak pernah meminta kata sandi Anda.",
        "Loket, the helpdesk for belajar.id accounts. We never ask for your password.",
    ),
    "demo": (
        "Ini peragaan: semua orang, sekolah, dan akun di sini rekaan.",
        "This is a demonstration: every person, school and account here is invented.",
    ),
    "nav.main": ("Menu utama", "Main menu"),
    "nav.bantuan": ("Buat laporan", "Make a report"),
    "nav.tracking": ("Lacak laporan", "Track a report"),
    "nav.queue": ("Antrean", "Queue"),
    "nav.incidents": ("Kejadian", "Incidents"),
    "nav.numbers": ("Angka", "Figures"),
    "nav.signout": ("Keluar", "Sign out"),
    "keys.title": ("Tombol pintas", "Keyboard keys"),
    "keys.move": ("baris berikut dan sebelumnya", "next and previous row"),
    "keys.open": ("buka", "open"),
    "keys.select": ("pilih", "select"),
    "keys.this": ("daftar ini", "this list"),
    "keys.palette": ("cari tindakan", "find an action"),
    "keys.on": ("Pakai tombol huruf tunggal", "Use single letters as keys"),
    "keys.close": ("Tutup", "Close"),
    "keys.none": ("Tidak ada yang cocok. Coba kata lain.", "Nothing fits. Try another word."),
    "keys.find": ("Cari tindakan atau halaman", "Find an action or a page"),
    "api.key_reused": (
        "Idempotency-Key ini sudah dipakai untuk laporan yang lain isinya.",
        "This Idempotency-Key was already used for a report with other content.",
    ),
    "told.unsigned": (
        "Pesan ini tidak ditandatangani dengan kunci yang disepakati, atau sudah lama.",
        "This message is not signed with the agreed secret, or is old.",
    ),
    "told.untakeable": (
        "Pesan ini tidak dapat dijadikan laporan.",
        "No report can be made of this message.",
    ),
    "told.number_taken": (
        "Nomor ini sudah dipakai laporan lain.",
        "Another report has this number.",
    ),
    "api.unauthorised": (
        "Permintaan ini memerlukan token yang dikenal.",
        "This request needs a known bearer token.",
    ),
    "problem.title": ("Permintaan tidak dapat dipenuhi", "This could not be done"),
    "problem.code": ("Kode {code}", "Code {code}"),
    "problem.to_home": ("Ke halaman awal", "To the first page"),
    "problem.to_queue": ("Ke antrean", "To the queue"),
    "home.title": ("Bantuan akun belajar.id", "Help with belajar.id accounts"),
    "home.lead": (
        (
            "Loket menerima laporan tentang akun belajar.id guru, tenaga kependidikan, dan peserta"
            " didik, memeriksanya dengan data Dapodik, lalu menjawabnya lewat surel."
        ),
        (
            "Loket takes reports about belajar.id accounts of teachers, school staff and students,"
            " checks them against Dapodik and answers by e-mail."
        ),
    ),
    "home.report": ("Ada masalah dengan akun?", "A problem with an account?"),
    "home.report_text": (
        "Ceritakan masalahnya. Anda langsung mendapat nomor laporan.",
        "Tell us what is wrong. You get a report number at once.",
    ),
    "home.track": ("Sudah melapor?", "Reported already?"),
    "home.track_text": (
        "Lihat sampai di mana laporan Anda dan tambahkan keterangan.",
        "See how far your report is and add to it.",
    ),
    "home.staff": ("Petugas helpdesk", "Helpdesk staff"),
    "home.staff_text": (
        "Untuk petugas yang menangani laporan.",
        "For colleagues who handle the reports.",
    ),
    "home.signin": ("Masuk sebagai petugas", "Sign in as staff"),
    "home.hours": (
        "Laporan dijawab pada hari kerja. Laporan dapat dikirim kapan saja.",
        "Reports are answered on working days. They can be sent at any time.",
    ),
}
