"""Refusals and words that every page may use. Key to (Indonesian, English)."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "refused": (
        "Permintaan ini tidak dapat dijalankan.",
        "This request cannot be carried out.",
    ),
    "not_found": (
        "Halaman atau data yang Anda cari tidak ada.",
        "The page or record you are looking for does not exist.",
    ),
    "too_large": (
        "Kiriman terlalu besar. Perkecil lampiran, lalu kirim lagi.",
        "The message is too large. Make the attachments smaller and send it again.",
    ),
    "malformed": (
        "Isian tidak dapat dibaca. Periksa kembali, lalu kirim lagi.",
        "The entries could not be read. Check them and send again.",
    ),
    "unexpected": (
        "Terjadi kesalahan pada sistem kami. Tidak ada data Anda yang diubah; silakan coba lagi.",
        "Something went wrong on our side. Nothing of yours was changed; please try again.",
    ),
    "database.away": (
        "Penyimpanan data sedang tidak terjangkau. Kembali ke halaman sebelumnya, lalu kirim lagi.",
        "The data store is out of reach. Go back to the page before and send it again.",
    ),
    "database.away_form": (
        "Belum pasti tersimpan. Isian Anda masih ada; kirim lagi, tidak akan tercatat dua kali.",
        "It may not be saved. What you typed is still here; send it again, it is kept only once.",
    ),
    "too_many_tries": (
        "Terlalu banyak percobaan. Tunggu beberapa saat, lalu coba lagi.",
        "Too many tries. Wait a while, then try again.",
    ),
    "signin.needed": ("Silakan masuk terlebih dahulu.", "Please sign in first."),
    "signin.wrong": (
        "Nama pengguna atau kata sandi tidak cocok.",
        "User name and password do not match.",
    ),
    "not_allowed": (
        "Peran Anda tidak berwenang membuka halaman ini.",
        "Your role may not open this page.",
    ),
    "forged_form": (
        "Formulir ini sudah kedaluwarsa. Muat ulang halaman, lalu kirim lagi.",
        "This form has expired. Load the page again and send it once more.",
    ),
    "plan.already_decided": (
        "Usulan ini sudah diputuskan rekan lain atau diganti usulan yang lebih baru.",
        "A colleague has decided this proposal, or a newer one has replaced it.",
    ),
    "plan.already_approved": (
        "Anda sudah menyetujui usulan ini; diperlukan persetujuan orang lain.",
        "You have approved this already; someone else must approve it too.",
    ),
    "api.lead": (
        "Antarmuka mesin Loket. Setiap panggilan membawa token: Authorization: Bearer TOKEN.",
        "Loket's machine interface. Each call bears a token: Authorization: Bearer TOKEN.",
    ),
    "api.field": ("Isian", "Field"),
    "api.place": ("Tempat", "Place"),
    "api.kind": ("Jenis", "Kind"),
    "api.meaning": ("Arti", "Meaning"),
}
