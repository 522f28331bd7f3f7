"""Paths as supply for `tercet plan`: options with a person's own weeks, and a settings snippet."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import mean

from tercet.market.records import Supply, SupplyOption, Upskilling
from tercet.upskilling.records import Growth, Path


def supply_options(paths: Sequence[Path], supply: Supply) -> tuple[SupplyOption, ...]:
    """The options of `supply`, its `upskill/<label>/<role>` with the weeks and price of the paths.

    A path belongs to the option whose person has its label. The price paid once is what the option
    asks for a mentor, courses and cloud, of which the mentor's part follows the weeks.
    """
    own = {
        (path.learner.name, path.to): path
        for path in paths
        if path.weeks is not None and path.success is not None
    }
    return tuple(_fitted(option, own) for option in supply.options)


def _fitted(option: SupplyOption, own: dict[tuple[str, str], Path]) -> SupplyOption:
    usual = option.upskilling
    path = own.get((usual.person, option.members[0].role)) if usual else None
    if path is None or path.weeks is None or path.success is None:
        return option
    return replace(
        option,
        upskilling=Upskilling(path.learner.name, path.weeks, path.learner.share, path.success),
        one_off_cost=option.one_off_cost if path.besides is None else path.besides,
        figures=tuple(dict.fromkeys((*option.figures, *path.figures))),
    )


def settings_snippet(growth: Growth) -> str:
    """A settings file for `tercet plan` that holds the figures of those who would take a seat.

    A settings file knows roles and not people: of several on one way the slowest and the least
    likely counts, and the share is their mean.
    """
    taken = [path for path in growth.assignment if path.steps]
    lines = [
        f"# From tercet upskill of {growth.today}, for tercet plan --settings.",
        "# One set of figures for each way between roles: of several people the slowest counts.",
    ]
    if not taken:
        return "\n".join([*lines, "figures: {}", ""])
    lines.append("figures:")
    ways = dict.fromkeys((path.learner.role, path.to) for path in taken)
    for start, to in ways:
        on_it = [path for path in taken if (path.learner.role, path.to) == (start, to)]
        names = ", ".join(path.learner.name for path in on_it)
        lines.append(
            f"  upskill.path.{start}.{to}: {max(p.factor or 0.0 for p in on_it):.3f}  # {names}"
        )
    least = min((path.success for path in taken if path.success), key=lambda s: s.mean)
    share = mean(path.learner.share for path in taken)
    lines += [
        f"  upskill.share: {share:.2f}",
        f"  upskill.success: {{kind: beta, values: [{least.mean:.3f}, {least.values[1]:g}]}}",
        "",
    ]
    return "\n".join(lines)
