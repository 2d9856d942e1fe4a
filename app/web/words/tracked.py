"""Words of the tracking page: where a report stands and who acts next."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "track.merged": (
        (
            "Laporan ini ditangani bersama laporan lain tentang hal yang sama. Nomor ini tetap "
            "berlaku; balasan Anda di sini tetap kami baca."
        ),
        (
            "This report is handled together with another about the same matter. Its number stays "
            "valid; what you write here is read."
        ),
    ),
    "track.title": ("Lacak laporan", "Track a report"),
    "track.lead": (
        "Tuliskan nomor laporan dan kunci yang Anda terima saat melapor.",
        "Enter the report number and the key you were given.",
    ),
    "track.number": ("Nomor laporan", "Report number"),
    "track.key": ("Kunci", "Key"),
    "track.key_hint": ("Sepuluh huruf dan angka.", "Ten letters and digits."),
    "track.show": ("Lihat laporan", "Show the report"),
    "track.no_such": (
        "Nomor laporan dan kunci tidak cocok. Periksa keduanya, lalu coba lagi.",
        "Report number and key do not match. Check both and try again.",
    ),
    "track.heading": ("Laporan {number}", "Report {number}"),
    "track.received": ("Laporan Anda sudah kami terima", "We have your report"),
    "track.keep": (
        "Simpan nomor dan kunci ini. Keduanya diperlukan untuk melihat laporan ini lagi.",
        "Keep this number and key. Both are needed to see this report again.",
    ),
    "track.keep_how": (
        "Cetak halaman ini, ambil tangkapan layar, atau simpan tautannya.",
        "Print this page, take a screenshot or keep its link.",
    ),
    "track.mailed": ("Jawaban dikirim ke {mail}.", "The answer goes to {mail}."),
    "track.link": ("Tautan laporan ini", "Link of this report"),
    "track.status": ("Sampai di mana", "Where it stands"),
    "track.who": ("Yang bertindak berikutnya", "Who acts next"),
    "track.promised": ("Dijanjikan", "Promised"),
    "track.sent_on": ("Dikirim", "Sent"),
    "track.changed_on": ("Terakhir berubah", "Last change"),
    "track.subject": ("Perihal", "Subject"),
    "track.category": ("Kategori", "Kind of problem"),
    "track.answers": ("Jawaban", "Answers"),
    "track.no_answer": ("Belum ada jawaban.", "There is no answer yet."),
    "track.yours": ("Yang Anda kirim", "What you sent"),
    "track.more": ("Tambahkan keterangan", "Add something"),
    "track.more_hint": (
        "Laporan akan dilihat lagi. Jangan tuliskan kata sandi.",
        "The report will be looked at again. Never write a password.",
    ),
    "track.message": ("Keterangan tambahan", "What you want to add"),
    "track.send": ("Kirim keterangan", "Send"),
    "track.added": ("Keterangan Anda sudah kami terima.", "We have what you added."),
    "track.nothing": ("Tuliskan keterangan atau pilih berkas.", "Write something or add a file."),
    "track.too_long": ("Paling banyak {hint} karakter.", "At most {hint} characters."),
    "state.received": (
        "Laporan sudah diterima dan sedang diperiksa dengan data Dapodik dan data akun.",
        "The report was received and is being checked against Dapodik and the account records.",
    ),
    "state.planned": (
        "Laporan sudah diperiksa. Petugas sedang memutuskan tindakannya.",
        "The report was checked. The helpdesk is deciding what to do.",
    ),
    "state.manual": (
        "Laporan sedang ditelaah petugas.",
        "A colleague is looking at the report.",
    ),
    "state.running": (
        "Tindakan sudah disetujui dan sedang dijalankan.",
        "What is to be done was approved and is under way.",
    ),
    "state.returned": (
        "Tindakan belum berhasil sepenuhnya. Petugas sedang memeriksanya.",
        "Not everything worked. A colleague is looking at it.",
    ),
    "state.waiting": (
        "Laporan sudah dijawab dan menunggu tindakan berikutnya.",
        "The report was answered and waits for the next step.",
    ),
    "state.answered": ("Laporan sudah dijawab.", "The report was answered."),
    "state.closed": (
        "Laporan sudah ditutup. Jika masih ada masalah, tambahkan keterangan di bawah.",
        "The report is closed. If the problem persists, add to it below.",
    ),
}
