"""Words of acts on many reports."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "bulk.title": ("Tindakan untuk banyak laporan", "An act on many reports"),
    "bulk.nothing_chosen": (
        "Belum ada laporan yang dipilih. Pilih di antrean, atau tulis nomornya di bawah.",
        "No report was chosen. Choose some in the queue, or write their numbers below.",
    ),
    "bulk.too_many": (
        "Paling banyak 500 laporan sekaligus.",
        "500 reports at most at one time.",
    ),
    "bulk.unsaid": (
        "Lengkapi dahulu isian yang diperlukan tindakan ini.",
        "Fill in first what this action needs.",
    ),
    "bulk.numbers": ("Nomor laporan", "Numbers of the reports"),
    "bulk.numbers_hint": (
        "Pisahkan dengan spasi, koma atau baris baru; paling banyak 500.",
        "Separated by spaces, commas or lines; 500 at most.",
    ),
    "bulk.action": ("Tindakan", "Action"),
    "bulk.choose": ("Pilih tindakan", "Choose an action"),
    "bulk.details": ("Rincian tindakan", "Details of the action"),
    "bulk.details_hint": (
        "Isi hanya yang diperlukan tindakan itu.",
        "Fill in only what the action needs.",
    ),
    "bulk.colleague": ("Rekan (untuk menyerahkan)", "Colleague (for handing over)"),
    "bulk.category": ("Kategori (untuk koreksi)", "Category (for a correction)"),
    "bulk.until": ("Tunda sampai", "Put off until"),
    "bulk.day": ("Tanggal (untuk menunda)", "Day (for putting off)"),
    "bulk.other": ("Nomor laporan yang lebih dulu", "Number of the earlier report"),
    "bulk.text": ("Teks jawaban", "Text of the answer"),
    "bulk.look": ("Lihat dahulu", "Preview"),
    "bulk.preview": ("Pratinjau: {action}", "Preview: {action}"),
    "bulk.unknown": (
        "Nomor ini tidak ada dan dilewati: {numbers}.",
        "There are no such reports, they are passed over: {numbers}.",
    ),
    "bulk.to": ("Kepada {name}", "To {name}"),
    "bulk.start": ("Jalankan untuk {number} laporan", "Do it for {number} reports"),
    "bulk.change": ("Ubah pilihan atau tindakan", "Change the choice or the action"),
    "bulk.none_changes": (
        "Tidak ada laporan yang akan berubah.",
        "No report would change.",
    ),
    "bulk.report": ("Laporan", "Report"),
    "bulk.outcome": ("Hasil", "Outcome"),
    "bulk.would": ("Akan berubah", "Would change"),
    "bulk.already": ("Sudah begitu", "Are so already"),
    "bulk.refused": ("Perlu diputuskan satu per satu", "To be decided one by one"),
    "bulk.no_proposal": (
        "Tidak ada usulan yang menunggu persetujuan.",
        "No proposal waits for a yes.",
    ),
    "bulk.is_list": (
        "Laporan berisi daftar orang; putuskan di halamannya.",
        "The report is a list of people; decide on its page.",
    ),
    "bulk.second_yes": ("Perlu persetujuan kedua.", "Needs a second yes."),
    "bulk.different_people": (
        "Data menunjukkan orang yang berbeda.",
        "The records name different people.",
    ),
    "bulk.job": ("Pekerjaan borongan {id}: {action}", "Bulk job {id}: {action}"),
    "bulk.runs": (
        "Sedang dijalankan: {done} dari {total}. Halaman ini boleh ditinggalkan.",
        "Under way: {done} of {total}. This page may be left.",
    ),
    "bulk.ended": ("Selesai: {total} laporan.", "Done: {total} reports."),
    "bulk.takes_back": ("Sedang ditarik kembali.", "Being taken back."),
    "bulk.taken_back": ("Sudah ditarik kembali.", "Taken back."),
    "bulk.undo": ("Batalkan semua ({seconds} detik)", "Undo all ({seconds} seconds)"),
    "bulk.undo_does": ("Batalkan seluruh pekerjaan", "Undo the whole job"),
    "bulk.reload": ("Muat ulang", "Reload"),
    "bulk.mine": ("Pekerjaan borongan terakhir saya", "My latest bulk jobs"),
    "bulk.by": ("oleh {name}, {at}", "by {name}, {at}"),
    "bulk.back": ("Kembali ke antrean", "Back to the queue"),
}
