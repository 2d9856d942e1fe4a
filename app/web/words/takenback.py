"""Words of taking a change back, and of trying a failed one again."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "undo.nothing": (
        "Tidak ada yang dapat dibatalkan lagi, atau pembatalannya sudah diminta.",
        "Nothing of it can be undone any more, or its undoing was asked for already.",
    ),
    "undo.decide_first": (
        "Masih ada usulan yang menunggu. Putuskan dahulu, lalu minta pembatalan.",
        "A proposal is still waiting. Decide it first, then ask for the undo.",
    ),
    "undo.title": ("Batalkan perubahan", "Undo the change"),
    "undo.lead": (
        (
            "Yang akan diusulkan, menurut urutannya; dijalankan hanya bila keadaan akun masih"
            " seperti yang dibaca ulang, dan setelah disetujui:"
        ),
        (
            "What would be proposed, in order; carried out only while the account is still as it"
            " was read back, and once approved:"
        ),
    ),
    "undo.stays": (
        "{number} langkah tidak ikut dibatalkan karena tidak dapat dikembalikan.",
        "{number} of the steps stay as they are, because nothing takes them back.",
    ),
    "undo.until": ("paling lambat {day}", "until {day}"),
    "undo.any_time": (
        "selama keadaan akun belum berubah lagi",
        "as long as the account has not changed again",
    ),
    "undo.reason": ("Alasan pembatalan", "Reason"),
    "undo.ask": ("Batalkan perubahan", "Undo the change"),
    "undo.plan": ("Pembatalan:", "Undo:"),
    "undo.none": (
        "Langkah pembatalan tidak dapat dibatalkan lagi; periksa ulang laporannya bila keliru.",
        "An undo is not undone itself; have the report looked at again where it was wrong.",
    ),
    "again.title": (
        (
            "Ada langkah yang gagal. Bila penyebabnya sudah diatasi, jalankan sekali lagi; yang"
            " sudah selesai tidak diulang."
        ),
        (
            "A step failed. Once its cause is mended it can be tried again; what is done is not"
            " repeated."
        ),
    ),
    "again.try": ("Coba lagi", "Try again"),
    "stuck.since": (
        "Sistem tujuan sudah lama tidak menjawab. Langkah tetap dicoba lagi, makin jarang.",
        "A system has been away for long. The step is still tried, ever more rarely.",
    ),
    "event.undo_asked": ("Pembatalan diminta: {remedy}.", "An undo was asked for: {remedy}."),
    "event.undo_rejected": (
        "Pembatalan ditolak; perubahan tetap berlaku.",
        "The undo was rejected; the change stays.",
    ),
    "event.undone": (
        "Perubahan dibatalkan dan dibaca kembali: {remedy}. Perlu petugas.",
        "The change was undone and read back: {remedy}. A person is needed.",
    ),
    "event.tried_again": ("Langkah yang gagal dicoba lagi.", "What had failed is tried again."),
    "event.step_stuck": (
        "Sistem tujuan sudah lama tidak menjawab; perlu dilihat petugas.",
        "A system has been away for long; a person should look.",
    ),
    "event.records_changed": (
        "Data berubah sejak disetujui; langkah tidak dijalankan dan laporan diputuskan ulang.",
        "The records changed since the approval; nothing was done and it is decided anew.",
    ),
    "event.address_taken": (
        "Alamat akun baru ternyata sudah dipakai; alamat lain diusulkan.",
        "The new account's address turned out to be taken; another is proposed.",
    ),
}
