"""Does a message say anything at all?"""

import re

from app.reading.clean import own_words, plain
from app.reading.lexicon import KNOWN, is_ordinary
from app.reading.vocabulary_map import PROTECTED, WORDS
from app.reading.wordlists import words

_WORD = re.compile(r"[a-z0-9@][a-z0-9@.'’-]*")
_LETTERS = re.compile(r"([a-z])\1+")
_VOWEL = re.compile(r"[aeiou]")
_LONG = 8  # letters; "updatenya" is built like a word although nobody listed it
_SHORT = 4  # words; a longer message in unknown words may be another language
_ONLY_POLITE = words("""
    tes tess test testing coba halo hallo hai hay hi hello helo hey hei alo min admin mimin kak
    kakak pak bapak bpk bu ibu mas mbak bang gan sis om p ping selamat pagi siang sore malam pg met
    assalamualaikum assalamu'alaikum asalamualaikum asslm ass aslm waalaikumsalam wr wb salam
    warahmatullahi wabarakatuh shalom syalom permisi punten mohon maaf tolong tlg bantu bantuan
    bantuannya bantuin dibantu helpdesk tim cs yth ysh yang terhormat dear good morning afternoon
    evening please help swastiastu tabik sir madam all dan
""")


def says_nothing(text: str, subject: str | None = None) -> bool:
    """True for an empty message, greetings alone and a few letters that form no known word."""
    whole = own_words(plain(f"{subject or ''}\n{text}"))[:400].lower()
    if len(whole) > 120:
        return False
    spoken = [word.strip(".'’-") for word in _WORD.findall(whole)]
    meant = [
        word for word in spoken if word not in _ONLY_POLITE and _short(word) not in _ONLY_POLITE
    ]
    if not meant:
        return True
    return len(meant) <= _SHORT and not any(map(_is_word, meant))


def _short(word: str) -> str:
    return _LETTERS.sub(r"\1", word)


def _is_word(word: str) -> bool:
    known = word in KNOWN or word in WORDS or word in PROTECTED or is_ordinary(word)
    built = len(word) >= _LONG and len(_VOWEL.findall(word)) >= 3
    return known or built or any(letter.isdigit() or letter == "@" for letter in word)
