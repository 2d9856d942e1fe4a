"""Words of what connects reports: links and incidents."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "related.title": ("Laporan terkait", "Related reports"),
    "related.earlier": ("lebih dahulu", "came earlier"),
    "related.later": ("menyusul", "came later"),
    "related.why_same": (
        "{reason}, kategori sama, isi {percent}% serupa.",
        "{reason}, same category, words {percent}% alike.",
    ),
    "related.why_other": (
        "{reason}, kategori berbeda, isi {percent}% serupa.",
        "{reason}, other category, words {percent}% alike.",
    ),
    "related.same": ("Memang sama", "The same indeed"),
    "related.not_same": ("Bukan", "It is not"),
    "related.take_back": ("Batalkan kaitan", "Take the link back"),
    "related.decide_there": (
        "Diputuskan pada laporan yang menyusul.",
        "Decided on the later report.",
    ),
    "related.hint": (
        "Kaitan tidak menggabungkan dan tidak menutup apa pun; dapat dibatalkan kapan saja.",
        "A link merges nothing and closes nothing; it can be taken back at any time.",
    ),
    "related.part_of": ("Bagian dari kejadian", "Part of the incident"),
    "incident.title": ("Kejadian", "Incidents"),
    "incident.lead": (
        (
            "Banyak laporan serupa dari satu sekolah, satu wilayah, atau satu jenis perubahan dalam"
            " waktu singkat. Kejadian selesai sendiri setelah sehari tanpa laporan baru."
        ),
        (
            "Many similar reports of one school, region or kind of change in a short time. An"
            " incident ends by itself after a day without a new report."
        ),
    ),
    "incident.running": ("Sedang berlangsung", "Going on"),
    "incident.ended": ("Sudah selesai", "Ended"),
    "incident.none_running": ("Tidak ada kejadian.", "There is no incident."),
    "incident.none_ended": ("Belum ada.", "None yet."),
    "incident.what": ("Kejadian", "Incident"),
    "incident.kind": ("Yang sama", "In common"),
    "incident.state": ("Keadaan", "State"),
    "incident.count": ("Laporan", "Reports"),
    "incident.usual": ("Biasanya", "Usually"),
    "incident.in_hours": ("{number} per {hours} jam", "{number} in {hours} hours"),
    "incident.in_days": ("{number} per {days} hari", "{number} in {days} days"),
    "incident.since": ("Dibuka", "Opened"),
    "incident.newest": ("Laporan terbaru", "Latest report"),
    "incident.tickets": ("Laporan di dalamnya", "Its reports"),
    "incident.region": ("Wilayah", "Region"),
    "incident.end": ("Akhiri kejadian…", "End the incident…"),
    "incident.note": ("Catatan", "Note"),
    "incident.close": ("Selesaikan", "Close"),
    "incident.close_hint": (
        "Penyebabnya sudah berlalu. Laporan di dalamnya tetap ditangani satu per satu.",
        "Its cause is over. Its reports are still handled one by one.",
    ),
    "incident.dismiss": ("Bukan kejadian", "No incident"),
    "incident.dismiss_hint": (
        "Laporan-laporan ini tidak berkaitan. Selama tujuh hari tidak dibuka lagi.",
        "These reports have nothing to do with each other. It is not opened again for seven days.",
    ),
    "incident.already_ended": (
        "Kejadian ini sudah diakhiri.",
        "This incident has been ended already.",
    ),
    "incident.say_why": (
        "Tuliskan alasannya pada catatan.",
        "Say why in the note.",
    ),
    "figure.incidents": ("Kejadian", "Incidents"),
    "figure.incidents.how": (
        (
            "Kejadian yang mulai dalam periode, tidak disangkal, dan mengumpulkan laporan yang"
            " cocok dengan saringan."
        ),
        (
            "Incidents that began in the period, were not dismissed, and gathered a report that"
            " the filters let through."
        ),
    ),
    "incidents.col_incident": ("Kejadian", "Incident"),
    "incidents.col_state": ("Keadaan", "State"),
    "incidents.col_opened": ("Mulai (WIB)", "Began (WIB)"),
    "incidents.col_newest": ("Laporan terakhir (WIB)", "Newest report (WIB)"),
    "incidents.col_reports": ("Laporan", "Reports"),
    "incidents.col_note": ("Catatan", "Note"),
    "incidents.none": ("Tidak ada kejadian.", "There are no incidents."),
    "incidents.further": ("Kejadian berikutnya", "Next incidents"),
}
