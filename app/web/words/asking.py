"""Words of who asks: the block on a ticket's page, and the page of vouches."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "asker.title": ("Siapa pelapor", "Who asks"),
    "asker.confirmed": ("terkonfirmasi lewat tautan", "confirmed by link"),
    "asker.claimed": (
        "cocok menurut alamat yang ditulis, belum dikonfirmasi",
        "fits by the address given, not confirmed yet",
    ),
    "asker.unverified": ("belum terverifikasi", "not verified"),
    "asker.awaited": (
        "Menunggu konfirmasi dari alamat terdaftar sebelum akses dapat diberikan.",
        "Waiting for the registered address to confirm before access can be handed over.",
    ),
    "asker.suspicious": (
        "Mencurigakan: pemilik atau pihak sekolah menyatakan permintaan ini tidak benar.",
        "Suspicious: the owner or the school says this request is not genuine.",
    ),
    "asker.links": ("Tautan yang dikirim", "Links that were mailed"),
    "asker.sent": ("dikirim {at}", "sent {at}"),
    "asker.open_until": ("belum dijawab, berlaku sampai {at}", "not answered, valid until {at}"),
    "asker.lapsed": ("tidak dijawab, sudah tidak berlaku", "not answered, no longer valid"),
    "asker.said_yes": ("dijawab ya {at}", "answered yes {at}"),
    "asker.said_no": ("dijawab tidak {at}", "answered no {at}"),
    "asker.send": ("Kirim tautan konfirmasi ke {mail}", "Mail a confirmation link to {mail}"),
    "asker.nobody": (
        "Tidak ada alamat terdaftar yang dapat dimintai konfirmasi.",
        "There is no registered address that could be asked.",
    ),
    "asker.vouch": ("Jaminan sekolah", "The school's word"),
    "asker.ask_operator": ("Minta jaminan operator sekolah", "Ask the school's operator to vouch"),
    "asker.ask_head": ("Minta jaminan kepala sekolah", "Ask the head of school to vouch"),
    "asker.ask_hint": (
        "Semua kontak pemilik akun mati. Pertanyaan dikirim ke alamat yang tercatat di Dapodik.",
        "Every contact of the owner is dead. The question goes to the address in Dapodik.",
    ),
    "asker.vouched_by": ("{name} ({mail}), ditanya {at}", "{name} ({mail}), asked {at}"),
    "asker.ripe_at": ("masa tunggu sampai {at}", "waiting period until {at}"),
    "asker.fault_moved": (
        "Tidak berlaku lagi: pemilik akun sudah tidak di sekolah itu.",
        "No longer valid: the owner is not at that school any more.",
    ),
    "asker.fault_not_in_office": (
        "Tidak berlaku lagi: penjamin bukan lagi operator atau kepala sekolah itu.",
        "No longer valid: who vouched is not in office at that school any more.",
    ),
    "proof.nobody_to_ask": (
        "Tidak ada alamat terdaftar yang dapat dimintai konfirmasi untuk laporan ini.",
        "There is no registered address that could be asked about this report.",
    ),
    "proof.asked_enough": (
        "Alamat itu sudah tiga kali dimintai konfirmasi dalam 24 jam; coba lagi besok.",
        "That address was asked three times within 24 hours; try again tomorrow.",
    ),
    "proof.denied": (
        (
            "Pemilik atau pihak sekolah menyatakan permintaan ini tidak benar; akses tidak "
            "diberikan melalui laporan ini."
        ),
        (
            "The owner or the school says this request is not genuine; no access is handed over "
            "through this report."
        ),
    ),
    "proof.awaited": (
        "Menunggu konfirmasi dari alamat terdaftar; setelah itu usulan dapat disetujui.",
        "The registered address has not confirmed yet; after that the proposal can be approved.",
    ),
    "vouch.not_possible": (
        "Untuk orang ini tidak ada operator atau kepala sekolah yang dapat dimintai jaminan.",
        "There is no operator or head of school who may be asked to vouch for this person.",
    ),
    "vouch.already_asked": (
        "Sekolah sudah dimintai jaminan untuk orang ini dan masih dapat menjawab.",
        "The school was asked to vouch for this person already and may still answer.",
    ),
    "vouch.cap_reached": (
        "Penjamin ini sudah mencapai batas jaminan dalam 30 hari; laporan tetap pada petugas.",
        "This person has vouched as often as anybody may in 30 days; the report stays with us.",
    ),
    "vouches.title": ("Jaminan sekolah", "Vouches"),
    "vouches.lead": (
        (
            "Operator dan kepala sekolah yang menjamin pemilik akun, 30 hari terakhir. Ditandai "
            "yang tidak lazim: {many} jaminan atau lebih dalam satu hari, atau ada keberatan."
        ),
        (
            "Operators and heads who vouched for owners in the last 30 days. Marked as unusual: "
            "{many} or more on one day, or an objection."
        ),
    ),
    "vouches.officer": ("Penjamin", "Who vouched"),
    "vouches.school": ("NPSN", "School number"),
    "vouches.asked": ("Ditanya", "Asked"),
    "vouches.given": ("Menjamin", "Vouched"),
    "vouches.cap": ("{given} dari {cap}", "{given} of {cap}"),
    "vouches.objected": ("Keberatan", "Objections"),
    "vouches.most": ("Terbanyak sehari", "Most in a day"),
    "vouches.odd": ("Tidak lazim", "Unusual"),
    "vouches.none": (
        "Tidak ada jaminan dalam 30 hari terakhir.",
        "Nobody vouched in the last 30 days.",
    ),
    "vouches.each": ("Satu per satu", "One by one"),
    "vouches.denied": ("Disangkal pemilik atau sekolah", "Denied by the owner or the school"),
    "vouches.denied_none": (
        "Tidak ada permintaan yang disangkal.",
        "No request was denied.",
    ),
    "vouches.report": ("Laporan", "Report"),
    "vouches.state": ("Keadaan", "State"),
    "vouches.when": ("Kapan", "When"),
    "vouches.ripe": ("Masa tunggu sampai", "Waiting period until"),
}
