"""Words of the tokens of machines."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "token.title": ("Token API", "API tokens"),
    "token.lead": (
        (
            "Sistem lain membuat dan membaca laporan lewat /api/v1 dengan token. Satu token paling"
            " banyak {limit} permintaan per menit."
        ),
        (
            "Other systems make and read reports by /api/v1 with a token. One token may ask at most"
            " {limit} times a minute."
        ),
    ),
    "token.from_settings": (
        (
            "Dari pengaturan (LOKET_API_TOKENS): {count} token, tanpa batas akhir, semua cakupan."
            " Hanya dapat dicabut di pengaturan."
        ),
        (
            "From the settings (LOKET_API_TOKENS): {count} tokens without an end, for everything."
            " They can only be revoked there."
        ),
    ),
    "token.made": ("Token sudah dibuat.", "The token is made."),
    "token.copy": (
        "Salin sekarang: tidak akan ditampilkan lagi.",
        "Copy it now: it will not be shown again.",
    ),
    "token.new": ("Token baru", "A new token"),
    "token.name": ("Nama sistem yang memakainya", "Name of the system that uses it"),
    "token.last_day": ("Berlaku sampai (kosong: tanpa batas)", "Last day (empty: no end)"),
    "token.scopes": ("Cakupan", "Scopes"),
    "token.make": ("Buat token", "Make a token"),
    "token.until": ("Berlaku sampai", "Valid until"),
    "token.no_end": ("tanpa batas", "no end"),
    "token.used": ("Terakhir dipakai", "Last used"),
    "token.never": ("belum pernah", "never"),
    "token.by": ("dibuat {name},", "made by {name},"),
    "token.revoke": ("Cabut", "Revoke"),
    "token.revoked": ("Dicabut", "Revoked"),
    "token.expired": ("Kedaluwarsa", "Expired"),
    "token.bad": (
        "Isi nama, pilih sedikitnya satu cakupan, dan hari terakhir yang belum lewat.",
        "Enter a name, choose at least one scope, and a last day that is not past.",
    ),
    "token.out_of_scope": (
        "Token ini tidak mencakup permintaan itu.",
        "This token is not for that request.",
    ),
    "manage.tokens": ("Token API", "API tokens"),
    "manage.tokens_lead": (
        "Kunci bagi sistem lain.",
        "Keys for other systems.",
    ),
}
