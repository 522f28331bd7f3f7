"""Remarks on wording: what shuts people out, what puts them off, what must not be asked."""

import re
from collections.abc import Iterator, Sequence

from tercet.adverts.facts import any_of, facts, pattern
from tercet.adverts.records import Bullet
from tercet.kernel.rules import Finding, finding


def wording_findings(bullets: Sequence[Bullet], place: str) -> Iterator[Finding]:
    """TJ015, TJ016 and TJ017, each sentence once a ground; legal boilerplate is left alone."""
    for bullet in bullets:
        text = bullet.text
        if pattern("kinds", "overriding", "boilerplate").search(text):
            continue
        if asked := pattern("wording", "salary_history").search(text):
            yield finding(__package__, "TJ015", place=place, quote=_around(text, asked))
        for ground in facts("wording")["discriminating"]:
            if hit := pattern("wording", "discriminating", ground).search(text):
                yield finding(
                    __package__, "TJ016", place=place, ground=ground, quote=_around(text, hit)
                )
        if coded := pattern("wording", "coded").search(text):
            yield finding(__package__, "TJ017", place=place, quote=_around(text, coded))


def degree_asked(bullets: Sequence[Bullet]) -> str | None:
    """The requirement that asks for a higher degree without an alternative, if any."""
    for bullet in bullets:
        if bullet.kind == "requirement" and pattern("wording", "credentials").search(bullet.text):
            other = any_of([facts("wording")["credential_alternatives"]])
            if not other.search(bullet.text):
                return bullet.text
    return None


def outcome_stated(bullets: Sequence[Bullet]) -> bool:
    """Whether some sentence says what the work is for, or when it is done."""
    outcomes = any_of([facts("wording")["outcomes"]])
    return any(outcomes.search(b.text) for b in bullets if b.kind in ("duty", "boilerplate"))


def _around(text: str, hit: re.Match[str]) -> str:
    """The words found and a few around them."""
    start, end = max(0, hit.start() - 30), min(len(text), hit.end() + 30)
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end].strip()
