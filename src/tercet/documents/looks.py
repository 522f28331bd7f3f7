"""How text in a mark-up format looks, and whether a person could see it."""

from dataclasses import dataclass, field

from tercet.documents.raw import Concealed, Concealment, gathered
from tercet.kernel.rules import broken

PACKAGE = "tercet.documents"

Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)
FAINT = 20  # of 255, in the channel that differs most: below it text is as good as its ground
TINY = 3.0  # points


@dataclass(frozen=True, slots=True)
class Look:
    """What counts for visibility; None for a colour means that it is not known, or automatic."""

    off: bool = False
    size: float = 11.0
    ink: Colour | None = None
    ground: Colour | None = WHITE

    @property
    def ways(self) -> tuple[Concealment, ...]:
        """In which ways this look hides its text; none when it shows."""
        ways: list[Concealment] = []
        if self.off or self.size <= 0 or self._faint():
            ways.append("hidden-text")
        if 0 < self.size < TINY:
            ways.append("tiny-text")
        return tuple(ways)

    @property
    def why(self) -> str:
        """The reason in words."""
        if self.off or self.size <= 0:
            return "the file marks this text as not shown"
        if self._faint():
            tiny = ", in type smaller than a reader can see" if self.size < TINY else ""
            return f"the text has the colour of its ground{tiny}"
        return f"the type is {self.size:g} points high"

    def _faint(self) -> bool:
        if self.ink is None or self.ground is None:
            return False
        return max(abs(a - b) for a, b in zip(self.ink, self.ground, strict=True)) < FAINT


def hex_colour(text: str | None) -> Colour | None:
    """A colour from RRGGBB or #RRGGBB; None for "auto", names and nothing."""
    digits = (text or "").removeprefix("#")
    if len(digits) != 6:
        return None
    try:
        value = int(digits, 16)
    except ValueError:
        return None
    return value >> 16, value >> 8 & 255, value & 255


@dataclass(slots=True)
class Sheet:
    """Collects the text of one page while a reader walks through a file.

    Raises `InputError` TD007 as soon as more than `limit` characters were added.
    """

    limit: int
    page: int = 1
    _shown: list[str] = field(default_factory=list)
    _hidden: list[Concealed] = field(default_factory=list)
    _open: bool = False
    _count: int = 0

    def add(self, text: str, look: Look) -> None:
        """A run of text with one look."""
        self._count += len(text)
        if self._count > self.limit:
            raise broken(PACKAGE, "TD007", count=self._count, limit=self.limit)
        if not look.ways or not text.strip():
            self._shown.append(text)
        else:
            last = self._hidden[-1] if self._hidden else None
            if last and (last.ways, last.why) == (look.ways, look.why) and self._open:
                self._hidden[-1] = Concealed(last.text + text, self.page, look.ways, look.why)
            else:
                self._hidden.append(Concealed(text, self.page, look.ways, look.why))
            self._open = True

    def line(self) -> None:
        """Start a new line, unless one was just started."""
        self._open = False
        if self._shown and not self._shown[-1].endswith("\n"):
            self._shown.append("\n")

    def mark(self, text: str) -> None:
        """Something that stands between runs and hides nothing: a bullet, a tab, a break."""
        self._shown.append(text)

    @property
    def position(self) -> int:
        """Where the next run will stand; for `since`, `cut` and `inline`."""
        return len(self._shown)

    def since(self, position: int) -> str:
        """What was shown after `position`."""
        return "".join(self._shown[position:])

    def cut(self, position: int) -> None:
        """Take back what was shown after `position`."""
        del self._shown[position:]

    def inline(self, position: int, before: str) -> None:
        """Put what was shown after `position` on one open line, after `before`."""
        self._shown[position:] = [before, self.since(position).strip("\n")]

    @property
    def text(self) -> str:
        """The shown text so far."""
        return "".join(self._shown)

    @property
    def concealed(self) -> tuple[Concealed, ...]:
        """What was not shown, neighbours put together."""
        return gathered(self._hidden)
