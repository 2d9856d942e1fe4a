"""Words of a proposal and of the decision on it."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "plan.title": ("Usulan:", "Proposal:"),
    "plan.who_acts": ("Yang bertindak", "Who acts"),
    "plan.promised": ("Tanggal janji", "Promised by"),
    "plan.no_promise": ("Tidak ada tanggal yang dapat dijanjikan", "No date can be promised"),
    "plan.missing": ("Yang masih kurang", "Still missing"),
    "plan.next_try": ("Dicoba lagi", "Next try"),
    "plan.rule": ("Aturan", "Rule"),
    "plan.no_steps": ("Tidak ada langkah; cukup dijawab.", "No steps; an answer is enough."),
    "plan.said_yes": ("Disetujui {name}", "Approved by {name}"),
    "plan.said_no": ("Ditolak {name}", "Rejected by {name}"),
    "plan.facts": ("Fakta yang dipakai ({number})", "Facts used ({number})"),
    "plan.old_fact": ("data lama", "old record"),
    "plan.former": ("Usulan sebelumnya ({number})", "Earlier proposals ({number})"),
    "step.primary_email": ("Alamat akun", "Address"),
    "step.exists": ("Akun ada", "Account exists"),
    "step.deleted": ("Terhapus", "Deleted"),
    "step.suspended": ("Ditangguhkan", "Suspended"),
    "step.deletion_on": ("Tanggal penghapusan", "Deletion date"),
    "step.change_password": ("Wajib ganti kata sandi", "Must change password"),
    "step.person_id": ("Pemilik", "Owner"),
    "step.that_person": ("orang pada data di atas ({id}…)", "the person above ({id}…)"),
    "step.not_before": ("Dijalankan pada", "Carried out on"),
    "step.undo": ("Pembatalan:", "To undo:"),
    "step.no_undo": ("Tidak dapat dibatalkan.", "Cannot be undone."),
    "step.found": ("terbaca: {value}", "found: {value}"),
    "step.read_back": ("Dibaca kembali, sesuai", "Read back, as promised"),
    "step.read_differs": ("Dibaca kembali, berbeda", "Read back, differs"),
    "decision.title": ("Keputusan", "Decision"),
    "decision.two_person": (
        "Usulan ini memerlukan persetujuan {needed} orang berbeda; baru ada {given}.",
        "This proposal needs {needed} different people's approval; it has {given}.",
    ),
    "decision.irreversible": (
        "Ada {number} langkah yang tidak dapat dibatalkan.",
        "{number} of the steps cannot be undone.",
    ),
    "decision.mine_is_given": (
        "Persetujuan Anda sudah tercatat; menunggu persetujuan rekan lain.",
        "Your approval is noted; a colleague's is still needed.",
    ),
    "decision.letter": ("Jawaban yang akan dikirim", "The answer that would be sent"),
    "decision.approve": ("Setujui", "Approve"),
    "decision.approve_all": ("Setujui untuk {number} orang", "Approve for {number} people"),
    "decision.approve_hint": (
        "Langkah dijalankan, dibaca kembali, lalu jawaban dikirim.",
        "The steps are carried out and read back, then the answer goes out.",
    ),
    "decision.reject": ("Tolak usulan", "Reject the proposal"),
    "decision.reason": ("Alasan penolakan", "Reason"),
    "decision.reject_now": ("Tolak", "Reject"),
    "decision.incomplete": (
        "Isian masih kosong. Tuliskan dahulu, lalu kirim lagi.",
        "The field is still empty. Write something, then send again.",
    ),
    "decision.answered_meanwhile": (
        "Jawaban lain sudah dikirim sejak halaman ini dibuka; bacalah dahulu. Teks Anda masih ada.",
        "Another answer has gone out meanwhile; read it first. Your text is kept.",
    ),
}
