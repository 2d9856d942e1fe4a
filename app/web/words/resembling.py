"""Words of earlier reports of the same person, and of solved ones like this one."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "earlier.title": (
        "Laporan terdahulu dan yang serupa ({number})",
        "Earlier and similar reports ({number})",
    ),
    "earlier.none": ("Tidak ada laporan terdahulu dari orang ini.", "No earlier ones."),
    "earlier.person": ("orang yang sama", "the same person"),
    "earlier.requester": ("pelapor yang sama", "the same requester"),
    "similar.title": ("Laporan serupa yang sudah selesai", "Solved reports like this one"),
    "similar.show": ("Cari laporan serupa yang sudah selesai", "Find solved reports like this one"),
    "similar.none": (
        "Tidak ada laporan selesai dengan kata-kata yang mirip.",
        "No solved report is told in similar words.",
    ),
    "similar.percent": ("kata-katanya {percent}% mirip", "words {percent}% alike"),
    "similar.same_person": ("tentang orang yang sama", "about the same person"),
    "similar.other_person": ("tentang orang lain", "about somebody else"),
    "similar.answer": ("Jawaban yang dikirim", "The answer that was sent"),
    "similar.use_canned": (
        "Pakai jawaban siap yang sama sebagai draf",
        "Use the same canned answer as a draft",
    ),
    "similar.use_rule": (
        "Pakai jawaban menurut aturan yang sama, dengan data laporan ini",
        "Use the same rule's answer, with this report's data",
    ),
    "similar.use_same": ("Pakai jawaban ini sebagai draf", "Use this answer as a draft"),
}
