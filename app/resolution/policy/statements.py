"""The published statements the rules rest on, each in our own Indonesian sentence.

Numbers of the policy stand in them as gaps, named as in Terms.
"""

from app.resolution.verdict import Source

_HELP = "https://pusatinformasi.belajar.id/hc"
SYNC_PAGE = (
    f"{_HELP}/en-us/articles/8048186681753-Pemutakhiran-Data-Sistem-belajar-id"
    "-bagi-Pendidik-Peserta-Didik-Tenaga-Kependidikan"
)
_FORM_PAGE = (
    f"{_HELP}/id/articles/5524023126553-Cara-Melaporkan-Kendala-Melalui-Tombol-Butuh-Bantuan"
)
_SUSPENDED_PAGE = (
    f"{_HELP}/en-us/articles/24359762978585-Informasi-untuk-Akun-belajar-id-yang-Ditangguhkan"
)
_RESET_PAGE = (
    f"{_HELP}/en-us/articles/4433356533401-Panduan-Mengganti-Reset-Password-Akun-belajar-id"
)
_TERMS_PAGE = f"{_HELP}/en-us/articles/5925552020761-Ketentuan-Penggunaan-Akun-belajar-id"
_THREAD = "Pemutakhiran Data Sistem belajar.id"
NOT_PUBLISHED = "Ketentuan kerja helpdesk (belum diterbitkan)"

