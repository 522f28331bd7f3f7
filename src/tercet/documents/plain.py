"""Plain text, Markdown and JSON Resume → Raw."""

import json
import re
from collections.abc import Iterator
from typing import Any

from tercet.documents.html import read_html
from tercet.documents.raw import Concealed, Raw
from tercet.documents.records import Guard
from tercet.documents.wording import unwrapped
from tercet.kernel.rules import broken

PACKAGE = "tercet.documents"
_ENCODINGS = ("cp1252", "cp1250", "cp1251", "cp1253", "mac_roman", "utf_16_le", "utf_16_be")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"),
          (b"\x00\x00\xfe\xff", "utf-32"), (b"\xfe\xff", "utf-16"))  # fmt: skip
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)|^\[[^\]]*\]:\s*#\s*[(\"'](.*?)[)\"']\s*$", re.S | re.M)
_STYLED = re.compile(r"<(\w+)\b[^>]*(?:style|hidden|color)\b[^>]*>.*?</\1\s*>", re.S | re.I)
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3}|`{1,3}|~~)(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)")
MAX_DEPTH = 12


def decoded(data: bytes, name: str) -> str:
    """Text of bytes: by its mark, as UTF-8, or by the likeliest older encoding; TD001 if binary."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            text = data.decode(codec, "replace")
            break
    else:
        text = _guessed(data)
    odd = sum(1 for c in text if ord(c) < 32 and c not in "\t\n\r\f\v")
    if odd > len(text) / 100 or text.count("\ufffd") > len(text) / 10:
        raise broken(PACKAGE, "TD001", place=name, kind="not text")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guessed(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(data, cp_isolation=list(_ENCODINGS)).best()
        return str(best) if best is not None else data.decode("cp1252", "replace")


def read_text(text: str) -> Raw:
    """Plain text; a form feed starts a page, lines broken at the margin are joined."""
    pages = text.split("\f")
    return Raw("text", tuple(unwrapped(page.split("\n")) for page in pages))


def read_markdown(text: str, name: str, guard: Guard) -> Raw:
    """Markdown as it would be shown: marks of emphasis, links and headings go, text stays."""
    concealed = [
        Concealed(match[1] or match[2] or "", 1, ("metadata",), "a comment in the text's source")
        for match in _COMMENT.finditer(text)
    ]
    text = _COMMENT.sub("", text)
    for match in reversed(list(_STYLED.finditer(text))):
        inner = read_html(match[0], name, guard)
        concealed += inner.concealed
        text = text[: match.start()] + inner.pages[0].strip("\n") + text[match.end() :]
    text = re.sub(r"</?[a-zA-Z][^<>\n]{0,200}>", "", text)
    shown = [_plain(line) for line in text.split("\n")]
    return Raw("markdown", (unwrapped(shown),), tuple(c for c in concealed if c.text.strip()))


def _plain(line: str) -> str:
    line = re.sub(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$", r"\1", line)
    line = re.sub(r"^(\s*)[-*+]\s+", r"\1• ", line)
    line = re.sub(r"^\s{0,3}>\s?", "", line)
    if re.fullmatch(r"[\s|:=-]{3,}", line):
        return ""
    if line.strip().startswith("|"):
        line = "\t".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    line = _LINK.sub(lambda m: m[1] if m[1] != m[2] else m[2], line)
    for _ in range(3):
        line = _EMPHASIS.sub(r"\2", line)
    return re.sub(r"\\([\\`*_{}\[\]()#+.!|<>~-])", r"\1", line).rstrip()


def read_json_resume(text: str, name: str) -> Raw:
    """A JSON Resume: its sections in the order of the file; `meta` and `$schema` are metadata."""
    try:
        root = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise broken(PACKAGE, "TD004", place=name) from error
    if not isinstance(root, dict):
        raise broken(PACKAGE, "TD001", place=name, kind="JSON that is no résumé")
    shown, concealed = [], []
    for key, value in root.items():
        lines = list(_lines(value, 0))
        if key.startswith("$") or key == "meta":
            concealed.append(Concealed("\n".join(lines), 1, ("metadata",), f"the field “{key}”"))
        else:
            title = [] if key == "basics" else ["", key.capitalize()]
            shown += [*title, *lines]
    return Raw("json-resume", ("\n".join(shown),), tuple(c for c in concealed if c.text.strip()))


_FIRST = ("name", "position", "title", "label", "institution", "organization", "studyType", "area",
          "startDate", "endDate", "date", "level", "fluency")  # fmt: skip


_TOGETHER = ("keywords", "courses", "roles", "languages", "technologies")


def _lines(value: Any, depth: int, key: str = "") -> Iterator[str]:
    """Short fields of an entry on one line, then its longer texts, then its lists as items."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, dict):
        head = [str(value[key]) for key in _FIRST if _is_word(value.get(key))]
        if "startDate" in value and not value.get("endDate"):
            head.append("present")
        if head:
            yield " | ".join(head)
        for key, inner in value.items():
            if key not in _FIRST or not _is_word(inner):
                yield from _lines(inner, depth + 1, key)
    elif isinstance(value, list):
        if key in _TOGETHER and all(_is_word(item) for item in value):
            yield ", ".join(str(item) for item in value)
        else:
            for item in value:
                if _is_word(item):
                    yield f"• {item}"
                else:
                    yield from _lines(item, depth + 1)
    elif _is_word(value):
        yield str(value)


def _is_word(value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool) and bool(str(value))
