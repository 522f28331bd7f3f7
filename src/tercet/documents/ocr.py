"""Reading pictures of text with Debian's `tesseract`, where a machine has it."""

import io
import os
import shutil
import subprocess
from typing import Any

from tercet.documents.packages import Package
from tercet.documents.records import Guard

SECONDS = 30


def read_picture(picture: Any) -> str | None:
    """Text in a Pillow image, or None where `tesseract` is not installed or finds no words.

    Languages are those installed among the ones tercet reads; one thread, no files left behind.
    """
    program = shutil.which("tesseract")
    if program is None:
        return None
    held = io.BytesIO()
    picture.convert("L").save(held, "PNG")
    command = [program, "stdin", "stdout", "-l", _languages(program), "--psm", "3"]
    try:
        done = subprocess.run(
            command, input=held.getvalue(), capture_output=True, timeout=SECONDS, check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except (subprocess.SubprocessError, OSError):
        return None
    text = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n").strip()
    return text if len(text.split()) >= 3 else None


def _languages(program: str) -> str:
    listed = subprocess.run(
        [program, "--list-langs"], capture_output=True, timeout=SECONDS, check=False
    )
    held = set(listed.stdout.decode("utf-8", "replace").split())
    return "+".join(code for code in ("eng", "deu", "spa", "por", "fra") if code in held) or "eng"


def read_packed_pictures(package: Package, folder: str, guard: Guard) -> str | None:
    """Text in the pictures that a package holds in `folder`, or None where none could be read."""
    from PIL import Image, UnidentifiedImageError

    if shutil.which("tesseract") is None:
        return None
    texts = []
    for part in sorted(package.names):
        data = package.read(part) if part.startswith(folder) else None
        try:
            picture = None if data is None else Image.open(io.BytesIO(data))
        except (UnidentifiedImageError, OSError, ValueError):
            continue
        if picture is not None and picture.width * picture.height <= guard.max_pixels:
            texts.append(read_picture(picture))
    return "\n".join(text for text in texts if text) or None
