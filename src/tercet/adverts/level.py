"""Title, level and years of an advert."""

import re
from collections.abc import Sequence

from tercet.adverts.facts import facts
from tercet.adverts.records import Bullet
from tercet.catalog.records import Level

_NUMBER = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "zwei": 2, "drei": 3, "fünf": 5,
}  # fmt: skip
_N = rf"(?:\d{{1,2}}|{'|'.join(_NUMBER)})"
_YEARS = re.compile(
    rf"(?<![\d.,$€£-])(?:\b|(?<=[a-z]{{2}})(?=\d))(?P<low>{_N})\b\s*(?:\(\d+\))?\s*\+?\s*"
    rf"(?:(?:-|–|—|to|bis|or)\s*(?P<high>{_N})\s*)?\+?\s*(?:or more|plus|full)?\s*"
    r"(?:years?|yrs?|jahren?|yoe)\b"
    r"(?!\s*(?:old|ago|of age|contract|in business|in a row|track))",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"experience|exp\b|in \w+\b|working|background|of |building|erfahrung|hands|professional|"
    r"developing|designing|with|using|as an?|\+",
    re.IGNORECASE,
)
_OF_COMPANY = re.compile(
    r"\b(we|our|company|founded|for over|over the (past|last)|history|clients?|past \w+ years|"
    r"last \w+ years|vest\w*|contract|every \w+ years|within \w+ years|after|tenure|plan|roadmap|"
    r"leave|per year)\b",
    re.IGNORECASE,
)
_NO_LEAST = re.compile(
    r"(\b(maximum|max|at most|up to|no more than|less than|fewer than)( of)?|\bin lieu of .{0,36}|"
    r"\b(no|without( an?)?) .{0,12}degree.{0,20})\W*$",
    re.IGNORECASE,
)
"""Words before a number of years that is a ceiling, or that stands for a degree."""
MOST_YEARS = 15
LONGEST_TITLE = 110
_TITLE_LABELS = "(?:job |position |business )?title|position|role|stelle|vacancy"
_LABELLED_TITLE = re.compile(
    r"(?:^|\n)\W{0,4}(?:job |position |business )?title\W{0,4}:\W{0,4}(?P<title>[^\n]{3,90})",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(we|our|the|as|you|about|join|are|in|this|what|is|do|job description)\b", re.IGNORECASE
)
_GLUED_TITLE = re.compile(
    r"[^.:;]{5,90}?(?=\s*(?:Job )?(?:Location|About|Company|Overview|Description|Summary)\b)"
)
"""A title at the head of a flattened advert, up to the first heading."""


def title_of(text: str) -> str | None:
    """The job title where the first line of the advert is one, or a line is labelled so."""
    first = text.strip().split("\n", 1)[0].strip(" #*\t-–•")
    if len(first) > LONGEST_TITLE and (glued := _GLUED_TITLE.match(first)):
        first = glued.group()
    labelled = _LABELLED_TITLE.search(text)
    return _title(first) or (_title(labelled.group("title").strip(" *")) if labelled else None)


def _title(line: str) -> str | None:
    """`line` without its label, where it names a trade and is no sentence."""
    line = re.sub(rf"^(?:{_TITLE_LABELS})\s*:\s*", "", line, flags=re.IGNORECASE)
    noun = re.search(facts("level")["nouns"], line, re.IGNORECASE)
    if not noun or len(line) > LONGEST_TITLE or line.endswith((".", ":", ";")):
        return None
    return None if _SENTENCE.match(line) else line


def level_of(title: str | None, text: str, years: int | None) -> Level | None:
    """Level by the title, else by what the text states, else by the years required.

    None where nothing is said and where several levels are offered.
    """
    if title and re.search(facts("level")["beginner"], title, re.IGNORECASE):
        return "junior"
    if title and (named := _by_words(title)):
        return None if _several(title) else named[0]
    if _offers_several(text):
        return None
    for stated in re.finditer(facts("level")["stated"], text, re.IGNORECASE):
        words = stated.group("words") + stated.group("noun")
        if named := _by_words(words):
            return None if _several(words) else named[0]
    if labelled := re.search(facts("level")["labelled"], text):
        return next(iter(_by_words(labelled.group("words"))), None)
    return _by_years(text, years)


def _by_years(text: str, years: int | None) -> Level | None:
    if years is None:
        student = re.search(facts("level")["graduates"], text, re.IGNORECASE)
        return "junior" if student else None
    bounds = facts("level")["years"]
    return "senior" if years >= bounds["senior"] else "mid" if years >= bounds["mid"] else "junior"


def _several(phrase: str) -> bool:
    """Whether a phrase names more than one level: "mid-senior", "junior / senior"."""
    parts = [_by_words(part) for part in re.split(facts("level")["between"], phrase)]
    return len({named[0] for named in parts if named}) > 1 or {"mid", "senior"} <= {
        *_by_words(phrase)
    }


def _by_words(phrase: str) -> list[Level]:
    return [
        level
        for level, words in facts("level")["words"].items()
        if re.search(words, phrase, re.IGNORECASE)
    ]


def years_of(bullets: Sequence[Bullet], title: str | None) -> int | None:
    """The least that satisfies every requirement; what is preferred does not count.

    Where a doctorate shortens the way, this is the way without one. Where several levels are
    offered, it is what the lowest asks.
    """
    asked = [
        number
        for bullet in bullets
        if bullet.kind in ("requirement", "duty", "boilerplate")
        for number in _asked(bullet.text, strict=bullet.kind != "requirement")
    ]
    several = (title and _several(title)) or any(_offers_several(b.text) for b in bullets)
    return (min if several else max)(asked, default=None)


def _offers_several(text: str) -> bool:
    return bool(re.search(facts("level")["several"], text, re.IGNORECASE))


def years_asked(text: str) -> list[int]:
    """Every number of years of experience that `text` asks for."""
    return _asked(text, strict=False)


def _asked(text: str, *, strict: bool) -> list[int]:
    found = []
    for hit in _YEARS.finditer(text):
        around = text[max(0, hit.start() - 60) : hit.end() + 60]
        before = text[max(0, hit.start() - 40) : hit.start()]
        if _OF_COMPANY.search(before) or _NO_LEAST.search(before):
            continue
        if strict and not re.search(r"experience|erfahrung", around, re.IGNORECASE):
            continue
        if not _WORK.search(around):
            continue
        number = _value(hit.group("low"))
        if number <= MOST_YEARS:
            found.append(number)
    return found


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBER[word.lower()]
