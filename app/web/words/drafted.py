"""Words of the editions: drafting, adopting, and what other numbers would have answered."""

from app.web.words import Pair

WORDS: dict[str, Pair] = {
    "edition.title": ("Edisi dan rancangan", "Editions and drafts"),
    "edition.none": ("Belum ada edisi atau rancangan.", "There are no editions or drafts yet."),
    "edition.new": ("Rancangan aturan baru", "New draft of the rules"),
    "edition.name": ("Nama", "Name"),
    "edition.note": ("Alasan", "Reason"),
    "edition.note_hint": (
        "Mengapa angka ini diubah, dan atas dasar apa.",
        "Why these numbers change, and on what grounds.",
    ),
    "edition.drafted": ("Dirancang {by}, {at}", "Drafted by {by}, {at}"),
    "edition.adopted": (
        "Ditetapkan {by}, berlaku sejak {day}",
        "Adopted by {by}, in force since {day}",
    ),
    "edition.in_force": ("berlaku hari ini", "in force today"),
    "edition.save": ("Simpan rancangan", "Save the draft"),
    "edition.edit": ("Ubah rancangan", "Change the draft"),
    "edition.numbers": ("Angka", "Numbers"),
    "edition.versions": ("Versi aturan", "Versions of rules"),
    "edition.today": ("Hari ini", "Today"),
    "edition.draft": ("Rancangan", "Draft"),
    "edition.bounds": ("{least} sampai {most}", "{least} to {most}"),
    "edition.changes": ("berubah", "changes"),
    "edition.adopt": ("Tetapkan", "Adopt"),
    "edition.adopt_hint": (
        (
            "Berlaku sejak pukul 00.00 WIB pada hari yang dipilih, untuk keputusan yang dibuat "
            "sejak saat itu. Edisi yang sudah ditetapkan tidak dapat diubah lagi."
        ),
        (
            "In force from midnight WIB of the chosen day, for decisions made from then on. An "
            "adopted edition can never be changed."
        ),
    ),
    "edition.day": ("Berlaku sejak", "In force since"),
    "edition.second": (
        "Orang lain yang menetapkan rancangan ini.",
        "Somebody else adopts this draft.",
    ),
    "edition.withdraw": ("Tarik rancangan", "Withdraw the draft"),
    "edition.not_a_draft": (
        "Rancangan ini sudah ditetapkan atau ditarik.",
        "This draft was adopted or withdrawn already.",
    ),
    "edition.not_yours": (
        "Hanya perancangnya yang dapat mengubah rancangan ini.",
        "Only its drafter can change this draft.",
    ),
    "edition.own_draft": (
        "Rancangan sendiri tidak dapat ditetapkan sendiri; mintalah rekan.",
        "You cannot adopt your own draft; ask a colleague.",
    ),
    "edition.changed_meanwhile": (
        "Rancangan ini berubah sejak Anda membukanya; periksa lagi sebelum menetapkannya.",
        "This draft changed since you opened it; look again before adopting it.",
    ),
    "edition.day_passed": (
        "Hari mulai berlaku tidak boleh sudah lewat.",
        "The day it begins must not be past.",
    ),
    "edition.bad_day": (
        "Tulis hari mulai berlaku sebagai tanggal, misalnya 2027-01-04.",
        "Write the day it begins as a date, for example 2027-01-04.",
    ),
    "edition.no_longer_valid": (
        "Rancangan ini memuat angka atau versi aturan yang tidak lagi diizinkan; rancang ulang.",
        "This draft holds a number or rule version that is no longer allowed; draft it anew.",
    ),
    "draft.wrong": (
        "Rancangan belum disimpan: perbaiki yang ditandai.",
        "The draft was not saved: mend what is marked.",
    ),
    "draft.empty": ("Isi angka ini.", "Fill in this number."),
    "draft.no_name": ("Beri nama rancangan ini.", "Give this draft a name."),
    "draft.no_number": (
        "Tulis bilangan bulat tanpa tanda lain.",
        "Write a whole number and nothing else.",
    ),
    "draft.out_of_bounds": (
        "Angka ini harus antara {least} dan {most}.",
        "This number must be between {least} and {most}.",
    ),
    "draft.reminder_too_early": (
        "Pengingat harus lebih dekat ke hari penghapusan daripada pemberitahuannya.",
        "The reminder must be nearer to the deletion than the notice.",
    ),
    "draft.new_after_old": (
        "Akun baru harus tersedia sebelum akun lama dihapus.",
        "The new account must be there before the old one is deleted.",
    ),
    "draft.unknown_version": (
        "Aturan {rule} tidak memiliki versi {version}.",
        "The rule {rule} has no version {version}.",
    ),
    "whatif.title": ("Seandainya", "What if"),
    "whatif.lead": (
        (
            "Kasus yang tercatat diputuskan lagi dengan angka rancangan ini. Tidak ada laporan "
            "atau akun yang berubah."
        ),
        (
            "Recorded cases are decided again by this draft's numbers. No report and no account "
            "changes."
        ),
    ),
    "whatif.months": ("Kasus dari", "Cases of"),
    "whatif.last": ("{n} bulan terakhir", "the last {n} months"),
    "whatif.ask": ("Hitung", "Compute"),
    "whatif.already": (
        "Perhitungan untuk rancangan ini sedang berjalan; tunggu sampai selesai.",
        "A computation for this draft is running; wait for its end.",
    ),
    "whatif.running": (
        "Sedang dihitung: {seen} dari {total} kasus.",
        "Computing: {seen} of {total} cases.",
    ),
    "whatif.failed": (
        "Perhitungan terakhir tidak selesai; mulai lagi.",
        "The last computation did not come to its end; begin again.",
    ),
    "whatif.outdated": (
        "Rancangan berubah sejak dihitung; angka di bawah ini untuk teks yang lama.",
        "The draft changed since; the figures below are of its earlier text.",
    ),
    "whatif.computed": (
        "Dihitung {at}, kasus dari {months} bulan terakhir.",
        "Computed {at}, cases of the last {months} months.",
    ),
    "whatif.reproduced": (
        (
            "{reproduced} dari {cases} keputusan tercatat terulang persis dengan angka yang "
            "berlaku saat itu."
        ),
        (
            "{reproduced} of {cases} recorded decisions came out exactly the same by the numbers "
            "of their time."
        ),
    ),
    "whatif.unlike": (
        "Tidak terulang persis (paling baru, paling banyak {most}):",
        "Not reproduced (the newest, at most {most}):",
    ),
    "whatif.skipped": (
        "{n} keputusan lain dibuat sebelum keadaannya ikut dicatat dan tidak dihitung.",
        "{n} other decisions were made before their circumstances were kept and do not count.",
    ),
    "whatif.changed": (
        "{changed} dari {cases} kasus akan dijawab lain.",
        "{changed} of {cases} cases would be answered differently.",
    ),
    "whatif.none": ("Tidak ada kasus yang dijawab lain.", "No case is answered differently."),
    "whatif.no_cases": (
        "Belum ada kasus tercatat dalam masa itu.",
        "There are no recorded cases of that time yet.",
    ),
    "whatif.rules": ("Menurut aturan", "By rule"),
    "whatif.remedies": ("Menurut jawaban", "By answer"),
    "whatif.from": ("Tercatat", "Recorded"),
    "whatif.to": ("Seandainya", "What if"),
    "whatif.count": ("Kasus", "Cases"),
    "whatif.queue": ("Kerja petugas", "Work for people"),
    "whatif.manual": ("Ditelaah petugas", "Looked at by a person"),
    "whatif.changes": ("Menunggu persetujuan mengubah akun", "Waiting for a yes to a change"),
    "whatif.by_two": ("di antaranya perlu dua orang", "of these needing two people"),
    "whatif.promises": ("Tanggal yang dijanjikan", "Promised dates"),
    "whatif.earlier": ("lebih awal", "earlier"),
    "whatif.later": ("lebih lambat", "later"),
    "whatif.made": ("baru dijanjikan", "promised now"),
    "whatif.dropped": ("tidak lagi dijanjikan", "not promised any more"),
    "whatif.cases": ("Kasus yang dijawab lain", "Cases answered differently"),
    "whatif.only": ("Hanya {rule} → {now}", "Only {rule} → {now}"),
    "whatif.every": ("Tampilkan semua", "Show all"),
    "whatif.ticket": ("Laporan", "Report"),
    "whatif.promised": ("dijanjikan {at}", "promised {at}"),
    "whatif.on": ("pada {day}", "on {day}"),
    "whatif.page": ("Halaman {page} dari {pages}", "Page {page} of {pages}"),
    "whatif.earlier_page": ("Sebelumnya", "Previous"),
    "whatif.later_page": ("Berikutnya", "Next"),
}
