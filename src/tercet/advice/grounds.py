"""The catalogue rows and sources that an answer rests on."""

from collections.abc import Iterable

from tercet.brief.records import Brief
from tercet.catalog.records import Catalog
from tercet.kernel.provenance import Figure, Source
from tercet.planning import Plan, Problem

ALWAYS = ("plan.", "effort.", "quality.", "handoff.", "communication.", "productive.", "crew.")
"""Parameters that every plan and forecast uses."""


def grounds(
    plans: Iterable[Plan], problem: Problem, brief: Brief, catalog: Catalog
) -> tuple[dict[str, Figure], tuple[Source, ...]]:
    """Figures behind the engaged options, the terms and the assumptions, with their sources."""
    engaged = {e.option for plan in plans for e in plan.engagements}
    ids = {id for id in catalog.figures if id.startswith(ALWAYS)}
    bands: set[str] = set()
    for option in problem.supply.options:
        if option.id in engaged:
            ids.update(id for id in option.figures if id in catalog.figures)
            ids.update(
                f"productivity.{member.role}.{capability}"
                for member in option.members
                for capability in member.productivity
                if f"productivity.{member.role}.{capability}" in catalog.figures
            )
            bands.update(id for id in option.figures if id not in catalog.figures)
    ids.update(a.figure for a in brief.assumptions if a.figure and a.figure in catalog.figures)
    figures = {id: catalog.figures[id] for id in sorted(ids)}
    cited = {figure.source for figure in figures.values()} | bands
    return figures, tuple(catalog.sources[id] for id in sorted(cited) if id in catalog.sources)
