"""Files to send as evidence: pictures with something to hide, documents, and impostors."""

import io

from PIL import Image


def picture(form: str = "PNG", size: tuple[int, int] = (40, 20), *, orientation: int = 1) -> bytes:
    """One pixel row of red on blue; with EXIF that names a place and a device."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0], 1))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Telepon Rahasia"
    exif[0x8825] = {1: "S", 2: (6.0, 10.0, 0.0)}
    file = io.BytesIO()
    image.save(file, form, exif=exif, quality=95)
    return file.getvalue()


def bomb() -> bytes:
    """A few kilobytes that would fill hundreds of megabytes, made in no time."""
    file = io.BytesIO()
    Image.new("1", (8000, 8000)).save(file, "PNG")
    return file.getvalue()


def document() -> bytes:
    """A PDF of one empty page."""
    file = io.BytesIO()
    Image.new("RGB", (20, 20), "white").save(file, "PDF")
    return file.getvalue()
