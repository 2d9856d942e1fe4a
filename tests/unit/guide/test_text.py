"""Markdown of an article: nothing of the writer's HTML, no link that leads astray."""

import pytest

from app.guide.text import dead_links, html, plain

SLUGS, PAGES = {"akun-belum-ada"}, {"/bantuan"}


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "Halo <img src=x onerror=alert(1)>",
        "[klik](javascript:alert(1))",
        "[klik](data:text/html;base64,PHNjcmlwdD4=)",
        "[klik](//lain.example/x)",
        "[klik](http://lain.example/x)",
        "![gambar](https://lain.example/x.png)",
        "<https://lain.example/><b>",
        "[a]: javascript:alert(1)\n\n[a]",
    ],
)
def test_nothing_of_it_acts_or_loads(body: str) -> None:
    made = html(body)
    assert "<script" not in made
    assert "<img" not in made
    assert "<b>" not in made
    assert 'href="javascript' not in made
    assert 'href="data' not in made
    assert 'href="//' not in made
    assert 'href="http:' not in made


def test_headings_stand_below_the_title_and_tables_are_made() -> None:
    made = html("# Satu\n\n#### Dua\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    assert "<h2>Satu</h2>" in made
    assert "<h3>Dua</h3>" in made
    assert "<table>" in made


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("/bantuan", True),
        ("/panduan/akun-belum-ada", True),
        ("/panduan/akun-belum-ada#cari", True),
        ("https://belajar.id/cari", True),
        ("/panduan/tidak-ada", False),
        ("/antrean", False),
        ("http://belajar.id", False),
        ("javascript:alert(1)", False),
        ("bantuan", False),
    ],
)
def test_a_link_must_lead_somewhere(link: str, leads: bool) -> None:
    assert dead_links(f"Lihat [ini]({link}).", slugs=SLUGS, pages=PAGES) == (
        () if leads else (link,)
    )


def test_the_words_alone() -> None:
    assert plain("## Cari\n\n1. Buka **akun**\n   lagi.\n") == "Cari\nBuka akun lagi."
