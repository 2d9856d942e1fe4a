"""Words of colleagues at one ticket: conflicts, drafts, notes, who else is there."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "conflict.changed": (
        (
            "Belum dilakukan, karena sudah ada perubahan: {what} Tulisan Anda tetap ada; "
            "periksa lalu kirim lagi."
        ),
        (
            "Not done, because something has changed: {what} What you typed is still there; "
            "look and send again."
        ),
    ),
    "conflict.what": ("{who}, {when}: {what}", "{who}, {when}: {what}"),
    "conflict.veiled": ("ada yang dilakukan.", "something was done."),
    "conflict.message": ("pesan baru.", "a new message."),
    "draft.kept": ("Draf tersimpan {at}.", "Draft kept {at}."),
    "draft.keep": ("Simpan draf", "Keep as a draft"),
    "draft.of": ("Draf {kind} oleh {name}, {at}", "Draft of {name} ({kind}), {at}"),
    "draft.take": ("Ambil alih draf ini", "Take this draft over"),
    "draft.since": ("Sejak draf ini ditulis: {what}", "Since this draft was begun: {what}"),
    "note.mention": ("Sebut rekan (nama pengguna)", "Mention a colleague (user name)"),
    "note.mention_hint": (
        "Bisa juga ditulis @namapengguna di dalam catatan.",
        "Or write @username in the note.",
    ),
    "note.nobody": (
        "Tidak ada rekan dengan nama pengguna {names}.",
        "There is no colleague with the user name {names}.",
    ),
    "nav.mentions": ("Sebutan", "Mentions"),
    "mention.title": ("Catatan yang menyebut Anda", "Notes that mention you"),
    "mention.none": ("Belum ada catatan yang menyebut Anda.", "No note mentions you yet."),
    "mention.new": ("baru", "new"),
    "mention.older": ("Yang lebih lama", "Older ones"),
    "present.here": ("{name} juga membuka laporan ini", "{name} has this report open too"),
    "present.writing": ("{name} sedang menulis", "{name} is writing"),
    "merge.title": ("Gabungkan ke laporan lain", "Handle under another report"),
    "merge.hint": (
        (
            "Laporan ini ditangani di bawah laporan itu. Kedua nomor tetap berlaku dan "
            "penggabungan dapat dibatalkan."
        ),
        "This report is handled under that one. Both numbers stay valid, and it can be undone.",
    ),
    "merge.number": ("Nomor laporan utama", "Number of the leading report"),
    "merge.reason": ("Alasan", "Reason"),
    "merge.confirm": (
        "Gabungkan walaupun mungkin tentang orang yang berbeda",
        "Merge although it may be about another person",
    ),
    "merge.do": ("Gabungkan", "Merge"),
    "merge.under": ("Ditangani di bawah laporan #{number}", "Handled under report #{number}"),
    "merge.undo": ("Batalkan penggabungan", "Undo the merge"),
    "merge.here": ("Ditangani di sini juga", "Handled here too"),
    "merge.cannot": (
        (
            "Tidak dapat digabungkan sekarang: laporan sedang diproses, ada perubahan yang belum "
            "selesai, atau salah satunya sudah digabungkan."
        ),
        (
            "Cannot be merged now: it is being worked on, a change is not finished, or one of both "
            "is merged already."
        ),
    ),
    "merge.other_person": (
        (
            "Belum digabungkan: kedua laporan tidak diketahui tentang orang yang sama. Centang "
            "konfirmasi bila memang harus digabungkan."
        ),
        "Not merged: the two are not known to be about one person. Confirm if it has to be so.",
    ),
    "merge.not_merged": ("Laporan ini tidak sedang digabungkan.", "This report is not merged."),
    "merge.message_of": ("lewat #{number}", "by #{number}"),
    "event.merged": ("Digabungkan ke laporan #{to}.", "Merged into report #{to}."),
    "event.merged_here": (
        "Laporan #{to} ditangani di sini juga.",
        "Report #{to} is handled here too.",
    ),
    "event.unmerged": (
        "Penggabungan ke laporan #{to} dibatalkan.",
        "The merge into report #{to} was undone.",
    ),
    "event.unmerged_here": (
        "Laporan #{to} ditangani sendiri lagi.",
        "Report #{to} is handled by itself again.",
    ),
    "ticket.to_acts": ("Ke usulan dan keputusan", "To the proposal and decision"),
    "ticket.newest_first": ("Terbaru di atas.", "Newest first."),
    "ticket.older": ("Tampilkan {number} pesan yang lebih lama", "Show {number} older messages"),
    "split.title": ("Pisahkan menjadi laporan baru", "Split into a new report"),
    "split.hint": (
        (
            "Untuk laporan yang memuat dua hal. Laporan baru mendapat nomor sendiri, keduanya "
            "dikaitkan, dan pelapor diberi tahu. Riwayat di sini tetap utuh."
        ),
        (
            "For a report about two things. The new one gets its own number, both are linked, and "
            "the requester is told. Nothing is lost here."
        ),
    ),
    "split.messages": ("Pesan yang dipindahkan", "Messages that go over"),
    "split.part": (
        "Atau sebagian dari satu pesan (salin persis)",
        "Or a part of one message (copied exactly)",
    ),
    "split.do": ("Pisahkan", "Split"),
    "split.nothing": (
        (
            "Belum dipisahkan: pilih sebagian pesan, bukan semuanya, atau salin persis bagian dari "
            "satu pesan."
        ),
        "Not split: choose some messages, not all, or copy a part of one exactly.",
    ),
    "event.split_from": ("Dipisahkan dari laporan #{to}.", "Split from report #{to}."),
    "event.split_off": (
        "Sebagian menjadi laporan #{to}; pelapor diberi tahu.",
        "A part became report #{to}; the requester was told.",
    ),
    "event.draft_taken": ("Draf rekan diambil alih.", "A colleague's draft was taken over."),
}
