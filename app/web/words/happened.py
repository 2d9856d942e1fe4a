"""A sentence for each kind of event in a ticket's history, and who did it."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "actor.loket": ("Loket", "Loket"),
    "actor.pelapor": ("Pelapor", "The requester"),
    "actor.pemilik": ("Alamat terdaftar", "The registered address"),
    "actor.sekolah": ("Sekolah", "The school"),
    "event.confirmation_asked": (
        "Tautan konfirmasi dikirim ke alamat terdaftar.",
        "A confirmation link was mailed to the registered address.",
    ),
    "event.confirmed": (
        "Permintaan dibenarkan melalui tautan; diperiksa lagi.",
        "The request was confirmed by link; looked at again.",
    ),
    "event.denied": (
        "Permintaan disangkal melalui tautan: mencurigakan, tidak ada yang diubah.",
        "The request was denied by link: suspicious, nothing is changed.",
    ),
    "event.vouch_asked": (
        "Sekolah dimintai jaminan melalui alamat yang tercatat di Dapodik.",
        "The school was asked to vouch, at the address in Dapodik.",
    ),
    "event.vouched": (
        "Sekolah menjamin; masa tunggu mulai, semua kontak yang dikenal diberi tahu.",
        "The school vouched; the waiting period begins, every known contact was told.",
    ),
    "event.vouch_refused": ("Sekolah tidak menjamin.", "The school did not vouch."),
    "event.vouch_over_cap": (
        "Jaminan tidak dihitung: batas penjamin ini dalam 30 hari sudah tercapai; perlu petugas.",
        "The vouch does not count: the cap for 30 days is reached; a person is needed.",
    ),
    "event.vouch_ripe": (
        "Masa tunggu jaminan selesai; diperiksa lagi.",
        "The waiting period of the vouch has ended; looked at again.",
    ),
    "event.objected": (
        "Ada keberatan: perubahan dihentikan, perlu petugas.",
        "Somebody objected: the change is stopped, a person is needed.",
    ),
    "event.objected_late": (
        "Ada keberatan setelah perubahan dijalankan: perlu petugas segera.",
        "Somebody objected after the change was made: a person is needed at once.",
    ),
    "event.received": ("Laporan diterima.", "The report was received."),
    "event.files_refused": (
        "{files} lampiran surel tidak dapat disimpan (bukan gambar atau PDF, atau terlalu besar).",
        "{files} files of the mail could not be kept (no picture or PDF, or too large).",
    ),
    "event.imported": ("Laporan diimpor.", "The report was imported."),
    "event.read": ("Dibaca sebagai: {category}.", "Read as: {category}."),
    "event.looked_up": (
        "Dapodik dan direktori akun ditanya ({subjects} subjek).",
        "Dapodik and the account directory were asked ({subjects} subjects).",
    ),
    "event.planned": ("Usulan dibuat: {remedy}.", "Proposed: {remedy}."),
    "event.no_rule": (
        "Tidak ada usulan yang dapat langsung disetujui; perlu petugas.",
        "No proposal that a yes could carry out; a person is needed.",
    ),
    "event.lookup_delayed": (
        "{system} tidak menjawab; diperiksa lagi nanti.",
        "{system} did not answer; to be tried again.",
    ),
    "event.triage_failed": (
        "Pemrosesan gagal karena sebab yang tidak terduga; perlu petugas.",
        "Something unforeseen happened; a person is needed.",
    ),
    "event.corrected": ("Kategori ditetapkan petugas.", "The category was set by a person."),
    "event.named_blindly": (
        "Kategori dipilih dari teksnya saja.",
        "The category was chosen from the text alone.",
    ),
    "event.woken": ("Tanggal tunggu tiba; diperiksa lagi.", "Its day has come; looked at again."),
    "event.message_added": ("Pesan baru dari pelapor.", "A new message from the requester."),
    "event.looked_again": ("Pemeriksaan ulang diminta.", "Another look was asked for."),
    "event.approved": ("Usulan disetujui.", "The proposal was approved."),
    "event.approved_first": (
        "Persetujuan pertama; menunggu orang kedua.",
        "First approval; a second person's is needed.",
    ),
    "event.rejected": ("Usulan ditolak.", "The proposal was rejected."),
    "event.carried_out": (
        "Langkah selesai dan dibaca kembali: {remedy}.",
        "Carried out and read back: {remedy}.",
    ),
    "event.returned": (
        "Hasil yang dibaca kembali berbeda atau langkah ditolak; perlu petugas.",
        "The read-back differed or a step was refused; a person is needed.",
    ),
    "event.step_delayed": (
        "Sistem tujuan tidak menjawab; langkah dicoba lagi.",
        "A system was away; the step is tried again.",
    ),
    "event.answered": ("Jawaban disiapkan.", "The answer was queued."),
    "event.answered_by_hand": ("Dijawab langsung oleh petugas.", "Answered by hand."),
    "event.delivery_failed": ("Surel tidak dapat dikirim.", "The mail could not be delivered."),
    "event.delivered": ("Surel terkirim.", "The mail was sent."),
    "event.closed": ("Laporan ditutup.", "The report was closed."),
    "event.assigned": ("Diambil oleh {to}.", "Taken by {to}."),
    "event.unassigned": ("Dilepaskan.", "Let go."),
    "event.noted": ("Catatan internal ditambahkan.", "An internal note was added."),
    "event.linked": ("Dikaitkan dengan laporan #{to}.", "Linked to report #{to}."),
    "event.unlinked": (
        "Kaitan dengan laporan #{to} dibatalkan.",
        "The link with report #{to} was taken back.",
    ),
    "event.link_rejected": (
        "Laporan #{to} dinilai bukan laporan yang sama.",
        "Report #{to} was said not to be the same.",
    ),
    "event.lines_approved": ("{number} baris disetujui.", "{number} lines were approved."),
    "event.lines_approved_first": (
        "{number} baris disetujui orang pertama; menunggu orang kedua.",
        "{number} lines have a first approval; a second person's is needed.",
    ),
    "event.lines_rejected": ("{number} baris ditolak.", "{number} lines were rejected."),
    "event.lines_tried_again": ("{number} baris dicoba lagi.", "{number} lines are tried again."),
    "event.list_paused": (
        "Baris yang disetujui selesai; baris lain menunggu keputusan.",
        "The approved lines are done; others wait for a decision.",
    ),
    "event.other": ("Terjadi: {kind}.", "Happened: {kind}."),
}
