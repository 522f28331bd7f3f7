"""Which kind of project a text asks for."""

from collections.abc import Callable

import pytest

from tercet.brief.records import Brief
from tercet.catalog.records import ARCHETYPES, Catalog

SAID = {
    "llm-product": "A chatbot that answers questions from our handbook, with citations.",
    "fraud-detection": "Flag suspicious transfers; chargebacks rise.",
    "recommendation": "Suggest items that each shopper may like.",
    "forecasting": "Predict demand per store and day to avoid stock-outs.",
    "document-extraction": "Read scanned invoices and put the fields into our ERP.",
    "vision-inspection": "A camera on the conveyor spots scratched lids.",
    "churn-propensity": "Which members are about to leave us?",
    "search-ranking": "Site search returns nothing for misspelt queries.",
    "predictive-maintenance": "Warn us before a pump fails, from vibration sensors.",
    "speech-analytics": "Transcribe call recordings and score the tone.",
    "agentic-automation": "An agent that handles refunds end to end in three systems.",
    "pricing-optimisation": "Set room rates from bookings and competitors' prices.",
    "generic-ml": "Route vehicles and schedule crews; estimate arrival times.",
}


@pytest.mark.parametrize("id", ARCHETYPES)
def test_each_kind_is_told_from_one_sentence(read: Callable[..., Brief], id: str) -> None:
    """A plain sentence is enough for each kind, and the winning cue is quoted from it."""
    found = read(SAID[id]).archetype
    assert found.id == id
    assert found.quote
    assert found.quote.text in SAID[id]
    assert 0 < found.confidence <= 1


def test_confidence_comes_from_the_margin(read: Callable[..., Brief]) -> None:
    """A text that speaks of two kinds is less sure than one that speaks of one."""
    one = read(SAID["fraud-detection"])
    two = read(SAID["fraud-detection"] + " " + SAID["churn-propensity"] + " Members cancel.")
    assert two.archetype.confidence < one.archetype.confidence
    assert two.archetype.others[0][0] in ("churn-propensity", "fraud-detection")


def test_unclear_and_unknown_kinds_are_findings(read: Callable[..., Brief]) -> None:
    """TB001 names two close kinds, TB002 says that none fits; a clear text has neither."""
    clear = [f.code for f in read(SAID["fraud-detection"]).findings]
    unclear = [f.code for f in read("Fraud. Churn.").findings]
    unknown = [f.code for f in read("Please help.").findings]
    assert not {"TB001", "TB002"} & set(clear)
    assert "TB001" in unclear
    assert "TB002" in unknown


def test_one_weak_hint_is_doubted(read: Callable[..., Brief]) -> None:
    """A lone hint is taken, and TB001 says that a general project fits nearly as well."""
    hint = read("Something with manuals.")
    assert hint.archetype.others == ()
    assert hint.archetype.id == "llm-product"
    assert ["generic-ml" in f.message for f in hint.findings if f.code == "TB001"] == [True]


def test_words_about_the_team_count_less(read: Callable[..., Brief]) -> None:
    """What somebody on the team does or did before weighs less than what is to be made."""
    told = "Two developers answer questions about the handbook. Scratched lids."
    assert read(told).archetype.id == "vision-inspection"


def test_a_pair_of_words_is_quoted_whole(read: Callable[..., Brief]) -> None:
    """Words that speak only together are quoted from the first to the second."""
    quote = read("Litres delivered per farm over the next four weeks.").archetype.quote
    assert quote
    assert quote.text == "Litres delivered per farm over the next four weeks"


def test_a_negated_cue_does_not_count(read: Callable[..., Brief]) -> None:
    """What a customer rules out is no cue."""
    assert read("Not a chatbot. Forecast demand.").archetype.id == "forecasting"


def test_cues_are_plain_and_positive(catalog: Catalog) -> None:
    """Every kind has cues, each lower case with a weight of at most 3 (4 for the one exception)."""
    for blueprint in catalog.blueprints.values():
        assert len(blueprint.cues) > 50
        assert all(cue == cue.lower() and 0 < weight <= 4 for cue, weight in blueprint.cues.items())
