"""Messages that need no account changed."""

from app.resolution.policy.rule import rule
from models.vocabulary import Remedy

RULES = (
    rule(
        "migration.by_hand",
        "migration.takeout",
        (Remedy.SELF_SERVICE,),
        (
            "Data akun jenjang lama dipindahkan pemiliknya dengan Google Takeout sebelum akun "
            "itu dihapus."
        ),
        (
            "Data of the account of the old jenjang are moved by the owner with Google Takeout "
            "before it is deleted."
        ),
    ),
    rule(
        "migration.nothing_moves",
        "migration.takeout",
        (Remedy.INFORM,),
        "Akun dan datanya tetap; tidak ada yang perlu dipindahkan.",
        "Account and data stay; nothing needs to be moved.",
    ),
    rule(
        "migration.old_account_deleted",
        "loket.no_rule",
        (Remedy.MANUAL_REVIEW,),
        ("Bila akun lama sudah dihapus, petugas menelaah apakah datanya masih dapat diselamatkan."),
        (
            "When the old account is deleted already, a colleague looks whether its data can "
            "still be saved."
        ),
    ),
    rule(
        "migration.how_to",
        "migration.takeout",
        (Remedy.INFORM,),
        "Cara memindahkan data dijelaskan.",
        "How data are moved is explained.",
    ),
    rule(
        "platform.account_fine",
        "platform.account_fine",
        (Remedy.INFORM,),
        (
            "Bila akunnya baik-baik saja tetapi layanan lain menolak, dijelaskan akun mana yang "
            "dipakai dan siapa yang membantu."
        ),
        (
            "When the account is fine but another service refuses, it is explained which account "
            "to use and who helps."
        ),
    ),
    rule(
        "platform.how_to",
        "platform.account_fine",
        (Remedy.INFORM,),
        "Cara masuk ke layanan lain dengan akun belajar.id dijelaskan.",
        "How to sign in to other services with a belajar.id account is explained.",
    ),
    rule(
        "sync.how_it_runs",
        "sync.daily",
        (Remedy.INFORM,),
        "Pertanyaan tentang pemutakhiran dijawab: harian dan otomatis dari Dapodik.",
        "Questions about the synchronisation are answered: daily and automatic from Dapodik.",
    ),
    rule(
        "follow_up.known_report",
        "form.follow_up",
        (Remedy.LINK_REPORT,),
        (
            "Pesan yang hanya menanyakan kelanjutan ditautkan ke laporan yang disebut, atau ke "
            "laporan terakhir pelapor."
        ),
        (
            "A message that only asks for progress is linked to the named report, or to the "
            "requester's latest."
        ),
    ),
    rule(
        "follow_up.which_report",
        "form.follow_up",
        (Remedy.ASK_REQUESTER,),
        "Bila laporan yang dimaksud tidak diketahui, nomornya ditanyakan.",
        "When it is not known which report is meant, its number is asked for.",
    ),
    rule(
        "scope.other_service",
        "scope.refer_out",
        (Remedy.REFER_OUT,),
        ("Yang bukan urusan akun belajar.id (madrasah, aplikasi lain) diarahkan ke pengelolanya."),
        (
            "What is no matter of belajar.id accounts (madrasah, other applications) is referred "
            "to who is responsible."
        ),
    ),
    rule(
        "scope.non_school",
        "scope.non_school",
        (Remedy.MANUAL_REVIEW,),
        (
            "Pertanyaan tentang akun di luar satuan pendidikan ditelaah petugas karena "
            "ketentuannya belum terbit."
        ),
        (
            "Questions about accounts outside schools are looked at by a colleague, as no rule "
            "was published."
        ),
    ),
)
