"""Changes of role, moves, and notices of a deletion."""

from app.resolution.policy.rule import Or, rule
from models.vocabulary import Remedy

RULES = (
    rule(
        "role_change.within_14_days",
        "sync.role_change",
        (Remedy.WAIT_FOR_SYNC,),
        (
            "Bagian peran pada alamat ditunggu sampai {rename_after_days} hari setelah "
            "pemberitahuan."
        ),
        (
            "The role part of the address is waited for until {rename_after_days} days after the "
            "notice."
        ),
    ),
    rule(
        "role_change.after_14_days",
        "sync.role_change",
        (Remedy.RENAME_ACCOUNT,),
        (
            "Bagian peran diubah {rename_after_days} hari setelah pemberitahuan, atau bila "
            "Dapodik menunjukkan peran itu lebih dari {rename_after_days} hari tanpa "
            "pemberitahuan."
        ),
        (
            "The role part is changed {rename_after_days} days after the notice, or once Dapodik "
            "has shown the role for more than {rename_after_days} days without one."
        ),
        Or(
            "sync.check_dapodik_first",
            (Remedy.RENAME_ACCOUNT,),
            (
                "Bagian peran diubah {rename_after_days} hari setelah pemberitahuan; tanpa "
                "pemberitahuan segera setelah Dapodik menunjukkan peran itu."
            ),
            (
                "The role part is changed {rename_after_days} days after the notice; without a "
                "notice as soon as Dapodik shows the role."
            ),
        ),
    ),
    rule(
        "role_change.not_in_dapodik",
        "sync.check_dapodik_first",
        (Remedy.FIX_DAPODIK,),
        (
            "Peran yang disebut tetapi tidak ditunjukkan Dapodik diperbaiki operator lebih "
            "dahulu (jenis PTK)."
        ),
        (
            "A role that is claimed but not shown by Dapodik is first corrected by the operator "
            "(jenis PTK)."
        ),
        version=2,
    ),
    rule(
        "role_change.address_taken",
        "loket.no_rule",
        (Remedy.MANUAL_REVIEW,),
        "Bila alamat yang seharusnya sudah dipakai akun lain, petugas menelaahnya.",
        "When another account has the address that is due, a colleague looks at it.",
    ),
    rule(
        "role_change.already_fits",
        "sync.role_change",
        (Remedy.KEEP_ACCOUNT,),
        "Alamat sudah sesuai dengan peran di Dapodik: tidak ada yang diubah.",
        "The address already says the role in Dapodik: nothing is changed.",
    ),
    rule(
        "role_change.other_address_exists",
        "terms.one_account",
        (Remedy.SELF_SERVICE,),
        (
            "Akun dengan peran yang benar sudah ada di samping yang lama dan belum dipakai: "
            "pelapor memakainya."
        ),
        (
            "An account of the right role exists beside the old one and was never used: the "
            "requester uses that."
        ),
    ),
    rule(
        "other_jenjang.within_3_days",
        "sync.other_jenjang_clock",
        (Remedy.WAIT_FOR_SYNC,),
        (
            "Setelah pindah jenjang, akun baru ditunggu sampai {new_jenjang_after_days} hari "
            "setelah pemberitahuan."
        ),
        (
            "After a move to another jenjang the new account is waited for until "
            "{new_jenjang_after_days} days after the notice."
        ),
    ),
    rule(
        "other_jenjang.after_3_days",
        "sync.other_jenjang",
        (Remedy.REPLACE_ACCOUNT,),
        (
            "Setelah itu akun baru diterbitkan, dan akun lama dihapus {deletion_after_days} hari "
            "setelah pemberitahuan, tidak sebelum akun baru terbukti ada."
        ),
        (
            "After that the new account is issued and the old one deleted {deletion_after_days} "
            "days after the notice, never before the new one has been seen."
        ),
        Or(
            "sync.other_jenjang",
            (Remedy.ISSUE_ACCOUNT,),
            (
                "Setelah itu hanya akun baru yang diterbitkan; akun lama dibiarkan sampai "
                "dihapus oleh pemutakhiran harian."
            ),
            (
                "After that only the new account is issued; the old one is left to the daily "
                "synchronisation."
            ),
        ),
    ),
    rule(
        "other_jenjang.not_used_yet",
        "sync.other_jenjang",
        (Remedy.SELF_SERVICE,),
        (
            "Akun pada jenjang baru sudah ada tetapi belum pernah dipakai: pelapor diberi "
            "langkahnya."
        ),
        (
            "The account of the new jenjang exists but was never used: the requester is told the "
            "steps."
        ),
    ),
    rule(
        "other_jenjang.already_there",
        "sync.other_jenjang",
        (Remedy.KEEP_ACCOUNT,),
        "Akun pada jenjang baru sudah ada dan dipakai: tidak ada yang diubah.",
        "The account of the new jenjang exists and is used: nothing is changed.",
    ),
    rule(
        "other_jenjang.not_in_dapodik",
        "dapodik.pull_staff",
        (Remedy.FIX_DAPODIK,),
        (
            "Perpindahan jenjang yang belum ditunjukkan Dapodik menunggu sekolah lama melepas "
            "dan sekolah baru menarik data."
        ),
        (
            "A move of jenjang that Dapodik does not show yet waits for the old school to "
            "release and the new one to pull the record."
        ),
    ),
    rule(
        "same_jenjang.nothing_changes",
        "sync.same_jenjang",
        (Remedy.KEEP_ACCOUNT,),
        (
            "Pindah sekolah pada jenjang yang sama tidak mengubah akun; hanya NPSN pada akun "
            "yang menyusul."
        ),
        "A move within one jenjang changes no account; only its NPSN follows.",
    ),
    rule(
        "same_jenjang.not_in_dapodik",
        "dapodik.pull_staff",
        (Remedy.FIX_DAPODIK,),
        ("Sekolah yang disebut tetapi tidak ditunjukkan Dapodik diperbaiki sekolah lebih dahulu."),
        "A school that is claimed but not shown by Dapodik is first corrected by the schools.",
    ),
    rule(
        "same_jenjang.second_school",
        "terms.one_account",
        (Remedy.KEEP_ACCOUNT,),
        "Tugas tambahan di sekolah lain pada jenjang yang sama memakai akun yang sudah ada.",
        "Additional work at another school of the same jenjang uses the account there is.",
    ),
    rule(
        "notice.wrong",
        "sync.wrong_notice",
        (Remedy.CANCEL_RETIREMENT,),
        (
            "Pemberitahuan penghapusan atas akun yang didukung catatan aktif dibatalkan segera, "
            "sebelum {deletion_after_days} hari habis."
        ),
        (
            "A notice of deletion for an account that an active record supports is taken back at "
            "once, before {deletion_after_days} days are over."
        ),
    ),
    rule(
        "notice.left_in_dapodik",
        "sync.wrong_notice",
        (Remedy.FIX_DAPODIK,),
        (
            "Bila menurut Dapodik pemiliknya tidak aktif, operator memperbaiki data sebelum "
            "{deletion_after_days} hari habis; mendesak."
        ),
        (
            "When Dapodik says that the owner left, the operator corrects the record before "
            "{deletion_after_days} days are over; urgent."
        ),
    ),
    rule(
        "notice.old_jenjang",
        "sync.other_jenjang",
        (Remedy.INFORM,),
        (
            "Pemberitahuan atas akun jenjang lama benar karena akun jenjang baru sudah dipakai; "
            "hal itu dijelaskan."
        ),
        (
            "A notice for the account of the old jenjang is right, as the new one is in use; "
            "that is explained."
        ),
    ),
    rule(
        "notice.second_account",
        "terms.one_account",
        (Remedy.INFORM,),
        "Pemberitahuan atas akun kedua pada jenjang yang sama benar; hal itu dijelaskan.",
        "A notice for a second account of the same jenjang is right; that is explained.",
    ),
)
