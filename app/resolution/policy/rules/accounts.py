"""Whether an account is due: new ones, deleted ones, those of people who left."""

from app.resolution.policy.rule import Or, rule
from models.vocabulary import Remedy

RULES = (
    rule(
        "new.within_3_working_days",
        "account.new_clock",
        (Remedy.WAIT_FOR_SYNC,),
        (
            "Akun baru ditunggu sampai {new_account_after_working_days} hari kerja setelah "
            "sinkronisasi yang membawa orang itu masuk."
        ),
        (
            "A new account is waited for until {new_account_after_working_days} working days "
            "after the synchronisation that brought the person in."
        ),
    ),
    rule(
        "new.after_3_working_days",
        "account.new_clock",
        (Remedy.ISSUE_ACCOUNT,),
        (
            "Akun yang setelah {new_account_after_working_days} hari kerja belum ada diterbitkan "
            "helpdesk."
        ),
        (
            "An account that is still missing after {new_account_after_working_days} working "
            "days is issued by the helpdesk."
        ),
    ),
    rule(
        "new.second_jenjang",
        "terms.one_account",
        (Remedy.ISSUE_ACCOUNT,),
        (
            "Yang juga bertugas di jenjang lain, bukan sekolah induknya, mendapat akun kedua "
            "untuk jenjang itu."
        ),
        (
            "Who also works in another jenjang, beside the home school, gets a second account "
            "for it."
        ),
    ),
    rule(
        "new.support_staff",
        "loket.no_rule",
        (Remedy.MANUAL_REVIEW,),
        (
            "Tenaga kependidikan yang perannya tidak diatur (laboran, pustakawan, penjaga, dan "
            "lain-lain) dan belum punya akun ditelaah petugas."
        ),
        (
            "Support staff whose role is not published (laboratory, library, guards and others) "
            "without an account are looked at by a colleague."
        ),
        Or(
            "loket.no_rule",
            (Remedy.ISSUE_ACCOUNT,),
            (
                "Tenaga kependidikan yang perannya tidak diatur mendapat akun berperan admin "
                "setelah {new_account_after_working_days} hari kerja."
            ),
            (
                "Support staff whose role is not published get an account of role admin after "
                "{new_account_after_working_days} working days."
            ),
        ),
    ),
    rule(
        "new.unknown_jenjang",
        "loket.no_rule",
        (Remedy.MANUAL_REVIEW,),
        "Bila jenjang sekolah tidak diketahui, akun tidak diterbitkan dan petugas menelaahnya.",
        ("When the school's jenjang is unknown, no account is issued and a colleague looks at it."),
    ),
    rule(
        "new.already_there",
        "account.checker",
        (Remedy.KEEP_ACCOUNT,),
        (
            "Akun yang sesuai sudah ada dan pernah dipakai: tidak ada yang diubah, pelapor "
            "diberi tahu cara menemukannya."
        ),
        (
            "A fitting account exists and was used: nothing is changed, the requester is told "
            "how to find it."
        ),
    ),
    rule(
        "new.not_used_yet",
        "activation.first_sign_in",
        (Remedy.SELF_SERVICE,),
        (
            "Akun yang sesuai sudah ada tetapi belum pernah dipakai: pelapor diberi langkah "
            "masuk pertama."
        ),
        (
            "A fitting account exists but was never used: the requester is told the steps of the "
            "first sign-in."
        ),
    ),
    rule(
        "deleted.within_20_days",
        "google.undelete",
        (Remedy.RESTORE_ACCOUNT,),
        (
            "Akun orang yang aktif dan terhapus paling lama {restorable_days} hari yang lalu "
            "dipulihkan."
        ),
        (
            "The account of an active person, deleted at most {restorable_days} days ago, is "
            "restored."
        ),
        Or(
            "google.undelete",
            (Remedy.ISSUE_ACCOUNT,),
            (
                "Akun orang yang aktif dan terhapus tidak dipulihkan walaupun masih dapat; "
                "sebagai gantinya terbit akun baru."
            ),
            (
                "The deleted account of an active person is not restored although it could be; a "
                "new one is issued instead."
            ),
        ),
    ),
    rule(
        "deleted.after_20_days",
        "google.undelete",
        (Remedy.ISSUE_ACCOUNT,),
        (
            "Akun yang terhapus lebih dari {restorable_days} hari yang lalu diganti dengan akun "
            "baru bila pemiliknya aktif."
        ),
        (
            "An account deleted more than {restorable_days} days ago is replaced by a new one if "
            "its owner is active."
        ),
    ),
    rule(
        "deleted.never_was",
        "sync.deleted",
        (Remedy.ISSUE_ACCOUNT,),
        (
            "Bila akun yang katanya terhapus tidak ditemukan, sedangkan Dapodik mendukung sebuah "
            "akun, akun baru diterbitkan."
        ),
        (
            "When the account said to be deleted is not found while Dapodik supports one, a new "
            "account is issued."
        ),
    ),
    rule(
        "deleted.close_on_request",
        "sync.left",
        (Remedy.RETIRE_ACCOUNT,),
        (
            "Akun orang yang menurut Dapodik sudah keluar dihapus {deletion_after_days} hari "
            "setelah pemberitahuan."
        ),
        (
            "The account of a person who left according to Dapodik is deleted "
            "{deletion_after_days} days after a notice."
        ),
    ),
    rule(
        "deleted.close_not_in_dapodik",
        "sync.check_dapodik_first",
        (Remedy.FIX_DAPODIK,),
        "Permintaan menutup akun orang yang masih aktif menunggu catatan keluar di Dapodik.",
        (
            "A wish to close the account of someone still active waits for the exit to be "
            "recorded in Dapodik."
        ),
    ),
    rule(
        "left.no_account_any_more",
        "sync.left",
        (Remedy.INFORM,),
        (
            "Yang lulus, pensiun, dikeluarkan, putus sekolah, wafat, atau pindah ke madrasah "
            "tidak memiliki akun lagi; hal itu dijelaskan."
        ),
        (
            "Who graduated, retired, was dismissed, dropped out, died or left for a madrasah has "
            "no account any more; that is explained."
        ),
        version=2,
    ),
    rule(
        "left.correct_dapodik",
        "sync.check_dapodik_first",
        (Remedy.FIX_DAPODIK,),
        (
            "Orang yang tidak aktif di sekolah mana pun menurut Dapodik menunggu perbaikan data "
            "oleh sekolahnya."
        ),
        (
            "A person who is active at no school according to Dapodik waits for the school to "
            "correct the record."
        ),
    ),
    rule(
        "left.school_closed",
        "sync.left",
        (Remedy.INFORM,),
        (
            "Orang yang hanya tercatat pada sekolah yang sudah tutup tidak memiliki akun; hal "
            "itu dijelaskan."
        ),
        "A person recorded only at a closed school has no account; that is explained.",
    ),
)
