"""The order: read off verdicts, ties equal, weights visible."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.screening.ordering import places, rank
from tercet.screening.records import Assessment, Criterion, Judged

VERDICTS = st.sampled_from(["met", "partly met", "not shown", "contradicted"])


def _assessment(verdicts):
    judged = (
        Judged(Criterion(f"c{i}", "rollback", "", i < 3), verdict, "", ())
        for i, verdict in enumerate(verdicts)
    )
    return Assessment(tuple(judged))


PEOPLE = st.lists(st.lists(VERDICTS, min_size=5, max_size=5).map(_assessment), max_size=6)
WORTH = {"met": 2, "partly met": 1, "not shown": 0, "contradicted": 0}


@given(PEOPLE)
@settings(max_examples=80)
def test_who_is_at_least_as_good_everywhere_stands_no_lower(people):
    """If every verdict of one is at least that of another, so is the place."""
    order = rank(people)
    for one, p in zip(people, order, strict=True):
        for two, q in zip(people, order, strict=True):
            pairs = zip(one.judged, two.judged, strict=True)
            if all(WORTH[a.verdict] >= WORTH[b.verdict] for a, b in pairs):
                assert p <= q


@given(st.lists(st.one_of(st.none(), st.tuples(st.integers(0, 3), st.integers(0, 3))), max_size=8))
def test_places_count_those_before(keys):
    """A place is one more than the number of better ones; the unread have none."""
    for key, place in zip(keys, places(keys), strict=True):
        better = sum(other is not None and key is not None and other > key for other in keys)
        assert place == (None if key is None else 1 + better)


def test_weights_of_the_user_decide(screen):
    """With weights only what they name counts."""
    one, two = _assessment(["met"] + ["not shown"] * 4), _assessment(["not shown", "met", "met"])
    assert rank([one, two]) == [2, 1]
    assert rank([one, two], {"c0": 1.0}) == [1, 2]
