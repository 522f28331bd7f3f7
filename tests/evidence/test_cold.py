"""Résumés as real files: integrity to the letter, rungs above a floor."""

from collections import Counter

import pytest
from benchmarks.evidence import cold, counted


@pytest.mark.parametrize("part", ["seen", "kept", "styles"])
def test_files_are_read_as_they_look(catalog, part):
    """What is unseen or speaks to a machine is reported by its id, and innocents are not."""
    for _, _, told in cold(catalog, part):
        assert told["integrity_found"] == set(told["integrity"])


@pytest.mark.parametrize("part", ["seen", "kept", "styles"])
def test_rungs_of_files(catalog, part):
    """Most rungs are right, little is made up, and months are within tolerance."""
    count = sum((counted(*case) for case in cold(catalog, part)), Counter())
    assert count["right"] >= 0.85 * count["cells"]
    assert count["true"] >= 0.9 * count["found"]
    assert count["months"] == count["n"]
    assert count["role"] >= 0.9 * count["n"]
