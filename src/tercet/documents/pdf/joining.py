"""Lines → text: a line that only ended because the margin came is joined to the next."""

from collections.abc import Sequence

from tercet.documents.pdf.order import Line
from tercet.documents.wording import JOIN, starts_item

LONG = 45  # characters: shorter lines end on purpose unless the next goes on in small letters
_OPEN = (",", "·", "|", "&", "/", "–")
LEADING = 1.9  # of the type size: more is a new paragraph


def text_of(lines: Sequence[Line]) -> str:
    """One line of text for each paragraph or item; wrapped lines are parted by `JOIN`."""
    out: list[str] = []
    before: Line | None = None
    for line in lines:
        if before is not None and _wrapped(before, line):
            out[-1] += JOIN + line.text
        else:
            out.append(line.text)
        before = line
    return "\n".join(out)


def _wrapped(before: Line, line: Line) -> bool:
    if len(before.chunks) > 1 or len(line.chunks) > 1:
        return False
    last, first = before.chunks[0], line.chunks[0]
    if before.region != line.region and abs(first.left - last.left) > 2:
        return False  # the short last line of a paragraph may count to the columns below it
    if starts_item(first.text) or abs(last.size - first.size) > 0.1 * last.size:
        return False
    if not 0 < first.base - last.base <= LEADING * last.size or first.left < last.left - 2:
        return False
    if last.text.endswith(("-", "\u00ad", "\u2010")):
        return True
    end = last.right + 0.25 * last.size + first.first_word  # where the next word would have ended
    small = first.text[0].islower() or first.text[0] in "(&"
    if end > before.margin - 1 and (small or len(last.text) >= LONG):
        return True
    ended = last.text.endswith((".", ":", "!", "?", ";"))
    return end > before.reach and ((small and not ended) or last.text.endswith(_OPEN))
