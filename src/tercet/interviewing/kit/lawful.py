"""Questions that may not be asked: found by their wording, with the law behind each."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from tercet.catalog import load_catalog
from tercet.interviewing.kit.records import Bank, Question
from tercet.kernel.rules import Finding, broken, finding
from tercet.kernel.yamls import parse_yaml

_PACKAGE = "tercet.interviewing"
_CODE = re.compile(r"[A-Z]{2}(-[A-Z]{2,3})?")
_SHOWN = 2
"""Laws named in one finding."""


@dataclass(frozen=True, slots=True)
class Law:
    """A rule of law: where it holds, since when, how sure we are of it."""

    id: str
    where: str
    title: str
    date: str
    grade: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that a question may not be about, and how it is usually worded."""

    id: str
    name: str
    laws: tuple[Law, ...]
    patterns: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    instead: str


def check_questions(
    texts: Mapping[str, str], jurisdiction: str | None = None
) -> tuple[Finding, ...]:
    """What must not be asked among `texts` (id → wording).

    `jurisdiction` is a country, a state of one or a city (DE, US-CA, US-NYC); without it, law
    anywhere counts. TI030 where we know a law, TI031 where we know one only elsewhere. Wording in
    English, with the commonest forms in German, French and Spanish. TI032 when it is no code, or
    one of a country that we do not know.
    """
    if jurisdiction is not None and not _known(jurisdiction):
        raise broken(_PACKAGE, "TI032", place="--jurisdiction", given=jurisdiction,
                     known=", ".join(sorted(_countries())))  # fmt: skip
    return tuple(f for id, text in texts.items() for f in _found(id, text, jurisdiction))


def wording(bank: Bank) -> Mapping[str, str]:
    """Everything in a bank that is said or handed to a candidate, by where it stands."""
    said = spoken(bank.questions)
    for e in bank.exercises:
        said |= {f"{e.id}, task": e.task}
        for c in e.criteria:
            said |= {f"{c.id}, follow-up {i}": p for i, p in enumerate(c.probes, start=1)}
    return said


def spoken(questions: tuple[Question, ...]) -> dict[str, str]:
    """Questions and their follow-ups, by where they stand."""
    said = {}
    for q in questions:
        said[q.id] = q.text
        said |= {f"{q.id}, follow-up {i}": p for i, p in enumerate(q.probes, start=1)}
    return said


@cache
def topics() -> tuple[Topic, ...]:
    """The topics of data/forbidden.yaml, in its order."""
    data = _data()
    laws = {id: Law(id, **row) for id, row in data["laws"].items()}
    return tuple(
        Topic(
            row["id"], row["name"], tuple(laws[id] for id in row["laws"]),
            _compiled(row["patterns"]), _compiled(row.get("unless", ())), row["instead"],
        )
        for row in data["topics"]
    )  # fmt: skip


def _compiled(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Patterns that match from the beginning of a word only: "learn" is no "earn"."""
    return tuple(re.compile(rf"(?<!\w)(?:{pattern})") for pattern in patterns)


@cache
def _data() -> Mapping[str, dict]:  # type: ignore[type-arg]
    text = resources.files(_PACKAGE).joinpath("data/forbidden.yaml").read_text("utf-8")
    return parse_yaml(text, place="forbidden.yaml")  # type: ignore[no-any-return]


def _found(id: str, text: str, jurisdiction: str | None) -> Iterator[Finding]:
    plain = " ".join(text.lower().replace("’", "'").split())
    for topic in topics():
        words = _words(topic, plain)
        if words is None:
            continue
        values = {"id": id, "topic": topic.name, "words": words, "instead": topic.instead}
        holds = [law for law in topic.laws if jurisdiction is None or _holds(law, jurisdiction)]
        if holds:
            yield finding(_PACKAGE, "TI030", place=id, law=_cited(holds), **values)
        else:
            law = _cited(list(topic.laws))
            yield finding(_PACKAGE, "TI031", place=id, law=law, where=jurisdiction, **values)


def _words(topic: Topic, plain: str) -> str | None:
    """The words of `plain` that are about `topic`; what is allowed is taken out first."""
    for allowed in topic.unless:
        plain = allowed.sub(" ", plain)
    for pattern in topic.patterns:
        if match := pattern.search(plain):
            return match[0]
    return None


def _known(jurisdiction: str) -> bool:
    return bool(_CODE.fullmatch(jurisdiction)) and jurisdiction[:2] in _countries()


def _countries() -> set[str]:
    """Countries of the catalogue, of a bloc with laws, or with laws of their own."""
    blocs = {country for members in _data()["blocs"].values() for country in members}
    own = {law.where[:2] for topic in topics() for law in topic.laws}
    return blocs | own | set(load_catalog().regions)


def _holds(law: Law, jurisdiction: str) -> bool:
    country, state = jurisdiction[:2], _data()["cities"].get(jurisdiction)
    bloc = _data()["blocs"].get(law.where, ())
    return law.where in (jurisdiction, state, country) or country in bloc


def _cited(laws: list[Law]) -> str:
    said = [
        f"{law.title} ({law.where}, {law.date}, grade {law.grade}"
        + (f": {law.note})" if law.note else ")")
        for law in laws[:_SHOWN]
    ]
    return "; ".join(said)
