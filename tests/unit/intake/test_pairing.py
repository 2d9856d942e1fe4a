"""Replies find their askers, and nobody's question is closed by somebody else's answer."""

import pytest

from app.intake.pairing import ImportedCase, pair
from app.intake.replies import (
    greeted,
    is_bare_follow_up,
    is_thanks,
    likeness,
    report_numbers,
)
from app.intake.thread import Comment

AGENT = "Helpdesk Akun belajar.id (Nama)"


def asks(author: str | None, text: str = "akun guru belum muncul") -> Comment:
    return Comment(author, text)


def answers(to: str, number: int | None = None, author: str | None = AGENT) -> Comment:
    about = f", di nomor laporan #{number}" if number else ""
    return Comment(
        author, f"Selamat siang {to}, kami telah mengirimkan informasinya ke email Anda{about}."
    )


def cases(*comments: Comment) -> tuple[ImportedCase, ...]:
    return pair(comments).cases


def summary(*comments: Comment) -> list[tuple[str | None, int, int | None, bool]]:
    return [
        (each.asker, len(each.messages), each.number, each.answered) for each in cases(*comments)
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("di nomor laporan 386632", (386632,), id="bare"),
        pytest.param("di nomor laporan #534719.", (534719,), id="with a hash"),
        pytest.param("di nomor laporan .#539564. Salam", (539564,), id="with a stray dot"),
        pytest.param("di nomor laporan .700124. …", (700124,), id="between dots"),
        pytest.param("Nomor Laporan: # 700125", (700125,), id="with a colon"),
        pytest.param("nomor laporan Anda 700126", (700126,), id="your number"),
        pytest.param("no. laporan 700127 dan nomor laporan 700128", (700127, 700128), id="two"),
        pytest.param("NPSN 69900001", (), id="another number"),
        pytest.param("nomor laporan 1234567890", (), id="too long"),
    ],
)
def test_a_report_number_is_read_however_it_is_written(text: str, numbers: tuple[int, ...]) -> None:
    assert report_numbers(text) == numbers


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Selamat siang Ibu rini w, terkait", "rini w", id="Ibu"),
        pytest.param("Selamat siang Bapak/Ibu Dodi Contoh, kami", "Dodi Contoh", id="Bapak/Ibu"),
        pytest.param("Halo @rini w, kami telah", "rini w", id="a mention"),
        pytest.param("Selamat pagi Bapak Dodi …, di nomor", "Dodi", id="an ellipsis"),
        pytest.param("Selamat pagi Bapak Dodi terkait akun", "Dodi", id="no comma"),
        pytest.param("Selamat pagi Bapak/Ibu, terkait akun", None, id="nobody"),
        pytest.param("Selamat pagi Bapak/Ibu Guru, terkait", None, id="everybody"),
        pytest.param("kirim ke rini@contoh.example, ya", None, id="an address"),
    ],
)
def test_whom_a_reply_greets(text: str, name: str | None) -> None:
    assert greeted(text) == name


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("rini w", "Rini W", True),
        ("Dodi", "Dodi Contoh, S.Pd.", True),
        ("Dodi Contoh", "dodicontoh27", True),
        ("Rini Wulandari", "rini w", True),
        ("Siti Aminah", "Siti Rahma", False),
        ("Dodi", "Budi", False),
        ("S", "Siti", False),
    ],
)
def test_names_are_compared_as_people_write_them(one: str, other: str, alike: bool) -> None:
    assert bool(likeness(one, other)) is alike


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("belum ada respon min", True),
        ("Bagaimana kelanjutannya?", True),
        ("terima kasih banyak", True),
        ("akun kepala sekolah kami terhapus setelah mutasi", False),
        ("guru lain di sekolah kami belum masuk dapodik", False),
    ],
)
def test_a_bare_follow_up_states_no_problem(text: str, bare: bool) -> None:
    assert is_bare_follow_up(text) is bare


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("terima kasih banyak atas bantuannya min", True),
        ("Baik, terimakasih infonya", True),
        ("terima kasih, tapi akun saya belum ada", False),
        ("akun guru hilang, terima kasih", False),
        ("baik", False),
    ],
)
def test_thanks_are_nothing_but_thanks(text: str, only: bool) -> None:
    assert is_thanks(text) is only


def test_a_reply_belongs_to_whom_it_greets() -> None:
    assert summary(asks("rini w"), asks("Dodi"), answers("Bapak Dodi", 700124)) == [
        ("rini w", 1, None, False),
        ("Dodi", 1, 700124, True),
    ]


def test_nameless_replies_go_in_order_within_their_block() -> None:
    assert summary(
        asks("lama"),
        answers("Bapak/Ibu", 700001),
        asks("rini w"),
        asks("Dodi"),
        answers("Bapak/Ibu", 700002),
        answers("Bapak/Ibu", 700003),
    ) == [
        ("lama", 1, 700001, True),
        ("rini w", 1, 700002, True),
        ("Dodi", 1, 700003, True),
    ]


