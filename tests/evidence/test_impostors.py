"""Work that uses the same words for other things, or that others did."""

import pytest

CASES = [
    ("IT Project Manager", "Deployed Office 365 to 2,000 users"),
    ("IT Project Manager", "Managed the migration of 40 servers to Azure by an outside supplier"),
    ("IT Project Manager", "Monitored project budgets and KPIs with Power BI dashboards"),
    ("SAP Consultant", "Deployed SAP BW models and automated month-end reporting in SAP"),
    ("SAP Consultant", "Monitored interfaces and batch jobs in SAP"),
    ("Head of Data Science", "Built and led a team of 12 data scientists; delivered 8 models"),
    ("Head of Data Science", "Responsible for MLOps strategy and cloud budget"),
    ("Data Science Trainer", "Taught courses on Docker, Kubernetes and MLflow to 400 students"),
    ("Machine Learning Engineer", "Planned deployment of the churn model with Kubernetes in 2027"),
    ("Machine Learning Engineer", "Deep interest in Kubernetes, Terraform and Prometheus"),
    ("Machine Learning Engineer", "Strong knowledge of CI/CD, monitoring, cloud and APIs"),
    ("Machine Learning Engineer", "My deputies run the pipelines and the clusters"),
    ("Recruiter", "Built a pipeline of ML engineers and monitored time to hire"),
    ("Logistics Manager", "Operated a fleet of 40 trucks and monitored delivery KPIs"),
    ("Nurse", "Monitored patients after release from theatre"),
    ("Civil Engineer", "Designed models of bridges in AutoCAD and deployed sensors"),
    ("Production Manager", "Scaled production to 3 shifts and deployed a new line in 2 plants"),
    ("Marketing Analyst", "Deployed email campaigns to 50,000 customers"),
    ("Scrum Master", "Facilitated releases of the recommendation engine"),
    ("Web Developer", "Deployed shop fronts to AWS"),
    ("Software Developer", "Released the booking engine rewrite to all hotels"),
    ("QA Engineer", "Wrote regression packs that testers use every sprint"),
    ("Engineering Lead", "Monitored nine subcontractors and their juniors"),
    ("Hydraulic Engineer", "Hydraulic models of sewers that four councils use"),
    ("Software Developer", "Domain models in UML for the ticket office, used daily"),
    ("Machine Learning Engineer", "My engineers migrated nine models to GKE"),
    ("Machine Learning Engineer", "The neighbouring team is retraining the tariff models"),
    ("Machine Learning Engineer", "Handled 60 incidents a month at the reception desk"),
    ("Machine Learning Engineer", "Operated a bottling line, 24/7 shifts"),
    ("Machine Learning Engineer", "Answered 90 calls a day in the billing hotline"),
    ("Machine Learning Engineer", "Press releases for the launch of a chatbot with 2M users"),
    ("Machine Learning Engineer", "Customer of a scoring service with 99.9 % availability"),
    ("Machine Learning Engineer", "Product manager of a scoring service, 4k rps"),
    ("Machine Learning Engineer", "Head of a unit of 60; the unit runs 30 models in production"),
    ("Machine Learning Engineer", "Ran user acceptance tests of the forecast in six markets"),
    ("Machine Learning Engineer", "Owner of the marketing calendar, 12 launches a year"),
    ("Machine Learning Engineer", "My predecessor deployed the fare model in nine towns"),
    ("Machine Learning Engineer", "Asked the platform group to redeploy the model when it drifted"),
    ("Machine Learning Engineer", "Joined weekly release calls of the ranking group"),
    ("Machine Learning Engineer", "Observed the rollout of the ranker at a partner bank"),
    ("Machine Learning Engineer", "Gathered requirements for a forecast in use at 90 shops"),
    ("Machine Learning Engineer", "Collected photos for a classifier that the university trained"),
    ("Model Validator", "Reviewed fare models that Engineering builds and Operations runs"),
]


@pytest.mark.parametrize(("title", "item"), CASES)
def test_nothing_in_production_is_read_into_it(read, title, item):
    """Roll-outs, staff, plans, interests and others' work are no production evidence."""
    page = (
        f"Ann Teal\n{title}\n\nExperience\n{title} | Larkspur Cards | Jan 2020 – present\n• {item}"
    )
    rungs = {name: c.rung for name, c in read(page + "\n").capabilities.items()}
    assert not {"shipped", "operated"} & set(rungs.values()), rungs
