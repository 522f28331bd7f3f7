"""The role that a title claims, by published rules; the work may say otherwise."""

import re
from functools import cache

from tercet.adverts.facts import any_of, facts


def role_of_title(title: str) -> str | None:
    """The one role that `title` names; None where it names none, or several of equal weight."""
    rules = facts("titles")
    if any_of(rules["never"]).search(title):
        return None
    named = [role for role, known in _roles().items() if known.search(title)]
    beaten = {lower for role in named for lower in rules["over"].get(role, ())}
    left = [role for role in named if role not in beaten]
    return left[0] if len(left) == 1 else None


@cache
def _roles() -> dict[str, re.Pattern[str]]:
    return {role: any_of(rows) for role, rows in facts("titles")["roles"].items()}
