"""People whose role or school has changed."""

from app.demo.build import Builder

SD, SD2, SMP, SMP4, SMA, SMK = (f"6990000{number}" for number in range(1, 7))


def enter(build: Builder) -> None:
    """Enter them into the world."""
    _roles(build)
    _same_level(build)
    _other_level(build)


def _roles(build: Builder) -> None:
    head = build.staff("Sasmita Kertanagara", SD, "20", since=33)
    build.account(
        "sasmitakertanagara27@guru.sd.belajar.id",
        head,
        "Sasmita Kertanagara",
        npsn=SD,
        recovery="sasmita.kertanagara@pos.example",
        noticed=20,
    )
    clerk = build.staff("Melati Purnamawangsa", SMP, "11", since=12)
    build.account(
        "melatipurnamawangsa41@guru.smp.belajar.id",
        clerk,
        "Melati Purnamawangsa",
        npsn=SMP,
        recovery="melati.pw@pos.example",
        noticed=5,
    )
    teacher = build.staff("Gumilar Adisastra", SD2, "3", since=1500)
    build.account(
        "gumilaradisastra19@guru.sd.belajar.id",
        teacher,
        "Gumilar Adisastra",
        npsn=SD2,
        recovery="gumilar.a@pos.example",
    )
    back = build.staff("Retnowulan Sastraningrat", SMA, "4", since=60)
    build.account(
        "retnowulansastraningrat33@admin.sma.belajar.id",
        back,
        "Retnowulan Sastraningrat",
        npsn=SMA,
        recovery="retnowulan@pos.example",
    )


def _same_level(build: Builder) -> None:
    moved = build.staff("Wisnumurti Tanuwijaya", SD2, "3", since=24)
    build.staff("Wisnumurti Tanuwijaya", SD, "3", left=25, since=2000)
    build.account(
        "wisnumurtitanuwijaya88@guru.sd.belajar.id",
        moved,
        "Wisnumurti Tanuwijaya",
        npsn=SD,
        recovery="wisnumurti@pos.example",
    )
    build.staff("Handarini Mulyasantika", SMP4, "4", left=6, since=1800)
    entered = build.staff("Handarini Mulyasantika", SMP, "4", since=4, sent=False)
    build.account(
        "handarinimulyasantika52@guru.smp.belajar.id",
        entered,
        "Handarini Mulyasantika",
        npsn=SMP4,
        recovery="handarini.m@pos.example",
    )


def _other_level(build: Builder) -> None:
    build.staff("Dharmawangsa Prajanata", SD, "3", left=40, since=2500)
    late = build.staff("Dharmawangsa Prajanata", SMP, "4", since=38)
    build.account(
        "dharmawangsaprajanata64@guru.sd.belajar.id",
        late,
        "Dharmawangsa Prajanata",
        npsn=SD,
        recovery="dharmawangsa@pos.example",
        noticed=9,
        deletion_in=21,
        login=40,
    )
    build.staff("Suminarsih Wedyaningrum", SMP4, "4", left=15, since=1900)
    soon = build.staff("Suminarsih Wedyaningrum", SMA, "4", since=14)
    build.account(
        "suminarsihwedyaningrum17@guru.smp.belajar.id",
        soon,
        "Suminarsih Wedyaningrum",
        npsn=SMP4,
        recovery="suminarsih@pos.example",
        noticed=2,
        deletion_in=28,
    )
    build.pupil("Arkananta Wijayaputra", SD, 6, left=140, left_for="1", since=2300)
    pupil = build.pupil("Arkananta Wijayaputra", SMP, 7, since=130)
    build.account(
        "arkanantawijayaputra5@sd.belajar.id",
        pupil,
        "Arkananta Wijayaputra",
        npsn=SD,
        noticed=10,
        deletion_in=20,
    )
    build.account(
        "arkanantawijayaputra71@smp.belajar.id",
        pupil,
        "Arkananta Wijayaputra",
        npsn=SMP,
        login=None,
        created=8,
    )
