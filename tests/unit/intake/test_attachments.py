"""Evidence: what comes in clean, and what does not come in at all."""

import io
import struct
import zlib

import pytest
from PIL import Image

from app.intake.attachments import LONGEST_EDGE, Unacceptable, accept, tidy_name
from tests.support.pictures import document, picture

LIMIT = 2_000_000


@pytest.mark.parametrize(
    ("form", "content_type", "ending"),
    [
        ("PNG", "image/png", ".png"),
        ("JPEG", "image/jpeg", ".jpg"),
        ("WEBP", "image/webp", ".webp"),
    ],
)
def test_a_picture_keeps_nothing_but_its_pixels(form: str, content_type: str, ending: str) -> None:
    upload = accept("foto.bin", picture(form), kind="login_screenshot", limit=LIMIT)
    assert (upload.content_type, upload.filename) == (content_type, f"foto{ending}")
    assert b"Telepon Rahasia" in picture(form)
    assert b"Telepon Rahasia" not in upload.content
    with Image.open(io.BytesIO(upload.content)) as kept:
        assert not dict(kept.getexif())
        assert kept.size == (40, 20)


def test_a_picture_stands_upright_afterwards() -> None:
    upload = accept("foto.jpg", picture("JPEG", orientation=6), kind="other", limit=LIMIT)
    with Image.open(io.BytesIO(upload.content)) as kept:
        assert kept.size == (20, 40)


def test_a_very_large_picture_is_made_smaller() -> None:
    upload = accept("foto.png", picture("PNG", (6000, 30)), kind="other", limit=LIMIT)
    with Image.open(io.BytesIO(upload.content)) as kept:
        assert kept.width == LONGEST_EDGE


def test_a_document_comes_in_as_it_is() -> None:
    upload = accept("surat.pdf", document(), kind="power_of_attorney", limit=LIMIT)
    assert (upload.content, upload.content_type) == (document(), "application/pdf")


def _bomb(edge: int) -> bytes:
    """A PNG that says it is a square of so many pixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        body = name + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", edge, edge, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "key"),
    [
        pytest.param(b"", "file.empty", id="nothing"),
        pytest.param(b"x" * (LIMIT + 1), "file.too_large", id="too many bytes"),
        pytest.param(b"MZ\x90\x00" + b"\0" * 200, "file.kind", id="a program"),
        pytest.param(b"hanya tulisan", "file.kind", id="plain words"),
        pytest.param(b"<html><script>alert(1)</script>", "file.kind", id="a web page"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "file.kind", id="a drawing"),
        pytest.param(picture("GIF"), "file.kind", id="a moving picture"),
        pytest.param(picture("PNG")[:60], "file.broken", id="half a picture"),
        pytest.param(picture("JPEG")[:200], "file.broken", id="half a photo"),
        pytest.param(b"%PDF-1.4\n", "file.broken", id="a document of one line"),
        pytest.param(b"%PDF-1.4\nstartxref\n99999\n%%EOF", "file.broken", id="a hollow document"),
        pytest.param(_bomb(50_000), "file.pixels", id="a bomb"),
    ],
)
def test_what_is_no_evidence_stays_outside(content: bytes, key: str) -> None:
    with pytest.raises(Unacceptable) as refused:
        accept("bukti.png", content, kind="other", limit=LIMIT)
    assert refused.value.key == key


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_small_bomb_is_found_without_pillow_s_help() -> None:
    with pytest.raises(Unacceptable, match=r"file\.pixels"):
        accept("bukti.png", _bomb(8_000), kind="other", limit=LIMIT)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd", "passwd.png"),
        ("C:\\Users\\x\\layar penuh.PNG", "layar penuh.png"),
        ("evil\r\nX: y.png", "evilX y.png"),
        ("\u202egnp.exe", "gnp.png"),
        ("", "lampiran.png"),
        ("...", "lampiran.png"),
        ("a" * 300 + ".jpeg", "a" * 100 + ".png"),
    ],
)
def test_a_file_name_is_made_harmless(sent: str, kept: str) -> None:
    assert tidy_name(sent, "image/png") == kept
