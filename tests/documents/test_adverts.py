"""A pasted advert is found in five languages; a person's own words about jobs are not one."""

import pytest

from tercet.documents.adverts import adverts

PASTED = [
    "We are looking for an MLOps engineer. You will own our Kubernetes platform. The ideal "
    "candidate has five years of experience with Terraform. We offer a competitive salary.",
    "About the role\nYou'll build pipelines.\nRequirements:\n5+ years of experience with Airflow\n"
    "Nice to have: Go\nWe are an equal opportunity employer.",
    "Job description: Data Scientist. Responsibilities include building models. You must have a "
    "degree. Preferred qualifications: PhD.",
    "Wir suchen eine Ingenieurin. Ihre Aufgaben: Betrieb der Plattform. Sie bringen mindestens "
    "drei Jahre Erfahrung mit. Wir bieten flexible Arbeitszeit.",
    "Buscamos un ingeniero de datos. Tus funciones serán operar los flujos. Requisitos: al menos "
    "tres años con Airflow. Ofrecemos contrato indefinido.",
    "Procuramos um engenheiro de dados. Você será responsável pelos fluxos. Requisitos: pelo menos "
    "três anos com Airflow. Oferecemos salário competitivo.",
    "Nous recherchons un ingénieur. Vos missions : exploiter la plateforme. Vous justifiez "
    "d'au moins trois ans d'expérience. Nous offrons un CDI.",
]
HONEST = [
    "Key responsibilities:\nRan the loads\nRequirements:\n7 years of experience in data science",
    "The role: head of data at Acorn, permanent position, reporting to the CTO. Duties include "
    "hiring.",
    "Wrote job adverts for four data roles and interviewed 30 applicants.",
    "I am looking for a role in which I will own a service from design to on-call.",
    "Objective: a full-time position in MLOps. 5 years of experience with Kubernetes. Benefits "
    "from clear goals.",
    "Responsibilities:\n• Ran the nightly loads\n• Reported to the head of data\nRequirements:\n"
    "• Gathered them from finance",
    "If we work together, you will find me calm under pressure. References on request.",
    "We offer our library under MIT; you can install it with pip. My talk: “What you need to know "
    "about drift”.",
    "7 years of experience in data science. Full-time contract. Reporting to the CTO.",
    "Anforderungen mit der Fachabteilung aufgenommen, mindestens zwei Jahre Betrieb.",
    "Requisitos levantados com o cliente; benefícios de R$ 2 milhões.",
]


@pytest.mark.parametrize("text", PASTED)
def test_an_advert_is_found_and_what_is_around_it_stays(text) -> None:
    """A run of sentences that speaks to applicants is one span, from its first mark to its last."""
    page = f"Mira Holt\nPython, SQL\nDid good work\nRan reports\nTaught Python\n{text}"
    spans = adverts(page)
    assert len(spans) == 1
    assert "Python, SQL" not in page[slice(*spans[0])]


@pytest.mark.parametrize("text", HONEST)
def test_a_persons_own_words_are_no_advert(text) -> None:
    """Writing adverts, wanting a job, and headings that adverts share are honest."""
    assert adverts(text) == []
