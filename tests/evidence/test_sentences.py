"""Wrapped lines are one sentence; rows of names are no activity."""

HEAD = "Ann Teal\nData Engineer\n\nExperience\nData Engineer, Larkspur Cards, Jan 2020 – present\n"


def rung(evidence, capability):
    return evidence.capabilities[capability].rung


def test_a_wrapped_line_is_read_whole(read):
    """What a printer broke off is read on the next line, and quoted with it."""
    text = HEAD + "• Built a fuel model that was\n  never used by anybody\n• Kept tables\n"
    found = read(text).capabilities["model-prototyping"]
    assert found.rung == "prototyped"
    assert found.claims[0].quote.text.endswith("never used by anybody")


def test_a_line_that_cannot_end_goes_on(read):
    """After a comma or a small word the next line belongs to the sentence, capital or not."""
    text = HEAD + "• Operate clusters on\n  Kubernetes in the Umber region, and\n  Terraform them\n"
    quotes = [c.quote.text for c in read(text).capabilities["cloud-infrastructure"].claims]
    assert quotes == [
        "Operate clusters on\n  Kubernetes in the Umber region, and\n  Terraform them"
    ]


def test_a_heading_of_a_job_is_never_joined(read):
    """A dated heading ends where it ends, though the next line starts small."""
    text = HEAD + "run the Airflow pipelines in production\n"
    assert rung(read(text), "pipeline-automation") == "operated"


def test_a_row_of_tools_in_a_job_is_only_listed(read):
    """Names without activity show no more in a job than in a skills list."""
    for row in ("• Tools: Terraform, Airflow, Grafana", "• Terraform, Airflow, Grafana, Jenkins"):
        found = read(f"{HEAD}{row}\n")
        assert rung(found, "cloud-infrastructure") == "listed"
        assert rung(found, "pipeline-automation") == "listed"


def test_titles_of_talks_and_papers_are_no_work(read):
    """What somebody spoke or wrote about is not what they ran."""
    talk = "Running forty models in production on Kubernetes, FictConf 2025"
    for section in ("Talks", "Publications", "Teaching"):
        found = read(f"{HEAD}• Kept tables\n\n{section}\n• {talk}\n").capabilities
        assert {c.rung for c in found.values()} == {"none"}


def test_a_mandate_without_a_trade_is_read_by_the_headline(read):
    """A client is no trade; what was done for one counts by what a freelancer calls themselves."""
    mandate = (
        "Umber Rail, delay of trains, Jan 2020 – Dec 2021\n• Deployed the delay model to prod\n"
    )
    for headline, rung_shown in (("Freelance machine learning", "shipped"), ("Chef", "none")):
        found = read(f"Ann Teal\n{headline}\n\nSelected mandates\n{mandate}")
        assert rung(found, "model-deployment") == rung_shown


def test_an_abbreviation_ends_no_sentence(read):
    """After "Mio." the sentence goes on, though a capital follows."""
    text = "Ann Teal\nData Scientist\n\nBerufserfahrung\nData Scientist | L | 2020 – heute\n"
    found = read(text + "• Betrugsmodell entwickelt, prüft 3 Mio. Zahlungen am Tag\n")
    assert rung(found, "model-prototyping") == "shipped"
