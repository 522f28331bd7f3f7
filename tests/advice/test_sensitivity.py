"""What a change would do is said as a ceiling, and a looser limit never costs more."""

from tercet.advice.sensitivity import sensitivities, sensitivity_cases


def test_costs_are_differences_from_the_recommended(choice):
    """Dearer is above zero, cheaper below."""
    rows = {"four-weeks-earlier": choice(130), "four-weeks-later": choice(90)}
    said = {s.id: s.cost for s in sensitivities(choice(100), rows)}
    assert said == {"four-weeks-earlier": 30, "four-weeks-later": -10}


def test_a_later_date_never_costs_more(choice):
    """The recommended plan holds for a later date too, whatever a quick search found."""
    kept = choice(100, weeks=8)
    (row,) = sensitivities(kept, {"four-weeks-later": choice(120)})
    assert (row.cost, row.live) == (0, kept.plan.live)


def test_what_does_not_fit_has_no_figures(choice):
    """Without a plan there is neither cost nor date."""
    (row,) = sensitivities(choice(100), {"four-weeks-earlier": None})
    assert (row.cost, row.live, row.at_least) == (None, None, None)


def test_dates_are_asked_about_only_where_there_is_one(choice, question):
    """A brief without a deadline gets no earlier and later date."""
    assert sensitivity_cases(choice(100), question.problem) == {}
