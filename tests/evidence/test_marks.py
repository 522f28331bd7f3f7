"""Impact, incidents, rollbacks, flags, roles, readiness."""

import pytest

STRONG = """Ann Teal
MLOps Engineer

Experience
MLOps Engineer | Larkspur Cards | Jan 2020 – present
• Release and, where needed, roll back 12 scoring models in production
• Run the Kubeflow training pipelines and repair failures before opening
• Wrote drift alerts and answer them on call
• Led the response to the outage of May 2024
• Refund costs fell by 12 %, £300k a year
"""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Refund cost dropped from 31p to 19p, £600k in a year", True),
        ("Raised F1 from 0.71 to 0.83", False),
        ("Managed a budget of £2m", False),
        ("Cut training time from 9 hours to 2", False),
        ("Mis-sorted parcels: £90k a month before the sorter, under £20k now", True),
        ("Diesel purchases are down EUR 90,000 a year", True),
        ("Purchased EUR 90,000 of sensors", False),
        ("Pages about stale scores come to me; cut them from 30 a week to 4", False),
        ("A bad join doubled 60,000 invoices", False),
        ("Spillage is a third of what it was", True),
        ("Alert noise is a third of what it was", False),
    ],
)
def test_impact_is_a_business_outcome(bullet, text, shown):
    """Measures of models and budgets are no business impact."""
    assert bullet(text).business_impact.shown is shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Led the recovery when scoring went wrong on Christmas Eve", True),
        ("Attended every post-mortem, led none", False),
        ("Led incident drills for fire safety", False),
        ("Found why riders stopped renewing; the desk changed the ticket", False),
        ("Set up dashboards; incident response time fell by 40%", False),
        ("Handled the outage of May 2024", True),
        ("Second responder in the March 2025 card outage", True),
        ("Ran the call centre of 40 people", False),
        ("May 2024, price feed came in empty: first responder, feed back by noon", True),
        ("Till service stopped on Easter Monday; I traced a full disk and restored it", True),
    ],
)
def test_an_incident_is_one_taken_part_in(bullet, text, shown):
    """Being there, or drilling, is no response."""
    assert bullet(text).incident_response.shown is shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Switched back to the prior image twice after a bad release", True),
        ("Never had to roll anything back", False),
        ("Live behind a switch, and three times I have flipped that switch back", True),
        ("Flipped through old reports", False),
        ("Pulled back nine model versions in 2024", True),
        ("Four releases this year, two of them reversed", True),
        ("Scores back on the earlier version within the hour", True),
        ("Pulled back the curtain on model risk", False),
        ("Took it back to the earlier prompt set after a bad release", True),
        ("Traced the miscounts and put the last good build back", True),
        ("Operate the registry for 60 models; eight promotions reversed", True),
    ],
)
def test_a_rollback_is_one_done(bullet, text, shown):
    """A denial is no rollback."""
    assert bullet(text).rollback.shown is shown


def test_production_ready_needs_all_five(read):
    """Deployment, monitoring, automation, an incident and an impact; without one it is not."""
    assert read(STRONG).production_ready
    for line in STRONG.splitlines():
        if line.startswith(("• Led", "• Refund", "• Run", "• Wrote")):
            assert not read(STRONG.replace(line + "\n", "")).production_ready


def test_roles_follow_the_work(read):
    """The best role is that of the work done; without work it is none of the three."""
    assert read(STRONG).best_role == "mlops-engineer"
    assert (
        read("Ann Teal\nMLOps Engineer\n\nExperience\nSince 2020\n• Met people\n").best_role
        == "other"
    )


def _flags(evidence):
    return {flag.id for flag in evidence.red_flags}


def test_flags_of_a_strong_resume_are_none(read):
    """Nothing is remarked where nothing is odd."""
    assert _flags(read(STRONG)) == set()


