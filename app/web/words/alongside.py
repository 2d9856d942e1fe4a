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
    "event.draft_taken": ("Draf rekan diambil alih.", "A colleague's draft was taken over."),
}
