"""What each jenjang is called, alone or at the head of a school's name."""

from models.vocabulary import Jenjang

_NAMES = {
    Jenjang.PAUD: "paud tk tka tkit kb kober kindergarten preschool",
    Jenjang.SD: "sd sdn sdit sds sdk sdi primary elementary",
    Jenjang.SMP: "smp smpn smpit smps smpk",
    Jenjang.SMA: "sma sman smait smas smak smu",
    Jenjang.SMK: "smk smkn smks stm vocational",
    Jenjang.SLB: "slb slbn slbs",
    Jenjang.KESETARAAN: "pkbm skb kesetaraan",
}
PHRASES = {
    "taman kanak-kanak": Jenjang.PAUD,
    "kelompok bermain": Jenjang.PAUD,
    "sekolah dasar": Jenjang.SD,
    "sekolah menengah pertama": Jenjang.SMP,
    "junior high": Jenjang.SMP,
    "sekolah menengah atas": Jenjang.SMA,
    "senior high": Jenjang.SMA,
    "sekolah menengah kejuruan": Jenjang.SMK,
    "sekolah luar biasa": Jenjang.SLB,
    "paket a": Jenjang.KESETARAAN,
    "paket b": Jenjang.KESETARAAN,
    "paket c": Jenjang.KESETARAAN,
}
LEVELS = {name: level for level, names in _NAMES.items() for name in names.split()} | PHRASES
