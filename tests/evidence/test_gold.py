"""Floors on the labelled development sets, below what was measured, so that a fall is noticed."""

from pathlib import Path

import pytest
import yaml

from tercet.catalog.records import VETTED

GOLD = Path(__file__).with_name("gold")
RUNGS = {
    "n": "none", "i": "listed", "e": "learned", "p": "prototyped", "s": "shipped", "o": "operated",
}  # fmt: skip
REAL = ("shipped", "operated")


@pytest.mark.parametrize("name", ["resumes", "more"])
def test_rungs_of_labelled_resumes(read, name):
    """Nine rungs in ten are right, and hardly any production evidence is made up."""
    right = cells = found = true = 0
    for row in yaml.safe_load((GOLD / f"{name}.yaml").read_text("utf-8")):
        evidence = read(row["text"])
        for capability, told in zip(VETTED, row["rungs"], strict=True):
            fair = [RUNGS[key] for key in told.split("|")]
            got = evidence.capabilities[capability].rung
            cells += 1
            right += got in fair
            found += got in REAL
            true += got in REAL and any(rung in REAL for rung in fair)
    assert right >= 0.9 * cells
    assert true >= 0.95 * found


def test_months_and_roles_of_labelled_resumes(read):
    """Months within two and the role of nearly all."""
    rows = yaml.safe_load((GOLD / "resumes.yaml").read_text("utf-8"))
    read_rows = [(row, read(row["text"])) for row in rows]
    months = sum(abs(e.months_experience - row["months"]) <= 2 for row, e in read_rows)
    roles = sum(e.best_role in row["best"].split("|") for row, e in read_rows)
    assert months >= 0.95 * len(rows)
    assert roles >= 0.9 * len(rows)


WORDS = {
    "en": ("Experience", "the and of with"),
    "de": ("Berufserfahrung", "und der die mit"),
    "es": ("Experiencia", "el la los con"),
    "pt": ("Experiência", "o um uma com não"),
    "fr": ("Expérience", "le les des avec"),
}


def test_bullets_in_five_languages(read):
    """Of what each item is labelled to show, nearly all is read so."""
    right = told = 0
    for line in (GOLD / "bullets.tsv").read_text("utf-8").splitlines()[1:]:
        language, claims, text = line.split("\t")
        heading, words = WORDS[language]
        job = "Machine Learning Engineer | Larkspur Cards | 01/2020 – 10/2026"
        page = (
            f"Ann Teal\nMachine Learning Engineer\n\n{heading}\n{job}\n• {text}\n\nOther\n{words}\n"
        )
        capabilities = read(page).capabilities
        for claim in claims.split():
            capability, rung = claim.split(":")
            told += 1
            right += capabilities[capability].rung == rung
    assert right >= 0.95 * told


def test_odd_wording(read):
    """Of items in unusual wording most are read as labelled, and little is made up.

    Labels: alternatives by "|", "?" for what a fair reader may take either way; what is not told
    shows nothing, or a mention. Rows marked "kept" are for sums alone, and not read here.
    """
    right = cells = found = true = 0
    for line in (GOLD / "wording.tsv").read_text("utf-8").splitlines()[1:]:
        language, part, claims, text = line.split("\t")
        if part == "kept":
            continue
        heading, words = WORDS[language]
        job = "Machine Learning Engineer | Larkspur Cards | 01/2020 – 10/2026"
        head = f"Alex Larkspur\nMachine Learning Engineer\n\n{heading}\n{job}\n"
        capabilities = read(f"{head}• {text}\n\nOther\n{words}\n").capabilities
        told = dict(claim.split(":") for claim in claims.split())
        for name in VETTED:
            fair = told.get(name, "none|listed").split("|")
            got = capabilities[name].rung
            if fair == ["?"]:
                continue
            cells += name in told or got not in fair
            right += name in told and got in fair
            found += got in REAL
            true += got in REAL and any(rung in REAL for rung in fair)
    assert right >= 0.8 * cells
    assert true >= 0.95 * found
