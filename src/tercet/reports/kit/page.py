"""The papers of a kit as HTML files, without a script."""

from importlib import resources

from tercet.reports.framed import framed
from tercet.reports.kit.sheets import Paper


def paper_html(paper: Paper) -> str:
    """One page of HTML; the same paper gives the same bytes."""
    css = resources.files(__package__).joinpath("kit.css").read_text("utf-8")
    return framed(__package__, f"{paper.kind}.html.j2", paper.data, css=css)
