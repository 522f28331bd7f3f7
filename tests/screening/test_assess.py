"""Verdicts: what each rests on, and what may and may not change it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.kernel.errors import InputError
from tercet.screening import criteria_for_role, rank
from tercet.screening.records import Criterion

HEIGHT = {"contradicted": 0, "not shown": 0, "partly met": 1, "met": 2}
HEAD = "Ann Teal\nMLOps Engineer\n\nExperience\nMLOps Engineer | Larkspur Cards | 2020 – present\n"
LINES = (
    "Deployed the churn model to production for 40 shops",
    "We deployed the lapse model to production",
    "Rolled the lapse model back twice",
    "Built a proof of concept of a churn model",
    "Run the Airflow pipelines and repair failures each night",
    "Familiar with Kubernetes",
    "No hands-on work with Terraform",
    "Operate two EKS clusters, upgrades included",
    "Set up drift alerts on the ranking models",
    "On call for the ranking service every third week",
    "Led the response to the outage of May 2024",
    "Refund costs fell by 12 %, £300k a year",
    "The platform team runs the clusters",
    "Monthly report of claims that the committee uses",
    "Packaged it and put it live for all branches",
    "Plan to learn Grafana",
)  # fmt: skip


def _verdicts(screened):
    return {j.criterion.id: j.verdict for j in screened.assessment.judged}


def test_all_is_met_by_one_who_shows_all(screen, strong):
    """A strong résumé meets every must, each with a quote."""
    judged = screen(strong).assessment.judged
    musts = [j for j in judged if j.criterion.must]
    assert {j.verdict for j in musts} == {"met"}
    assert all(j.quotes for j in musts)


def test_a_prototype_partly_meets_and_a_denial_contradicts(screen):
    """Less than asked is partly met; what the person denies is contradicted."""
    found = screen(HEAD + "• Trial of Grafana alerts in a sandbox\n• No work with Kubernetes\n")
    assert _verdicts(found)["monitoring"] == "partly met"
    assert _verdicts(found)["cloud-infrastructure"] == "contradicted"
    assert _verdicts(found)["pipeline-automation"] == "not shown"


def test_a_denial_contradicts_all_that_it_names(screen):
    """ "No work with X, Y or Z" is told for each of what they speak for."""
    found = _verdicts(screen(HEAD + "• No hands-on work with Airflow, AWS or Grafana\n"))
    names = ("pipeline-automation", "cloud-infrastructure", "monitoring")
    assert [found[name] for name in names] == ["contradicted"] * 3


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=8, unique=True), st.data())
@settings(max_examples=60, deadline=None)
def test_deleting_what_is_cited_never_raises_a_verdict(screen, lines, data):
    """Without a passage that a verdict cites, no verdict stands higher."""
    text = HEAD + "".join(f"• {line}\n" for line in lines)
    before = screen(text)
    cited = [q for j in before.assessment.judged for q in j.quotes]
    if not cited:
        return
    quote = data.draw(st.sampled_from(cited))
    after = screen(text[: quote.start] + text[quote.end :])
    old, new = _verdicts(before), _verdicts(after)
    assert all(HEIGHT[new[name]] <= HEIGHT[old[name]] for name in old)


@given(st.integers(2, 9))
@settings(max_examples=8, deadline=None)
def test_a_gap_changes_only_months_and_its_remark(screen, strong, years):
    """A gap between jobs touches no rung, verdict, role or order."""
    earlier = "DevOps Engineer | Firm | Jan 2010 – Dec {}\n• Met people\n"
    whole, gap = (screen(strong + earlier.format(y)) for y in (2019, 2019 - years))
    assert whole.assessment == gap.assessment
    assert rank([whole.assessment, gap.assessment]) == [1, 1]
    one, two = whole.evidence, gap.evidence
    assert one.best_role == two.best_role
    assert one.production_ready == two.production_ready
    assert [c.rung for c in one.capabilities.values()] == [
        c.rung for c in two.capabilities.values()
    ]
    flags = [{f.id for f in e.red_flags} for e in (one, two)]
    assert flags[0] ^ flags[1] <= {"date-inconsistency"}
    assert one.months_experience > two.months_experience


def test_a_tool_is_met_by_use_and_partly_by_name(screen):
    """A tool in described work is met; in a list of skills it is partly met; else not shown."""
    asked = (Criterion("airflow", "tool", "Has used Airflow", True, tool="Apache Airflow"),)
    used = screen(HEAD + "• Run the Airflow pipelines each night\n", asked)
    named = screen(HEAD + "• Met people\n\nSkills\nAirflow, SQL\n", asked)
    assert [_verdicts(s)["airflow"] for s in (used, named, screen(HEAD, asked))] == [
        "met", "partly met", "not shown",
    ]  # fmt: skip


def test_months_are_told_and_decide_no_order(screen, strong):
    """Months asked get a verdict, but two people who differ in them alone are tied."""
    asked = (Criterion("months", "months", "Five years of work", True, months=60),)
    long, short = screen(strong, asked), screen(strong.replace("Jan 2020", "Jan 2025"), asked)
    assert [_verdicts(s)["months"] for s in (long, short)] == ["met", "partly met"]
    assert rank([long.assessment, short.assessment]) == [1, 1]


def test_an_unknown_role_is_refused(catalog):
    """TS001 names the role and those there are; a known role passes."""
    with pytest.raises(InputError) as caught:
        criteria_for_role(catalog, "wizard")
    assert caught.value.code == "TS001"
    assert criteria_for_role(catalog, "ai-engineer")


def test_a_junior_is_asked_less(catalog):
    """Each criterion asked of a junior is asked of a mid-level person as well, and no lower."""
    from tercet.evidence import RUNGS

    junior, mid = (
        {c.id: c for c in criteria_for_role(catalog, "ai-engineer", level)}
        for level in ("junior", "mid")
    )
    for name, criterion in junior.items():
        assert name in mid
        assert criterion.must <= mid[name].must
        if criterion.rung:
            assert RUNGS.index(criterion.rung) <= RUNGS.index(mid[name].rung)
