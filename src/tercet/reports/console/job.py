"""An advert read, in a terminal: the work first, then what is asked, then what harms the hiring."""

from collections.abc import Sequence

from tercet.adverts.records import Job, Pay
from tercet.reports.console.parts import Ink, cut, meter, pad, remark, wrapped
from tercet.reports.words import percent

LABEL = 16
SEVERITIES = {"error": "fix", "warning": "change", "info": "consider"}
STYLES = {"data-scientist": "ds", "ai-engineer": "ai", "mlops-engineer": "ops"}


def console_job(job: Job, *, colour: bool, unicode: bool) -> str:
    """Roles with shares, terms, tools, capabilities, the split of a unicorn, and remarks."""
    ink = Ink(colour, unicode)
    lines = [ink.paint("bold", ink.said(job.title or "Advert without a title")), ""]
    for role, share in sorted(job.roles.items(), key=lambda row: -row[1]):
        if share:
            bar = meter(ink, share, STYLES.get(role, "oth"))
            lines.append(f"  {pad(role, 22)}{bar} {percent(share):>5}")
    lines += ["", *_terms(ink, job), ""]
    lines += _row(ink, "must", _asked(job, "must"))
    lines += _row(ink, "nice", _asked(job, "nice"))
    lines += _row(ink, "tools, must", job.tools.must)
    lines += _row(ink, "tools, nice", job.tools.nice)
    if job.unicorn.verdict:
        lines += ["", ink.paint("bold", "Several specialists in one advert")]
        for reason in job.unicorn.reasons:
            lines += [f"  {reason.text}", f"      {cut(ink, f'“{reason.quote}”', ink.width - 6)}"]
        lines.append("  Split into:")
        lines += [f"    {seat.role}, {seat.level}" for seat in job.unicorn.split]
    if job.findings:
        lines += ["", ink.paint("bold", "Before you publish")]
        for found in job.findings:
            lines += remark(ink, found.code, f"{SEVERITIES[found.severity]}: {found.message}")
            lines += wrapped(ink, found.fix, 9) if found.fix else []
    return ink.page(lines)


def _asked(job: Job, need: str) -> list[str]:
    return [id.replace("-", " ") for id, asked in job.capabilities.items() if asked == need]


def _terms(ink: Ink, job: Job) -> list[str]:
    lines = _row(ink, "level", [job.level or "not stated"])
    lines += _row(ink, "years", ["not stated" if job.years is None else str(job.years)])
    lines += _row(ink, "pay", [_pay(job.pay)])
    place = ", ".join(word for word in (job.place, job.work_site) if word)
    return lines + _row(ink, "place", [place or "not stated"])


def _row(ink: Ink, label: str, words: Sequence[str]) -> list[str]:
    if not words:
        return []
    text = wrapped(ink, ", ".join(words), LABEL)
    return ["  " + ink.paint("dim", pad(label, LABEL - 2)) + text[0][LABEL:], *text[1:]]


def _pay(pay: Pay | None) -> str:
    if pay is None:
        return "not stated"
    if pay.low is None:
        return f"up to {pay.currency} {pay.high:,f} a {pay.period}"
    if pay.low == pay.high:
        return f"{pay.currency} {pay.high:,f} a {pay.period}"
    return f"{pay.currency} {pay.low:,f} to {pay.high:,f} a {pay.period}"
