"""Whatever a file says, reading it neither fails nor invents."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        "Experience", "Skills", "Education", "• ", "- ", "Deployed the model to production",
        "Jan 2020 – present", "Data Scientist", "We run Kubernetes", "never", "\t", "; ", ". ",
        "Airflow", "MLOps Engineer | Firm | 2019 - 2021", "İstanbul ẞ ﬁ", "€300k", "a@b.org", "▮",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(st.one_of(PIECES, st.just("\n")), max_size=40).map(" ".join),
    st.lists(PIECES, max_size=30).map("\n".join),
)  # fmt: skip


def _quotes(evidence):
    for capability in evidence.capabilities.values():
        yield from (claim.quote for claim in capability.claims)
    yield from (claim.quote for claim in evidence.discarded)
    for shown in (evidence.business_impact, evidence.incident_response, evidence.rollback):
        yield from shown.quotes
    for flag in evidence.red_flags:
        yield from flag.quotes
    yield from (mention.quote for mention in evidence.tools)
    yield from (job.quote for job in evidence.jobs)


@given(st.lists(TEXTS, min_size=1, max_size=2))
@example(["A Bee\nBee: 2000 – present"])
@settings(max_examples=120, deadline=None)
def test_every_quote_is_verbatim(read, pages):
    """No text breaks the reader, and each quote stands in its page where it says it does."""
    for quote in _quotes(read(*pages)):
        assert pages[quote.page - 1][quote.start : quote.end] == quote.text


@given(TEXTS)
@settings(max_examples=30, deadline=None)
def test_reading_twice_gives_the_same(read, text):
    """The same text gives the same evidence."""
    assert read(text) == read(text)


@pytest.mark.parametrize(
    "run", ["a", "1", "we ", "12-34-", "2019 – 2020 ", "a.b@", "from ", "put the "]
)
def test_long_runs_take_time_in_proportion(read, grows, run):
    """A text made to be slow is read in time that grows with its length, not faster."""
    head = "Ann Teal\nMLOps Engineer\n\nExperience\n• "
    assert grows(lambda size: read(f"{head}{run * (size // len(run))}\n")) < 8
