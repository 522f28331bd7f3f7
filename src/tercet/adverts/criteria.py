"""What an advert asks of people, as criteria that résumés are screened by."""

from typing import cast

from tercet.adverts.records import Job
from tercet.catalog.records import VETTED, Catalog, Level
from tercet.evidence.records import RUNGS, Rung
from tercet.evidence.tools import gazetteer
from tercet.screening.criteria import WORDS, bars
from tercet.screening.records import Criterion


def criteria_from_job(job: Job, catalog: Catalog) -> tuple[Criterion, ...]:
    """Capabilities by must and nice, then tools, then months; levels ask the same rungs as roles.

    An advert that states no level is read at mid level.
    """
    level = job.level or "mid"
    asked = [c for id in VETTED if (c := _capability(job, id, level, catalog))]
    tools = [
        Criterion(f"tool:{name}", "tool", f"Shows work with {name}", must, tool=name)
        for name, must in _tools(job, catalog).items()
    ]
    months = (
        [
            Criterion(
                "months",
                "months",
                f"Has {job.years} years of experience",
                True,
                months=job.years * 12,
            )
        ]
        if job.years
        else []
    )
    return (*asked, *tools, *months)


def _capability(job: Job, id: str, level: Level, catalog: Catalog) -> Criterion | None:
    need = job.capabilities[id]
    share = {"must": "full", "nice": "some"}.get(need)
    rung = bars()["levels"][level].get(share, "-") if share else "-"
    if rung not in RUNGS:
        return None
    says = WORDS[rung].format(name=catalog.capabilities[id].name.lower())
    return Criterion(id, "capability", says, need == "must", id, cast("Rung", rung))


def _tools(job: Job, catalog: Catalog) -> dict[str, bool]:
    """Catalogue names of the tools, and whether they are musts."""
    found: dict[str, bool] = {}
    for spelt, must in ((job.tools.must, True), (job.tools.nice, False)):
        for word in spelt:
            for _, _, tool in gazetteer(catalog.tools).find(f"with {word}"):
                found.setdefault(tool.name, must)
    return found
