"""Words of the tracking page on what comes next and what came of the answer."""

from enum import StrEnum

from app.web.words import Pair
from models.vocabulary import Helped

LABELS: dict[type[StrEnum], dict[StrEnum, Pair]] = {
    Helped: {
        Helped.YES: ("Membantu", "It helped"),
        Helped.PARTLY: ("Membantu sebagian", "It helped in part"),
        Helped.NO: ("Tidak membantu", "It did not help"),
    },
}

WORDS: dict[str, Pair] = {
    "turn.helpdesk": (
        "Sekarang giliran kami. Anda tidak perlu mengirim laporan lagi.",
        "It is our turn now. You need not report again.",
    ),
    "turn.requester": (
        "Sekarang giliran Anda: ikuti jawaban kami di bawah ini, lalu kabari kami.",
        "It is your turn: follow our answer below, then let us know.",
    ),
    "turn.operator": (
        "Sekarang giliran operator Dapodik sekolah. Tunjukkan jawaban kami kepadanya.",
        "It is the turn of the school's Dapodik operator. Show them our answer.",
    ),
    "turn.dinas": (
        "Sekarang giliran dinas pendidikan. Tunjukkan jawaban kami kepada dinas.",
        "It is the turn of the district's education office. Show them our answer.",
    ),
    "turn.system": (
        "Menunggu pemutakhiran data, yang berjalan sekali sehari. Tidak ada yang perlu dilakukan.",
        "Waiting for the data update, which runs once a day. Nothing need be done.",
    ),
    "turn.nobody": (
        "Tidak ada yang masih ditunggu. Beri tahu kami di bawah ini jika belum selesai.",
        "Nothing is being waited for. Tell us below if it is not solved.",
    ),
    "turn.nobody_unanswered": (
        "Tidak ada yang masih ditunggu. Tambahkan keterangan jika masih ada masalah.",
        "Nothing is being waited for. Add to it if there is still a problem.",
    ),
    "turn.promised": ("Kami periksa lagi {instant}.", "We look at it again on {instant}."),
    "closing.ask": ("Apakah masalahnya selesai?", "Is the problem solved?"),
    "closing.ask_hint": (
        "Jika sudah, laporan ini kami tutup. Laporan yang ditutup tetap dapat dibuka lagi.",
        "If so, we close this report. A closed report can still be opened again.",
    ),
    "closing.solved": ("Masalah selesai", "Solved"),
    "closing.thanks": (
        "Terima kasih. Laporan ini ditutup karena Anda menyatakan masalahnya selesai.",
        "Thank you. This report is closed because you said the problem is solved.",
    ),
    "closing.not_solved": ("Belum selesai", "Not solved"),
    "closing.not_solved_hint": (
        (
            "Ceritakan apa yang masih gagal. Laporan yang sama dibuka lagi, semua keterangannya"
            " tetap ada, dan seorang petugas membacanya. Jangan tuliskan kata sandi."
        ),
        (
            "Tell us what still fails. The same report is opened again with all that is in it,"
            " and a person reads it. Never write a password."
        ),
    ),
    "closing.what_fails": ("Yang masih gagal", "What still fails"),
    "closing.files": ("Sertakan tangkapan layar atau berkas", "Add a screenshot or a file"),
    "closing.reopen": ("Belum selesai, buka lagi", "Not solved, open it again"),
    "closing.reopened": (
        "Laporan dibuka lagi. Seorang petugas akan membaca keterangan Anda.",
        "The report is open again. A person will read what you wrote.",
    ),
    "closing.rate": ("Apakah jawaban kami membantu?", "Did our answer help?"),
    "closing.rate_hint": (
        "Satu ketukan cukup. Pilihan ini tidak mengubah laporan.",
        "One tap is enough. Your choice changes nothing of the report.",
    ),
    "closing.rated": (
        "Penilaian Anda: {helped}. Anda dapat mengubahnya.",
        "You said: {helped}. You can change it.",
    ),
    "closing.note": (
        "Satu kalimat untuk kami (opsional)",
        "A sentence for us (optional)",
    ),
    "closing.note_send": ("Kirim kalimat", "Send the sentence"),
    "closing.note_kept": ("Kalimat Anda sudah kami terima.", "We have your sentence."),
    "closing.note_long": ("Paling banyak {hint} karakter.", "At most {hint} characters."),
    "closing.too_early": (
        "Laporan ini sedang diproses lagi. Muat ulang halamannya.",
        "This report is being worked on again. Load the page anew.",
    ),
    "told.title": ("Riwayat laporan", "What happened so far"),
    "told.received": ("Laporan Anda kami terima.", "We received your report."),
    "told.looked_up": (
        "Kami memeriksanya dengan Dapodik dan data akun.",
        "We checked it against Dapodik and the account records.",
    ),
    "told.lookup_delayed": (
        "Sistem data sedang tidak menjawab; kami mencoba lagi.",
        "A records system did not answer; we keep trying.",
    ),
    "told.approved": ("Petugas menyetujui tindakannya.", "A person approved what is to be done."),
    "told.answered": ("Kami menjawab.", "We answered."),
    "told.message_added": ("Anda menambahkan keterangan.", "You added to it."),
    "told.woken": (
        "Hari yang ditunggu tiba; kami memeriksanya lagi.",
        "The day waited for came; we looked again.",
    ),
    "told.reopened": (
        "Anda menyatakan belum selesai; laporan dibuka lagi.",
        "You said it is not solved; the report was opened again.",
    ),
    "told.solved": ("Anda menyatakan masalahnya selesai.", "You said the problem is solved."),
    "told.closed": ("Laporan ditutup.", "The report was closed."),
}
