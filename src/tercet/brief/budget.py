"""The most that may be spent: the one amount in the text that is a budget."""

import re
from dataclasses import dataclass

from tercet.brief.amounts import Amount
from tercet.brief.data import countries, pattern, table
from tercet.brief.records import Assumption, Budget, Quote
from tercet.brief.words import Text
from tercet.kernel.money import Money, Rates
from tercet.kernel.rules import Finding, finding

_COUNTS = re.compile(
    r"\s+(?!(?:for|to|and|or|is|in|at|but|max|maximum|total|tops|all|incl|excl|including|excluding"
    r"|net|gross|netto|brutto|by|on|over|until|from|as|we|i)\b)[^\W\d_]"
)
"""After an amount without a currency: the word for what it counts, which no money is."""
_FIELD = re.compile(r"(?:^|\n|\||[.;!]\s)([^\n:|.]{3,30})[:|]\s*$")
"""The name of a field of a form or of a note, right before its value."""


_STATED = 4.0
"""Score from which an amount is said to be the budget in so many words."""


@dataclass(frozen=True, slots=True)
class BudgetReading:
    """A budget with what was assumed or doubtful in reading it."""

    budget: Budget | None
    assumptions: tuple[Assumption, ...] = ()
    findings: tuple[Finding, ...] = ()


def named_currencies(found: list[Amount]) -> tuple[str, ...]:
    """Currencies that amounts in the text name without doubt."""
    return tuple(dict.fromkeys(a.currencies[0] for a in found if len(a.currencies) == 1))


def read_budget(text: Text, home: str | None, found: list[Amount], rates: Rates) -> BudgetReading:
    """The budget in `text`; `home` decides what "$" or "kr" means, and what no sign means."""
    undecided = bool(pattern("money", "cues", "undecided").search(text.low))
    rated = [
        (score, amount)
        for amount in found
        if (score := _score(text, amount, undecided) - _unlikely(amount, home, rates)) > 0
    ]
    if not rated:
        return BudgetReading(None)
    best = max(score for score, _ in rated)
    first = next(amount for score, amount in rated if score == best)
    top = [
        amount
        for score, amount in rated
        if score >= min(best - 0.5, _STATED) or _rival(text, amount, first)
    ]
    chosen = min(top, key=lambda amount: (amount.high, amount.span))
    money, assumption = _money(chosen, home)
    if money is None:
        return BudgetReading(
            None, findings=(finding(__package__, "TB014", amount=_shown(text, chosen)),)
        )
    quote = _quote(text, chosen)
    findings = []
    if chosen.low < chosen.high:
        findings.append(finding(__package__, "TB012", words=quote.text, place="budget"))
    if any(_money(amount, home)[0] != money for amount in top):
        words = " and ".join(f'"{_shown(text, amount)}"' for amount in top)
        findings.append(finding(__package__, "TB011", words=words, place="budget"))
    return BudgetReading(Budget(money, quote), (assumption,) if assumption else (), tuple(findings))


def _unlikely(amount: Amount, home: str | None, rates: Rates) -> float:
    """What speaks against an amount that no such project costs; 0 where its currency is unknown."""
    money, _ = _money(amount, home)
    rate = rates.usd.get(money.currency) if money else None
    if money is None or rate is None:
        return 0.0
    low, high = table("money")["plausible"]
    return 0.0 if low <= money.amount * rate <= high else 3.0


def _score(text: Text, amount: Amount, undecided: bool) -> float:
    """The sum of what speaks for and against an amount being the budget."""
    if not amount.currencies and not amount.scaled and amount.high < 10_000:
        return 0.0
    if amount.high <= table("money")["small"]:
        return 0.0
    start, end = text.clause(amount.span[0])
    clause, sentence = (
        pattern("money", "cues", "undecided").sub(" ", text.low[slice(*span)])
        for span in ((start, end), text.sentence(amount.span[0]))
    )
    if not amount.currencies and _COUNTS.match(text.low[amount.span[1] : end]):
        return 0.0
    if text.low[amount.span[0] - 1 : amount.span[0]] == "(":
        start, end = text.sentence(amount.span[0])
    near = text.low[max(start, amount.span[0] - 48) : min(end, amount.span[1] + 28)]
    score = 1.0 if amount.currencies else -1.5
    if pattern("money", "cues", "strong").search(clause) or _labelled(text, amount):
        score += 4.0
    elif pattern("money", "cues", "strong").search(sentence):
        score += 2.0
    elif undecided:
        score -= 4.0
    elif pattern("money", "cues", "weak").search(near):
        score += 1.0
    if not re.sub(r"[^a-z]", "", text.low[start : amount.span[0]] + text.low[amount.span[1] : end]):
        score += 1.5
    if pattern("money", "cues", "against").search(near.replace(text.low[slice(*amount.span)], " ")):
        score -= 2.0 if _labelled(text, amount) else 4.0
    return score if amount.currencies or score > 2 else 0.0


def _labelled(text: Text, amount: Amount) -> bool:
    """Whether the amount is what a field of a form begins with: "Money: PLN 3m this year"."""
    label = _FIELD.search(text.low[: amount.span[0]][-40:])
    return bool(label and pattern("money", "cues", "strong").search(label.group(1)))


def _rival(text: Text, amount: Amount, first: Amount) -> bool:
    """Whether an amount beside the likeliest one, in its currency and size, corrects it."""
    beside = text.sentence(amount.span[0]) == text.sentence(first.span[0])
    alike = first.high < 2 * amount.high and amount.high < 2 * first.high
    return beside and alike and amount.currencies == first.currencies


def _money(amount: Amount, home: str | None) -> tuple[Money | None, Assumption | None]:
    own = countries()[home][1] if home in countries() else None
    value = (
        amount.high.normalize()
        if amount.high != amount.high.to_integral_value()
        else amount.high.to_integral_value()
    )
    if not amount.currencies:
        if own is None:
            return None, None
        return Money(value, own), Assumption(
            f"The budget names no currency; we take {own}, the currency at home.", "J"
        )
    currency = own if own in amount.currencies else amount.currencies[0]
    if len(amount.currencies) == 1 or own == currency:
        return Money(value, currency), None
    return Money(value, currency), Assumption(
        f"The sign of the budget has several meanings; we take {currency}.", "J"
    )


def _quote(text: Text, amount: Amount) -> Quote:
    start, end = amount.span
    if lead := re.search(r"between\s+$", text.low[:start]):
        start = lead.start()
    return text.quote(start, end)


def _shown(text: Text, amount: Amount) -> str:
    return text.raw[slice(*amount.span)].strip()
