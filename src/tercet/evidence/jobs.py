"""The timeline: jobs with their months, which lines belong to which, what does not add up."""

import re
from collections.abc import Mapping
from datetime import date

from tercet.evidence.cues import data, listed
from tercet.evidence.dates import BadSpan, Month, Span, between, covered, periods
from tercet.evidence.records import Job, Quote
from tercet.evidence.sentences import Line

MAX_HEADING = 160
RUN_IN = 120
"""Characters of a long line within which a heading that its text follows has its dates."""
NOT_JOBS = ("education", "courses", "projects", "skills", "aside", "other")


def timeline(
    lines: list[Line], pages: Mapping[int, str], today: date
) -> tuple[tuple[Job, ...], dict[int, int], tuple[Quote, ...]]:
    """Jobs, the job of each line after its heading, and quotes of impossible dates.

    Periods of assignments lie inside jobs, so they are jobs only where no others are told.
    """
    found = _timeline(lines, pages, today, (*NOT_JOBS, "assignments"))
    return found if found[0] else _timeline(lines, pages, today, NOT_JOBS)


def _timeline(
    lines: list[Line], pages: Mapping[int, str], today: date, apart: tuple[str, ...]
) -> tuple[tuple[Job, ...], dict[int, int], tuple[Quote, ...]]:
    jobs: list[Job] = []
    job_of: dict[int, int] = {}
    impossible: list[Quote] = []
    for line in lines:
        if line.heading:
            continue
        if line.section not in apart:
            found = _job(line, lines, pages[line.page], today)
            if isinstance(found, Job):
                jobs.append(found)
            elif found is not None:
                impossible.append(found)
        if jobs and line.section not in apart:
            job_of[line.number] = len(jobs) - 1
    return tuple(jobs), job_of, tuple(impossible)


def months_of(jobs: tuple[Job, ...]) -> int:
    """Months covered by jobs, overlaps counted once."""
    return covered([(job.start, job.end) for job in jobs])


def gaps_and_overlaps(jobs: tuple[Job, ...], lines: list[Line]) -> tuple[Quote, ...]:
    """Headings of jobs with an unexplained gap of over 12 months before, or a double full-time."""
    out: list[Quote] = []
    ordered = sorted(jobs, key=lambda job: (job.start, job.end))
    explained = any(
        listed("dates", "break").search(line.text) for line in lines if len(line.text) < MAX_HEADING
    )
    reach: Month | None = None
    for i, job in enumerate(ordered):
        if reach and between(reach, job.start) - 1 > 12 and not explained:
            out.append(job.quote)
        for other in ordered[:i]:
            shared = between(job.start, min(job.end, other.end)) + 1
            if shared >= 2 and not (_partial(job) or _partial(other)) and job.quote != other.quote:
                out.append(job.quote)
        reach = max(reach, job.end) if reach else job.end
    return tuple(dict.fromkeys(out))


def _partial(job: Job) -> bool:
    return bool(listed("dates", "part_time").search(job.heading))


def _job(line: Line, lines: list[Line], page: str, today: date) -> Job | Quote | None:
    """The job whose heading `line` is or opens with; a quote where its dates cannot be."""
    head = line.text if len(line.text) <= MAX_HEADING else _run_in(line, today)
    if _is_leave(head, today):
        return None
    for period in periods(head, today):
        if line.bullet and not _is_bullet_heading(head, period):
            continue
        if _opens_with_since(head, period) and _is_prose(head, period):
            continue
        start = line.start + len(head) - len(head.lstrip())
        end = line.start + len(head.rstrip())
        quote = Quote(page[start:end], line.page, start, end)
        if isinstance(period, BadSpan):
            return quote
        heading = _heading(line, head, lines)
        return Job(heading, period.start, period.end, quote, is_technical(heading))
    return None


def _is_leave(head: str, today: date) -> bool:
    """Whether dates are those of leave; a leave in brackets behind a job's dates lies within it."""
    leave = listed("dates", "leave")
    outside = re.sub(r"\([^)]*(?:\)|$)", "", head)
    return bool(leave.search(outside if any(periods(outside, today)) else head))


def _run_in(line: Line, today: date) -> str:
    """The heading that a long line opens with, its text right behind it; "" where it has none."""
    text = line.text
    first = next(iter(periods(text[:RUN_IN], today)), None)
    if first is None or line.bullet:
        return ""
    before, end = text[: first.at[0]], first.at[1]
    if _opens_with_since(text, first) and (before.strip() or not _tells_being(text[end:])):
        return ""
    if before.strip(" (–—-"):
        parted = re.search(r"[,|–—·(]", before) and not re.search(r"[.!?]\s", before)
        return text[: end + text.startswith(")", end)] if parted else ""
    stop = re.search(r"[.;](?=\s)", text[end : end + RUN_IN])
    return text[: end + stop.end()] if stop else ""


def _tells_being(text: str) -> bool:
    """Whether a sentence goes on with what somebody is, so that its date is that of a job."""
    return listed("dates", "being").match(text.lstrip(" ,")) is not None


def _is_prose(text: str, period: Span | BadSpan) -> bool:
    """Whether "since 2020" stands inside a sentence, and so dates what was done, not a job."""
    a, b = period.at
    apart = text[:a].rstrip().endswith(".")
    return bool(text[:a].strip(" •*-–—|·(")) and (
        bool(text[b:].strip(" •*-–—|·).,")) or (text.rstrip().endswith(".") and not apart)
    )


def _opens_with_since(text: str, period: Span | BadSpan) -> bool:
    a, b = period.at
    return text[a:b].lower().startswith(tuple(f"{word} " for word in data("dates")["since"]))


def _is_bullet_heading(text: str, period: Span | BadSpan) -> bool:
    """A list item that is a job's heading has both dates at its start or end."""
    a, b = period.at
    before, after = text[:a].strip(" •*-–—|·("), text[b:].strip(" •*-–—|·).,")
    both = not _opens_with_since(text, period)
    return both and (not before or not after) and bool(before or after) and len(text) < 100


def _heading(line: Line, own: str, lines: list[Line]) -> str:
    """The heading's own line and its neighbours that are neither items, headings nor prose."""
    if own != line.text:
        return own.strip()
    parts = [own]
    for step in (-1, 1):
        for distance in (1, 2):
            n = line.number + step * distance
            if not 0 <= n < len(lines):
                break
            near = lines[n]
            ends = (
                near.heading
                or near.bullet
                or len(near.text) > 90
                or near.text.rstrip().endswith((".", ":"))
            )
            dated = re.search(r"\b(?:19|20)\d\d\b", near.text)
            if ends or dated or (step == -1 and not near.text.strip()):
                break
            if near.page == line.page:
                parts.append(near.text)
    return " | ".join(part.strip() for part in parts if part.strip())


def is_technical(heading: str) -> bool:
    """Whether a title is one of technical work."""
    other = listed("titles", "not_technical").search(heading)
    return bool(listed("titles", "technical").search(heading)) and not other


def is_untitled(heading: str) -> bool:
    """Whether a heading names no trade at all, as those of a freelancer's clients."""
    trades = (listed("titles", kind) for kind in ("technical", "not_technical"))
    return not any(trade.search(heading) for trade in trades)
