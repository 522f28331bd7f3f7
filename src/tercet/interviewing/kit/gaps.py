"""What a candidate's papers leave open, from the JSON that `tercet screen` prints."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from tercet.catalog.records import VETTED
from tercet.evidence.records import RUNGS, Rung
from tercet.interviewing.kit.records import Gaps, Mark
from tercet.kernel.files import read_text
from tercet.kernel.rules import broken

_PACKAGE = "tercet.interviewing"
_MARKS: tuple[Mark, ...] = ("business-impact", "incident-response", "rollback")


def read_assessment(path: str | Path) -> Gaps:
    """Gaps of the one candidate in a file that `tercet screen --format json` wrote.

    Raises TI010 when it is no such file, TI011 when it holds several candidates, TI012 when the
    résumé was not read: nothing read is not the same as nothing shown.
    """
    try:
        data = json.loads(read_text(path))
    except (ValueError, RecursionError) as error:
        raise broken(_PACKAGE, "TI010", place=str(path), what="it is no JSON") from error
    rows = data if isinstance(data, list) else [data]
    if len(rows) != 1:
        raise broken(_PACKAGE, "TI011", place=str(path), count=len(rows))
    return gaps(rows[0], str(path))


def gaps(assessment: Any, place: str) -> Gaps:
    """Gaps of one candidate's assessment."""
    if not isinstance(assessment, Mapping) or "read" not in assessment:
        raise broken(_PACKAGE, "TI010", place=place, what="it holds no assessment")
    if assessment["read"] == "none":
        raise broken(_PACKAGE, "TI012", place=place)
    shown = assessment.get("capabilities")
    rungs = {c: _rung(shown, c) for c in VETTED} if isinstance(shown, Mapping) else {}
    wrong = [c for c in VETTED if rungs.get(c) not in RUNGS]
    if wrong:
        raise broken(_PACKAGE, "TI010", place=place, what=f"the rung of {wrong[0]} is missing")
    marks = tuple(m for m in _MARKS if not _shown(assessment.get(m.replace("-", "_"))))
    return Gaps(cast("Mapping[str, Rung]", rungs), marks)


def _rung(shown: Mapping[str, Any], capability: str) -> Any:
    row = shown.get(capability)
    return row.get("rung") if isinstance(row, Mapping) else None


def _shown(mark: Any) -> bool:
    return isinstance(mark, Mapping) and mark.get("shown") is True
