"""English twins of the published statements that the public form shows. Pure.

Only what is shown before a report is sent: verdicts, proofs and answers rest on the Indonesian
sentence. Numbers of the policy stand in them as gaps, as in `statements.py`.
"""

from collections.abc import Mapping

IN_ENGLISH: Mapping[str, str] = {
    "account.checker": (
        "An account is looked up on belajar.id by NPSN, full name and date of birth exactly as in "
        "Dapodik; it is made by itself once the data are valid and synchronised."
    ),
    "sync.check_dapodik_first": (
        "Before an account can be adjusted, the change must show in Dapodik and have been "
        "synchronised by the school's operator."
    ),
    "sync.daily": "belajar.id accounts are brought up to date from Dapodik by themselves each day.",
    "dapodik.new_staff": (
        "New staff are entered through the education office or pulled with Tarik PTK, and reach "
        "the school at its next synchronisation."
    ),
    "sync.deleted": (
        "An account that was deleted already is reported to the helpdesk under the category Akun "
        "Terhapus/Dinonaktifkan."
    ),
    "google.undelete": "A deleted account can be restored for {restorable_days} days only.",
    "sync.wrong_notice": (
        "Where a notice of deletion comes although nothing has changed, the data are checked in "
        "Dapodik first and then reported to the helpdesk."
    ),
    "sync.left": (
        "A belajar.id account holds while its owner is active in Dapodik; accounts of people who "
        "retired, left, graduated or died are deleted after a notice."
    ),
    "suspended.evidence": (
        "A suspended account is opened again by the helpdesk at its owner's request, within "
        "{unsuspend_within_working_days}x24 hours on working days of receiving complete data."
    ),
    "sync.role_change": (
        "A change between teacher (guru) and admin changes the role in the account's address, "
        "{rename_after_days} days after the notice; the data in the account stay."
    ),
    "dapodik.pull_staff": (
        "On a move, the old school releases the data and synchronises, then the new school pulls "
        "them and synchronises."
    ),
    "sync.same_jenjang": (
        "A move within the same jenjang does not change the account; only the school in it follows."
    ),
    "sync.other_jenjang": (
        "A move to another jenjang means a new account; the old one is deactivated, and its owner "
        "moves the data."
    ),
    "sync.other_jenjang_clock": (
        "The account of the new jenjang is there at most {new_jenjang_after_days} days after the "
        "notice, and the old account is deleted {deletion_after_days} days after it."
    ),
    "reset.self_service": (
        "A password can be set anew by oneself: open belajar.id, choose Lupa Kata Sandi, enter "
        "user ID and date of birth, then follow the link sent to the private e-mail, or use the "
        "code sent to the mobile number, that is registered in Dapodik."
    ),
    "reset.contact_first": (
        "Where the private e-mail or mobile number for recovery is missing or out of use, the "
        "operator corrects it in Dapodik first; after the synchronisation the password can be set "
        "anew."
    ),
    "activation.first_sign_in": (
        "An account is activated by signing in at mail.google.com with the first password, "
        "agreeing to the terms and changing the password. Where the first password is lost, the "
        "operator downloads it again with Unduh Akun at pd.data.kemdikbud.go.id."
    ),
    "dapodik.verval": (
        "Name, date of birth and NIK are corrected only through Verval PTK or Verval PD; the "
        "account follows once the verified data are synchronised."
    ),
    "reset.user_id_stays": (
        "The user ID of a belajar.id account cannot be changed on request; the shown name and the "
        "profile follow Dapodik by themselves."
    ),
    "migration.takeout": (
        "Its owner moves the data of an old account with Google Takeout before that account is "
        "deleted; within the same jenjang account and Chromebook data do not change."
    ),
    "platform.account_fine": (
        "A belajar.id account is for signing in only; where that works and another service "
        "refuses, sign out of the old account, sign in with the one that fits role and jenjang in "
        "Dapodik, then ask that application's own helpdesk. After a move to another jenjang the "
        "history in other services stays with the old account."
    ),
    "form.follow_up": (
        "Each report is given a report number, and the answer is sent to the reporter's e-mail."
    ),
    "scope.refer_out": (
        "This helpdesk serves belajar.id accounts of schools registered in Dapodik. Accounts of "
        "madrasah (EMIS, SIMPATIKA) are served by the Ministry of Religious Affairs through the "
        "head of the madrasah, and other applications by those who run them."
    ),
}
