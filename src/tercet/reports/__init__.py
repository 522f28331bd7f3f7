"""Pure view-models, and their terminal, HTML, PDF and spreadsheet forms."""

from tercet.reports.console.brief import terminal_brief as terminal_brief
from tercet.reports.console.factcheck import terminal_factcheck as terminal_factcheck
from tercet.reports.console.market import terminal_market as terminal_market
from tercet.reports.console.plan import terminal as terminal
from tercet.reports.console.upskill import terminal_upskill as terminal_upskill
from tercet.reports.contract import plan_json as plan_json
from tercet.reports.paper import pdf as pdf
from tercet.reports.webpage import html as html
from tercet.reports.workbook import sheet as sheet
