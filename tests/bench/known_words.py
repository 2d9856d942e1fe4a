"""Write app/reading/known_words.txt: the ordinary words of the training batches.

    python -m tests.bench.known_words

A word is ordinary when a writer used it in small letters outside every name that the labels give.
What is listed there is not taken for a name in texts whose capitals say nothing.
"""

import json
import re
from collections import Counter
from pathlib import Path

from app.reading.clean import plain
from app.reading.corpus import training_files
from app.reading.emails import emails
from app.reading.wordlists import COMMON_NAMES

TARGET = Path(__file__).parents[2] / "app" / "reading" / "known_words.txt"
OFTEN = 4  # times in small letters from which on a word that also occurs in names is ordinary
_WORD = re.compile(r"(?<![\w@.])[a-z]{2,}(?![\w@])")


def known_words(files: list[Path]) -> list[str]:
    """Sorted; without the common names, and without words of names unless they are frequent."""
    said: Counter[str] = Counter()
    of_names: set[str] = set()
    for path in files:
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            named = _named(row)
            said.update(_ordinary(f"{row.get('subject') or ''}\n{row['text']}", named))
            of_names |= {word for name in named for word in name.lower().split()}
    return sorted(
        word
        for word, times in said.items()
        if word not in COMMON_NAMES and (word not in of_names or times >= OFTEN)
    )


def _named(row: dict[str, dict[str, list[str]]]) -> list[str]:
    entities = row.get("entities") or {}
    return [*entities.get("person_names", []), *entities.get("school_names", [])]


def _ordinary(text: str, named: list[str]) -> list[str]:
    text = plain(text)
    for one in emails(text):
        text = text.replace(text[one.start : one.end], " " * (one.end - one.start))
    for name in sorted(named, key=len, reverse=True):
        text = re.sub(re.escape(name), " ", text, flags=re.I)
    return _WORD.findall(text)


if __name__ == "__main__":
    found = known_words(training_files())
    TARGET.write_text("\n".join(found) + "\n", "utf-8")
    print(f"{len(found)} words written")
