"""The brief as read: the customer's words with marks, beside the facts they carry."""

import re
from dataclasses import dataclass
from typing import Literal

from tercet.brief.records import Brief, Limit, Person, Quote
from tercet.reports.places import place_name
from tercet.reports.roles import role_count
from tercet.reports.words import clean, listed, long_day, money, percent, spelt

Group = Literal["project", "needs", "people"]


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact, and the number of the mark that it stands on (None where nothing was quoted)."""

    group: Group
    label: str
    value: str
    note: str
    mark: int | None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the brief; `mark` numbers the quote that they are."""

    text: str
    mark: int | None = None


@dataclass(frozen=True, slots=True)
class BriefView:
    """What was written and what was understood."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    facts: tuple[FactRow, ...]
    words: int


def brief_view(brief: Brief) -> BriefView:
    """Marks are numbered in the order of the text; facts keep the order people ask in."""
    raw = list(_facts(brief))
    spans = _spans([quote for *_, quote in raw if quote])
    numbers = {(s, e): n for n, (s, e) in enumerate(spans, 1)}

    def mark(quote: Quote | None) -> int | None:
        if quote is None:
            return None
        return next((n for (s, e), n in numbers.items() if s <= quote.start < e), None)

    facts = tuple(
        FactRow(g, label, value, note, mark(q), role) for g, label, value, note, role, q in raw
    )
    return BriefView(_paragraphs(brief.text, spans), facts, len(brief.text.split()))


_Raw = tuple[Group, str, str, str, str | None, Quote | None]


def _facts(brief: Brief) -> list[_Raw]:
    kind = spelt(brief.archetype.id)
    sure = f"{percent(brief.archetype.confidence)} sure"
    rows: list[_Raw] = [("project", "Kind", kind, sure, None, brief.archetype.quote)]
    if brief.deadline:
        rows.append(("project", "Live by", long_day(brief.deadline.date), "", None,
                     brief.deadline.quote))  # fmt: skip
    if brief.budget:
        amount = money(brief.budget.money.amount, brief.budget.money.currency)
        rows.append(("project", "Budget", amount, "people only", None, brief.budget.quote))
    if brief.home:
        country = place_name(brief.home.country)
        place = f"{brief.home.place}, " if brief.home.place not in (None, country) else ""
        rows.append(("project", "Home", clean(place + country), "", None,
                     brief.home.quote))  # fmt: skip
    rows.append(("project", "Size", brief.size, "", None, brief.size_quote))
    rows.extend(("needs", spelt(need.id), "yes", "", None, need.quote) for need in brief.needs)
    rows.extend(
        ("needs", *_limit(limit), "preferred" if limit.soft else "", None, limit.quote)
        for limit in brief.limits
    )
    rows.extend(
        ("people", role_count(row.role, row.count), _shares(row.people), "", row.role, row.quote)
        for row in brief.team
    )
    return rows


def _shares(people: tuple[Person, ...]) -> str:
    parts = []
    for p in people:
        level = f"{p.level}, " if p.level else ""
        leaves = f", leaves {long_day(p.leaves)}" if p.leaves else ""
        parts.append(f"{level}{percent(p.share)} of the week{leaves}")
    if len(parts) > 1 and len(set(parts)) == 1:
        return f"each {parts[0]}"
    return "; ".join(parts)


_LIMITS = {
    "headcount": "People at once", "offshore-share": "Offshore at most",
    "onshore-only": "Home country only", "regions": "People in", "data-residency": "Data stays in",
    "no-channel": "Ruled out", "onshore-role": "At home", "resilience": "Two for each critical job",
    "start": "Nobody before",
}  # fmt: skip


def _limit(limit: Limit) -> tuple[str, str]:
    value = limit.value
    if isinstance(value, tuple):
        said = listed(value) if value else "nothing"
    elif limit.kind == "offshore-share" and isinstance(value, float):
        said = percent(value)
    elif isinstance(value, float):
        said = f"{value:g}"
    else:
        said = str(value) if value is not None else "yes"
    return _LIMITS[limit.kind], clean(said)


def _spans(quotes: list[Quote]) -> list[tuple[int, int]]:
    """Stretches of text that are quoted, in order; those that overlap become one."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted({(q.start, q.end) for q in quotes if q.end > q.start}):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _paragraphs(text: str, spans: list[tuple[int, int]]) -> tuple[tuple[Piece, ...], ...]:
    """Paragraphs at blank lines, each in pieces that are marked or not."""
    rows = []
    for block in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        at, pieces = block.start(), list[Piece]()
        last = at + len(block[0].rstrip())
        for n, (start, end) in enumerate(spans, 1):
            start, end = max(start, at), min(end, last)
            if start < end:
                pieces.append(Piece(shown(text[at:start])))
                pieces.append(Piece(shown(text[start:end]), n))
                at = end
        pieces.append(Piece(shown(text[at:last])))
        rows.append(tuple(p for p in pieces if p.text))
    return tuple(rows)


_SOFT = re.compile(r"(?<=[^\n])\n(?=[^\n])(?!\s*(?:[-*•#>|]|\d+[.)]))")
"""A line end inside a sentence, as editors wrap it; lists and headings keep theirs."""


def shown(text: str) -> str:
    """A stranger's text as it may be shown: control and direction marks out, line ends kept."""
    lines = _SOFT.sub(" ", text).split("\n")
    kept = []
    for line in lines:
        lead = " " if line[:1].isspace() else ""
        tail = " " if line[-1:].isspace() and line.strip() else ""
        kept.append(f"{lead}{clean(line)}{tail}")
    return "\n".join(kept)
