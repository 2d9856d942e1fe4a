"""Labels of what is written down about those who work here."""

from enum import StrEnum

from app.web.words import Pair
from models.vocabulary import AssignMode, AssignWay, TokenScope, TrailAction

LABELS: dict[type[StrEnum], dict[StrEnum, Pair]] = {
    AssignMode: {
        AssignMode.OFF: ("Dibagi dengan tangan", "By hand only"),
        AssignMode.ROUND_ROBIN: ("Bergiliran", "Round-robin"),
        AssignMode.LOAD: ("Menurut beban", "By load"),
    },
    AssignWay: {
        AssignWay.HAND: ("Dengan tangan", "By hand"),
        AssignWay.ROUND_ROBIN: ("Giliran", "Round-robin"),
        AssignWay.LOAD: ("Beban", "Load"),
        AssignWay.RETURNED: ("Dikembalikan", "Returned"),
    },
    TokenScope: {
        TokenScope.CREATE: ("Membuat laporan", "Make reports"),
        TokenScope.READ: ("Membaca status laporan", "Read where reports stand"),
    },
    TrailAction: {
        TrailAction.SIGNED_IN: ("Masuk", "Signed in"),
        TrailAction.SIGN_IN_REFUSED: ("Upaya masuk ditolak", "Sign-in refused"),
        TrailAction.SIGNED_OUT: ("Keluar", "Signed out"),
        TrailAction.SESSIONS_ENDED: ("Sesi diakhiri", "Sessions ended"),
        TrailAction.TICKET_READ: ("Laporan dibaca", "Report read"),
        TrailAction.ATTACHMENT_READ: ("Lampiran dibuka", "Attachment opened"),
        TrailAction.PEOPLE_LOOKED_UP: ("Data orang dicari", "People looked up"),
        TrailAction.EXPORTED: ("Data diunduh", "Data exported"),
        TrailAction.NUMBERS_EXPLAINED: ("Celah nomor diterangkan", "Missing numbers explained"),
        TrailAction.PERSON_INVITED: ("Petugas diundang", "Colleague invited"),
        TrailAction.PERSON_JOINED: ("Petugas bergabung", "Colleague joined"),
        TrailAction.PERSON_CHANGED: ("Data petugas diubah", "Colleague changed"),
        TrailAction.PERSON_DEACTIVATED: ("Petugas dinonaktifkan", "Colleague deactivated"),
        TrailAction.PASSWORD_LINK_MADE: ("Tautan kata sandi dibuat", "Password link made"),
        TrailAction.PASSWORD_CHANGED: ("Kata sandi diganti", "Password changed"),
        TrailAction.TOKEN_MADE: ("Token API dibuat", "API token made"),
        TrailAction.TOKEN_REVOKED: ("Token API dicabut", "API token revoked"),
        TrailAction.RULE_SWITCHED: ("Aturan otomatis diubah", "Automatic rule switched"),
        TrailAction.EDITION_DRAFTED: ("Rancangan aturan ditulis", "Rules drafted"),
        TrailAction.EDITION_ADOPTED: ("Aturan ditetapkan", "Rules adopted"),
        TrailAction.EDITION_WITHDRAWN: ("Rancangan aturan ditarik", "Rules draft withdrawn"),
        TrailAction.CATEGORY_ADDED: ("Kategori ditambahkan", "Category added"),
        TrailAction.SHIFTS_CHANGED: ("Jadwal giliran diubah", "Shifts changed"),
        TrailAction.ASSIGNING_CHANGED: ("Cara pembagian diubah", "Assignment changed"),
        TrailAction.FORM_CHANGED: ("Formulir diubah", "Form changed"),
        TrailAction.RETENTION_PROPOSED: ("Masa simpan diusulkan", "Retention proposed"),
        TrailAction.RETENTION_ADOPTED: ("Masa simpan ditetapkan", "Retention adopted"),
        TrailAction.RETENTION_APPLIED: ("Data lama dihapus", "Old data removed"),
        TrailAction.HOLD_SET: ("Laporan ditahan dari penghapusan", "Report held from removal"),
        TrailAction.HOLD_LIFTED: ("Penahanan dicabut", "Hold lifted"),
        TrailAction.CALENDAR_CHANGED: ("Kalender kerja diubah", "Calendar changed"),
        TrailAction.TARGET_CHANGED: ("Target waktu diubah", "Target changed"),
        TrailAction.VIEW_SHARED: ("Tampilan bersama diubah", "Shared view changed"),
        TrailAction.ARTICLE_CHANGED: ("Panduan diubah", "Article changed"),
        TrailAction.CANNED_CHANGED: ("Jawaban siap pakai diubah", "Canned answer changed"),
    },
}
