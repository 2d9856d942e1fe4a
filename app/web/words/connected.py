"""Labels of what connects reports, and of what people teach the classifier."""

from enum import StrEnum

from app.web.words import Pair
from models.vocabulary import (
    IncidentKind,
    IncidentState,
    LabelKind,
    LinkReason,
    LinkState,
    MarkKind,
    TrainingOutcome,
)

LABELS: dict[type[StrEnum], dict[StrEnum, Pair]] = {
    MarkKind: {
        MarkKind.PERSON: ("Orang", "Person"),
        MarkKind.ACCOUNT: ("Alamat akun", "Account address"),
        MarkKind.MAIL: ("Surel pelapor", "Requester's mail"),
        MarkKind.IDENTIFIER: ("Nomor identitas", "Identity number"),
        MarkKind.PHONE: ("Nomor telepon", "Phone number"),
        MarkKind.SCHOOL: ("Sekolah", "School"),
        MarkKind.NAME: ("Nama", "Name"),
        MarkKind.AUTHOR: ("Penanda tangan", "Signed by"),
        MarkKind.CELL: ("Kelompok pengamatan", "Cell that is watched"),
    },
    LinkReason: {
        LinkReason.REPORT_NAMED: ("Menyebut nomor laporan itu", "Names that report"),
        LinkReason.SAME_PERSON: ("Orang yang sama", "The same person"),
        LinkReason.SAME_ACCOUNT: ("Akun yang sama", "The same account"),
        LinkReason.SAME_MAIL: ("Surel pelapor yang sama", "The same requester's mail"),
        LinkReason.SAME_PHONE: ("Nomor telepon yang sama", "The same phone number"),
        LinkReason.SAME_NAME_AND_SCHOOL: (
            "Nama dan sekolah yang sama",
            "The same name and school",
        ),
        LinkReason.SAME_NAME: (
            "Nama yang sama, sekolah belum diketahui",
            "The same name, the school not known",
        ),
        LinkReason.SAME_SCHOOL: ("Sekolah yang sama", "The same school"),
        LinkReason.SPLIT: ("Bagian dari laporan itu", "A part of that report"),
    },
    LinkState: {
        LinkState.SUGGESTED: ("Dugaan", "Suggested"),
        LinkState.CONFIRMED: ("Dipastikan", "Confirmed"),
        LinkState.REJECTED: ("Bukan", "Rejected"),
    },
    IncidentKind: {
        IncidentKind.SCHOOL: ("Satu sekolah", "One school"),
        IncidentKind.REGION: ("Satu wilayah", "One region"),
        IncidentKind.CHANGE: ("Satu jenis perubahan", "One kind of change"),
    },
    IncidentState: {
        IncidentState.OPEN: ("Berlangsung", "Open"),
        IncidentState.CLOSED: ("Selesai", "Closed"),
        IncidentState.DISMISSED: ("Bukan kejadian", "Dismissed"),
    },
    LabelKind: {
        LabelKind.CONFIRMED: ("Disetujui", "Confirmed"),
        LabelKind.CORRECTED: ("Dikoreksi", "Corrected"),
        LabelKind.BLIND: ("Dinilai tanpa melihat", "Labelled blind"),
        LabelKind.EXAMPLE: ("Contoh", "Example"),
        LabelKind.WITHDRAWN: ("Ditarik", "Withdrawn"),
    },
    TrainingOutcome: {
        TrainingOutcome.RUNNING: ("Sedang berjalan", "Running"),
        TrainingOutcome.PROMOTED: ("Dipakai", "Promoted"),
        TrainingOutcome.REFUSED: ("Ditolak", "Refused"),
        TrainingOutcome.ROLLED_BACK: ("Kembali ke yang lama", "Rolled back"),
        TrainingOutcome.FAILED: ("Gagal", "Failed"),
    },
}
