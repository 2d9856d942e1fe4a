"""Words of the page on one's own weekly letter."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "manage.weekly": ("Surat mingguan", "Weekly letter"),
    "manage.weekly_lead": (
        "Angka minggu lalu di surel, setiap awal minggu kerja.",
        "Last week's figures by mail, at the start of each working week.",
    ),
    "weekly.title": ("Surat mingguan", "Weekly letter"),
    "weekly.lead": (
        "Angka minggu lalu, yang memburuk lebih dahulu. Hari kerja pertama, pukul 07.00 WIB.",
        "Last week's figures, what got worse first. On the first working day, at 07.00 WIB.",
    ),
    "weekly.wish": ("Kirim kepada saya", "Send it to me"),
    "weekly.is_on": ("Surat dikirim ke {address}.", "The letter is sent to {address}."),
    "weekly.is_off": (
        "Surat tidak dikirim. Alamat {address} sudah dikonfirmasi.",
        "No letter is sent. The address {address} is confirmed.",
    ),
    "weekly.code_sent": (
        "Kode dikirim ke {address} dan berlaku 24 jam. Surat baru dikirim setelah dikonfirmasi.",
        "A code was sent to {address}; it is good for 24 hours. No letter comes before that.",
    ),
    "weekly.demo_code": (
        "Demo tidak mengirim surel. Kode yang tertera pada suratnya:",
        "The demo sends no mail. The code its letter carries:",
    ),
    "weekly.code": ("Kode dari surat", "Code from the letter"),
    "weekly.confirm": ("Konfirmasi dan mulai", "Confirm and start"),
    "weekly.start": ("Kirim lagi", "Send it again"),
    "weekly.stop": ("Berhenti mengirim", "Stop sending"),
    "weekly.other": ("Ganti atau hapus alamat", "Change or remove the address"),
    "weekly.address": ("Alamat surel", "Mail address"),
    "weekly.address_hint": (
        "Alamat kerja Anda. Kode konfirmasi dikirim ke sana.",
        "Your address at work. A code to confirm it is sent there.",
    ),
    "weekly.ask": ("Kirim kode", "Send a code"),
    "weekly.forget": ("Hapus alamat saya", "Remove my address"),
    "weekly.this_week": ("Surat minggu ini", "This week's letter"),
    "weekly.so_far": ("Surat sejauh ini", "Letters so far"),
    "weekly.no_address": (
        "Itu bukan alamat surel yang lengkap, misalnya nama@dinas.example.",
        "That is not a whole mail address, such as name@office.example.",
    ),
    "weekly.wrong_code": (
        "Kode itu tidak cocok atau sudah lewat 24 jam. Periksa surat terbaru, atau minta lagi.",
        "That code does not fit or is older than 24 hours. Look at the newest letter or ask again.",
    ),
    "weekly.not_confirmed": (
        "Belum ada alamat yang dikonfirmasi.",
        "No address has been confirmed yet.",
    ),
}
