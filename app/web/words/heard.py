"""What the public let us know, in the history of a ticket."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "event.solved": (
        "Pelapor menyatakan masalahnya selesai; laporan ditutup.",
        "The requester says the problem is solved; the report is closed.",
    ),
    "event.reopened": (
        "Pelapor menyatakan masalahnya belum selesai; sebabnya ada di pesan terakhirnya.",
        "The requester says the problem is not solved; their last message says why.",
    ),
    "event.rated": (
        "Pelapor menilai jawaban terakhir: {helped}.",
        "The requester's word on the last answer: {helped}.",
    ),
}
