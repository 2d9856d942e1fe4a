"""Words of the page on how long things are kept."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "retention.title": ("Masa simpan", "Retention"),
    "retention.lead": (
        (
            "Berapa lama isi laporan yang sudah selesai disimpan. Nomor, status, kategori, waktu,"
            " dan angka laporan tetap ada. Laporan yang masih terbuka tidak pernah disentuh."
        ),
        (
            "How long the content of settled reports is kept. Numbers, states, categories, times"
            " and figures stay. Open reports are never touched."
        ),
    ),
    "retention.in_force": ("Yang berlaku", "In force"),
    "retention.messages": ("Pesan, jawaban, dan nama", "Messages, answers and names"),
    "retention.attachments": ("Lampiran", "Attachments"),
    "retention.dossiers": ("Data dari Dapodik dan direktori", "Data of the two systems"),
    "retention.trail": ("Jejak audit", "Audit trail"),
    "retention.days": ("{count} hari", "{count} days"),
    "retention.for_good": ("disimpan selamanya", "kept for good"),
    "retention.proposal": ("Usulan {number}", "Proposal {number}"),
    "retention.part": ("Bagian", "Part"),
    "retention.kept": ("Disimpan", "Kept for"),
    "retention.would_go": ("Akan dihapus sekarang", "Would go now"),
    "retention.more_than": ("lebih dari {count}", "more than {count}"),
    "retention.another": (
        "Orang lain yang harus menetapkannya.",
        "Somebody else must adopt it.",
    ),
    "retention.adopt": ("Tetapkan; penghapusan dimulai", "Adopt; removing begins"),
    "retention.withdraw": ("Tarik usulan", "Withdraw"),
    "retention.propose": ("Usulkan masa simpan", "Propose"),
    "retention.hint": (
        "Jumlah hari setelah laporan selesai, sedikitnya 30. Kosong berarti selamanya.",
        "Days after a report was settled, at least 30. Empty is for good.",
    ),
    "retention.holds": ("Laporan yang ditahan", "Held reports"),
    "retention.holds_lead": (
        "Tidak ada isinya yang dihapus sampai penahanan dicabut.",
        "Nothing of them is removed until the hold is lifted.",
    ),
    "retention.no_holds": ("Tidak ada.", "None."),
    "retention.hold": ("Tahan laporan", "Hold the report"),
    "retention.lift": ("Cabut penahanan", "Lift the hold"),
    "retention.by": (
        "diusulkan {proposed}, diputuskan {decided}",
        "proposed by {proposed}, decided by {decided}",
    ),
    "retention.bad_days": (
        "Tulis jumlah hari antara {least} dan {most}, atau kosongkan.",
        "Enter a number of days from {least} to {most}, or leave it empty.",
    ),
    "retention.no_note": ("Tuliskan alasannya.", "Say why."),
    "retention.own": (
        "Usulan sendiri harus ditetapkan orang lain.",
        "Somebody else must adopt what you proposed.",
    ),
    "retention.decided": (
        "Usulan ini sudah diputuskan.",
        "This proposal was decided already.",
    ),
    "retention.held": ("Laporan itu sudah ditahan.", "That report is held already."),
    "manage.retention": ("Masa simpan", "Retention"),
    "manage.retention_lead": (
        "Berapa lama data disimpan, penahanan.",
        "How long data is kept, holds.",
    ),
}
