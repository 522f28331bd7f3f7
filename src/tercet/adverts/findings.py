"""Remarks on an advert: what harms the hiring it is written for."""

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from tercet.adverts.facts import facts, pattern
from tercet.adverts.laws import pay_law
from tercet.adverts.level import years_asked
from tercet.adverts.naming import named_tools
from tercet.adverts.records import Job
from tercet.adverts.titles import role_of_title
from tercet.adverts.where import region_of
from tercet.adverts.wording import degree_asked, outcome_stated, wording_findings
from tercet.catalog.records import ROLES, Catalog
from tercet.kernel.money import Money
from tercet.kernel.rules import Finding, Severity, finding
from tercet.market import pay_band


def findings_of(
    job: Job, text: str, catalog: Catalog, *, place: str, today: date | None
) -> tuple[Finding, ...]:
    """All remarks on `job`, read from `text`. Pay, law and the age of tools need `today`."""
    found = [*_asked(job, place), *_fit(job, catalog, place)]
    found += wording_findings(job.bullets, place)
    if today is not None:
        found += [*_pay(job, text, catalog, place, today), *_old_tools(job, catalog, place, today)]
    order = get_args(Severity)
    return tuple(sorted(dict.fromkeys(found), key=lambda f: -order.index(f.severity)))


def _asked(job: Job, place: str) -> Iterator[Finding]:
    limits = facts("limits")
    requirements = sum(b.kind == "requirement" for b in job.bullets)
    if requirements > limits["most_requirements"]:
        yield _say("TJ010", place, count=requirements, most=limits["most_requirements"])
    if job.level and job.years is not None:
        low, high = limits["years"][job.level]
        if not low <= job.years <= high:
            yield _say("TJ011", place, years=job.years, level=job.level, low=low, high=high)
    if len(job.tools.must) > limits["most_must_tools"]:
        yield _say("TJ022", place, count=len(job.tools.must), most=limits["most_must_tools"])
    degree = degree_asked(job.bullets)
    if degree and job.primary_role not in limits["research_roles"]:
        yield _say("TJ021", place, quote=degree)
    if not outcome_stated(job.bullets):
        yield _say("TJ023", place)
    if sum(b.kind == "duty" for b in job.bullets) < limits["least_duties"]:
        yield _say("TJ025", place)


def _fit(job: Job, catalog: Catalog, place: str) -> Iterator[Finding]:
    limits = facts("limits")
    shown = (job.capabilities[id] for id in limits["production_capabilities"])
    if job.primary_role in limits["production_roles"] and "must" not in shown:
        yield _say("TJ018", place, role=_role(job.primary_role, catalog))
    titled = role_of_title(job.title) if job.title else None
    if (
        titled in ROLES
        and titled != job.primary_role
        and job.roles[titled] < limits["least_share_of_title"]
    ):
        named, real = _role(titled, catalog), _role(job.primary_role, catalog)
        share = f"{job.roles[titled]:.0%}"
        yield _say("TJ019", place, title_role=named, role=real, share=share)
    if job.unicorn.verdict:
        families = "; ".join(reason.text for reason in job.unicorn.reasons)
        yield _say("TJ020", place, families=families)


def _pay(job: Job, text: str, catalog: Catalog, place: str, today: date) -> Iterator[Finding]:
    region = region_of(job.place, text, catalog)
    if region is None:
        return
    if job.pay is None and not pattern("wording", "contracts").search(text):
        law = pay_law(region, today, catalog)
        if law and law.asks != "at-offer":
            code = "TJ014" if law.asks == "in-posting" else "TJ026"
            more = {"employees": law.employees} if code == "TJ014" else {}
            yield _say(code, place, name=law.name, **more)
    yield from _market(job, region.split("-")[0], catalog, place, today)


def _market(job: Job, region: str, catalog: Catalog, place: str, today: date) -> Iterator[Finding]:
    """Yearly pay against the tenth and ninetieth percentile of the role's band."""
    pay = job.pay
    if pay is None or pay.period != "year" or job.level is None or job.primary_role not in ROLES:
        return
    band = pay_band(catalog, job.primary_role, job.level, region, day=today)
    if band is None or not {pay.currency, band.currency} <= catalog.rates.usd.keys():
        return
    high = catalog.rates.convert(Money(pay.high, pay.currency), band.currency).amount
    low = catalog.rates.convert(Money(pay.low or pay.high, pay.currency), band.currency).amount
    where = catalog.regions[region].name
    if high < band.p10:
        yield _say(
            "TJ012", place, high=f"{pay.currency} {pay.high:,.0f}", region=where,
            p10=f"{band.currency} {band.p10:,.0f}",
        )  # fmt: skip
    elif low > band.p90:
        yield _say(
            "TJ013", place, low=f"{pay.currency} {pay.low or pay.high:,.0f}", region=where,
            p90=f"{band.currency} {band.p90:,.0f}",
        )  # fmt: skip


def _old_tools(job: Job, catalog: Catalog, place: str, today: date) -> Iterator[Finding]:
    """Years asked in a sentence that names one tool, which is younger."""
    for bullet in job.bullets:
        if not bullet.must:
            continue
        tools = named_tools(bullet.text, catalog)
        years = years_asked(bullet.text)
        if len({named.tool.name for named in tools}) != 1 or not years:
            continue
        tool = tools[0].tool
        if tool.since is not None and today.year - tool.since < max(years):
            yield _say("TJ024", place, years=max(years), tool=tool.name, since=tool.since)


def _role(id: str, catalog: Catalog) -> str:
    return catalog.roles[id].name if id in catalog.roles else id


def _say(code: str, place: str, **values: Any) -> Finding:
    return finding(__package__, code, place=place, **values)
