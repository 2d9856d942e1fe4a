"""Sentences that speak to a machine. Text never instructs; here they are not even weighed."""

import re

_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*|[.!?;\n]+")
_TO_A_MACHINE = re.compile(
    r"\b(?:system|assistant|developer|admin|maintenance|debug)\s*(?:mode|prompt|override|message)\b"
    r"|\b(?:system|assistant|instruction|instruksi|prompt)s?\s*[:>=\]]"
    r"|\b(?:abaikan|lupakan|ignore|disregard|forget|override)\b.{0,25}"
    r"\b(?:instruksi|perintah|aturan|instructions?|rules|prompts?|sebelumnya|previous|above)\b"
    r"|\b(?:kategori|category|label|intent|priority|prioritas)\s*[=:]\s*[\"'\w]"
    r"|\bset (?:kategori|category|label|status)\b"
    r"|\b(?:klasifikasikan|kategorikan|classify)\b.{0,30}\b(?:sebagai|as|to)\b"
    r"|\b(?:you are|act as|bertindaklah sebagai|anda (?:adalah|sekarang))\b.{0,20}"
    r"\b(?:ai|bot|model|asisten|assistant|admin)\b"
    r"|\b(?:jawab|balas|respond|reply|output)\w*\b.{0,12}\b(?:hanya dengan|only with|json)\b",
    re.I,
)
_LEAST = 3  # words that must be left for the rest to be what the person says


def speaks_to_a_machine(text: str) -> bool:
    return _TO_A_MACHINE.search(text) is not None


def without_instructions(text: str) -> str:
    """The other sentences; all of them when hardly anything else is said."""
    if not speaks_to_a_machine(text):
        return text
    kept = "".join(one for one in _SENTENCE.findall(text) if not _TO_A_MACHINE.search(one))
    return kept if len(re.findall(r"[^\W\d_]{2,}", kept)) >= _LEAST else text
