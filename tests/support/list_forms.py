"""What a school writes above its list of people."""

ABOVE_THE_LIST = {
    "kategori": "no_account_student",
    "npsn": "69900001",
    "nama": "Sarinah Wati",
    "tipe_pengguna": "operator",
    "email": "sarinah@surat.example",
    "catatan": "Sejak Senin lalu.",
}
