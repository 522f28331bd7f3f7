"""What interviews are made of: questions with anchors, exercises, stages, a kit for a seat."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tercet.catalog.records import CAPABILITIES, Level
from tercet.evidence.records import Rung
from tercet.kernel.rules import Finding

Kind = Literal["past", "case"]
"""Asked about work done, or about a case put to the candidate."""
Need = Literal["must", "nice", "soft"]
Mark = Literal["business-impact", "incident-response", "rollback"]

SOFT = ("business-value", "collaboration", "learning")
"""The three soft skills of every role."""
RATED = CAPABILITIES + SOFT
"""What a question may be about."""
SCALE = ("1", "2", "3", "4", "5")


@dataclass(frozen=True, slots=True)
class Question:
    """One question, what it tests, and what each of the five ratings sounds like."""

    id: str
    text: str
    capability: str
    kind: Kind
    roles: tuple[str, ...]
    """Roles that it suits; empty: every role that needs the capability."""
    levels: tuple[Level, ...]
    minutes: int
    tests: str
    probes: tuple[str, ...]
    anchors: Mapping[str, str]
    rung: Rung
    """The highest rung of evidence that an answer can show."""
    core: tuple[str, ...] = ()
    """Roles for which it is one of the framework's must-ask questions."""
    marks: tuple[Mark, ...] = ()
    """Marks of a production record that an answer can show."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing rated in an exercise."""

    id: str
    capability: str
    says: str
    probes: tuple[str, ...]
    anchors: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Exercise:
    """A work sample: what the candidate gets, how long it takes, and what is rated."""

    id: str
    title: str
    roles: tuple[str, ...]
    levels: tuple[Level, ...]
    minutes: int
    task: str
    """What the candidate is asked to do."""
    materials: str
    """Text handed to the candidate."""
    look_for: tuple[str, ...]
    """What the interviewer should know: the faults planted, and fair ways to deal with them."""
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Bank:
    """Every question and exercise, in the order of the files."""

    questions: tuple[Question, ...]
    exercises: tuple[Exercise, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """What is asked of whoever takes it: each capability as a must, a wish or a soft skill."""

    role: str
    level: Level
    needs: Mapping[str, Need]


@dataclass(frozen=True, slots=True)
class Gaps:
    """What a candidate's papers leave open: capability → rung shown, and marks not shown."""

    rungs: Mapping[str, Rung] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()

    def open(self, capability: str) -> bool:
        """Whether the papers show nothing beyond a name or a course for `capability`."""
        return self.rungs.get(capability) in ("none", "listed", "learned")


@dataclass(frozen=True, slots=True)
class Slot:
    """One interview, held by one interviewer alone."""

    id: str
    name: str
    minutes: int
    """Length of the meeting."""
    asking: int
    """Minutes of it left for questions."""
    fit: Mapping[str, int]
    """Capability or kind of question → how well it belongs here."""
    says: str
    """What a candidate is told to expect."""
    exercise: bool = False
    """Whether a work sample may be held here."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in a kit, or one criterion of its work sample, with the reason it is in."""

    id: str
    text: str
    capability: str
    minutes: int
    tests: str
    probes: tuple[str, ...]
    anchors: Mapping[str, str]
    why: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One interview of the kit, in the order asked."""

    name: str
    minutes: int
    interviewer: str
    says: str
    exercise: Exercise | None
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Kit:
    """Interviews for one seat. `coverage` counts independent ratings of each capability.

    `proved` says that no other choice from the same bank is worth more.
    """

    role: str
    level: Level
    stages: tuple[Stage, ...]
    coverage: Mapping[str, int]
    needs: Mapping[str, Need]
    proved: bool
    findings: tuple[Finding, ...]
