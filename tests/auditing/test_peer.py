"""The same tables give the same rates and ratios in an independent package."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.auditing import Sample, Tally, audit

peer = pytest.importorskip("aedt_audit", reason="the independent package is not installed")

PERSON = st.tuples(st.sampled_from("fm"), st.sampled_from("xyz"), st.booleans(), st.integers(0, 9))


@given(st.lists(PERSON, min_size=30, max_size=150))
@settings(max_examples=25, deadline=None)
def test_rates_and_ratios_agree(limits, people):
    """Selection and scoring rates with their ratios, by category and crossed (6 RCNY 5-301)."""
    import pandas as pd

    frame = pd.DataFrame(people, columns=["sex", "origin", "hired", "score"])
    median = float(frame["score"].median())
    cells = {}
    for sex, origin, hired, score in people:
        one = Tally(1, int(hired), 1, int(score > median))
        cells[sex, origin] = cells.get((sex, origin), Tally()) + one
    ours = audit(Sample(("sex", "origin"), cells, median=median), limits)
    for by in (["sex"], ["origin"], ["sex", "origin"]):
        rows = {row.value: row for row in ours.categories[" x ".join(by)].rows}
        chosen = peer.impact_ratios(peer.selection_rates(frame, by=by, outcome="hired"))
        scored = peer.impact_ratios(peer.scoring_rates(frame, by=by, score="score"))
        for _, theirs in chosen.iterrows():
            row = rows[" x ".join(theirs[name] for name in by)]
            assert (row.n, row.selected) == (theirs["n"], theirs["selected"])
            assert row.rate == pytest.approx(theirs["rate"])
            assert _same(row.ratio, theirs["impact_ratio"], theirs["excluded"])
        for _, theirs in scored.iterrows():
            row = rows[" x ".join(theirs[name] for name in by)]
            assert row.scoring.rate == pytest.approx(theirs["rate"])
            assert _same(row.scoring.ratio, theirs["impact_ratio"], theirs["excluded"])


def _same(ours, theirs, excluded):
    """Where theirs is no number or left out, ours is None."""
    if excluded or theirs != theirs:
        return ours is None
    return ours == pytest.approx(theirs)
