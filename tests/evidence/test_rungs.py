"""How far a sentence goes: environment, ownership, polarity."""

import pytest

CASES = [
    ("Deployed the churn model to production for 40 shops", "model-deployment", "shipped"),
    ("Rolled the churn model back twice after a bad release", "model-deployment", "operated"),
    ("We deployed the churn model to production", "model-deployment", "prototyped"),
    ("Supported the team that deployed the churn model", "model-deployment", "prototyped"),
    ("The platform team deployed my churn model", "model-deployment", "none"),
    ("My engineers deployed the churn model", "model-deployment", "none"),
    ("Never deployed a model", "model-deployment", "none"),
    ("Plan to deploy the churn model next year", "model-deployment", "none"),
    ("Deployed the shop's billing software", "model-deployment", "none"),
    ("Familiar with Kubernetes", "cloud-infrastructure", "learned"),
    ("No hands-on work with Kubernetes", "cloud-infrastructure", "none"),
    ("Ran experiments on a Kubernetes cluster", "cloud-infrastructure", "listed"),
    ("Run the EKS clusters, upgrades included", "cloud-infrastructure", "operated"),
    ("Built a proof of concept of a churn model", "model-prototyping", "prototyped"),
    ("Built a churn model; it never went live", "model-prototyping", "prototyped"),
    ("Built the churn model that every branch uses daily", "model-prototyping", "shipped"),
    ("Retrain the churn model each quarter in production", "model-prototyping", "operated"),
    ("Set up drift alerts on the ranking models", "monitoring", "shipped"),
    ("On call for the ranking service every third week", "monitoring", "operated"),
    ("Monitored a team of fourteen call-centre staff", "monitoring", "none"),
    ("Rolled out SAP to three plants", "model-deployment", "none"),
    ("Built the scoring API that the branches call", "api-development", "shipped"),
    ("Called the OpenAI API", "api-development", "listed"),
    ("Built the Excel forecast that finance uses", "model-prototyping", "none"),
    (
        "Replaced the Excel forecast with a model now used by finance",
        "model-prototyping",
        "shipped",
    ),
    ("Released it with Ansible playbooks of mine", "cloud-infrastructure", "none"),
    (
        "Kafka clusters for nine teams: I build, upgrade and patch them",
        "cloud-infrastructure",
        "operated",
    ),
    (
        "Dagster flows for tariffs, on the pager every fourth week",
        "pipeline-automation",
        "operated",
    ),
    ("My checks run in CI and nothing ships without passing", "pipeline-automation", "shipped"),
    (
        "Sentry alarms on the till service, and I am the one who gets called",
        "monitoring",
        "operated",
    ),
    ("Trained a sentence encoder on 90k documents", "model-prototyping", "prototyped"),
    ("Built a buoy classifier, now on 90 buoys", "model-prototyping", "shipped"),
    ("Set up Grafana for the Kafka guild", "pipeline-automation", "none"),
    ("Redshift to Snowflake over one weekend", "cloud-infrastructure", "shipped"),
    ("Responsible for deploying models", "model-deployment", "shipped"),
    ("Worked with the platform guild to deploy models", "model-deployment", "prototyped"),
    ("On call for the Airflow jobs", "monitoring", "none"),
    ("On call for the tariff models", "monitoring", "operated"),
    ("Alerts on error rates of models", "model-prototyping", "none"),
    ("Handed it to the web squad, who wrapped the model in an API", "api-development", "none"),
    ("Built a widget from the weather office's API", "api-development", "none"),
    ("The team's gRPC service answers four shops", "api-development", "prototyped"),
    ("Report of claims that the committee uses each month", "data-analysis", "shipped"),
    ("Leak detector for mains, deployed in four towns", "model-deployment", "shipped"),
    ("Leak detector for mains of four towns", "model-deployment", "none"),
    ("EKS clusters for six squads, patched every quarter", "cloud-infrastructure", "operated"),
    ("Airflow jobs for the ledger, maintained since 2020", "pipeline-automation", "operated"),
    ("Alerts on the tariff models, tuned and triaged", "monitoring", "operated"),
    ("Shipped: leak detector for 40 towns", "model-deployment", "shipped"),
    ("Real-time inference on Triton, 4k rps", "model-deployment", "shipped"),
    ("Causal inference for 40 shops", "model-deployment", "none"),
    ("Met the availability SLO of the serving layer for two years", "model-deployment", "operated"),
    ("Responsible for inference in production, 300 tenants", "model-deployment", "operated"),
    ("Copilot for nurses: from pilot to all wards", "model-deployment", "shipped"),
    ("Built the fare estimator that ticket clerks consult", "model-prototyping", "shipped"),
    ("Tariff tests in Looker, 90 readers", "data-analysis", "shipped"),
    ("ECS to EKS during trading hours", "cloud-infrastructure", "operated"),
    ("In a student team built a rain classifier", "model-prototyping", "prototyped"),
    ("Led the development of a rain classifier used by 40 farms", "model-prototyping", "shipped"),
    ("Scheduler moved to Airflow, 300 DAGs, no missed run", "pipeline-automation", "operated"),
    ("Drift alarms for all models, introduced in 2021", "model-deployment", "none"),
    ("Gave a talk on model deployment", "model-deployment", "none"),
    ("Will deploy the ranker in May", "model-deployment", "none"),
    ("The agency's study of churn changed the tariff", "data-analysis", "none"),
    ("Segmentation of customers", "model-prototyping", "none"),
    ("Power BI for 80 colleagues", "data-analysis", "shipped"),
    ("Read the monthly report of claims", "data-analysis", "listed"),
    ("Automated model validation in GitLab CI", "model-prototyping", "none"),
    ("Rain forecast for 40 farms, own development", "model-deployment", "none"),
    ("Took part in a Kaggle competition on crops", "model-prototyping", "prototyped"),
    ("Mock deployment of a model", "model-deployment", "prototyped"),
    ("Built a rain model with PyTorch and deployed to 40 farms", "model-deployment", "shipped"),
    ("Built a rain model with PyTorch; launched to 400 farms", "model-deployment", "shipped"),
    ("Built a rain model with PyTorch and shipped web shops", "model-deployment", "none"),
    ("Pilot of a rain model, then rolled out to 40 farms", "model-deployment", "shipped"),
    ("Seated the rain model on 40 tractors", "model-deployment", "shipped"),
    ("Explained the rain model in 40 schools", "model-deployment", "none"),
    ("Set up canary releases for the rain models", "model-deployment", "shipped"),
    ("Our models go live through the IT department", "model-deployment", "none"),
]


