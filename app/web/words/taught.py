"""Words of what was learned: weeks, doubts, changes, trainings, added categories."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "drift.title": ("Minggu demi minggu", "Week by week"),
    "drift.week": ("Minggu", "Week"),
    "drift.read": ("Dibaca", "Read"),
    "drift.confidence": ("Keyakinan rata-rata", "Mean confidence"),
    "drift.shift": ("Pergeseran kategori (PSI)", "Shift of categories (PSI)"),
    "drift.overruled": ("Dikoreksi / dinilai", "Corrected / ruled on"),
    "drift.shifted": ("bergeser", "shifted"),
    "drift.shifting": ("mulai bergeser", "shifting"),
    "drift.high": ("di atas batas {percent} %", "above the bound of {percent} %"),
    "drift.none": ("Belum ada laporan yang dibaca.", "No reports have been read yet."),
    "drift.how": (
        (
            "Minggu ISO menurut WIB. PSI membandingkan bagian tiap kategori dengan empat minggu "
            "sebelumnya (0,1 mulai bergeser, 0,25 bergeser; tidak dihitung di bawah 30 laporan). "
            "Dikoreksi: bagian yang kategorinya diganti petugas di antara yang disetujui "
            "atau dikoreksi; "
            "batasnya tiga simpangan baku di atas minggu-minggu sebelumnya."
        ),
        (
            "ISO weeks in WIB. PSI compares the share of each category with the four "
            "weeks before (0.1 "
            "shifting, 0.25 shifted; not computed below 30 reports). Corrected: the "
            "share whose category "
            "a colleague changed among those approved or corrected; the bound is three "
            "standard errors "
            "above the weeks before."
        ),
    ),
    "doubt.title": ("Kata yang meragukan", "Doubtful words"),
    "doubt.how": (
        (
            "Pelatihan terakhir memeriksa {number} kata baru dengan pembaca yang belum "
            "mempelajarinya. "
            "Secara wajar {expected} di antaranya akan tampak meragukan."
        ),
        (
            "The last training examined {number} new words with a reader that had not "
            "learned them. "
            "{expected} of them would look doubtful by chance."
        ),
    ),
    "doubt.none": ("Tidak ada yang perlu diperiksa.", "There is nothing to look at."),
    "doubt.one": (
        (
            "{by}, {at}: “{label}” (peluang {percent} %); teksnya lebih mirip “{rather}” "
            "({rather_percent} %)."
        ),
        (
            "{by}, {at}: “{label}” (chance {percent} %); the text looks rather like “{rather}” "
            "({rather_percent} %)."
        ),
    ),
    "doubt.withdraw": ("Tarik kata ini", "Withdraw this word"),
    "doubt.vouch": ("Saya setuju dengan kata ini", "I agree with this word"),
    "change.title": ("Yang diubah pelatihan terakhir", "What the last training changed"),
    "change.frozen": (
        "Pada teks beku: {won} menjadi benar, {lost} menjadi salah.",
        "On the frozen texts: {won} became right, {lost} became wrong.",
    ),
    "change.learned": ("Dipelajari dari petugas:", "Learned from colleagues:"),
    "change.known": (
        "{category}: {found} dari {number} contohnya dikenali tanpa dipelajari.",
        "{category}: {found} of its {number} examples are known without being learned.",
    ),
    "change.examples": ("Contoh dari teks beku", "Examples from the frozen texts"),
    "change.one": (
        "Sebenarnya {really}; sebelumnya {before}, sesudahnya {after}.",
        "True: {really}; before: {before}, after: {after}.",
    ),
    "change.recent": (
        "Di antara 150 laporan terakhir akan dibaca lain:",
        "Of the last 150 reports these would be read differently:",
    ),
    "change.none": (
        "Belum ada pelatihan yang dibandingkan dengan pendahulunya.",
        "No training has been compared with one before it yet.",
    ),
    "training.title": ("Pelatihan", "Trainings"),
    "training.now": ("Latih sekarang", "Train now"),
    "training.running": (
        "Pelatihan sedang berjalan; biasanya selesai dalam satu menit.",
        "A training is running; it usually takes a minute.",
    ),
    "training.nightly": (
        "Setiap pukul 02.00 WIB pelatihan dimulai sendiri bila ada kata baru.",
        "Each night at 02:00 WIB a training begins by itself when there are new words.",
    ),
    "training.none": ("Belum ada pelatihan.", "There has been no training yet."),
    "training.material": (
        "{texts} teks, {labels} dari petugas",
        "{texts} texts, {labels} from people",
    ),
    "training.roll_back": ("Kembali ke sebelumnya…", "Go back…"),
    "training.roll_back_hint": (
        "{name} membaca lagi; yang sekarang dikesampingkan.",
        "{name} reads again; the present one is set aside.",
    ),
    "training.roll_back_now": ("Kembalikan", "Go back"),
    "training.already": (
        "Pelatihan lain sedang berjalan; tunggu sampai selesai.",
        "Another training is running; wait for its end.",
    ),
    "training.no_way_back": (
        "Tidak ada pengklasifikasi sebelumnya.",
        "There is no earlier classifier.",
    ),
    "reason.audit": (
        (
            "Terlalu banyak kata yang meragukan: {doubts} dari {n}, secara wajar "
            "{expected}. Periksa di "
            "bawah “Kata yang meragukan”."
        ),
        "Too many doubtful words: {doubts} of {n}, {expected} by chance. See “Doubtful words”.",
    ),
    "reason.macro_f1": (
        "Macro-F1 pada teks beku turun {points} poin.",
        "Macro-F1 on the frozen texts fell by {points} points.",
    ),
    "reason.recall": (
        "{category}: {lost} dari {n} teks beku tidak lagi dikenali.",
        "{category}: {lost} of {n} frozen texts are no longer found.",
    ),
    "reason.traps": (
        "Keputusan otomatis yang salah pada teks jebakan naik dari {before} ke {after}.",
        "Wrong automatic decisions on traps rose from {before} to {after}.",
    ),
    "reason.ece": (
        "Keyakinannya tidak dapat dipercaya: galat kalibrasi {percent} %.",
        "Its confidence cannot be trusted: calibration error {percent} %.",
    ),
    "reason.blind": (
        "Pada {n} laporan tanpa saran: {lost} menjadi salah, {won} menjadi benar.",
        "On {n} blind reports: {lost} became wrong, {won} became right.",
    ),
    "reason.added": (
        (
            "{category}: hanya {found} dari {n} contohnya dikenali; tambahkan contoh "
            "yang lebih mirip "
            "satu sama lain."
        ),
        (
            "{category}: only {found} of its {n} examples are known; add examples that "
            "resemble each "
            "other more."
        ),
    ),
    "category.title": ("Kategori tambahan", "Added categories"),
    "category.none": ("Belum ada.", "None yet."),
    "category.off": ("tidak dipakai", "not in use"),
    "category.words": ("{number} contoh dan koreksi", "{number} examples and corrections"),
    "category.switch_off": ("Hentikan", "Switch off"),
    "category.add": ("Tambah kategori atau contoh", "Add a category or examples"),
    "category.name": ("Nama", "Name"),
    "category.definition": ("Laporan seperti apa", "Which reports"),
    "category.examples": ("Contoh laporan", "Example reports"),
    "category.examples_hint": (
        (
            "Satu per baris, atau dipisah baris kosong bila lebih dari sebaris. Sepuluh "
            "sudah cukup. "
            "Nama orang, sekolah, dan nomor dihapus."
        ),
        (
            "One a line, or parted by blank lines when longer. Ten are enough. Names of people and "
            "schools and numbers are removed."
        ),
    ),
    "category.save": ("Simpan", "Save"),
    "category.bad_name": (
        "Nama itu tidak dapat dipakai: mulailah dengan huruf.",
        "That name cannot be used: begin with a letter.",
    ),
    "category.taken": (
        "Kategori itu sudah ada; tambahkan contoh.",
        "That category exists; add examples.",
    ),
    "category.unknown": (
        "Kategori itu tidak dipakai lagi; pilih yang lain.",
        "That category is not in use; choose another.",
    ),
}
