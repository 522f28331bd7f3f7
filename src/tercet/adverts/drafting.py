"""An advert written from a plan's seat: outcome first, few must-haves, pay, process."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from tercet.adverts.read import read_job
from tercet.adverts.seats import Mate, Seat
from tercet.catalog.records import Catalog
from tercet.kernel.money import Money
from tercet.kernel.rules import Finding, broken
from tercet.kernel.yamls import parse_yaml
from tercet.market.bands import nearest_band

PACKAGES = 4
"""Work packages named at most: those that the seat spends most days on."""
LANGUAGES = ("en",)


@dataclass(frozen=True, slots=True)
class Advert:
    """A drafted advert in Markdown, and what our own reading of it remarks."""

    seat: str
    form: str
    """Job advert, contract brief, pod brief or internal brief, by the channel."""
    title: str
    markdown: str
    findings: tuple[Finding, ...]


def draft_advert(seat: Seat, catalog: Catalog, *, today: date, language: str = "en") -> Advert:
    """The advert of `seat` with pay as of `today`; TJ003 for a language that isn't known."""
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise broken(__package__, "TJ003", place="--language", language=language, known=known)
    words = _words(language)
    title = _title(seat.role, seat.level, catalog, words)
    blocks = [f"# {title}", *_blocks(seat, catalog, words, today)]
    markdown = "\n\n".join(blocks) + "\n"
    findings = read_job(markdown, catalog, place=seat.id, today=today).findings
    return Advert(seat.id, words["forms"][seat.channel], title, markdown, findings)


def _blocks(seat: Seat, catalog: Catalog, words: Any, today: date) -> Iterator[str]:
    role, heads = words["roles"][seat.role], words["headings"]
    until = _day(seat.end - timedelta(days=1))
    country = catalog.regions[seat.region].name
    yield words["location"].format(country=country)
    yield f"## {heads['outcome']}"
    yield words["outcome"].format(end=until, project=seat.project)
    yield _bullets(
        words["package"].format(name=name, done_when=done)
        for name, done in seat.packages[:PACKAGES]
    )
    yield f"## {heads['duties']}"
    yield _bullets(role["duties"])
    yield f"## {heads['needs']}"
    yield _bullets([*role["needs"], *_years(seat, words)])
    yield f"## {heads['wishes']}"
    yield _bullets(role["wishes"])
    if pay := _pay(seat, catalog, words, today):
        yield f"## {heads['pay']}"
        yield pay
    yield f"## {heads['people']}"
    yield _bullets(_people(seat.mates, catalog, words))
    yield f"## {heads['terms']}"
    yield words["terms"][seat.channel].format(
        country=country, start=_day(seat.start), end=until, share=f"{seat.share:.0%}",
        pod=", ".join(_title(m.role, m.level, catalog, words) for m in seat.pod),
    )  # fmt: skip
    yield f"## {heads['process']}"
    yield "\n".join(f"{n}. {step}" for n, step in enumerate(words["process"], 1))
    yield f"## {heads['apply']}"
    yield f"{words['apply']}\n\n{words['equal']}"


def _pay(seat: Seat, catalog: Catalog, words: Any, today: date) -> str | None:
    """The market's band for employees, else what the plan pays; nothing for people on staff."""
    if seat.channel == "fte":
        band = nearest_band(catalog, seat.role, seat.level, seat.region, day=today)
        if band is None:
            return None
        step = Decimal(words["band"]["step"])
        low, high = (
            Money(getattr(band, words["band"][end]), band.currency).rounded(step).amount
            for end in ("low", "high")
        )
        return str(
            words["pay"]["fte"].format(
                currency=band.currency, low=f"{low:,.0f}", high=f"{high:,.0f}"
            )
        )
    if seat.channel not in words["pay"]:
        return None
    week = seat.weekly_cost
    day = week / 5 / Decimal(str(seat.share))
    amounts = {"week": f"{week:,.0f}", "day": f"{day:,.0f}"}
    return str(words["pay"][seat.channel].format(currency=seat.currency, **amounts))


def _people(mates: Sequence[Mate], catalog: Catalog, words: Any) -> list[str]:
    if not mates:
        return [words["alone"]]
    named = [
        words["mate"].format(
            level=words["levels"][m.level].lower(), role=catalog.roles[m.role].name
        )
        for m in mates
    ]
    return [" ".join(name.split()) for name in dict.fromkeys(named)]


def _years(seat: Seat, words: Any) -> list[str]:
    years = words["years"][seat.level]
    return [words["years_needed"].format(years=years)] if years else []


def _title(role: str, level: str, catalog: Catalog, words: Any) -> str:
    title = words["title"].format(level=words["levels"][level], role=catalog.roles[role].name)
    return " ".join(title.split())


def _bullets(rows: Any) -> str:
    return "\n".join(f"- {row}" for row in rows)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


@cache
def _words(language: str) -> Any:
    path = resources.files(__package__).joinpath("data", "drafting", f"{language}.yaml")
    return parse_yaml(path.read_text("utf-8"), place=f"adverts/data/drafting/{language}.yaml")
