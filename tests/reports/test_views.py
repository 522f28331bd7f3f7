"""View-models: the same figures everywhere, sums that add, people in their rows."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from tercet.advice.records import Advice, FrontierPoint
from tercet.catalog import load_catalog
from tercet.planning.records import Assignment
from tercet.reports.roles import team_sentence, team_summary
from tercet.reports.views.answer import answer_view, text_of
from tercet.reports.views.basis import assumption_rows, package_rows, safe_url, source_rows
from tercet.reports.views.costs import cost_view
from tercet.reports.views.handoffs import handoffs_view
from tercet.reports.views.others import frontier_view, others_view
from tercet.reports.views.people import people_view
from tercet.reports.views.plan import plan_view
from tercet.reports.views.reading import brief_view
from tercet.reports.views.sure import sure_view


def _choice(advice: Advice):  # type: ignore[no-untyped-def]
    assert advice.recommended
    return advice.recommended


def test_three_lines(larkspur: Advice) -> None:
    """The answer is what, when and how much, how sure."""
    assert [text_of(line) for line in answer_view(larkspur).lines] == [
        "Keep two people, hire two, rent a pod of two.",
        "Live around 1 October 2027, for about €546,000.",
        "In 83 of 100 futures that meets your date and your budget.",
    ]


def test_three_lines_when_nothing_fits(nothing_fits: Advice) -> None:
    """No team, why, and the nearest that works."""
    lines = [text_of(line) for line in answer_view(nothing_fits).lines]
    assert lines[0] == "No team can do this by 30 April 2027 for €600,000."
    assert "35 weeks" in lines[1]
    assert "30 Jul 2027" in lines[2]


def test_never_live_is_said(larkspur: Advice) -> None:
    """A plan that most futures never see live does not claim a live date."""
    choice = _choice(larkspur)
    late = replace(choice, forecast=replace(choice.forecast, never_live=0.6))
    lines = answer_view(replace(larkspur, recommended=late)).lines
    assert text_of(lines[1]).startswith("Not live in 60 of 100 futures")


def test_team_in_words(larkspur: Advice) -> None:
    """Channels become verbs; pods are counted by their size."""
    engagements = _choice(larkspur).plan.engagements
    assert team_summary(engagements) == "2 kept, 2 hired, pod of 2"
    pod = next(e for e in engagements if e.channel == "pod")
    assert team_sentence([pod, replace(pod, id="e9")]) == "Rent two pods of two."
    assert team_sentence([]) == "Nobody is needed."
    assert team_sentence([replace(engagements[0], channel="contractor")]) == (
        "Contract one person."
    )


def test_costs_add_up_on_the_page(larkspur: Advice) -> None:
    """The column adds up to the planned total, also when cents are rounded away."""
    choice = _choice(larkspur)
    odd = tuple(replace(e, cost=e.cost + Decimal("0.45")) for e in choice.plan.engagements)
    total = sum((e.cost for e in odd), Decimal(0))
    moved = replace(choice, plan=replace(choice.plan, engagements=odd, cost=total))
    view = cost_view(moved, people_view(larkspur, moved))
    assert sum(row.cost for row in view.rows) == view.total == round(total)
    assert view.difference.startswith("€19k more")


def test_a_middle_future_under_the_plan_is_explained(larkspur: Advice) -> None:
    """Where the middle future is cheaper than planned, the buffer is named."""
    choice = _choice(larkspur)
    dear = replace(choice, plan=replace(choice.plan, cost=Decimal(600_000)))
    view = cost_view(dear, people_view(larkspur, dear))
    assert view.difference == "€54k less in the middle future: the planned dates hold a buffer"


def test_members_of_a_pod_stay_together(larkspur: Advice) -> None:
    """Rows follow roles and start dates; a pod's rows are neighbours."""
    people = people_view(larkspur, _choice(larkspur))
    assert [p.id for p in people] == ["DS-1", "AI-2", "OPS-1", "AI-1", "OPS-2", "SW-1"]
    assert [p.pod for p in people] == [0, 2, 2, 0, 0, 0]


def test_latest_offer_lies_between_decision_and_start(larkspur: Advice) -> None:
    """Waiting is approval, offer, first day, in this order; people on staff wait for nothing."""
    for p in people_view(larkspur, _choice(larkspur)):
        if p.channel == "on-staff":
            assert (p.decide, p.offer) == (None, None)
        else:
            assert p.decide
            assert p.offer
            assert p.decide <= p.offer <= p.start


def test_work_in_one_week_is_stacked(larkspur: Advice) -> None:
    """Two packages in the same week stand on each other and never overlap."""
    scientist = people_view(larkspur, _choice(larkspur))[0]
    both = [s for s in scientist.stretches if s.start == date(2027, 3, 29)]
    assert [(s.package, s.share, s.below) for s in both] == [(5, 0.2, 0.0), (7, 0.2, 0.2)]