@pytest.mark.parametrize(("text", "capability", "rung"), CASES, ids=[c[0] for c in CASES])
def test_a_sentence_reaches_the_rung_it_shows(bullet, text, capability, rung):
    """Production, prototypes, teams, plans and denials of the same work are told apart."""
    assert bullet(text).capabilities[capability].rung == rung


def test_a_skills_list_is_only_listed(read):
    """Names without activity prove nothing more than that they were named."""
    found = read("Ann Teal\nData Scientist\n\nSkills\nTerraform, Airflow, Grafana\n").capabilities
    names = ("cloud-infrastructure", "pipeline-automation", "monitoring")
    assert [found[n].rung for n in names] == ["listed"] * 3


def test_a_course_is_only_learned(read):
    """A certificate shows learning, whatever tool it names."""
    found = read("Ann Teal\nData Scientist\n\nCourses\nAWS Certified Solutions Architect, 2024\n")
    assert found.capabilities["cloud-infrastructure"].rung == "learned"


def test_it_stands_for_the_model_before(read):
    """A pronoun takes its thing from the sentence before, in the same job."""
    head = "Ann Teal\nData Scientist\n\nExperience\nData Scientist | Larkspur | 2020 – present\n"
    told = read(head + "• Built the churn model\n• Packaged it and put it live for all branches\n")
    alone = read(head + "• Wrote a manual\n• Packaged it and put it live for all branches\n")
    assert told.capabilities["model-deployment"].rung == "shipped"
    assert alone.capabilities["model-deployment"].rung == "none"


def test_what_a_model_of_ones_own_does_is_told_later(read):
    """That "it" is in use shows a model of the person's only where they said that they built it."""
    head = "Ann Teal\nData Scientist\n\nExperience\nData Scientist | Larkspur | 2020 – present\n"
    used = "• It ranks every order of 40 shops\n"
    own = read(head + "• Trained a rain classifier\n" + used)
    other = read(head + "• Reviewed a rain classifier\n" + used)
    tried = read(head + "• Trained a rain classifier\n• Tested it with rude users in 40 shops\n")
    assert own.capabilities["model-prototyping"].rung == "shipped"
    assert tried.capabilities["model-prototyping"].rung == "prototyped"
    assert other.capabilities["model-prototyping"].rung not in ("shipped", "operated")


def test_what_others_did_is_kept_but_does_not_count(bullet):
    """Sentences that prove nothing are discarded openly, with their owner."""
    evidence = bullet("The platform team deployed my churn model")
    assert ("model-deployment", "others") in {(c.capability, c.owner) for c in evidence.discarded}
    assert evidence.capabilities["model-deployment"].claims == ()


