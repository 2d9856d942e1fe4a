"""What holds a verdict back, and messages about nobody who is known."""

from app.resolution.policy.rule import rule
from models.vocabulary import Remedy

RULES = (
    rule(
        "guard.system_away",
        "loket.no_rule",
        (Remedy.MANUAL_REVIEW,),
        (
            "Bila Dapodik atau direktori akun tidak menjawab, tidak ada yang disimpulkan dan "
            "petugas menelaahnya."
        ),
        (
            "While Dapodik or the account directory does not answer, nothing is concluded and a "
            "colleague looks at it."
        ),
    ),
    rule(
        "guard.stale_records",
        "sync.daily",
        (Remedy.WAIT_FOR_SYNC,),
        (
            "Bila data Dapodik berumur lebih dari 48 jam, keputusan ditunda sampai data "
            "berikutnya tiba."
        ),
        ("When the Dapodik records are older than 48 hours, the decision waits for the next ones."),
    ),
    rule(
        "guard.changed_after_extract",
        "sync.daily",
        (Remedy.WAIT_FOR_SYNC,),
        (
            "Perubahan yang menurut laporan terjadi setelah data terakhir diambil ditunggu "
            "sampai pengambilan harian berikutnya."
        ),
        (
            "A change said to be made after the last extract is waited for until the next daily "
            "extract."
        ),
        version=2,
    ),
    rule(
        "guard.not_sent",
        "sync.check_dapodik_first",
        (Remedy.WAIT_FOR_SYNC,),
        (
            "Data yang sudah diisi di sekolah tetapi belum terkirim menunggu operator; tidak ada "
            "tanggal yang dijanjikan."
        ),
        (
            "A record entered at the school but not yet sent waits for the operator; no date is "
            "promised."
        ),
    ),
    rule(
        "guard.which_person",
        "form.user_types",
        (Remedy.ASK_REQUESTER,),
        (
            "Bila lebih dari satu orang mungkin dimaksud, pelapor diminta membedakannya dan "
            "tidak ada yang diubah."
        ),
        (
            "When more than one person may be meant, the requester is asked which, and nothing "
            "is changed."
        ),
    ),
    rule(
        "guard.which_problem",
        "form.user_types",
        (Remedy.ASK_REQUESTER,),
        "Bila kendalanya tidak terbaca, pelapor diminta menjelaskannya.",
        "When the problem cannot be read, the requester is asked to explain it.",
    ),
    rule(
        "guard.no_rule",
        "loket.no_rule",
        (Remedy.MANUAL_REVIEW,),
        (
            "Kategori yang ditambahkan penyelia dan akun untuk ARKAS belum memiliki aturan, jadi "
            "petugas menelaahnya."
        ),
        (
            "A category added by a supervisor and the account for ARKAS have no rule yet, so a "
            "colleague looks at it."
        ),
        version=2,
    ),
    rule(
        "guard.who_is_meant",
        "form.user_types",
        (
            Remedy.ASK_REQUESTER,
            Remedy.MANUAL_REVIEW,
        ),
        (
            "Bila belum pasti siapa yang dimaksud, yang kurang ditanyakan; akun hanya diubah "
            "untuk satu orang yang pasti."
        ),
        (
            "When it is not certain who is meant, what is missing is asked for; an account is "
            "changed for one certain person only."
        ),
    ),
    rule(
        "guard.non_school",
        "scope.non_school",
        (Remedy.MANUAL_REVIEW,),
        (
            "Akun di luar satuan pendidikan (dinas, yayasan, mitra) ditelaah petugas karena "
            "ketentuannya belum terbit."
        ),
        (
            "Accounts outside schools (dinas, foundations, partners) are looked at by a "
            "colleague, as no rule was published."
        ),
        version=2,
    ),
    rule(
        "guard.not_verified",
        "loket.who_may_ask",
        (Remedy.ASK_REQUESTER,),
        (
            "Akses ke akun hanya diserahkan kepada pelapor yang terbukti pemilik, operator, atau "
            "kepala sekolahnya; selain itu diminta bukti."
        ),
        (
            "Access to an account is handed only to a requester proven to be its owner or the "
            "school's operator or head; others are asked for proof."
        ),
    ),
    rule(
        "list.no_authority",
        "loket.list_authority",
        (Remedy.MANUAL_REVIEW, Remedy.ASK_REQUESTER),
        (
            "Baris daftar yang pelapornya bukan pemilik akun, operator, atau kepala sekolah orang "
            "itu saat ini tidak mengubah apa pun: ditelaah petugas, atau diminta bukti bila "
            "menyangkut akses."
        ),
        (
            "A line of a list changes nothing unless the requester is the owner, operator or head "
            "where that person is now: a colleague looks at it, or proof is asked for access."
        ),
    ),
    rule(
        "guard.unlinked_account",
        "loket.no_rule",
        (Remedy.MANUAL_REVIEW,),
        ("Akun yang disebut tetapi tidak terhubung dengan siapa pun di Dapodik ditelaah petugas."),
        "An account that is named but linked to nobody in Dapodik is looked at by a colleague.",
    ),
    rule(
        "guard.not_entitled",
        "loket.no_rule",
        (Remedy.MANUAL_REVIEW,),
        (
            "Bila jenis akun tidak sesuai dengan jenis catatan (akun siswa untuk pegawai atau "
            "sebaliknya), petugas menelaahnya."
        ),
        (
            "When the kind of account does not match the kind of record (a student's for staff "
            "or the reverse), a colleague looks at it."
        ),
    ),
    rule(
        "unmatched.enter_in_dapodik",
        "dapodik.new_staff",
        (Remedy.FIX_DAPODIK,),
        (
            "PTK yang tidak ada di sekolah yang disebut harus dimasukkan atau ditarik di Dapodik "
            "lebih dahulu."
        ),
        "Staff who are not at the stated school must first be entered or pulled in Dapodik.",
    ),
    rule(
        "unmatched.enter_student",
        "sync.check_dapodik_first",
        (Remedy.FIX_DAPODIK,),
        (
            "Peserta didik yang tidak ada di sekolah yang disebut harus dimasukkan operator di "
            "Dapodik lebih dahulu."
        ),
        (
            "A student who is not at the stated school must first be entered in Dapodik by the "
            "operator."
        ),
    ),
    rule(
        "unmatched.pull_to_school",
        "dapodik.pull_staff",
        (Remedy.FIX_DAPODIK,),
        (
            "Pada mutasi, sekolah lama melepas dan sekolah baru menarik datanya sebelum akun "
            "dapat menyusul."
        ),
        (
            "On a move the old school releases the record and the new one pulls it before the "
            "account can follow."
        ),
    ),
    rule(
        "unmatched.record_gone",
        "sync.wrong_notice",
        (Remedy.FIX_DAPODIK,),
        (
            "Akun yang dihapus atau diberitahu akan dihapus, sedangkan orangnya tidak ada di "
            "Dapodik, menunggu perbaikan data oleh operator."
        ),
        (
            "An account deleted or about to be, of a person not in Dapodik, waits for the "
            "operator to correct the record."
        ),
    ),
    rule(
        "unmatched.ask_more",
        "account.checker",
        (Remedy.ASK_REQUESTER,),
        (
            "Bila nama dan sekolah tidak menemukan siapa pun, tanggal lahir dan alamat akun "
            "ditanyakan."
        ),
        (
            "When name and school find nobody, the birth date and the account's address are "
            "asked for."
        ),
    ),
)
