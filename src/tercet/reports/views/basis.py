"""What the plan rests on: the brief as read, packages, assumptions, remarks, sources."""

from dataclasses import dataclass
from datetime import date
from math import floor, log10

from tercet.advice.records import Advice, Choice
from tercet.brief.records import WorkPackage
from tercet.kernel.provenance import Figure
from tercet.kernel.rules import Finding
from tercet.kernel.uncertain import Distribution
from tercet.reports.roles import RoleLook, role_look, role_order
from tercet.reports.words import clean, money, number, percent, spelt


@dataclass(frozen=True, slots=True)
class PackageRow:
    """One work package: effort, who, when, and when it is done."""

    number: int
    name: str
    after: str
    needs: str
    effort: str
    spread: str
    roles: tuple[RoleLook, ...]
    start: date | None
    end: date | None
    artefact: str
    done_when: str


@dataclass(frozen=True, slots=True)
class AssumptionRow:
    """Something taken for given, with the id under which the settings file changes it."""

    text: str
    value: str
    spread: str
    grade: str
    figure: str | None
    source: int | None
    """Number of the source."""

    @property
    def ours(self) -> bool:
        """Whether it is a judgement (dashed) and no measurement."""
        return self.grade in ("J", "M")


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source, numbered, with the grades of the figures that cite it."""

    number: int
    title: str
    url: str
    date: str
    grades: tuple[str, ...]
    figures: int


GRADES = (
    ("A", "statute or official statistic"), ("B", "large sample, stated method"),
    ("C", "small or second-hand"), ("D", "a seller’s claim"), ("X", "worked out here"),
    ("M", "from memory"), ("J", "our judgement"),
)  # fmt: skip

FIRST = 12
"""Assumptions listed in the flow of a report; the page folds the others, paper ends with them."""


def package_rows(advice: Advice, choice: Choice | None) -> tuple[PackageRow, ...]:
    """All packages in their order; who and when stay empty without a plan."""
    plan = choice.plan if choice else None
    roles = {m.id: m.role for e in plan.engagements for m in e.members} if plan else {}
    spans = {s.package: (s.start, s.end) for s in plan.schedule} if plan else {}
    numbers = {p.id: n for n, p in enumerate(advice.project.packages, 1)}
    rows = []
    for p in advice.project.packages:
        who = {roles[a.member] for a in plan.assignments if a.package == p.id} if plan else set()
        start, end = spans.get(p.id, (None, None))
        effort, spread = _effort(p)
        after = ", ".join(f"{numbers[e.id]}{'' if e.hard else '½'}" for e in p.after)
        rows.append(
            PackageRow(
                numbers[p.id], clean(p.name), after, ", ".join(c.replace("-", " ") for c in p.work),
                effort, spread, tuple(role_look(r) for r in sorted(who, key=role_order)),
                start, end, clean(p.artefact), clean(p.done_when),
            )
        )  # fmt: skip
    return tuple(rows)


def _effort(p: WorkPackage) -> tuple[str, str]:
    """Middle and 8 in 10 in person-weeks, its parts taken to grow together."""
    parts = [Distribution("triangular", (t.low, t.likely, t.high)) for t in p.work.values()]
    low, middle, high = (sum(d.quantile(q) for d in parts) for q in (0.1, 0.5, 0.9))
    places = 1 if middle < 10 else 0
    return number(middle, places), f"{number(low, places)} to {number(high, places)}"


def assumption_rows(advice: Advice) -> tuple[AssumptionRow, ...]:
    """Assumptions of the brief first, then every figure graded M or J that the plan rests on.

    Those with a range come before those without: they are what the futures vary.
    """
    numbers = {s.id: n for n, s in enumerate(advice.sources, 1)}
    rows = [
        AssumptionRow(clean(a.text), "", "", a.grade, a.figure, None)
        for a in advice.brief.assumptions
    ]
    named = {a.figure for a in advice.brief.assumptions}
    figures = [f for f in advice.figures.values() if f.assumed and f.id not in named]
    figures.sort(key=lambda f: (f.value.kind == "point", f.id.startswith("productivity."), f.id))
    return (*rows, *(_figure_row(f, numbers) for f in figures))


def _figure_row(figure: Figure, numbers: dict[str, int]) -> AssumptionRow:
    note = figure.note.removeprefix("assumption").lstrip(": ").strip()
    words = spelt(figure.id)
    value = figure.value
    spread = "–"
    if value.kind != "point":
        low, high = (_amount(value.quantile(q), figure.unit) for q in (0.1, 0.9))
        spread = f"{low} to {high}"
    return AssumptionRow(
        clean(f"{words}: {note}" if note else words), _amount(value.quantile(0.5), figure.unit),
        spread, figure.grade, figure.id, numbers.get(figure.source),
    )  # fmt: skip


def _amount(value: float, unit: str) -> str:
    """A figure with its unit, as people write it."""
    if unit in ("share", "fraction", "share-per-year", "fraction per year"):
        return percent(value) + (" a year" if "year" in unit else "")
    if len(unit) == 3 and unit.isupper():
        return money(value, unit)
    if unit == "factor":
        return f"× {number(value, 2)}"
    if unit in ("days", "weeks", "hours", "person-weeks"):
        return f"{number(value, 1 if value < 20 else 0)} {unit}"
    return number(value, max(2, 2 - floor(log10(abs(value)))) if value else 0)


def source_rows(advice: Advice) -> tuple[SourceRow, ...]:
    """Sources in the order of the advice, with the grades of what they carry."""
    rows = []
    for n, s in enumerate(advice.sources, 1):
        cited = [f for f in advice.figures.values() if f.source == s.id]
        grades = tuple(sorted({f.grade for f in cited}))
        rows.append(
            SourceRow(n, clean(s.title), safe_url(s.url), clean(s.date), grades, len(cited))
        )
    return tuple(rows)


def safe_url(url: str) -> str:
    """An address that may become a link; anything but http and https is dropped."""
    return url if url.startswith(("https://", "http://")) else ""


def findings_of(advice: Advice) -> tuple[Finding, ...]:
    """All remarks, each once: on the advice, the plan, the brief, the project."""
    own = advice.recommended.plan.findings if advice.recommended else ()
    every = (*advice.findings, *own, *advice.brief.findings, *advice.project.findings)
    order = {"error": 0, "warning": 1, "info": 2}
    return tuple(sorted(dict.fromkeys(every), key=lambda f: order[f.severity]))
