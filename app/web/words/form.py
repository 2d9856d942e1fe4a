"""Words of the report form, and of attachments."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "form.title": ("Buat laporan", "Make a report"),
    "form.lead": (
        "Isian bertanda (opsional) boleh dikosongkan, tetapi membuat laporan lebih cepat selesai.",
        "Entries marked (optional) may stay empty, but they get your report settled sooner.",
    ),
    "form.optional": ("(opsional)", "(optional)"),
    "form.choose": ("Pilih…", "Choose…"),
    "form.do_not_know": ("Saya tidak tahu", "I do not know"),
    "form.problem": ("Masalahnya", "The problem"),
    "form.you": ("Anda dan sekolah", "You and the school"),
    "form.proof": ("Bukti", "Evidence"),
    "form.email": ("Surel pribadi Anda", "Your personal e-mail"),
    "form.email_hint": (
        "Jawaban dikirim ke sini. Jangan alamat belajar.id.",
        "The answer goes here. Not a belajar.id address.",
    ),
    "form.perihal": ("Perihal", "Subject"),
    "form.kategori": ("Kategori masalah", "Kind of problem"),
    "form.tipe_pengguna": ("Tipe pengguna", "You are"),
    "form.nama": ("Nama lengkap", "Full name"),
    "form.nama_hint": ("Seperti tercatat di Dapodik.", "As it stands in Dapodik."),
    "form.akun": ("Alamat akun belajar.id", "belajar.id account address"),
    "form.akun_hint": (
        "Contoh: nama12@guru.sd.belajar.id",
        "For example nama12@guru.sd.belajar.id",
    ),
    "form.sekolah": ("Nama sekolah", "Name of the school"),
    "form.jenjang": ("Jenjang", "Level (jenjang)"),
    "form.npsn": ("NPSN", "NPSN"),
    "form.npsn_hint": ("Delapan angka nomor sekolah.", "The school's eight-digit number."),
    "form.provinsi": ("Provinsi", "Province"),
    "form.kabupaten": ("Kabupaten/kota", "Regency or city"),
    "form.uraian": ("Uraian masalah", "What happened"),
    "form.uraian_hint": (
        (
            "Siapa yang mengalami, apa yang sudah dicoba, dan sejak kapan."
            " Jangan tuliskan kata sandi."
        ),
        "Who has the problem, what was tried, since when. Never write a password here.",
    ),
    "form.evidence_of": ("Untuk kategori ini, sertakan:", "For this kind of problem, include:"),
    "form.evidence_list": (
        "Bukti apa yang diperlukan untuk tiap kategori?",
        "Which evidence does each kind of problem need?",
    ),
    "form.evidence_none": ("Tidak ada yang wajib.", "Nothing is required."),
    "form.in_text": ("{what} (tulis di uraian)", "{what} (write it in the description)"),
    "form.files_hint": (
        "PNG, JPG, WebP, atau PDF; paling banyak {count} berkas, masing-masing {size} MB.",
        "PNG, JPG, WebP or PDF; at most {count} files of {size} MB each.",
    ),
    "form.other_file": ("Berkas lain", "Another file"),
    "form.send": ("Kirim laporan", "Send the report"),
    "form.wrong": (
        "Laporan belum terkirim. Periksa isian yang ditandai di bawah ini.",
        "The report was not sent yet. Look at the marked entries below.",
    ),
    "form.files_again": (
        "Semua isian masih ada, tetapi berkas harus dipilih lagi.",
        "Everything you typed is still there, but the files must be chosen again.",
    ),
    "form.email_missing": (
        "Tuliskan surel pribadi, agar kami dapat menjawab.",
        "Enter a personal e-mail so that we can answer.",
    ),
    "form.email_malformed": (
        "Ini bukan alamat surel yang lengkap, misalnya nama@contoh.com.",
        "This is not a complete address such as name@contoh.com.",
    ),
    "form.email_belajar": (
        "Gunakan surel pribadi, bukan belajar.id: akun itu mungkin tidak dapat dibuka.",
        "Use a personal e-mail, not belajar.id: that account may be out of reach.",
    ),
    "form.required": ("Isian ini wajib untuk laporan Anda.", "Your report needs this entry."),
    "form.subject_missing": ("Tuliskan perihal singkat.", "Enter a short subject."),
    "form.name_missing": ("Tuliskan nama lengkap.", "Enter the full name."),
    "form.user_type_missing": ("Pilih tipe pengguna.", "Choose what you are."),
    "form.not_offered": ("Pilih salah satu dari daftar.", "Choose one from the list."),
    "form.too_long": ("Paling banyak {hint} karakter.", "At most {hint} characters."),
    "form.account_typo": (
        "Mungkin maksudnya {hint}? Perbaiki atau kosongkan isian ini.",
        "Did you mean {hint}? Correct the entry or leave it empty.",
    ),
    "form.account_malformed": (
        "Ini bukan alamat akun belajar.id. Perbaiki atau kosongkan isian ini.",
        "This is no belajar.id address. Correct the entry or leave it empty.",
    ),
    "form.npsn_malformed": (
        "NPSN terdiri atas delapan angka, atau P dan tujuh angka.",
        "An NPSN has eight digits, or P and seven digits.",
    ),
    "form.description_short": (
        "Ceritakan masalahnya, sedikitnya {hint} karakter.",
        "Tell us what happened, at least {hint} characters.",
    ),
    "form.description_long": (
        "Terlalu panjang: paling banyak {hint} karakter.",
        "Too long: at most {hint} characters.",
    ),
    "file.empty": ("Berkas ini kosong.", "This file is empty."),
    "file.too_large": ("Berkas ini terlalu besar.", "This file is too large."),
    "file.kind": (
        "Hanya PNG, JPG, WebP, atau PDF. Simpan ulang sebagai JPG, lalu pilih lagi.",
        "Only PNG, JPG, WebP or PDF. Save it as JPG and choose it again.",
    ),
    "file.broken": (
        "Berkas ini tidak dapat dibuka. Buat tangkapan layar baru, lalu pilih lagi.",
        "This file cannot be opened. Take a new screenshot and choose that.",
    ),
    "file.pixels": (
        "Gambar ini terlalu besar ukurannya. Perkecil, lalu pilih lagi.",
        "This picture has too many pixels. Make it smaller and choose it again.",
    ),
    "file.too_many": (
        "Terlalu banyak berkas: paling banyak {hint}.",
        "Too many files: at most {hint}.",
    ),
}
