"""Words of the pages on colleagues, on one's own profile and on the way in by link."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "managing.saved": ("Tersimpan.", "Saved."),
    "managing.say_why": ("Tuliskan alasannya.", "Say why."),
    "people.title": ("Petugas", "Colleagues"),
    "people.name": ("Nama", "Name"),
    "people.role": ("Peran", "Role"),
    "people.status": ("Status", "Status"),
    "people.language": ("Bahasa halaman", "Language of the pages"),
    "people.load": ("Laporan terbuka", "Open reports"),
    "people.active": ("Aktif", "Active"),
    "people.inactive": ("Nonaktif", "Inactive"),
    "people.since": ("Sejak", "Since"),
    "people.sessions": ("Sesi terbuka", "Open sessions"),
    "people.waiting": ("Tautan yang belum dipakai", "Links not used yet"),
    "people.until": ("dibuat oleh {by}, berlaku sampai", "made by {by}, valid until"),
    "people.withdraw": ("Cabut tautan", "Take the link back"),
    "people.invite": ("Undang petugas", "Invite a colleague"),
    "people.invite_lead": (
        "Petugas baru memilih kata sandinya sendiri lewat tautan sekali pakai.",
        "A new colleague chooses their own password by a one-time link.",
    ),
    "people.make_link": ("Buat tautan", "Make a link"),
    "people.link_made": ("Tautan sudah dibuat.", "The link is made."),
    "people.link_lead": (
        "Serahkan tautan ini langsung kepada orangnya:",
        "Hand this link to the person directly:",
    ),
    "people.link_once": (
        "Hanya ditampilkan sekali ini, berlaku tiga hari, dan hanya dapat dipakai sekali.",
        "It is shown this once, holds for three days, and can be used once.",
    ),
    "people.change": ("Ubah data", "Change"),
    "people.own_role_hint": (
        "Peran sendiri hanya dapat diubah administrator lain.",
        "Your own role can only be changed by another administrator.",
    ),
    "people.reason": ("Alasan", "Reason"),
    "people.save": ("Simpan", "Save"),
    "people.reset_lead": (
        (
            "Untuk yang lupa kata sandi: buat tautan sekali pakai. Kata sandi lama berlaku"
            " sampai tautan dipakai."
        ),
        "For who forgot it: make a one-time link. The old password holds until the link is used.",
    ),
    "people.leave": ("Nonaktifkan", "Deactivate"),
    "people.leave_lead": (
        "Semua sesinya langsung berakhir. Laporan terbuka yang dipegang: {count}.",
        "All their sessions end at once. Open reports they hold: {count}.",
    ),
    "people.heir": ("Serahkan laporannya kepada", "Give their reports to"),
    "people.to_all": ("Semua petugas (tanpa pemegang)", "Everyone (nobody in particular)"),
    "people.come_back": ("Aktifkan kembali", "Activate again"),
    "people.taken": ("Nama pengguna itu sudah dipakai.", "That user name is taken."),
    "people.bad_name": (
        "Isi nama, dan nama pengguna dari huruf, angka, titik, atau garis.",
        "Enter a name, and a user name of letters, digits, dots or dashes.",
    ),
    "people.weak": (
        "Kata sandi paling sedikit {least} karakter.",
        "A password has at least {least} characters.",
    ),
    "people.unlike": ("Kedua kata sandi tidak sama.", "The two passwords are not the same."),
    "people.used_link": (
        (
            "Tautan ini sudah dipakai, dicabut, atau kedaluwarsa. Minta tautan baru kepada"
            " administrator Loket."
        ),
        "This link was used, taken back, or has expired. Ask the administrator for a new one.",
    ),
    "people.last_admin": (
        "Ini administrator terakhir. Tunjuk administrator lain dahulu.",
        "This is the last administrator. Appoint another one first.",
    ),
    "people.own_role": (
        "Peran dan akses sendiri hanya dapat diubah administrator lain.",
        "Your own role and access can only be changed by another administrator.",
    ),
    "assign.not_here": (
        "Petugas itu sudah tidak aktif. Pilih orang lain.",
        "That colleague works here no more. Choose somebody else.",
    ),
    "invitation.title": ("Pilih kata sandi", "Choose a password"),
    "invitation.lead": (
        "Selamat datang, {name}. Setelah ini Anda dapat masuk dengan kata sandi pilihan Anda.",
        "Welcome, {name}. After this you can sign in with the password you choose.",
    ),
    "invitation.choose": ("Kata sandi baru", "New password"),
    "invitation.least": (
        "Sedikitnya 10 karakter; beberapa kata mudah diingat dan sulit ditebak.",
        "At least 10 characters; a few words are easy to remember and hard to guess.",
    ),
    "invitation.again": ("Ulangi kata sandi baru", "The new password again"),
    "profile.title": ("Profil saya", "My profile"),
    "profile.password": ("Ganti kata sandi", "Change the password"),
    "profile.former": ("Kata sandi sekarang", "Present password"),
    "profile.password_lead": (
        "Sesi lain akan berakhir; yang ini tetap.",
        "Other sessions will end; this one stays.",
    ),
    "profile.wrong_password": (
        "Kata sandi sekarang tidak benar.",
        "The present password is not right.",
    ),
    "profile.session": ("Masuk", "Signed in"),
    "profile.seen": ("terakhir dipakai", "last used"),
    "profile.this": ("sesi ini", "this session"),
    "profile.end_others": ("Akhiri sesi lain", "End the other sessions"),
}
