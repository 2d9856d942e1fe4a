"""Words of the form of a list."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "daftar.title": ("Laporkan banyak orang sekaligus", "Report many people at once"),
    "daftar.lead": (
        (
            "Satu kendala yang sama untuk banyak orang: tempel daftarnya atau pilih berkas CSV,"
            " paling banyak {most} orang. Sebelum mengirim Anda melihat dahulu apa yang terbaca."
        ),
        (
            "One problem that many people share: paste the list or choose a CSV file, at most"
            " {most} people. You see what was understood before anything is sent."
        ),
    ),
    "daftar.who_may": (
        (
            "Perubahan hanya dijalankan bila surel Anda tercatat di Dapodik sebagai operator atau "
            "kepala sekolah orang tersebut."
        ),
        (
            "Changes are made only where your e-mail is recorded in Dapodik as operator or head of "
            "that person's school."
        ),
    ),
    "daftar.from_form": (
        "Banyak orang dengan kendala yang sama? Kirim sebagai daftar",
        "Many people with the same problem? Send a list",
    ),
    "daftar.one_person": (
        "Hanya satu orang? Gunakan formulir biasa",
        "Only one person? Use the ordinary form",
    ),
    "daftar.the_list": ("Daftar", "The list"),
    "form.daftar": ("Tempel daftar", "Paste the list"),
    "form.daftar_hint": (
        (
            "Satu orang per baris. Judul kolom yang dikenal: nama, NISN, NUPTK, NIK, NIP, tanggal "
            "lahir, akun, kelas, NPSN. Tanpa judul pun terbaca."
        ),
        (
            "One person a line. Known headings: nama, NISN, NUPTK, NIK, NIP, tanggal lahir, akun, "
            "kelas, NPSN. It is read without headings too."
        ),
    ),
    "form.berkas": ("Atau pilih berkas CSV", "Or choose a CSV file"),
    "form.berkas_hint": (
        "Berkas menggantikan teks di atas. Dari Excel: Simpan Sebagai, lalu CSV.",
        "The file replaces the text above. From Excel: Save As, then CSV.",
    ),
    "form.catatan": ("Keterangan untuk semua orang pada daftar", "What holds for everyone listed"),
    "form.catatan_hint": (
        "Misalnya sejak kapan. Jangan tuliskan kata sandi.",
        "For example since when. Never write a password.",
    ),
    "daftar.template": ("Unduh contoh CSV kosong", "Download an empty CSV"),
    "daftar.look": ("Periksa daftar", "Check the list"),
    "daftar.look_again": ("Periksa lagi", "Check again"),
    "daftar.send": ("Kirim {number} orang", "Send {number} people"),
    "daftar.preview": ("Yang terbaca", "What was understood"),
    "daftar.not_sent": (
        "Belum terkirim. Periksa dahulu, lalu kirim.",
        "Not sent yet. Check first, then send.",
    ),
    "daftar.away": (
        (
            "Penyimpanan data sedang tidak terjangkau, jadi belum ada yang terkirim. Isian Anda "
            "masih ada; periksa lagi sebentar lagi."
        ),
        (
            "The data store is out of reach, so nothing has been sent. What you typed is still "
            "here; check it again in a moment."
        ),
    ),
    "daftar.changed": (
        "Daftar berubah sejak pemeriksaan terakhir; periksa dahulu, lalu kirim.",
        "The list changed since it was last checked; check first, then send.",
    ),
    "daftar.found": ("{number} orang terbaca", "{number} people understood"),
    "daftar.unread": (
        "{number} baris tidak terbaca dan tidak ikut terkirim",
        "{number} lines cannot be read and will not be sent",
    ),
    "daftar.repeated": (
        "{number} baris tentang orang yang sama digabung",
        "{number} lines about the same person were joined",
    ),
    "daftar.repeated_line": (
        "Baris {line} sama dengan baris {first}.",
        "Line {line} is the same as line {first}.",
    ),
    "daftar.ignored": ("Kolom yang tidak dipakai: {names}", "Columns not used: {names}"),
    "daftar.line": ("Baris", "Line"),
    "daftar.name": ("Nama", "Name"),
    "daftar.identifiers": ("Tanda pengenal", "Identifiers"),
    "daftar.more": ("Lainnya", "More"),
    "daftar.fix_below": (
        "Perbaiki teks di bawah lalu periksa lagi, atau kirim yang sudah terbaca.",
        "Correct the text below and check again, or send what was understood.",
    ),
    "daftar.category_missing": (
        "Pilih kendala yang dialami semua orang pada daftar.",
        "Choose the problem that everyone on the list has.",
    ),
    "daftar.npsn_missing": (
        "Tuliskan NPSN sekolah, atau beri setiap baris NPSN-nya.",
        "Enter the school's NPSN, or give each line its own.",
    ),
    "daftar.empty": ("Tempel daftar atau pilih berkas CSV.", "Paste a list or choose a CSV file."),
    "daftar.nobody": (
        "Tidak ada baris yang terbaca; lihat alasannya di atas.",
        "No line can be read; see the reasons above.",
    ),
    "daftar.too_many": (
        "Daftar ini berisi {hint} orang; paling banyak 500. Bagilah menjadi beberapa daftar.",
        "This list has {hint} people; at most 500. Divide it into several lists.",
    ),
    "daftar.too_long": (
        "Daftar ini terlalu panjang: paling banyak {hint} ribu karakter.",
        "This list is too long: at most {hint} thousand characters.",
    ),
    "daftar.no_text": (
        "Berkas ini bukan CSV. Di Excel pilih Simpan Sebagai, lalu CSV, dan kirim hasilnya.",
        "This file is no CSV. In Excel choose Save As, then CSV, and send that.",
    ),
    "daftar.bad_nik": ("NIK harus 16 angka", "a NIK has 16 digits"),
    "daftar.bad_nuptk": ("NUPTK harus 16 angka", "a NUPTK has 16 digits"),
    "daftar.bad_nip": ("NIP harus 18 angka", "a NIP has 18 digits"),
    "daftar.bad_nisn": ("NISN harus 10 angka", "a NISN has 10 digits"),
    "daftar.bad_number": (
        "angka {hint} bukan NISN, NUPTK, NIK, NIP, atau NPSN",
        "{hint} is no NISN, NUPTK, NIK, NIP or NPSN",
    ),
    "daftar.bad_rounded": (
        "{hint} dibulatkan oleh Excel; ubah format kolomnya menjadi Teks",
        "{hint} was rounded by Excel; set the column's format to Text",
    ),
    "daftar.bad_same_number": (
        "nomor atau akunnya sama dengan baris {hint}, tetapi namanya lain",
        "has the number or account of line {hint}, but another name",
    ),
    "daftar.bad_birth": (
        "tanggal lahir {hint} tidak dikenali",
        "the birth date {hint} is not understood",
    ),
    "daftar.bad_npsn": (
        "NPSN {hint} tidak sah: delapan angka, atau P dan tujuh angka",
        "{hint} is no NPSN: eight digits, or P and seven digits",
    ),
    "daftar.bad_account": (
        "{hint} bukan alamat akun belajar.id",
        "{hint} is no belajar.id address",
    ),
    "daftar.bad_name": ("{hint} bukan nama orang", "{hint} is no name"),
    "daftar.bad_long": (
        "nama lebih panjang dari {hint} karakter",
        "the name is longer than {hint} characters",
    ),
    "daftar.bad_nobody": (
        "tidak ada nama maupun tanda pengenal",
        "neither a name nor an identifier",
    ),
}