FOREIGN = [
    ("Berufserfahrung", "heute", "Betrieb von elf Modellen in Produktion seit 2021", "operated"),
    (
        "Experiencia",
        "actualidad",
        "Puse en producción el modelo que usan todas las sucursales",
        "shipped",
    ),
    (
        "Experiência",
        "atual",
        "Coloquei em produção o modelo que atende todas as agências",
        "shipped",
    ),
    (
        "Expérience",
        "aujourd'hui",
        "Mise en production du modèle utilisé par 200 agences",
        "shipped",
    ),
    ("Berufserfahrung", "heute", "Die Modelle liegen beim Rechenzentrum", "none"),
    ("Experiencia", "actualidad", "El modelo lo puso en marcha el proveedor", "none"),
    (
        "Berufserfahrung",
        "heute",
        "Verantwortlich für den Scoring-Dienst, 300 Anfragen pro Sekunde",
        "operated",
    ),
    (
        "Experiência",
        "atual",
        "Responsável pela inferência, 2 mi de requisições por dia",
        "operated",
    ),
    ("Experiencia", "actualidad", "Responsable del servicio de scoring en producción", "operated"),
    ("Expérience", "aujourd'hui", "Responsable de l'inférence en production", "operated"),
    ("Berufserfahrung", "heute", "Livegang des Absagemodells in 14 Praxen", "shipped"),
    ("Berufserfahrung", "heute", "Den Chatbot hat eine Agentur gebaut und ausgerollt", "none"),
    ("Experiencia", "actualidad", "Salida a producción del modelo en tres países", "shipped"),
    ("Expérience", "aujourd'hui", "Nouveau modèle de courrier déployé dans 12 services", "none"),
    ("Experiência", "atual", "Ponho os modelos no ar e já voltei atrás duas vezes", "operated"),
    ("Berufserfahrung", "heute", "Das Plattformteam hat mein Modell ausgerollt", "none"),
    ("Experiencia", "actualidad", "El equipo de plataforma desplegó el modelo en la nube", "none"),
]


@pytest.mark.parametrize(("heading", "now", "text", "rung"), FOREIGN, ids=[c[2] for c in FOREIGN])
def test_four_more_languages_are_read(read, heading, now, text, rung):
    """Work and its owner are told in German, Spanish, Portuguese and French too."""
    found = read(
        f"Ann Teal\nData Scientist\n\n{heading}\nData Scientist | L | 2020 – {now}\n• {text}\n"
    )
    assert found.capabilities["model-deployment"].rung == rung


def test_a_live_model_that_others_release_is_no_release(read):
    """Being live shows a release only where nobody else is said to do the releasing."""
    head = "Ann Teal\nData Scientist\n\nExperience\nData Scientist | Larkspur | 2020 – present\n"
    live = "• Built the churn model that runs every week and feeds the desk\n"
    others = "• The platform team deployed the churn model\n"
    assert read(head + live).capabilities["model-deployment"].rung == "shipped"
    assert read(head + live + others).capabilities["model-deployment"].rung == "none"


def test_a_study_that_others_act_on_counts_in_any_trade(read):
    """A nurse's or clerk's table by which somebody decides is an analysis in use."""
    head = "Ann Teal\nStaff Nurse\n\nExperience\nStaff Nurse | Umber Ward | 2020 – present\n"
    used = read(head + "• Keep the infection statistics, and the matron plans beds by them\n")
    kept = read(head + "• Keep the infection statistics\n")
    assert used.capabilities["data-analysis"].rung == "shipped"
    assert kept.capabilities["data-analysis"].rung == "none"


def test_a_capstone_among_courses_is_tried(read):
    """A course is learned; the project that closed it was built."""
    head = "Ann Teal\nStaff Nurse\n\nLearning\n"
    built = read(head + "Capstone notebook on bed days, random forest\n")
    heard = read(head + "Machine learning, ten weeks\n")
    assert built.capabilities["model-prototyping"].rung == "prototyped"
    assert heard.capabilities["model-prototyping"].rung == "learned"


def test_a_rollback_asked_of_others_shows_no_release(read):
    """Who has a version pulled where others release has not released it."""
    head = "Ann Teal\nData Scientist\n\nExperience\nData Scientist | Larkspur | 2020 – present\n"
    others = "• Trained the spam filter; the serving team releases it\n"
    asked = read(head + others + "• Had the model version pulled back the same day\n")
    assert asked.rollback.shown
    assert asked.capabilities["model-deployment"].rung == "none"
