"""Parameters of the planner, from the catalogue."""

from tercet.catalog.records import Catalog
from tercet.planning.records import Terms


def terms_from(catalog: Catalog) -> Terms:
    """Terms without buffers, each value a row that the user can change."""
    return Terms(
        effort_quantile=catalog.value("plan.effort-quantile"),
        effort_factor=1.0,
        lead_quantile=catalog.value("plan.lead-quantile"),
        deadline_buffer_weeks=0,
        crew_effort=catalog.value("crew.effort"),
        handoff_effort=catalog.value("handoff.effort"),
        communication=catalog.value("communication.loss"),
        productive_share=catalog.value("productive.share"),
        mentor_share=catalog.value("mentor.share"),
        able=catalog.value("plan.able"),
        running_least=catalog.value("plan.running-least"),
        talk_most=catalog.value("talk.most"),
    )
