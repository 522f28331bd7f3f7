"""The one verb of this stage: a document becomes evidence."""

from datetime import date

from tercet.catalog.records import VETTED, Catalog
from tercet.documents.records import Document
from tercet.evidence.claims import Reading, claims_of, read_sentence
from tercet.evidence.cues import LANGUAGES
from tercet.evidence.flags import early_tools, red_flags, title_of
from tercet.evidence.jobs import gaps_and_overlaps, is_technical, is_untitled, months_of, timeline
from tercet.evidence.language import language_of
from tercet.evidence.marks import impact, incidents, rollbacks, soft_skills
from tercet.evidence.masking import mask
from tercet.evidence.records import RUNGS, Capability, Claim, Evidence, Job, Quote, ToolMention
from tercet.evidence.sentences import Line, Sentence, lines_of, sentences_of
from tercet.evidence.tools import Gazetteer, gazetteer
from tercet.evidence.verdicts import best_role, production_ready
from tercet.kernel.rules import Finding, finding


def extract(document: Document, catalog: Catalog, *, today: date) -> Evidence:
    """What `document` shows of one person, as of `today`.

    Names, pronouns, schools, addresses and contact details are masked before anything else
    reads the text; quotes are of the document itself, verbatim.
    """
    pages = {page.number: page.text for page in document.pages}
    lines = lines_of(document, mask(page.text for page in document.pages))
    language = language_of("\n".join(line.text for line in lines))
    jobs, job_of, impossible = timeline(lines, pages, today)
    tools = gazetteer(catalog.tools)
    title = title_of(lines, pages, catalog)
    readings = _read(lines, pages, jobs, job_of, language, tools, title)
    claims = _claims(readings)
    capabilities = {c: _capability(c, claims) for c in VETTED}
    gain, outages, undone = impact(readings), incidents(readings), rollbacks(readings)
    odd = impossible + gaps_and_overlaps(jobs, lines) + early_tools(readings, tools)
    headings = [job.heading for job in sorted(jobs, key=lambda job: job.end, reverse=True)]
    return Evidence(
        language, capabilities, tuple(c for c in claims if not _counts(c)), gain, outages, undone,
        soft_skills(readings),
        red_flags(readings, capabilities, gain, undone, title, odd),
        jobs, months_of(jobs), tuple(_mentions(lines, pages, tools)),
        best_role(capabilities, title.text if title else "", headings),
        production_ready(capabilities, outages, gain), _findings(document, language),
    )  # fmt: skip


def _read(
    lines: list[Line], pages: dict[int, str], jobs: tuple[Job, ...], job_of: dict[int, int],
    language: str, tools: Gazetteer, title: Quote | None,
) -> list[Reading]:  # fmt: skip
    """Sentences in order, each with its job; headings of jobs are no sentences."""
    headings = {(job.quote.page, job.quote.start): job.quote.end for job in jobs}
    default = title is not None and is_technical(title.text)
    own = any(job.technical for job in jobs)
    apart = {"projects": True, "courses": True, "assignments": own}
    readings: list[Reading] = []
    for sentence in sentences_of(lines, headings):
        if (sentence.page, sentence.start) in headings or _is_title(sentence, title):
            continue
        number = job_of.get(sentence.line)
        job = jobs[number] if number is not None else None
        if job and is_untitled(job.heading):
            technical = default
        else:
            technical = job.technical if job else default or apart.get(sentence.section, False)
        before = readings[-1] if readings else None
        readings.append(
            read_sentence(
                sentence, _quote(sentence, pages), job, language if language in LANGUAGES else "en",
                tools, technical=technical, before=before,
            )
        )  # fmt: skip
    return readings


def _claims(readings: list[Reading]) -> list[Claim]:
    """Claims of all sentences. Where others are said to release, being live shows no release."""
    told = [(reading, [*claims_of(reading)]) for reading in readings]
    by_others = any(
        c.capability == "model-deployment" and c.owner == "others" and c.rung != "none"
        for _, claims in told
        for c in claims
    )
    return [
        claim
        for reading, claims in told
        for claim in claims
        if not (by_others and claim.capability == "model-deployment" and _only_live(reading))
        or claim.owner == "others"
    ]


def _only_live(reading: Reading) -> bool:
    """Whether the sentence tells that a model is live, and not who put it there."""
    return not any(
        (clause.has("release") or clause.has("rollback")) and not clause.has("caused")
        for clause in reading.clauses
    )


def _is_title(sentence: Sentence, title: Quote | None) -> bool:
    return title is not None and (sentence.page, sentence.start) == (title.page, title.start)


def _quote(sentence: Sentence, pages: dict[int, str]) -> Quote:
    text = pages[sentence.page][sentence.start : sentence.end]
    return Quote(text, sentence.page, sentence.start, sentence.end)


def _counts(claim: Claim) -> bool:
    return claim.rung != "none" and claim.owner != "others" and claim.polarity == "yes"


def _capability(name: str, claims: list[Claim]) -> Capability:
    own = [c for c in claims if c.capability == name and _counts(c)]
    own.sort(key=lambda c: -RUNGS.index(c.rung))
    return Capability(own[0].rung if own else "none", tuple(own))


def _mentions(lines: list[Line], pages: dict[int, str], tools: Gazetteer) -> list[ToolMention]:
    out = []
    for line in lines:
        for start, end, tool in tools.find(line.text):
            a, b = line.start + start, line.start + end
            out.append(ToolMention(tool.name, Quote(pages[line.page][a:b], line.page, a, b)))
    return out


def _findings(document: Document, language: str) -> tuple[Finding, ...]:
    if language in (*LANGUAGES, "und"):
        return ()
    return (finding(__package__, "TE001", place=document.name, language=language),)
