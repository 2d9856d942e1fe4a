"""Getting in again, wrong data, and two accounts of one person."""

from app.resolution.policy.rule import rule
from models.vocabulary import Remedy

RULES = (
    rule(
        "suspended.evidence_complete",
        "suspended.evidence",
        (Remedy.UNSUSPEND_ACCOUNT,),
        (
            "Akun yang ditangguhkan dibuka dalam {unsuspend_within_working_days}x24 jam hari "
            "kerja sejak bukti lengkap dari yang berhak."
        ),
        (
            "A suspended account is opened within {unsuspend_within_working_days}x24 working-day "
            "hours of complete evidence from who may ask."
        ),
    ),
    rule(
        "suspended.evidence_missing",
        "suspended.evidence",
        (Remedy.ASK_REQUESTER,),
        (
            "Bukti yang belum ada (tangkapan layar, alamat akun, NIK atau NISN, e-mail pribadi, "
            "surat kuasa) diminta."
        ),
        (
            "Evidence still missing (screenshot, address, NIK or NISN, personal mail, power of "
            "attorney) is asked for."
        ),
    ),
    rule(
        "suspended.is_active",
        "suspended.evidence",
        (Remedy.KEEP_ACCOUNT,),
        "Akun yang ternyata tidak ditangguhkan tidak diubah.",
        "An account that turns out not to be suspended is not changed.",
    ),
    rule(
        "suspended.owner_left",
        "sync.left",
        (Remedy.FIX_DAPODIK,),
        (
            "Akun yang ditangguhkan milik orang yang tidak aktif baru dapat dibuka setelah ia "
            "aktif di Dapodik."
        ),
        (
            "A suspended account of a person who is not active can be opened only once Dapodik "
            "shows them active."
        ),
    ),
    rule(
        "password.self_service",
        "reset.self_service",
        (Remedy.SELF_SERVICE,),
        (
            "Kata sandi diatur ulang sendiri selama kontak pemulihan hidup; helpdesk tidak "
            "menggantinya."
        ),
        (
            "The owner resets the password as long as a recovery contact lives; the helpdesk "
            "does not."
        ),
        version=2,
    ),
    rule(
        "password.contact_first",
        "reset.contact_first",
        (Remedy.FIX_DAPODIK,),
        (
            "Bila kontak pemulihan kosong, mati, atau hendak diganti, operator memperbaikinya di "
            "Dapodik lebih dahulu."
        ),
        (
            "When the recovery contact is empty, dead or to be changed, the operator first "
            "corrects it in Dapodik."
        ),
        version=2,
    ),
    rule(
        "password.by_school",
        "reset.school_admin",
        (Remedy.RESET_PASSWORD,),
        (
            "Bila kontak pemulihan mati dan operator atau kepala sekolahnya sendiri yang "
            "meminta, kata sandi diatur ulang dengan persetujuan dua orang."
        ),
        (
            "When the recovery contact is dead and the school's own operator or head asks, the "
            "password is reset with two people's yes."
        ),
    ),
    rule(
        "password.vouched",
        "loket.vouching",
        (Remedy.RESET_PASSWORD,),
        (
            "Bila semua kontak pemilik mati dan sekolahnya menjamin, kata sandi diatur ulang "
            "setelah masa tunggu {vouch_waits_hours} jam, dengan persetujuan dua orang."
        ),
        (
            "When every contact of the owner is dead and the school vouches, the password is "
            "reset after {vouch_waits_hours} hours, with two people's yes."
        ),
    ),
    rule(
        "deleted.vouched",
        "loket.vouching",
        (Remedy.RESTORE_ACCOUNT,),
        (
            "Akun terhapus yang masih dapat dipulihkan dipulihkan atas jaminan sekolah, setelah "
            "masa tunggu {vouch_waits_hours} jam, dengan persetujuan dua orang."
        ),
        (
            "A deleted account that can still be restored is restored on the school's word, "
            "after {vouch_waits_hours} hours, with two people's yes."
        ),
    ),
    rule(
        "suspended.vouched",
        "loket.vouching",
        (Remedy.UNSUSPEND_ACCOUNT,),
        (
            "Akun yang ditangguhkan dibuka dengan bukti lengkap dan jaminan sekolah, setelah "
            "masa tunggu {vouch_waits_hours} jam, dengan persetujuan dua orang."
        ),
        (
            "A suspended account is opened with complete evidence and the school's word, after "
            "{vouch_waits_hours} hours, with two people's yes."
        ),
    ),
    rule(
        "activation.first_sign_in",
        "activation.first_sign_in",
        (Remedy.SELF_SERVICE,),
        "Akun yang belum pernah dipakai diaktifkan pemiliknya dengan masuk pertama.",
        "An account that was never used is activated by its owner with the first sign-in.",
    ),
    rule(
        "activation.ask_operator",
        "activation.first_sign_in",
        (Remedy.SELF_SERVICE,),
        (
            "Kata sandi awal peserta didik, atau yang dimintakan orang lain, diambil dari "
            "operator melalui Unduh Akun."
        ),
        (
            "The first password of a student, or asked for by somebody else, is handed out by "
            "the operator (Unduh Akun)."
        ),
    ),
    rule(
        "correction.two_accounts",
        "terms.one_account",
        (Remedy.RETIRE_ACCOUNT,),
        (
            "Dari dua akun pada satu jenjang, yang tidak pernah dipakai atau yang perannya tidak "
            "didukung Dapodik dihapus {deletion_after_days} hari setelah pemberitahuan."
        ),
        (
            "Of two accounts in one jenjang the one never used, or whose role Dapodik does not "
            "support, is deleted {deletion_after_days} days after a notice."
        ),
    ),
    rule(
        "correction.two_used_accounts",
        "loket.no_rule",
        (Remedy.MANUAL_REVIEW,),
        (
            "Bila catatan tidak menunjukkan mana dari dua akun pada satu jenjang yang ditutup, "
            "petugas menelaahnya."
        ),
        (
            "When the records do not tell which of two accounts in one jenjang goes, a colleague "
            "looks at it."
        ),
    ),
    rule(
        "correction.alias",
        "terms.one_account",
        (Remedy.KEEP_ACCOUNT,),
        "Alias bukan akun kedua: tidak ada yang diubah.",
        "An alias is not a second account: nothing is changed.",
    ),
    rule(
        "correction.user_id",
        "reset.user_id_stays",
        (Remedy.KEEP_ACCOUNT,),
        "ID pengguna tidak diganti atas permintaan.",
        "A user ID is not changed on request.",
    ),
    rule(
        "correction.follows_dapodik",
        "sync.daily",
        (Remedy.WAIT_FOR_SYNC,),
        "Nama atau sekolah yang di Dapodik sudah benar ditunggu sampai menyusul pada akun.",
        "A name or school that is right in Dapodik is waited for until it reaches the account.",
    ),
    rule(
        "correction.identity",
        "dapodik.verval",
        (Remedy.FIX_VERVAL,),
        "Nama, tanggal lahir, dan NIK diperbaiki hanya melalui Verval PTK atau Verval PD.",
        "Name, birth date and NIK are corrected through Verval PTK or Verval PD only.",
    ),
    rule(
        "correction.assignment",
        "dapodik.assignment",
        (Remedy.FIX_DAPODIK,),
        "Sekolah atau penugasan yang salah diperbaiki di Dapodik oleh operator bersama dinas.",
        "A wrong school or assignment is corrected in Dapodik by operator and dinas.",
    ),
)
