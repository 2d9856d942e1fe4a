"""Labels of what guards a change: proofs, vouching, editions of the policy, extracts."""

from enum import StrEnum

from app.web.words import Pair
from models.vocabulary import EditionState, ExtractState, ProofKind, VouchState

LABELS: dict[type[StrEnum], dict[StrEnum, Pair]] = {
    EditionState: {
        EditionState.DRAFT: ("Rancangan", "Draft"),
        EditionState.ADOPTED: ("Ditetapkan", "Adopted"),
        EditionState.WITHDRAWN: ("Ditarik", "Withdrawn"),
    },
    ExtractState: {
        ExtractState.LOADING: ("Sedang dimuat", "Loading"),
        ExtractState.LOADED: ("Dimuat", "Loaded"),
        ExtractState.REFUSED: ("Ditolak", "Refused"),
        ExtractState.ABANDONED: ("Terputus", "Cut off"),
        ExtractState.FORGOTTEN: ("Dimuat, riwayat dihapus", "Loaded, history deleted"),
    },
    ProofKind: {
        ProofKind.OWNER: ("Konfirmasi pemilik akun", "Confirmation by the owner"),
        ProofKind.VOUCH: ("Jaminan operator sekolah", "Vouching by the school operator"),
        ProofKind.OBJECTION: ("Kesempatan keberatan", "Chance to object"),
    },
    VouchState: {
        VouchState.ASKED: ("Menunggu jawaban operator", "Waiting for the operator"),
        VouchState.GIVEN: ("Dijamin operator", "Vouched for"),
        VouchState.REFUSED: ("Tidak dijamin operator", "Not vouched for"),
        VouchState.OBJECTED: ("Ada keberatan", "Objected to"),
        VouchState.SPENT: ("Sudah dipakai", "Used"),
    },
}
