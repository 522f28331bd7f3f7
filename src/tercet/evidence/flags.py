"""Red flags: what an experienced reader would stop at, each with what raised it."""

import re
from collections.abc import Mapping
from functools import cache

from tercet.catalog.records import Catalog
from tercet.evidence.claims import Reading
from tercet.evidence.cues import data, listed, words
from tercet.evidence.marks import ml_metrics
from tercet.evidence.records import RUNGS, Capability, Quote, RedFlag, Rung, Shown
from tercet.evidence.sentences import Line
from tercet.evidence.tools import Gazetteer

ENGINEERING = (
    "model-deployment",
    "pipeline-automation",
    "monitoring",
    "api-development",
    "cloud-infrastructure",
)
LONG_LIST = 22
"""Tools named in lists, beyond which few of them can have been used in depth."""
LONG_ROW = 30
"""Items of one list, tools or other words, beyond which the same holds."""
LONG_TITLE = 120


def below(rung: Rung, bar: Rung) -> bool:
    """Whether `rung` is lower than `bar`."""
    return RUNGS.index(rung) < RUNGS.index(bar)


def red_flags(
    readings: list[Reading], capabilities: Mapping[str, Capability], impact: Shown,
    rollback: Shown, title: Quote | None, odd_dates: tuple[Quote, ...],
) -> tuple[RedFlag, ...]:  # fmt: skip
    """All flags, in a fixed order; those of absence hold no quote."""
    rungs = {name: capability.rung for name, capability in capabilities.items()}
    nothing_shipped = all(below(rung, "shipped") for rung in rungs.values())
    tried = any(rung == "prototyped" for rung in rungs.values())
    flags: list[RedFlag] = []
    if nothing_shipped and tried and _only_study(readings, capabilities):
        flags.append(RedFlag("portfolio-only", _quotes(capabilities, "prototyped")))
    if all(below(rungs[c], "prototyped") for c in ("pipeline-automation", "cloud-infrastructure")):
        flags.append(RedFlag("no-cicd-or-cloud", ()))
    if below(rungs["monitoring"], "prototyped") and not rollback.shown:
        flags.append(RedFlag("no-monitoring-or-rollback", ()))
    grand = tuple(r.quote for r in readings if any(c.has("grand") for c in r.clauses))
    if grand and nothing_shipped:
        flags.append(RedFlag("unicorn-claim", grand))
    stuffed = _stuffed(readings, rungs)
    if stuffed:
        flags.append(RedFlag("buzzword-stuffing", stuffed))
    if title is not None and _claims_ai(title.text) and _title_unproven(rungs):
        flags.append(RedFlag("title-evidence-mismatch", (title,)))
    if odd_dates:
        flags.append(RedFlag("date-inconsistency", odd_dates))
    metrics = ml_metrics(readings)
    if metrics and not impact.shown:
        flags.append(RedFlag("ml-metrics-only", metrics))
    return tuple(flags)


def early_tools(readings: list[Reading], gazetteer: Gazetteer) -> tuple[Quote, ...]:
    """Sentences of jobs that ended before a tool they name was first released."""
    return tuple(
        r.quote for r in readings
        if r.job and any(
            tool.since and not tool.ambiguous and tool.since > r.job.end[0]
            for _, _, tool in gazetteer.find(r.sentence.text)
        )
    )  # fmt: skip


def title_of(lines: list[Line], pages: Mapping[int, str], catalog: Catalog) -> Quote | None:
    """The line near the top that says what the person calls themselves."""
    known = _known_titles(
        tuple(sorted({t for role in catalog.roles.values() for t in role.titles}))
    )
    for line in [line for line in lines if line.text.strip()][:8]:
        if line.heading and line.section != "header":
            return None
        if len(line.text) <= LONG_TITLE and known.search(line.text):
            text = pages[line.page][line.start : line.start + len(line.text)]
            start = line.start + len(text) - len(text.lstrip())
            return Quote(text.strip(), line.page, start, start + len(text.strip()))
    return None


@cache
def _known_titles(titles: tuple[str, ...]) -> re.Pattern[str]:
    facts = data("titles")
    told = [word for word in facts["any"] if word not in facts["papers"]]
    return words([*map(re.escape, titles), *map(re.escape, told)])


def _claims_ai(title: str) -> bool:
    builds = listed("titles", "builders").search(title)
    return bool(builds) and bool(listed("titles", "learned_ai").search(title))


def _title_unproven(rungs: Mapping[str, Rung]) -> bool:
    return all(below(rungs[c], "prototyped") for c in ENGINEERING) and below(
        rungs["model-prototyping"], "shipped"
    )


def _only_study(readings: list[Reading], capabilities: Mapping[str, Capability]) -> bool:
    """Whether all that was tried comes from contests, notebooks and studies."""
    tried = {
        (c.quote.page, c.quote.start)
        for capability in capabilities.values()
        for c in capability.claims
        if not below(c.rung, "prototyped")
    }
    return all(
        r.sentence.section in ("projects", "education", "courses")
        or (r.job is not None and listed("titles", "learner").search(r.job.heading))
        or any(clause.has("portfolio") for clause in r.clauses)
        for r in readings
        if (r.quote.page, r.quote.start) in tried
    )


def _quotes(capabilities: Mapping[str, Capability], rung: Rung) -> tuple[Quote, ...]:
    found = [
        c.quote for capability in capabilities.values() for c in capability.claims if c.rung == rung
    ]
    return tuple(dict.fromkeys(found))


def _stuffed(readings: list[Reading], rungs: Mapping[str, Rung]) -> tuple[Quote, ...]:
    listing = [r for r in readings if r.sentence.section in ("skills", "profile", "header")]
    named = {tool for r in listing for c in r.clauses for _, _, tool, _ in c.named}
    shown = sum(not below(rung, "shipped") for rung in rungs.values())
    rows = [r for r in listing if len(re.split(r"[,;|•·/]", r.sentence.text)) >= LONG_ROW]
    if (len(named) < LONG_LIST and not rows) or shown >= 3:
        return ()
    long = [r for r in listing if any(len(c.named) >= 5 for c in r.clauses)]
    return tuple(dict.fromkeys(r.quote for r in [*rows, *long]))
