"""The report form: what is asked, what is refused, and that nothing typed is lost."""

import pytest

from app.intake import form
from app.intake.form import FIELDS, parse, repaired
from models.vocabulary import Category, Jenjang, UserType

GOOD = {
    "email": "Sarinah.W@Surat.example",
    "perihal": "Akun  belum muncul",
    "kategori": "account_not_found",
    "tipe_pengguna": "operator",
    "nama": "Sarinah Wati",
    "akun": "SARINAH12@guru.sd.belajar.id",
    "sekolah": "SD Negeri Contoh",
    "jenjang": "SD",
    "npsn": "6990 0001",
    "provinsi": "Jawa Contoh",
    "kabupaten": "Kabupaten Contoh",
    "uraian": "Akun guru kami belum ditemukan.\r\nMohon bantuan.",
}


def test_a_filled_form_becomes_a_submission() -> None:
    submission = parse(GOOD).submission
    assert submission is not None
    assert submission.requester_email == "sarinah.w@surat.example"
    assert submission.subject == "Akun belum muncul"
    assert submission.self_category is Category.ACCOUNT_NOT_FOUND
    assert submission.user_type is UserType.OPERATOR
    assert submission.account_address == "sarinah12@guru.sd.belajar.id"
    assert (submission.npsn, submission.jenjang) == ("69900001", Jenjang.SD)
    assert submission.text == "Akun guru kami belum ditemukan.\nMohon bantuan."


def test_the_optional_entries_may_stay_empty() -> None:
    needed = ("email", "perihal", "tipe_pengguna", "nama", "uraian")
    submission = parse({name: GOOD[name] for name in needed}).submission
    assert submission is not None
    assert submission.self_category is None
    assert submission.account_address is None


def test_not_knowing_the_category_is_an_answer() -> None:
    submission = parse(GOOD | {"kategori": form.DO_NOT_KNOW}).submission
    assert submission is not None
    assert submission.self_category is None


@pytest.mark.parametrize(
    ("name", "typed", "key"),
    [
        pytest.param("email", "", "form.email_missing", id="no e-mail"),
        pytest.param("email", "sarinah", "form.email_malformed", id="half an e-mail"),
        pytest.param("email", "a b@surat.example", "form.email_malformed", id="a space in it"),
        pytest.param("email", "a@guru.sd.belajar.id", "form.email_belajar", id="belajar.id"),
        pytest.param("email", "a@BELAJAR.ID", "form.email_belajar", id="belajar.id in capitals"),
        pytest.param("perihal", "  ", "form.subject_missing", id="no subject"),
        pytest.param("perihal", "x" * 201, "form.too_long", id="a subject like a letter"),
        pytest.param("kategori", "lainnya", "form.not_offered", id="a category not offered"),
        pytest.param("tipe_pengguna", "", "form.user_type_missing", id="no user type"),
        pytest.param("tipe_pengguna", "raja", "form.not_offered", id="a user type not offered"),
        pytest.param("nama", "", "form.name_missing", id="no name"),
        pytest.param("akun", "sarinah@surat.example", "form.account_malformed", id="other mail"),
        pytest.param("akun", "a" * 300 + "@sd.belajar.id", "form.account_malformed", id="endless"),
        pytest.param("akun", "s12@guru.sd.belajari.id", "form.account_typo", id="misspelt"),
        pytest.param("jenjang", "TK", "form.not_offered", id="an unknown jenjang"),
        pytest.param("npsn", "1234", "form.npsn_malformed", id="half an NPSN"),
        pytest.param("uraian", "tolong", "form.description_short", id="one word"),
        pytest.param("uraian", "x" * 8001, "form.description_long", id="a novel"),
    ],
)
def test_a_wrong_entry_is_said_beside_it(name: str, typed: str, key: str) -> None:
    filled = parse(GOOD | {name: typed})
    assert filled.submission is None
    assert {field: said.key for field, said in filled.complaints.items()} == {name: key}
    assert filled.typed[name] == typed


def test_all_complaints_come_at_once_and_nothing_typed_is_lost() -> None:
    typed = {"email": " salah ", "npsn": "12", "uraian": "  "}
    filled = parse(typed | {"dikira": "isian"})
    assert set(filled.complaints) == {
        "email", "perihal", "tipe_pengguna", "nama", "npsn", "uraian"
    }  # fmt: skip
    assert set(filled.typed) == set(FIELDS)
    assert filled.typed["email"] == " salah "


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("s12@guru.smp.belajar,id", "s12@guru.smp.belajar.id"),
        ("s12 @guru.smp.belajar.id", "s12@guru.smp.belajar.id"),
        ("s12@sd.belajari.id", "s12@sd.belajar.id"),
        ("s12@sd.belajarid", "s12@sd.belajar.id"),
        ("s12@sd.blajar.id", "s12@sd.belajar.id"),
        ("s12@sd.belajar.id.com", "s12@sd.belajar.id"),
        ("s12@sd.belajar.id.", "s12@sd.belajar.id"),
        ("s12@surat.example", None),
        ("bukan alamat", None),
    ],
)
def test_a_misspelt_account_is_recognised(typed: str, meant: str | None) -> None:
    assert repaired(typed) == meant
