"""Phrases a clerk would underline: each is a feature of its own beside words and letters.

Patterns run over the stems of one message in which a denied stem carries `bukan_`, so "tidak lupa
sandi" shows no `lupa`. `~` stands for up to three stems in between.
"""

import re

_PATTERNS: dict[str, str] = {
    # missing
    "tidak_ketemu": r"\btidak (?:\S+ )?(?:temu|ditemu|daftar|muncul|kenal|tercatat|tampil)\w*"
    r"|\b(?:cek|cari)\b ~\b(?:kosong|tidak ada|hilang)|no such|\bkosong\b",
    "cek_akun": r"\bcek\b|\bcari\b|laman cek",
    "ada_di_dapodik": r"\b(?:ada|masuk|aktif|catat|tercatat|valid|lengkap|cocok|sinkron|data)\b"
    r" ~dapodik|dapodik ~\b(?:ada|lengkap|aktif|benar|valid|hijau|muncul|cocok|sama|terbaca"
    r"|jelas)\b",
    "pernah_punya": r"\b(?:dulu|lama|pernah|semester lama|tahun)\b ~\b(?:punya|pakai|ada|bisa)\b"
    r"|\bmasih pakai\b",
    "belum_punya": r"\bbelum ~(?:punya|dapat|terima|akun|terbit|milik|bagi|buat|peroleh|bisa"
    r" kasi|sedia|ada|kebagian|pegang)\b|\btidak pernah ~(?:punya|dapat|terima|buat|beri|akun)"
    r"|\btidak punya akun|\bbelum pernah ~akun|\bbelum ada\b",
    "orang_baru": r"\b(?:guru|ptk|tendik|staf|pegawai|tutor|operator|cpns|pppk|honor|honorer"
    r"|tenaga)\b ~\bbaru\b|\bbaru ~\b(?:guru|ptk|tendik|angkat|masuk|daftar|input|terima|kerja"
    r"|hire|hired|gabung|lulus)\b|\b(?:cpns|pppk|p3k|hired|spmt)\b",
    "minta_akun": r"\b(?:minta|buat|aju|terbit|mohon|usul|daftar)\w* ~\bakun\b|\bcara ~(?:aju"
    r"|minta|dapat|buat)\w*",
    "siswa": r"\b(?:siswa|anak|kelas|nisn|ortu|rombel|adik|adek|ponakan|bocah|cucu|wali)\w*\b",
    "staf": r"\b(?:guru|ptk|gtk|tendik|tutor|honor|honorer|pustakawan|pppk|nuptk|nip|pegawai"
    r"|staf|pengawas)\b|xperan_(?:guru|admin)",
    "satu_kelas": r"\b(?:kelas|rombel|angkat|sekelas|semua siswa|satu kelas)\b",
    # removed
    "sudah_dihapus": r"\b(?:sudah|telah|malah|betul|keburu|langsung|tahu|was|been|kok|kena)\b"
    r" ~\b(?:hapus|nonaktif|hilang|lenyap|raib|mati)\w*|\bhapus (?:admin|oleh|semester|sepihak"
    r"|dari)\b|\bakun (?:saya )?(?:hilang|hapus|mati|nonaktif)\w*",
    "akan_dihapus": r"\bakan ~(?:hapus|nonaktif|ubah|tutup|mati|hilang)\w*|\b(?:mau|bakal)"
    r" (?:hapus|nonaktif)\w*|\bnotifikasi ~hapus|\bhapus ~notifikasi|\b(?:sisa|tinggal) \d+ hari"
    r"|\b(?:30|0|3) hari (?:lagi|awal)?|jatuh tempo|tenggat|\bbatal\w*|cegah",
    "surat_datang": r"\b(?:notifikasi|email|pesan|surat)\b ~\b(?:masuk|datang|terima|dapat"
    r"|bilang|bunyi|isi)\w*|\b(?:dapat|terima)\b ~\b(?:notifikasi|email|surat|pesan)\b",
    "tidak_berubah": r"\btidak ~\bbukan_(?:pindah|ubah|mutasi|ganti|keluar|resign|lulus)\w*"
    r"|\bmasih (?:aktif|ngajar|ajar|sekolah|mengajar|guru|kelas|jabat|tempat|siswa)\w*|\btetap\b"
    r"|\bpadahal\b ~\b(?:masih|tetap)\b|masih di situ",
    "minta_ditutup": r"\b(?:minta|tolong|agar|supaya|mohon)\b ~\b(?:hapus|tutup|nonaktif)\w*"
    r"|\b(?:pensiun|meninggal|resign|almarhum|wafat|berhenti|purna|keluar)\b",
    "ditangguhkan": r"\btangguh\w*|\bsuspen\w*|\bspam\b|\blanggar\w*|\bkebijak\w*|\bcuriga\w*"
    r"|\bguna google\b|\bsyarat layan\w*|\bterms\b|\bpolicy\b|\bsalah ?guna\w*|\bbanned\b"
    r"|\bkunci google|\bmassal\b|\bkirim ~banyak|\bjudi\b",
    # change
    "admin_dan_guru": r"\badmin\b.*\bguru\b|\bguru\b.*\badmin\b|xperan_ganti",
    "jabatan": r"\bkepsek\b|\bplt\b|\bjabat\w*|\blantik\w*|\bangkat\b|\boperator\b|\btugas"
    r" tambah\w*|\bdefinitif\b",
    "ganti_peran": r"\b(?:jadi|angkat|tunjuk|lantik|ubah|ganti|kembali|balik)\w* ~\b(?:kepsek"
    r"|operator|admin|guru|peran|plt|ajar)\b|\bperan\b|jenis ptk|xperan_ganti",
    "pindah": r"\bpindah\b|\bmutasi\b|\brotasi\b|\btarik\b|\bpindahtugas\b|\btugas baru\b"
    r"|sekolah (?:baru|lama)",
    "pindah_sama": r"xjenjang_sama|\bsama sama\b|\bantar (?:kabupaten|sekolah|kecamatan|sd|smp"
    r"|sma|smk|kota|provinsi)|sesama|\btetap (?:sd|smp|sma|smk)\b",
    "pindah_beda": r"xjenjang_beda|\bbeda jenjang|\bnaik (?:sd|smp|sma|smk|kelas)|\blulus (?:sd"
    r"|smp|paud|tk)|jenjang (?:baru|beda)|akun (?:sd|smp|paud|tk|sma|smk)\b",
    # sign-in
    "lupa_sandi": r"\blupa\b|\breset\b|\bsandi ~\b(?:lupa|hilang|salah|ubah|ganti)\b|\b(?:ganti"
    r"|ubah)\w* ~sandi",
    "pulih": r"\bpulih\b|\bkode\b|\bhp ~(?:hilang|mati|ganti|lama|rusak|curi)|\bnomor ~(?:mati"
    r"|lama|ganti|hangus|angus|aktif)|verifikasi langkah|\bterkunci\b|email pribadi",
    "sandi": r"\bsandi\b",
    "pertama_kali": r"\bpertama\b|\bsandi awal\b|\bawal\b|\baktivasi\b|\bbelum aktif\b|\bbelum"
    r" pernah (?:masuk|login)|\bunduh akun\b|\bcsv\b|\bdefault\b|\btunggu aktivasi|\bsyarat"
    r" tentu\w*|\bkertas\b",
    # data
    "data_salah": r"\b(?:nama|tanggal lahir|lahir|nik|gelar|eja\w*|huruf|jenis kelamin|nisn"
    r"|tempat lahir|foto|tampil)\b ~\b(?:salah|keliru|balik|kurang|beda|tukar|typo|tulis|ubah"
    r"|benar|tidak)\w*|\b(?:salah|beda|kurang|keliru)\w* ~\b(?:nama|tanggal|nik|eja\w*|huruf"
    r"|gelar|data)\b|\bseharus\w*|\bharus\w* ~\bnama|\beja\w*|\bverval\b|\bbaik ~(?:nama|data"
    r"|tanggal)",
    "akun_ganda": r"\bdua akun\b|\bakun ganda\b|\bganda\b|\b0 akun\b|\bakun ada 0\b|\bsatu\w*"
    r" ~hapus|\bpunya 0\b|\bdobel\b|\bdouble\b|\bduplikat\b",
    "isi_akun": r"\bdrive\b|\btakeout\b|\bgmail\b|\bclassroom\b|\bberkas\b|\bfile\b|\bfoto\b"
    r"|\bisi\b|\bdokumen\b|\bform\b|\barsip\b|\bgb\b",
    "pindahkan_isi": r"\bpindahkan\b|\bpindah ~(?:drive|data|isi|berkas|classroom|file|gmail"
    r"|form)|\btakeout\b|\bsalin\b|\bbackup\b|\bcadang\w*|\bunduh ~(?:drive|isi|data)|\balih\b"
    r"|\bselamat ~(?:data|isi|drive)|\bikut pindah\b|\bamankan\b",
    "chromebook": r"\bchromebook\b|\bchrome book\b|\bperangkat\b",
    # other
    "platform": r"\b(?:pmm|simpkb|arkas|erapor|rapor|raport|tanyabos|canva|ekinerja|ruang|sipd"
    r"|siplah|info ?gtk|infogtk|platform|rumah|merdeka|anbk|sipintar|ppg|verval|403|org_internal"
    r"|dasbor|kinerja|diklat)\b",
    "akun_baik": r"\bakun\w* ~\b(?:normal|aman|lancar|aktif|fine|sehat|baik|jalan|tidak"
    r" masalah)\b|\b(?:gmail|drive|email)\b ~\b(?:normal|aman|lancar|bisa|buka|jalan|fine)\b"
    r"|\blancar\b",
    "tanya_sinkron": r"\b(?:kapan|berapa|jadwal|jam|frekuensi|often|sering|tiap|otomatis|cut off"
    r"|periode)\b ~~\b(?:sinkron|dapodik|ubah|data|mutakhir|tarik|masuk)\b|\b(?:sinkron|dapodik"
    r"|ubah|mutakhir)\w*\b ~~\b(?:kapan|berapa lama|jadwal|jam|tiap|otomatis|hari|often)\b",
    "sinkron": r"\bsinkron\w*|\bmutakhir\w*",
    "laporan": r"\blaporan\b|\bnomor laporan\b|\bnomor 0\b",
    "belum_dijawab": r"\bbelum ~(?:jawab|kabar|tindak|balas|notis|proses|tanggap|respon)\w*"
    r"|\btidak ~(?:\w*_)?(?:jawab|kabar|balas|respon|tanggap)\w*|\blanjut\w* laporan"
    r"|\bkelanjutan\b|\bmana ~proses|\bsampai mana\b|\btindak lanjut\b|\bkirim ulang\b|\bany"
    r" sinkron",
    "luar": r"\bmadrasah\b|\bemis\b|\bsimpatika\b|\bkemenag\b|\bmts\b|\bmi\b|\bpip\b|\bbank\w*\b"
    r"|\bpinjam\w*|\bpromo\b|\bjual\b|\bdiskon\b|\bgame\b|\binstagram\b|\bfacebook\b|\bbpjs\b"
    r"|\bbansos\b|\bcair\b|\bprefill\b|\binstal\w*|\berror\b|\bloker\b|\btawar\w*|xemail_madrasah",
    "sandi_lain": r"\bsandi ~(?:dapodik|simpkb|emis|simpatika|arkas|bank|dana|wifi|laptop|gmail)\b"
    r"|\b(?:dapodik|simpkb|emis|simpatika) ~(?:lupa|sandi)\b|bukan_belajar|\bwhatsapp\b|\bwa\b"
    r" ~tangguh"
    r"|\blocalhost\b",
    "perintah_mesin": r"\bsystem\b|\bprompt\b|\bassistant\b|\bignor\w*|\babai\w* ~(?:perintah"
    r"|instruks)"
    r"|\binstruction|\bmaintenanc\w*|\boverrid\w*",
    "hitung_mundur": r"\b(?:sisa|tinggal|hitung) ~(?:hari|mundur)\b|\bstop\b|\bdistop\b"
    r"|\btenggat\b",
    "hanya_up": r"^(?:up|sundul|halo|min|halo min|update)$",
    "umum": r"\bumum\b|\bhanya tanya|\bsekadar\b|\bpenasaran\b|\bquestion only|\bestimas\w*",
    "terima_kasih": r"^(?:\S+ ){0,8}makasih(?: \S+){0,8}$|\balhamdulillah\b|\bsudah bisa\b"
    r"|\bberes\b",
}

_GAP = r"(?:\S+ ){0,3}"


def _compiled(pattern: str) -> re.Pattern[str]:
    """Made to begin with the space before a stem, which a search can leap to."""
    pattern = pattern.replace("~", _GAP)
    if pattern.startswith("^"):
        return re.compile(pattern.replace("^", "^ "))
    alternatives = [each.removeprefix(r"\b") for each in _alternatives(pattern)]
    return re.compile(f" (?:{'|'.join(alternatives)})")


def _alternatives(pattern: str) -> list[str]:
    """The parts between the bars outside all brackets."""
    found, depth, start = [], 0, 0
    for at, letter in enumerate(pattern):
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and depth == 0:
            found.append(pattern[start:at])
            start = at + 1
    return [*found, pattern[start:]]


CUES: dict[str, re.Pattern[str]] = {name: _compiled(one) for name, one in _PATTERNS.items()}


def cues(tagged: str) -> str:
    """The names of the phrases present, as a text of words."""
    padded = f" {tagged}"
    found = [name for name, pattern in CUES.items() if pattern.search(padded)]
    length = len(tagged.split())
    return " ".join([*found, "pendek" if length < 6 else "panjang" if length > 60 else "sedang"])
