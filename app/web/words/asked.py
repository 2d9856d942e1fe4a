"""Words of the page on what the public form asks for."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "asked.title": ("Formulir laporan", "The report form"),
    "asked.lead": (
        (
            "Perihal, uraian, surel, nama, dan tipe pengguna selalu diminta. Di sini diatur isian"
            " lainnya. Setiap perubahan menjadi versi baru; laporan mencatat versi yang diisinya."
        ),
        (
            "Subject, description, e-mail, name and kind of user are always asked. Here the other"
            " entries are set. Each change is a new version; a report keeps the one it was made by."
        ),
    ),
    "asked.categories": ("Kategori ditambahkan di halaman Pembacaan", "Categories are added here"),
    "asked.place": ("Urutan", "Place"),
    "asked.hint_id": ("Petunjuk (Indonesia)", "Hint (Indonesian)"),
    "asked.hint_en": ("Petunjuk (Inggris)", "Hint (English)"),
    "asked.shown": ("Ditampilkan", "Shown"),
    "asked.required": ("Wajib diisi", "Required"),
    "asked.only_for": (
        "Wajib hanya untuk tipe atau kategori tertentu",
        "Required only of some kinds",
    ),
    "asked.help_id": ("Baris bantuan (Indonesia)", "Line of help (Indonesian)"),
    "asked.help_en": ("Baris bantuan (Inggris)", "Line of help (English)"),
    "asked.note": ("Mengapa diubah", "Why it is changed"),
    "asked.preview": ("Pratinjau", "Preview"),
    "asked.preview_title": ("Pratinjau bagian formulir", "Preview of the part of the form"),
    "asked.preview_lead": (
        "Belum disimpan. Isian tanpa tanda (opsional) wajib untuk semua orang.",
        "Not kept yet. Entries without the mark (optional) are required of everyone.",
    ),
    "asked.keep": ("Berlakukan sekarang", "Put in force now"),
    "asked.versions": ("Versi", "Versions"),
    "asked.in_force": ("Berlaku", "In force"),
    "asked.delivered": ("Bawaan Loket", "As delivered"),
    "asked.put_back": ("Pulihkan", "Put back"),
    "asked.no_note": ("Tuliskan mengapa formulir diubah.", "Say why the form is changed."),
    "asked.unchanged": ("Formulir ini sudah berlaku.", "This form is in force already."),
    "asked.changed_meanwhile": (
        "Rekan lain sudah menyimpan versi baru. Periksa lagi isian di bawah, lalu simpan.",
        "A colleague kept another version meanwhile. Look at the entries again, then keep them.",
    ),
    "manage.asked": ("Formulir laporan", "The report form"),
    "manage.asked_lead": (
        "Isian wajib, petunjuk, urutan.",
        "Required entries, hints, order.",
    ),
}
