"""Every word of the vocabulary and every sentence that is asked for exists, in both languages."""

import re
from enum import StrEnum
from pathlib import Path
from string import Formatter

import pytest

from app.access import limits, signin
from app.kit.errors import Refusal
from app.web import deps, labels, tracking
from app.web.words import Pair, common, public, staff, vocabulary
from models import vocabulary as words

ROOT = Path(__file__).parents[2]
KINDS = [
    each
    for each in vars(words).values()
    if isinstance(each, type) and issubclass(each, StrEnum) and each is not StrEnum
]
SENTENCES: dict[str, Pair] = {**common.WORDS, **public.WORDS, **staff.WORDS}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_word_has_a_label_in_both_languages(kind: type[StrEnum]) -> None:
    for word in kind:
        assert all(labels.label(word, language).strip() for language in ("id", "en")), word
    assert set(vocabulary.LABELS[kind]) == set(kind)


@pytest.mark.parametrize("path", sorted(ROOT.glob("templates/**/*.html")), ids=lambda p: p.name)
def test_every_sentence_a_template_asks_for_exists(path: Path) -> None:
    asked = re.findall(r"""\bsay\(\s*["']([\w.]+)["']\s*[,)]""", path.read_text())
    assert not [key for key in asked if key not in SENTENCES]


def test_every_state_has_a_sentence_for_the_public() -> None:
    for state in words.TicketState:
        assert f"state.{state}" in SENTENCES


def test_every_refusal_has_its_sentence() -> None:
    assert {limits, signin, deps, tracking}  # imported, so that their refusals are known
    unsaid = [each for each in _descendants(Refusal) if each.key not in SENTENCES]
    assert not unsaid


def test_both_languages_have_the_same_gaps() -> None:
    gaps = {key: [_gaps(text) for text in pair] for key, pair in SENTENCES.items()}
    assert not [key for key, (indonesian, english) in gaps.items() if indonesian != english]


def test_no_key_is_said_twice() -> None:
    assert len(SENTENCES) == len(common.WORDS) + len(public.WORDS) + len(staff.WORDS)


def _gaps(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text)}


def _descendants(kind: type[Refusal]) -> list[type[Refusal]]:
    return [each for sub in kind.__subclasses__() for each in (sub, *_descendants(sub))]
