"""Words of targets, turns and working hours. Key to (Indonesian, English)."""

from enum import StrEnum

from app.web.words import Pair
from models.vocabulary import TargetKind

WORDS: dict[str, Pair] = {
    "turns.title": ("Giliran sejauh ini", "Turns so far"),
    "turns.estimated": ("(awalnya perkiraan)", "(the beginning is estimated)"),
    "turns.work_minutes": ("{number} menit kerja", "{number} working minutes"),
    "turns.work_hours": ("{number} jam kerja", "{number} working hours"),
    "turns.minutes": ("{number} menit", "{number} minutes"),
    "turns.hours": ("{number} jam", "{number} hours"),
    "turns.days": ("{number} hari", "{number} days"),
    "targets.missed_since": ("lewat sejak {at}", "missed since {at}"),
    "targets.paused": ("berhenti: giliran pihak lain", "paused: somebody else's turn"),
    "nav.targets": ("Target", "Targets"),
    "targets.title": ("Target waktu kerja", "Working-time targets"),
    "targets.lead": (
        (
            "Waktu berjalan hanya dalam jam kerja dan hanya selama giliran helpdesk atau Loket;"
            " selama menunggu pihak lain, waktu berhenti."
        ),
        (
            "Time runs in working hours only, and only while it is the helpdesk's or Loket's turn;"
            " it stands still while somebody else is waited for."
        ),
    ),
    "targets.mine": ("Tugas saya yang terdekat", "My nearest"),
    "targets.missed": ("Sudah lewat, belum selesai", "Missed and not done yet"),
    "targets.none_missed": ("Tidak ada yang lewat.", "Nothing is missed."),
    "targets.soon": ("Terdekat", "The nearest"),
    "targets.none_open": ("Tidak ada target yang berjalan.", "No target is running."),
    "targets.more": ("Berikutnya", "More"),
    "targets.ticket": ("Laporan", "Report"),
    "targets.no_subject": ("(tanpa judul)", "(no subject)"),
    "targets.target": ("Target", "Target"),
    "targets.due": ("Batas", "Due"),
    "targets.left": ("{time} lagi", "{time} left"),
    "targets.about_over": ("segera lewat", "about to be over"),
    "targets.just_now": ("baru saja lewat", "only just over"),
    "targets.ago": ("lewat {time}", "over by {time}"),
    "targets.kept": ("Target yang ditepati", "Targets kept"),
    "targets.kept_how": (
        (
            "Setiap target dihitung sekali, pada pekan saat selesai atau saat waktunya habis, mana"
            " yang lebih dulu. Ditepati bila selesai sebelum waktunya habis. Yang sudah dihitung"
            " tidak berubah oleh kalender atau aturan baru."
        ),
        (
            "Each target counts once, in the week in which it was done or its time was used up,"
            " whichever came first. It is kept when done before. What was counted is not changed"
            " by a new calendar or rule."
        ),
    ),
    "targets.week": ("Pekan mulai", "Week from"),
    "targets.running": ("(berjalan)", "(running)"),
    "targets.of": ("{kept} dari {all}", "{kept} of {all}"),
    "targets.middle": (
        "Median waktu kerja sampai jawaban pertama, 7 hari terakhir: {time}.",
        "Median working time to a first answer, last 7 days: {time}.",
    ),
    "targets.rules": ("Aturan yang berlaku", "Rules in force"),
    "targets.category": ("Kategori", "Category"),
    "targets.all": ("semua kategori", "every category"),
    "targets.usual": ("Biasa", "Usual"),
    "targets.rule_says": ("{hours}, diingatkan pada {percent}%", "{hours}, warned at {percent}%"),
    "targets.change": ("Ubah aturan", "Change a rule"),
    "targets.hours": ("Jam kerja", "Working hours"),
    "targets.hours_hint": (
        "Misalnya 8 atau 1,5. Kosongkan untuk mencabut aturan satu kategori.",
        "Such as 8 or 1.5. Leave empty to take a category's own rule back.",
    ),
    "targets.warn": ("Ingatkan pada persen", "Warn at percent"),
    "targets.warn_hint": ("10 sampai 99.", "10 to 99."),
    "targets.urgent_only": ("Untuk yang mendesak", "For urgent ones"),
    "targets.history": ("Riwayat aturan", "History of the rules"),
    "targets.minutes": (
        "{number} menit kerja, diingatkan pada {percent}%",
        "{number} working minutes, warned at {percent}%",
    ),
    "targets.taken_back": ("dicabut, ikut aturan umum", "taken back, the general rule holds"),
    "targets.tried": (
        (
            "Dari {total} target yang selesai dalam 30 hari terakhir, {were} lewat; dengan aturan"
            " ini {would} akan lewat."
        ),
        (
            "Of {total} targets done in the last 30 days {were} were missed; with this rule"
            " {would} would have been."
        ),
    ),
    "targets.running_keep": (
        "Target yang sudah berjalan tetap memakai aturan saat dimulai.",
        "Targets that run already keep the rule they began with.",
    ),
    "targets.bad_rule": (
        (
            "Aturan tidak terbaca: jam kerja 0,1 sampai 2000, ingat 10 sampai 99 persen; hanya"
            " aturan satu kategori yang dapat dicabut."
        ),
        (
            "The rule cannot be read: 0.1 to 2000 working hours, a warning at 10 to 99 percent;"
            " only a category's own rule can be taken back."
        ),
    ),
    "targets.near": ("hampir lewat", "nearly due"),
    "event.target_warned": (
        "Target hampir lewat: {target}.",
        "A target is nearly used up: {target}.",
    ),
    "event.target_missed": ("Target lewat: {target}.", "A target was missed: {target}."),
}

LABELS: dict[type[StrEnum], dict[StrEnum, Pair]] = {
    TargetKind: {
        TargetKind.FIRST_ANSWER: ("Jawaban pertama", "First answer"),
        TargetKind.NEXT_ANSWER: ("Jawaban berikutnya", "Next answer"),
        TargetKind.RESOLUTION: ("Penyelesaian", "Resolution"),
    },
}
