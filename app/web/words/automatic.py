"""Words of the page on rules that act by themselves, and of what they did."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "automatic.title": ("Aturan yang berjalan sendiri", "Rules that act by themselves"),
    "automatic.lead": (
        (
            "Tidak ada yang otomatis sampai seorang penyelia menyalakannya, aturan demi aturan."
            " Setiap langkah tetap diperiksa sebelum dan sesudahnya, dan sebagian jawaban"
            " diperiksa petugas. Aturan yang tidak lagi terbukti tepat dimatikan Loket sendiri."
        ),
        (
            "Nothing is automatic until a supervisor turns it on, rule by rule. Each step is still"
            " checked before and after, and a share of the answers is looked at by people. A rule"
            " that is no longer proven right is turned off by Loket itself."
        ),
    ),
    "automatic.not_possible": (
        "Aturan ini selalu memerlukan orang dan tidak dapat dinyalakan.",
        "This rule always needs people and cannot be turned on.",
    ),
    "automatic.not_earned": (
        (
            "Belum dapat dinyalakan: petugas setuju {right} dari {n}, batas bawahnya {lower};"
            " diperlukan {bar} dari sedikitnya {least} keputusan, tanpa contoh yang tertunda."
        ),
        (
            "Not yet: people agreed with {right} of {n}, the lower bound is {lower}; it takes"
            " {bar} of at least {least} decisions, and no sample left waiting."
        ),
    ),
    "automatic.say_why": ("Tuliskan alasannya.", "Say why."),
    "automatic.already_audited": (
        "Contoh ini sudah diperiksa rekan lain.",
        "A colleague has looked at this one already.",
    ),
    "automatic.forbidden": (
        "Dimatikan lewat setelan sistem: tidak ada aturan yang berjalan sendiri.",
        "Turned off by the installation's setting: no rule acts by itself.",
    ),
    "automatic.stopped": (
        "Semua dihentikan: tidak ada aturan yang berjalan sendiri.",
        "All stopped: no rule acts by itself.",
    ),
    "automatic.running": (
        "{number} aturan sedang berjalan sendiri.",
        "{number} rules act by themselves.",
    ),
    "automatic.stop_all": ("Hentikan semua", "Stop all"),
    "automatic.resume_all": ("Izinkan lagi", "Allow again"),
    "automatic.reason": ("Alasan", "Reason"),
    "automatic.samples": ("Contoh yang perlu diperiksa", "Samples to look at"),
    "automatic.samples_lead": (
        (
            "Buka laporannya, lalu katakan apakah yang dilakukan sudah benar. Contoh yang 14 hari"
            " tidak diperiksa mematikan aturannya."
        ),
        (
            "Open the report, then say whether what was done was right. A sample that nobody looks"
            " at for 14 days turns its rule off."
        ),
    ),
    "automatic.no_samples": ("Tidak ada contoh yang menunggu.", "No sample waits."),
    "automatic.right": ("Benar", "Right"),
    "automatic.wrong": ("Keliru", "Wrong"),
    "automatic.note": ("Catatan (wajib bila keliru)", "Note (needed where wrong)"),
    "automatic.found_wrong": ("Dinilai keliru", "Found wrong"),
    "automatic.undo_it": ("Buka untuk membatalkan", "Open it to undo"),
    "automatic.done_at": ("Dilakukan", "Done"),
    "automatic.on": ("Menyala", "On"),
    "automatic.off": ("Mati", "Off"),
    "automatic.rules_on": ("Yang menyala", "Turned on"),
    "automatic.rules_off": ("Yang dapat dinyalakan", "What could be turned on"),
    "automatic.rules_never": ("Yang selalu memerlukan orang", "What always needs people"),
    "automatic.none_on": ("Tidak ada aturan yang menyala.", "No rule is turned on."),
    "automatic.none_off": ("Tidak ada lagi aturan lain.", "No other rules."),
    "automatic.rule": ("Aturan", "Rule"),
    "automatic.agreed": ("Petugas setuju", "People agreed"),
    "automatic.of": ("{right} dari {n}", "{right} of {n}"),
    "automatic.lower": ("Batas bawah 95 %", "Lower 95 % bound"),
    "automatic.acted": ("Otomatis", "By itself"),
    "automatic.bar": (
        "Ambang: batas bawah {bar} dari sedikitnya {least} keputusan.",
        "The bar: a lower bound of {bar} from at least {least} decisions.",
    ),
    "automatic.why": ("Sebab", "Why"),
    "automatic.turn_on": ("Nyalakan", "Turn on"),
    "automatic.turn_off": ("Matikan", "Turn off"),
    "automatic.history": ("Riwayat", "History"),
    "automatic.no_history": ("Belum ada.", "Nothing yet."),
    "automatic.every_rule": ("Semua aturan", "Every rule"),
    "standing.earned": ("terbukti", "earned"),
    "standing.too_few": ("terlalu sedikit keputusan", "too few decisions"),
    "standing.below_bar": ("di bawah ambang", "below the bar"),
    "standing.gone_bad": ("hasil terbaru memburuk", "gone bad lately"),
    "standing.unaudited": ("contoh tertunda", "samples left waiting"),
    "never.hands_over": (
        "Menyerahkan akses ke akun kepada seseorang.",
        "Hands somebody access to an account.",
    ),
    "never.two_people": ("Memerlukan persetujuan dua orang.", "Needs two people's approval."),
    "never.for_a_person": ("Diserahkan kepada petugas.", "Is left to a person."),
    "never.of_a_list": (
        "Daftar orang selalu diputuskan oleh petugas.",
        "A list of people is always decided by people.",
    ),
    "never.nobody_known": (
        "Tidak pasti siapa atau apa yang dimaksud.",
        "It is not certain who or what is meant.",
    ),
    "event.automatic": (
        "Dijalankan otomatis oleh aturan {rule} versi {version}.",
        "Carried out automatically by rule {rule} version {version}.",
    ),
    "event.automatic_withheld": (
        "Aturannya dimatikan sebelum dijalankan; menunggu persetujuan.",
        "Its rule was turned off before it began; it waits for approval.",
    ),
    "event.audited_right": (
        "Diperiksa sesudahnya: aturan {rule} benar.",
        "Looked at afterwards: rule {rule} was right.",
    ),
    "event.audited_wrong": (
        "Diperiksa sesudahnya: aturan {rule} keliru.",
        "Looked at afterwards: rule {rule} was wrong.",
    ),
    "event.rule_fell": (
        "Aturan {rule} tidak lagi berjalan sendiri.",
        "Rule {rule} no longer acts by itself.",
    ),
    "plan.automatic": ("otomatis", "automatic"),
}
