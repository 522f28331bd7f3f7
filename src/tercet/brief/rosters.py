"""People told otherwise than by count and title: teams by trade, rows of a table, names."""

import re
from collections.abc import Iterator
from functools import cache

from tercet.brief.amounts import spoken
from tercet.brief.data import compiled, pattern, table
from tercet.brief.words import Span, Text

MOST = 99
"""More people than this are customers, not a team."""
_NAME = re.compile(r"(?<![\w.])[A-ZÀ-Þ][\w'-]+[ ]?\($")
_ROW = re.compile(r"[ ]*(?:\||[-*•][ ]|\d+[.)][ ]|\n)")
"""How a row of a table or an item of a list begins; lines without words may stand between."""
_LABEL = 70
"""Characters of a heading; a longer line is a sentence."""
_FIELD = re.compile(r"\W*([^.;:|!?]{1,40}[:|])[^.;!?]*")
"""What stands before people in a field: "Needed: one engineer, "."""


def teams_by_trade(text: Text) -> Iterator[tuple[str, int, Span]]:
    """(role, people, words) of teams named by what they do: "data science: 2 people"."""
    for role, form in _forms():
        for hit in form.finditer(text.low):
            word = hit.group("count")
            count = int(word) if word.isdigit() else int(spoken(word) or 0)
            if 0 < count <= MOST:
                yield role, count, hit.span()


def in_roster(text: Text, span: Span) -> bool:
    """Whether the title at `span` is one of a named person: in brackets, or in a table of staff."""
    return bool(_NAME.search(text.plain[max(0, span[0] - 30) : span[0]])) or _in_table(text, span)


def asked_for(text: Text, span: Span) -> bool:
    """Whether the field, list or table around `span` is of people to find, or away."""
    start, _ = _line(text, span[0])
    field = _FIELD.fullmatch(re.split(r"[.!?]\s", text.low[start : span[0]])[-1])
    above = _above(text, start) if _ROW.match(text.low[start:]) else ""
    return any(_elsewhere(words) for words in ((field.group(1) if field else ""), above))


def _elsewhere(heading: str) -> bool:
    """Whether a heading is of people who are away or asked for."""
    if pattern("team", "cues", "away").search(heading):
        return True
    asked = pattern("team", "cues", "asked").search(heading)
    return bool(asked and not pattern("team", "cues", "there").search(heading))


def _in_table(text: Text, span: Span) -> bool:
    """Whether the title fills a cell of a table that by its heading tells who is there."""
    start, end = _line(text, span[0])
    if not re.search(r"\|\s*$", text.low[start : span[0]]) or not re.match(
        r"\s*\|", text.low[span[1] : end]
    ):
        return False
    if any(
        pattern("team", "cues", kind).search(text.low[start:end]) for kind in ("absent", "gone")
    ):
        return False
    above = _above(text, start)
    return bool(pattern("team", "cues", "roster").search(above)) and not (
        pattern("team", "cues", "absent").search(above)
    )


def _above(text: Text, start: int) -> str:
    """The heading of the table or list around the line at `start`."""
    head = start
    while head and _ROW.match(text.low[_line(text, head - 1)[0] :]):
        head = _line(text, head - 1)[0]
    before = text.low[:head].rstrip()
    heading = before[before.rfind("\n") + 1 :]
    first = text.low[slice(*_line(text, head))] if text.low[head:].lstrip().startswith("|") else ""
    return (heading if len(heading) <= _LABEL else "") + "\n" + first


def _line(text: Text, at: int) -> Span:
    end = text.low.find("\n", at)
    return text.low.rfind("\n", 0, at) + 1, len(text.low) if end < 0 else end


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(role, pattern with a count) of each way to say how many people a team has."""
    count, people = (
        r"(?P<count>\d\d?|[a-zéèüöä]+)",
        compiled(tuple(table("team")["people"])).pattern,
    )
    group = r"(?:team|group|squad|unit|department|chapter)"
    forms = (
        rf"(?<![\w-]){{name}}(?:\s{group})?[ ]*[:=|-][ ]*{count}[ ]*(?:{people})",
        rf"(?<![\w-]){{name}}\s{group}\s(?:of|with)\s{count}\b(?:\s(?:{people}))?",
        rf"(?<![\w-]){{name}}\s{group}\s\({count}(?:\s(?:{people}))?\)",
        rf"(?<![\w-]){count}(?:-|\s)(?:person|people|man|member|strong|head)\s{{name}}\s{group}",
        rf"(?<![\w-]){count}\s(?:{people})\s(?:in|from|for|doing|who do)"
        rf"\s(?:the\s|our\s)?{{name}}(?![\w-])",
    )
    return tuple(
        (role, re.compile(form.replace("{name}", f"(?:{compiled(tuple(names)).pattern})")))
        for role, names in table("team")["disciplines"].items()
        for form in forms
    )
