"""Putting a kit's papers and scorecards into a folder."""

from collections.abc import Mapping
from datetime import date

from tercet.interviewing.kit import kit_json, scorecard_csv, scorecard_yaml
from tercet.interviewing.kit.records import Kit
from tercet.kernel.jsonable import to_json
from tercet.reports.kit.page import paper_html
from tercet.reports.kit.paper import paper_pdf
from tercet.reports.kit.sheets import papers, slug


def kit_files(kit: Kit, day: date) -> Mapping[str, bytes]:
    """Name → content of everything that `tercet kit --out` writes."""
    files: dict[str, bytes] = {}
    for paper in papers(kit, day):
        files[f"{paper.name}.html"] = paper_html(paper).encode()
        files[f"{paper.name}.pdf"] = paper_pdf(paper, day)
    for number, stage in enumerate(kit.stages, start=1):
        name = f"{slug(stage, number)}-scorecard"
        files[f"{name}.csv"] = scorecard_csv([stage]).encode()
        files[f"{name}.yaml"] = scorecard_yaml(kit, stage).encode()
    files["scorecards.csv"] = scorecard_csv(kit.stages).encode()
    files["kit.json"] = to_json(kit_json(kit)).encode()
    return files
