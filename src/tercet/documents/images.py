"""PNG, JPEG and TIFF → Raw: text where it can be recognised, else pages that were not read."""

import io
from typing import Any

from tercet.documents.ocr import read_picture
from tercet.documents.raw import Raw
from tercet.documents.records import Guard
from tercet.kernel.rules import broken, finding

PACKAGE = "tercet.documents"


def read_image(data: bytes, name: str, guard: Guard) -> Raw:
    """One page a frame; raises `InputError` TD004 (damaged), TD005 (too large), TD006."""
    from PIL import Image, UnidentifiedImageError

    try:
        picture: Any = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF"))
        frames = getattr(picture, "n_frames", 1)
        if frames > guard.max_pages:
            raise broken(PACKAGE, "TD006", place=name, pages=frames, limit=guard.max_pages)
        texts = [_frame(picture, number, name, guard) for number in range(frames)]
    except Image.DecompressionBombError as error:
        raise broken(PACKAGE, "TD005", place=name, limit=guard.max_unpacked_bytes) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise broken(PACKAGE, "TD004", place=name) from error
    pages = enumerate(texts, 1)
    return Raw(
        "image",
        tuple(text or "" for text in texts),
        unread=tuple(number for number, text in enumerate(texts, 1) if text is None),
        findings=tuple(finding(PACKAGE, "TD022", place=name, page=n) for n, text in pages if text),
    )


def _frame(picture: Any, number: int, name: str, guard: Guard) -> str | None:
    picture.seek(number)
    if picture.width * picture.height > guard.max_pixels:
        raise broken(PACKAGE, "TD005", place=name, limit=guard.max_unpacked_bytes)
    picture.load()
    return read_picture(picture)
