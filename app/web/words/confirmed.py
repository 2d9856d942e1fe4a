"""Words of the page behind a mailed link."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "confirm.title": ("Konfirmasi", "Confirmation"),
    "confirm.heading_owner": (
        "Apakah permintaan ini dari Anda?",
        "Is this request yours?",
    ),
    "confirm.heading_vouch": (
        "Benarkah orang ini yang meminta bantuan?",
        "Is it really this person who asks for help?",
    ),
    "confirm.heading_objection": (
        "Akses ke akun akan diberikan",
        "Access to an account will be given",
    ),
    "confirm.what": ("Yang diminta", "What is asked for"),
    "confirm.account": ("Akun", "Account"),
    "confirm.by": ("Pengirim laporan", "Sent by"),
    "confirm.by_nobody": ("tidak menyebut alamat", "gave no address"),
    "confirm.name": ("Nama", "Name"),
    "confirm.school": ("Sekolah", "School"),
    "confirm.ripe": ("Paling cepat", "Not before"),
    "confirm.lead_owner": (
        (
            "Pilih “Ya” hanya bila permintaan ini dari Anda atau Anda setujui. "
            "Bila bukan, tidak ada yang diubah."
        ),
        (
            "Choose “Yes” only if the request is yours or you agree to it. "
            "If it is not, nothing is changed."
        ),
    ),
    "confirm.lead_vouch": (
        (
            "Tanyakan dahulu kepada yang bersangkutan, tatap muka atau lewat telepon yang Anda "
            "kenal. Jaminan Anda tercatat atas nama Anda."
        ),
        (
            "Ask the person first, face to face or on a telephone number you know. "
            "Your word is recorded under your name."
        ),
    ),
    "confirm.lead_objection": (
        (
            "Sekolah telah menjamin permintaan ini. Bila Anda tidak mengetahuinya atau ada yang "
            "keliru, nyatakan keberatan: perubahan dihentikan dan petugas menelaahnya."
        ),
        (
            "The school has vouched for this request. If you know nothing of it or something is "
            "wrong, object: the change is stopped and a person looks at it."
        ),
    ),
    "confirm.yes_owner": ("Ya, ini saya / saya setuju", "Yes, this is me / I agree"),
    "confirm.no_owner": ("Bukan saya", "This was not me"),
    "confirm.yes_vouch": ("Ya, saya menjamin", "Yes, I vouch for them"),
    "confirm.no_vouch": ("Tidak", "No"),
    "confirm.no_objection": ("Saya keberatan", "I object"),
    "confirm.said_owner_yes": (
        "Terima kasih. Anda membenarkan permintaan ini pada {at}; laporan dilanjutkan.",
        "Thank you. You confirmed this request on {at}; the report goes on.",
    ),
    "confirm.said_owner_no": (
        (
            "Terima kasih. Anda menyatakan pada {at} bahwa ini bukan Anda. Tidak ada yang diubah, "
            "dan petugas menelaah laporan itu."
        ),
        (
            "Thank you. On {at} you said this was not you. Nothing is changed, and a person looks "
            "at the report."
        ),
    ),
    "confirm.said_vouch_yes": (
        "Terima kasih. Jawaban “ya” Anda diterima pada {at} dan tercatat.",
        "Thank you. Your “yes” was received on {at} and recorded.",
    ),
    "confirm.said_vouch_no": (
        "Terima kasih. Jawaban “tidak” Anda diterima pada {at}; petugas menelaah laporan itu.",
        "Thank you. Your “no” was received on {at}; a person looks at the report.",
    ),
    "confirm.said_objection_no": (
        (
            "Keberatan Anda diterima pada {at}. Perubahan yang belum dijalankan dihentikan, dan "
            "petugas menelaah laporan itu."
        ),
        (
            "Your objection was received on {at}. What was not yet carried out is stopped, and a "
            "person looks at the report."
        ),
    ),
    "confirm.said_objection_yes": ("Jawaban diterima pada {at}.", "Answer received on {at}."),
    "confirm.once": (
        "Tautan ini hanya dapat dijawab satu kali. Halaman ini boleh ditutup.",
        "This link can be answered once. You may close this page.",
    ),
    "confirm.until": ("Dapat dijawab sampai {at}.", "May be answered until {at}."),
    "confirm.expired": (
        (
            "Tautan ini sudah tidak berlaku. Tidak ada yang diubah; mintalah tautan baru melalui "
            "laporan Anda."
        ),
        "This link is no longer valid. Nothing was changed; ask for a new one through your report.",
    ),
    "confirm.no_such": (
        "Tautan ini tidak dikenal. Salin seluruh alamatnya dari surat kami, lalu coba lagi.",
        "This link is not known. Copy the whole address from our letter and try again.",
    ),
    "confirm.choose": (
        "Pilih salah satu jawaban, lalu kirim lagi.",
        "Choose one of the answers and send again.",
    ),
}
