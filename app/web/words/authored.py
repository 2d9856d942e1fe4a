"""Words of the desk where help articles are written."""

from enum import StrEnum

from app.web.words import Pair
from models.vocabulary import ArticleAct

LABELS: dict[type[StrEnum], dict[StrEnum, Pair]] = {
    ArticleAct: {
        ArticleAct.DRAFTED: ("Draf", "Draft"),
        ArticleAct.PUBLISHED: ("Terbit", "Published"),
        ArticleAct.WITHDRAWN: ("Ditarik", "Withdrawn"),
    },
}

WORDS: dict[str, Pair] = {
    "guide.desk": ("Kelola panduan", "Manage the guides"),
    "guide.desk_lead": (
        "Yang terbit dibaca siapa saja; draf hanya dilihat di sini. Setiap versi disimpan.",
        "Everybody reads what is published; drafts are seen only here. Every version is kept.",
    ),
    "guide.new": ("Tulis panduan baru", "Write a new guide"),
    "guide.edit": ("Ubah panduan", "Change the guide"),
    "guide.slug": ("Alamat", "Address"),
    "guide.slug_hint": (
        "Huruf kecil, angka, dan tanda hubung, misalnya akun-belum-ada. Tidak dapat diubah lagi.",
        "Small letters, digits and hyphens, such as akun-belum-ada. It cannot be changed later.",
    ),
    "guide.judul": ("Judul", "Title"),
    "guide.isi": ("Isi", "Text"),
    "guide.isi_hint": (
        "Markdown: ## judul bagian, 1. langkah, **tebal**, [teks](/bantuan). HTML tidak dipakai.",
        "Markdown: ## heading, 1. step, **bold**, [text](/bantuan). HTML is not used.",
    ),
    "guide.judul_en": ("Judul dalam bahasa Inggris (opsional)", "Title in English (optional)"),
    "guide.isi_en": ("Isi dalam bahasa Inggris (opsional)", "Text in English (optional)"),
    "guide.english": ("Terjemahan Inggris", "English translation"),
    "guide.kategori": ("Kategori masalah", "Kinds of problem"),
    "guide.sebab": ("Mengapa diubah", "Why it is changed"),
    "guide.save": ("Simpan draf", "Save as a draft"),
    "guide.publish": ("Terbitkan", "Publish"),
    "guide.preview": ("Pratinjau", "Preview"),
    "guide.preview_note": (
        "Belum disimpan. Begini publik akan melihatnya:",
        "Not saved yet. The public would see it so:",
    ),
    "guide.withdraw": ("Tarik dari publik", "Withdraw from the public"),
    "guide.put_back": ("Terbitkan lagi versi ini", "Publish this version again"),
    "guide.versions": ("Semua versi", "All versions"),
    "guide.read": ("Lihat sebagai publik", "See it as the public does"),
    "guide.is_public": ("dibaca publik", "read by the public"),
    "guide.not_public": ("tidak tampak bagi publik", "not seen by the public"),
    "guide.wrong": (
        "Belum disimpan. Periksa isian yang ditandai.",
        "Not saved yet. Look at the marked entries.",
    ),
    "guide.missing": ("Isian ini wajib.", "This entry is required."),
    "guide.bad_slug": (
        "Hanya huruf kecil, angka, dan tanda hubung.",
        "Only small letters, digits and hyphens.",
    ),
    "guide.slug_taken": ("Alamat ini sudah dipakai.", "This address is in use."),
    "guide.half_english": (
        "Judul dan isi bahasa Inggris harus diisi keduanya, atau tidak sama sekali.",
        "Give both the English title and text, or neither.",
    ),
    "guide.dead_link": (
        "Tautan ini tidak menuju ke mana pun: {hint}",
        "This link leads nowhere: {hint}",
    ),
    "guide.meanwhile": (
        "Rekan lain menyimpan versi yang lebih baru. Tulisan Anda masih di sini; buka yang baru.",
        "A colleague saved a newer version. What you wrote is still here; open the new one.",
    ),
    "guide.open_newest": ("Buka versi terbaru", "Open the newest version"),
}
