"""RTF bytes → Raw: a walk over groups, control words and text."""

import re
from dataclasses import dataclass, field, replace

from tercet.documents.looks import WHITE, Colour, Look, Sheet
from tercet.documents.raw import Concealed, Raw
from tercet.documents.records import Guard
from tercet.kernel.rules import broken

PACKAGE = "tercet.documents"
MAX_DEPTH = 200
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])"
    rb"|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_SILENT = {"fonttbl", "stylesheet", "pict", "object", "themedata", "colorschememapping",
           "datastore", "latentstyles", "listtable", "listoverridetable", "rsidtbl", "generator",
           "xmlnstbl", "fldinst", "filetbl", "revtbl", "mmathPr", "wgrffmtfilter", "annotation",
           "atnid", "bkmkstart", "bkmkend",
           "nonshppict", "panose"}  # fmt: skip
_PROPERTIES = {"title", "subject", "keywords", "doccomm", "author", "company", "category"}
_SIGNS = {"par": "\n", "line": "\n", "row": "\n", "sect": "\n", "page": "\n", "tab": "\t",
          "cell": "\t", "bullet": "•", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
          "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " "}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits: look, and where its text goes ("", a property, or None: nowhere)."""

    look: Look = field(default_factory=lambda: Look(size=12.0))
    goes: str | None = ""
    skip: int = 1


def read_rtf(data: bytes, name: str, guard: Guard) -> Raw:
    """The document as one page; raises `InputError` TD004 or TD007."""
    walk = _Walk(name, guard.max_characters)
    for match in _TOKEN.finditer(data):
        walk.token(match)
    return Raw("rtf", (walk.sheet.text,), (*walk.sheet.concealed, *walk.properties()))


class _Walk:
    def __init__(self, name: str, limit: int) -> None:
        self.sheet = Sheet(limit)
        self._name = name
        self._stack: list[_State] = [_State()]
        self._codec = "cp1252"
        self._pending = 0  # characters still to be skipped after \u
        self._colours: list[Colour | None] = []
        self._mix = [0, 0, 0]
        self._mixed = False
        self._first = False  # whether the next control word names the group's destination
        self._starred = False
        self._held: dict[str, str] = {}

    def token(self, match: re.Match[bytes]) -> None:
        """One control word, sign, brace or piece of text."""
        word, number, byte, sign, brace, text = match.groups()
        if brace:
            self._brace(brace)
        elif word is not None:
            self._word(word.decode("ascii"), None if number is None else int(number))
        elif byte is not None:
            self._text(bytes([int(byte, 16)]).decode(self._codec, "replace"))
        elif sign is not None:
            self._sign(sign)
        elif text is not None:
            self._text(text.decode(self._codec, "replace"))

    def properties(self) -> list[Concealed]:
        """Properties such as title and keywords."""
        return [
            Concealed(text, 1, ("metadata",), f"the file's property “{key}”")
            for key, text in self._held.items()
            if text.strip()
        ]

    def _brace(self, brace: bytes) -> None:
        self._pending = 0
        if brace == b"{":
            if len(self._stack) >= MAX_DEPTH:
                raise broken(PACKAGE, "TD004", place=self._name)
            self._stack.append(self._stack[-1])
            self._first, self._starred = True, False
        elif len(self._stack) > 1:
            self._stack.pop()

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._starred = True
        elif sign in (b"\\", b"{", b"}"):
            self._text(sign.decode("ascii"))
        elif sign in (b"~", b"-", b"_"):
            self._text({b"~": " ", b"-": "\u00ad", b"_": "-"}[sign])
        elif sign in (b"\n", b"\r"):
            self._text("\n")

    def _word(self, word: str, number: int | None) -> None:
        first, self._first = self._first, False
        state = self._stack[-1]
        if first and word in ("listtext", "pntext"):
            if state.goes == "":
                self.sheet.mark("• ")
            self._stack[-1] = replace(state, goes=None)
        elif first and (word in _SILENT or (self._starred and word not in ("shptxt", "shpinst"))):
            self._stack[-1] = replace(state, goes=None)
        elif first and word in _PROPERTIES:
            self._stack[-1] = replace(state, goes=word)
        elif first and word in ("info", "colortbl"):
            self._stack[-1] = replace(state, goes="colours" if word == "colortbl" else None)
        elif word == "u" and number is not None:
            self._text(chr(number & 0xFFFF))
            self._pending = state.skip
        elif word in _SIGNS:
            self._text(_SIGNS[word])
        elif word in ("red", "green", "blue"):
            self._mix[("red", "green", "blue").index(word)] = min(max(number or 0, 0), 255)
            self._mixed = True
        elif word == "ansicpg" and number is not None:
            self._codec = _codec(number)
        else:
            self._format(word, number)

    def _format(self, word: str, number: int | None) -> None:
        state = self._stack[-1]
        look = state.look
        value = number if number is not None else 1
        if word in ("v", "deleted"):
            look = replace(look, off=value != 0)
        elif word == "fs":
            look = replace(look, size=value / 2)
        elif word == "cf":
            look = replace(look, ink=self._colour(value))
        elif word in ("cb", "chcbpat", "cbpat"):
            look = replace(look, ground=self._colour(value))
        elif word in ("highlight", "clcbpat"):
            look = replace(look, ground=None)
        elif word == "plain":
            look = replace(Look(size=12.0), ground=look.ground)
        elif word == "pard":
            look = replace(look, ground=WHITE)
        skip = min(max(value, 0), 4) if word == "uc" else state.skip
        self._stack[-1] = replace(state, look=look, skip=skip)

    def _colour(self, number: int) -> Colour | None:
        return self._colours[number] if 0 <= number < len(self._colours) else None

    def _text(self, text: str) -> None:
        self._first = False
        if self._pending:
            dropped = min(self._pending, len(text))
            self._pending -= dropped
            text = text[dropped:]
        state = self._stack[-1]
        if state.goes == "colours":
            self._close_colours(text.count(";"))
        elif state.goes:
            self._held[state.goes] = self._held.get(state.goes, "") + text
        elif state.goes == "":
            self.sheet.add(text, state.look)

    def _close_colours(self, ends: int) -> None:
        for _ in range(ends):
            red, green, blue = self._mix
            self._colours.append((red, green, blue) if self._mixed else None)
            self._mix, self._mixed = [0, 0, 0], False


def _codec(page: int) -> str:
    try:
        b"".decode(f"cp{page}")
    except LookupError:
        return "cp1252"
    return f"cp{page}"
