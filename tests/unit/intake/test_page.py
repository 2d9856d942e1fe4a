"""A copied page gives the comments it shows, whatever copying did to it."""

import pytest

from app.intake.rows import WrongFile
from app.intake.thread import Comment, parse_page

PAGE = """Pemutakhiran Data Sistem

Komentar dapat ditulis di bawah.

Komentar

12 comments

  • rini w

    mohon info min, akun guru baru di sekolah kami belum muncul

    terima kasih

    1
  • Helpdesk Akun belajar.id (Nama)

    Selamat siang Ibu rini w, kami telah mengirimkannya ke email Anda, di nomor laporan #700123.
    Hormat kami.

    0
  • Selamat pagi Bapak Dodi, di nomor laporan .#539564. Salam.

    0
  • Dodi Contoh, S.Pd.
    akun saya hilang
    NPSN 69900001

    -2
Please sign in to leave a comment.

Artikel terkait
  • Cara lapor
"""


def authors(text: str) -> list[str | None]:
    return [each.author for each in parse_page(text).comments]


def page(*bullets: str, count: str = "3 comments") -> str:
    return "\n".join(["Judul", "Komentar", "", count, "", *bullets])


def test_a_copied_page_is_read_in_order() -> None:
    thread = parse_page(PAGE)
    assert thread.announced == 12
    assert thread.comments == (
        Comment(
            "rini w",
            "mohon info min, akun guru baru di sekolah kami belum muncul\n\nterima kasih",
            1,
        ),
        Comment(
            "Helpdesk Akun belajar.id (Nama)",
            "Selamat siang Ibu rini w, kami telah mengirimkannya ke email Anda,"
            " di nomor laporan #700123.\nHormat kami.",
            0,
        ),
        Comment(None, "Selamat pagi Bapak Dodi, di nomor laporan .#539564. Salam.", 0),
        Comment("Dodi Contoh, S.Pd.", "akun saya hilang\nNPSN 69900001", -2),
    )


@pytest.mark.parametrize(
    "spoilt",
    [
        pytest.param(PAGE.replace(" ", "\u00a0"), id="non-breaking spaces"),
        pytest.param(PAGE.replace("    ", "\u202f\u2007  "), id="other spaces"),
        pytest.param(PAGE.replace("\n", "\r\n"), id="Windows line ends"),
        pytest.param("\ufeff" + PAGE.replace("•", "\u200b•"), id="invisible characters"),
        pytest.param(PAGE.replace("  • ", "\t•\t").replace("    ", "\t\t"), id="tabs"),
        pytest.param(PAGE.replace("Komentar\n\n12", "Komentar\n12"), id="no blank lines above"),
        pytest.param(
            "\n".join(line.lstrip() for line in PAGE.splitlines()), id="no indentation left"
        ),
        pytest.param(PAGE.partition("Please sign in")[0], id="cut off before the end"),
        pytest.param(PAGE.replace("12 comments", "12 komentar"), id="the Indonesian page"),
    ],
)
def test_copying_does_no_harm(spoilt: str) -> None:
    assert parse_page(spoilt) == parse_page(PAGE)


@pytest.mark.parametrize(
    ("first_line", "is_author"),
    [
        pytest.param("rini w", True, id="a name"),
        pytest.param("SD Contoh Satu", True, id="a school"),
        pytest.param("Helpdesk Akun belajar.id (Nama)", True, id="the helpdesk"),
        pytest.param("Selamat siang,", False, id="a greeting"),
        pytest.param("Assalamualaikum", False, id="another greeting"),
        pytest.param("Mohon bantuan", False, id="a plea"),
        pytest.param("akun guru terhapus", False, id="a complaint"),
        pytest.param("Kapan ya?", False, id="a question"),
        pytest.param("guru kami sudah pindah ke sekolah lain", False, id="a sentence"),
    ],
)
def test_a_first_line_is_an_author_only_when_it_looks_like_a_name(
    first_line: str, is_author: bool
) -> None:
    text = page(f"  • {first_line}", "", "    isi pesan berikutnya", "", "    0")
    assert authors(text) == [first_line if is_author else None]


def test_a_bullet_with_one_line_is_text() -> None:
    assert parse_page(page("  • rini w", "", "    0")).comments == (Comment(None, "rini w", 0),)


def test_a_deleted_author_is_nobody() -> None:
    text = page("  • Permanently deleted user", "", "    akun hilang", "", "    0")
    assert parse_page(text).comments == (Comment(None, "akun hilang", 0),)


def test_a_list_inside_a_comment_stays_inside() -> None:
    text = page("  • rini w", "", "    dua guru:", "    • Dodi", "    • Sari", "", "    3")
    (comment,) = parse_page(text).comments
    assert comment.text == "dua guru:\n• Dodi\n• Sari"
    assert comment.votes == 3


def test_a_school_number_on_the_last_line_is_no_vote() -> None:
    (comment,) = parse_page(page("  • rini w", "", "    akun hilang", "    69900001")).comments
    assert (comment.text, comment.votes) == ("akun hilang\n69900001", None)


def test_several_pages_in_one_file_are_read_as_one() -> None:
    thread = parse_page(PAGE + PAGE.replace("12 comments", "14 comments"))
    assert (thread.announced, len(thread.comments)) == (14, 8)


def test_a_page_may_have_no_comments_yet() -> None:
    assert parse_page(page(count="0 comments")).comments == ()


@pytest.mark.parametrize("text", ["", "Judul\n\nisi artikel saja", "a,b,c\n1,2,3"])
def test_a_text_without_comments_is_the_wrong_file(text: str) -> None:
    with pytest.raises(WrongFile):
        parse_page(text)
