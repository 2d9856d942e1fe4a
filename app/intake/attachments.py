"""What may come as evidence: pictures, made anew from their pixels, and PDF documents."""

import io
import re
import threading
import unicodedata

import puremagic
from PIL import Image, ImageOps

from app.intake.evidence import Upload

PIXELS = 60_000_000  # a telephone's best picture; more is a bomb
LONGEST_EDGE = 4000  # pixels; fine print on a letter stays legible

# A picture of so many pixels takes half a gigabyte while it is made anew.
_at_once = threading.BoundedSemaphore(2)
# Pillow refuses twice this by itself, before our own check.
Image.MAX_IMAGE_PIXELS = PIXELS

_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}
_ENDINGS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
    "application/pdf": ".pdf",
}
_NAME_LENGTH = 100
_PDF_HEAD = re.compile(rb"%PDF-[12]\.\d")
_PDF_TAIL = re.compile(rb"startxref\s+(\d+)\s+%%EOF")


class Unacceptable(Exception):
    """`key` names the sentence that tells the sender what to do."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def accept(filename: str, content: bytes, *, kind: str, limit: int) -> Upload:
    """The file as it is kept; raises Unacceptable. `limit` is bytes, as sent.

    The content decides what it is, never the name. A picture is turned upright and encoded anew:
    place, device and everything else that came along is gone.
    """
    if not content:
        raise Unacceptable("file.empty")
    if len(content) > limit:
        raise Unacceptable("file.too_large")
    content_type = _type_of(content)
    if content_type == "application/pdf":
        _look_into_pdf(content)
        clean = content
    else:
        clean = _anew(content, _FORMATS[content_type])
    return Upload(tidy_name(filename, content_type), content_type, clean, kind)


def tidy_name(filename: str, content_type: str) -> str:
    """A harmless one: no folder, nothing invisible, the ending of what it is."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", filename))[-1]
    visible = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C")
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", visible)
    stem = re.sub(r'[<>:"|?*\s]+', " ", stem).strip(" .")[:_NAME_LENGTH].rstrip(" .")
    return (stem or "lampiran") + _ENDINGS[content_type]


def _type_of(content: bytes) -> str:
    try:
        found = puremagic.from_string(content, mime=True)
    # It looks into archives too and raises whatever it trips over there.
    except Exception:
        raise Unacceptable("file.kind") from None
    if found not in _ENDINGS:
        raise Unacceptable("file.kind")
    return str(found)


def _anew(content: bytes, form: str) -> bytes:
    try:
        with _at_once, Image.open(io.BytesIO(content), formats=[form]) as image:
            return _encoded(_upright(image, form), form)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unacceptable("file.pixels") from None
    except Unacceptable:
        raise
    # Pillow's decoders raise whatever they trip over in a broken file.
    except Exception:
        raise Unacceptable("file.broken") from None


def _upright(image: Image.Image, form: str) -> Image.Image:
    if image.width * image.height > PIXELS:
        raise Unacceptable("file.pixels")
    image.draft("RGB", (LONGEST_EDGE, LONGEST_EDGE))
    turned = ImageOps.exif_transpose(image)
    is_clear = form != "JPEG" and turned.has_transparency_data
    plain = turned.convert("RGBA" if is_clear else "RGB")
    plain.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
    # Some encoders write comments and profiles from here.
    plain.info.clear()
    return plain


def _encoded(image: Image.Image, form: str) -> bytes:
    clean = io.BytesIO()
    if form == "PNG":
        image.save(clean, form)
    else:
        image.save(clean, form, quality=88)
    return clean.getvalue()


def _look_into_pdf(content: bytes) -> None:
    """At its beginning, and at the end where its table of contents must be named."""
    tail = _PDF_TAIL.search(content[-2048:])
    if not _PDF_HEAD.match(content) or tail is None:
        raise Unacceptable("file.broken")
    place = int(tail.group(1))
    if not re.match(rb"\s*(xref|\d+\s+\d+\s+obj)", content[place : place + 40]):
        raise Unacceptable("file.broken")
