"""Words of putting a report off, and of marking it the same as another."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "snooze.day_missing": (
        "Pilih tanggalnya, misalnya 15/12/2026.",
        "Choose the day, for instance 15/12/2026.",
    ),
    "snooze.day_past": (
        "Tanggalnya harus sesudah hari ini.",
        "The day must be after today.",
    ),
    "snooze.day_too_far": (
        "Laporan dapat ditunda paling lama 60 hari.",
        "A report can be put off for 60 days at most.",
    ),
    "snooze.nothing": (
        "Hanya laporan yang menunggu keputusan petugas yang dapat ditunda.",
        "Only a report that waits for a colleague's decision can be put off.",
    ),
    "snooze.open": ("Tunda…", "Put off…"),
    "snooze.for": ("Tunda sampai", "Put off until"),
    "snooze.for_date": ("tanggal di bawah", "the day below"),
    "snooze.for_sync": ("data Dapodik berikutnya", "the next Dapodik data"),
    "snooze.for_answer": ("ada pesan baru", "somebody writes"),
    "snooze.day": ("Tanggal (batas akhir menunggu)", "Day (the last day of waiting)"),
    "snooze.day_hint": (
        "Paling lama 60 hari. Untuk data Dapodik boleh kosong: paling lama 14 hari.",
        "60 days at most. For Dapodik data it may be empty: 14 days at most.",
    ),
    "snooze.now": ("Tunda laporan", "Put the report off"),
    "snooze.until": ("Ditunda s.d. {day}", "Put off until {day}"),
    "snooze.stands": (
        "Laporan ini ditunda oleh {name}. {what}, paling lambat {day}.",
        "{name} put this report off. {what}, {day} at the latest.",
    ),
    "snooze.wake": ("Lanjutkan sekarang", "Take it up now"),
    "snooze.back": ("Kembali", "Back"),
    "snooze.woke": ("Kembali dari penundaan: {why}.", "Back from being put off: {why}."),
    "same.no_such_report": (
        "Tidak ada laporan lain dengan nomor itu.",
        "There is no other report of that number.",
    ),
    "same.other_way_round": (
        "Laporan itu sudah ditandai sama dengan laporan ini.",
        "That report was already marked the same as this one.",
    ),
    "same.different_people": (
        (
            "Data menunjukkan orang yang berbeda pada kedua laporan. Bila tetap yakin, centang"
            " pernyataan di formulirnya lalu kirim lagi."
        ),
        (
            "The records name different people for the two reports. If you are sure all the same,"
            " tick the box in the form and send it again."
        ),
    ),
    "same.open": ("Sama dengan…", "The same as…"),
    "same.number": ("Nomor laporan yang lebih dulu", "Number of the earlier report"),
    "same.hint": (
        "Laporan ini dijawab bahwa penanganannya di bawah nomor itu, lalu selesai.",
        "This report is answered: it is handled under that number. Then it is settled.",
    ),
    "same.sure": (
        "Saya yakin sama, walaupun datanya menunjukkan orang yang berbeda.",
        "I am sure they are the same, though the records name different people.",
    ),
    "same.now": ("Tandai sama", "Mark as the same"),
    "event.snoozed_date": ("Ditunda sampai tanggal tertentu.", "Put off until a day."),
    "event.snoozed_sync": (
        "Ditunda sampai data Dapodik berikutnya.",
        "Put off until the next Dapodik data.",
    ),
    "event.snoozed_answer": ("Ditunda sampai ada pesan baru.", "Put off until somebody writes."),
    "event.woke_date": ("Tanggal penundaannya tiba.", "The day it was put off to has come."),
    "event.woke_sync": (
        "Data Dapodik baru berlaku; diperiksa lagi.",
        "New Dapodik data is in force; looked at again.",
    ),
    "event.woke_last_day": (
        "Batas waktu menunggunya habis.",
        "The last day of waiting has come.",
    ),
    "event.woke_by_hand": ("Dilanjutkan petugas.", "Taken up again by a colleague."),
}
