"""The other teams that a recommendation is compared with, each as a narrower supply."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from tercet.market.records import Supply, SupplyOption
from tercet.planning import Problem


@dataclass(frozen=True, slots=True)
class Team:
    """A way to staff the project: which options it may use."""

    id: str
    label: str
    allows: Callable[[SupplyOption, str], bool]
    """Whether an option belongs to it, given the home country; staff always does."""
    generalist: bool = False


def _any(option: SupplyOption, home: str) -> bool:
    return True


TEAMS = (
    Team(
        "data-scientists-only",
        "data scientists only",
        lambda option, home: all(m.role == "data-scientist" for m in option.members),
    ),
    Team("one-generalist", "one generalist", lambda option, home: False, generalist=True),
    Team("all-hired", "all hired", lambda option, home: option.channel == "fte"),
    Team("all-pod", "all pod", lambda option, home: option.channel == "pod"),
    Team("no-offshore", "home country only", lambda option, home: option.region == home),
    Team("cheapest", "cheapest in time", _any),
    Team("fastest", "fastest", _any),
)


def narrowed(supply: Supply, team: Team, generalist: SupplyOption) -> Supply:
    """`supply` with only what `team` may use; people already on staff stay in all of them."""
    options = tuple(
        option
        for option in supply.options
        if option.channel == "on-staff" or team.allows(option, supply.home)
    )
    return replace(supply, options=(*options, generalist) if team.generalist else options)


def nobody_can(problem: Problem) -> str | None:
    """The first package with work that no one in the supply can do, or None."""
    able = {
        capability
        for option in problem.supply.options
        for member in option.members
        for capability, output in member.productivity.items()
        if output > 0
    }
    for package in problem.project.packages:
        missing = [capability for capability in package.work if capability not in able]
        if missing:
            return f"{package.id} {package.name} ({missing[0].replace('-', ' ')})"
    return None
