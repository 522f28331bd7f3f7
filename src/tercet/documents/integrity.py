"""From raw pages to honest ones: what steers a reader is taken out and reported."""

from collections.abc import Iterator

from tercet.documents.adverts import adverts
from tercet.documents.facts import facts
from tercet.documents.letters import without_twins, without_unseen
from tercet.documents.orders import orders
from tercet.documents.raw import LEAST_WORDS, Concealed
from tercet.documents.records import IntegrityFinding, Page
from tercet.documents.sentences import cut
from tercet.documents.wording import tidy

STUFFED_WORDS = 25  # words in one property: more is written for a machine
QUOTE = 600  # characters of a passage that are quoted


def honest_page(number: int, text: str) -> tuple[Page, tuple[IntegrityFinding, ...]]:
    """A page's plain text without orders and adverts, and what was found in it."""
    text, unseen = without_unseen(text)
    text, twins = without_twins(tidy(text))
    found = [IntegrityFinding("hidden-text", o.quote, number, o.why) for o in unseen]
    found += [finding for o in unseen for finding in _voices(o.quote, number)]
    found += [IntegrityFinding("look-alike-characters", o.quote, number, o.why) for o in twins]
    told = orders(text)
    for start, end in told:
        why = "it tells a reader how to judge the candidate"
        found.append(_finding("injected-instruction", text[start:end], number, why))
    text = cut(text, told)
    pasted = adverts(text)
    for start, end in pasted:
        why = "it speaks to applicants, as an employer does"
        found.append(_finding("pasted-job-description", text[start:end], number, why))
    return Page(number, cut(text, pasted)), tuple(found)


def concealed_findings(piece: Concealed) -> tuple[IntegrityFinding, ...]:
    """What a passage that is not shown amounts to; stray marks and usual properties to nothing."""
    text, unseen = without_unseen(piece.text)
    text, _ = without_twins(tidy(text))
    if piece.ways == ("metadata",):
        found = [*_voices(text, piece.page)]
        if found or len(text.split()) >= STUFFED_WORDS:
            why = f"{piece.why} holds words for a machine"
            found.insert(0, _finding("hidden-text", text, piece.page, why))
        return tuple(found)
    if len(text.split()) < LEAST_WORDS or _harmless(text):
        return ()
    found = [_finding("hidden-text", text, piece.page, piece.why)] * ("hidden-text" in piece.ways)
    found += [_finding("tiny-text", text, piece.page, piece.why)] * ("tiny-text" in piece.ways)
    found += [IntegrityFinding("hidden-text", o.quote, piece.page, o.why) for o in unseen]
    return (*found, *_voices(text, piece.page))


def _voices(text: str, page: int) -> Iterator[IntegrityFinding]:
    """Orders and adverts in text that nobody sees."""
    for start, end in orders(text, concealed=True):
        why = "unseen, it tells a reader how to judge the candidate"
        yield _finding("injected-instruction", text[start:end], page, why)
    for start, end in adverts(text, concealed=True):
        why = "unseen, it speaks to applicants, as an employer does"
        yield _finding("pasted-job-description", text[start:end], page, why)


def _finding(kind: object, quote: str, page: int, why: str) -> IntegrityFinding:
    short = quote if len(quote) <= QUOTE else quote[: QUOTE - 1] + "…"
    return IntegrityFinding(kind, short, page, why)  # type: ignore[arg-type]


def _harmless(text: str) -> bool:
    plain = " ".join(text.lower().split()).strip(" .!:→»")
    return plain in facts("cues")["harmless_hidden"]
