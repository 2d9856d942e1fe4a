"""What the public form asks for beyond what it must know: shown, required, in which order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from models.vocabulary import Category, UserType

# Who writes, where an answer goes and what happened are always asked.
CHOSEN = ("jenjang", "akun", "sekolah", "npsn", "provinsi", "kabupaten")
LONGEST_HINT = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of the form. `user_types` and `categories` say for whom it is required, where it
    is; none of them means for all. An empty hint is the usual one."""

    name: str
    is_shown: bool = True
    is_required: bool = False
    user_types: tuple[UserType, ...] = ()
    categories: tuple[Category, ...] = ()
    hint_id: str = ""
    hint_en: str = ""

    def is_required_of(self, user_type: UserType | None, category: Category | None) -> bool:
        if not (self.is_shown and self.is_required):
            return False
        for_type = not self.user_types or user_type in self.user_types
        return for_type and (not self.categories or category in self.categories)

    @property
    def is_always_required(self) -> bool:
        return self.is_required and not self.user_types and not self.categories

    def hint(self, language: str) -> str:
        return (self.hint_en or self.hint_id) if language == "en" else self.hint_id


@dataclass(frozen=True, slots=True)
class AskedForm:
    """`fields` in the order of the page, each of CHOSEN once; `help` is a line above them."""

    fields: tuple[Asked, ...] = tuple(Asked(name) for name in CHOSEN)
    help_id: str = ""
    help_en: str = ""

    def missing(
        self,
        typed: Mapping[str, str],
        user_type: UserType | None,
        category: Category | None,
    ) -> Iterator[str]:
        """Names of fields that are required of such a report and left empty."""
        for each in self.fields:
            is_empty = not typed.get(each.name, "").strip()
            if is_empty and each.is_required_of(user_type, category):
                yield each.name

    def help(self, language: str) -> str:
        return (self.help_en or self.help_id) if language == "en" else self.help_id


USUAL = AskedForm()


def complete(form: AskedForm) -> AskedForm:
    """As kept by an earlier program: fields it did not know come last, unknown ones are gone."""
    known = tuple(each for each in form.fields if each.name in CHOSEN)
    names = {each.name for each in known}
    return replace(form, fields=known + tuple(Asked(name) for name in CHOSEN if name not in names))
