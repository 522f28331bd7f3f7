"""Small tables of outcomes, written as a user would."""

import pytest

from tercet.auditing import Columns, audit, audit_limits, read_sample
from tercet.catalog import load_catalog


@pytest.fixture(scope="session")
def limits():
    """The shipped thresholds."""
    return audit_limits(load_catalog())


@pytest.fixture
def audited(tmp_path, limits):
    """`audited(rows, "sex", …)`: the audit of rows of (value, …, outcome[, score])."""

    def call(rows, *categories, score=False, selected=None):
        names = [*categories, "outcome", *(["score"] if score else [])]
        lines = [",".join(names), *(",".join(map(str, row)) for row in rows)]
        file = tmp_path / "outcomes.csv"
        file.write_text("\n".join(lines) + "\n", "utf-8")
        columns = Columns("outcome", categories, "score" if score else None, selected)
        return audit(read_sample(file, columns, limits), limits)

    return call
