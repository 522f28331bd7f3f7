"""Pure view-models, and their terminal, HTML, PDF and spreadsheet forms."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tercet.reports.console.brief import terminal_brief as terminal_brief
    from tercet.reports.console.factcheck import terminal_factcheck as terminal_factcheck
    from tercet.reports.console.market import terminal_market as terminal_market
    from tercet.reports.console.plan import terminal as terminal
    from tercet.reports.console.upskill import terminal_upskill as terminal_upskill
    from tercet.reports.contract import plan_json as plan_json
    from tercet.reports.paper import pdf as pdf
    from tercet.reports.webpage import html as html
    from tercet.reports.workbook import sheet as sheet

_HOMES = {
    "terminal_brief": "console.brief",
    "terminal_factcheck": "console.factcheck",
    "terminal_market": "console.market",
    "terminal": "console.plan",
    "terminal_upskill": "console.upskill",
    "plan_json": "contract",
    "pdf": "paper",
    "html": "webpage",
    "sheet": "workbook",
}


def __getattr__(name: str) -> Any:
    """Each form is loaded when asked for: showing a brief needs no optimiser."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
