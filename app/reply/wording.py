"""Words of the answers: what is missing, who acts, what was done."""

from models.vocabulary import Missing, Remedy, StepAction, WhoActs

MISSING: dict[Missing, str] = {
    Missing.NAME: "nama lengkap pemilik akun, persis seperti di Dapodik",
    Missing.SCHOOL: "nama sekolah beserta kabupaten/kota",
    Missing.NPSN: "NPSN sekolah (8 digit)",
    Missing.BIRTH_DATE: "tanggal lahir pemilik akun, seperti di Dapodik",
    Missing.GRADE: "tingkat atau kelas peserta didik",
    Missing.ACCOUNT_ADDRESS: "alamat akun belajar.id yang bermasalah",
    Missing.REPORT_NUMBER: "nomor laporan yang Anda maksud",
    Missing.PROOF_OF_REQUESTER: (
        "bukti bahwa Anda berhak meminta perubahan ini: ikuti tautan konfirmasi yang kami kirim "
        "ke e-mail pribadi yang tercatat pada akun, atau mintalah operator/kepala sekolah menulis "
        "dari e-mail yang tercatat di Dapodik sekolah"
    ),
    Missing.LOGIN_SCREENSHOT: "tangkapan layar yang menunjukkan pesan saat gagal masuk",
    Missing.NIK: "NIK pemilik akun (cukup melalui formulir, jangan di kolom komentar)",
    Missing.NISN: "NISN peserta didik",
    Missing.PERSONAL_EMAIL: "e-mail pribadi aktif yang tercatat di Dapodik",
    Missing.POWER_OF_ATTORNEY: (
        "surat kuasa dari pemilik akun dengan kop sekolah, tanda tangan, dan stempel"
    ),
    Missing.WHICH_PERSON: (
        "keterangan untuk membedakan orang yang dimaksud (misalnya tanggal lahir atau NUPTK), "
        "karena ada lebih dari satu data yang mirip"
    ),
    Missing.WHICH_PROBLEM: "penjelasan kendala yang Anda alami, satu per satu",
}

WHO_ACTS: dict[WhoActs, str] = {
    WhoActs.REQUESTER: "Anda",
    WhoActs.OPERATOR: "operator Dapodik sekolah",
    WhoActs.DINAS: "dinas pendidikan",
    WhoActs.HELPDESK: "helpdesk",
    WhoActs.SYSTEM: "pemutakhiran harian",
    WhoActs.NOBODY: "tidak ada lagi",
}

# What was done, told to someone who may know the address, and to someone who may not.
DONE: dict[StepAction, tuple[str, str]] = {
    StepAction.CREATE_ACCOUNT: (
        "Akun baru {address} telah diterbitkan.",
        "Akun baru telah diterbitkan.",
    ),
    StepAction.RENAME_ACCOUNT: (
        "Alamat akun telah diubah menjadi {address}.",
        "Bagian peran pada alamat akun telah disesuaikan.",
    ),
    StepAction.SUSPEND_ACCOUNT: (
        "Akun {target} telah dinonaktifkan.",
        "Akun lama telah dinonaktifkan.",
    ),
    StepAction.UNSUSPEND_ACCOUNT: (
        "Akun {target} telah diaktifkan kembali.",
        "Akun telah diaktifkan kembali.",
    ),
    StepAction.DELETE_ACCOUNT: ("Akun {target} telah dihapus.", "Akun lama telah dihapus."),
    StepAction.CANCEL_DELETION: (
        "Penghapusan akun {target} telah dibatalkan.",
        "Penghapusan akun telah dibatalkan.",
    ),
    StepAction.UNDELETE_ACCOUNT: (
        "Akun {target} telah dipulihkan.",
        "Akun telah dipulihkan.",
    ),
    StepAction.RESET_PASSWORD: (
        "Kata sandi akun {target} telah diatur ulang.",
        "Kata sandi akun telah diatur ulang.",
    ),
    StepAction.NOTE_DELETION: (
        "Tanggal penghapusan akun {target} telah dicatat kembali.",
        "Tanggal penghapusan akun telah dicatat kembali.",
    ),
}

# What somebody asks for, told to the one who must say whether it is theirs.
ASKED: dict[Remedy, str] = {
    Remedy.ISSUE_ACCOUNT: "menerbitkan akun",
    Remedy.RENAME_ACCOUNT: "menyesuaikan bagian peran pada alamat akun",
    Remedy.REPLACE_ACCOUNT: "menerbitkan akun untuk jenjang yang baru",
    Remedy.RETIRE_ACCOUNT: "menutup akun",
    Remedy.CANCEL_RETIREMENT: "membatalkan penghapusan akun",
    Remedy.RESTORE_ACCOUNT: "memulihkan akun yang terhapus",
    Remedy.UNSUSPEND_ACCOUNT: "membuka akun yang ditangguhkan",
    Remedy.RESET_PASSWORD: "mengatur ulang kata sandi",
}

# What became of a line of a list; stands after a number as well as by itself.
OUTCOME: dict[Remedy, str] = {
    Remedy.ASK_REQUESTER: "perlu dilengkapi",
    Remedy.WAIT_FOR_SYNC: "menunggu pemutakhiran data",
    Remedy.FIX_DAPODIK: "perlu diperbaiki di Dapodik",
    Remedy.FIX_VERVAL: "perlu diperbaiki melalui Verval",
    Remedy.ISSUE_ACCOUNT: "akun diterbitkan",
    Remedy.RENAME_ACCOUNT: "alamat akun disesuaikan",
    Remedy.KEEP_ACCOUNT: "akun sudah ada dan sesuai",
    Remedy.REPLACE_ACCOUNT: "akun jenjang baru diterbitkan",
    Remedy.RETIRE_ACCOUNT: "akun ditutup",
    Remedy.CANCEL_RETIREMENT: "penghapusan akun dibatalkan",
    Remedy.RESTORE_ACCOUNT: "akun dipulihkan",
    Remedy.UNSUSPEND_ACCOUNT: "akun diaktifkan kembali",
    Remedy.RESET_PASSWORD: "kata sandi diatur ulang",
    Remedy.SELF_SERVICE: "dapat diselesaikan pemilik akun",
    Remedy.INFORM: "tidak ada yang perlu diubah",
    Remedy.REFER_OUT: "ditangani layanan lain",
    Remedy.LINK_REPORT: "sudah dilaporkan sebelumnya",
    Remedy.MANUAL_REVIEW: "ditelaah petugas",
}
WITHOUT_AUTHORITY = "di luar wewenang pelapor"
REJECTED = "tidak dijalankan"
