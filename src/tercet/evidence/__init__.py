"""What a résumé really shows: claims with quotes, a timeline, tools, and nothing else."""

from typing import TYPE_CHECKING

from tercet.kernel.lazily import on_demand

if TYPE_CHECKING:
    from tercet.evidence.reading import extract as extract
    from tercet.evidence.records import RUNGS as RUNGS
    from tercet.evidence.records import Claim as Claim
    from tercet.evidence.records import Evidence as Evidence
    from tercet.evidence.records import Quote as Quote
    from tercet.evidence.records import Rung as Rung
else:
    __getattr__ = on_demand(
        __name__,
        {"extract": "reading"}
        | dict.fromkeys(("RUNGS", "Claim", "Evidence", "Quote", "Rung"), "records"),
    )