def test_stretches_keep_every_day_of_work(larkspur: Advice) -> None:
    """Person-days drawn are person-days assigned, also for ragged assignments."""
    choice = _choice(larkspur)
    ragged = tuple(
        Assignment("DS-1", package, "data-analysis", start, start + timedelta(weeks=1), days)
        for k, start in enumerate(date(2027, 1, 4) + timedelta(weeks=w) for w in range(20))
        for package, days in (("data", 1 + k % 3), ("live", 0.5 * (k % 2)))
        if days
    )
    moved = replace(choice, plan=replace(choice.plan, assignments=ragged))
    row = people_view(larkspur, moved)[0]
    drawn = sum(5 * s.share * (s.end - s.start).days / 7 for s in row.stretches)
    assert abs(drawn - sum(a.days_per_week for a in ragged)) < 1e-9


def test_handoffs_name_giver_and_taker(larkspur: Advice) -> None:
    """A handoff runs from who worked most on the package to who takes its successor."""
    choice = _choice(larkspur)
    rows = handoffs_view(larkspur, choice, people_view(larkspur, choice))
    assert [(h.number, h.giver, h.taker) for h in rows] == [(1, 0, 1), (2, 1, 2), (3, 2, 4)]
    assert rows[0].title == "data scientist to AI engineer"
    assert rows[2].title == "MLOps engineer (pod) to MLOps engineer (hire)"


def test_four_counts_add_up_to_a_hundred(larkspur: Advice) -> None:
    """Of 100 futures, and the dots say the same."""
    view = sure_view(larkspur, _choice(larkspur))
    assert sum(n for n, _ in view.four) == 100
    assert view.live.title == "Live date: 42 of 50 dots are on time"
    assert view.by_date[0].label == "Effort of the work itself"


def test_teams_by_chance_and_never_last(larkspur: Advice) -> None:
    """Best chance first; a team that can never go live comes last with its reason."""
    rows = others_view(larkspur).rows
    assert rows[0].me
    chances = [row.chance for row in rows[:-1]]
    assert chances == sorted(chances, key=lambda c: -(c or 0))
    assert rows[-1].id == "data-scientists-only"
    assert rows[-1].live is None


def test_marks_cover_the_quotes(larkspur: Advice) -> None:
    """The brief is shown word for word, each quote marked once, in the order of the text."""
    view = brief_view(larkspur.brief)
    marked = [p for paragraph in view.paragraphs for p in paragraph if p.mark]
    assert [p.mark for p in marked] == list(range(1, 12))
    whole = "\n\n".join("".join(p.text for p in paragraph) for paragraph in view.paragraphs)
    assert whole == larkspur.brief.text.strip()
    by_date = next(f for f in view.facts if f.label == "Live by")
    assert marked[(by_date.mark or 0) - 1].text == "by 29 October 2027"


def test_assumptions_name_what_to_change(larkspur: Advice) -> None:
    """Figures graded M or J carry their id; measured ones are no assumptions."""
    rows = assumption_rows(larkspur)
    ids = [row.figure for row in rows]
    assert ids == [None, None, None, "pod.markup", "ramp.mid", "planning.productive"]
    assert rows[3].value == "49 %"
    assert all(row.ours for row in rows)


def test_small_figures_keep_their_digits(larkspur: Advice) -> None:
    """A rate of exchange far below one is not shown as nothing."""
    rate = load_catalog().figures["rate.JPY"]
    value = Decimal(str(rate.value.quantile(0.5)))
    (row,) = assumption_rows(replace(larkspur, figures={rate.id: rate}))[-1:]
    assert abs(Decimal(row.value) / value - 1) < Decimal("0.005")


def test_packages_say_who_and_when(larkspur: Advice) -> None:
    """A package lists its roles, dates and soft predecessors; without a plan the dates are out."""
    row = package_rows(larkspur, larkspur.recommended)[4]
    assert [r.code for r in row.roles] == ["DS", "AI"]
    assert row.start == date(2027, 3, 29)
    assert package_rows(larkspur, larkspur.recommended)[7].after == "5½"
    assert package_rows(larkspur, None)[4].start is None


def test_only_web_addresses_become_links(hostile: Advice) -> None:
    """Anything but http and https is dropped."""
    assert source_rows(hostile)[0].url == ""
    assert safe_url("https://example.org") == "https://example.org"


def test_the_same_plan_has_the_same_id(larkspur: Advice) -> None:
    """The id is a hash of the document: another seed, another id."""
    assert plan_view(larkspur).id == plan_view(larkspur).id
    assert plan_view(larkspur).id != plan_view(replace(larkspur, seed=12)).id


def test_steps_are_counted_from_the_line(larkspur: Advice) -> None:
    """A plan that holds effort back is dearer than its date asks: that is no step of the line."""
    choice = larkspur.recommended
    assert choice
    plan = choice.plan
    line = [(-14, 50_000), (0, -20_000), (14, -30_000)]
    points = tuple(
        FrontierPoint(plan.cost + more, plan.live + timedelta(days), None, 5) for days, more in line
    )
    says = frontier_view(replace(larkspur, frontier=points), choice).says
    assert says[:2] == ("Two weeks sooner costs €70k more.", "Two weeks later saves €10k.")