def test_a_portfolio_is_flagged(read):
    """Contests and notebooks alone, and measures alone, are said to be that."""
    text = "Ann Teal\nData Scientist\n\nProjects\n• Kaggle house prices with XGBoost, RMSE 0.12\n"
    assert _flags(read(text)) >= {"portfolio-only", "ml-metrics-only", "no-cicd-or-cloud"}


def test_grand_claims_without_work_are_flagged(read):
    """Mastery of everything with nothing shown, a long list, and a title that nothing bears out."""
    tools = (
        "Python, PyTorch, TensorFlow, Keras, XGBoost, MLflow, Kubeflow, Airflow, Jenkins, Docker, "
        "Kubernetes, AWS, Terraform, Prometheus, Grafana, Kafka, Snowflake, FastAPI, Flask, "
        "LangChain, spaCy, OpenCV, LightGBM, CatBoost"
    )
    text = (
        "Ann Teal\nAI and MLOps Architect\n\nSummary\nWorld-class expert in every field of AI.\n\n"
        f"Skills\n{tools}\n\nExperience\nConsultant | Self | 2024 – present\n• Met clients\n"
    )
    assert _flags(read(text)) >= {"unicorn-claim", "buzzword-stuffing", "title-evidence-mismatch"}


@pytest.mark.parametrize(
    ("jobs", "odd"),
    [
        (("Jan 2018 – Jun 2019", "Jan 2021 – present"), True),
        (("Jan 2018 – Jun 2020", "Jan 2021 – present"), False),
        (("Jan 2018 – Dec 2020", "Jan 2020 – present"), True),
        (("Jan 2018 – Jan 2020", "Jan 2020 – present"), False),
        (("Jun 2020 – Jan 2018", "Jul 2020 – present"), True),
    ],
)
def test_dates_that_do_not_add_up_are_flagged(read, jobs, odd):
    """Gaps over 12 months, two full-time jobs at once, and ends before starts; no less."""
    text = "Ann Teal\nData Scientist\n\nExperience\n" + "".join(
        f"Data Scientist | Firm {i} | {dates}\n• Wrote notes\n" for i, dates in enumerate(jobs)
    )
    assert ("date-inconsistency" in _flags(read(text))) is odd


def test_a_tool_used_before_it_existed_is_flagged(read):
    """A job that ended before a tool's first release cannot have used it."""
    head = "Ann Teal\nData Engineer\n\nExperience\nData Engineer | Firm | "
    assert "date-inconsistency" in _flags(read(head + "2008 – 2010\n• Ran Kubernetes clusters\n"))
    assert "date-inconsistency" not in _flags(
        read(head + "2018 – 2020\n• Ran Kubernetes clusters\n")
    )


def test_a_language_not_read_is_said(read):
    """TE001 for a résumé in Dutch, silence for one in English."""
    dutch = (
        "Joost\n\nWerkervaring\nEngineer | Firma | 2020 – heden\n- Het model van de firma gebouwd\n"
    )
    assert [f.code for f in read(dutch).findings] == ["TE001"]
    assert read(STRONG).findings == ()


@pytest.mark.parametrize("trade", ["Network Administrator", "SAP Consultant", "Web Developer"])
def test_another_trade_is_none_of_the_three(read, trade):
    """Clusters and jobs of ordinary systems make nobody an MLOps engineer; models do."""
    head = f"Ann Teal\n{trade}\n\nExperience\n{trade} | Larkspur | 2020 – present\n"
    work = "• Run the Kubernetes clusters, upgrades included\n• Run the Airflow pipelines\n"
    assert read(head + work).best_role == "other"
    assert read(head + work + "• Deployed nine churn models\n").best_role == "mlops-engineer"


def test_an_exercise_of_an_intern_is_still_a_portfolio(read):
    """Tables cleaned as an intern do not make contests a record."""
    text = (
        "Ann Teal\nData Scientist\n\nProjects\n• Kaggle house prices with XGBoost\n\nExperience\n"
        "Data Intern | Larkspur | Jan 2024 – Mar 2024\n• Analysed trail counts in pandas\n"
    )
    assert "portfolio-only" in _flags(read(text))
