"""Which work may be done when: predecessors, waits, and what makes a package complete."""

from dataclasses import dataclass

from tercet.brief.records import Project
from tercet.forecast.team import Task


@dataclass(frozen=True, slots=True)
class Node:
    """A package by places instead of ids."""

    tasks: tuple[int, ...]
    hard: tuple[int, ...]
    soft: tuple[int, ...]
    """Half of the effort of these must be done before it starts, all of it before it is done."""


@dataclass(frozen=True, slots=True)
class Graph:
    """The packages in an order in which every predecessor comes first, and the live one."""

    nodes: tuple[Node, ...]
    live: int


def graph_of(project: Project, tasks: tuple[Task, ...]) -> Graph:
    """The project's packages with their tasks and predecessors by place."""
    place = {package.id: number for number, package in enumerate(project.packages)}
    nodes = tuple(
        Node(
            tasks=tuple(k for k, task in enumerate(tasks) if task.package == number),
            hard=tuple(place[edge.id] for edge in package.after if edge.hard),
            soft=tuple(place[edge.id] for edge in package.after if not edge.hard),
        )
        for number, package in enumerate(project.packages)
    )
    return Graph(nodes, place[project.live])
