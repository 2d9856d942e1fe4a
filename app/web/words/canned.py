"""Words of prepared answers: their pages, and choosing one on a ticket's page."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "nav.canned": ("Jawaban siap", "Canned answers"),
    "canned.title": ("Jawaban siap", "Canned answers"),
    "canned.lead": (
        (
            "Teks yang sering dikirim. Petugas memilihnya di halaman laporan; isian dalam kurung "
            "kurawal diganti dengan data laporan itu."
        ),
        (
            "Texts that are often sent. Agents choose one on a ticket; what stands in braces "
            "is replaced by what that report says."
        ),
    ),
    "canned.search": ("Cari judul", "Find a title"),
    "canned.find": ("Cari", "Find"),
    "canned.none": ("Tidak ada jawaban siap.", "There are no canned answers."),
    "canned.new": ("Tulis jawaban siap baru", "Write a new canned answer"),
    "canned.for_all": ("semua kategori", "all categories"),
    "canned.version": ("versi {number}", "version {number}"),
    "canned.retired": ("ditarik", "retired"),
    "canned.name": ("Judul", "Title"),
    "canned.category": ("Kategori", "Category"),
    "canned.language": ("Bahasa", "Language"),
    "canned.language_id": ("Indonesia", "Indonesian"),
    "canned.language_en": ("Inggris", "English"),
    "canned.body": ("Isi", "Text"),
    "canned.variables": ("Isian yang dikenal:", "Variables:"),
    "canned.save": ("Simpan sebagai versi baru", "Save as a new version"),
    "canned.retire": ("Tarik jawaban ini", "Retire this answer"),
    "canned.retire_hint": (
        "Tidak ditawarkan lagi; semua versinya tetap tersimpan dan dapat dihidupkan kembali.",
        "No longer offered; every version is kept and it can be brought back.",
    ),
    "canned.versions": ("Semua versi", "All versions"),
    "canned.by": ("versi {number}, {name}, {at}", "version {number}, {name}, {at}"),
    "canned.incomplete": ("Judul dan isi harus diisi.", "Title and text must be filled in."),
    "canned.unknown": (
        "Isian tidak dikenal: {names}. Pakai isian dari daftar.",
        "Unknown variables: {names}. Use those of the list.",
    ),
    "canned.taken": (
        "Sudah ada jawaban siap dengan judul itu.",
        "There is a canned answer with that title.",
    ),
    "canned.edited_meanwhile": (
        "Jawaban ini baru saja diubah orang lain; tulisan Anda belum disimpan.",
        "Somebody else has just changed this answer; yours was not saved.",
    ),
    "canned.choose": ("Jawaban siap (ketik beberapa huruf)", "Canned answer (type some letters)"),
    "canned.insert": ("Sisipkan", "Insert"),
    "canned.missing": (
        "Belum ada datanya, isi dengan tangan: {names}",
        "Nothing known, fill in by hand: {names}",
    ),
    "canned.unfilled": (
        "Belum dikirim: isi dahulu {names} di dalam teks.",
        "Not sent: first fill in {names} in the text.",
    ),
    "canned.none_fits": (
        "Tidak ada jawaban siap dengan judul itu.",
        "No canned answer has such a title.",
    ),
    "canned.several_fit": (
        "Lebih dari satu yang cocok: {titles}.",
        "More than one fits: {titles}.",
    ),
    "event.canned_used": ("Memakai jawaban siap.", "Begun from a canned answer."),
}
