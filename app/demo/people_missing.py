"""People without an account, and those whose account is gone, stopped or unused."""

from app.demo.build import Builder
from app.demo.schools import CLOSED

SD, SD2, SMP, SMP4, SMA, SMK, TK, SLB, SDI = (f"6990000{number}" for number in range(1, 10))


def enter(build: Builder) -> None:
    """Enter them into the world."""
    _newcomers(build)
    _pupils(build)
    _removed(build)
    _stopped(build)
    _sign_in(build)


def _newcomers(build: Builder) -> None:
    build.staff("Lestariwati Kusumajati", SD, "3", since=16)
    build.staff("Bramantyo Wiradikarta", SMK, "4", since=1)
    build.staff("Purwaningrum Setiabudaya", SDI, "3", since=7, sent=False)
    build.staff("Danuwirya Mangunsaputra", SMP, "40", since=300)
    # Two people of one name at one school: only a birth date tells them apart.
    build.staff("Sitiwarsih", SMA, "4", since=25, born="1990-04-11")
    build.gtk[-1] |= {"ptk_id": build.gtk[-1]["ptk_id"][:-2] + "aa", "nama": "Sitiwarsih"}
    build.staff("Sitiwarsih", SMA, "4", since=25, born="1979-12-02")
    build.staff("Ramadhina Kartawirya", SMP4, "4", since=420)
    build.staff("Ramadhina Kartawirya", SMA, "4", since=30, induk=False)
    build.account(
        "ramadhinakartawirya23@guru.smp.belajar.id",
        build.gtk[-1]["ptk_id"],
        "Ramadhina Kartawirya",
        npsn=SMP4,
        recovery="ramadhina@pos.example",
    )


def _pupils(build: Builder) -> None:
    for name in ("Kirananda Puspalaya", "Galangsaka Wirasena", "Naraya Cempakasari"):
        build.pupil(name, SDI, 5, rombel="Kelas 5 B", since=135)
    build.pupil("Bayusakti Hadipranoto", SMK, 10, since=20)


def _removed(build: Builder) -> None:
    gone = build.staff("Anggraheni Tejawulan", SMA, "4", since=1200)
    build.account(
        "anggrahenitejawulan36@guru.sma.belajar.id", gone, "Anggraheni Tejawulan",
        npsn=SMA, recovery="anggraheni@pos.example", deleted=6, login=30,
    )  # fmt: skip
    # Deleted longer ago than an account can be restored: the directory no longer knows it.
    build.staff("Rekswara Adinugraha", SMK, "4", since=1100)
    left = build.staff("Suharjana Widyapranata", SD2, "3", since=9000, left=50, left_for="9")
    build.account(
        "suharjanawidyapranata11@guru.sd.belajar.id", left, "Suharjana Widyapranata",
        npsn=SD2, recovery="suharjana@pos.example", deleted=12, login=90,
    )  # fmt: skip
    noticed = build.staff("Kencanawati Rukmanadi", SDI, "3", since=2200)
    build.account(
        "kencanawatirukmanadi45@guru.sd.belajar.id", noticed, "Kencanawati Rukmanadi",
        npsn=SDI, recovery="kencanawati@pos.example", noticed=24, deletion_in=6,
    )  # fmt: skip
    build.school(
        CLOSED, "SMP Negeri Satu Atap Batu Karang", 6, "Kab. Karang Agung, Nusa Utara",
        tanggal_tutup=build.day(45).isoformat(),
    )  # fmt: skip
    closing = build.staff("Wiradharma Sukmalangit", CLOSED, "4", since=1500)
    build.account(
        "wiradharmasukmalangit58@guru.smp.belajar.id", closing, "Wiradharma Sukmalangit",
        npsn=CLOSED, recovery="wiradharma@pos.example", noticed=15, deletion_in=15,
    )  # fmt: skip


def _stopped(build: Builder) -> None:
    stopped = build.staff("Prameswari Gandakusuma", SMP4, "4", since=1300)
    build.account(
        "prameswarigandakusuma29@guru.smp.belajar.id", stopped, "Prameswari Gandakusuma",
        npsn=SMP4, recovery="prameswari@pos.example", suspended=3, reason="ABUSE",
    )  # fmt: skip


def _sign_in(build: Builder) -> None:
    forgot = build.staff("Nawangsari Tirtawijaya", SMA, "4", since=1000)
    build.account(
        "nawangsaritirtawijaya62@guru.sma.belajar.id", forgot, "Nawangsari Tirtawijaya",
        npsn=SMA, recovery="nawangsari@pos.example", login=14,
    )  # fmt: skip
    unreachable = build.staff("Hardiyanto Puspanegara", SMK, "4", since=1400)
    build.account(
        "hardiyantopuspanegara74@guru.smk.belajar.id", unreachable, "Hardiyanto Puspanegara",
        npsn=SMK, login=200,
    )  # fmt: skip
    unused = build.staff("Widuri Sekarkemuning", TK, "3", since=70)
    build.account(
        "widurisekarkemuning13@guru.paud.belajar.id", unused, "Widuri Sekarkemuning",
        npsn=TK, recovery="widuri@pos.example", login=None, created=40,
    )  # fmt: skip
    renamed = build.staff("Ayuningsih Maharsidewi", SLB, "3", since=800)
    build.account(
        "ayuningsihmaharsi90@guru.slb.belajar.id", renamed, "Ayuningsi Maharsi",
        npsn=SLB, recovery="ayuningsih@pos.example",
    )  # fmt: skip
    double = build.staff("Kartikasari Wulandaru", SD2, "3", since=1600)
    build.account(
        "kartikasariwulandaru21@guru.sd.belajar.id", double, "Kartikasari Wulandaru",
        npsn=SD2, recovery="kartikasari@pos.example",
    )  # fmt: skip
    build.account(
        "kartikasariwulandaru84@guru.sd.belajar.id", double, "Kartikasari Wulandaru",
        npsn=SD2, login=None, created=100,
    )  # fmt: skip
