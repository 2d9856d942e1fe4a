"""Words of the audit trail."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "trail.title": ("Jejak audit", "Audit trail"),
    "trail.lead": (
        (
            "Siapa melakukan apa, kapan, dan mengapa. Setiap baris dirantai dengan baris"
            " sebelumnya, sehingga perubahan, penghapusan, atau penyisipan akan ketahuan."
        ),
        (
            "Who did what, when and why. Each row is chained to the one before it, so that a"
            " changed, removed or inserted row shows."
        ),
    ),
    "trail.grain": (
        "Laporan yang dibuka lagi oleh orang yang sama dalam 15 menit dicatat sekali.",
        "A report the same person opens again within 15 minutes is noted once.",
    ),
    "trail.actor": ("Nama pengguna", "User name"),
    "trail.ticket": ("Nomor laporan", "Report number"),
    "trail.action": ("Tindakan", "Action"),
    "trail.any": ("Semua", "All"),
    "trail.day": ("Hari (WIB)", "Day (WIB)"),
    "trail.filter": ("Saring", "Filter"),
    "trail.clear": ("Hapus saringan", "Clear filters"),
    "trail.export": ("Unduh CSV", "Download CSV"),
    "trail.at": ("Waktu", "Time"),
    "trail.who": ("Siapa", "Who"),
    "trail.what": ("Apa", "What"),
    "trail.about": ("Tentang", "About"),
    "trail.row": ("Baris", "Row"),
    "trail.loose": ("menunggu", "waiting"),
    "trail.nobody": ("tidak dikenal", "unknown"),
    "trail.none": ("Tidak ada baris yang cocok.", "No row fits."),
    "trail.older": ("Lebih lama", "Older"),
    "trail.newest": ("Kembali ke terbaru", "Back to the newest"),
    "trail.bad_filter": (
        "Nomor laporan dan hari belum dapat dibaca. Periksa isiannya.",
        "The report number or the day cannot be read. Check the entry.",
    ),
    "trail.verify": ("Periksa seluruh rantai", "Check the whole chain"),
    "trail.head": (
        "Kepala rantai: baris {seq}, {hash}.",
        "Head of the chain: row {seq}, {hash}.",
    ),
    "trail.whole": (
        "Rantai utuh sampai baris {seq}: tidak ada baris yang diubah, dihapus, atau disisipkan.",
        "The chain is whole up to row {seq}: no row was changed, removed or inserted.",
    ),
    "trail.whole_since": (
        "Baris {rows} utuh: tidak ada yang diubah, dihapus, atau disisipkan.",
        "Whole, row {rows}: nothing was changed, removed or inserted.",
    ),
    "trail.nothing_new": (
        "Tidak ada baris baru setelah baris {seq}.",
        "There is no new row after row {seq}.",
    ),
    "trail.checked": ("Diperiksa {at}, diminta {by}.", "Checked {at}, asked for by {by}."),
    "trail.by_itself": ("Loket sendiri", "Loket itself"),
    "trail.unchecked": ("Rantai belum pernah diperiksa.", "The chain was never checked."),
    "trail.full_at": (
        "Seluruh rantai terakhir diperiksa {at}, sampai baris {seq}.",
        "The whole chain was last checked {at}, up to row {seq}.",
    ),
    "trail.unended": (
        "Pemeriksaan yang diminta {by} tidak selesai ({at}). Mintalah sekali lagi.",
        "The check asked for by {by} came to nothing ({at}). Ask for it again.",
    ),
    "trail.waiting": (
        "Pemeriksaan diminta {at} dan sedang dikerjakan. Halaman ini boleh ditinggalkan.",
        "A check was asked for {at} and is under way. You may leave this page.",
    ),
    "trail.no_worker": (
        "Pemeriksaan diminta {at} dan menunggu: saat ini tidak ada pekerja yang berjalan.",
        "A check was asked for {at} and waits: no worker is running at present.",
    ),
    "trail.reload": ("Muat ulang", "Reload"),
    "trail.verify_new": ("Periksa baris baru", "Check the new rows"),
    "trail.alarm": ("Jejak audit tidak utuh", "Audit trail is broken"),
    "trail.broken": ("Rantai tidak utuh", "The chain is broken"),
    "trail.broken_next": (
        "Bandingkan baris itu dengan cadangan basis data; cari tahu siapa yang dapat mengubahnya.",
        "Compare those rows with a backup of the database; find out who was able to change them.",
    ),
    "trail.fault_changed": ("Baris {rows} diubah", "Row {rows} was changed"),
    "trail.fault_removed": ("Baris {rows} dihapus", "Row {rows} was removed"),
    "trail.fault_inserted": ("Baris {rows} disisipkan", "Row {rows} was inserted"),
    "trail.fault_forged": (
        "Tanda tangan kepala rantai pada baris {rows} bukan milik kami",
        "The signature of the head at row {rows} is not ours",
    ),
}
