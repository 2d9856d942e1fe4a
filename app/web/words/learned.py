"""Words of the page of scores: what reads, how well, what was learned, and the blind share."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "queue.blind": ("Perlu dibaca tanpa saran", "To be read without a suggestion"),
    "blind.title": ("Kategori dari teks saja", "Category from the text alone"),
    "blind.why": (
        (
            "Sebagian kecil laporan dibaca tanpa melihat hasil Loket, supaya "
            "ketepatannya dapat diukur "
            "dengan adil. Baca laporannya, pilih kategorinya; setelah itu semuanya ditampilkan."
        ),
        (
            "A small share of reports is read without seeing what Loket read, so that it can be "
            "measured fairly. Read the report and choose its category; then everything is shown."
        ),
    ),
    "blind.which": ("Laporan ini tentang apa?", "What is this report about?"),
    "blind.choose": ("Pilih kategori…", "Choose a category…"),
    "blind.name": ("Simpan dan tampilkan semuanya", "Save and show everything"),
    "blind.hidden": (
        "Data dan usulan ditampilkan setelah kategori dipilih.",
        "Records and proposal are shown once a category is chosen.",
    ),
    "blind.awaited": (
        "Pilih dahulu kategori dari teksnya; setelah itu usulan dapat diputuskan.",
        "First choose the category from the text; then the proposal can be decided.",
    ),
    "blind.not_awaited": (
        "Kategori laporan ini sudah dipilih dari teksnya.",
        "The category of this report was chosen from the text already.",
    ),
    "blind.differs": (
        (
            "Dari teksnya dipilih “{category}”; Loket membacanya lain. Pilihan itu belum mengubah "
            "apa pun."
        ),
        (
            "From the text “{category}” was chosen; Loket read it differently. The "
            "choice has changed "
            "nothing yet."
        ),
    ),
    "blind.correct": ("Tetapkan sebagai {category}", "Set it to {category}"),
    "scores.title": ("Mutu pembacaan", "Quality of reading"),
    "scores.champion": ("Yang membaca sekarang", "What reads now"),
    "scores.unnamed": ("pengklasifikasi pertama", "first classifier"),
    "scores.since": ("sejak {at}", "since {at}"),
    "scores.no_champion": (
        "Belum ada pengklasifikasi: setiap laporan dibaca petugas.",
        "There is no classifier yet: every report goes to a person.",
    ),
    "scores.learned": (
        "Belajar dari korpus dan {number} kata petugas.",
        "Learned from the corpus and {number} words of colleagues.",
    ),
    "scores.waiting_long": (
        (
            "Sejak itu sedikitnya: {corrected} koreksi, {confirmed} persetujuan, {blind} tanpa "
            "saran, {example} contoh."
        ),
        (
            "Since then at least: {corrected} corrections, {confirmed} approvals, {blind} blind, "
            "{example} examples."
        ),
    ),
    "scores.waiting": (
        (
            "Sejak itu: {corrected} koreksi, {confirmed} persetujuan, {blind} tanpa saran, "
            "{example} contoh."
        ),
        (
            "Since then: {corrected} corrections, {confirmed} approvals, {blind} blind, "
            "{example} examples."
        ),
    ),
    "scores.figures": ("Angka", "Figures"),
    "scores.figure": ("Ukuran", "Figure"),
    "scores.frozen": ("Teks beku", "Frozen texts"),
    "scores.blind": ("Tanpa saran", "Blind"),
    "scores.on_frozen": ("{number} teks beku", "{number} frozen texts"),
    "scores.on_blind": ("{number} laporan tanpa saran", "{number} blind reports"),
    "scores.macro_f1": ("Macro-F1", "Macro-F1"),
    "scores.macro_f1_how": (
        "rata-rata F1 semua kategori, masing-masing sama berat",
        "mean F1 of all categories, each of equal weight",
    ),
    "scores.accuracy": ("Ketepatan", "Accuracy"),
    "scores.accuracy_how": ("kategori pertama benar", "the first category is right"),
    "scores.at_80": ("Ketepatan pada 80 % terpasti", "Accuracy on the surest 80 %"),
    "scores.at_80_how": (
        "seperlima yang paling ragu tidak dihitung",
        "the least sure fifth is left out",
    ),
    "scores.at_90": ("Ketepatan pada 90 % terpasti", "Accuracy on the surest 90 %"),
    "scores.at_90_how": (
        "sepersepuluh yang paling ragu tidak dihitung",
        "the least sure tenth is left out",
    ),
    "scores.auto_precision": ("Ketepatan keputusan otomatis", "Precision of automatic decisions"),
    "scores.auto_precision_how": (
        "benar di antara yang diputuskan sendiri",
        "right among those decided alone",
    ),
    "scores.auto_coverage": ("Bagian yang otomatis", "Share decided alone"),
    "scores.auto_coverage_how": (
        "diputuskan sendiri di antara semua teks",
        "decided alone among all texts",
    ),
    "scores.ece": ("Galat kalibrasi (ECE)", "Calibration error (ECE)"),
    "scores.ece_how": (
        "jarak rata-rata antara keyakinan dan kenyataan, sepuluh kelompok sama besar",
        "mean distance between confidence and truth, ten groups of equal size",
    ),
    "scores.floor": (
        (
            "Pembaca yang terkalibrasi sempurna pun menunjukkan ECE {percent} % pada teks "
            "sebanyak ini."
        ),
        "A perfectly calibrated reader would show an ECE of {percent} % on as many texts.",
    ),
    "scores.traps": (
        (
            "Di antaranya {number} teks jebakan; keputusan otomatis yang salah: {wrong} "
            "pada jebakan, "
            "{all_wrong} seluruhnya."
        ),
        (
            "{number} of them are traps; wrong automatic decisions: {wrong} on traps, "
            "{all_wrong} in "
            "all."
        ),
    ),
    "scores.how": (
        (
            "Teks beku ditulis untuk ujian dan tidak pernah dipelajari. Laporan tanpa "
            "saran berasal dari "
            "empat minggu sebelum pelatihan, dinilai petugas sebelum melihat hasil, dan juga tidak "
            "dipelajari. Di bawah tiap angka: selang kepercayaan 95 %. Angka dihitung "
            "sekali pada tiap "
            "pelatihan, dengan pilihan pelapor ikut ditimbang."
        ),
        (
            "Frozen texts were written as an examination and are never learned. Blind "
            "reports are from "
            "the four weeks before the training, judged by colleagues before they saw "
            "anything, and "
            "not learned either. Below each figure: its 95 % interval. Figures are "
            "computed once in "
            "each training, with the requester's own choice weighed in."
        ),
    ),
    "scores.calibration": ("Kalibrasi", "Calibration"),
    "scores.calibration_chart": (
        "Keyakinan yang dinyatakan (mendatar) dan bagian yang benar (tegak)",
        "Stated confidence (across) and share that was right (up)",
    ),
    "scores.calibration_how": (
        (
            "Mendatar: keyakinan yang dinyatakan; tegak: bagian yang benar. Sepuluh "
            "kelompok teks beku "
            "sama besar. Garis putus-putus: keyakinan yang tepat."
        ),
        (
            "Across: stated confidence; up: share that was right. Ten groups of frozen "
            "texts of equal "
            "size. Dashed line: confidence that is exactly right."
        ),
    ),
    "scores.coverage": ("Ketepatan menurut cakupan", "Precision by coverage"),
    "scores.coverage_chart": (
        "Bagian teks yang terpasti (mendatar) dan ketepatannya (tegak, dari 50 %)",
        "Surest share of the texts (across) and its precision (up, from 50 %)",
    ),
    "scores.coverage_how": (
        "Mendatar: bagian teks beku yang paling pasti; tegak: ketepatannya, dari 50 %.",
        "Across: the surest share of the frozen texts; up: its precision, from 50 %.",
    ),
    "scores.as_table": ("Sebagai tabel", "As a table"),
    "scores.said_sure": ("Keyakinan", "Confidence"),
    "scores.was_right": ("Benar", "Right"),
    "scores.texts": ("Teks", "Texts"),
    "scores.surest": ("Cakupan", "Coverage"),
    "scores.confusion": ("Yang tertukar", "What is confused"),
    "scores.confusion_how": (
        "Kategori sebenarnya → yang dibaca (jumlah teks beku).",
        "True category → what was read (number of frozen texts).",
    ),
    "scores.no_confusion": ("Tidak ada.", "Nothing."),
    "scores.whole_table": ("Tabel lengkap", "The whole table"),
    "scores.true": ("Sebenarnya", "True"),
    "scores.said": ("dibaca", "read as"),
    "scores.other": ("Lain", "Other"),
    "scores.by_category": ("Per kategori", "By category"),
    "scores.found": ("Dikenali", "Found"),
    "scores.said_n": ("Disebut", "Said"),
}
