"""The text of an advert as people would see it: tags gone, entities and mojibake repaired."""

import html
import re

import ftfy

_BLOCK = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section)\b[^>]*>", re.IGNORECASE)
_DROPPED = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[a-z][^<>]{0,200}>", re.IGNORECASE)
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_ESCAPED = re.compile(r"\\([-+.#&$*_()!\[\]~])")


def clean(text: str) -> str:
    """`text` without markup, with one kind of line end and of space."""
    text = html.unescape(html.unescape(text))
    if _BLOCK.search(text):
        text = _BLOCK.sub(_line, _DROPPED.sub(" ", text))
        text = _TAG.sub(" ", text)
    text = ftfy.fix_text(text, uncurl_quotes=True, unescape_html=False)
    text = _ESCAPED.sub(r"\1", _UNSEEN.sub("", text))
    lines = (re.sub(r"[^\S\n]+", " ", line).rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _line(tag: re.Match[str]) -> str:
    return "\n- " if tag.group().lower().startswith("<li") else "\n"
