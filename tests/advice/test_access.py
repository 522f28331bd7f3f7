"""People abroad, and systems that stay in the house."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tercet.advice.access import access_findings
from tercet.brief.records import Need
from tercet.planning import EngagedMember, Engagement


@pytest.fixture
def engaged(question, choice):
    """A plan that engages one person abroad, or one at home."""

    def make(offshore):
        options = question.problem.supply.options
        option = next(o for o in options if o.offshore is offshore)
        people = tuple(EngagedMember("X", m.role, m.level) for m in option.members)
        day, money = date(2027, 1, 4), Decimal(1)
        row = Engagement(
            "X", option.id, option.label, option.channel, option.region, day, day, 1.0, money,
            money, money, "", people, day,
        )  # fmt: skip
        return replace(choice().plan, engagements=(row,))

    return make


def test_people_abroad_are_remarked_where_systems_stay_in_the_house(brief, question, engaged):
    """TM006 fires for an engagement abroad beside the need on-premises; at home it is silent."""
    supply = question.problem.supply
    inside = replace(brief, needs=(Need("on-premises", None),))
    (found,) = access_findings(engaged(True), supply, inside)
    assert found.code == "TM006"
    assert "of the team would work from abroad" in found.message
    assert access_findings(engaged(False), supply, inside) == []
    assert access_findings(engaged(True), supply, replace(brief, needs=())) == []