SOURCES: tuple[Source, ...] = (
    Source(
        "sync.daily",
        _THREAD,
        "Data akun belajar.id dimutakhirkan otomatis dari Dapodik setiap hari.",
        SYNC_PAGE,
    ),
    Source(
        "sync.check_dapodik_first",
        _THREAD,
        "Sebelum akun dapat disesuaikan, perubahan harus sudah tampak di Dapodik dan "
        "sudah disinkronkan oleh operator sekolah.",
        SYNC_PAGE,
    ),
    Source(
        "sync.role_change",
        _THREAD,
        "Perubahan peran guru dan admin mengubah bagian peran pada alamat akun, berlaku "
        "{rename_after_days} hari setelah pemberitahuan; data akun tetap ada.",
        SYNC_PAGE,
    ),
    Source(
        "sync.same_jenjang",
        _THREAD,
        "Mutasi pada jenjang yang sama tidak mengubah akun; hanya sekolah pada akun yang "
        "menyesuaikan.",
        SYNC_PAGE,
    ),
    Source(
        "sync.other_jenjang",
        _THREAD,
        "Pindah jenjang berarti memakai akun baru; akun lama dinonaktifkan dan datanya "
        "dipindahkan sendiri oleh pemilik akun.",
        SYNC_PAGE,
    ),
    Source(
        "sync.other_jenjang_clock",
        "Cara mengatasi penghapusan akun",
        "Akun pada jenjang baru tersedia paling lambat {new_jenjang_after_days} hari setelah "
        "pemberitahuan, dan akun lama dihapus {deletion_after_days} hari setelahnya.",
        "https://www.sinau-thewe.com/2022/07/cara-mengatasi-penghapusan-akun.html",
    ),
    Source(
        "sync.left",
        _THREAD,
        "Akun belajar.id berlaku selama pemiliknya aktif di Dapodik; akun orang yang "
        "pensiun, keluar, lulus, atau wafat dihapus setelah pemberitahuan.",
        SYNC_PAGE,
    ),
    Source(
        "sync.wrong_notice",
        _THREAD,
        "Bila pemberitahuan penghapusan datang padahal tidak ada perubahan, data diperiksa "
        "di Dapodik lebih dahulu, lalu dilaporkan kepada helpdesk.",
        SYNC_PAGE,
    ),
    Source(
        "sync.deleted",
        _THREAD,
        "Akun yang telanjur terhapus dilaporkan kepada helpdesk dengan kategori "
        "Akun Terhapus/Dinonaktifkan.",
        SYNC_PAGE,
    ),
    Source(
        "google.undelete",
        "Directory API: users.undelete",
        "Akun yang dihapus hanya dapat dipulihkan selama {restorable_days} hari.",
        "https://developers.google.com/admin-sdk/directory/reference/rest/v1/users/undelete",
    ),
    Source(
        "terms.one_account",
        "Ketentuan Penggunaan Akun belajar.id",
        "Setiap orang memiliki satu akun untuk satu jenjang; akun kedua hanya bagi yang "
        "bertugas di dua jenjang.",
        _TERMS_PAGE,
    ),
    Source(
        "suspended.evidence",
        "Informasi untuk Akun belajar.id yang Ditangguhkan",
        "Akun yang ditangguhkan dibuka kembali oleh helpdesk atas permintaan pemilik akun, "
        "dalam {unsuspend_within_working_days}x24 jam hari kerja sejak data lengkap diterima.",
        _SUSPENDED_PAGE,
    ),
    Source(
        "reset.self_service",
        "Panduan Mengganti/Reset Password Akun belajar.id",
        "Kata sandi dapat diatur ulang sendiri: buka belajar.id, pilih Lupa Kata Sandi, isi "
        "ID pengguna dan tanggal lahir, lalu ikuti tautan yang dikirim ke e-mail pribadi atau "
        "kode yang dikirim ke nomor ponsel yang tercatat di Dapodik.",
        _RESET_PAGE,
    ),
    Source(
        "reset.user_id_stays",
        "Panduan Mengganti/Reset Password Akun belajar.id",
        "ID pengguna akun belajar.id tidak dapat diganti atas permintaan; nama tampilan dan data "
        "profil mengikuti Dapodik dengan sendirinya.",
        _RESET_PAGE,
    ),
    Source(
        "reset.contact_first",
        "Panduan Mengganti/Reset Password Akun belajar.id",
        "Bila e-mail pribadi atau nomor ponsel pemulihan kosong atau tidak aktif, operator "
        "memperbaikinya di Dapodik lebih dahulu; setelah sinkronisasi, kata sandi dapat "
        "diatur ulang.",
        _RESET_PAGE,
    ),
    Source(
        "reset.school_admin",
        "Cara reset password akun pendidik atau peserta didik",
        "Kata sandi guru dan peserta didik dapat diatur ulang melalui admin sekolah.",
        "https://foppsirokanhulu.blogspot.com/2022/11/cara-reset-password-akun-pendidik-atau.html",
    ),
    Source(
        "activation.first_sign_in",
        "Cara mendapatkan dan aktivasi akun pembelajaran",
        "Akun diaktifkan dengan masuk di mail.google.com memakai kata sandi awal, menyetujui "
        "ketentuan, lalu mengganti kata sandi. Bila kata sandi awal hilang, operator "
        "mengunduhnya lagi melalui Unduh Akun di pd.data.kemdikbud.go.id.",
        "https://analisaaceh.com/cara-membuat-dan-aktivasi-akun-pembelajaran-di-belajar-id",
    ),
    Source(
        "account.checker",
        "Panduan cek akun dan reset password belajar.id",
        "Akun dicari di belajar.id dengan NPSN, nama lengkap, dan tanggal lahir persis seperti "
        "di Dapodik; akun dibuat otomatis setelah data valid dan tersinkron.",
        "https://www.gurunasrul.com/2025/12/panduan-cek-akun-reset-password-dan.html",
    ),
    Source(
        "account.new_clock",
        NOT_PUBLISHED,
        "Akun baru terbit otomatis setelah data tersinkron; bila setelah "
        "{new_account_after_working_days} hari kerja belum ada, helpdesk menerbitkannya.",
    ),
    Source(
        "dapodik.new_staff",
        "Prosedur tambah PTK baru di sekolah induk pada Dapodik",
        "PTK baru dimasukkan melalui dinas pendidikan atau ditarik dengan Tarik PTK, lalu "
        "sampai ke sekolah pada sinkronisasi berikutnya.",
        "https://pendidikanislam.id/prosedur-tambah-ptk-baru-disekolah-induk-pada-dapodik-2021-dan-dokumen-yang-dibutuhkan/",
    ),
    Source(
        "dapodik.pull_staff",
        "Input mutasi PTK dengan Tarik PTK",
        "Pada mutasi, sekolah lama melepas data lalu sinkron, kemudian sekolah baru menarik "
        "data lalu sinkron.",
        "https://dapodik-merangin.blogspot.com/2016/03/cara-mudah-input-mutasi-ptk-dengan.html",
    ),
    Source(
        "dapodik.verval",
        "Dapodik: data PTK",
        "Nama, tanggal lahir, dan NIK hanya diperbaiki melalui Verval PTK atau Verval PD; akun "
        "mengikuti setelah data terverifikasi tersinkron.",
        "https://github.com/dapodix/dapodik-2022/blob/91d01c92069e21eb9a78d3837c6beb9edb0444bd/app/dataweb/apps/web/resources/html/Ptk.php",
    ),
    Source(
        "dapodik.assignment",
        "Dapodik: penugasan PTK",
        "Kesalahan sekolah atau penugasan diperbaiki di Dapodik oleh operator bersama dinas "
        "pendidikan.",
        "https://github.com/dapodix/dapodik-2022/blob/91d01c92069e21eb9a78d3837c6beb9edb0444bd/app/dataweb/apps/web/resources/html/PtkTerdaftar.php",
    ),
    Source(
        "migration.takeout",
        _THREAD,
        "Data pada akun lama dipindahkan sendiri oleh pemilik akun dengan Google Takeout "
        "sebelum akun lama dihapus; pada jenjang yang sama akun dan data Chromebook tidak "
        "berubah.",
        SYNC_PAGE,
    ),
    Source(
        "platform.account_fine",
        _THREAD,
        "Akun belajar.id hanya untuk masuk; bila masuk berhasil tetapi layanan lain menolak, "
        "keluarlah dari akun lama, masuk dengan akun yang sesuai peran dan jenjang di Dapodik, "
        "lalu hubungi layanan bantuan aplikasi tersebut. Setelah pindah jenjang, riwayat pada "
        "layanan lain tetap tersimpan di akun lama.",
        SYNC_PAGE,
    ),
    Source(
        "form.follow_up",
        "Cara Melaporkan Kendala Melalui Tombol Butuh Bantuan",
        "Setiap laporan mendapat nomor laporan, dan jawabannya dikirim ke e-mail pelapor.",
        _FORM_PAGE,
    ),
    Source(
        "form.user_types",
        "Cara Melaporkan Kendala Melalui Tombol Butuh Bantuan",
        "Laporan dilayani berdasarkan tipe pengguna dan identitas seperti tercatat di Dapodik.",
        _FORM_PAGE,
    ),
    Source(
        "scope.refer_out",
        "Akun guru madrasah",
        "Helpdesk ini melayani akun belajar.id bagi sekolah yang tercatat di Dapodik. Akun "
        "madrasah (EMIS, SIMPATIKA) dilayani Kementerian Agama melalui kepala madrasah, dan "
        "aplikasi lain dilayani pengelola masing-masing.",
        "https://www.medcom.id/pendidikan/news-pendidikan/GKdEDvpN-350-000-guru-madrasah-kini-dapat-mengakses-platform-merdeka-mengajar",
    ),
    Source(
        "scope.non_school",
        "Akun belajar.id di luar satuan pendidikan",
        "Akun di luar satuan pendidikan memiliki ketentuan tersendiri dan ditelaah petugas.",
        "https://kompasiana.com/061_khayyameilina5242/67683df5ed641522f276e452/akun-belajar-id-penurunan-kualitas-atau-optimalisasi-akun",
    ),
    Source(
        "loket.who_may_ask",
        NOT_PUBLISHED,
        "Akses ke akun hanya diberikan kepada pemilik akun, operator, atau kepala sekolah yang "
        "tercatat.",
    ),
    Source(
        "loket.vouching",
        NOT_PUBLISHED,
        "Bila semua kontak pemilik akun tidak dapat dipakai, operator atau kepala sekolah yang "
        "tercatat di Dapodik dapat menjaminnya. Akses diberikan setelah masa tunggu "
        "{vouch_waits_hours} jam tanpa keberatan dan persetujuan dua petugas.",
    ),
    Source(
        "loket.list_authority",
        NOT_PUBLISHED,
        "Daftar orang dijalankan atas permintaan operator atau kepala sekolah tempat orang itu "
        "kini tercatat di Dapodik.",
    ),
    Source(
        "loket.no_rule",
        NOT_PUBLISHED,
        "Belum ada ketentuan yang diterbitkan untuk keadaan ini, sehingga petugas menelaahnya.",
    ),
)
