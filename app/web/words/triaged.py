"""Words of the triage mode."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "nav.triage": ("Triase", "Triage"),
    "triage.title": ("Triase", "Triage"),
    "triage.progress": (
        "{done} diputuskan hari ini, {left} tersisa",
        "{done} decided today, {left} left",
    ),
    "triage.next_is": ("berikutnya {number}", "next is {number}"),
    "triage.done_setuju": ("Laporan {number} disetujui", "Report {number} approved"),
    "triage.done_tanya": ("Laporan {number} dijawab", "Report {number} answered"),
    "triage.done_sama": ("Laporan {number} ditandai sama", "Report {number} marked as the same"),
    "triage.done_kategori": (
        "Kategori laporan {number} diperbaiki",
        "Category of report {number} corrected",
    ),
    "triage.done_tunda": ("Laporan {number} ditunda", "Report {number} put off"),
    "triage.done_serah": ("Laporan {number} diserahkan", "Report {number} handed over"),
    "triage.done_lewati": ("Laporan {number} dilewati", "Report {number} skipped"),
    "triage.done_nama": (
        "Kategori laporan {number} disebutkan",
        "Category of report {number} named",
    ),
    "triage.empty": ("Tidak ada lagi yang menunggu keputusan.", "Nothing more to decide."),
    "triage.end": (
        "Anda sudah di akhir. Yang dilewati masih menunggu.",
        "You are at the end. What was skipped still waits.",
    ),
    "triage.again": ("Mulai lagi dari awal", "Begin again"),
    "triage.decided": (
        "Laporan ini sudah tidak menunggu keputusan.",
        "This report no longer waits for a decision.",
    ),
    "triage.whole": ("Buka laporan lengkap", "Open the whole report"),
    "triage.message": ("Pesan", "Message"),
    "triage.earlier_messages": ("Pesan sebelumnya ({number})", "Earlier messages ({number})"),
    "triage.known": ("Menurut data", "What the records say"),
    "triage.person": ("Orang", "Person"),
    "triage.account": ("Akun", "Account"),
    "triage.no_account": ("tidak ada akun di direktori", "no account in the directory"),
    "triage.difference": ("Berbeda", "Differs"),
    "triage.no_difference": ("Dapodik dan akun sama", "Dapodik and account agree"),
    "triage.asker": ("Pelapor", "Requester"),
    "triage.candidates": ("{number} orang mungkin cocok", "{number} people may match"),
    "triage.proposal": ("Usulan", "Proposal"),
    "triage.proof": ("Bukti dan langkah lengkap", "Proof and all the steps"),
    "triage.no_proposal": (
        "Tidak ada usulan: jawab dengan tangan atau serahkan.",
        "No proposal: answer by hand or hand it over.",
    ),
    "triage.list": (
        "Laporan ini berisi daftar orang; putuskan di halaman lengkapnya.",
        "This report is a list of people; decide on its own page.",
    ),
    "triage.decide": ("Keputusan", "Decision"),
    "triage.accept": ("Setujui", "Approve"),
    "triage.ask": ("Tanya balik", "Ask back"),
    "triage.ask_send": ("Kirim pertanyaan", "Send the question"),
    "triage.ask_label": ("Pertanyaan kepada pelapor", "Question to the requester"),
    "triage.ask_usual": (
        "nama lengkap sesuai Dapodik; NPSN sekolah; alamat akun belajar.id",
        "full name as in Dapodik; NPSN of the school; belajar.id address",
    ),
    "triage.ask_text": (
        (
            "Yth. {name},\n\nUntuk menindaklanjuti laporan ini, mohon balas dengan:\n{points}\n\n"
            "Mohon tidak mengirim kata sandi."
        ),
        (
            "Dear {name},\n\nTo go on with this report, please reply with:\n{points}\n\n"
            "Please do not send a password."
        ),
    ),
    "triage.same": ("Sama dengan…", "Same as…"),
    "triage.correct": ("Perbaiki kategori", "Correct the category"),
    "triage.snooze": ("Tunda", "Put off"),
    "triage.hand": ("Serahkan", "Hand over"),
    "triage.hand_to": ("Kepada", "To"),
    "triage.skip": ("Lewati", "Skip"),
    "triage.note": (
        "Tekan ? untuk semua tombol.",
        "Press ? for all keys.",
    ),
}
