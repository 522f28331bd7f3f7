"""What the timeline shows."""

from dataclasses import dataclass
from datetime import date

from tercet.forecast.records import DateRange
from tercet.reports.views.handoffs import HandoffView
from tercet.reports.views.people import PersonView


@dataclass(frozen=True, slots=True)
class TimelineView:
    """What the timeline shows; package names by their number, from 1."""

    people: tuple[PersonView, ...]
    handoffs: tuple[HandoffView, ...]
    packages: tuple[str, ...]
    live: DateRange
    deadline: date | None
