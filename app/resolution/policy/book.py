"""Every rule there is: its id, its version and the statement it rests on."""

from dataclasses import dataclass

from app.resolution.policy.sources import source
from app.resolution.verdict import Source


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's version grows by one with each change of what it decides."""

    id: str
    version: int
    source_key: str

    @property
    def source(self) -> Source:
        return source(self.source_key)


_TABLE: tuple[tuple[str, int, str], ...] = (
    # guards, before any rule
    ("guard.system_away", 1, "loket.no_rule"),
    ("guard.stale_records", 1, "sync.daily"),
    ("guard.changed_after_extract", 1, "sync.daily"),
    ("guard.not_sent", 1, "sync.check_dapodik_first"),
    ("guard.which_person", 1, "form.user_types"),
    ("guard.which_problem", 1, "form.user_types"),
    ("guard.no_rule", 1, "loket.no_rule"),
    ("guard.who_is_meant", 1, "form.user_types"),
    ("guard.non_school", 1, "scope.non_school"),
    ("guard.not_verified", 1, "loket.who_may_ask"),
    ("guard.unlinked_account", 1, "loket.no_rule"),
    ("guard.not_entitled", 1, "loket.no_rule"),
    ("list.no_authority", 1, "loket.list_authority"),
    # nobody in Dapodik under that name at that school
    ("unmatched.enter_in_dapodik", 1, "dapodik.new_staff"),
    ("unmatched.enter_student", 1, "sync.check_dapodik_first"),
    ("unmatched.pull_to_school", 1, "dapodik.pull_staff"),
    ("unmatched.record_gone", 1, "sync.wrong_notice"),
    ("unmatched.ask_more", 1, "account.checker"),
    # no account yet
    ("new.within_3_working_days", 1, "account.new_clock"),
    ("new.after_3_working_days", 1, "account.new_clock"),
    ("new.second_jenjang", 1, "terms.one_account"),
    ("new.support_staff", 1, "loket.no_rule"),
    ("new.unknown_jenjang", 1, "loket.no_rule"),
    ("new.already_there", 1, "account.checker"),
    ("new.not_used_yet", 1, "activation.first_sign_in"),
    # role part of the address
    ("role_change.within_14_days", 1, "sync.role_change"),
    ("role_change.after_14_days", 1, "sync.role_change"),
    ("role_change.not_in_dapodik", 1, "sync.check_dapodik_first"),
    ("role_change.already_fits", 1, "sync.role_change"),
    ("role_change.other_address_exists", 1, "terms.one_account"),
    # another jenjang
    ("other_jenjang.within_3_days", 1, "sync.other_jenjang_clock"),
    ("other_jenjang.after_3_days", 1, "sync.other_jenjang"),
    ("other_jenjang.not_used_yet", 1, "sync.other_jenjang"),
    ("other_jenjang.already_there", 1, "sync.other_jenjang"),
    ("other_jenjang.not_in_dapodik", 1, "dapodik.pull_staff"),
    # same jenjang
    ("same_jenjang.nothing_changes", 1, "sync.same_jenjang"),
    ("same_jenjang.not_in_dapodik", 1, "dapodik.pull_staff"),
    ("same_jenjang.second_school", 1, "terms.one_account"),
    # deleted, closed, left
    ("deleted.within_20_days", 1, "google.undelete"),
    ("deleted.after_20_days", 1, "google.undelete"),
    ("deleted.never_was", 1, "sync.deleted"),
    ("deleted.close_on_request", 1, "sync.left"),
    ("deleted.close_not_in_dapodik", 1, "sync.check_dapodik_first"),
    ("left.no_account_any_more", 1, "sync.left"),
    ("left.correct_dapodik", 1, "sync.check_dapodik_first"),
    ("left.school_closed", 1, "sync.left"),
    # notices
    ("notice.wrong", 1, "sync.wrong_notice"),
    ("notice.left_in_dapodik", 1, "sync.wrong_notice"),
    ("notice.old_jenjang", 1, "sync.other_jenjang"),
    ("notice.second_account", 1, "terms.one_account"),
    # suspended
    ("suspended.evidence_complete", 1, "suspended.evidence"),
    ("suspended.evidence_missing", 1, "suspended.evidence"),
    ("suspended.is_active", 1, "suspended.evidence"),
    ("suspended.owner_left", 1, "sync.left"),
    # signing in
    ("password.self_service", 1, "reset.self_service"),
    ("password.contact_first", 1, "reset.contact_first"),
    ("password.by_school", 1, "reset.school_admin"),
    ("activation.first_sign_in", 1, "activation.first_sign_in"),
    ("activation.ask_operator", 1, "activation.first_sign_in"),
    # data
    ("correction.two_accounts", 1, "terms.one_account"),
    ("correction.two_used_accounts", 1, "loket.no_rule"),
    ("correction.alias", 1, "terms.one_account"),
    ("correction.follows_dapodik", 1, "sync.daily"),
    ("correction.identity", 1, "dapodik.verval"),
    ("correction.assignment", 1, "dapodik.assignment"),
    ("migration.by_hand", 1, "migration.takeout"),
    ("migration.nothing_moves", 1, "migration.takeout"),
    ("migration.old_account_deleted", 1, "loket.no_rule"),
    ("migration.how_to", 1, "migration.takeout"),
    # other
    ("platform.account_fine", 1, "platform.account_fine"),
    ("platform.how_to", 1, "platform.account_fine"),
    ("sync.how_it_runs", 1, "sync.daily"),
    ("follow_up.known_report", 1, "form.follow_up"),
    ("follow_up.which_report", 1, "form.follow_up"),
    ("scope.other_service", 1, "scope.refer_out"),
    ("scope.non_school", 1, "scope.non_school"),
)

RULES: dict[str, Rule] = {name: Rule(name, version, key) for name, version, key in _TABLE}
