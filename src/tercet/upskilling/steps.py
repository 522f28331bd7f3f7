"""The steps that one person has in front of them, in the shortest order, in unscaled weeks."""

from collections.abc import Mapping
from dataclasses import dataclass

from tercet.catalog.records import Catalog
from tercet.evidence.records import RUNGS, Rung
from tercet.upskilling.facts import Key, grown, ladder, works
from tercet.upskilling.ordering import Task, end_of, shortest_order, starts
from tercet.upskilling.records import Gap, Step


@dataclass(frozen=True, slots=True)
class Course:
    """Steps in order with what they add up to, in weeks of the data files."""

    steps: tuple[Step, ...]
    effort: float
    """Full-time weeks of the learner's work."""
    mentoring: float
    """Weeks of a mentor."""
    weeks: float
    """Calendar weeks until the last evidence counts."""
    figures: tuple[str, ...]


def gaps(shown: Mapping[str, Rung], asked: Mapping[str, Rung]) -> tuple[Gap, ...]:
    """What is asked and was not shown, by capability, in the order of the skills matrix."""
    found = []
    for capability in grown():
        has, wanted = shown.get(capability, "none"), asked.get(capability, "none")
        apart = RUNGS.index(wanted) - RUNGS.index(has)
        if apart > 0:
            found.append(Gap(capability, has, wanted, apart))
    return tuple(found)


def course(wanted: tuple[Gap, ...], share: float, catalog: Catalog) -> Course:
    """The steps that close the gaps when `share` of the week is free for them."""
    keys = _keys(wanted)
    shown = {gap.capability: gap.shown for gap in wanted}
    efforts = [_effort(key, shown[key[0]], catalog) for key in keys]
    tasks = [
        Task(effort / share, _stand(key[1], catalog), _after(key, keys))
        for key, effort in zip(keys, efforts, strict=True)
    ]
    order = shortest_order(tasks)
    begin = starts(tasks, order)
    return Course(
        steps=tuple(_step(keys[i], tasks[i], begin[i]) for i in order),
        effort=sum(efforts),
        mentoring=sum(
            effort * catalog.value(f"upskill.mentor.{rung}")
            for (_, rung), effort in zip(keys, efforts, strict=True)
        ),
        weeks=end_of(tasks, order),
        figures=_figures(keys, shown),
    )


def _keys(wanted: tuple[Gap, ...]) -> list[Key]:
    """A step for each hands-on rung above what was shown; low rungs first, then as in the file."""
    spans = {g.capability: (RUNGS.index(g.shown), RUNGS.index(g.asked)) for g in wanted}
    found = [
        (capability, rung)
        for capability, rung in works()
        if capability in spans and spans[capability][0] < RUNGS.index(rung) <= spans[capability][1]
    ]
    return sorted(found, key=lambda key: RUNGS.index(key[1]))


def _effort(key: Key, shown: Rung, catalog: Catalog) -> float:
    """Full-time weeks of a step; the first is shorter for who has learned or named it before."""
    weeks = catalog.value(f"upskill.step.{key[0]}.{key[1]}")
    return weeks * (catalog.value(f"upskill.left.{shown}") if _first(key, shown) else 1.0)


def _first(key: Key, shown: Rung) -> bool:
    return key[1] == ladder()[0] and shown not in ladder()


def _stand(rung: Rung, catalog: Catalog) -> float:
    figure = f"upskill.stand.{rung}"
    return catalog.value(figure) if figure in catalog.figures else 0.0


def _after(key: Key, keys: list[Key]) -> tuple[int, ...]:
    """Places in `keys` of the steps that must count before `key`: the rung below, and `after`."""
    capability, rung = key
    below = [(capability, one) for one in ladder()[: ladder().index(rung)]]
    return tuple(keys.index(one) for one in (*below[-1:], *works()[key].after) if one in keys)


def _step(key: Key, task: Task, begin: float) -> Step:
    work = works()[key]
    done = begin + task.work
    return Step(*key, work.work, work.evidence, task.work, begin, done + task.stand)


def _figures(keys: list[Key], shown: Mapping[str, Rung]) -> tuple[str, ...]:
    rungs = dict.fromkeys(rung for _, rung in keys)
    left = dict.fromkeys(shown[key[0]] for key in keys if _first(key, shown[key[0]]))
    return (
        *(f"upskill.step.{capability}.{rung}" for capability, rung in keys),
        *(f"upskill.left.{rung}" for rung in left),
        *(f"upskill.mentor.{rung}" for rung in rungs),
        *(f"upskill.stand.{rung}" for rung in rungs if rung != ladder()[0]),
    )
