"""Words of clocks that are apart."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "clock.alarm": ("Jam pekerja keliru", "A worker's clock is wrong"),
    "clock.minutes_ahead": (
        "Jam pekerja {name}: {number} menit lebih cepat daripada jam basis data.",
        "Clock of worker {name}: {number} minutes ahead of the database's.",
    ),
    "clock.hours_ahead": (
        "Jam pekerja {name}: {number} jam lebih cepat daripada jam basis data.",
        "Clock of worker {name}: {number} hours ahead of the database's.",
    ),
    "clock.meanwhile": (
        (
            "Selama itu pekerja tersebut tidak membangunkan laporan dan tidak menjalankan apa pun "
            "yang menunggu tanggal. Begitu kedua jam cocok lagi, pekerjaan itu berjalan sendiri."
        ),
        (
            "Meanwhile that worker wakes no report and carries out nothing that waits for a date. "
            "As soon as both clocks agree again, that work goes on by itself."
        ),
    ),
    "clock.next": (
        "Setel jam komputer itu lewat jaringan (NTP), lalu periksa dengan loket doctor.",
        "Set that computer's clock by the network (NTP), then check it with loket doctor.",
    ),
}