def test_a_reply_to_somebody_on_another_page_closes_nobodys_question() -> None:
    paired = pair([asks("rini w"), answers("Bapak Dodi", 700124)])
    assert not paired.cases[0].answered
    assert len(paired.orphans) == 1
    assert paired.numbers == (700124,)


def test_a_reply_without_an_author_line_is_known_by_its_words() -> None:
    reply = Comment(None, "Selamat pagi Bapak Dodi …, di nomor laporan .700124. …")
    assert summary(asks("Dodi"), reply) == [("Dodi", 1, 700124, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Selamat siang Ibu, saya sudah lapor dengan nomor laporan 700123 belum ada jawaban",
        "Selamat siang Bapak Admin, nomor laporan 700123 belum dibalas",
        "min nomor laporan 700123 kapan diproses",
        "Selamat siang Bapak/Ibu, kami sudah lapor dengan nomor laporan 700123, ke email Ibu juga",
        "Halo, saya dapat: kami telah mengirimkannya ke email Anda, di nomor laporan 700123, tapi",
    ],
)
def test_an_asker_who_quotes_a_number_is_no_agent(text: str) -> None:
    assert summary(Comment(None, text)) == [(None, 1, None, False)]


@pytest.mark.parametrize(
    "text",
    [
        "Selamat siang Ibu rini w, kami telah mengirimkannya ke email Anda, nomor laporan 700123",
        "Halo Ibu rini w, yang belum selesai telah kami balas ke email Anda, nomor laporan 700123.",
        "Terima kasih Ibu rini w, sudah kami informasikan di nomor laporan .#700123.",
    ],
)
@pytest.mark.parametrize("author", [None, "Nama Petugas"])
def test_stock_words_are_a_reply_whoever_is_named(author: str | None, text: str) -> None:
    assert summary(asks("rini w"), Comment(author, text)) == [("rini w", 1, 700123, True)]


def test_a_reply_posted_twice_is_kept_once_and_flagged() -> None:
    reply = answers("Ibu rini w", 700123)
    paired = pair([asks("rini w"), asks("Dodi"), reply, reply])
    assert [(len(each.replies), len(each.repeats)) for each in paired.cases] == [(1, 1), (0, 0)]
    assert (paired.reply_count, paired.repeat_count) == (2, 1)


def test_a_repeat_by_a_deleted_agent_is_still_a_repeat() -> None:
    first, again = answers("Ibu rini w", 700123), answers("Ibu rini w", 700123, author=None)
    paired = pair([asks("rini w"), first, again])
    assert (len(paired.cases), paired.repeat_count) == (1, 1)


def test_what_is_added_before_a_reply_belongs_to_the_same_case() -> None:
    more = asks("rini w", "NPSN 69900001")
    assert summary(asks("rini w"), more, answers("Ibu rini w", 700123)) == [
        ("rini w", 2, 700123, True)
    ]


def test_another_problem_after_a_reply_is_another_case() -> None:
    other = asks("rini w", "sekarang akun kepala sekolah kami terhapus")
    assert summary(asks("rini w"), answers("Ibu rini w", 700123), other) == [
        ("rini w", 1, 700123, True),
        ("rini w", 1, None, False),
    ]


def test_a_bare_follow_up_opens_its_case_again_and_thanks_do_not() -> None:
    question, reply = asks("rini w"), answers("Ibu rini w", 700123)
    assert summary(question, reply, asks("rini w", "belum ada balasan min")) == [
        ("rini w", 2, 700123, False)
    ]
    assert summary(question, reply, asks("rini w", "terima kasih min")) == [
        ("rini w", 2, 700123, True)
    ]


def test_people_without_a_name_are_not_one_person() -> None:
    assert len(cases(asks(None), asks(None, "akun siswa hilang"))) == 2


def test_a_reply_above_its_question_is_found_in_the_end() -> None:
    assert summary(answers("Ibu rini w", 700123), asks("rini w")) == [("rini w", 1, 700123, True)]


def test_agents_of_the_api_are_known_by_their_id() -> None:
    stock = Comment(
        None,
        "Selamat pagi Ibu Rini, kami telah mengirimkan informasinya ke email Anda,"
        " di nomor laporan 700123.",
        author_id="7",
    )
    other = Comment(None, "Baik, silakan dicoba kembali.", author_id="7")
    question = Comment(None, "akun hilang. Rini", author_id="11")
    (case,) = cases(question, stock, other)
    assert (case.number, case.answered) == (700123, True)


def test_an_empty_thread_has_no_cases() -> None:
    assert cases() == ()


def test_a_repeated_reply_to_somebody_elsewhere_is_counted_once() -> None:
    reply = answers("Bapak Dodi", 700124)
    paired = pair([asks("rini w"), reply, reply])
    assert (len(paired.orphans), paired.repeat_count) == (1, 1)


def test_equal_stock_words_to_nobody_by_name_are_two_replies() -> None:
    stock = Comment(AGENT, "Silakan periksa kotak masuk Anda.")
    assert [each.answered for each in cases(asks("rini w"), asks("Dodi"), stock, stock)] == [
        True,
        True,
    ]


def test_a_name_without_letters_is_nobodys() -> None:
    assert likeness("...", "rini w") == 0
